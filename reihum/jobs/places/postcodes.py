"""Postcodes (Postleitzahlen), from a file of GeoNames that an operator fetches.

GeoNames' postcode file (DE.txt, or DE.zip with it) has no header and twelve columns
with tabs between: country, postcode, place, then name and code of three levels of
administration, latitude, longitude, accuracy. CC BY 4.0. Ours has one line a postcode:
postcode, place, Land, latitude, longitude.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from reihum.jobs.model import Point
from reihum.jobs.places.laender import land_of
from reihum.jobs.places.towns import Town
from reihum.jobs.places.written import write

FILE = "postcodes.tsv"
COLUMNS = 12
LARGEST = 50_000_000  # bytes of an unpacked file; Germany's has about one and a half
FEWEST = 1_000  # Germany has more than 8,000; half a file is noticed
POSTCODE = re.compile("[0-9]{5}")
UNREADABLE = (
    OSError, EOFError, zipfile.BadZipFile, zlib.error,
    NotImplementedError, RuntimeError,  # compressed or encrypted as nobody expects
)  # fmt: skip


class WrongFile(Exception):  # noqa: N818  (it says what the file is)
    """A file that is none of GeoNames' postcodes; the text is a sentence."""


def refuse(sentence: str) -> NoReturn:
    raise WrongFile(sentence) from None


class _Row(Struct, frozen=True):
    postcode: str
    place: str
    land: str
    lat: float
    lon: float


def import_file(file: Path, folder: Path, fewest: int = FEWEST) -> int:
    """Take postcodes over into a folder; return how many. Raises `WrongFile`."""
    towns = _merged(_rows(_text(file)))
    if len(towns) < fewest:
        refuse(
            f"In der Datei stehen nur {len(towns)} deutsche Postleitzahlen; die "
            "vollständige von GeoNames (DE.zip) hat mehr als 8000."
        )
    write(folder / FILE, (_line(*pair) for pair in sorted(towns.items())))
    return len(towns)


def load(folder: Path) -> Mapping[str, Town]:
    """Return the towns by postcode; empty where none were imported."""
    try:
        lines = (folder / FILE).read_text("utf-8").splitlines()
        return dict(_read(line) for line in lines)
    except (OSError, ValueError):
        return {}


def _text(file: Path) -> str:
    try:
        data = _unpacked(file) if zipfile.is_zipfile(file) else _whole(file)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse("Die Datei ist kein Text in UTF-8.")
    except UNREADABLE:
        refuse("Die Datei lässt sich nicht lesen.")


def _whole(file: Path) -> bytes:
    with file.open("rb") as source:
        return _limited(source.read(LARGEST + 1))


def _unpacked(file: Path) -> bytes:
    """Return the table in an archive: DE.txt, never its readme.txt."""
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.endswith("DE.txt")]
        if not names:
            refuse("Im Archiv ist keine Datei DE.txt.")
        with archive.open(names[0]) as source:
            return _limited(source.read(LARGEST + 1))


def _limited(data: bytes) -> bytes:
    if len(data) > LARGEST:
        refuse(f"Die Datei ist größer als {LARGEST // 1_000_000} MB.")
    return data


def _rows(text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and (row := _row(line.split("\t"), number)):
            yield row


def _row(cells: list[str], number: int) -> _Row | None:
    """Return a German row; None for another country's."""
    if len(cells) != COLUMNS:
        refuse(
            f"Zeile {number} hat nicht die {COLUMNS} Spalten, mit Tabulatoren "
            "dazwischen, die Postleitzahlen von GeoNames haben."
        )
    if cells[0] != "DE":
        return None
    land = land_of(cells[4]) or land_of(cells[3])
    try:
        row = _Row(cells[1], cells[2].strip(), land, float(cells[9]), float(cells[10]))
    except ValueError:
        refuse(f"In Zeile {number} stehen keine Koordinaten.")
    good = POSTCODE.fullmatch(row.postcode) and _on_globe(row) and row.place
    if not good:
        refuse(f"Zeile {number} ist keine Postleitzahl mit Ort und Lage.")
    return row


def _on_globe(row: _Row) -> bool:
    return -90 <= row.lat <= 90 and -180 <= row.lon <= 180  # noqa: PLR2004


def _merged(rows: Iterable[_Row]) -> dict[str, Town]:
    """Return one town a postcode: the first place named, in the middle of all."""
    grouped: dict[str, list[_Row]] = {}
    for row in rows:
        grouped.setdefault(row.postcode, []).append(row)
    return {postcode: _middle(same) for postcode, same in grouped.items()}


def _middle(rows: list[_Row]) -> Town:
    lat = sum(row.lat for row in rows) / len(rows)
    lon = sum(row.lon for row in rows) / len(rows)
    return Town(rows[0].place, rows[0].land, Point(lat, lon), 0)


def _line(postcode: str, town: Town) -> str:
    point = town.point
    cells = (postcode, town.name, town.land, f"{point.lat:.5f}", f"{point.lon:.5f}")
    return "\t".join(cells) + "\n"


def _read(line: str) -> tuple[str, Town]:
    postcode, name, land, lat, lon = line.split("\t")
    return postcode, Town(name, land, Point(float(lat), float(lon)), 0)
