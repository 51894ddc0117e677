"""Reference and requisition numbers: compared without how they are written."""

import re
from functools import lru_cache

from msgspec import Struct

from reihum.jobs.merge.folding import short

# The number of an advertisement at the Bundesagentur: "10001-1004417203-S".
AGENCY = re.compile(r"\b\d{5}-?\d{6,12}-?[A-Z]\b")
UUID = re.compile(r"[0-9A-F]{32}")
LABEL = re.compile(
    r"^\W*(?:(?:kenn|referenz|ausschreibungs|chiffre|stellen|job|interamt|vakanz|ref)"
    r"[a-z.\-]*|id|nr|nummer|no)(?:[\s.:\-#]+(?:id|nr|nummer|number|code|no)\b)*"
    r"[\s.:#]+(?=.*\d)",
    re.IGNORECASE,
)
# Each begins with one letter, not with one of two: so all other letters are leapt over.
IN_TEXT = re.compile(
    r"(?:Kennziffer|kennziffer|Referenznummer|referenznummer|Ref(?:erenz|\.)-?[Nn]r\.?"
    r"|ref(?:erenz|\.)-?[Nn]r\.?|Stellen-?ID|stellen-?ID|Job-?ID|Interamt-?ID"
    r"|Ausschreibungsnummer|ausschreibungsnummer)"
    r"[\s:]{1,3}((?:[A-Z]{1,4} )?(?:[A-Z0-9][\w./\-]{0,30})?\d[\w./\-]{0,30})"
)
MARKS = ("ennziffer", "eferenz", "ef.", "ID", "gsnummer")  # one is in each label …
BEFORE = len("Ausschreibun")  # … after so many signs at most
LONG = 6  # figures of a portal's number
LONGEST = 80  # signs of a number and its label
SHORTEST = 2  # signs of a number
SIGNS = re.compile(r"[^A-Z0-9]+")
DIGITS, LETTERS = re.compile(r"\d+"), re.compile(r"[A-Z]+")


class Reference(Struct, frozen=True, gc=False):
    """A number: `value` as it is compared, `strong` where it is unique in the world.

    `shape` is how such a number is built ("A-9-9"): only numbers of one shape
    contradict each other. It is "" for numbers of portals, which contradict nobody.
    `long` ones, of figures alone, are what portals number with.
    """

    value: str
    shape: str
    strong: bool

    @property
    def long(self) -> bool:
        return len(self.value) >= LONG and self.value.isdigit()


@lru_cache(8192)
def reference(text: str) -> Reference | None:
    """Return a number as it is compared; None where it is none.

    >>> reference("Kennziffer: 2026/104") == reference("2026-104")
    True
    """
    if text.isascii() and AGENCY.fullmatch(text):  # as most are
        return Reference(text.replace("-", ""), "", strong=True)
    bare = _unlabelled(short(text, LONGEST)).upper()
    value = SIGNS.sub("", bare)
    if len(value) < SHORTEST or value.isalpha():
        return None
    portal = bool(AGENCY.fullmatch(bare))
    return Reference(
        value, "" if portal else _shape(bare), portal or bool(UUID.fullmatch(value))
    )


def _unlabelled(line: str) -> str:
    """Return a number without "Kennziffer:" before it."""
    label = LABEL.match(line)
    return line[label.end() if label else 0 :].strip()


def _shape(bare: str) -> str:
    return SIGNS.sub("-", LETTERS.sub("A", DIGITS.sub("9", bare)).strip("-"))


def in_text(text: str) -> tuple[str, ...]:
    """Return the numbers that a text names with a label."""
    marked = [place for mark in MARKS if (place := text.find(mark)) >= 0]
    if not marked:
        return ()
    found = IN_TEXT.findall(text, max(0, min(marked) - BEFORE))
    return tuple([number.rstrip("./-") for number in found])
