"""What an installation decides about its job search, and what is wrong about it.

The operator's values come as tables by the key of a source, from a TOML file (typed) or
from the environment (text): both are read here, and laid over the source's own.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from msgspec import Struct, structs

from reihum.jobs.centres import Centre
from reihum.jobs.sources import SOURCES
from reihum.jobs.sources.source import Settings, Source, Way
from reihum.jobs.sources.values import web
from reihum.jobs.standins.market import feeds

Table = Mapping[str, object]
LONGEST_TEXT = 500
RANGES = {
    "at_once": range(1, 51),
    "per_minute": range(1, 60_001),
    "per_day": range(1, 10_000_001),
    "pages": range(1, 21),
    "keep_seconds": range(604_801),
}
NUMBER = re.compile("[0-9]{1,9}")
YES = frozenset({"1", "yes", "true", "on", "ja"})
NO = frozenset({"0", "no", "false", "off", "nein"})
DEMO_EMPLOYERS = ("vorfuehrung",)  # of a system that no invented employer has
DEMO_KEEP_SECONDS = 30  # so that a portal's behaviour, once changed, soon shows
DEADLINES = (0.2, 10.0)
AT_ONCE = range(1, 501)


class Config(Struct, frozen=True, kw_only=True):
    """What an installation decides about its job search.

    `sources` has the settings of every source by its key. `folder` keeps what can be
    thrown away: answers, counters, health, places. `at_once` searches may wait for
    portals at a time. `portals` says whether foreign portals may be asked at all.
    `standins` says that the portals are local stand-ins, so that every page marks what
    it shows as a demonstration. `site` is the installation's own address: it names
    itself to the portals by it. `centres` are the welcome centres that it leads to.
    """

    sources: Mapping[str, Settings]
    folder: Path
    deadline_seconds: float = 2.0
    at_once: int = 40
    standins: bool = False
    portals: bool = False
    site: str = ""
    centres: tuple[Centre, ...] = ()


def settings_of(
    given: Mapping[str, Table],
    *,
    portals: bool,
    standins: str = "",
    sources: Iterable[Source] = SOURCES,
) -> dict[str, Settings]:
    """Return the settings of every source by its key.

    `given` are the operator's tables. Without `portals` no foreign portal is on; with
    the address of `standins` all are on, and live there. Raises ValueError with a
    sentence for the operator.
    """
    known = {source.key: source for source in sources}
    for key in given:
        if key not in known:
            refuse(f"[jobs.{key}] meint kein Portal", " · ".join(known))
    return {
        key: _of(source, given.get(key, {}), portals=portals, standins=standins)
        for key, source in known.items()
    }


def deadline_of(value: object) -> float:
    """Return the seconds that a search may take, of what an operator wrote."""
    low, high = DEADLINES
    try:
        seconds = float(str(value))
    except ValueError:
        seconds = 0.0
    if not low <= seconds <= high:
        meant = f"Sekunden, von {low} bis {high:.0f}"
        refuse(f"REIHUM_JOBS_DEADLINE ist „{value}“", meant)
    return seconds


def at_once_of(value: object) -> int:
    """Return how many searches may wait at a time, of what an operator wrote."""
    return _within(AT_ONCE, "REIHUM_JOBS_AT_ONCE", value)


def standins_of(value: str) -> str:
    """Return the address of the stand-ins without a slash at its end."""
    example = "http://127.0.0.1:8100"
    return _address("REIHUM_JOBS_STANDINS", value, example) if value else ""


def site_of(value: str) -> str:
    """Return the installation's own address, by which portals may know it."""
    example = "https://konferenz.example"
    return _address("REIHUM_JOBS_SITE", value, example) if value else ""


def centres_of(value: object) -> tuple[Centre, ...]:
    """Return the welcome centres of the tables [[jobs.centres]]."""
    return tuple(map(_centre, value if isinstance(value, list) else [value]))


def _centre(row: object) -> Centre:
    names = Centre.__struct_fields__
    if not isinstance(row, Mapping) or set(row) != {*names}:
        refuse(f"[[jobs.centres]] ist „{row}“", f"eine Tabelle: {' · '.join(names)}")
    said = {name: _text(f"[[jobs.centres]] {name}", row[name]) for name in names}
    if not web(said["url"]):
        meant = "eine Adresse wie https://willkommen.example"
        refuse(f"[[jobs.centres]] url ist „{said['url']}“", meant)
    return Centre(**said)


def _of(source: Source, given: Table, *, portals: bool, standins: str) -> Settings:
    settings = structs.replace(source.settings, **_values(source, given))
    if source.way is Way.OWN:
        return structs.replace(settings, on=True)
    if standins:
        settings = structs.replace(settings, on="on" not in given or settings.on)
        return _demonstration(source, settings, f"{standins}/{source.key}")
    return settings if portals else structs.replace(settings, on=False)


def _demonstration(source: Source, settings: Settings, address: str) -> Settings:
    """Return settings with which a stand-in is asked, whatever the portal needs."""
    return structs.replace(
        settings, address=address, key=settings.key or "vorfuehrung",
        employers=feeds(source.key) or settings.employers or DEMO_EMPLOYERS,
        extra={**settings.extra, **dict.fromkeys(_needed(source), "vorfuehrung")},
        keep_seconds=min(settings.keep_seconds, DEMO_KEEP_SECONDS),
    )  # fmt: skip


def _own(source: Source) -> set[str]:
    """Return the names in `extra` that a source knows."""
    return _needed(source) | set(source.knows) | set(source.settings.extra)


def _needed(source: Source) -> set[str]:
    """Return the names in `extra` that a source cannot do without."""
    return set(source.needs) - set(Settings.__struct_fields__)


def _values(source: Source, given: Table) -> dict[str, object]:
    values: dict[str, object] = {}
    extra = dict(source.settings.extra)
    for name, value in _flat(source.key, given):
        where = f"[jobs.{source.key}] {name}"
        if name in READERS:
            values[name] = READERS[name](where, value)
        elif name in _own(source):
            extra[name] = _text(where, value)
        else:
            names = (*READERS, *sorted(_own(source)))
            refuse(f"[jobs.{source.key}] kennt kein „{name}“", " · ".join(names))
    return {**values, "extra": extra}


def _flat(key: str, given: Table) -> Iterable[tuple[str, object]]:
    """Yield the values; those of a table [jobs.<key>.extra] like all others."""
    for name, value in given.items():
        if name != "extra":
            yield name, value
        elif isinstance(value, Mapping):
            yield from value.items()
        else:
            refuse(f"[jobs.{key}] extra ist „{value}“", "eine Tabelle")


def _number(name: str) -> Callable[[str, object], int]:
    return partial(_within, RANGES[name])


def _within(allowed: range, where: str, value: object) -> int:
    number = int(str(value)) if NUMBER.fullmatch(str(value)) else -1
    if number not in allowed:
        meant = f"eine Zahl von {allowed[0]} bis {allowed[-1]}"
        refuse(f"{where} ist „{value}“", meant)
    return number


def switch_of(where: str, value: object) -> bool:
    """Return what is on or off; `where` says what it was said of."""
    text = str(value).strip().lower()
    if text not in YES | NO:
        refuse(f"{where} ist „{value}“", "ja oder nein")
    return text in YES


def _text(where: str, value: object) -> str:
    if isinstance(value, bool | list | dict) or len(str(value)) > LONGEST_TEXT:
        refuse(f"{where} ist „{value}“", f"ein Text bis {LONGEST_TEXT} Zeichen")
    text = str(value).strip()
    if not text.isprintable():
        refuse(f"{where} enthält Steuerzeichen", "ein Text in einer Zeile")
    return text


def _address_of(where: str, value: object) -> str:
    text = _text(where, value)
    return _address(where, text, "https://portal.example") if text else ""


def _address(where: str, value: str, example: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname)
        good = good and not parts.username and parts.port != 0
        good = good and not (parts.query or parts.fragment)
    except ValueError:
        good = False
    if not good:
        refuse(f"{where} ist „{value}“", f"eine Adresse wie {example}")
    return value.rstrip("/")


def _listed(where: str, value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else _text(where, value).split(",")
    return tuple(filter(None, (_text(where, part) for part in parts)))


def refuse(what: str, meant: str) -> NoReturn:
    """Raise ValueError with a sentence for the operator."""
    message = f"{what}; gemeint ist {meant}."
    raise ValueError(message)


READERS: Mapping[str, Callable[[str, object], object]] = {
    "on": switch_of,
    "address": _address_of,
    "key": _text,
    "employers": _listed,
    "hedge": switch_of,
    **{name: _number(name) for name in RANGES},
}
