"""The installation's own advertisements: in the list of sources, but never asked.

The office publishes them and the search is given them; here they only have a name and
say what they can be filtered by, which is everything.
"""

from reihum.jobs.answer import Found
from reihum.jobs.query import Asked, Criterion
from reihum.jobs.sources.source import Read, Request, Settings, Source, Way


def ask(asked: Asked, settings: Settings) -> tuple[Request, ...]:  # noqa: ARG001
    """Return no request."""
    return ()


def read(body: bytes, request: Request, asked: Asked, settings: Settings) -> Read:  # noqa: ARG001
    """Return nothing: as nothing is asked, nothing comes."""
    return Read(found=Found())


SOURCE = Source(
    key="own",
    name="Eigene Anzeigen",
    way=Way.OWN,
    site="",
    settings=Settings(),
    ask=ask,
    read=read,
    can=frozenset(Criterion),
)
