"""A row that comes again is not read again; what is wrong costs no other row."""

import pytest
from msgspec import Raw, Struct
from msgspec.json import Decoder

from reihum.jobs.sources.rows import LONGEST, gathered, remembered, typed
from tests.jobs.portals import ad

pytestmark = pytest.mark.unit


class Row(Struct):
    id: str
    text: str = ""


ROW = Decoder(Row)


def reader(same=bytes):
    """Return a reader that notes what it reads, as no other reader does."""
    read = []

    def build(row: Row):
        read.append(row.id)
        if row.id == "wrong":
            raise ValueError(row.id)
        return None if row.id == "hidden" else ad("a", row.id)

    return remembered(ROW, build, same), read


def raw(key: str, text: str = "") -> Raw:
    return Raw(f'{{"id":"{key}","text":"{text}"}}'.encode())


def test_the_same_row_is_read_once_and_is_the_same_advertisement():
    build, read = reader()
    first, again = (gathered([raw("1"), raw("2")], build) for _ in range(2))
    assert read == ["1", "2"]
    assert [one.id for one in first.advertisements] == ["1", "2"]
    for one, two in zip(first.advertisements, again.advertisements, strict=True):
        assert one is two


def test_a_row_in_which_a_letter_changed_is_another():
    build, read = reader()
    gathered([raw("1", "Koch"), raw("1", "Koch!")], build)
    assert read == ["1", "1"]


def test_two_readers_never_take_each_others_rows():
    one, two = reader(), reader()
    for build, _ in (one, two):
        gathered([raw("1")], build)
    assert one[1] == two[1] == ["1"]


def test_what_changes_with_the_question_does_not_make_another_row():
    build, read = reader(lambda row: bytes(row).replace(b"far", b"near"))
    gathered([raw("1", "far"), raw("1", "near")], build)
    assert read == ["1"]


def test_a_wrong_row_is_counted_each_time_and_a_hidden_one_never_shown():
    build, _ = reader()
    for _ in range(2):
        found = gathered([raw("wrong"), raw("1"), raw("hidden"), Raw(b"{")], build)
        assert [one.id for one in found.advertisements] == ["1"]
        assert found.skipped == 2


def test_a_row_without_end_is_read_but_not_held():
    build, read = reader()
    long = raw("1", "x" * LONGEST)
    first = build(long)
    assert build(long) is not first
    assert read == ["1", "1"]


def test_a_reader_for_one_employer_alone_remembers_nothing():
    read = []
    build = typed(ROW, lambda row: read.append(row.id) or ad("a", row.id))
    gathered([raw("1"), raw("1")], build)
    assert read == ["1", "1"]
