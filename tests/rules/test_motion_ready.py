"""What a Land is told about its draft before it submits it."""

from datetime import date

import pytest

from reihum.rules.facts import BeforeBundesrat
from reihum.rules.motion_ready import points, ready
from reihum.rules.text import read

pytestmark = pytest.mark.unit

DUE, TODAY = date(2027, 2, 3), date(2026, 11, 23)


def listed(**more):
    usual = {
        "title": "Titel", "text": read("1. Eins\n\n2. Zwei"), "rationale": (),
        "bundesrat": BeforeBundesrat.NO, "deadline": DUE, "today": TODAY,
    }  # fmt: skip
    given = usual | more
    return points(given.pop("title"), **given)


def test_a_whole_draft_is_ready():
    found = listed()
    assert ready(found)
    assert all(one.done for one in found)
    notes = [one.note.de.replace("\N{NO-BREAK SPACE}", " ") for one in found]
    assert notes[1:] == [
        "2 Absätze", "keine; sie ist nicht nötig", "nicht anhängig",
        "3. Februar 2027, in 72 Tagen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "place", "note"),
    [
        ({"text": ()}, 1, "worüber abgestimmt werden soll"),
        ({"bundesrat": BeforeBundesrat.UNCHECKED}, 3, "bitte prüfen"),
        ({"title": ""}, 0, ""),
    ],
)
def test_what_is_missing_is_named(more, place, note):
    found = listed(**more)
    assert not ready(found)
    assert [i for i, one in enumerate(found) if not one.done] == [place]
    assert found[place].note.de.startswith(note)


def test_after_the_deadline_it_can_still_be_submitted_and_that_is_said():
    found = listed(today=date(2027, 2, 4))
    assert ready(found)
    assert not found[-1].done
    assert "zugelassen werden" in found[-1].note.de


def test_one_paragraph_with_reasons_before_the_bundesrat_and_without_a_deadline():
    found = listed(
        text=read("1. Eins"), rationale=read("Weil.", "b"), deadline=None,
        bundesrat=BeforeBundesrat.YES,
    )  # fmt: skip
    assert ready(found)
    assert found[1].note.en == "1\N{NO-BREAK SPACE}paragraph"
    assert found[2].note.de == ""
    assert "nicht auf die Tagesordnung" in found[3].note.de
    assert "noch keine Frist" in found[4].note.de
