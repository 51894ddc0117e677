"""When motions become one or two, and that nobody and nothing is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.motion import Standing
from reihum.rules.motion_family import (
    Parted,
    Side,
    appended,
    behind_both,
    blocks,
    check_merge,
    check_split,
    divisible,
    part,
    stage_of_part,
)
from reihum.rules.stages import Stage
from reihum.rules.text import Paragraph, read
from reihum.rules.words import Refusal, Why

pytestmark = pytest.mark.unit

TEXT = read(
    "Die Konferenz beschließt:\n\n1. Eins\n\na) und\n\nb) oder\n\n2. Zwei\n\n"
    "Sie bittet den Bund,\n\n3. Drei\n\n- mit Strich\n\n4. Vier"
)
ONE, TWO = Side(1, 22, Stage.SUBMITTED), Side(2, 22, Stage.ON_AGENDA, placed=True)
CODES = st.lists(st.sampled_from(["BY", "NI", "SN", "TH"]), unique=True).map(tuple)
LEVELS = st.lists(st.integers(0, 3), min_size=1, max_size=12)


def side(**more) -> Side:
    return Side(**{"motion": 1, "conference": 22, "stage": Stage.SUBMITTED} | more)


def typed(paragraphs) -> str:
    return " ".join(f"{one.number} {one.text}".strip() for one in paragraphs)


# ── merging ────────────────────────────────────────────────────────────────
def test_two_submitted_motions_of_one_conference_become_one():
    assert check_merge(ONE, TWO, append=True, agreed=True) is None
    assert check_merge(TWO, side(motion=3, placed=True), append=False, agreed=True) is (
        None
    )


@pytest.mark.parametrize(
    ("gone", "kept", "given_", "why", "sentence"),
    [
        (ONE, ONE, {}, Why.INVALID, "mit sich selbst"),
        (ONE, side(motion=2, conference=23), {}, Why.INVALID, "Konferenzen"),
        (side(stage=Stage.IN_VOTE), TWO, {}, Why.CONFLICT, "eingefroren"),
        (ONE, side(motion=2, stage=Stage.IN_VOTE), {}, Why.CONFLICT, "eingefroren"),
        (side(stage=Stage.ADOPTED), TWO, {}, Why.CONFLICT, "ändert sich nicht mehr"),
        (side(stage=Stage.LATE), TWO, {}, Why.CONFLICT, "verfristet angemeldet"),
        (side(stage=Stage.DRAFT), TWO, {}, Why.CONFLICT, "„Entwurf“"),
        (TWO, ONE, {}, Why.CONFLICT, "steht schon auf der Tagesordnung"),
        (side(confidential=True), TWO, {}, Why.CONFLICT, "vertraulich"),
        (side(pending=2), TWO, {}, Why.CONFLICT, "Änderungsanträge (2)"),
        (ONE, side(motion=2, pending=1), {"append": True}, Why.CONFLICT, "(1)"),
        (ONE, TWO, {"agreed": False}, Why.INVALID, "einverstanden"),
    ],
)
def test_what_cannot_be_merged_is_refused_with_a_sentence(
    gone, kept, given_, why, sentence
):
    refusal = check_merge(gone, kept, **{"append": False, "agreed": True} | given_)
    assert refusal.why is why
    assert sentence in refusal.text.de
    assert refusal.text.en


def test_amendments_to_a_text_that_stays_as_it_is_keep_nothing_back():
    kept = side(motion=2, pending=3)
    assert check_merge(ONE, kept, append=False, agreed=True) is None


@given(CODES, CODES, CODES, CODES)
def test_nobody_who_stood_behind_either_is_lost_or_there_twice(a, b, c, d):
    kept = Standing(Stage.SUBMITTED, a, tuple(x for x in b if x not in a))
    gone = Standing(Stage.SUBMITTED, c, tuple(x for x in d if x not in c))
    both = behind_both(kept, gone)
    everybody = (*both.submitters, *both.cosponsors)
    assert set(everybody) == {*a, *b, *c, *d}
    assert len(everybody) == len(set(everybody))
    assert {*a, *c} == set(both.submitters)


def test_the_other_text_is_put_behind_numbered_on_and_shares_its_lead_in():
    other = read("Die Konferenz beschließt:\n\n1. Fünf\n\na) genauer")
    text = appended(read("Die Konferenz beschließt:\n\n1. Eins"), other, ("p7",))
    assert typed(text) == "Die Konferenz beschließt: 1. Eins 2. Fünf a) genauer"
    assert [one.id for one in text] == ["p1", "p2", "p3", "p4"]


def test_an_id_of_an_earlier_version_is_not_used_again():
    text = appended(read("1. Eins"), read("1. Zwei\n\n2. Drei"), ("p2", "p4"))
    assert [one.id for one in text] == ["p1", "p3", "p5"]


def test_a_text_is_divisible_where_there_are_two_things_to_vote_on():
    assert divisible(TEXT)
    assert divisible(read("Eins\n\nZwei"))
    assert not divisible(read("Die Konferenz beschließt:\n\n1. Eins"))
    assert not divisible(())


# ── splitting ──────────────────────────────────────────────────────────────
def test_what_stands_under_a_number_belongs_to_it():
    heads = [block[0].text for block in blocks(TEXT)]
    assert heads == [
        "Die Konferenz beschließt:", "Eins", "Zwei", "Sie bittet den Bund,", "Drei",
        "Vier",
    ]  # fmt: skip
    assert [len(block) for block in blocks(TEXT)] == [1, 3, 1, 1, 2, 1]


def test_a_part_goes_with_what_is_under_it_and_with_its_lead_in():
    parted = part(TEXT, {"p2", "p7"})
    assert typed(parted.left) == (
        "Die Konferenz beschließt: 1. Zwei Sie bittet den Bund, 2. Vier"
    )
    assert typed(parted.taken) == (
        "Die Konferenz beschließt: 1. Eins a) und b) oder "
        "Sie bittet den Bund, 2. Drei - mit Strich"
    )


def test_two_parts_under_one_lead_in_carry_it_once():
    assert typed(part(TEXT, {"p2", "p5"}).taken).count("Die Konferenz") == 1


def test_a_lead_in_that_is_chosen_itself_is_not_left_behind():
    parted = part(TEXT, {"p6", "p7", "p9"})
    assert typed(parted.taken) == "Sie bittet den Bund, 1. Drei - mit Strich 2. Vier"
    assert "Bund" not in typed(parted.left)


def test_a_text_without_numbers_is_split_too():
    parted = part(read("Eins\n\nZwei"), {"p2"})
    assert (typed(parted.left), typed(parted.taken)) == ("Eins", "Zwei")


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (set(), "Bitte wählen Sie aus"),
        ({"p3"}, "Bitte wählen Sie aus"),  # a) alone is no sentence
        ({"p99"}, "Bitte wählen Sie aus"),
        ({"p1"}, "Einleitungssatz"),
        ({"p2", "p5", "p7", "p9"}, "Einleitungssatz"),
    ],
)
def test_both_have_something_to_vote_on(chosen, sentence):
    refusal = part(TEXT, chosen)
    assert isinstance(refusal, Refusal)
    assert (refusal.why, refusal.field) == (Why.INVALID, "paragraphs")
    assert sentence in refusal.text.de


def made(levels: list[int]) -> tuple[Paragraph, ...]:
    schemes = {0: "", 1: "1.", 2: "a)", 3: "aa)"}
    return tuple(
        Paragraph(f"p{n}", level, schemes[level], f"Wort{n}")
        for n, level in enumerate(levels, 1)
    )


@given(LEVELS, st.sets(st.integers(1, 12)))
def test_no_paragraph_is_lost_by_a_split_and_only_lead_ins_are_doubled(levels, chosen):
    text = made(levels)
    heads = {block[0].id for block in blocks(text)}
    parted = part(text, {f"p{n}" for n in chosen} & heads)
    if isinstance(parted, Parted):
        left, taken = ({one.id for one in side} for side in (parted.left, parted.taken))
        assert left | taken == {one.id for one in text}
        assert all(one.level == 0 for one in text if one.id in left & taken)
        order = [one.id for one in text]
        for some in (parted.left, parted.taken):
            assert [one.id for one in some] == sorted(
                (one.id for one in some), key=order.index
            )


def test_a_list_that_began_again_begins_again_in_both():
    text = read("Wir:\n\n1. Eins\n\n2. Zwei\n\nDer Bund:\n\n1. Drei\n\n2. Vier")
    parted = part(text, {"p2", "p5"})
    assert typed(parted.left) == "Wir: 1. Zwei Der Bund: 1. Vier"
    assert typed(parted.taken) == "Wir: 1. Eins Der Bund: 1. Drei"


def test_a_motion_is_split_until_it_is_voted_on_and_not_under_amendments():
    for stage in (Stage.DRAFT, Stage.SUBMITTED, Stage.LATE, Stage.ON_AGENDA):
        assert check_split(stage, 0) is None
    assert "eingefroren" in check_split(Stage.IN_VOTE, 0).text.de
    assert "Änderungsanträge" in check_split(Stage.SUBMITTED, 1).text.de


def test_a_part_is_as_far_as_its_motion_but_has_no_number_yet():
    assert stage_of_part(Stage.ON_AGENDA) is Stage.SUBMITTED
    assert stage_of_part(Stage.LATE) is Stage.LATE
