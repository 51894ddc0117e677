from pathlib import Path

import pytest

from reihum.site.synopsis.asked import Wrong
from reihum.site.synopsis.kept import keep

pytestmark = pytest.mark.unit


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_all_are_written_under_their_names(tmp_path):
    keep([(tmp_path / "a.pdf", b"a"), (tmp_path / "b.pdf", b"b")])
    assert names(tmp_path) == {"a.pdf", "b.pdf"}


def test_when_one_cannot_be_written_none_is(tmp_path):
    wrong = tmp_path / "gibt es nicht" / "b.pdf"
    with pytest.raises(Wrong) as refused:
        keep([(tmp_path / "a.pdf", b"a"), (wrong, b"b")])
    assert "Es wurde nichts geschrieben" in refused.value.refusal.text.de
    assert names(tmp_path) == set()


def test_when_the_second_cannot_be_made_the_first_is_not_written(tmp_path):
    def files():
        yield tmp_path / "a.pdf", b"a"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep(files())
    assert names(tmp_path) == set()


def test_a_file_that_may_not_be_changed_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    path = tmp_path / "a.pdf"
    path.write_bytes(b"alt")
    with pytest.raises(Wrong):
        keep([(path, b"neu")])
    assert path.read_bytes() == b"alt"
    assert names(tmp_path) == {"a.pdf"}
