"""How the portals did in one search, ready to be shown.

What is true of many portals is said once: with a filter that hardly any of them knows,
the box would say nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from reihum.jobs.answer import Answer, Outcome, State
from reihum.jobs.query import Criterion
from reihum.jobs.sources import BY_KEY
from reihum.jobs.sources.source import Way
from reihum.public import jobs_sentences as sentences
from reihum.public.jobs_entries import Door, safe

FIXED = {State.ANSWERED: "", State.WAITING: "is-late", State.LATE: "is-late"}
# Named to everybody, where the others are named to who asks. Off is no news.
FAILED = frozenset(State) - {State.ANSWERED, State.WAITING, State.OFF}
MANY = 3  # portals that cannot filter by the same are named together


@dataclass(frozen=True, slots=True)
class Portal:
    """How one portal did."""

    name: str
    css: str
    numbers: str
    trouble: str
    remarks: tuple[str, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """What many portals cannot do; no names where none of them can."""

    sentence: str
    names: tuple[str, ...]


def box(answer: Answer) -> dict[str, object]:
    """Return what the box of the portals shows.

    `failed` give nothing this time, or not all; `portals` are the others; `empty` are
    the names of those that answered well, and have nothing.
    """
    shared = _shared(answer)
    told = [_own(one, shared) for one in answer.outcomes]
    others = [one for one in told if one.state not in FAILED]
    return {
        "failed": [_portal(one) for one in told if one.state in FAILED],
        "portals": [_portal(one) for one in others if _is_news(one)],
        "empty": [one.name for one in others if _is_empty(one)],
        "shared": list(_sentences(answer, shared)),
    }


def badges(answer: Answer) -> list[Door]:
    """Return what portals want to stand beside a list that has something of them."""
    shown = (BY_KEY[one.source] for one in answer.outcomes
             if one.shown and one.source in BY_KEY)  # fmt: skip
    return [Door(source.badge, safe(source.site)) for source in shown if source.badge]


def _shared(answer: Answer) -> dict[Criterion, tuple[str, ...]]:
    """Return the criteria that many portals do not know, with their names."""
    answered = [one for one in answer.outcomes if one.state is State.ANSWERED]
    lacking = {
        criterion: tuple(one.name for one in answered if criterion in one.cannot)
        for criterion in Criterion
    }
    return {one: names for one, names in lacking.items() if len(names) >= MANY}


def _sentences(
    answer: Answer, shared: dict[Criterion, tuple[str, ...]]
) -> Iterator[Shared]:
    asked = sum(map(_is_asked, answer.outcomes))
    for criterion, names in shared.items():
        none = len(names) == asked
        sentence = sentences.we_filter(criterion, none=none)
        yield Shared(sentence, () if none else names)


def _is_asked(one: Outcome) -> bool:
    """Return whether it is another's portal, and answered."""
    source = BY_KEY.get(one.source)
    ours = source is not None and source.way is Way.OWN
    return one.state is State.ANSWERED and not ours


def _own(one: Outcome, shared: dict[Criterion, tuple[str, ...]]) -> Outcome:
    """Return what is to be said of this portal alone; who gave nothing filters none."""
    gave = one.state is State.ANSWERED or one.shown
    lacking = (criterion for criterion in one.cannot if criterion not in shared)
    return replace(one, cannot=tuple(lacking) if gave else ())


def _is_news(one: Outcome) -> bool:
    if one.state is State.ANSWERED:
        return bool(one.shown or sentences.remarks(one))
    return one.state is not State.OFF


def _is_empty(one: Outcome) -> bool:
    return one.state is State.ANSWERED and not _is_news(one)


def _portal(one: Outcome) -> Portal:
    return Portal(
        name=one.name,
        css=FIXED.get(one.state, "is-blocked"),
        numbers=sentences.numbers(one),
        trouble=sentences.trouble(one),
        remarks=sentences.remarks(one),
        again=one.state is State.LATE,
    )
