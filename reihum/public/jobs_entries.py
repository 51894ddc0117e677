"""An entry of the list, and an advertisement, ready to be shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from reihum.jobs import address
from reihum.jobs.answer import Answer
from reihum.jobs.model import Advertisement, Entry, Level, Offer, Recognition
from reihum.jobs.query import PAGE_SIZE, Query
from reihum.look.own_jobs import in_language, is_ours
from reihum.look.parts import local
from reihum.public import jobs_words as words

BAR_WIDTH = 6.8  # of the drawing of a level, whose box is 40 by 12
# A link of somebody else's may only lead to a page: never to a script.
SCHEMES = ("https://", "http://")
ALSO = "auch"  # in the address of an advertisement: the keys of its copies
MOST_COPIES = 12  # each is looked for among all that is kept of its portal


@dataclass(frozen=True, slots=True)
class Door:
    """Where to apply: the portal's name, and the address of the advertisement."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One of six bars that show a level of German."""

    x: str  # a number of SVG, which no language writes with a comma
    on: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the list.

    `id` is its anchor on this page; `lang` and `dir` are those of title and employer.
    """

    id: str
    key: str
    title: str
    url: str
    details: str
    lang: str
    dir: str
    who: str
    distance: str
    facts: tuple[str, ...]
    pay: str
    pay_published: str
    level: str
    bars: tuple[Bar, ...]
    age: str
    published: date | None
    deadline: str
    public_service: bool
    agency: str
    recognition: str
    doors: tuple[Door, ...]
    maybe: tuple[Door, ...]


def total_pages(answer: Answer) -> int:
    return max(1, -(-len(answer.entries) // PAGE_SIZE))


def page_of(answer: Answer, query: Query) -> int:
    """Return the page that is shown: the last one where a higher one is asked for."""
    return min(query.page, total_pages(answer))


def cut(answer: Answer, query: Query) -> Sequence[Entry]:
    """Return the entries of the page."""
    first = (page_of(answer, query) - 1) * PAGE_SIZE
    return answer.entries[first : first + PAGE_SIZE]


def shown(answer: Answer, query: Query, today: date) -> list[Shown]:
    """Return the lines of the page."""
    entries = cut(answer, query)
    around = _List(
        query=query,
        today=today,
        here={entry.key: f"stelle-{n}" for n, entry in enumerate(entries, 1)},
        known={entry.key: entry for entry in answer.entries},
        names={one.source: one.name for one in answer.outcomes},
    )
    return [around.line(entry) for entry in entries]


@dataclass(frozen=True, slots=True)
class _List:
    """What a line needs to know of the list that it stands in.

    `here` has the anchors of the entries of this page, `known` all entries, `names`
    those of the portals.
    """

    query: Query
    today: date
    here: Mapping[str, str]
    known: Mapping[str, Entry]
    names: Mapping[str, str]

    def line(self, entry: Entry) -> Shown:
        ad = entry.best
        return Shown(
            id=self.here[entry.key],
            key=entry.key,
            title=ad.title,
            url=safe(ad.url),
            details=details_of(entry, self.query),
            lang=ad.lang,
            dir=words.direction(ad.lang),
            who=who(ad),
            distance=words.distance(entry.distance_km),
            facts=words.facts(ad),
            pay=words.pay(ad.salary),
            pay_published=words.pay_published(ad.salary),
            level=words.level(ad),
            bars=bars(ad),
            age=words.age(ad.published, self.today),
            published=ad.published,
            deadline=deadline(ad),
            public_service=bool(ad.public_service),
            agency=ad.agency,
            recognition=recognition(ad),
            doors=self.doors(entry),
            maybe=tuple(self.maybe(entry)),
        )

    def doors(self, entry: Entry) -> tuple[Door, ...]:
        """Return each portal once, with the first of its addresses."""
        return tuple(
            Door(self.names.get(offer.source, offer.source), safe(offer.url))
            for offer in reached(entry)
        )

    def maybe(self, entry: Entry) -> Iterator[Door]:
        """Yield what may be the same job: on this page, or elsewhere."""
        for key in entry.maybe:
            if (other := self.known.get(key)) is not None:
                anchor = self.here.get(key)
                url = f"#{anchor}" if anchor else details_of(other, self.query)
                yield Door(other.best.title, url)


def reached(entry: Entry) -> tuple[Offer, ...]:
    """Return of each portal the first offer that has an address to apply at."""
    found: dict[str, Offer] = {}
    for offer in entry.offers:
        if safe(offer.url):
            found.setdefault(offer.source, offer)
    return tuple(found.values())


def details_of(entry: Entry, query: Query) -> str:
    """Return the address of one advertisement.

    It remembers the copies of it in other portals by their keys, and the search.
    """
    others = [one.key for one in reached(entry) if one.source != entry.best.source]
    keys = urlencode({"id": entry.key, ALSO: others[:MOST_COPIES]}, doseq=True)
    asked = address.text_of(query)
    return f"{reverse('public:job')}?{keys}" + (f"&{asked}" if asked else "")


def safe(url: str) -> str:
    """Return an address that may be linked, or nothing: our own in this language."""
    if is_ours(url):
        return in_language(url)
    return url if url.lower().startswith(SCHEMES) else ""


def who(ad: Advertisement) -> str:
    """Return "Klinikum · Chemnitz"."""
    return " · ".join(part for part in (ad.employer, words.where(ad.places)) if part)


def bars(ad: Advertisement) -> tuple[Bar, ...]:
    if ad.level is None:
        return ()
    return tuple(
        Bar(f"{0.5 + BAR_WIDTH * number:.1f}", one <= ad.level)
        for number, one in enumerate(Level)
    )


def deadline(ad: Advertisement) -> str:
    if ad.deadline is None:
        return ""
    return _("Bewerben bis %(day)s") % {"day": local.day(ad.deadline)}


def recognition(ad: Advertisement) -> str:
    """Return what the list says: only where something has to be done."""
    needed = (Recognition.REGULATED, Recognition.ASKED)
    if ad.recognition not in needed:
        return ""
    return str(words.RECOGNITION[ad.recognition])
