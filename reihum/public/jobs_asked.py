"""What a request asks of the job search, the same for page, JSON, feed and table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import get_language

from reihum.jobs import address
from reihum.jobs.answer import Answer
from reihum.jobs.model import Advertisement
from reihum.jobs.query import Query, Understood
from reihum.look.languages import PLAIN
from reihum.public.jobs_stream import one_at_a_time
from reihum.reads.clock import today
from reihum.reads.jobs import job_search
from reihum.reads.vacancies import own_advertisements

JSON = "application/json"
HTML = "text/html"
NOTHING = Understood(asked=None, problem="empty")


@dataclass(frozen=True, slots=True)
class Search:
    """A query, what is understood of it, our own advertisements, and the day.

    All that the database has is here before the first word is sent: what is sent later
    asks only the portals.
    """

    query: Query
    understood: Understood
    own: Sequence[Advertisement]
    today: date

    @property
    def asks(self) -> bool:
        """Whether the portals can be asked."""
        return self.understood.asked is not None

    def answers(self) -> Iterator[Answer]:
        """Yield the answer as it grows."""
        return job_search().answers(self.understood, self.own, self.today)

    def answer(self) -> Answer:
        """Return the complete answer."""
        return job_search().answer(self.understood, self.own, self.today)


def typed(request: HttpRequest) -> bool:
    """Return whether something is asked: all that is known before a place is taken."""
    given = (*request.GET.getlist("was"), *request.GET.getlist("wo"))
    return any(one.strip() for one in given)


def query_of_request(request: HttpRequest) -> Query:
    return address.query_of(dict(request.GET.lists()))


def search_of(query: Query) -> Search:
    """Return the search of a query; one without a word asks nothing."""
    if query.words or query.place:
        return _understood(query)
    return Search(query, NOTHING, (), today())


@one_at_a_time
def _understood(query: Query) -> Search:
    understood = job_search().understand(query, language())
    asks = understood.asked is not None
    return Search(query, understood, own(today()) if asks else (), today())


def language() -> str:
    """Return in which language the reader types: easy German is German."""
    code = get_language() or "de"
    return "de" if code == PLAIN else code


def own(day: date) -> Sequence[Advertisement]:
    """Return the advertisements of this installation itself."""
    return own_advertisements(day)


def wants_json(request: HttpRequest) -> bool:
    """Return whether a machine asks; a browser's "*/*" is a person."""
    if "format" in request.GET:
        return request.GET["format"] == "json"
    return request.get_preferred_type([HTML, JSON]) == JSON


def is_machine(request: HttpRequest) -> bool:
    """Return whether a file is fetched by a program: only a browser wants HTML."""
    return request.get_preferred_type([JSON, HTML]) != HTML
