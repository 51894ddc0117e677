"""The job search of an installation: understand, ask, merge, rank.

One `JobSearch` lives in each process (`reihum.reads.jobs` holds it). It may be called
from any thread: the asking itself happens in a thread of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from reihum.jobs.answer import Answer
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Query, Understood
from reihum.jobs.sources.source import Settings


class Config(Struct, frozen=True, kw_only=True):
    """What an installation decides about its job search.

    `sources` has the settings of every source by its key. `folder` keeps what can be
    thrown away: answers, counters, health, places. `standins` says that the portals
    are local stand-ins, so that every page marks what it shows as a demonstration.
    """

    sources: Mapping[str, Settings]
    folder: Path
    deadline_seconds: float = 2.0
    standins: bool = False


class JobSearch:
    """Ask all portals that are switched on, and make one list of what they say."""

    def __init__(self, config: Config) -> None:
        self.config = config

    def understand(self, query: Query, language: str) -> Understood:
        """Return what the query means, or why nothing can be asked."""
        raise NotImplementedError

    def answers(
        self, understood: Understood, own: Sequence[Advertisement], today: date
    ) -> Iterator[Answer]:
        """Yield the list as it grows; the last one is complete.

        The first comes at once, from `own` and what the cache has; then one whenever
        portals have answered, the last at the deadline at the latest.
        """
        raise NotImplementedError

    def answer(
        self, understood: Understood, own: Sequence[Advertisement], today: date
    ) -> Answer:
        """Return the complete answer."""
        *_, last = self.answers(understood, own, today)
        return last

    def details(self, key: str) -> Advertisement | None:
        """Return all that a portal says of one advertisement that a search found."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop asking; what is under way is dropped."""
