from datetime import date

import pytest

from reihum.rules.deadlines import Anchor, Lead
from reihum.rules.facts import Category
from reihum.rules.laender import CODES
from reihum.rules.rulebook import Rulebook, RulebookError, in_force
from reihum.rules.rulebook_choices import BundRole, MonthDay, Order, Share, Threshold
from reihum.rules.rulebooks import all_shipped, shipped, shipped_texts
from tests.rules.books import (
    MEMBERS,
    ORDINARY,
    THIRTEEN,
    TOP,
    UNANIMOUS,
    WITH_BUND,
    book,
    latest,
    section,
    weighted,
)

pytestmark = pytest.mark.unit
BODIES = ("amk", "gmk", "imk", "intmk", "jfmk", "kmk", "smk", "umk", "vmk", "vsmk")


def refused(text: str) -> RulebookError:
    with pytest.raises(RulebookError) as caught:
        Rulebook.parse(text, "test.toml")
    return caught.value


def test_ten_conferences_are_shipped_each_with_a_source_for_everything():
    assert {one.body for one in all_shipped()} == set(BODIES)
    for one in all_shipped():
        assert one.source
        assert all(part.source for part in one.parts.values())
        assert one.members.laender == CODES


def test_every_assumption_says_why():
    assumed = [p for one in all_shipped() for p in one.parts.values() if p.assumed]
    assert assumed
    assert all(part.note for part in assumed)


def test_an_old_vote_is_judged_by_the_rules_of_its_time():
    books = shipped("intmk")
    old, new = in_force(books, date(2017, 3, 16)), in_force(books, date(2021, 4, 29))
    assert old is not None
    assert new is not None
    assert old.chair is not None
    assert new.chair is not None
    assert (old.chair.starts, new.chair.starts) == ((10, 1), (7, 1))
    assert in_force(books, date(2020, 6, 30)) is old
    assert in_force(books, date(2020, 7, 1)) is new
    assert in_force(books, date(2007, 4, 26)) is None
    assert in_force(reversed(books), date(2021, 4, 29)) is new
    assert in_force((), date(2021, 4, 29)) is None


def test_the_kmk_clarifies_and_mediates_only_since_2024():
    before, since = shipped("kmk")
    assert before.fallback is None
    assert since.fallback is not None
    assert list(since.fallback) == [Category.BUDGET]


def test_the_assumptions_about_the_intmk_are_called_assumptions():
    intmk = latest("intmk")
    rule = intmk.majority_for(Category.ORDINARY)
    assert rule.threshold is Threshold.TWO_THIRDS
    assert rule.assumed
    assert intmk.registration is not None
    assert intmk.registration.lead == Lead(weeks=10)
    assert intmk.registration.assumed
    assert intmk.preparatory is not None
    assert not intmk.preparatory.assumed


def test_the_agriculture_ministers_count_from_their_first_pre_meeting():
    registration = latest("amk").registration
    assert registration is not None
    assert registration.anchor is Anchor.FIRST_PRE_MEETING


def test_the_bund_votes_where_it_is_a_member():
    voting = {one.body for one in all_shipped() if "BUND" in one.voters}
    assert voting == {"amk", "umk", "vsmk"}
    assert latest("imk").members.bund is BundRole.MOTION


def test_the_order_of_the_chair_is_a_rule_that_can_propose():
    amk, intmk, smk = (latest(slug) for slug in ("amk", "intmk", "smk"))
    assert amk.chair is not None
    assert intmk.chair is not None
    assert smk.chair is not None
    assert intmk.chair.in_turn(intmk.members) == CODES
    assert set(CODES) - set(amk.chair.in_turn(amk.members)) == {"BE", "HB", "HH"}
    assert smk.chair.in_turn(smk.members) == ()
    own = book(section("chair", 'order = "own_list"', 'lands = ["SL", "BY"]'))
    assert own.chair is not None
    assert own.chair.order is Order.OWN_LIST
    assert own.chair.in_turn(own.members) == ("SL", "BY")


def test_what_has_no_rule_of_its_own_is_decided_like_the_ordinary():
    smk = latest("smk")
    ordinary = smk.majority_for(Category.ORDINARY)
    assert smk.majority_for(Category.BUDGET) is ordinary


def test_shares_are_exact():
    assert Share(2, 3).at_least(16) == 11
    assert Share(2, 3).at_least(15) == 10
    assert Share(1, 2).more_than(16) == 9
    assert Share(1, 2).more_than(17) == 9


def test_a_day_of_the_year_must_exist_every_year():
    assert MonthDay.parse("07-01") == (7, 1)
    for wrong in ("02-29", "13-01", "7-1", "Juli"):
        with pytest.raises(ValueError, match=r".+"):
            MonthDay.parse(wrong)


# What cannot be right although every value has its type.

MAJORITY = TOP + MEMBERS + ORDINARY


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (MAJORITY + 'threshold = "count"', "votes", "braucht den Schlüssel „votes“"),
        (MAJORITY + 'threshold = "count"\nvotes = 17', "votes", "nur 16 Stimmen"),
        (MAJORITY + 'threshold = "simple"\nvotes = 9', "votes", "keine Bedeutung"),
        (
            MAJORITY + 'threshold = "unanimous"\nshare = "1/2"',
            "share",
            "keine Bedeutung",
        ),
        (
            MAJORITY + 'threshold = "unanimous"\nmust_agree = ["BY"]',
            "must_agree",
            "keine Bedeutung",
        ),
        (
            MAJORITY + 'threshold = "weighted"\nvotes = 9\nshare = "2/3"',
            "threshold",
            "braucht Gewichte",
        ),
        (MAJORITY + 'threshold = "weighted"\nvotes = 9', "share", "braucht"),
        (
            TOP + WITH_BUND + ORDINARY
            + 'threshold = "count"\nvotes = 17\nvotes_of = "laender"',
            "votes",
            "nur 16 Stimmen",
        ),
        (
            TOP + MEMBERS + section("majority.budget", 'threshold = "simple"'),
            "ordinary",
            "[majority.ordinary] fehlt",
        ),
        (
            TOP + MEMBERS.replace("'BY'", "'BYY'") + UNANIMOUS,
            "laender",
            "„BYY“ ist kein Mitglied; gemeint ist vielleicht „BY“.",
        ),
        (
            TOP + MEMBERS.replace("'BY'", "'QQQ'") + UNANIMOUS,
            "laender",
            "„QQQ“ ist kein Mitglied.",
        ),
        (
            TOP + MEMBERS.replace("'BY'", "'BW'") + UNANIMOUS,
            "laender",
            "„BW“ steht zweimal da",
        ),
        (
            TOP + MEMBERS + "\n[members.weights]\nBY = 3\n" + UNANIMOUS,
            "weights",
            "fehlt ein Gewicht",
        ),
        (
            TOP + MEMBERS + "assumed = true\n" + UNANIMOUS,
            "assumed",
            "Eine Annahme braucht in „note“ ihre Begründung",
        ),
        (
            TOP + "assumed = true\n" + MEMBERS + UNANIMOUS,
            "assumed",
            "Eine Annahme braucht",
        ),
        (
            TOP + MEMBERS + UNANIMOUS + section("meetings", "special_demanded_by = 17"),
            "special_demanded_by",
            "nur 16 Stimmen",
        ),
        (
            TOP + MEMBERS + UNANIMOUS
            + section("fallback.ordinary", 'kind = "clarification"', "votes = 17"),
            "votes",
            "nur 16 Stimmen",
        ),
        (
            TOP + MEMBERS + UNANIMOUS + section("invitation", "lead = {}"),
            "lead",
            "braucht „weeks“ oder „days“",
        ),
        (
            TOP + MEMBERS + UNANIMOUS
            + section(
                "preparatory", 'name = { de = "V", en = "P" }',
                "latest = { working_days = true }",
            ),
            "latest",
            "braucht „weeks“ oder „days“",
        ),
        (
            TOP + MEMBERS + UNANIMOUS
            + section("circular", 'numbering = "{nummer}/{year}"'),
            "numbering",
            "„{number}“ und „{year}“",
        ),
        (
            TOP + MEMBERS + UNANIMOUS
            + section("chair", 'lands = ["BY", "BY"]'),
            "lands",
            "zweimal",
        ),
        (
            TOP + MEMBERS + UNANIMOUS + section("quorum", 'more_than = "3/2"'),
            "more_than",
            "gemeint ist etwas wie „2/3“",
        ),
        (
            TOP + MEMBERS + UNANIMOUS + section("chair", 'starts = "1. Juli"'),
            "starts",
            "gemeint ist etwas wie „07-01“",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_refused_with_line_and_key(text, key, said):
    error = refused(text)
    assert error.key == key
    assert said in error.text.de
    assert error.name == "test.toml"
    assert error.text.de.startswith(f"test.toml, Zeile {error.line}: ")
    assert error.text.en.startswith(f"test.toml, line {error.line}: ")
    assert (
        key in text.splitlines()[error.line - 1]
        or "[" in text.splitlines()[error.line - 1]
    )


def test_weights_are_read():
    weights = weighted().members.weights
    assert weights is not None
    assert weights["NW"] == 211


def test_a_text_without_a_name_still_names_the_line():
    with pytest.raises(RulebookError, match=r"^Zeile 1: „body“ fehlt") as caught:
        Rulebook.parse('short = "X"\n')
    assert caught.value.text.en.startswith("Line 1: “body” is missing")


def test_thirteen_of_sixteen_is_read_as_written():
    rule = book(majority=THIRTEEN).majority_for(Category.ORDINARY)
    assert (rule.threshold, rule.votes) == (Threshold.COUNT, 13)


def test_a_shipped_rulebook_can_be_kept_as_it_is_written():
    assert tuple(map(Rulebook.parse, shipped_texts("intmk"))) == shipped("intmk")
