"""How a counter is written: 3, c, cc, iii, III."""

from collections.abc import Callable, Mapping

_ROMAN = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90),
    ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_LONGEST = 4000  # beyond, Word writes figures too


def letters(count: int) -> str:
    """Return a … z, then aa, bb … zz, then aaa: the letter is repeated."""
    if not 0 < count < _LONGEST:
        return str(count)
    turn, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (turn + 1)


def roman(count: int) -> str:
    if not 0 < count < _LONGEST:
        return str(count)
    written = ""
    for numeral, worth in _ROMAN:
        times, count = divmod(count, worth)
        written += numeral * times
    return written


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda count: roman(count).upper(),
    "decimalZero": "{:02}".format,
    "ordinal": "{}.".format,
    "none": lambda _: "",
}


def written(count: int, kind: str) -> str:
    """Return a counter in one of Word's formats; those unknown here as figures."""
    return _FORMATS.get(kind, str)(count)
