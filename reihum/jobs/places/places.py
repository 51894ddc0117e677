"""Find the place that somebody types, and give advertisements their points."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from reihum.jobs.distance import km_between
from reihum.jobs.model import Advertisement, Place, Point
from reihum.jobs.places import naming, postcodes, towns
from reihum.jobs.places.laender import land_of
from reihum.jobs.places.towns import Town, Towns
from reihum.jobs.words.folding import fold

# Folded: "d 09111 chemnitz", "plz 09111".
POSTCODE = re.compile(r"(?:de? |plz )?([0-9]{5})(?: (.+))?")
NO_POSTCODE = re.compile(r"(?:de? |plz )?[0-9]+")  # too few digits, or too many
HOME = {"", "de", "deu", "deutschland", "germany"}
SHORTEST_LAND = 3  # letters: "NRW" is a Land to people, "SN" and "13" are to machines
KEPT = 50_000  # places of advertisements that are remembered
CELL = 0.25  # degrees: about 28 by 18 km


class Sought(Struct, frozen=True, kw_only=True):
    """What a text for a place means.

    `town` is None where that is not known: `problem` ("unknown_place",
    "unknown_postcode", "no_postcodes") says why. A problem beside a town is a remark
    about the postcode. `land` is the code of a Land that was meant as a whole; neither
    town nor Land nor problem: all of Germany. `others` are names that may have been
    meant instead.
    """

    town: Town | None = None
    land: str = ""
    postcode: str = ""
    problem: str = ""
    others: tuple[str, ...] = ()


class Loaded(Struct, frozen=True):
    """What is there. `whole` is False where only the largest cities are."""

    towns: int
    whole: bool
    postcodes: int


class Places:
    """The places of Germany, from the files in a folder, read when first needed.

    May be used by several threads. Postcodes that are imported while it is in use are
    noticed by the next `find`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._stamp = 0
        self._codes: Mapping[str, Town] = {}
        self._place = lru_cache(KEPT)(self._located)

    def find(self, text: str) -> Sought:
        """Return the place that a person means: a name in any language, a postcode."""
        if coded := POSTCODE.fullmatch(fold(text)):
            code, rest = coded.groups()
            return self._by_code(code, rest or "")
        if NO_POSTCODE.fullmatch(fold(text)):
            return Sought(problem="unknown_postcode")
        return self._by_area(text) or self._by_name(text)

    def locate(self, advertisement: Advertisement) -> Advertisement:
        """Return it with the points and Länder that its places do not state.

        What is not known for certain stays as it is.
        """
        found = tuple(self._place(place) for place in advertisement.places)
        if found == advertisement.places:
            return advertisement
        return replace(advertisement, places=found)

    @property
    def edition(self) -> int:
        """What changes whenever places may be known better than before."""
        return self._stamp

    def land_at(self, point: Point) -> str:
        """Return the Land of the nearest town in reach, "" far from all."""
        row, column = _cell(point)
        near = [
            town
            for north in (row - 1, row, row + 1)
            for east in (column - 1, column, column + 1)
            for town in self._cells.get((north, east), ())
        ]
        nearest = min(
            near, key=lambda town: km_between(town.point, point), default=None
        )
        return nearest.land if nearest else ""

    def loaded(self) -> Loaded:
        """Return what is there."""
        return Loaded(self._towns.count, self._towns.whole, len(self._postcodes()))

    @cached_property
    def _towns(self) -> Towns:
        return towns.load(self._folder)

    @cached_property
    def _cells(self) -> Mapping[tuple[int, int], list[Town]]:
        cells = defaultdict(list)
        for town in {town for named in self._towns.by_name.values() for town in named}:
            cells[_cell(town.point)].append(town)
        return dict(cells)

    def _postcodes(self) -> Mapping[str, Town]:
        """Return the postcodes, read again where the file is another than before."""
        try:
            stamp = (self._folder / postcodes.FILE).stat().st_mtime_ns
        except OSError:
            stamp = 0
        with self._lock:
            if stamp != self._stamp:
                self._codes = postcodes.load(self._folder)
                self._stamp = stamp
                self._place.cache_clear()
        return self._codes

    def _by_code(self, code: str, rest: str) -> Sought:
        codes = self._postcodes()
        if town := codes.get(code):
            return Sought(town=town, postcode=code)
        problem = "unknown_postcode" if codes else "no_postcodes"
        if not rest:
            return Sought(problem=problem)
        named = self._by_name(rest)
        if named.town is None:
            return named
        kept = "" if codes else code  # what does not exist is not passed on
        return replace(named, postcode=kept, problem=problem)

    def _by_area(self, text: str) -> Sought | None:
        """Return a Land or all of Germany, unless a large town has the same name."""
        if fold(text) in naming.EVERYWHERE:
            return Sought()
        land = naming.land(text) if len(text) >= SHORTEST_LAND else ""
        towns_of_it = self._towns.by_name.get(fold(text), ())
        if not land or any(town.population >= naming.LARGE for town in towns_of_it):
            return None
        return Sought(land=land)

    def _by_name(self, text: str) -> Sought:
        meant = naming.candidates(self._towns, text)
        if not meant:
            alike = naming.alike(self._towns, text)
            return Sought(problem="unknown_place", others=alike)
        return Sought(town=meant[0], others=naming.labels(self._towns, meant[1:]))

    def _located(self, place: Place) -> Place:
        if fold(place.country) not in HOME:
            return place
        land = land_of(place.land)
        town = None
        if place.point is None or not land:
            town = self._certain(place, land)
        point = place.point or (town.point if town else None)
        if not land:
            land = self._land(place.point, town)
        return replace(place, point=point, land=land or place.land)

    def _certain(self, place: Place, land: str) -> Town | None:
        code, rest = place.postcode, place.name
        if coded := POSTCODE.fullmatch(fold(place.name)):
            code, rest = code or coded[1], coded[2] or ""
        return self._codes.get(code) or naming.certain(self._towns, rest, land)

    def _land(self, point: Point | None, town: Town | None) -> str:
        """Where it is counts more than what it is called."""
        near = self.land_at(point) if point else ""
        return near or (town.land if town else "")


def _cell(point: Point) -> tuple[int, int]:
    return int(point.lat // CELL), int(point.lon // CELL)
