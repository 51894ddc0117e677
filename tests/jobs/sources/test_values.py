"""Single values of portals: numbers, addresses, pay, kinds of employment."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import Contract, Kind, PayUnit, Salary, WorkingTime
from reihum.jobs.sources.employment import employment
from reihum.jobs.sources.money import paid
from reihum.jobs.sources.values import identity, language, named, number, web

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (3050, 3050), ("3050", 3050), ("3.050,00", 3050), ("3,050.00", 3050),
        ("3.050", 3050), ("15,5", 15.5), ("15.50 €", 15.5), ("1.234.567", 1234567),
        ("12.9253", 12.9253), ("-33.8", -33.8),
    ],
)  # fmt: skip
def test_a_number_is_read_in_german_and_in_english(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1-2",
        "12 Monate",
        None,
        True,
        [],
        {},
        math.nan,
        math.inf,
        "1e9",
        10**400,
    ],
)
def test_what_is_no_number_is_none(text):
    assert number(text) is None


@given(st.text() | st.integers() | st.floats() | st.none())
def test_whatever_comes_is_a_finite_number_or_none(value):
    found = number(value)
    assert found is None or math.isfinite(found)


@pytest.mark.parametrize(
    "address",
    ["", None, "javascript:alert(1)", "data:text/html,x", "//example.org", "/jobs/1",
     "https://[example.org/x", "https://example.org@evil.example/", "https://a℀b/c",
     "https:///jobs/1", "https://exa mple.org", "https://example.org/\n", "http://a'b", 'https://x"y',
     "https://example.org/\ud800", "https://example.org:80@evil.example/",
     "https://example.org.@evil.example/?a", "http://a℀b.example:80/"],
)  # fmt: skip
def test_only_an_address_of_the_web_is_a_link(address):
    assert web(address) in {"", "https://example.org/"}


def test_an_address_stays_as_it_is():
    address = "https://example.org/a?tx[uid]=7&d=ü#e"
    assert web(f" {address} ") == address


@pytest.mark.parametrize("value", ["", None, "a b", "../x", "a/b", "x" * 101, "ä"])
def test_what_cannot_stand_in_an_address_names_nothing(value):
    with pytest.raises(ValueError, match=r".*"):
        identity(value)


def test_names_are_clean_and_stand_once():
    assert named(["<b>A</b>", None, "", "A", " B "]) == ("A", "B")


@pytest.mark.parametrize("said", ["", "ab 3.000 €"])
def test_nothing_is_paid_where_nothing_is_said(said):
    assert paid(None, 0, "month", "EUR", said) == (
        Salary(published=said) if said else None
    )


def test_one_sum_is_both_ends():
    once = Salary(low=3000, high=3000, unit=PayUnit.MONTH)
    assert paid(3000, None, "MONTH") == paid(None, "3.000", "monthly", "eur") == once


@pytest.mark.parametrize(
    ("low", "unit", "said"),
    [
        (1, "month", "1 EUR im Monat"),
        (10_000_000, "jahr", "10000000 EUR im Jahr"),
        (1234567.5, "std", "1234567,50 EUR pro Stunde"),
        (600, "per-week-salary", "600 EUR per-week-salary"),
        (600, "<b>" + "x" * 999, f"600 EUR {'x' * 30}"),
    ],
)
def test_pay_that_cannot_be_is_told_to_people_as_they_write_it(low, unit, said):
    assert paid(low, None, unit, "EUR") == Salary(published=said)


def test_a_number_without_end_is_not_told_at_all():
    assert paid(1e300, None, "month", "EUR") is None


@given(st.floats(0.01, 1e9), st.floats(0.01, 1e9), st.sampled_from(["hour", "year"]))
def test_numbers_are_only_given_where_they_can_be(low, high, unit):
    salary = paid(low, high, unit, "EUR")
    if salary.low is None:
        assert salary.published
    else:
        assert 3 <= salary.low <= salary.high <= 1_000_000


@pytest.mark.parametrize(
    ("words", "times", "contract", "kind"),
    [
        (("Festanstellung", "Voll- oder Teilzeit"),
         {WorkingTime.FULL, WorkingTime.PART},
         Contract.PERMANENT, Kind.WORK),
        (("FullTime",), {WorkingTime.FULL}, None, Kind.WORK),
        (("Full Time Employee",), {WorkingTime.FULL}, None, Kind.WORK),
        (("Minijob",), {WorkingTime.MINI}, None, Kind.WORK),
        (("befristet",), set(), Contract.TEMPORARY, Kind.WORK),
        (("unbefristet",), set(), Contract.PERMANENT, Kind.WORK),
        (("Working Student",), set(), None, Kind.INTERNSHIP),
        (("working_student",), set(), None, Kind.INTERNSHIP),
        (("Traineeship",), set(), None, Kind.WORK),
        (("International",), set(), None, Kind.WORK),
        ((), set(), None, Kind.WORK),
    ],
)  # fmt: skip
def test_words_about_employment_are_understood(words, times, contract, kind):
    found = employment(*words)
    assert (set(found.working_time), found.contract, found.kind) == (
        times,
        contract,
        kind,
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [("en-GB", "en"), ("FR", "fr"), ("", "de"), (None, "de"), ("en\x00", "de"),
     ('x" onload="y', "de"), ("english", "de")],
)  # fmt: skip
def test_a_language_is_a_code_or_german(said, code):
    assert language(said) == code
