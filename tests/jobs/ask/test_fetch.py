"""One call of a portal: whatever it does, it costs little and says why."""

import asyncio
import gzip
import zlib

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from yarl import URL

from reihum.jobs.answer import State
from reihum.jobs.ask.failed import Failed
from reihum.jobs.ask.fetch import Fetcher
from reihum.jobs.ask.guard import Guard
from reihum.jobs.ask.inflate import Bounded
from reihum.jobs.sources.source import Request
from tests.jobs.portals import cut, hangs, says, served, without_end

pytestmark = pytest.mark.unit

PLAIN = b'{"jobs": []}'


def fetch(
    address: str, path: str = "/", *, named: tuple[str, ...] | None = None, **how
):
    request = how.pop("request", None) or Request(url=address + path)
    guard = Guard((address,) if named is None else named, how.pop("resolver", None))

    async def go() -> bytes:
        fetcher = Fetcher(guard, agent="Reihum/1 (+https://imk.example)", **how)
        try:
            return await fetcher.fetch(request)
        finally:
            await fetcher.close()

    return asyncio.run(go())


def failure(address: str, path: str = "/", **how) -> tuple[State, str]:
    with pytest.raises(Failed) as failed:
        fetch(address, path, **how)
    return failed.value.state, failed.value.reason


def moves(to: str, status: int = 302):
    return says(b"", status, Location=to)


def test_a_good_answer_is_its_bytes():
    with served({"/": says(PLAIN)}) as portal:
        assert fetch(portal.address) == PLAIN


def test_the_installation_names_itself_and_says_nothing_of_its_visitors():
    with served({"/": says(PLAIN, Set_Cookie="a=b")}) as portal:
        fetch(portal.address)
        headers = portal.calls[0].headers
    assert headers["User-Agent"] == "Reihum/1 (+https://imk.example)"
    assert headers["Accept-Language"] == "de"
    assert set(headers) == {
        "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding",
    }  # fmt: skip


def test_a_cookie_is_not_sent_back():
    with served({"/": says(PLAIN, Set_Cookie="a=b"), "/go": moves("/")}) as portal:
        fetch(portal.address, "/go")
        assert all("Cookie" not in call.headers for call in portal.calls)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/?was=K%C3%B6chin&wo=a%20b+c", "/?was=K%C3%B6chin&wo=a%20b+c"),
        ("/?was=Köchin", "/?was=K%C3%B6chin"),
        ("/?was=a b", "/?was=a+b"),
    ],
)
def test_an_address_is_called_as_it_is_written(path, sent):
    with served({"*": says(PLAIN)}) as portal:
        fetch(portal.address, path)
        assert portal.calls[0].raw_path == sent


def test_a_line_break_in_an_address_makes_no_second_request():
    with served({"*": says(PLAIN)}) as portal:
        fetch(portal.address, "/a HTTP/1.1\r\nX-Evil: yes\r\n\r\nGET /b")
        assert len(portal.calls) == 1
        assert "X-Evil" not in portal.calls[0].headers


def test_headers_and_body_of_the_request_are_sent():
    bodies = []

    async def listen(request: web.Request) -> web.Response:
        bodies.append((await request.read(), request.headers["X-API-Key"]))
        return web.Response(body=PLAIN)

    with served({"/": listen}) as portal:
        request = Request(
            url=portal.address, method="POST", body=b"{}", headers=(("X-API-Key", "k"),)
        )
        fetch(portal.address, request=request)
    assert bodies == [(b"{}", "k")]


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (401, State.BLOCKED, "http-401"),
        (403, State.BLOCKED, "http-403"),
        (429, State.BLOCKED, "http-429"),
        (404, State.FAULTY, "http-404"),
        (500, State.FAULTY, "http-500"),
        (304, State.FAULTY, "http-304"),
    ],
)
def test_a_status_says_how_the_portal_is(status, state, reason):
    with served({"/": says(b"", status)}) as portal:
        assert failure(portal.address) == (state, reason)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120", 120.0), ("", None), ("bald", None), ("-3", None),
     ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("9" * 30, 999_999_999.0)],
)  # fmt: skip
def test_the_wish_to_be_left_in_peace_is_read(text, seconds):
    with (
        served({"/": says(b"", 429, Retry_After=text)}) as portal,
        pytest.raises(Failed) as failed,
    ):
        fetch(portal.address)
    assert failed.value.retry_after == seconds


def test_a_hundred_megabytes_are_not_read():
    with served({"/": without_end}) as portal:
        reason = failure(portal.address, largest=300_000)
    assert reason == (State.FAULTY, "too-large")


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_answer_is_unpacked(pack):
    encoding = "gzip" if pack is gzip.compress else "deflate"
    answer = says(pack(PLAIN * 1000), Content_Encoding=encoding)
    with served({"/": answer}) as portal:
        assert fetch(portal.address) == PLAIN * 1000


def test_deflate_without_its_header_is_unpacked_too():
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(PLAIN) + packer.flush()
    with served({"/": says(packed, Content_Encoding="deflate")}) as portal:
        assert fetch(portal.address) == PLAIN


def test_a_small_answer_that_unpacks_into_a_giant_is_refused():
    bomb = gzip.compress(b" " * 50_000_000)
    with served({"/": says(bomb, Content_Encoding="gzip")}) as portal:
        assert failure(portal.address) == (State.FAULTY, "too-large")


def test_no_more_of_a_giant_is_unpacked_than_there_is_room_for():
    body = Bounded("gzip", 1000)
    with pytest.raises(Failed, match="too-large"):
        body.take(gzip.compress(b" " * 50_000_000))
    assert len(body._pieces) <= 1001


@pytest.mark.parametrize(
    "behind", [b"x" * 300_000, zlib.compress(b"", 0)[2:7] * 60_000]
)
def test_what_comes_behind_a_packed_answer_is_counted_too(behind):
    with served(
        {"/": says(gzip.compress(PLAIN) + behind, Content_Encoding="gzip")}
    ) as portal:
        assert failure(portal.address, largest=100_000) == (State.FAULTY, "too-large")


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (gzip.compress(PLAIN, mtime=0)[:-9], "gzip", "truncated"),
        (PLAIN, "gzip", "encoding"),
        (PLAIN, "br", "encoding"),
    ],
)
def test_what_cannot_be_unpacked_says_so(body, encoding, reason):
    with served({"/": says(body, Content_Encoding=encoding)}) as portal:
        assert failure(portal.address) == (State.FAULTY, reason)


def test_an_answer_that_is_cut_off_is_not_taken_for_a_whole_one():
    with served({"/": cut}) as portal:
        assert failure(portal.address) == (State.FAULTY, "truncated")


def test_a_portal_that_hangs_is_given_up():
    with served({"/": hangs}) as portal:
        assert failure(portal.address, longest=0.05) == (State.LATE, "timeout")


def test_nobody_there_is_said_as_it_is():
    with served({}) as portal:
        address = portal.address
    assert failure(address) == (State.UNREACHABLE, "refused")


def test_a_redirect_within_the_portal_is_followed():
    with served({"/a": moves("/b"), "/b": moves("c", 307), "/c": says(PLAIN)}) as p:
        assert fetch(p.address, "/a") == PLAIN


def test_redirects_come_to_an_end():
    with served({"/": moves("/")}) as portal:
        assert failure(portal.address) == (State.UNREACHABLE, "redirect")
        assert len(portal.calls) == 4


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:1/", "http://10.0.0.8/", "http://169.254.169.254/latest",
        "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::a00:1]/",
        "http://192.168.0.1/", "http://0.0.0.0/", "http://[fe80::1%25eth0]/",
        "http://2130706433/", "http://127.1/", "http://0x7f000001/",
        "ftp://portal.example/", "file:///etc/passwd", "gopher://x/", "javascript:x",
        "http://user:pass@portal.example/", "", "http://",
    ],
)  # fmt: skip
def test_a_redirect_to_the_inside_is_refused(target):
    with served({"/": moves(target)}) as portal:
        state, reason = failure(portal.address)
    assert state is State.UNREACHABLE
    assert reason in {"redirect", "refused"}


@pytest.mark.parametrize(
    "host", ["2130706433", "127.1", "127.000.000.001", "017700000001", "0", "10.0.0.1."]
)
def test_no_other_way_to_write_an_internal_address_gets_past_the_guard(host):
    with pytest.raises(Failed) as failed:
        Guard([]).check(URL(f"http://{host}/"))
    assert failed.value.reason == "redirect"


def test_a_redirect_to_another_service_of_this_machine_is_refused():
    with served({"/": says(PLAIN)}) as inside:
        with served({"/": moves(inside.address)}) as portal:
            assert failure(portal.address) == (State.UNREACHABLE, "redirect")
        assert inside.calls == []


def test_the_first_address_is_looked_at_too():
    with served({"/": says(PLAIN)}) as portal:
        reason = failure(portal.address, named=())
        assert reason == (State.UNREACHABLE, "redirect")
        assert portal.calls == []


class Leading(AbstractResolver):
    """A name server that says where every name leads."""

    def __init__(self, *to: str) -> None:
        self.to = to

    async def resolve(self, host, port=0, family=0):  # noqa: ARG002
        return [
            {"hostname": host, "host": to, "port": port, "family": 2, "proto": 0,
             "flags": 0} for to in self.to
        ]  # fmt: skip

    async def close(self) -> None:
        pass


def test_a_name_that_leads_inside_is_refused():
    with served({"/": says(PLAIN)}) as portal:
        port = portal.address.rpartition(":")[2]
        target = f"http://portal.example:{port}"
        reason = failure(target, named=(), resolver=Leading("127.0.0.1"))
        assert reason == (State.UNREACHABLE, "redirect")
        assert portal.calls == []


def test_a_name_that_the_operator_gave_may_lead_inside():
    with served({"/": says(PLAIN)}) as portal:
        port = portal.address.rpartition(":")[2]
        target = f"http://portal.intern:{port}"
        assert fetch(target, "/", resolver=Leading("127.0.0.1")) == PLAIN


def test_a_key_is_not_sent_to_another_host():
    with served({"/": says(PLAIN)}) as other:
        with served({"/": moves(other.address)}) as portal:
            request = Request(url=portal.address, headers=(("X-API-Key", "k"),))
            fetch(portal.address, request=request,
                  named=(portal.address, other.address))  # fmt: skip
            assert portal.calls[0].headers["X-API-Key"] == "k"
        assert "X-API-Key" not in other.calls[0].headers


@pytest.mark.parametrize("url", ["kein url", "http://[", "http:///x", "//x", ""])
def test_an_address_that_is_none_is_a_reason_not_an_error(url):
    state, _ = failure("http://127.0.0.1:1", request=Request(url=url))
    assert state is State.UNREACHABLE
