"""The numbers of agenda items (TOP): not decimals, never given twice, gaps stay.

Forms met in printed minutes: "1", "2.10", "2.9b", "A3", and for items that are dealt
with together "3/5/46" or "2a/2b". Circular resolutions are "u1", "u2", … of a year.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from reihum.rules.dates import NB
from reihum.rules.words import Refusal, Text

_COUNT = "[1-9][0-9]{0,2}"
_ITEM = re.compile(
    rf"(?P<section>[A-Z]?)(?P<numbers>{_COUNT}(?:\.{_COUNT})*)(?P<suffix>[a-z]?)"
    r"|(?P<letter>[A-Z])"
)
_CIRCULAR = re.compile(rf"(?P<section>u)(?P<numbers>{_COUNT})(?P<suffix>)")
_KEY = re.compile(rf"({_COUNT}[0-9]?)-([0-9A-Za-z.+]+)")
_UNKNOWN = "~"  # after every letter
_NO_PAGE = 1_000_000

Key = tuple[tuple[str, tuple[int, ...], str], ...]


def sort_key(number: str) -> Key:
    """Order as printed: 2.9 < 2.9b < 2.10 < 3/5/46 < 4 < A3 < u1.

    Letter sections come after all numbered ones, circular resolutions after them; a
    merged number stands where its first number stood. What is no number comes last.
    """
    return tuple(_part_key(part) for part in number.split("/"))


def printed_order(
    pages: Mapping[str, int | None],
) -> Callable[[str], tuple[int, Key]]:
    """Return the key by which one agenda is sorted: the numbers, and their pages.

    A letter section stands last, but where its pages come first it was printed first.
    """
    first: dict[str, int] = {}
    for number, page in pages.items():
        if page is not None:
            section = _section(number)
            first[section] = min(page, first.get(section, page))
    return lambda number: (first.get(_section(number), _NO_PAGE), sort_key(number))


def _section(number: str) -> str:
    return number[:1] if number[:1].isalpha() else ""


def check(number: str, taken: Collection[str]) -> Refusal | None:
    """Return why this number cannot be given, if so. Merged numbers take each part."""
    if not _well_formed(number):
        return Refusal.invalid(
            f"„{number}“ ist keine Nummer eines Tagesordnungspunktes. Möglich sind "
            "zum Beispiel 1, 2.10, 2.9b, A3 oder 3/5/46.",
            f"“{number}” is not the number of an agenda item. Possible are, for "
            "example, 1, 2.10, 2.9b, A3 or 3/5/46.",
            "number",
        )
    parts = set(number.split("/"))
    holder = next((given for given in taken if parts & set(given.split("/"))), None)
    if holder is None:
        return None
    return Refusal.conflict(
        f"Die Nummer {number} ist schon vergeben (TOP{NB}{holder}). "
        "Eine Nummer wird nur einmal vergeben.",
        f"The number {number} is already given (item{NB}{holder}). "
        "A number is given only once.",
        "number",
    )


def suggest(section: str, taken: Collection[str]) -> str:
    """Return the number after the highest one ever given in a section.

    "2" suggests "2.11", "A" suggests "A4", and "" the next whole number.
    """
    prefix = section if section == "" or section.isalpha() else f"{section}."
    form = re.compile(rf"{re.escape(prefix)}({_COUNT})")
    parts = (part for number in taken for part in number.split("/"))
    given = [int(match[1]) for part in parts if (match := form.match(part))]
    return f"{prefix}{max(given, default=0) + 1}"


def merged(numbers: Iterable[str]) -> str:
    """Return the number under which several items are dealt with together."""
    parts = {part for number in numbers for part in number.split("/")}
    return "/".join(sorted(parts, key=sort_key))


def refers(number: str) -> Text:
    """Return what the agenda prints where an item was merged into this one."""
    first = number.split("/", maxsplit=1)[0]
    return Text(f"Siehe TOP{NB}{first}", f"See item{NB}{first}")


def circular(count: int) -> str:
    """Return the number of the n-th circular resolution of a year: "u3"."""
    return f"u{count}"


def resolution_key(conference: int, number: str) -> str:
    """Return the permanent id of a resolution: "16-2.5", "13-3+5+46", "2020-u3".

    For a circular resolution, the year stands in the place of the conference.
    """
    return f"{conference}-{number.replace('/', '+')}"


def parse_key(key: str) -> tuple[int, str] | None:
    """Return conference (or year) and number, or nothing if it is no such id."""
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    number = match[2].replace("+", "/")
    known = _well_formed(number) or _CIRCULAR.fullmatch(number)
    return (int(match[1]), number) if known else None


def _well_formed(number: str) -> bool:
    parts = number.split("/")
    return all(map(_ITEM.fullmatch, parts)) and merged(parts) == number


def _part_key(part: str) -> tuple[str, tuple[int, ...], str]:
    match = _ITEM.fullmatch(part) or _CIRCULAR.fullmatch(part)
    if match is None:
        return (_UNKNOWN, (), part)
    found = match.groupdict()
    if found.get("letter"):
        return (found["letter"], (), "")
    numbers = tuple(int(count) for count in found["numbers"].split("."))
    return (found["section"], numbers, found["suffix"])
