"""A GeoNames postcode file is taken over whole, or nothing is and it is said why."""

import zipfile

import pytest

from reihum.jobs.model import Point
from reihum.jobs.places.postcodes import FILE, WrongFile, import_file, load

pytestmark = pytest.mark.unit


def row(postcode: str, place: str, lat: str, lon: str, land: str = "SN") -> str:
    cells = ("DE", postcode, place, "Sachsen", land, "", "00", "", "", lat, lon, "4")
    return "\t".join(cells) + "\n"


GOOD = (
    row("09111", "Chemnitz", "50.80", "12.90")
    + row("09111", "Chemnitz Mitte", "50.90", "13.00")
    + row("01067", "Dresden", "51.05", "13.74", land="")
    + row("01067", "Wien", "48.2", "16.4").replace("DE\t", "AT\t")
)


@pytest.fixture
def take(tmp_path):
    def take(content: str | bytes, name: str = "DE.txt", fewest: int = 1) -> int:
        file = tmp_path / name
        data = content if isinstance(content, bytes) else content.encode()
        file.write_bytes(data)
        return import_file(file, tmp_path / "jobs", fewest)

    return take


def test_postcodes_are_in_the_middle_of_their_places(take, tmp_path):
    assert take(GOOD) == 2
    towns = load(tmp_path / "jobs")
    assert towns["09111"].name == "Chemnitz"
    assert towns["09111"].point == Point(50.85, 12.95)
    assert towns["01067"].land == "SN"
    assert set(towns) == {"09111", "01067"}


def test_an_archive_is_unpacked(take, tmp_path):
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "Read me")
        archive.writestr("DE.txt", GOOD)
    assert take(file.read_bytes(), "DE.zip") == 2


def test_a_new_file_takes_the_place_of_the_old_one(take, tmp_path):
    take(GOOD)
    take(row("99423", "Weimar", "50.98", "11.32", land="TH"))
    assert set(load(tmp_path / "jobs")) == {"99423"}
    assert [one.name for one in (tmp_path / "jobs").iterdir()] == [FILE]


def empty_zip(tmp_path) -> bytes:
    file = tmp_path / "empty.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "Read me")
    return file.read_bytes()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Ort;PLZ\nChemnitz;09111\n", "Zeile 1 hat nicht die 12 Spalten"),
        (GOOD + "halb", "Zeile 5"),
        (row("09111", "Chemnitz", "x", "12.9"), "keine Koordinaten"),
        (row("09111", "Chemnitz", "nan", "12.9"), "Zeile 1 ist keine"),
        (row("09111", "Chemnitz", "500", "12.9"), "Zeile 1 ist keine"),
        (row("9111", "Chemnitz", "50.8", "12.9"), "Zeile 1 ist keine"),
        (row("09111", "", "50.8", "12.9"), "Zeile 1 ist keine"),
        ("", "nur 0 deutsche"),
        (b"\xff\xfe\x00", "kein Text"),
        (b"PK\x05\x06" + bytes(18), "keine Datei DE.txt"),
    ],
)
def test_a_wrong_file_is_a_sentence_and_the_old_one_stays(
    take, tmp_path, content, says
):
    take(GOOD, "good.txt")
    with pytest.raises(WrongFile, match=says):
        take(content)
    assert set(load(tmp_path / "jobs")) == {"09111", "01067"}


def test_half_a_file_is_noticed(take):
    with pytest.raises(WrongFile, match="mehr als 8000"):
        take(GOOD, fewest=1000)


def test_an_archive_with_something_else_is_refused(take, tmp_path):
    with pytest.raises(WrongFile, match=r"DE\.txt"):
        take(empty_zip(tmp_path), "DE.zip")


def test_without_a_file_there_are_none(tmp_path):
    assert load(tmp_path) == {}
