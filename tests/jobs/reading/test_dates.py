"""Portals write days in many ways; one of them is even valid."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.reading.dates import day

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    "written",
    [
        "2026-09-18",
        " 2026-9-18 ",
        "2026-09-18T10:44:14.885",
        "2026-09-18T00:00:00Z",
        "2026-09-18T00:00:00.000Z+01:00",
        "2026-09-18T23:59:59+02:00",
        "2026-09-18 12:55:59 UTC",
        "20260918",
        "20260918T120000Z",
        "18.09.2026",
        "18.9.26",
        "18.09.2026 23:59",
        "18. September 2026",
        "Fr., 18. Sept. 2026",
        "Fri, 18 Sep 2026 08:40:39 +0200",
        "18 Sep 2026 08:40:39 GMT",
        "1789732800",
        "1789732800000",
        1789732800,
        1789732800.25,
        1789732800000,
    ],
)
def test_every_way_that_a_portal_writes_a_day(written):
    assert day(written) == date(2026, 9, 18)


@pytest.mark.parametrize(
    "nonsense",
    [
        None, "", "sofort", "ab sofort", "0000-00-00", "2026-02-30", "1900-01-01",
        "9999-12-31", "32.13.2026", "18. Brumaire 2026", "2026", "12", 0, -1, 5, True,
        float("nan"), float("inf"), 10**30, "20261340", "2026-09-181",
    ],
)  # fmt: skip
def test_nonsense_is_no_day(nonsense):
    assert day(nonsense) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("24. März 2027", date(2027, 3, 24)),
        ("1. Mai 2027", date(2027, 5, 1)),
        ("Thu, 31 Dec 2026 00:00:00 +0000", date(2026, 12, 31)),
        ("3. Okt. 2026", date(2026, 10, 3)),
    ],
)
def test_months_in_german_and_english(written, expected):
    assert day(written) == expected


@given(st.dates(date(1990, 1, 2), date(2100, 12, 30)))
def test_a_day_is_read_back_from_every_form(which):
    stamp = datetime(which.year, which.month, which.day, 12, tzinfo=UTC).timestamp()
    forms = (f"{which:%d.%m.%Y}", which.isoformat(), f"{which:%Y%m%d}", stamp)
    assert [day(form) for form in (*forms, stamp * 1000)] == [which] * 5


@given(st.text() | st.integers() | st.floats())
def test_whatever_comes_it_does_not_fail(value):
    day(value)
