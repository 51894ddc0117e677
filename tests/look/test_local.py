"""Numbers, sums and days as each language writes them."""

from datetime import date

import pytest
from django.utils.translation import override

from reihum.look.languages import ALL
from reihum.look.parts import local
from reihum.look.parts.dates import stamp
from reihum.rules.dates import PartialDate

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("code", [code for code, _name in ALL])
def test_numbers_days_and_sums_can_be_said_in_every_language(code):
    with override(code):
        for text in (
            local.number(1234.5), local.money(3050, "EUR"), local.ago(9),
            local.day(TODAY), local.either(("a", "b")),
        ):  # fmt: skip
            assert text
            assert "EUR" not in text


def test_numbers_are_written_as_the_reader_writes_them():
    with override("en"):
        assert local.number(1.8) == "1.8"
        assert local.money(3050, "EUR") == "€3,050"
        assert local.day(TODAY) == "23 November 2026"
    with override("de-simple"):
        assert local.ago(9) == "vor 9 Tagen"


def test_a_day_is_said_in_languages_that_the_rules_do_not_speak():
    with override("uk"):
        said = stamp(PartialDate.of(TODAY))
    assert (said.iso, said.words.startswith("23 листопада 2026")) == (
        "2026-11-23",
        True,
    )


def test_nothing_to_choose_between_is_no_word():
    assert local.either(()) == ""
