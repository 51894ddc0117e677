from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.look.parts import year as drawing
from reihum.look.parts.year import GAP, WIDTH, Event, arrange, clash, year
from reihum.look.sheet import EVENTS

pytestmark = pytest.mark.unit

BEGINS, ENDS, TODAY = date(2026, 7, 1), date(2027, 6, 30), date(2026, 11, 23)


def boxes(labels):
    return [
        (
            label.left,
            label.right,
            -40 - 34 * label.level - 14,
            -40 - 34 * label.level + 18,
        )
        for label in labels
    ]


def overlaps(one, two):
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


@given(
    st.lists(
        st.tuples(st.integers(10, 1010), st.integers(30, 160)), min_size=1, max_size=9
    )
)
def test_labels_never_lie_on_each_other_and_no_lead_runs_through_one(spots):
    labels = arrange(sorted(spots), 4)
    if labels is None:
        return  # then the page shows the list instead of the drawing
    for one, two in combinations(boxes(labels), 2):
        assert not overlaps(one, two)
    for label in labels:
        assert label.left >= 0
        assert label.right <= WIDTH
        for other in labels:
            if other.level < label.level:
                assert not other.left < label.x < other.right


def test_the_usual_year_fits_on_two_levels():
    line = year(EVENTS, BEGINS, ENDS, TODAY)
    assert line.fits
    assert len({mark.title_y for mark in line.marks}) == 2


def test_two_labels_on_one_level_keep_their_distance():
    first, second = arrange([(100, 100), (160, 100)], 1)
    assert second.left - first.right >= GAP
    assert not clash(first, second)


def test_two_events_of_one_day_both_find_a_place():
    day = date(2027, 1, 15)
    line = year([Event(day, "Frist A"), Event(day, "Frist B")], BEGINS, ENDS, TODAY)
    assert line.fits
    assert {mark.label for mark in line.marks} == {"Frist A", "Frist B"}


def test_what_cannot_be_placed_is_shown_as_a_list_at_every_width(show):
    days = [date(2027, 1, 1) + timedelta(days=day) for day in range(14)]
    events = [Event(day, "Ein sehr langer Name für eine Frist") for day in days]
    page = show("{% year_line e b f t %}", e=events, b=BEGINS, f=ENDS, t=TODAY)
    assert not page.all("svg")
    assert "r-year-list" not in page.one("ol").classes
    assert len(page.all("li")) == 14


def test_past_is_filled_and_what_comes_is_hollow(show):
    page = show("{% year_line e b f t %}", e=EVENTS, b=BEGINS, f=ENDS, t=TODAY)
    assert len(page.all("circle", "r-year__dot--due")) == 4
    assert len(page.all("circle", "r-year__main")) == 1
    assert (
        next(item.words for item in page.all("li", "is-due")) == "5. 2.Anmeldeschluss"
    )


def test_an_event_of_today_is_still_to_come():
    (mark,) = year([Event(TODAY, "Heute")], BEGINS, ENDS, TODAY).marks
    assert mark.due


def test_numbers_in_the_drawing_have_no_comma(show):
    page = show("{% year_line e b f t %}", e=EVENTS, b=BEGINS, f=ENDS, t=TODAY)
    for element in page.all("text") + page.all("circle"):
        assert "," not in (element["x"] or element["cx"])


def test_today_goes_below_the_line_where_a_label_stands_above_it():
    assert not year(EVENTS, BEGINS, ENDS, TODAY).today_below
    assert year(EVENTS, BEGINS, ENDS, date(2026, 10, 6)).today_below


def test_today_outside_the_year_is_not_drawn():
    assert year(EVENTS, BEGINS, ENDS, date(2027, 7, 1)).today == ""


def test_months_are_written_in_the_language_of_the_page(show):
    page = show(
        "{% year_line e b f t %}", language="en", e=EVENTS, b=BEGINS, f=ENDS, t=TODAY
    )
    words = [text.words for text in page.all("text", "is-soft")]
    assert "Mar" in words
    assert "10–11 Mar" in words


def test_a_year_that_has_not_changed_is_arranged_once(monkeypatch):
    asked = []

    def counted(spots, levels):
        asked.append(spots)
        return arrange(spots, levels)

    drawing._arranged.cache_clear()
    monkeypatch.setattr(drawing, "arrange", counted)
    first, again = (year(EVENTS, BEGINS, ENDS, TODAY) for _ in range(2))
    assert first == again
    assert len(asked) == 1
    year((*EVENTS, Event(TODAY, "Neu")), BEGINS, ENDS, TODAY)
    assert len(asked) > 1
