"""Single values, checked: what is not usable is not passed on. Pure."""

import math
import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urlsplit

from reihum.jobs.reading.clean import line

Number = str | int | float

WEB = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"'`\\\ud800-\udfff]{3,2000}")
PLAIN_HOST = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#]|$)")
SIMPLE = re.compile(r"[A-Za-z0-9_.-]{1,100}")
LANGUAGE = re.compile("[a-z]{2}")  # ISO 639-1; it lands in the attribute `lang`
DIGITS = re.compile(r"-?[0-9][0-9.,]*")
MOST_NAMES = 100  # occupations or numbers of one advertisement
THOUSANDS = 3  # digits after a separator that is no decimal one


def web(address: str | None) -> str:
    """Return an address that a person may be sent to, "" for any other.

    Only http and https, and no name before the host: an advertisement must not bring
    a script as its link, nor look as if it led to somewhere else.
    """
    text = (address or "").strip()
    if not WEB.fullmatch(text):
        return ""
    if PLAIN_HOST.match(text):  # as nearly all are: nothing can hide in it
        return text
    try:
        host = urlsplit(text).netloc
    except ValueError:  # brackets or signs that no host has
        return ""
    return text if host and "@" not in host else ""


def needed(text: str) -> str:
    """Return what an advertisement cannot be without, or raise ValueError."""
    if not text:
        raise ValueError(text)
    return text


def identity(value: str | int | None) -> str:
    """Return what a portal calls an advertisement, if it can stand in an address."""
    text = "" if value is None else str(value)
    if not SIMPLE.fullmatch(text):
        raise ValueError(text)
    return text


def language(code: str | None) -> str:
    """Return "en" of "en-GB"; "de" where no language is said, or none that is one."""
    start = re.split("[-_]", (code or "").strip().lower(), maxsplit=1)[0]
    return start if LANGUAGE.fullmatch(start) else "de"


def named(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return names as clean lines, each once; not more than `MOST_NAMES`."""
    lines = dict.fromkeys(map(line, filter(None, islice(texts, MOST_NAMES))))
    lines.pop("", None)
    return tuple(lines)


def number(value: object) -> float | None:
    """Return the number of 3050, "3050", "3.050,00" or "3,050.00"; else None."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        value = _plain(value)
    elif not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def _plain(text: str) -> str:
    """Return the number in `text` with a point before its decimals, or ""."""
    text = text.strip().removesuffix("€").removesuffix("EUR").strip()
    if len(text) > 20 or not DIGITS.fullmatch(text):  # noqa: PLR2004
        return ""
    decimal = max(text.rfind("."), text.rfind(","))
    if decimal < 0:
        return text
    whole, part = text[:decimal], text[decimal + 1 :]
    mixed = "." in text and "," in text
    if not mixed and (len(part) == THOUSANDS or text.count(text[decimal]) > 1):
        whole, part = whole + part, ""
    return f"{whole.replace('.', '').replace(',', '')}.{part or '0'}"
