from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.laender import CODES
from reihum.rules.rights import (
    ROLE_NAMES,
    TABLE,
    Actor,
    Right,
    Role,
    may,
    roles,
    viewer,
)
from reihum.rules.rotation import Term, chair_on
from reihum.rules.visibility import STRANGER, Viewer
from reihum.rules.words import Text, Why

pytestmark = pytest.mark.unit
OFFICE = Actor("gs-rp", "GS", office_of=frozenset({"RP"}))
BAVARIA = Actor("by", "BY", members=frozenset({"BY"}))
BUND = Actor("bund", "Bund", bund=True)
GUEST = Actor("gast", "Gast", guest=True)
NOBODY = Actor("x", "X")
ACTORS = [OFFICE, BAVARIA, BUND, GUEST, NOBODY]
OFFICE_ONLY = [right for right in Right if TABLE[right] == {Role.OFFICE}]
FOR_A_MEMBER = [right for right in Right if TABLE[right] == {Role.MEMBER}]
TERMS = [
    Term("RP", date(2026, 7, 1), date(2027, 6, 30)),
    Term("SL", date(2027, 7, 1), date(2028, 6, 30)),
]


def allowed(right: Right) -> set[str]:
    """Return which of the five accounts may do it while Rheinland-Pfalz chairs."""
    return {actor.account for actor in ACTORS if may(actor, right, "RP") is None}


def test_the_table_speaks_of_every_right():
    assert TABLE.keys() == set(Right)
    assert all(TABLE.values())
    assert ROLE_NAMES.keys() == set(Role)


@pytest.mark.parametrize("right", FOR_A_MEMBER)
def test_what_a_member_does_for_itself(right):
    assert allowed(right) == {"by"}


@pytest.mark.parametrize("right", OFFICE_ONLY)
def test_what_the_office_does(right):
    assert allowed(right) == {"gs-rp"}


@pytest.mark.parametrize(
    ("right", "accounts"),
    [
        (Right.DECLARE_FOR_RECORD, {"by", "bund"}),
        (Right.REPORT_ON_MANDATE, {"gs-rp", "by", "bund"}),
        (Right.CHECK_BUNDESRAT, {"gs-rp", "by"}),
        (Right.SET_CONFIDENTIAL, {"gs-rp", "by"}),
        (Right.SPLIT_MOTION, {"gs-rp", "by"}),
        (Right.PUBLISH_VACANCY, {"gs-rp", "by"}),
    ],
)
def test_what_several_may_do(right, accounts):
    assert allowed(right) == accounts


def test_these_are_all_the_rights_there_are():
    several = {
        Right.DECLARE_FOR_RECORD, Right.REPORT_ON_MANDATE, Right.CHECK_BUNDESRAT,
        Right.SET_CONFIDENTIAL, Right.SPLIT_MOTION, Right.PUBLISH_VACANCY,
    }  # fmt: skip
    assert {*FOR_A_MEMBER, *OFFICE_ONLY, *several} == set(Right)
    assert set(FOR_A_MEMBER) == {
        Right.SUBMIT_MOTION, Right.COSPONSOR, Right.WITHDRAW_MOTION,
        Right.WITHDRAW_COSPONSORSHIP, Right.CAST_OWN_VOTE, Right.OBJECT_TO_RELEASE,
        Right.PULL_FROM_BLOCK, Right.AMEND, Right.SUPPORT_AMENDMENT,
        Right.WITHDRAW_AMENDMENT, Right.CONSENT,
    }  # fmt: skip


@given(
    st.sampled_from(OFFICE_ONLY),
    st.integers(1, 4000),
    st.frozensets(st.sampled_from(CODES)),
)
def test_the_day_after_the_term_the_old_office_can_no_longer_write(
    right, later, members
):
    office = Actor("gs", "GS", members, frozenset({"RP"}))
    last = TERMS[0].ends
    assert may(office, right, chair_on(last, TERMS)) is None
    refusal = may(office, right, chair_on(last + timedelta(days=later), TERMS))
    assert refusal is not None
    assert refusal.why is Why.FORBIDDEN


def test_the_old_office_is_told_who_holds_the_chair_and_why_it_does_not():
    refusal = may(OFFICE, Right.OPEN_BALLOT, "SL")
    assert refusal is not None
    assert refusal.text == Text(
        "Das kann nur die Geschäftsstelle des vorsitzenden Landes; den Vorsitz hat "
        "das Saarland. Ihr Amt als Geschäftsstelle gilt nur während des Vorsitzes "
        "des Landes Rheinland-Pfalz.",
        "Only the office of the Land in the chair can do this; Saarland holds the "
        "chair. Your office is valid only during the term of Rhineland-Palatinate "
        "in the chair.",
    )


def test_a_member_is_told_who_may():
    refusal = may(BAVARIA, Right.PUBLISH, "RP")
    assert refusal is not None
    assert refusal.text.de == (
        "Das kann nur die Geschäftsstelle des vorsitzenden Landes; "
        "den Vorsitz hat das Land Rheinland-Pfalz."
    )


def test_without_a_chair_there_is_no_office():
    refusal = may(OFFICE, Right.PUBLISH, None)
    assert refusal is not None
    assert "für heute ist kein Vorsitz eingetragen" in refusal.text.de
    assert "no chair is entered for today" in refusal.text.en


def test_the_office_is_told_that_it_is_no_member():
    refusal = may(OFFICE, Right.CAST_OWN_VOTE, "RP", for_member="RP")
    assert refusal is not None
    assert refusal.text == Text(
        "Das können nur die Mitglieder der Konferenz.",
        "Only the members of the conference can do this.",
    )


def test_where_several_may_all_are_named():
    refusal = may(GUEST, Right.REPORT_ON_MANDATE, "SL")
    assert refusal is not None
    assert refusal.text.de == (
        "Das können nur die Geschäftsstelle des vorsitzenden Landes, die Mitglieder "
        "der Konferenz und der Bund; den Vorsitz hat das Saarland."
    )


@given(
    st.sampled_from(FOR_A_MEMBER),
    st.frozensets(st.sampled_from(CODES), min_size=1),
    st.sampled_from(CODES),
    st.sampled_from(CODES),
)
def test_nobody_acts_in_the_name_of_another_land(right, members, land, chair):
    account = Actor("a", "A", members, office_of=frozenset({chair}))
    refusal = may(account, right, chair, for_member=land)
    assert (refusal is None) == (land in members)


def test_the_refusal_names_the_land_whose_matter_it_is():
    refusal = may(BAVARIA, Right.CAST_OWN_VOTE, "RP", for_member="SL")
    assert refusal is not None
    assert refusal.text == Text(
        "Das kann nur das Saarland selbst; Ihr Konto gehört nicht dazu.",
        "Only Saarland itself can do this; your account does not belong to it.",
    )


def test_the_bund_declares_for_itself_and_for_no_land():
    declare = Right.DECLARE_FOR_RECORD
    assert may(BUND, declare, "RP", for_member="BUND") is None
    assert may(BUND, declare, "RP", for_member="BY") is not None
    assert may(BAVARIA, declare, "RP", for_member="BUND") is not None


def test_the_bund_votes_only_where_it_is_a_member():
    assert may(BUND, Right.CAST_OWN_VOTE, "RP", for_member="BUND") is not None
    member = Actor("bund", "Bund", members=frozenset({"BUND"}), bund=True)
    assert may(member, Right.CAST_OWN_VOTE, "RP", for_member="BUND") is None


def test_the_office_reports_for_every_member():
    assert may(OFFICE, Right.REPORT_ON_MANDATE, "RP", for_member="BY") is None


@pytest.mark.parametrize("right", Right)
def test_a_stranger_may_nothing(right):
    assert may(NOBODY, right, "RP") is not None


def test_an_account_can_stand_for_several():
    account = Actor("a", "A", frozenset({"RP"}), frozenset({"RP"}), guest=True)
    assert roles(account, "RP") == {Role.OFFICE, Role.MEMBER, Role.GUEST}
    assert roles(account, "SL") == {Role.MEMBER, Role.GUEST}
    assert roles(OFFICE, "SL") == {Role.STRANGER}


def test_the_account_sees_what_it_stands_for():
    assert viewer(OFFICE, "RP") == Viewer(office=True)
    assert viewer(OFFICE, "SL") == STRANGER
    assert viewer(BAVARIA, "RP") == Viewer(members=frozenset({"BY"}))
    assert viewer(BUND, "RP") == viewer(GUEST, None) == Viewer(guest=True)
