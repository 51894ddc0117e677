"""Places as portals write them: "Berlin, Germany", "10115 Berlin (Remote)". Pure."""

import re
from functools import lru_cache
from math import isfinite

from babel import Locale

from reihum.jobs.model import Place, Point, Remote
from reihum.jobs.reading.clean import line
from reihum.jobs.sources.values import number
from reihum.rules.laender import LAENDER

HOME = re.compile(
    r"\b(?:remote|home[ -]?office|telecommute|mobiles? arbeiten)\b", re.IGNORECASE
)
BRACKETS = re.compile(rf"\([^()]{{0,40}}?{HOME.pattern}[^()]{{0,40}}\)", HOME.flags)
POSTCODE = re.compile(r"(?:DE?-)?([0-9]{5})\s+(\D.*)")
CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z -]{0,11}")  # a postcode of any country
LONGEST = 100  # signs of the name of a country
MOST = 100  # places of one advertisement; who works everywhere works nowhere
LANDS = {name.casefold(): land.code for land in LAENDER
         for name in (land.code, land.iso, land.name, land.name_en)}  # fmt: skip
OTHER_NAMES = {
    "usa": "US", "deu": "DE", "aut": "AT", "che": "CH", "gbr": "GB", "uk": "GB",
    "england": "GB", "nld": "NL", "holland": "NL", "fra": "FR", "pol": "PL",
    "cze": "CZ", "czech republic": "CZ", "bundesrepublik deutschland": "DE",
    "turkey": "TR", "united states of america": "US",
}  # fmt: skip


@lru_cache(1)
def _countries() -> dict[str, str]:
    """Return the codes of countries by their German and English names."""
    names = {
        str(name).casefold(): code
        for language in ("en", "de")
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()  # noqa: PLR2004  (ISO 3166-1)
    }
    return names | {code.casefold(): code for code in names.values()} | OTHER_NAMES


def country(text: str) -> str:
    """Return the code of "Germany", "Deutschland", "de" or "DEU": "DE"; else ""."""
    return _country(text) if len(text) <= LONGEST else ""


@lru_cache(4096)
def _country(text: str) -> str:
    return _countries().get(text.strip().casefold(), "")


def land(text: str, country_code: str = "DE") -> str:
    """Return the code of a German Land from its name or code; else ""."""
    known = LANDS.get(text.strip().casefold(), "") if text else ""
    return known if country_code in {"", "DE"} else ""


def point(lat: object, lon: object) -> Point | None:
    """Return a place on the globe; None for none, for 0/0 and what is off it."""
    north, east = _degrees(lat), _degrees(lon)
    if not north or not east or abs(north) > 90 or abs(east) > 180:  # noqa: PLR2004
        return None
    return Point(north, east)


def _degrees(value: object) -> float | None:
    """Return degrees, whose point is always one: "12.925" is not twelve thousand."""
    if type(value) is float:
        return value if isfinite(value) else None
    if isinstance(value, str):
        try:
            return number(float(value.strip()[:40]))
        except ValueError:
            return None
    return number(value)


def place(
    name: str, postcode: str = "", region: str = "", nation: str = "", street: str = ""
) -> Place | None:
    """Return a place from the fields of a portal, None where they name none.

    A dash is what some systems put into a field that has to be filled.
    """
    name, street = (_filled(line(text)) for text in (name, street))
    code, postcode = country(nation), postcode.strip()
    if not CODE.fullmatch(postcode):
        postcode = ""
    if not name and not postcode:
        return None
    return Place(
        name=name, postcode=postcode, land=land(region, code),
        country=code, street=street,
    )  # fmt: skip


def _filled(text: str) -> str:
    return "" if text in {"-", "–", "."} else text


def _country_said(text: str) -> str:
    """Return the code of a country in running text.

    Of codes only three: "Dresden, SN" is not in Senegal, "Berlin, BE" not in Belgium.
    """
    code = country(text)
    return code if len(text) > 2 or code in {"DE", "AT", "CH"} else ""  # noqa: PLR2004


def place_said(text: str) -> Place | None:
    """Return the place that one line names; None for "Remote" or only a country.

    Other brackets than "(Remote)" belong to a name: "Halle (Saale)".
    """
    return _place_said(line(text))


@lru_cache(4096)
def _place_said(text: str) -> Place | None:
    parts = [part.strip() for part in BRACKETS.sub("", text).split(",")]
    nation = next(
        (code for part in parts[-1:0:-1] if (code := _country_said(part))), ""
    )
    name = HOME.sub("", parts[0]).strip(" -–/")
    if len(parts) == 1 and _country_said(name):
        return None
    found = POSTCODE.fullmatch(name)
    postcode, name = found.groups() if found else ("", name)
    region = next((part for part in parts[1:] if land(part, nation)), "")
    return place(name, postcode, region, nation)


def remote_said(text: str) -> Remote | None:
    """Return whether the line of a place says that one can work at home.

    "Remote" alone is yes; beside a place it is "partly" at least: nobody said more.
    """
    if not HOME.search(text):
        return None
    return Remote.PARTLY if place_said(text) else Remote.YES


def different(places: list[Place | None]) -> tuple[Place, ...]:
    """Return the places that there are, each once, and not more than `MOST`."""
    return tuple(dict.fromkeys(filter(None, places)))[:MOST]
