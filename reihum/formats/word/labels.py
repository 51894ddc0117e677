"""A printed number taken apart, so that Word can count it: "bb)" is the 28th letter."""

import re
from typing import NamedTuple

from reihum.formats.word.numerals import written

_LETTERS = 26
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_STRICT_ROMAN = re.compile(
    "(?=[mdclxvi])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})"
)
_COUNTED = re.compile(
    r"(.*?)(\d{1,6}|([a-z])\3{0,3}|[ivxlcdm]+|([A-Z])\4{0,3}|[IVXLCDM]+)([^\w]*)"
)
DASH = "-"


class Family(NamedTuple):
    """How numbers of one kind are written.

    `format` is Word's name for it; `before` and `behind` stand around what is counted.
    """

    format: str
    before: str = ""
    behind: str = ""


class Label(NamedTuple):
    """A printed number: its family, and which one of it (None: it is not counted)."""

    family: Family
    value: int | None = None


DASHES = Family("bullet", "–")
DECIMAL = Family("decimal", "", ".")
LETTER = Family("lowerLetter", "", ")")
DOUBLE = _LETTERS + 1  # Word goes on with aa, bb after z


def label_of(number: str) -> Label:
    """Return how a printed number is counted; what cannot be is printed as it is."""
    if number == DASH:
        return Label(DASHES)
    found = _COUNTED.fullmatch(number)
    if found is not None:
        format_, value = _value(found[2], found[5])
        label = Label(Family(format_, found[1], found[5]), value)
        if printed(label) == number:
            return label
    return Label(Family("none", number))


def printed(label: Label) -> str:
    """Return what a label looks like on paper."""
    family, value = label
    if value is None:
        return family.before + family.behind
    return family.before + written(value, family.format) + family.behind


def _value(counted: str, behind: str) -> tuple[str, int]:
    if counted.isdigit():
        return "decimal", int(counted)
    low = counted.lower()
    case = "lower" if counted == low else "upper"
    if _is_roman(low, case + behind):
        return f"{case}Roman", _roman(low)
    return f"{case}Letter", (len(low) - 1) * _LETTERS + ord(low[0]) - ord("a") + 1


def _is_roman(low: str, kind: str) -> bool:
    """Whether it is a Roman numeral: "I." and "iv)", but not "C.", and never "ii)"."""
    if _STRICT_ROMAN.fullmatch(low) is None:
        return False
    return len(set(low)) > 1 or (low[0] in "ivx" and kind != "lower)")


def _roman(low: str) -> int:
    values = [_ROMAN[letter] for letter in low]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value
        for value, after in zip(values, following, strict=True)
    )
