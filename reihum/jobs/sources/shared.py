"""The bytes of a portal become values, or a reason why not.

Nothing here trusts what it is given: no size, no nesting, no type.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import TypeVar

import msgspec
from lxml import etree
from msgspec import Raw

from reihum.jobs.sources.source import Unreadable

T = TypeVar("T")

NOT_JSON = "not-json"
NOT_XML = "not-xml"
WIDE = (BOM_UTF16_LE, BOM_UTF16_BE)
MARKED = (BOM_UTF8, *WIDE)
CUT = {"unexpected end of data", "truncated data"}  # the codecs' own words
CUT_XML = 77  # libxml2: XML_ERR_TAG_NOT_FINISHED, the end came too early
FOREIGN_XML = (32, 81)  # libxml2: unsupported encoding, bytes that are not of it
PAGE = re.compile(rb"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
START = 1000  # bytes in which a page of HTML shows itself
DIGITS = re.compile(r"\s*([0-9]{1,9})\s*")
WRONG = (msgspec.MsgspecError, ValueError, RecursionError)


def text_of(body: bytes) -> str:
    """Return the text of UTF-8 or marked UTF-16; raise "encoding" or "truncated".

    Nothing is guessed: a text read in a wrong encoding would be shown to people.
    """
    try:
        if body.startswith(WIDE):
            return body.decode("utf-16")
        return body.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as wrong:
        reason = "truncated" if wrong.reason in CUT else "encoding"
        raise Unreadable(reason) from None


def json_of(body: bytes, type: type[T]) -> T:  # noqa: A002  (as msgspec calls it)
    """Return the JSON of an answer as `type`.

    Raises `Unreadable`: "not-json" for a page of HTML and for JSON of another form,
    "truncated" for an answer that was cut, "encoding".
    """
    text = text_of(body)
    plain = text.encode() if body.startswith(MARKED) else body
    if not plain.lstrip().startswith((b"{", b"[")):
        raise Unreadable(NOT_JSON)
    try:
        return msgspec.json.decode(plain, type=type)
    except WRONG as wrong:
        reason = "truncated" if "truncated" in str(wrong) else NOT_JSON
        raise Unreadable(reason) from None


def object_of(body: bytes) -> dict[str, Raw]:
    """Return the fields of a JSON object, each still to be read: see `json_of`."""
    return json_of(body, dict[str, Raw])


def rows_of(fields: dict[str, Raw], name: str) -> list[Raw]:
    """Return the rows of a field; raise "not-json" where there is no list of rows.

    A portal that sends another form than its own has a fault: no rows at all would
    look like no advertisements.
    """
    try:
        return msgspec.json.decode(fields[name], type=list[Raw])
    except (KeyError, *WRONG):
        raise Unreadable(NOT_JSON) from None


def count_of(fields: dict[str, Raw], name: str) -> int | None:
    """Return how many there are, written as a number or as text; None if not said."""
    found = DIGITS.fullmatch(str(field(fields, name, int | str | None, None)))
    return int(found[1]) if found else None


def field(fields: dict[str, Raw], name: str, type: object, default: T) -> T:  # noqa: A002
    """Return a field as `type`, or `default` where it is not there or of another."""
    try:
        read: T = msgspec.json.decode(fields[name], type=type)
    except (KeyError, *WRONG):
        return default
    return read


def xml_of(body: bytes, root: str = "") -> etree._Element:
    """Return the root of an XML answer, called `root` where that is given.

    No entity is replaced and nothing is fetched; a document with a type of its own is
    refused, as no feed needs one. Raises `Unreadable`: "not-xml", "truncated",
    "encoding".
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=False
    )
    try:
        tree = etree.fromstring(body.removeprefix(BOM_UTF8).strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Unreadable(_fault(body, getattr(wrong, "code", 0))) from None
    if tree.getroottree().docinfo.internalDTD is not None or root not in {"", tree.tag}:
        raise Unreadable(NOT_XML)
    return tree


def _fault(body: bytes, code: int) -> str:
    start = body.removeprefix(BOM_UTF8).lstrip()[:START]
    if not start.startswith((b"<", *WIDE)) or PAGE.search(start):
        return NOT_XML
    if code == CUT_XML or not body.rstrip().endswith((b">", b">\0")):
        return "truncated"
    return "encoding" if code in FOREIGN_XML else NOT_XML
