"""An operator sees which places are known, and adds postcodes with one command."""

from argparse import ArgumentParser

import pytest

from reihum.jobs.places.places import Places
from reihum.site.commands import places

pytestmark = pytest.mark.unit


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.setattr(places, "FOLDER", tmp_path / "jobs")

    def command(*words: str) -> int:
        parser = ArgumentParser()
        places.add_arguments(parser)
        return places.run(parser.parse_intermixed_args(words))

    return command


def file(tmp_path, count: int):
    path = tmp_path / "DE.txt"
    rows = (
        f"DE\t{code:05}\tOrt {code}\tSachsen\tSN\t\t00\t\t\t50.8\t12.9\t4\n"
        for code in range(1, count + 1)
    )
    path.write_text("".join(rows), "utf-8")
    return str(path)


def test_without_postcodes_it_says_how_to_get_them(run, capsys):
    assert run() == 0
    told = capsys.readouterr().out
    assert "keine: reihum places import DATEI" in told
    assert "nur die größten Städte" in told


def test_postcodes_are_taken_over_and_counted(run, capsys, tmp_path):
    assert run("import", file(tmp_path, 1200)) == 0
    assert "1200 Postleitzahlen" in capsys.readouterr().out
    assert Places(tmp_path / "jobs").find("00007").town.name == "Ort 7"
    assert run() == 0
    assert "1200" in capsys.readouterr().out


def test_a_mistake_is_a_sentence_and_nothing_changes(run, capsys, tmp_path):
    for words, says in (
        (("import",), "Welche Datei"),
        (("import", "fehlt.txt"), "gibt es nicht"),
        (("import", file(tmp_path, 3)), "nur 3 deutsche"),
    ):
        assert run(*words) == 2
        assert says in capsys.readouterr().err
    assert not (tmp_path / "jobs").exists()
