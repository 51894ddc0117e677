"""Numbers, sums and days as each language writes them."""

from datetime import date
from unicodedata import bidirectional

import pytest
from django.utils.translation import override

from reihum.look.languages import ALL
from reihum.look.parts import local
from reihum.look.parts.dates import stamp
from reihum.rules.dates import PartialDate
from reihum.rules.signs import check_signs

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


def test_a_list_says_only_what_there_is():
    assert local.listed(("Vollzeit", "", "befristet")) == "Vollzeit, befristet"
    assert local.listed(()) == ""


@pytest.mark.parametrize("code", ["de", "en", "fr", "uk"])
def test_parts_of_a_line_need_no_marks_where_all_is_written_alike(code):
    with override(code):
        assert local.dotted(("Koch", "", "Chemnitz")) == "Koch · Chemnitz"
        assert local.dotted(("кухар", "Chemnitz")) == "кухар · Chemnitz"


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_a_latin_word_in_front_does_not_turn_an_arabic_line_around(code):
    with override(code):
        said = local.dotted(("Koch", "Chemnitz", "25 كم"))
    assert bidirectional(said[0]) == "R"  # decides for the whole line
    assert said.replace("\u200f", "") == "Koch · Chemnitz · 25 كم"
    # A number joins the Latin letters before it, unless something stands between.
    assert [part[0] for part in said.split(" · ")] == ["\u200f"] * 3


def test_an_arabic_word_in_front_does_not_turn_a_german_line_around():
    said = local.dotted(("طباخ", "Chemnitz"))
    assert (bidirectional(said[0]), said.count("\u200e")) == ("L", 2)


@pytest.mark.parametrize("code", [code for code, _name in ALL])
def test_no_line_has_signs_that_are_refused_elsewhere(code):
    with override(code):
        assert check_signs("line", local.dotted(("طباخ", "Chemnitz", "25 km"))) is None


def test_no_line_is_said_of_nothing():
    with override("ar"):
        assert local.dotted(("", "")) == ""
