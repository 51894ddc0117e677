"""schema.org `JobPosting`, in the many forms in which pages and feeds write it. Pure.

Format: schema.org/JobPosting and Google's rules for structured data about jobs. Almost
every value may be a text, an object, a list of either, or a reference ("@id") to
another node of the same document: nothing is taken for granted, what cannot be read is
as good as not there.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.model import Advertisement, Place, Point, Remote, Salary
from reihum.jobs.reading.clean import clean, line
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.located import different, place, place_said, point
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.qualifications import qualification_said
from reihum.jobs.sources.rows import joined
from reihum.jobs.sources.values import named, needed, number, web

Node = Mapping[str, object]

MOST_NODES = 20_000  # of one document; an attack has more
REFERENCE = 2  # an object with so few fields only points to one: "@id", "@type"
LONGEST_NAME = 200  # signs of a qualification; more is a text and no name
PUBLIC = "GovernmentOrganization"
TEXTS = ("description", "responsibilities", "qualifications", "skills")
LANGUAGE = re.compile("[a-z]{2}(?:[-_][a-z]{2,4})?")
HOURS = re.compile(
    r"([0-9]{1,2}(?:[.,][0-9]{1,2})?)\s*(?:h|std|stunden|hours?)\b", re.IGNORECASE
)


class Document:
    """A document of JSON-LD: its postings, and its nodes by their id."""

    def __init__(self, value: object) -> None:
        """Keep what JSON gave; it is walked through when that is needed."""
        self._value = value

    @cached_property
    def postings(self) -> list[Node]:
        """Return all postings, in the order of the document."""
        return [node for node in _nodes(self._value) if _is_posting(node)]

    @cached_property
    def _known(self) -> dict[str, Node]:
        known: dict[str, Node] = {}
        for node in _nodes(self._value):
            if isinstance(key := node.get("@id"), str) and len(node) > 1:
                known.setdefault(key, node)
        return known

    def all(self, node: Node, name: str) -> list[object]:
        """Return what a node says under a name, as a list, references followed."""
        value = node.get(name)
        values = value if isinstance(value, list) else [value]
        return [self._followed(one) for one in values if one not in (None, "", {})]

    def first(self, node: Node, name: str) -> object:
        """Return the first of them, or None."""
        value = node.get(name)
        if isinstance(value, list):
            return next(iter(self.all(node, name)), None)
        return self._followed(value) if isinstance(value, dict) else value

    def text(self, node: Node, name: str) -> str:
        """Return the first text under a name; of an object, its name or value."""
        value = self.first(node, name)
        return value.strip() if isinstance(value, str) else _text(value)

    def nodes(self, node: Node, name: str) -> list[Node]:
        """Return the objects under a name."""
        return [one for one in self.all(node, name) if isinstance(one, dict)]

    def _followed(self, value: object) -> object:
        if isinstance(value, dict) and "@id" in value and len(value) <= REFERENCE:
            return self._known.get(str(value["@id"]), value)
        return value


def _nodes(value: object) -> Iterator[Node]:
    """Yield every object of a document, the outer ones first, without recursion."""
    waiting, seen = [value], 0
    while waiting and seen < MOST_NODES:
        found = waiting.pop()
        seen += 1
        if isinstance(found, dict):
            yield found
            waiting.extend(reversed(list(found.values())))
        elif isinstance(found, list):
            waiting.extend(reversed(found))


def _is_posting(node: Node) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(str(one).rpartition("/")[2] == "JobPosting" for one in kinds)


def _text(value: object) -> str:
    """Return a text, a number as text, or what an object is called."""
    if isinstance(value, dict):
        named_as = (value.get(key) for key in ("name", "value", "@value"))
        value = next((one for one in named_as if isinstance(one, str | int)), "")
    return "" if value is None or isinstance(value, bool) else str(value).strip()


class Origin(Struct, frozen=True, kw_only=True):
    """Where a posting was found: `url` is the page or "", `employer` whose it is."""

    source: str
    id: str
    employer: str
    url: str = ""


def advertisement(document: Document, posting: Node, origin: Origin) -> Advertisement:
    """Return a posting as an advertisement; ValueError without a title or an address.

    What the posting says of its address and employer goes before the origin's.
    """
    own = web(document.text(posting, "url"))
    said = employment(*map(_text, document.all(posting, "employmentType")))
    hours = HOURS.search(document.text(posting, "workHours")[:LONGEST_NAME])
    return Advertisement(
        source=origin.source,
        id=origin.id,
        title=needed(_title(document, posting)),
        url=needed(own or web(origin.url)),
        employer=line(_employer(document, posting)) or origin.employer,
        places=_places(document, posting),
        text=joined(_texts(document, posting)),
        lang=_language(document, posting),
        references=named([reference(document, posting)]),
        also=(origin.url,) if own and origin.url not in {"", own} else (),
        occupations=named(_occupations(document, posting)),
        working_time=said.working_time,
        hours=number(hours[1]) if hours else None,
        contract=said.contract,
        kind=said.kind,
        remote=_remote(document, posting),
        public_service=_public(document, posting),
        salary=_salary(document, posting),
        qualification=_qualification(document, posting),
        published=day(document.text(posting, "datePosted")),
        changed=day(document.text(posting, "dateModified")),
        deadline=day(document.text(posting, "validThrough")),
        starts=day(document.text(posting, "jobStartDate")),
    )


def _title(document: Document, posting: Node) -> str:
    return line(document.text(posting, "title") or document.text(posting, "name"))


def _language(document: Document, posting: Node) -> str:
    """Return "en" of "en-GB"; German where no code is given, as everywhere."""
    code = document.text(posting, "inLanguage").lower()
    return code[:2] if LANGUAGE.fullmatch(code) else "de"


def reference(document: Document, posting: Node) -> str:
    """Return the number under which the employer keeps it, "" for none."""
    found = document.first(posting, "identifier")
    if isinstance(found, dict):  # its `name` is the employer's, not the number's
        return _text(found.get("value"))
    text = _text(found)
    return "" if text.startswith(("http:", "https:")) else text


def _employer(document: Document, posting: Node) -> str:
    """Return the employer's name; of one without, that of the organisation above."""
    for node in document.all(posting, "hiringOrganization"):
        if not isinstance(node, dict):
            return _text(node)
        for name in ("name", "legalName", "parentOrganization", "department"):
            if text := document.text(node, name):
                return text
    return ""


def _texts(document: Document, posting: Node) -> list[str]:
    """Return the description and what stands beside it without being in it."""
    found: list[str] = []
    for name in TEXTS:
        text = clean("\n".join(map(_text, document.all(posting, name))))
        if text and not any(text in other for other in found):
            found.append(text)
    return found


def _occupations(document: Document, posting: Node) -> list[str]:
    nodes = document.all(posting, "relevantOccupation")
    nodes += document.all(posting, "occupationalCategory")
    return [text for text in map(_text, nodes) if not text.isdigit()]


def _qualification(document: Document, posting: Node) -> str:
    for value in document.all(posting, "educationRequirements"):
        found = value.get("credentialCategory") if isinstance(value, dict) else value
        text = line(_text(found))
        if text and len(text) <= LONGEST_NAME:
            return qualification_said(text)
    return ""


def _remote(document: Document, posting: Node) -> Remote | None:
    kinds = map(_text, document.all(posting, "jobLocationType"))
    return Remote.YES if "TELECOMMUTE" in map(str.upper, kinds) else None


def _public(document: Document, posting: Node) -> bool | None:
    """Return whether the employer is called a public body; None: nobody says so."""
    employers = document.nodes(posting, "hiringOrganization")
    kinds = [_text(kind) for one in employers for kind in document.all(one, "@type")]
    return any(kind.rpartition("/")[2] == PUBLIC for kind in kinds) or None


def _places(document: Document, posting: Node) -> tuple[Place, ...]:
    found = document.all(posting, "jobLocation")
    return different([_place(document, one) for one in found])


def _place(document: Document, value: object) -> Place | None:
    if not isinstance(value, dict):
        return place_said(_text(value))
    address = document.first(value, "address")
    if not isinstance(address, dict):
        found = place_said(_text(address) or document.text(value, "name"))
    else:
        found = place(
            document.text(address, "addressLocality"),
            document.text(address, "postalCode"),
            document.text(address, "addressRegion"),
            document.text(address, "addressCountry"),
            document.text(address, "streetAddress"),
        )
    return replace(found, point=_point(document, value)) if found else None


def _point(document: Document, value: Node) -> Point | None:
    geo = next(iter(document.nodes(value, "geo")), value)
    return point(document.text(geo, "latitude"), document.text(geo, "longitude"))


def _salary(document: Document, posting: Node) -> Salary | None:
    """Return what is paid: an amount with a value, a range in either, or a number.

    An estimate (`estimatedSalary`) is made by others and is none.
    """
    base = document.first(posting, "baseSalary")
    if not isinstance(base, dict):
        currency = document.text(posting, "salaryCurrency")
        said = "" if number(base) else line(_text(base))
        return paid(base, base, "", currency, said)
    value = document.first(base, "value")
    inner = value if isinstance(value, dict) else {"value": value}
    sums = [_sum(document, (inner, base), name) for name in ("minValue", "maxValue")]
    exact = document.first(inner, "value")
    unit = document.text(inner, "unitText") or document.text(base, "unitText")
    currency = document.text(base, "currency") or document.text(
        posting, "salaryCurrency"
    )
    return paid(sums[0] or exact, sums[1] or exact, unit, currency)


def _sum(document: Document, nodes: tuple[Node, ...], name: str) -> object:
    return next((found for one in nodes if (found := document.first(one, name))), None)
