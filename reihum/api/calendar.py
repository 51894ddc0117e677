"""The dates of a body as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from icalendar import Calendar, Event

from reihum.look.answers import said
from reihum.reads.about import BodyRow, about
from reihum.reads.clock import now, today
from reihum.reads.conferences import (
    KIND_NAMES,
    ConferenceRow,
    DeadlineRow,
    main_conferences,
)
from reihum.rules.facts import ConferenceState, Mode
from reihum.rules.visibility import STRANGER
from reihum.rules.words import Text

DAY = timedelta(days=1)


def calendar(request: HttpRequest, body: str) -> HttpResponse:
    """Hand out what is known to the day, and the deadlines of what is planned."""
    row = about(body, STRANGER)
    if row is None:
        raise Http404
    whole = Calendar()
    whole.add("prodid", "-//Reihum//Termine//DE")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", said(row.name_on(today())))
    for main in main_conferences(body):
        for event in _events(row, main):
            event.add("url", request.build_absolute_uri(_address(body, main)))
            whole.add_component(event)
    answer = HttpResponse(whole.to_ical(), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{body}.ics"'
    return answer


def _address(body: str, main: ConferenceRow) -> str:
    return reverse("public:conference", args=[body, main.number])


def _events(body: BodyRow, main: ConferenceRow) -> Iterator[Event]:
    for held in (main, *main.others):
        if (first := held.begins.exact) is not None:
            yield _meeting(body, main, held, first)
    if main.state is ConferenceState.PLANNED:
        for deadline in main.deadlines:
            yield _deadline(body, main, deadline)


def _meeting(
    body: BodyRow, main: ConferenceRow, held: ConferenceRow, first: date
) -> Event:
    last = held.ends.exact if held.ends else None
    event = _event(f"{body.slug}-{held.pk}-{held.kind}", first, last or first)
    event.add("summary", f"{main.number}. {body.short}: {said(KIND_NAMES[held.kind])}")
    place = (
        said(Text("Videokonferenz", "video conference"))
        if held.mode is Mode.VIDEO
        else held.place
    )
    if place:
        event.add("location", place)
    if held.state is ConferenceState.CANCELLED:
        event.add("status", "CANCELLED")
    return event


def _deadline(body: BodyRow, main: ConferenceRow, row: DeadlineRow) -> Event:
    event = _event(f"{body.slug}-{main.pk}-{row.kind}", row.day, row.day)
    word = said(Text("Frist", "deadline"))
    event.add("summary", f"{main.number}. {body.short}, {word}: {said(row.name)}")
    event.add("description", said(row.why))
    return event


def _event(uid: str, first: date, last: date) -> Event:
    event = Event()
    event.add("uid", f"{uid}@reihum")
    event.add("dtstamp", now())
    event.add("dtstart", first)
    event.add("dtend", last + DAY)
    return event


urls = [path("<slug:body>/kalender.ics", calendar, name="calendar")]
