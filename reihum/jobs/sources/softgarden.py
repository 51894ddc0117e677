"""softgarden: the vacancies of an employer as a schema.org `DataFeed`.

Format: `/jobs.feed.json` at the employer's career page; no key. Each element's `item`
is a `JobPosting`, whose `identifier.value` is softgarden's number; a dash stands where
a field had to be filled. Pages of the old kind have no feed.
"""

import msgspec
from msgspec import Struct

from reihum.jobs.model import Advertisement
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.reading.dates import day
from reihum.jobs.sources.employers import Hosted
from reihum.jobs.sources.job_posting import Document, Origin, advertisement, reference
from reihum.jobs.sources.rows import Rows, gathered, typed
from reihum.jobs.sources.shared import json_of
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way
from reihum.jobs.sources.values import identity

HOSTED = Hosted("https://{}.career.softgarden.de", "/jobs.feed.json")


class Element(Struct):
    """An element of the feed."""

    item: dict[str, object]
    dateModified: str | None = None  # noqa: N815


class Feed(Struct):
    """The document."""

    dataFeedElement: Rows  # noqa: N815


ROW = msgspec.json.Decoder(Element)


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return one request an employer."""
    return HOSTED.asked(settings)


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return the vacancies of one employer."""
    rows = json_of(body, Feed).dataFeedElement
    build = typed(ROW, lambda element: _advertisement(element, request.employer))
    return Read(found=gathered(rows, build))


def _advertisement(element: Element, employer: str) -> Advertisement:
    document = Document(element.item)
    number = identity(reference(document, element.item))
    origin = Origin(source=SOURCE.key, id=number, employer=employer)
    made = advertisement(document, element.item, origin)
    changed = made.changed or day(element.dateModified)
    return msgspec.structs.replace(made, changed=changed)


SOURCE = Source(
    key="softgarden",
    name="softgarden",
    way=Way.MIRROR,
    site="https://softgarden.com",
    settings=Settings(keep_seconds=3600),
    ask=ask,
    read=read,
    can=frozenset(
        {
            Criterion.RADIUS,
            Criterion.WORKING_TIME,
            Criterion.KIND,
            Criterion.PUBLISHED,
        }
    ),
    needs=("employers",),
    note="Nur Karriereseiten der neuen Art; ältere haben keinen Feed.",
)
