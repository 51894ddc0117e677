"""A Word file is understood as changes to the version that it was made from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Part, read
from reihum.rules.text.changes import apply
from reihum.rules.text.origin import LEAST_KNOWN, origin, read_against, with_parts
from reihum.rules.text.tokens import Start, flatten, said, words
from reihum.rules.text.tracked import Piece, Reading, State
from reihum.rules.text.whole import whole
from tests.rules.text.texts import solid

pytestmark = pytest.mark.unit

TITLE, WHY = "Kurse öffnen", read("Weil es eilt.\n\nWeil es gerecht ist.", "b")
FIRST = "1. Der Bund öffnet die Kurse.\n2. Er zahlt sie.\n3. Er lädt ein."
LATER = FIRST.replace("zahlt sie", "finanziert alle Kurse")


def text(typed=FIRST):
    return flatten(whole(TITLE, read(typed), WHY))


def file(flat, *, one_part=False):
    """Return a file with this text in it and no change."""
    tokens = flat.tokens
    if one_part:
        tokens = [
            one._replace(part=Part.TEXT, level=0, scheme="")
            if isinstance(one, Start) and one.part is not Part.TEXT
            else one
            for one in tokens
        ]
    return Reading(tuple(map(Piece, tokens)))


def only(reading, *parts):
    """Leave out the other parts."""
    kept, part = [], None
    for piece in reading.pieces:
        if isinstance(piece.token, Start):
            part = piece.token.part
        if part in parts:
            kept.append(piece)
    return replace(reading, pieces=tuple(kept))


def noted(reading, word):
    """Delete a word, with the change noted."""
    return replace(
        reading,
        pieces=tuple(
            one._replace(state=State.DELETED) if one.token == words(word)[0] else one
            for one in reading.pieces
        ),
    )


def deleted(understood, flat):
    gone = [flat.tokens[w.change.start : w.change.end] for w in understood.wanted]
    return [said(tokens).strip() for tokens in gone]


@pytest.mark.parametrize(("typed", "place"), [(FIRST, 1), (LATER, 0)])
def test_the_version_with_most_of_its_paragraphs_is_the_one(typed, place):
    found = origin([text(LATER), text(FIRST)], noted(file(text(typed)), "lädt"))
    assert found == (place, 100)


def test_of_equal_versions_it_is_the_newest():
    assert origin([text(), text()], file(text())).place == 0


def test_another_motion_is_known_by_how_little_of_it_is_known():
    foreign = flatten(
        whole("Straßen", read("1. Mehr Asphalt.\n2. Weniger Schlaglöcher."), ())
    )
    assert origin([text()], file(foreign)).known < LEAST_KNOWN
    assert origin([text()], Reading(())).known == 0
    assert origin([flatten(())], file(text())).known == 0


def test_a_land_that_adds_much_has_still_the_same_motion():
    more = "\n".join(f"{n}. Punkt {n} von {n * n}." for n in range(4, 30))
    assert origin([text()], file(text(f"{FIRST}\n{more}"))).known == 100


def test_a_part_that_a_file_leaves_out_is_not_deleted():
    flat = text()
    for parts in ((Part.TEXT,), (Part.TITLE, Part.TEXT), (Part.TEXT, Part.RATIONALE)):
        reading = noted(only(file(flat), *parts), "lädt")
        assert deleted(read_against(flat, reading), flat) == ["lädt"]
    assert read_against(flat, only(file(flat), Part.TEXT)).wanted == ()


def test_a_paragraph_behind_the_last_of_its_part_stays_in_it():
    flat = text()
    new = (Start(Part.TEXT, 1, "1."), *words("Er dankt."))
    pieces = only(file(flat), Part.TEXT).pieces
    pieces += tuple(Piece(one, State.INSERTED) for one in new)
    (one,) = read_against(flat, Reading(pieces)).wanted
    assert one.change.start == flat.starts[4]


def test_where_parts_are_left_out_in_the_middle_the_whole_is_compared():
    flat = text()
    found = read_against(flat, only(file(flat), Part.TITLE, Part.RATIONALE))
    assert len(found.wanted) == 3


def test_a_file_of_nothing_known_is_compared_with_the_whole():
    flat = flatten(read(FIRST))
    rationale = Reading((Piece(Start(Part.RATIONALE, 0, "")), Piece(words("x")[0])))
    assert read_against(flat, rationale).untracked


def test_a_file_without_headings_has_the_parts_of_the_motion():
    flat = text()
    reading = noted(file(flat, one_part=True), "lädt")
    assert [
        one.token.part for one in with_parts(flat, reading).pieces
        if isinstance(one.token, Start)
    ] == [one.part for one in flat.paragraphs]  # fmt: skip
    assert deleted(read_against(flat, reading), flat) == ["lädt"]
    assert origin([flat], reading) == (0, 100)


def test_words_before_any_paragraph_are_not_lost():
    flat = text()
    loose = Reading((Piece(words("Vorab")[0]), *file(flat, one_part=True).pieces))
    assert len(with_parts(flat, loose).pieces) == len(loose.pieces)


@given(st.sets(st.sampled_from(["Bund", "Kurse", "zahlt", "gerecht", "eilt"])))
def test_what_a_file_asks_for_makes_it_out_of_the_version(gone):
    flat = text()
    reading = file(flat)
    for word in gone:
        reading = noted(reading, word)
    understood = read_against(flat, reading)
    after = apply(flat.tokens, [one.change for one in understood.wanted])
    kept = [one.token for one in reading.pieces if one.state is not State.DELETED]
    assert solid(after) == solid(kept)
