"""The rulebooks that come with Reihum: `<body>-<year>.toml`, one file per version.

Reading these packaged files is the only thing that the core ever opens.
"""

from functools import cache
from importlib.resources import files

from reihum.rules.rulebook import Rulebook


@cache
def _texts() -> dict[str, str]:
    """Return the files by name, those of one body from the oldest to the newest."""
    found = sorted(files(__name__).iterdir(), key=lambda file: file.name)
    return {f.name: f.read_text("utf-8") for f in found if f.name.endswith(".toml")}


@cache
def all_shipped() -> tuple[Rulebook, ...]:
    """Return every rulebook that comes with Reihum, by body and then by age."""
    books = (Rulebook.parse(text, name) for name, text in _texts().items())
    return tuple(sorted(books, key=lambda book: (book.body, book.valid_from)))


def shipped(slug: str) -> tuple[Rulebook, ...]:
    """Return the rulebooks of one body, the oldest first."""
    return tuple(book for book in all_shipped() if book.body == slug)


def shipped_texts(slug: str) -> tuple[str, ...]:
    """Return the same rulebooks as they are written, to be kept with a ballot."""
    return tuple(text for name, text in _texts().items() if name.startswith(f"{slug}-"))
