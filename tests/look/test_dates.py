from datetime import UTC, date, datetime

import pytest

from reihum.rules.dates import NB, PartialDate

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("day", "iso", "de", "en"),
    [
        (date(2027, 4, 14), "2027-04-14", f"14.{NB}April 2027", f"14{NB}April 2027"),
        (PartialDate(2009, 6), "2009-06", "Juni 2009", "June 2009"),
        (PartialDate(2015), "2015", "2015", "2015"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(show, day, iso, de, en):
    for language, words in (("de", de), ("en", en)):
        time = show("{{ day|when }}", language=language, day=day).one("time")
        assert (time["datetime"], time.text) == (iso, words)


def test_a_moment_is_told_in_german_time(show):
    moment = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
    time = show("{{ at|when }}", at=moment).one("time")
    assert time.words == "23. November 2026, 10:42 Uhr"
    assert time["datetime"] == "2026-11-23T10:42+01:00"
    assert show("{{ at|clock }}", at=moment).one("time").words == "10:42"


def test_an_evening_belongs_to_its_german_day(show):
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert show("{% span at %}", at=late).one("time")["datetime"] == "2026-11-24"


def test_nothing_is_shown_for_no_date(show):
    assert show("{{ day|when }}{{ day|clock }}", day=None).source == ""


def test_a_span_names_both_days(show):
    page = show(
        "{% span a b %}", a=PartialDate(2027, 4, 14), b=PartialDate(2027, 4, 15)
    )
    assert page.one("time").words == "14. und 15. April 2027"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "gestern"),
        (date(2026, 11, 23), "heute"),
        (date(2026, 11, 24), "morgen"),
        (date(2026, 11, 25), "Mi 25. 11."),
        (date(2027, 2, 5), "Fr 5. 2."),
        (date(2027, 11, 19), "Fr 19. 11. 2027"),
        (date(2025, 11, 21), "Fr 21. 11. 2025"),
    ],
)
def test_a_deadline_is_named_as_people_name_it(show, day, words):
    page = show("{% due day today %}", day=day, today=date(2026, 11, 23))
    assert page.one("time").words == words


def test_new_year_s_day_is_tomorrow_on_new_year_s_eve(show):
    page = show("{% due d t %}", d=date(2027, 1, 1), t=date(2026, 12, 31))
    assert page.one("time").words == "morgen"


def test_a_day_is_told_with_its_weekday(show):
    day = date(2026, 11, 23)
    page = show("<p>{{ d|weekday }}</p>", d=day)
    assert page.one("p").words == "Montag, 23. November 2026"
    english = show("<p>{{ d|weekday }}</p>", language="en", d=day)
    assert english.one("p").words == "Monday, 23 November 2026"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 23, 8, 12, tzinfo=UTC), "09:12"),
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "00:30"),
        (datetime(2026, 11, 22, 8, 12, tzinfo=UTC), "gestern"),
        (datetime(2026, 11, 20, 8, 12, tzinfo=UTC), "Fr 20. 11."),
    ],
)
def test_what_came_in_today_says_its_hour(show, at, words):
    page = show("{{ at|arrived:today }}", at=at, today=date(2026, 11, 23))
    assert page.one("time").words == words
