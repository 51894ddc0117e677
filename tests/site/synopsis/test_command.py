import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reihum.formats.synopsis.build import build
from reihum.formats.word.read import MotionFile, WordFile, read_reading
from reihum.rules.text.tracked import Piece, Reading, Remark
from reihum.rules.words import Text
from reihum.site import cli
from reihum.site.synopsis.told import ending, remarks
from tests.formats.synopsis.example import BASE, CLUBS, NO_TIME, TEXT, YEARS, edited
from tests.site.synopsis.files import plain, tracked, written

pytestmark = pytest.mark.unit
MINUTES = edited(TEXT, [("einer Stunde", "kurzer Zeit")])


@pytest.fixture
def given(tmp_path: Path) -> dict[str, str]:
    """Return the paths of a text and of four Länder's files; one noted nothing."""
    return written(
        tmp_path,
        Antrag=plain(TEXT),
        BY=tracked(BASE, edited(TEXT, [CLUBS]), "BY", "Vereine erreichen viele."),
        by_final=tracked(BASE, edited(TEXT, [YEARS]), "BY"),
        Sachsen=tracked(BASE, edited(TEXT, [CLUBS]), "SN"),
        HE=tracked(BASE, edited(TEXT, [NO_TIME]), "HE"),
        Antrag_SL=plain(MINUTES),
        wer=plain(MINUTES),
    )


def run(*arguments: str) -> int:
    return cli.main(["synopsis", *arguments])


def all_of(given: dict[str, str]) -> list[str]:
    names = ("Antrag", "BY", "Sachsen", "HE", "Antrag_SL")
    return [given[name] for name in names]


def test_the_files_become_a_synopsis_in_every_form(given, tmp_path, capsys):
    outs = [
        tmp_path / f"Synopse.{kind}" for kind in ("docx", "html", "pdf", "json", "xlsx")
    ]
    options = [part for out in outs for part in ("--out", str(out))]
    assert run(*all_of(given), *options) == 0
    assert all(out.stat().st_size > 1000 for out in outs)
    said = capsys.readouterr()
    assert (
        "BY   BY.docx (Bayern): 2 Wörter eingefügt, 0 gestrichen, 1 Kommentar"
        in said.err
    )
    assert "Antrag_SL.docx: Nicht alle Änderungen sind vermerkt" in said.err
    assert "4 Wünsche von 4 Ländern: gleiche an 1 Stelle zusammengeführt" in said.out
    assert "1 Konflikt." in said.out
    assert "Ziffer 3: Hessen streicht Wörter, die das Saarland ändert." in said.out
    data = json.loads(outs[3].read_bytes())
    assert data["changes"][0]["lands"] == ["BY", "SN"]
    assert data["title"] == "Ankommen im Alltag"
    authors = {one.author for one in read_reading(outs[0].read_bytes()).reading.pieces}
    assert {"BY, SN", "HE"} <= authors


def test_it_speaks_english_and_keeps_quiet_when_asked(given, tmp_path, capsys):
    out = tmp_path / "synopsis.json"
    assert (
        run(*all_of(given), "--out", str(out), "--lang", "en", "--title", "Arriving")
        == 0
    )
    said = capsys.readouterr()
    assert "2 words inserted" in said.err
    assert "4 wishes of 4 Länder" in said.out
    assert json.loads(out.read_bytes())["title"] == "Arriving"
    assert run(*all_of(given), "--out", str(out), "--quiet") == 0
    said = capsys.readouterr()
    assert said.out == said.err == ""


def test_a_land_that_no_name_tells_can_be_named(given, tmp_path):
    out = tmp_path / "s.json"
    named = ["--as", f"ni={given['wer']}", "--as", f"Hessen={given['HE']}"]
    assert run(given["Antrag"], *named, "--out", str(out)) == 0
    sent = json.loads(out.read_bytes())["sent"]
    assert [(one["land"], one["source"]) for one in sent] == [
        ("HE", "HE.docx"), ("NI", "wer.docx"),
    ]  # fmt: skip


def test_two_files_of_one_land_are_both_its_own(given, tmp_path):
    out = tmp_path / "s.json"
    assert run(given["Antrag"], given["BY"], given["by_final"], "--out", str(out)) == 0
    data = json.loads(out.read_bytes())
    assert {tuple(one["lands"]) for one in data["changes"]} == {("BY",)}
    assert [one["source"] for one in data["sent"]] == ["BY.docx", "by_final.docx"]


def test_options_may_stand_between_the_files(given, tmp_path):
    out = tmp_path / "s.json"
    assert run("--out", str(out), given["Antrag"], "--quiet", given["BY"]) == 0
    assert out.exists()


def test_the_order_of_the_files_does_not_matter(given, tmp_path):
    base, *files = all_of(given)
    one, other = tmp_path / "1.json", tmp_path / "2.json"
    assert run(base, *files, "--out", str(one)) == 0
    assert run(base, *files[::-1], "--out", str(other)) == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{Antrag}", "--out", "{dir}/s.pdf"], "Es fehlen die Dateien der Länder"),
        (["{Antrag}", "{wer}", "--out", "{dir}/s.pdf"], "ist kein Land zu erkennen"),
        (["{Antrag}", "--as", "{wer}", "--out", "{dir}/s.pdf"], "nicht zu verstehen"),
        (["{Antrag}", "--as", "XX={wer}", "--out", "{dir}/s.pdf"], "ist kein Land"),
        (["{Antrag}", "{dir}/NI.docx", "--out", "{dir}/s.pdf"], "gibt es nicht"),
        (["{Antrag}", "{BY}", "{BY}", "--out", "{dir}/s.pdf"], "zweimal angegeben"),
        (["{BY}", "{BY}", "--out", "{dir}/s.pdf"], "zweimal angegeben"),
        (["{Antrag}", "{BY}", "--out", "{BY}"], "darf nicht überschrieben werden"),
        (["{Antrag}", "{BY}", "--out", "{dir}/s.odt"], "kann die Synopse nicht"),
        (["{Antrag}", "{BY}", "--out", "{dir}/nix/s.pdf"], "Den Ordner"),
        (["{Antrag}", "{BY}", "--out", "{dir}/o.pdf"], "ist ein Ordner"),
        (["{dir}/o.pdf", "{BY}", "--out", "{dir}/s.pdf"], "ist ein Ordner und keine"),
        (
            ["{Antrag}", "{BY}", "--out", "{dir}/s.pdf", "--out", "{dir}/s.pdf"],
            "zweimal angegeben",
        ),
        (["{Antrag}", "{dir}/HH.docx", "--out", "{dir}/s.pdf"], "HH.docx: Das ist"),
        (["{dir}/HH.docx", "{BY}", "--out", "{dir}/s.pdf"], "HH.docx: Das ist"),
        (["{Antrag}", "{dir}/TH.docx", "--out", "{dir}/s.pdf"], "kaum einen Absatz"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_and_nothing_is_written(
    given, tmp_path, capsys, arguments, sentence
):
    (tmp_path / "o.pdf").mkdir()
    (tmp_path / "HH.docx").write_bytes(b"%PDF-1.7 umbenannt")
    strange = "1. Etwas ganz anderes steht hier.\n2. Niemand kennt es."
    (tmp_path / "TH.docx").write_bytes(plain(strange, "Etwas anderes"))
    before = listing(tmp_path)
    filled = [one.format(dir=tmp_path, **given) for one in arguments]
    assert run(*filled) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert listing(tmp_path) == before


def listing(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_the_old_synopsis_stays_until_the_new_one_is_whole(given, tmp_path, capsys):
    out = tmp_path / "s.pdf"
    out.write_bytes(b"alt")
    (tmp_path / "NI.docx").write_bytes(b"kaputt")
    assert run(given["Antrag"], str(tmp_path / "NI.docx"), "--out", str(out)) == 2
    assert out.read_bytes() == b"alt"
    assert run(given["Antrag"], given["BY"], "--out", str(out), "--quiet") == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_name_with_signs_of_a_terminal_is_shown_without_them(given, tmp_path, capsys):
    path = tmp_path / "BY \x1b[31m\udcff.docx"
    path.write_bytes(Path(given["BY"]).read_bytes())
    assert run(given["Antrag"], str(path), "--out", str(tmp_path / "s.json")) == 0
    assert "\x1b" not in capsys.readouterr().err


def test_it_runs_without_settings_database_and_server(given, tmp_path):
    out = tmp_path / "s.docx"
    code = (
        "import sys\n"
        "from reihum.site.cli import main\n"
        "status = main(sys.argv[1:])\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'django']\n"
        "sys.exit(status)\n"
    )
    bare = {name: value for name, value in os.environ.items()
            if not name.startswith(("DJANGO", "REIHUM"))}  # fmt: skip
    done = subprocess.run(  # noqa: S603 – our own programme
        [sys.executable, "-c", code, "synopsis", *all_of(given), "--out", str(out)],
        env={**bare, "PYTHONPATH": str(Path(cli.__file__).parents[2]),
             "REIHUM_SECRET_KEY": "", "REIHUM_VAR": str(tmp_path / "var")},
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert out.exists()
    assert not (tmp_path / "var").exists()


def test_what_cannot_be_kept_and_comments_without_a_change_are_told():
    picture, table = Text("Ein Bild.", "A picture."), Text("Eine Tabelle.", "A table.")
    base = MotionFile("Titel", BASE.paragraphs, lost=(picture,))
    remark = Remark(3, 4, "Wer zahlt das?", "BY")
    file = WordFile(Reading(tuple(map(Piece, BASE.tokens)), (remark,)), lost=(table,))
    paper = build(base, [("BY", "BY.docx", file)])
    assert [one.de for one in remarks(paper)] == [
        "Ausgangstext: Ein Bild.",
        "BY   BY.docx: Eine Tabelle.",
        "BY   BY.docx: Kommentar ohne Änderung: Wer zahlt das?",
    ]


def test_when_nobody_is_silent_nobody_is_named():
    paper = build(MotionFile("Titel", BASE.paragraphs), [], members=())
    assert len(list(ending(paper, ["s.pdf"]))) == 2


def test_a_file_that_may_not_be_read_is_said(given, tmp_path, capsys, monkeypatch):
    def closed(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert run(given["Antrag"], given["BY"], "--out", str(tmp_path / "s.pdf")) == 2
    assert "lässt sich nicht lesen: Permission denied" in capsys.readouterr().err
