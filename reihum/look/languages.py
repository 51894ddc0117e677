"""In which languages a page speaks.

German and English are complete. Pages for people who are new in the country speak all
languages of `ALL`: their views are marked with `in_all_languages`, and an address of
another page in such a language leads to the German page.
"""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

COMPLETE = ("de", "en")
# "simple" is the subtag that BCP 47 registers for a simplified form.
PLAIN = "de-simple"
ALL = [
    ("de", "Deutsch"),
    (PLAIN, "Leichte Sprache"),
    ("en", "English"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("fr", "Français"),
]
UNKNOWN_TO_DJANGO = {
    PLAIN: {
        "bidi": False,
        "code": PLAIN,
        "name": "German, easy to read",
        "name_local": "Leichte Sprache",
    }
}


def in_all_languages(view: View) -> View:
    """Mark a view whose page speaks every language."""
    view.in_all_languages = True  # type: ignore[attr-defined]
    return view


def speaks(view: Callable[..., Any], language: str) -> bool:
    """Return whether the page of a view speaks a language."""
    return language in COMPLETE or getattr(view, "in_all_languages", False)
