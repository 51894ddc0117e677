"""What a site allows a program to read (robots.txt, RFC 9309)."""

from msgspec import Struct
from protego import Protego
from yarl import URL

from reihum.jobs.answer import State
from reihum.jobs.ask.clock import Clock
from reihum.jobs.ask.failed import Failed
from reihum.jobs.ask.fetch import Fetcher
from reihum.jobs.sources.source import Request

NAME = "Reihum"  # how a robots.txt can speak of us
LARGEST = 512_000  # bytes; what stands behind need not be read (RFC 9309, 2.5)
GOOD_FOR = 86_400.0
AGAIN_AFTER = 600.0  # seconds, where it could not be read


class Rules(Struct, frozen=True):
    """A site's rules, or why they are not known: then nothing may be read."""

    rules: Protego | Failed
    until: float


class Robots:
    """Asks each site once a day, and waits as long as it wants between two calls."""

    def __init__(self, fetcher: Fetcher, clock: Clock) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._known: dict[URL, Rules] = {}
        self._next: dict[URL, float] = {}

    async def admit(self, address: str) -> None:
        """Return when the address may be read; raise `Failed` where it may not.

        A site that forbids it is not the same as one whose rules cannot be read.
        """
        site = URL(address, encoded=True).origin()
        rules = await self._rules(site)
        if isinstance(rules, Failed):
            raise Failed(rules.state, rules.reason)
        if not rules.can_fetch(address, NAME):
            raise Failed(State.BLOCKED, "robots")
        await self._wait(site, float(rules.crawl_delay(NAME) or 0))

    async def _rules(self, site: URL) -> Protego | Failed:
        known = self._known.get(site)
        if known is None or known.until <= self._clock.now():
            known = self._known[site] = await self._read(site)
        return known.rules

    async def _read(self, site: URL) -> Rules:
        now = self._clock.now()
        try:
            body = await self._fetcher.fetch(Request(url=f"{site}/robots.txt"))
        except Failed as failed:
            # "You may not see it" or "there is none" says: everything is allowed.
            if failed.reason.startswith("http-4") and failed.reason != "http-429":
                return Rules(Protego.parse(""), now + GOOD_FOR)
            return Rules(failed, now + AGAIN_AFTER)
        text = body[:LARGEST].decode("utf-8", "replace")
        return Rules(Protego.parse(text), now + GOOD_FOR)

    async def _wait(self, site: URL, delay: float) -> None:
        """Keep the distance between two calls; who comes later waits longer."""
        if not delay:
            return
        now = self._clock.tick()
        turn = max(self._next.get(site, now), now)
        self._next[site] = turn + delay
        if turn > now:
            await self._clock.sleep(turn - now)
