"""A quick way is only quicker: it finds what the patterns find that it spares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.merge import folding, paygroups, references, titles

pytestmark = pytest.mark.unit

PIECES = (
    "koch", "köchin", "in", "innen", "r", "m", "w", "d", "(m/w/d)", "(w/m/d)", "(d)",
    "m/w/d", "/in", "/-in", "/ r", "*in", ":in", "_in", "(in)", "/", "(", ")", "|", ",",
    "all genders", "frau", "mann", "/mann", "-", " ", "  ", "ot aue", "brot",
    "ortsteil",
    "MFA", "(MFA)", "ab", "1.3.", "30 %", "€", "556 €", "100 euro", "4-tage-woche",
    "std", "e 9b", "E9", "entgeltgruppe 9", "tvöd", "ſ 8", "nachtdienst", "azubi",
    "dual", "praktikum", "werkstudent", "lehrling", "intern", "ausbildung zum",
    "Kennziffer", "kennziffer:", "Ref.-Nr.", "Referenznummer", "Stellen-ID", "Job-ID",
    "Ausschreibungsnummer", "AB 12/3", "2026-17", "\n", "é", "ñ", "ue", "\u0308",
)  # fmt: skip
lines = st.lists(st.sampled_from(PIECES), max_size=8).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
)


@given(lines)
def test_marks_of_gender_go_as_the_whole_pattern_has_it(line):
    plain = folding.folded(line)
    assert titles._without_gender(plain) == titles.GENDER.sub(" ", plain)


@given(lines)
def test_a_district_goes_wherever_one_is_named(line):
    plain = folding.folded(line)
    assert titles._without_district(plain) == titles.DISTRICT.sub("", plain)


@given(lines)
def test_days_and_hours_go_wherever_they_are(line):
    left = titles.DATES.sub(" ", titles.HOURS.sub(" ", line))
    assert titles._numbers(line)[0] == paygroups.without_groups(left)


@given(lines)
def test_no_pay_group_is_passed_over(line):
    whole = paygroups.BARE.sub(" ", paygroups.GROUP.sub(" ", line))
    assert paygroups.without_groups(line) == whole


@given(lines)
def test_no_kind_of_offer_is_passed_over(line):
    told = titles.APPRENTICE.search(line) or titles.INTERNSHIP.search(line)
    assert bool(titles._kind(line)) == bool(told)


@given(lines)
def test_no_number_in_a_text_is_passed_over(line):
    found = references.IN_TEXT.findall(line)
    assert references.in_text(line) == tuple(one.rstrip("./-") for one in found)


@given(lines)
def test_accents_go_wherever_they_are(line):
    assert folding.folded(line) == folding.folded(line.translate(folding.RARE))


@pytest.mark.parametrize(
    "text", ["10001-1004417203-S", "10001 1004417203 S", "10001-1004417203-s"]
)
def test_a_number_of_the_agency_is_the_same_by_the_quick_way(text):
    found = references.reference(text)
    labelled = references.reference(f"Referenznummer: {text}")
    assert found == labelled
    assert found
    assert found.value == "100011004417203S"
