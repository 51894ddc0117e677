"""The job search of an installation: understand, ask, merge, rank.

One `JobSearch` lives in each process (`reihum.reads.jobs` holds it). It may be called
from any thread: the asking itself happens in a thread of its own.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import monotonic

from reihum import __version__
from reihum.jobs.answer import Answer, Outcome, State, Told
from reihum.jobs.ask.exchange import Exchange, exchange
from reihum.jobs.ask.listening import Listening
from reihum.jobs.ask.portal import Finish
from reihum.jobs.assemble import assemble
from reihum.jobs.centres import Centre, near
from reihum.jobs.merge.profile import profile
from reihum.jobs.model import Advertisement
from reihum.jobs.places.places import Places
from reihum.jobs.query import Query, Understood
from reihum.jobs.reading.complete import complete
from reihum.jobs.settings import Config
from reihum.jobs.sources import SOURCES
from reihum.jobs.sources.located import country
from reihum.jobs.sources.source import Source, Way
from reihum.jobs.standins.links import at_home
from reihum.jobs.understand import understand

__all__ = ["Config", "JobSearch"]

SOON = 0.1  # seconds until the first list with what portals say
PAUSE = 0.4  # seconds between two lists, so that a page does not flicker
SHARE = 12  # a list may take one part in so many of the time: under load they are fewer
READING = 5.0  # seconds more, at most, to read what had come by the deadline
DETAILS_SECONDS = 3.0
PATIENT = 0.75  # of the time there is: who has not had a turn by then gets no answer
REMEMBERED = 8192  # advertisements that are not finished again when they come again …
LONGEST = 8_000  # … with so many signs of text


@dataclass(frozen=True, slots=True)
class Lists:
    """What all lists of one search have in common."""

    understood: Understood
    ours: tuple[Told, ...]
    today: date

    def made(self, told: tuple[Told, ...], *, complete: bool) -> Answer:
        """Return the list of what the portals have told, and of our own."""
        both = *told, *self.ours
        return assemble(self.understood, both, self.today, complete=complete)


class JobSearch:
    """Ask all portals that are switched on, and make one list of what they say."""

    def __init__(self, config: Config, sources: Iterable[Source] = SOURCES) -> None:
        self.config = config
        self._sources = tuple(one for one in sources if one.key in config.sources)
        self._places = Places(config.folder)
        self._known = lru_cache(REMEMBERED)(self._finish)
        self._exchange = _exchange(config, self._sources, self._finished)

    def warm(self) -> None:
        """Read the tables of words and places now, so that no visitor waits for them.

        What is there then stays as long as the process: it is taken out of the garbage
        collector's hands, which would look through all of it in the middle of a search.
        """
        self.understand(Query(words="Koch", place="Berlin"), "de")
        country("Deutschland")
        gc.collect()
        gc.freeze()

    def renew(self) -> None:
        """Begin to fetch what portals give as a whole, where it is due; return at once.

        Only what visitors are shown is fetched: with stand-ins, or where no foreign
        portal may be asked, nothing is.
        """
        if self.config.portals and not self.config.standins:
            self._exchange.renew()

    def understand(self, query: Query, language: str) -> Understood:
        """Return what the query means, or why nothing can be asked."""
        return understand(query, language, self._places)

    def centres(self, understood: Understood) -> tuple[Centre, ...]:
        """Return the installation's welcome centres near the place asked for."""
        return near(self.config.centres, understood.asked, self._places)

    def answers(
        self, understood: Understood, own: Sequence[Advertisement], today: date
    ) -> Iterator[Answer]:
        """Yield the list as it grows; the last one is complete.

        The first comes at once, from `own` and what the cache has; then one whenever
        portals have answered, the last at the deadline at the latest.
        """
        end = monotonic() + self.config.deadline_seconds
        lists = Lists(understood, self._own(own), today)
        with self._listening(understood) as listening:
            if listening is not None:
                listening.wait_for_kept(end)
                yield from _growing(listening, end, lists)
                listening.finish(end + READING)
            yield lists.made(_told(listening, final=True), complete=True)

    def answer(
        self, understood: Understood, own: Sequence[Advertisement], today: date
    ) -> Answer:
        """Return the complete answer."""
        end = monotonic() + self.config.deadline_seconds
        lists = Lists(understood, self._own(own), today)
        with self._listening(understood) as listening:
            if listening is not None:
                _work_ahead(listening, end)
                listening.finish(end + READING)
            told = _told(listening, final=True)
        return lists.made(told, complete=True)

    def details(self, key: str) -> Advertisement | None:
        """Return all that a portal says of one advertisement that a search found.

        None where no search of late has found it. The installation's own are not
        known here.
        """
        return self._exchange.details(key, DETAILS_SECONDS)

    def kept(self, keys: Sequence[str]) -> tuple[Advertisement, ...]:
        """Return those of the advertisements that searches found; asks no portal."""
        return self._exchange.kept(keys, DETAILS_SECONDS)

    def close(self) -> None:
        """Stop asking; what is under way is dropped."""
        self._exchange.close()

    def _finished(self, ad: Advertisement) -> Advertisement:
        """Return an advertisement with all that its text and its places tell.

        What was told once is remembered, as long as places are known by the same file.
        """
        finish = self._known if len(ad.text) <= LONGEST else self._finish
        return finish(ad, self._places.edition)

    def _finish(self, ad: Advertisement, _edition: int) -> Advertisement:
        whole = self._places.locate(complete(ad))
        return at_home(whole, self.config.sources) if self.config.standins else whole

    @contextmanager
    def _listening(self, understood: Understood) -> Iterator[Listening | None]:
        """Ask the portals, and hear of them as long as somebody wants to know."""
        if (asked := understood.asked) is None:
            yield None
            return
        listening = self._exchange.listen(asked, asked.query.sources)
        try:
            yield listening
        finally:
            listening.leave()

    def _own(self, own: Sequence[Advertisement]) -> tuple[Told, ...]:
        """Return the installation's own advertisements as those of one more source."""
        ads = tuple(map(self._finished, own))
        return tuple(
            Told(outcome=_all_given(source, len(ads)), advertisements=ads)
            for source in self._sources
            if source.way is Way.OWN
        )


def _growing(listening: Listening, end: float, lists: Lists) -> Iterator[Answer]:
    """Yield a list whenever there is news, but not all the time.

    None is begun that would only be ready after the deadline.
    """
    took, pause = 0.0, SOON
    while not listening.done and monotonic() + took < end:
        start = monotonic()
        yield lists.made(_told(listening, final=False), complete=False)
        took = monotonic() - start
        if not listening.wait(end):
            return
        listening.gather(min(start + max(pause, took * SHARE), end))
        pause = PAUSE


def _work_ahead(listening: Listening, end: float) -> None:
    """Wait for the portals, and use the time for what can be worked out before."""
    seen: dict[str, int] = {}  # of several employers some may be missed: no matter
    while not listening.done and listening.wait(end):
        for told in _told(listening, final=False):
            source, ads = told.outcome.source, told.advertisements
            for ad in ads[seen.get(source, 0) :]:
                profile(ad)
            seen[source] = len(ads)


def _told(listening: Listening | None, *, final: bool) -> tuple[Told, ...]:
    return () if listening is None else listening.told(final=final)


def _all_given(source: Source, count: int) -> Outcome:
    return Outcome(
        source=source.key, name=source.name, state=State.ANSWERED,
        given=count, total=count, took_ms=0,
    )  # fmt: skip


def agent_of(config: Config) -> str:
    """Return how an installation names itself to portals."""
    return f"Reihum/{__version__}" + (f" (+{config.site})" if config.site else "")


def file_of(config: Config) -> str:
    """Return the name of the shared file; invented answers have one of their own."""
    return "answers-demo.sqlite3" if config.standins else "answers.sqlite3"


def _exchange(config: Config, sources: Iterable[Source], finish: Finish) -> Exchange:
    asked = {one.key: (one, config.sources[one.key]) for one in sources}
    file = config.folder / file_of(config)
    patience = PATIENT * config.deadline_seconds
    return exchange(asked, file, agent_of(config), finish, patience=patience)
