"""The qualification asked for, in German, where a portal has a word of its own for it.

Such words are codes ("bachelor_degree") and the values that Google's rules for data
about jobs allow in `credentialCategory` ("high school"). Each German name says no more
than the word: an "associate degree" is none that Germany has.
"""

import re

NAMES = (
    ("Promotion", "doctor(?:ate|al)?|phd"),
    ("Master", "master|postgraduate"),
    ("Bachelor", "bachelor"),
    ("Berufsabschluss", "professional certificate|vocational(?: degree| training)?"),
    ("Schulabschluss", "high school"),
)
KNOWN = tuple((name, re.compile(rf"\b(?:{words})")) for name, words in NAMES)
NO_QUALIFICATION = re.compile(
    "no (?:requirements|degree|qualification)|unspecified|none|other|associate degree"
)
SIGNS = re.compile(r"[\W_]+")
LONGEST = 60  # signs of such a word; more is a text


def qualification(word: str | None) -> str:
    """Return the German name of "bachelor_degree"; "" for what is none or not known."""
    text = _plain(word)
    return next((name for name, words in KNOWN if words.match(text)), "")


def qualification_said(text: str) -> str:
    """Return what is asked for: a word's German name, or the text as it stands."""
    if NO_QUALIFICATION.fullmatch(_plain(text)):
        return ""
    return qualification(text) or text


def _plain(word: str | None) -> str:
    text = word or ""
    return SIGNS.sub(" ", text).strip().lower() if len(text) <= LONGEST else ""
