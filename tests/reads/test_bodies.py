"""Where a body stands on a day: the chair, and the conference the office works on."""

from datetime import date

import pytest

from reihum.reads.bodies import now_in
from reihum.records.models import Conference, Mandate, Motion, Support
from reihum.rules.dates import PartialDate
from reihum.rules.visibility import Viewer
from tests.conftest import NOW

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 23)
OFFICE = Viewer(members=frozenset({"RP"}), office=True)


def held(body, number, day, **more):
    return Conference.objects.create(
        body=body, number=number, begins=PartialDate.of(day), **more
    )


def test_the_office_works_on_the_conference_of_its_term(intmk):
    held(intmk, 21, date(2026, 3, 11), state="held", chair="NW")
    held(intmk, 23, date(2028, 3, 15), chair="SL")
    now = now_in("intmk", TODAY, OFFICE)
    assert (now.short, now.conference, now.chair.land) == ("IntMK", 22, "RP")


def test_with_two_in_the_term_the_next_one_to_come_is_worked_on(intmk):
    held(intmk, 23, date(2027, 6, 16), chair="RP")
    assert now_in("intmk", TODAY, OFFICE).conference == 22
    assert now_in("intmk", date(2027, 4, 16), OFFICE).conference == 23
    assert now_in("intmk", date(2027, 6, 30), OFFICE).conference == 23


def test_a_conference_that_is_over_stays_on_the_desk_until_the_term_ends(intmk):
    held(intmk, 23, date(2028, 3, 15), chair="SL")
    assert now_in("intmk", date(2027, 6, 30), OFFICE).conference == 22
    assert now_in("intmk", date(2027, 7, 1), OFFICE).conference == 23


def test_without_a_conference_in_the_term_it_is_the_next_or_else_the_last(intmk):
    intmk.terms.all().delete()
    assert now_in("intmk", TODAY, OFFICE).conference == 22
    assert now_in("intmk", date(2030, 1, 1), OFFICE).conference == 22


def test_a_cancelled_conference_is_worked_on_no_more(intmk):
    Conference.objects.update(state="cancelled")
    assert now_in("intmk", TODAY, OFFICE).conference is None


def test_an_unknown_body_stands_nowhere(db):
    assert now_in("nichts", TODAY, OFFICE) is None


def test_a_draft_is_counted_for_its_own_land_only(intmk):
    main = Conference.objects.get(number=22)
    draft = Motion.objects.create(body=intmk, conference=main, title="Entwurf")
    Support.objects.create(motion=draft, member="BY", role="submitter", at=NOW)
    Motion.objects.create(
        body=intmk, conference=main, title="Da", stage="submitted", submitted_at=NOW
    )
    bavaria = Viewer(members=frozenset({"BY"}))
    assert now_in("intmk", TODAY, OFFICE).motions == 1
    assert now_in("intmk", TODAY, bavaria).motions == 2


def test_only_open_mandates_are_counted(intmk):
    Mandate.objects.create(body=intmk, subject="Bericht")
    Mandate.objects.create(body=intmk, subject="Fertig", closed_on=TODAY)
    assert now_in("intmk", TODAY, OFFICE).open_mandates == 1


def test_it_takes_four_queries(intmk, django_assert_num_queries):
    for number in range(1, 10):
        held(intmk, number, date(2000 + number, 3, 11), state="held")
    with django_assert_num_queries(4):
        now_in("intmk", TODAY, OFFICE)
