import pytest

from reihum.rules.deadlines import Lead
from reihum.rules.figures import cardinal, days, duration, times
from reihum.rules.words import Text

pytestmark = pytest.mark.unit


def test_numbers_up_to_twelve_are_words():
    assert cardinal(12) == Text("zwölf", "twelve")
    assert cardinal(13) == Text("13", "13")


def test_how_often():
    assert times(1) == Text("einmal", "once")
    assert times(2) == Text("zweimal", "twice")
    assert times(4) == Text("viermal", "four times")
    assert times(16) == Text("16-mal", "16 times")


@pytest.mark.parametrize(
    ("lead", "de", "en"),
    [
        (Lead(weeks=1), "eine Woche", "one week"),
        (Lead(weeks=5), "fünf Wochen", "five weeks"),
        (Lead(days=1), "einen Tag", "one day"),
        (Lead(days=14), "14 Tage", "14 days"),
        (
            Lead(weeks=2, days=3, working_days=True),
            "zwei Wochen und drei Werktage",
            "two weeks and three working days",
        ),
        (Lead(days=1, working_days=True), "einen Werktag", "one working day"),
    ],
)
def test_how_long(lead, de, en):
    assert duration(lead) == Text(de, en)


def test_days_are_weeks_where_they_come_out_even():
    assert days(28) == Text("vier Wochen", "four weeks")
    assert days(10) == Text("zehn Tage", "ten days")
