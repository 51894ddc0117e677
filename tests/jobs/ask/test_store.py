"""The shared file holds nothing that matters, and survives everything."""

import sqlite3
from pathlib import Path

import pytest

from reihum.jobs.ask import store as module
from reihum.jobs.ask.health import Health
from reihum.jobs.ask.store import Store

pytestmark = pytest.mark.unit

DAY = "2027-01-15"


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "jobs" / "answers.sqlite3"


@pytest.fixture
def store(file):
    store = Store(file)
    yield store
    store.close()


def put(store: Store, key: bytes = b"k", value: bytes = b"v", at: float = 10) -> None:
    store.put(key, "eins", at, at + 100, value)


def test_what_one_process_keeps_another_finds(store, file):
    put(store)
    other = Store(file)
    assert other.get(b"k") == (10, b"v")
    other.close()
    assert store.get(b"x") is None


def test_calls_are_counted_over_all_processes(store, file):
    other = Store(file)
    assert [store.count("eins", DAY), other.count("eins", DAY)] == [1, 2]
    assert store.calls(DAY) == {"eins": 2}
    assert store.calls("2027-01-16") == {}
    other.close()


def test_health_is_remembered(store):
    well = Health(source="eins", employer="stadt", answered_at=5.0)
    store.save_health(well.failed(6.0, "http-500"))
    store.save_health(well)
    assert store.healths() == [well]


def test_the_file_may_be_deleted_while_it_is_used(store, file):
    put(store)
    for path in file.parent.iterdir():
        path.unlink()
    assert store.get(b"k") is None
    put(store)
    assert store.get(b"k") == (10, b"v")
    assert file.exists()


def test_the_folder_may_be_deleted_too(store, file):
    put(store)
    for path in file.parent.iterdir():
        path.unlink()
    file.parent.rmdir()
    put(store)
    assert store.get(b"k") == (10, b"v")


def test_a_broken_file_is_made_anew(file):
    file.parent.mkdir()
    file.write_bytes(b"This is not a database at all. " * 500)
    store = Store(file)
    put(store)
    assert store.get(b"k") == (10, b"v")
    store.close()


def test_a_file_that_breaks_while_it_is_used_is_made_anew(store, file):
    for index in range(300):
        put(store, str(index).encode(), b"x" * 1000)
    store.close()
    whole = bytearray(file.read_bytes())
    whole[2048:-100] = b"\xff" * (len(whole) - 2148)
    file.write_bytes(whole)
    assert store.get(b"7") is None
    put(store)
    assert store.get(b"k") == (10, b"v")


def test_a_file_of_another_form_is_made_anew(file):
    file.parent.mkdir()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE answer (something TEXT)")
    other.close()
    store = Store(file)
    put(store)
    assert store.get(b"k") == (10, b"v")
    store.close()


def test_where_no_file_can_be_the_search_goes_on_without(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "answers.sqlite3")
    put(store)
    assert store.get(b"k") is None
    assert store.count("eins", DAY) == 0
    assert store.healths() == []
    assert len(caplog.records) == 1


def test_a_broken_file_that_cannot_be_thrown_away_stops_nothing(file, monkeypatch):
    file.parent.mkdir()
    file.write_bytes(b"This is not a database at all. " * 500)

    def forbidden(path, *, missing_ok=False):
        raise PermissionError(13, "read-only", str(path))

    monkeypatch.setattr(Path, "unlink", forbidden)
    store = Store(file)
    put(store)
    assert store.get(b"k") is None
    assert store.healths() == []
    store.close()


def test_a_file_that_another_process_holds_delays_nobody_for_long(store, file):
    put(store)
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        put(store, value=b"new")
        other.execute("ROLLBACK")
    other.close()
    assert store.get(b"k") == (10, b"v")


def test_what_is_too_old_goes(store, monkeypatch):
    put(store, b"old", at=10)
    for index in range(module.PRUNE_EVERY):
        put(store, str(index).encode(), at=1000)
    assert store.get(b"old") is None
    assert store.get(b"1") is not None


def test_there_is_never_too_much(store, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 50_000)
    for index in range(2 * module.PRUNE_EVERY + 1):
        put(store, str(index).encode(), b"x" * 1000, at=float(index))
    assert store.get(b"0") is None
    assert store.get(str(2 * module.PRUNE_EVERY).encode()) is not None


def test_an_answer_is_found_by_what_it_holds(store):
    put(store, b"1", b"...10000-1-S...", at=1)
    put(store, b"2", b"...10000-1-S again", at=2)
    store.put(b"3", "zwei", 3, 103, b"10000-1-S elsewhere")
    found = store.holding("eins", b"10000-1-S")
    assert found == [b"...10000-1-S again", b"...10000-1-S..."]
