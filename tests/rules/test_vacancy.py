"""A vacancy says what it is, where, and how to apply; sums and dates can be right."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.vacancy import (
    LONGEST_TEXT,
    Vacancy,
    check_keep,
    check_publish,
    is_open,
)

pytestmark = pytest.mark.unit

DAY = date(2026, 11, 23)
COOK = Vacancy(
    member="SN", title="Koch / Köchin", employer="Stadtküche", city="Chemnitz",
    description="Kochen für Schulen.", apply_url="https://kueche.example/1",
)  # fmt: skip


def test_a_whole_vacancy_is_kept_and_published():
    assert check_keep(COOK) is None
    assert check_publish(COOK, DAY) is None


@pytest.mark.parametrize("field", ["title", "employer", "city", "description"])
def test_what_everybody_must_know_is_asked_for_by_name(field):
    refused = check_keep(replace(COOK, **{field: "  "}))
    assert refused is not None
    assert refused.field == field


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("description", "x" * (LONGEST_TEXT + 1)),
        ("qualification", "x" * (LONGEST_TEXT + 1)),
        ("postcode", "0911"),
        ("postcode", "O9111"),
        ("hours", Decimal(0)),
        ("hours", Decimal(49)),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(field, value):
    refused = check_keep(replace(COOK, **{field: value}))
    assert refused is not None
    assert refused.field == field


@pytest.mark.parametrize(
    ("pay", "field"),
    [
        ({"pay_low": Decimal(3000)}, "pay_unit"),
        ({"pay_low": Decimal(1), "pay_unit": "month"}, "pay_low"),
        ({"pay_high": Decimal(10_000_000), "pay_unit": "year"}, "pay_low"),
        (
            {"pay_low": Decimal(20), "pay_high": Decimal(15), "pay_unit": "hour"},
            "pay_low",
        ),
    ],
)
def test_a_sum_that_cannot_be_right_is_no_pay(pay, field):
    refused = check_keep(replace(COOK, **pay))
    assert refused is not None
    assert refused.field == field


def test_a_plausible_sum_and_a_usual_week_are_kept():
    paid = replace(
        COOK, pay_low=Decimal("14.80"), pay_unit="hour", hours=Decimal("38.5"),
        postcode="09111",
    )  # fmt: skip
    assert check_keep(paid) is None
    assert check_keep(replace(paid, pay_high=Decimal(16))) is None


def test_without_a_way_to_apply_nothing_is_published():
    silent = replace(COOK, apply_url="")
    assert check_keep(silent) is None
    refused = check_publish(silent, DAY)
    assert refused is not None
    assert refused.field == "apply_url"
    assert check_publish(replace(silent, apply_mail="a@example.org"), DAY) is None


def test_a_deadline_that_has_passed_is_not_published():
    refused = check_publish(replace(COOK, deadline=date(2026, 11, 22)), DAY)
    assert refused is not None
    assert refused.field == "deadline"
    assert check_publish(replace(COOK, deadline=DAY), DAY) is None


@given(st.none() | st.dates(), st.dates())
def test_one_can_apply_until_the_last_day_and_on_it(deadline, day):
    assert is_open(deadline, day) == (deadline is None or day <= deadline)
