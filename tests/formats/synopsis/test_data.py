import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings

from reihum.formats.synopsis.build import build
from reihum.formats.synopsis.data import as_data, as_json
from reihum.rules.text import Mark, from_data, read
from reihum.rules.text.changes import Change
from reihum.rules.text.numbers import renumber
from reihum.rules.text.outcome import Decided
from reihum.rules.text.synopsis import Wish, combine, in_roll_call
from reihum.rules.text.tokens import Start, flatten, is_word, words
from reihum.rules.text.tracked import Reading, State, Wanted
from reihum.rules.words import Text
from tests.formats.synopsis.example import BASE, TEXT, paper_of, picture, synopsis
from tests.formats.synopsis.made import cases
from tests.formats.synopsis.schema import faults

pytestmark = pytest.mark.unit
FEW = settings(max_examples=25)


def rebuilt(data: dict) -> list[str]:
    """Make the changes that are in the result by hand, as the documentation tells."""
    at, whole = {}, ""
    for one in data["base"]:
        at[one["id"]] = len(whole) + 1
        whole += f"¶{one['text']}"
    changes = [one for one in data["changes"] if one["in_result"]]
    for one in reversed(changes):
        place = one["place"]
        start = at[place["paragraph"]] + place["offset"]
        end = start + place["length"]
        assert whole[start:end] == one["old"]
        whole = whole[:start] + one["new"] + whole[end:]
    texts = (" ".join(text.split()) for text in whole.split("¶"))
    return [text for text in texts if text]


def test_the_picture_as_data_says_who_wishes_what_where():
    data = as_data(picture())
    clubs = data["changes"][0]
    assert clubs["lands"] == ["BY", "SN", "ST"]
    assert clubs["place"] == {
        "paragraph": "p1",
        "offset": TEXT.index("in der Schule") - 3,
        "length": 0,
    }
    assert (clubs["old"], clubs["new"]) == ("", "im Verein, ")
    assert clubs["words"] == {"inserted": 2, "deleted": 0}
    assert [wish["source"] for wish in clubs["wishes"]] == [
        "BY.docx", "SN.docx", "ST.docx",
    ]  # fmt: skip
    assert clubs["accepted"] is True
    assert data["conflicts"][0]["why"] == [
        "Hessen streicht Wörter, die Brandenburg und Mecklenburg-Vorpommern ändern."
    ]
    assert data["compromises"]["p3"].startswith("Sie halten es")
    assert data["result"][0]["text"].count("im Verein") == 1
    assert data["summary"]["merged"] == 3
    (years,) = [one for one in data["changes"] if one["lands"] == ["BW"]]
    assert (years["accepted"], years["in_result"]) == (False, False)
    assert years["decision"] == "Haushaltsrecht lässt fünf Jahre nicht zu."


def test_it_keeps_to_the_schema_in_the_documentation():
    assert list(faults(as_data(picture()))) == []
    wrong = {**as_data(picture()), "version": 2, "more": 1, "silent": "BY"}
    assert len(list(faults(wrong))) == 3


def test_what_nobody_decided_is_no_decision_but_may_be_in_the_result():
    found = synopsis()
    decided = Decided({point.key: True for point in found.agreed()}, {})
    data = as_data(paper_of(found, decided, proposed=True))
    assert data["decided"] is False
    assert {one["accepted"] for one in data["changes"]} == {None}
    contested = {key for one in data["conflicts"] for key in one["changes"]}
    assert {one["key"] for one in data["changes"] if not one["in_result"]} == contested


def test_it_speaks_the_language_of_the_paper():
    paper = replace(picture(), language="en", lost=(Text("Ein Bild", "A picture"),))
    data = as_data(paper)
    assert data["conflicts"][0]["why"][0].startswith("Hesse deletes")
    assert data["lost"] == ["A picture"]


def test_a_change_over_two_paragraphs_counts_the_mark_between_them():
    over = Change(BASE.starts[1] + 5, BASE.starts[2] + 3, words(" und"))
    (one,) = as_data(paper_of(combine(BASE, [Wish("BW", Wanted(over))])))["changes"]
    assert one["old"].count("¶") == 1
    assert one["place"]["length"] == len(one["old"])
    assert one["old_paragraphs"] == [{"part": "text", "level": 1, "numbering": "1."}]


def test_places_count_in_the_text_of_the_file_where_spaces_are_one():
    mark = Mark(7, 14, "strong")
    spaced = replace(read("x")[0], text="  Die  Län\u00adder bitten.", marks=(mark,))
    flat = flatten([spaced])
    last = Change(flat.keys.index("bitten"), flat.keys.index("bitten") + 1)
    data = as_data(paper_of(combine(flat, [Wish("BW", Wanted(last))])))
    (base,), (one,) = data["base"], data["changes"]
    assert base["text"] == " Die Länder bitten."
    assert base["marks"] == [[5, 11, "strong"]]
    assert one["place"] == {"paragraph": "p1", "offset": 12, "length": 6}


def test_a_text_without_a_paragraph_has_no_place_to_name():
    new = Change(0, 0, (Start(read("1. x")[0].part, 1, "1."), *words("Neu")))
    (one,) = as_data(paper_of(combine(flatten(()), [Wish("BW", Wanted(new))])))[
        "changes"
    ]
    assert one["place"] == {"paragraph": None, "offset": -1, "length": 0}


def test_the_file_is_the_same_every_time_and_holds_what_utf_8_cannot_say():
    paper = picture()
    assert as_json(paper) == as_json(picture())
    broken = replace(paper, title="Halb \ud83d")
    assert json.loads(as_json(broken))["title"] == "Halb \ud83d"


@FEW
@given(cases())
def test_whatever_comes_in_the_file_keeps_to_the_schema(case):
    base, files = case
    assert list(faults(as_data(build(base, files)))) == []


@FEW
@given(cases())
def test_the_order_of_the_files_does_not_matter(case):
    base, files = case
    assert as_json(build(base, files)) == as_json(build(base, files[::-1]))


@FEW
@given(cases())
def test_the_result_can_be_made_from_the_places_alone(case):
    base, files = case
    data = as_data(build(base, files))
    assert rebuilt(data) == [one["text"] for one in data["result"]]
    result = from_data(data["result"])
    assert renumber(result, base.paragraphs) == result


@FEW
@given(cases())
def test_every_word_that_a_file_notes_is_counted_again_in_the_data(case):
    base, files = case
    data = as_data(build(base, files))
    for one in data["sent"]:
        if not one["untracked"]:
            for what in ("inserted", "deleted"):
                assert one["noted"][what] == one["counted"][what] + one["typed_again"]


@FEW
@given(cases(different=True))  # of two equal paragraphs it is one which of them goes
def test_each_deleted_word_stands_in_the_paragraph_it_was_deleted_in(case):
    base, files = case
    data = as_data(build(base, files))
    names = Counter(land for land, _, _ in files)
    for one, (land, _, file) in zip(data["sent"], in_order(files), strict=True):
        if one["untracked"] or names[land] > 1:
            continue
        out = Counter(
            word
            for change in data["changes"]
            for wish in change["wishes"]
            if wish["land"] == land
            for word in deleted(data, change)
        )
        came = Counter(noted(file.reading))
        assert out <= came
        assert (came - out).total() == one["typed_again"]


def in_order(files):
    order = in_roll_call(land for land, _, _ in files)
    return sorted(files, key=lambda one: order.index(one[0]))


def noted(reading: Reading) -> list[tuple[str, str]]:
    """Return the deleted words of a file, each with its paragraph."""
    found, here = [], ""
    for piece in reading.pieces:
        if isinstance(piece.token, Start):
            here = piece.token.id or here
        elif piece.state is State.DELETED and is_word(piece.token):
            found.append((here, piece.token.text))
    return found


def deleted(data: dict, change: dict) -> list[tuple[str, str]]:
    """Return the deleted words of a change, each with its paragraph."""
    place, names = change["place"], [one["id"] for one in data["base"]]
    at = names.index(place["paragraph"]) - (place["offset"] < 0)
    return [
        (names[at + step], word.text)
        for step, inside in enumerate(change["old"].split("¶"))
        for word in words(inside)
        if is_word(word)
    ]
