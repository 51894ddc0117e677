"""How many entries each choice would leave, all other filters as they are.

The name of a facet is that of a `Criterion`, or "land" or "source"; its value is what
the filter would be set to:

| name | values |
|---|---|
| `level` | "a1" to "c2": asks for at most this; "unstated": names no level |
| `working_time`, `kind` | those of `WorkingTime` and `Kind` |
| `remote`, `public_service`, `recognition` | "yes": with this filter switched on |
| `published` | "1", "7", "30" days, "any" |
| `land`, `source` | a Land's code; a source's key |

Choices that leave nothing are there with 0, except of Länder and sources.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from reihum.jobs.answer import Facet
from reihum.jobs.model import Entry, Kind, Level, WorkingTime
from reihum.jobs.query import Criterion
from reihum.jobs.rank.fits import AT_HOME, LAND, NEEDED, SOURCE, Candidate

DAYS = (1, 7, 30)


def facets(candidates: Sequence[Candidate], today: date) -> tuple[Facet, ...]:
    """Return all facets, in the order of the table."""
    fitting, nearly = _by_failure(candidates)

    def left_by(name: str) -> list[Entry]:
        return [*fitting, *nearly.get(name, ())]

    return tuple(
        Facet(name, value, count)
        for name, count_of in COUNTS
        for value, count in count_of(left_by(name), today)
    )


def lands(candidates: Sequence[Candidate]) -> tuple[tuple[str, int], ...]:
    """Return how many entries each Land has, the most first."""
    fitting, nearly = _by_failure(candidates)
    counts = Counter(_lands([*fitting, *nearly.get(LAND, ())]))
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _by_failure(
    candidates: Iterable[Candidate],
) -> tuple[list[Entry], dict[str, list[Entry]]]:
    """Return the entries that pass all filters, and by name those that fail only one.

    An entry that fails two filters is in no count.
    """
    fitting: list[Entry] = []
    nearly: dict[str, list[Entry]] = {}
    for one in candidates:
        if not (one.no or one.unstated):
            fitting.append(one.entry)
        elif len(one.no) + len(one.unstated) == 1:
            (name,) = one.no or one.unstated
            nearly.setdefault(name, []).append(one.entry)
    return fitting, nearly


Counts = Iterator[tuple[str, int]]


def _levels(entries: list[Entry], _: date) -> Counts:
    counts = Counter([entry.best.level for entry in entries])
    up_to = accumulate(counts[level] for level in Level)
    yield from ((level.name.lower(), n) for level, n in zip(Level, up_to, strict=True))
    yield "unstated", counts[None]


def _working_times(entries: list[Entry], _: date) -> Counts:
    counts = Counter([time for entry in entries for time in entry.best.working_time])
    return ((time.value, counts[time]) for time in WorkingTime)


def _kinds(entries: list[Entry], _: date) -> Counts:
    counts = Counter([entry.best.kind for entry in entries])
    return ((kind.value, counts[kind]) for kind in Kind)


def _remote(entries: list[Entry], _: date) -> Counts:
    yield "yes", sum([entry.best.remote in AT_HOME for entry in entries])


def _public(entries: list[Entry], _: date) -> Counts:
    yield "yes", sum([entry.best.public_service is True for entry in entries])


def _recognition(entries: list[Entry], _: date) -> Counts:
    yield "yes", sum([entry.best.recognition not in NEEDED for entry in entries])


def _published(entries: list[Entry], today: date) -> Counts:
    days = [entry.best.published for entry in entries if entry.best.published]
    for back in DAYS:
        first = today - timedelta(days=back)
        yield str(back), sum([day >= first for day in days])
    yield "any", len(entries)


def _lands(entries: Iterable[Entry]) -> list[str]:
    return [
        land
        for entry in entries
        for land in {place.land for place in entry.best.places if place.land}
    ]


def _by_land(entries: list[Entry], _: date) -> Counts:
    return iter(sorted(Counter(_lands(entries)).items()))


def _by_source(entries: list[Entry], _: date) -> Counts:
    counts = Counter(
        [source for entry in entries for source in {o.source for o in entry.offers}]
    )
    return iter(sorted(counts.items()))


COUNTS: tuple[tuple[str, Callable[[list[Entry], date], Counts]], ...] = (
    (Criterion.LEVEL, _levels),
    (Criterion.WORKING_TIME, _working_times),
    (Criterion.KIND, _kinds),
    (Criterion.REMOTE, _remote),
    (Criterion.PUBLIC_SERVICE, _public),
    (Criterion.RECOGNITION, _recognition),
    (Criterion.PUBLISHED, _published),
    (LAND, _by_land),
    (SOURCE, _by_source),
)
