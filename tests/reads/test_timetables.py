"""Deadlines of a conference, counted with the holidays of all years that matter."""

from datetime import date

import pytest

from reihum.reads.conferences import conference
from reihum.reads.holidays import calendar_of
from reihum.reads.timetables import timetable_of
from reihum.records.models import Conference, StoredRulebook
from reihum.rules.dates import PartialDate
from reihum.rules.deadlines import Lead, due
from reihum.rules.rulebooks import shipped_texts
from tests.conftest import NOW

pytestmark = pytest.mark.integration

SESSION = date(2028, 1, 10)


def test_a_lead_beyond_two_new_years_knows_the_holidays_of_all_of_them(intmk):
    text = shipped_texts("intmk")[-1].replace(
        "lead = { weeks = 10 }", "lead = { days = 300, working_days = true }"
    )
    StoredRulebook.objects.create(
        body=intmk, valid_from="2020-07-01", text=text, stored_at=NOW
    )
    Conference.objects.filter(number=22).update(begins=PartialDate.of(SESSION))
    planned = timetable_of(conference("intmk", 22), NOW.date())
    days = {one.kind: one.due.day for one in planned}
    lead = Lead(days=300, working_days=True)
    counted = due(SESSION, lead, calendar_of("RP", range(2020, 2029)))
    assert days["motions"] == counted.day
    assert counted.day.year == 2026
