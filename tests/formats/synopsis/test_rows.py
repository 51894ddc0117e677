from dataclasses import replace

import pytest

from reihum.formats.synopsis.cards import Card
from reihum.formats.synopsis.paper import Sent, silent
from reihum.formats.synopsis.rows import Row, rows, summary
from reihum.rules.text import read
from reihum.rules.text.changes import Change, fresh
from reihum.rules.text.difference import compare
from reihum.rules.text.outcome import Decided
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Start, flatten, words
from reihum.rules.text.tracked import Loose, Wanted
from tests.formats.synopsis.example import (
    BASE,
    CLUBS,
    MINUTES,
    NO_TIME,
    SILENT,
    TEXT,
    YEARS,
    edited,
    keys,
    paper_of,
    picture,
    synopsis,
    synopsis_of,
    wishes,
)

pytestmark = pytest.mark.unit
LINES = TEXT.split("\n")


def laid(*edits, decided=None, **files) -> dict[str, Row]:
    """Return the rows of a synopsis of typed texts, by their ids."""
    paper = paper_of(synopsis_of(files), decided)
    return {row.id: row for row in rows(paper)}


def card(row: Row, land: str) -> Card:
    (found,) = [one for one in row.cards if land in one.lands]
    return found


def shown(one: Card) -> str:
    """Return what a card shows, in the signs of people who type: [-gone-]{+new+}."""
    signs = {"same": "{}", "del": "[-{}-]", "ins": "{{+{}+}}"}
    return "".join(signs[bit.kind].format(bit.text) for bit in one.pieces)


def results(row: Row) -> list[tuple[str, str]]:
    return [
        (one.number, "".join(bit.text for bit in one.pieces)) for one in row.results
    ]


def test_the_picture_is_laid_out_as_it_was_drawn():
    one, two, three, four = rows(picture())
    assert [shown(found) for found in (*one.cards, *two.cards)] == [
        "… gelingt: in der Nachbarschaft, {+im Verein,+} in der Schule, im Betrieb.",
        (
            "… die Mittel für Integrationskurse {+und berufsbezogene Sprachkurse+} "
            "für mindestens drei Jahre festzuschreiben."
        ),
        (
            "… für Integrationskurse für mindestens [-drei-] {+fünf+} Jahre "
            "festzuschreiben."
        ),
    ]
    assert {found.lands: shown(found) for found in three.cards} == {
        ("BB", "MV"): "… in ländlichen Räumen innerhalb [-einer Stunde-] "
        "{+von 45 Minuten+} mit öffentlichen Verkehrsmitteln {+oder digital+} "
        "erreichbar sind.",
        ("HE",): "… auch in ländlichen Räumen [-innerhalb einer Stunde mit "
        "öffentlichen Verkehrsmitteln-] erreichbar sind.",
    }
    assert [text.de for text in three.conflicts] == [
        "Hessen streicht Wörter, die Brandenburg und Mecklenburg-Vorpommern ändern."
    ]
    assert [row.place.de for row in (one, two, three, four)] == [
        "Ziffer 1", "Ziffer 2", "Ziffer 3", "Ziffer 4",
    ]  # fmt: skip
    assert card(one, "BY").same.de == "drei gleiche Wünsche"
    assert card(two, "NI").with_ == ("BW",)
    assert card(two, "BW").verdict == "Haushaltsrecht lässt fünf Jahre nicht zu."
    assert [found.state for row in (one, two, three, four) for found in row.cards] == [
        "accepted", "accepted", "rejected", "compromise", "compromise", "open",
    ]  # fmt: skip
    assert four.remarks == (("RP", "Einverstanden."),)
    assert picture().silent == SILENT


def test_a_land_is_not_said_to_get_along_with_itself():
    new = "\n".join([LINES[0], *LINES[1:]]).replace("2. Sie", "2. Neu.\n3. Sie")
    both = edited(TEXT, [CLUBS, ("Schule,", "Schule und")])
    row = laid(BY=both, SN=edited(TEXT, [CLUBS]), HE=new)["p1"]
    assert {one.lands: one.with_ for one in row.cards} == {
        ("BY", "SN"): (), ("BY",): ("SN",),
    }  # fmt: skip


def test_the_figures_over_the_picture_are_those_of_the_wishes():
    paper = picture()
    found = summary(paper, rows(paper))
    assert (found.wishes, found.lands, found.merged) == (10, 10, 3)
    assert (found.conflicting, found.decided, found.combined) == (1, 9, 2)
    assert found.remarks == 1


def test_the_result_of_a_row_shows_what_was_taken_in_and_nothing_else():
    one, two, three, four = rows(picture())
    assert [bit for bit in one.results[0].pieces if bit.kind == "ins"] == [
        ("ins", "im Verein,")
    ]
    assert "fünf" not in results(two)[0][1]
    assert results(three)[0][1].endswith(
        "in zumutbarer Zeit oder digital erreichbar sind."
    )
    assert [bit.kind for bit in four.results[0].pieces] == ["same"]


def test_a_conflict_waits_for_somebody_until_it_is_decided():
    found = synopsis()
    assert [row.in_conflict for row in rows(paper_of(found))] == [0, 0, 1, 0]
    said = dict.fromkeys(keys(found, "HE"), False)
    said |= dict.fromkeys(keys(found, "BB"), True)
    row = rows(paper_of(found, Decided(said, {})))[2]
    assert row.conflicts
    assert not row.in_conflict


def test_a_wish_of_which_one_place_is_taken_is_taken_in_part():
    found = synopsis()
    first, second = keys(found, "BB")
    decided = Decided({first: True, second: False}, {})
    row = rows(paper_of(found, decided))[2]
    assert card(row, "BB").state == "mixed"


def test_a_new_paragraph_has_a_row_of_its_own_in_the_gap():
    new = "\n".join([*LINES[:2], "3. Ganz neu ist das.", *LINES[2:]])
    row = laid(BY=new, NI="Vorab gilt das.\n" + TEXT)
    assert list(row) == ["anfang", "p1", "p2", "nach-p2", "p3", "p4"]
    assert row["nach-p2"].place.de == "nach Ziffer 2"
    assert row["nach-p2"].paragraph is None
    assert shown(row["nach-p2"].cards[0]) == "{+Ganz neu ist das.+}"
    assert row["anfang"].place.de == "am Anfang"
    assert card(row["anfang"], "NI").kind.de == "neuer Absatz"


def test_a_new_paragraph_that_is_accepted_is_the_result_of_its_gap():
    new = "\n".join([*LINES[:2], "3. Ganz neu ist das.", *LINES[2:]])
    found = synopsis_of({"BY": new})
    decided = Decided(dict.fromkeys(keys(found, "BY"), True), {})
    row = {one.id: one for one in rows(paper_of(found, decided))}
    assert [text for _, text in results(row["nach-p2"])] == ["Ganz neu ist das."]
    numbered = read(new)
    row = {one.id: one for one in rows(paper_of(found, decided, result=numbered))}
    assert results(row["nach-p2"]) == [("3.", "Ganz neu ist das.")]
    assert results(row["p4"])[0][0] == "4."  # as typed, not renumbered here


def test_a_new_paragraph_of_the_rationale_stands_with_the_rationale():
    why = Paragraph("b1", 0, "", "Weil es nötig ist.", part=Part.RATIONALE)
    haste = Paragraph("b2", 0, "", "Und weil es eilt.", part=Part.RATIONALE)
    flat = flatten([*read(TEXT)[:1], why])
    own = [
        Wish("BY", Wanted(change))
        for change in compare(flat, flatten([*flat.paragraphs, haste]))
    ]
    found = rows(paper_of(combine(flat, own)))
    assert [row.part for row in found] == [Part.TEXT, Part.RATIONALE, Part.RATIONALE]


def test_a_deleted_paragraph_leaves_nothing():
    found = synopsis_of({"HE": "\n".join([LINES[0], *LINES[2:]])})
    decided = Decided(dict.fromkeys(keys(found, "HE"), True), {})
    row = rows(paper_of(found, decided))[1]
    assert row.cards[0].kind.de == "Absatz gestrichen"
    assert row.results == ()


def test_an_empty_compromise_deletes_the_paragraph():
    row = rows(paper_of(synopsis(), Decided({}, {"p3": " "})))[2]
    assert row.results == ()
    assert row.compromise == " "


def test_paragraphs_joined_split_and_set_deeper_say_so():
    row = laid(
        SL="\n".join([f"{LINES[0]} {LINES[1][3:]}", *LINES[2:]]),
        HB=TEXT.replace("Nachbarschaft, in", "Nachbarschaft.\n2. In"),
        BE=TEXT.replace("1. Die", "a) Die"),
    )
    assert shown(card(row["p1"], "HB")).startswith("… gelingt: in der Nachbarschaft")
    assert "{+. ¶ In+}" in shown(card(row["p1"], "HB"))
    assert card(row["p1"], "HB").kind.de == "Absatz geteilt"
    assert (
        shown(card(row["p1"], "BE")) == "[-1.-] {+a)+} Die Länder bekräftigen, dass …"
    )
    assert card(row["p2"], "SL").kind.de == "mit dem vorigen Absatz verbunden"
    assert "[-¶" in shown(card(row["p2"], "SL"))


def test_a_joined_paragraph_comes_out_in_the_one_before():
    found = synopsis_of({"SL": "\n".join([f"{LINES[0]} {LINES[1][3:]}", *LINES[2:]])})
    decided = Decided(dict.fromkeys(keys(found, "SL"), True), {})
    one, two, *_ = rows(paper_of(found, decided))
    whole = results(one)[0][1]
    assert "Betrieb. Sie bitten" in whole
    assert whole.endswith("festzuschreiben.")
    assert two.results == ()


def test_a_change_over_two_paragraphs_is_named_at_the_second():
    over = Change(BASE.starts[1] + 5, BASE.starts[2] + 3, words(" und"))
    found = rows(paper_of(combine(BASE, [Wish("BW", Wanted(over))])))
    assert [[said.de for said in row.also] for row in found] == [
        [], [], ["Ziffer 2 (BW)"], [],
    ]  # fmt: skip
    assert len(found[1].cards) == 1
    assert "¶ Sie" in shown(found[1].cards[0])


def test_what_was_moved_is_shown_at_both_ends_and_decided_once():
    start, end = BASE.starts[0], BASE.starts[1]
    gone = Wanted(Change(start, end), move="m1")
    come = Wanted(
        Change(len(BASE), len(BASE), fresh(BASE.tokens[start:end])), move="m1"
    )
    paper = paper_of(combine(BASE, [Wish("NI", gone), Wish("NI", come)]))
    found = {row.id: row for row in rows(paper)}
    leaves, arrives = found["p1"].cards[0], found["nach-p4"].cards[0]
    assert leaves.key == arrives.key
    assert (leaves.first, arrives.first) == (True, False)
    assert leaves.kind.de == "verschoben"
    assert leaves.elsewhere.de == "neu: nach Ziffer 4"
    assert arrives.elsewhere.de == "bisher: Ziffer 1"
    assert shown(arrives) == f"{{+{LINES[0][3:]}+}}"
    assert summary(paper, found.values()).wishes == 1


def test_a_text_whose_first_start_goes_keeps_its_words():
    change = Change(0, 2, words("Das"))
    found = combine(BASE, [Wish("SH", Wanted(change))])
    decided = Decided(dict.fromkeys(keys(found, "SH"), True), {})
    row = rows(paper_of(found, decided, result=()))[0]
    assert results(row)[0] == ("", edited(LINES[0], [("1. Die", "Das")]))


def test_a_paragraph_that_never_held_anything_stays_with_its_number():
    flat = flatten([Paragraph("p1", 1, "1.", ""), Paragraph("p2", 2, "a)", "Text")])
    found = rows(paper_of(combine(flat, ())))
    assert [results(row) for row in found] == [[("1.", "")], [("a)", "Text")]]


def test_a_text_without_a_word_has_no_rows():
    assert rows(paper_of(combine(flatten(()), ()))) == ()


def test_a_wish_for_an_empty_text_stands_at_the_beginning():
    flat = flatten(())
    new = Change(0, 0, (Start(Part.TEXT, 1, "1."), *words("Neu.")))
    (row,) = rows(paper_of(combine(flat, [Wish("HH", Wanted(new))])))
    assert (row.id, row.part, shown(row.cards[0])) == ("anfang", Part.TEXT, "{+Neu.+}")


def test_words_far_from_any_change_are_three_dots():
    row = laid(BY=edited(TEXT, [("Die Länder", "Alle Länder"), ("Betrieb.", "Haus.")]))
    assert shown(row["p1"].cards[0]) == (
        "[-Die-] {+Alle+} Länder bekräftigen, dass Integration … in der Schule, im "
        "[-Betrieb-] {+Haus+}."
    )


def test_a_comment_on_no_known_paragraph_is_shown_at_the_first():
    sent = (Sent(land="HE", loose=(Loose("p99", "Wozu?"),)),)
    row = rows(paper_of(synopsis(), sent=sent))[0]
    assert row.remarks == (("HE", "Wozu?"),)


def test_changes_that_were_not_noted_name_their_land():
    own = [
        Wish(one.land, replace(one.wanted, untracked=True))
        for one in wishes(BASE, "HE", edited(TEXT, [CLUBS]))
    ]
    other = wishes(BASE, "BY", edited(TEXT, [CLUBS]))
    row = rows(paper_of(combine(BASE, [*own, *other])))[0]
    assert card(row, "HE").lands == ("BY", "HE")
    assert card(row, "HE").untracked == ("HE",)


def test_who_wishes_nothing_is_silent_among_the_members_of_the_body():
    found = synopsis({"BY": [YEARS], "HE": [MINUTES], "NI": [NO_TIME]})
    assert silent(found, ("BY", "SN", "HE", "BUND")) == ("SN", "BUND")
