"""Towns: the list as a file, and its index in memory.

The file is UTF-8, one town a line, the largest first, with tabs between: name, Land,
latitude and longitude in degrees, inhabitants, its own names and what others call it
(both folded, "|" between). `extract.py` makes it from GeoNames (geonames.org, CC BY
4.0). The package has a small one of the cities over 50,000 inhabitants, for the case
that `reihum build` has not made the whole one.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from reihum.jobs.model import Point

FILE = "places.tsv"
PACKAGED = ("data", "cities.tsv")


class Town(Struct, frozen=True, gc=False):
    """A town, village or quarter. `population` is 0 where GeoNames has none."""

    name: str
    land: str
    point: Point
    population: int


class Towns(Struct, frozen=True):
    """All towns by their folded names; those whose own name it is come first."""

    by_name: Mapping[str, tuple[Town, ...]]
    count: int
    whole: bool  # False: only the packaged cities


class Line(Struct, frozen=True):
    """A town with its folded names, as in the file."""

    town: Town
    own: tuple[str, ...]
    others: tuple[str, ...]


def load(folder: Path) -> Towns:
    """Return the towns of a folder, or the packaged ones where it has none."""
    try:
        return _towns((folder / FILE).read_text("utf-8"), whole=True)
    except (OSError, ValueError):
        file = files("reihum.jobs").joinpath(*PACKAGED)
        return _towns(file.read_text("utf-8"), whole=False)


def _towns(text: str, *, whole: bool) -> Towns:
    by_name: dict[str, tuple[Town, ...]] = {}
    read = [_read(line) for line in text.splitlines()]
    for town, own, _ in read:
        _put(by_name, own, town)
    for town, _, others in read:
        if others:
            _put(by_name, others, town)
    return Towns(by_name, len(read), whole)


def _put(by_name: dict[str, tuple[Town, ...]], names: str, town: Town) -> None:
    alone = (town,)  # one for all its names: most have no other town
    for name in names.split("|"):
        before = by_name.setdefault(name, alone)
        if before is not alone:
            by_name[name] = (*before, town)


def _read(line: str) -> tuple[Town, str, str]:
    name, land, lat, lon, population, own, others = line.split("\t")
    point = Point(float(lat), float(lon))
    return Town(name, land, point, int(population)), own, others


def text_of(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the lines of the file."""
    for line in lines:
        town = line.town
        yield "\t".join((
            town.name, town.land, f"{town.point.lat:.5f}", f"{town.point.lon:.5f}",
            str(town.population), "|".join(line.own), "|".join(line.others),
        )) + "\n"  # fmt: skip
