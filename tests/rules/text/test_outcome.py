from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import read
from reihum.rules.text.changes import Change, apply
from reihum.rules.text.numbers import scheme_of
from reihum.rules.text.outcome import Decided, counted, outcome, touches
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Start, Word, flatten, rebuild, words
from reihum.rules.text.tracked import Wanted
from tests.rules.text.test_synopsis import sent
from tests.rules.text.texts import few, motions

pytestmark = pytest.mark.unit
NOTHING = Decided({}, {})
MOTION = (
    Paragraph("p1", 1, "1.", "Die Länder bitten."),
    Paragraph("p2", 1, "2.", "Sie danken."),
    Paragraph("p3", 1, "3.", "Ende."),
)
FLAT = flatten(MOTION)
ONE, TWO = FLAT.starts[1], FLAT.starts[2]
NEW = Start(Part.TEXT, 1, "1.")


def wish(land: str, *change) -> Wish:
    return Wish(land, Wanted(Change(*change)), land)


def texts(found) -> list[str]:
    return [one.text for one in found]


def unnamed(found) -> list[Paragraph]:
    return [replace(one, id="", number=scheme_of(one.number)) for one in found]


def accepting(*wishes, compromises=None):
    found = combine(FLAT, wishes)
    decided = Decided(dict.fromkeys(found.by_key, True), compromises or {})
    return outcome(found, decided)


@few
@given(sent)
def test_without_a_decision_the_text_stays_as_it_is(case):
    found = combine(*case)
    assert outcome(found, NOTHING) == found.flat.paragraphs
    refused = Decided(dict.fromkeys(found.by_key, False), {})
    assert outcome(found, refused) == found.flat.paragraphs


@few
@given(sent)
def test_if_all_is_accepted_all_that_nobody_stands_against_is_made(case):
    found = combine(*case)
    agreed = found.agreed()
    decided = Decided({one.key: True for one in agreed}, {})
    assert counted(found, decided) == agreed
    changes = [one.change for one in agreed]
    wanted = rebuild(apply(found.flat.tokens, changes))
    assert unnamed(outcome(found, decided)) == unnamed(wanted)


@few
@given(sent, st.data())
def test_whatever_is_decided_a_text_comes_out(case, data):
    found = combine(*case)
    names = [one.id for one in found.flat.paragraphs]
    accepted = {one.key: data.draw(st.booleans()) for one in found.points}
    compromises = {
        name: data.draw(st.sampled_from(["", "Ein Mittelweg.", "die Länder"]))
        for name in data.draw(st.lists(st.sampled_from(names), unique=True))
    }
    after = {one.id: one for one in outcome(found, Decided(accepted, compromises))}
    for name, text in compromises.items():
        assert (after[name].text if name in after else "") == text


@given(motions(4), st.data())
def test_a_compromise_replaces_only_its_paragraph(base, data):
    flat = flatten(base)
    if not base:
        return
    name = data.draw(st.sampled_from([one.id for one in base]))
    found = outcome(combine(flat, ()), Decided({}, {name: "Ein Mittelweg."}))
    expected = [
        (one.id, "Ein Mittelweg." if one.id == name else one.text) for one in base
    ]
    assert [(one.id, one.text) for one in found] == expected


def test_a_compromise_stands_instead_of_all_wishes_for_its_paragraph():
    found = accepting(
        wish("BY", 3, 4, words("Kreise")), wish("NI", ONE, ONE, words(" Ja.")),
        wish("SN", ONE, ONE, (NEW, *words("Neu."))), wish("SH", ONE, TWO),
        compromises={"p1": "Länder und Kreise bitten."},
    )  # fmt: skip
    assert texts(found) == ["Länder und Kreise bitten.", "Neu.", "Ende."]
    assert [one.id for one in found] == ["p1", "p4", "p3"]


def test_a_paragraph_with_a_compromise_is_not_joined_with_the_next():
    join = wish("BY", ONE, ONE + 1, (Word(" "),))
    assert texts(accepting(join)) == ["Die Länder bitten. Sie danken.", "Ende."]
    found = accepting(join, compromises={"p1": "Alle bitten."})
    assert texts(found) == ["Alle bitten.", "Sie danken.", "Ende."]


def test_an_empty_compromise_deletes_its_paragraph():
    assert texts(accepting(compromises={"p2": " ", "p9": "nirgends"})) == [
        "Die Länder bitten.", "Ende.",
    ]  # fmt: skip


def test_of_two_in_conflict_the_first_counts():
    found = accepting(wish("BY", 3, 4, words("Kreise")), wish("NI", 3, 6))
    assert texts(found)[0] in {"Die Kreise bitten.", "Die."}


def test_an_empty_paragraph_stays_and_can_get_words():
    flat = flatten((Paragraph("p1", 1, "1.", ""), Paragraph("p2", 2, "a)", "Mittel")))
    nothing = combine(flat, ())
    assert outcome(nothing, NOTHING) == flat.paragraphs
    filled = outcome(nothing, Decided({}, {"p1": "Wir bitten um"}))
    assert texts(filled) == ["Wir bitten um", "Mittel"]


def test_a_new_paragraph_gets_no_name_of_an_earlier_version():
    found = combine(FLAT, [wish("BY", ONE, ONE, (NEW, *words("Neu.")))])
    decided = Decided(dict.fromkeys(found.by_key, True), {})
    assert [one.id for one in outcome(found, decided, ["p17"])] == [
        "p1", "p18", "p2", "p3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "inside"),
    [
        (Change(ONE, ONE), False), (Change(ONE + 1, ONE + 1, words("x")), True),
        (Change(TWO, TWO, words("x")), True), (Change(TWO, TWO, (NEW,)), False),
        (Change(ONE, TWO), True), (Change(0, ONE), False), (Change(3, ONE + 2), True),
        (Change(TWO, len(FLAT)), False),
    ],
)  # fmt: skip
def test_a_change_stands_in_a_paragraph_if_it_changes_its_words(change, inside):
    assert touches(change, ONE, TWO) is inside


def test_a_paragraph_with_another_level_is_still_the_same_one():
    flat = flatten(read("1. eins\n2. zwei\n3. drei"))
    at = flat.starts[1]
    deeper = Change(at, at + 1, (Start(Part.TEXT, 2, "a)"),))
    found = combine(flat, [Wish("BY", Wanted(deeper))])
    (key,) = found.by_key
    after = outcome(found, Decided({key: True}, {}))
    assert [(one.id, one.level) for one in after] == [("p1", 1), ("p2", 2), ("p3", 1)]


def test_what_is_new_never_takes_the_id_of_what_goes():
    flat = flatten(read("1. eins\n2. zwei"))
    at = flat.starts[1]
    gone = Wanted(Change(at, len(flat)))
    come = Wanted(Change(at, at, flatten(read("2. ganz anderes")).tokens))
    found = combine(flat, [Wish("BY", gone), Wish("BY", come)])
    after = outcome(found, Decided(dict.fromkeys(found.by_key, True), {}))
    assert [one.id for one in after] == ["p1", "p3"]
