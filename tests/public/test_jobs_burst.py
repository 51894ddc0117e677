"""However many search: while every place is taken, all other pages are served."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest
from django.core.wsgi import get_wsgi_application
from typing_extensions import override

from reihum.public import jobs_busy
from reihum.public.jobs_stream import Places
from reihum.reads import jobs
from reihum.site.commands.serve import OTHER_PAGES
from tests.at_once import one_database
from tests.public.job_search import Prepared

pytestmark = [pytest.mark.integration, pytest.mark.django_db(transaction=True)]

PLACES = 3
MORE = 4 * (PLACES + OTHER_PAGES)  # searches than the house has threads
PATIENCE = 20  # seconds, so that a test that fails does not hang
_shared = pytest.fixture(autouse=True)(one_database)


class Waiting(Prepared):
    """A search whose portals answer when the test says so."""

    def __init__(self) -> None:
        super().__init__(before=0)
        self.answered = threading.Event()

    @override
    def answers(self, understood, own, today) -> Iterator:
        self.answered.wait(PATIENCE)
        yield from super().answers(understood, own, today)


class Quiet(WSGIRequestHandler):
    """A request that is not told on the screen."""

    @override
    def log_message(self, format, *args): ...


class House(WSGIServer):
    """Serves as `reihum serve` does: one queue, and a number of threads."""

    request_queue_size = 2 * MORE

    def __init__(self, threads: int) -> None:
        super().__init__(("127.0.0.1", 0), Quiet)
        self.set_app(get_wsgi_application())
        self._threads = ThreadPoolExecutor(threads)

    @override
    def process_request(self, request, client_address):
        self._threads.submit(self._work, request, client_address)

    def _work(self, request, client_address) -> None:
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    @override
    def server_close(self):
        super().server_close()
        self._threads.shutdown()


@pytest.fixture
def search(intmk) -> Iterator[Waiting]:
    waiting = Waiting()
    jobs.use(waiting)
    yield waiting
    waiting.answered.set()
    jobs.use(None)


@pytest.fixture
def get(search, monkeypatch) -> Iterator[Callable[..., HTTPConnection]]:
    """Send a request, and return where its answer will come."""
    monkeypatch.setattr(jobs_busy, "PLACES", Places(PLACES))
    house = House(PLACES + OTHER_PAGES)
    serving = threading.Thread(target=house.serve_forever, args=(0.01,))
    serving.start()
    sent = []

    def send(path: str, cookie: str = "") -> HTTPConnection:
        line = HTTPConnection(*house.server_address, timeout=PATIENCE)
        line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        sent.append(line)
        return line

    yield send
    search.answered.set()
    house.shutdown()
    serving.join()
    house.server_close()
    for line in sent:
        line.close()


def test_office_and_public_are_served_while_every_place_is_taken(
    get, search, signed_in
):
    cookie = signed_in("RP", office=True).cookies.output(header="", sep=";").strip()
    waiting = [begun(get(f"/jobs/?was=Koch&km={number}")) for number in range(PLACES)]
    burst = [get(f"/jobs/?was=Koch&wo={number}") for number in range(MORE)]
    office, first = get("/buero/intmk/", cookie), get("/")
    assert (begun(office).status, begun(first).status) == (200, 200)
    assert {begun(one).status for one in burst} == {503}
    assert not search.answered.is_set()
    search.answered.set()
    assert [one.status for one in waiting] == [200] * PLACES
    assert all(b"</html>" in one.read() for one in waiting)
    assert begun(get("/jobs/?was=Koch")).status == 200


def begun(line: HTTPConnection) -> HTTPResponse:
    """Return an answer that has begun."""
    return line.getresponse()
