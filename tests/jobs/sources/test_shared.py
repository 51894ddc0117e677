"""What a portal sends is a value, or has a name for what is wrong with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from reihum.jobs.sources.shared import (
    count_of,
    field,
    json_of,
    object_of,
    rows_of,
    xml_of,
)
from reihum.jobs.sources.source import Unreadable

pytestmark = pytest.mark.unit

GERMAN = '{"ort": "Görlitz"}'
FEED = '<?xml version="1.0" encoding="UTF-8"?><rss><title>Köchin</title></rss>'
BOMB = (
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    "<rss>&c;</rss>"
)
FILE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss>&a;</rss>'


def outcome(read, body: bytes) -> str:
    try:
        read(body)
    except Unreadable as refused:
        return refused.reason
    return "read"


def why_json(body: bytes) -> str:
    return outcome(lambda one: json_of(one, dict[str, Raw]), body)


def why_xml(body: bytes, root: str = "rss") -> str:
    return outcome(lambda one: xml_of(one, root), body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_is_read_in_every_encoding_that_says_what_it_is(encoding):
    assert json_of(GERMAN.encode(encoding), dict[str, str]) == {"ort": "Görlitz"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not-json"),
        (b"  \n", "not-json"),
        (b"<!doctype html><p>Wartung</p>", "not-json"),
        (b"Service Unavailable", "not-json"),
        (b'"Wartung"', "not-json"),
        (b"[1, 2]", "not-json"),
        (b'{"a": NaN}', "not-json"),
        (b'{"a": 1} und mehr', "not-json"),
        (b"[" * 100_000, "not-json"),
        (b'{"a": {"b": "c', "truncated"),
        (b'{"a": [1, 2', "truncated"),
        ('{"ort": "Gö'.encode()[:-1], "truncated"),
        (GERMAN.encode("latin-1"), "encoding"),
        (b"\xff\xfe{", "truncated"),
    ],
)
def test_what_is_no_json_says_why(body, reason):
    assert why_json(body) == reason


def test_a_field_of_another_type_is_as_if_it_were_not_there():
    fields = object_of(b'{"a": "x", "b": null, "n": 3, "t": "12", "l": [1], "m": -1}')
    assert field(fields, "a", int, 7) == 7
    assert field(fields, "missing", str, "") == ""
    counts = [count_of(fields, one) for one in "ntablm"]
    assert counts == [3, 12, None, None, None, None]
    assert [bytes(one) for one in rows_of(fields, "l")] == [b"1"]


@pytest.mark.parametrize("name", ["a", "b", "n", "missing"])
def test_rows_that_are_no_list_are_a_fault_and_not_nothing(name):
    fields = object_of(b'{"a": "x", "b": null, "n": 3}')
    with pytest.raises(Unreadable, match="not-json"):
        rows_of(fields, name)


@pytest.mark.parametrize(
    "body",
    [
        FEED.encode(),
        b"\xef\xbb\xbf\n" + FEED.encode(),
        FEED.replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        FEED.replace("UTF-8", "UTF-16").encode("utf-16"),
    ],
)
def test_xml_is_read_in_every_encoding_that_says_what_it_is(body):
    assert xml_of(body, "rss").findtext("title") == "Köchin"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "not-xml"),
        (b'{"a": 1}', "not-xml"),
        (b"<!DOCTYPE html><html><body><p>Wartung<br></body></html>", "not-xml"),
        (b"<html><body/></html>", "not-xml"),
        (b"<feed/>", "not-xml"),
        (b"<rss>&unbekannt;</rss>", "not-xml"),
        (b"<rss>\x01</rss>", "not-xml"),
        (BOMB.encode(), "not-xml"),
        (FILE.encode(), "not-xml"),
        (b"<rss>" + b"<a>" * 1000, "not-xml"),
        (FEED.encode()[:-6], "truncated"),
        (FEED.encode()[:-12], "truncated"),
        (b"<rss><channel></channel>", "truncated"),
        (b"<rss><![CDATA[ Ort", "truncated"),
        (FEED.encode("latin-1"), "encoding"),
        (FEED.replace("UTF-8", "KOI-99").encode(), "encoding"),
    ],
)
def test_what_is_no_xml_says_why(body, reason):
    assert why_xml(body) == reason


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body):
    assert outcome(object_of, body) in {"read", "not-json", "truncated", "encoding"}
    assert outcome(xml_of, body) in {"read", "not-xml", "truncated", "encoding"}


@given(st.dictionaries(st.text(), st.text(), min_size=1), st.data())
def test_json_that_was_cut_is_never_read(value, data):
    body = json.dumps(value, ensure_ascii=False).encode()
    cut = body[: data.draw(st.integers(0, len(body) - 1))]
    assert why_json(cut) == ("truncated" if cut else "not-json")
