"""The JSON-LD that a page of HTML carries in its `script` elements. Pure.

The page is not parsed: only what stands between the marks is of interest, and a broken
page around it does no harm.
"""

import json
import re

from reihum.jobs.sources.source import Unreadable

# Marks of the encoding that old pages have; "latin-1" means Windows' set on the web.
CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
OLD = {"iso-8859-1": "cp1252", "windows-1252": "cp1252", "iso-8859-15": "iso-8859-15"}
UNKNOWN = "encoding"  # a reason of `Unreadable`
HEAD = 2_000  # bytes in which a page says its encoding
OPEN = re.compile(
    r"<script\b[^<>]{0,300}?application/ld\+json[^<>]{0,300}>", re.IGNORECASE
)
CLOSE = re.compile(r"</script", re.IGNORECASE)
WRAPPED = re.compile(r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$")
MOST = 50  # scripts of a page


def page_text(body: bytes) -> str:
    """Return the text of a page, in UTF-8 or in what it says; else "encoding"."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = CHARSET.search(body[:HEAD])
    encoding = OLD.get(said[1].decode().lower()) if said else None
    if encoding is None:
        raise Unreadable(UNKNOWN)
    return body.decode(encoding, errors="replace")


def json_ld(page: str) -> tuple[list[object], int]:
    """Return the values of all scripts of a page, and how many could not be read."""
    values, broken = [], 0
    for text in _scripts(page):
        try:
            values.append(_value(text))
        except (ValueError, RecursionError):
            broken += 1
    return values, broken


def _scripts(page: str) -> list[str]:
    found: list[str] = []
    opened = OPEN.search(page)
    while opened and len(found) < MOST:
        closed = CLOSE.search(page, opened.end())
        if closed is None:
            break
        found.append(page[opened.end() : closed.start()])
        opened = OPEN.search(page, closed.end())
    return found


def _value(text: str) -> object:
    """Return the value of a script, which many systems write with bare line breaks."""
    value: object = json.loads(WRAPPED.sub("", text), strict=False)
    return value
