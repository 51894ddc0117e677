import pytest
from icalendar import Calendar

from reihum.records.models import Conference, Deadline

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


@pytest.fixture
def events(client):
    """Read the calendar of the IntMK: title → event."""

    def read(address: str = "/intmk/kalender.ics") -> dict:
        answer = client.get(address)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        found = Calendar.from_ical(answer.content)
        return {str(event["summary"]): event for event in found.walk("VEVENT")}

    return read


def test_a_conference_lasts_to_the_end_of_its_last_day(intmk, events):
    event = events()["22. IntMK: Hauptkonferenz"]
    assert str(event["dtstart"].dt) == "2027-04-14"
    assert str(event["dtend"].dt) == "2027-04-16"
    assert event["location"] == "Mainz"
    assert event["url"] == "http://testserver/intmk/konferenzen/22/"


def test_what_is_not_known_to_the_day_is_no_date(intmk, events):
    Conference.objects.create(body=intmk, number=11, begins="2016", state="held")
    assert not [title for title in events() if title.startswith("11.")]


def test_deadlines_of_a_planned_conference_are_dates_with_their_reason(intmk, events):
    conference = Conference.objects.get(number=22)
    Deadline.objects.create(
        conference=conference, kind="motions", day="2027-02-03",
        why="Zehn Wochen vorher.", why_en="Ten weeks before.",
    )  # fmt: skip
    event = events()["22. IntMK, Frist: Anmeldeschluss"]
    assert event["description"] == "Zehn Wochen vorher."
    english = events("/en/intmk/kalender.ics")["22. IntMK, deadline: Motions due"]
    assert english["uid"] == event["uid"]


def test_a_cancelled_conference_is_marked_and_has_no_deadlines(intmk, events):
    conference = Conference.objects.get(number=22)
    Deadline.objects.create(
        conference=conference, kind="motions", day="2027-02-03", why="x", why_en="x"
    )
    Conference.objects.filter(pk=conference.pk).update(state="cancelled")
    assert [str(event["status"]) for event in events().values()] == ["CANCELLED"]


def test_meetings_around_a_conference_and_video_conferences_are_there(intmk, events):
    Conference.objects.create(
        body=intmk, main=Conference.objects.get(number=22), kind="preparatory",
        begins="2027-03-10", mode="video",
    )  # fmt: skip
    assert events()["22. IntMK: Vorkonferenz"]["location"] == "Videokonferenz"


def test_there_is_no_calendar_of_a_body_that_is_not_here(db, client):
    assert client.get("/nmk/kalender.ics").status_code == 404
