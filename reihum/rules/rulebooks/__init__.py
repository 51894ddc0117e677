"""The rulebooks that come with Reihum: `<body>-<year>.toml`, one file per version.

Reading these packaged files is the only thing that the core ever opens.
"""

from functools import cache
from importlib.resources import files

from reihum.rules.rulebook import Rulebook


@cache
def all_shipped() -> tuple[Rulebook, ...]:
    """Return every rulebook that comes with Reihum, by body and then by age."""
    texts = {
        file.name: file.read_text("utf-8")
        for file in files(__name__).iterdir()
        if file.name.endswith(".toml")
    }
    books = (Rulebook.parse(text, name) for name, text in texts.items())
    return tuple(sorted(books, key=lambda book: (book.body, book.valid_from)))


def shipped(slug: str) -> tuple[Rulebook, ...]:
    """Return the rulebooks of one body, the oldest first."""
    return tuple(book for book in all_shipped() if book.body == slug)
