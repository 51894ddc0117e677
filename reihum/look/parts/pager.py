"""Pages of a long list: the first, the last, and those around the current one."""

from dataclasses import dataclass
from urllib.parse import urlencode

GAP = 0


@dataclass(frozen=True, slots=True)
class Page:
    number: int  # GAP where pages are left out
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    pages: tuple[Page, ...]
    previous: str
    following: str


def shown(current: int, total: int, around: int = 2) -> list[int]:
    """Return the numbers to show, with GAP where at least two are left out."""
    near = {1, total, *range(current - around, current + around + 1)}
    numbers: list[int] = []
    for number in sorted(page for page in near if 1 <= page <= total):
        missing = number - numbers[-1] - 1 if numbers else 0
        if missing == 1:
            numbers.append(number - 1)
        elif missing:
            numbers.append(GAP)
        numbers.append(number)
    return numbers


def pager(
    current: int, total: int, query: dict[str, str] | None = None, key: str = "seite"
) -> Pager:
    """Return the links; `query` is what the address asks for besides the page."""

    def url(number: int) -> str:
        return "?" + urlencode({**(query or {}), key: number})

    pages = tuple(
        Page(number, url(number) if number else "", number == current)
        for number in shown(current, total)
    )
    previous = url(current - 1) if current > 1 else ""
    return Pager(pages, previous, url(current + 1) if current < total else "")
