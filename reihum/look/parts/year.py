"""The year of office as one line, with labels that never lie on each other.

A label stands above its dot, on one of several levels, in the middle of its lead or to
one side of it. The placing is a search: the first arrangement in which no label touches
another one and no lead runs through a label. Where even that is not to be had, the page
shows the list instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from reihum.look.parts.dates import month, short_span

WIDTH, LEFT, RIGHT = 1020, 10, 1010
LEVEL, BASE = 34, 58  # height of a label of two lines; the axis below one level
LETTER, SOFT_LETTER = 7.3, 6.7  # width of a letter at 13 px, on the generous side
GAP, BESIDE = 8.0, 6.0
MAX_LEVELS, MAX_STEPS = 4, 4000
TODAY_HALF = 20.0


@dataclass(frozen=True, slots=True)
class Event:
    """One date of the year; `main` marks the conference that the year leads to."""

    begins: date
    label: str
    ends: date | None = None
    main: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands: its box on its level, and the `x` of its lead."""

    x: float
    level: int
    anchor: str
    left: float
    right: float

    @property
    def text_x(self) -> float:
        return {"start": self.left, "end": self.right}.get(self.anchor, self.x)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, ready to be drawn; numbers are text, because SVG knows no comma."""

    iso: str
    when: str
    label: str
    due: bool
    main: bool
    x: str
    text_x: str
    anchor: str
    title_y: str
    when_y: str
    lead_y: str


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    label_x: str
    label: str


@dataclass(frozen=True, slots=True)
class Year:
    """The drawing; heights are counted from the axis, `axis` below the top."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    axis: str
    height: str
    today: str
    today_below: bool
    fits: bool


def _place(day: date, begins: date, ends: date) -> float:
    share = (day - begins).days / max((ends - begins).days + 1, 1)
    return round(LEFT + (RIGHT - LEFT) * min(max(share, 0), 1), 1)


def _when(event: Event) -> str:
    return f"{short_span(event.begins, event.ends)} {event.note}".strip()


def _width(event: Event) -> float:
    return max(len(event.label) * LETTER, len(_when(event)) * SOFT_LETTER)


def _candidates(x: float, width: float, turn: int, levels: int) -> Iterator[Label]:
    """Yield the places of one label, the pleasant ones first: levels take turns."""
    near = sorted(range(levels), key=lambda level: ((level - turn) % 2, level))
    edge = x - width / 2 < 0, x + width / 2 > WIDTH
    for level in near:
        if not any(edge):
            yield Label(x, level, "middle", x - width / 2, x + width / 2)
        if edge[0]:
            yield Label(x, level, "start", 4, 4 + width)
        if edge[1]:
            yield Label(x, level, "end", WIDTH - 7 - width, WIDTH - 7)
    for level in near:
        if x + BESIDE + width <= WIDTH:
            yield Label(x, level, "start", x + BESIDE, x + BESIDE + width)
        if x - BESIDE - width >= 0:
            yield Label(x, level, "end", x - BESIDE - width, x - BESIDE)


def clash(one: Label, two: Label) -> bool:
    """Return whether the boxes touch, or the lead of one runs through the other."""
    if one.level == two.level:
        return one.left - GAP < two.right and two.left - GAP < one.right
    low, high = sorted((one, two), key=lambda label: label.level)
    return low.left - 2 < high.x < low.right + 2


def arrange(spots: Sequence[tuple[float, float]], levels: int) -> list[Label] | None:
    """Place labels given as (x, width) from left to right, or return None."""
    steps = 0

    def attempt(placed: list[Label]) -> list[Label] | None:
        nonlocal steps
        if len(placed) == len(spots):
            return placed
        for label in _candidates(*spots[len(placed)], len(placed), levels):
            steps += 1
            if steps > MAX_STEPS:
                return None
            if not any(clash(label, other) for other in placed):
                done = attempt([*placed, label])
                if done is not None:
                    return done
        return None

    return attempt([])


# To search takes a good part of the page's time, and a year of office seldom changes.
@lru_cache(maxsize=256)
def _arranged(spots: tuple[tuple[float, float], ...]) -> tuple[Sequence[Label], bool]:
    """Return where the labels stand, and whether they found place at all."""
    for levels in range(2, MAX_LEVELS + 1):
        labels = arrange(spots, levels)
        if labels is not None:
            return tuple(labels), True
    return tuple(Label(x, 0, "middle", x, x) for x, _width_ in spots), False


def _mark(event: Event, label: Label, today: date) -> Mark:
    title_y = -40 - LEVEL * label.level
    due = (event.ends or event.begins) >= today
    return Mark(
        event.begins.isoformat(), _when(event), event.label, due, event.main,
        f"{label.x:g}", f"{label.text_x:.1f}", label.anchor,
        str(title_y), str(title_y + 16), str(title_y + 22),
    )  # fmt: skip


def _ticks(begins: date, ends: date) -> tuple[Tick, ...]:
    first = begins if begins.day == 1 else _next_month(begins)
    ticks = []
    while first <= ends:
        x = _place(first, begins, ends)
        ticks.append(Tick(f"{x:g}", f"{x + 5:g}", month(first)))
        first = _next_month(first)
    return tuple(ticks)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _below(x: float, labels: Sequence[Label]) -> bool:
    """Return whether the word "today" must go below, for the place above is taken."""
    word = Label(x, 0, "middle", x - TODAY_HALF, x + TODAY_HALF)
    return any(
        clash(word, label) or word.left - 4 < label.x < word.right + 4
        for label in labels
    )


def year(events: Sequence[Event], begins: date, ends: date, today: date) -> Year:
    """Return the line from `begins` to `ends`, and today where it lies between."""
    order = sorted(events, key=lambda event: (event.begins, event.label))
    spots = ((_place(event.begins, begins, ends), _width(event)) for event in order)
    labels, fits = _arranged(tuple(spots))
    axis = BASE + LEVEL * max((label.level for label in labels), default=0)
    here = _place(today, begins, ends)
    below = _below(here, labels)
    return Year(
        tuple(_mark(*pair, today) for pair in zip(order, labels, strict=True)),
        _ticks(begins, ends),
        str(axis),
        str(axis + (52 if below else 36)),
        f"{here:g}" if begins <= today <= ends else "",
        below,
        fits,
    )
