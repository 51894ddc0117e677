import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reihum.formats.word.lines import (
    GONE,
    KEPT,
    Ink,
    Line,
    Span,
    after,
    before,
    filled,
    joined,
    settled,
)  # fmt: skip
from reihum.formats.word.sheet import clean
from reihum.formats.word.stream import Opened, stream
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Start, flatten, keys, said
from reihum.rules.text.tracked import Piece, State

pytestmark = pytest.mark.unit
NEW = Ink(before=False, author="BY", at="2027-01-01T10:00:00Z")
OLD = Ink(after=False, author="NI")
START = Start(Part.TEXT, 0, "")


def opened(line: Line) -> Opened:
    return Opened(
        line.start,
        START if line.start.before else None,
        START if line.start.after else None,
        line.spans,
        line.offset,
    )


def read(*lines: Line):
    found = joined(lines)
    settled(found)
    filled(found, lambda *_: False)
    at = 0
    for one in found:
        one.offset = at
        at += 1 + sum(len(span.text) for span in one.spans)
    return stream(map(opened, found))


def line(*spans, start=KEPT) -> Line:
    made = [one if isinstance(one, Span) else Span(one, KEPT) for one in spans]
    return Line(start, spans=made)


def ins(text, style=""):
    return Span(text, NEW, style)


def dele(text, style=""):
    return Span(text, OLD, style)


def shown(pieces: list[Piece]) -> str:
    """Write pieces as "[-old-]{+new+}", a paragraph's start as a pilcrow."""
    signs = {State.KEPT: "{}", State.DELETED: "[-{}-]", State.INSERTED: "{{+{}+}}"}
    text = "".join(signs[one.state].format(said([one.token])) for one in pieces)
    return text.replace("-][-", "").replace("+}{+", "")


def view_of(lines, view) -> list[str]:
    """Return the paragraphs of one view, found in another way than the code does."""
    text = ""
    for one in lines:
        text += "\r" if view(one.start) else ""
        text += "".join(span.text for span in one.spans if view(span.ink))
    found = (re.sub(r"\s+", " ", part).strip() for part in text.split("\r"))
    return [part for part in found if part]


inks = st.sampled_from([KEPT, KEPT, KEPT, NEW, OLD, GONE])
texts = st.text("ae .,-1*:\u0301\u00a0", max_size=8)
spans = st.builds(
    Span, texts.filter(bool).map(clean), inks, st.sampled_from(["", "b", "a:x"])
)
lines = st.builds(lambda start, spans: Line(start, spans=spans), inks, st.lists(spans))
files = st.lists(lines, max_size=6).map(lambda found: [Line(KEPT), *found])


@given(files)
@settings(max_examples=400)
def test_rejecting_and_accepting_give_the_two_texts_word_for_word(found):
    wanted = {view: view_of(found, view) for view in (before, after)}
    pieces = read(*found).pieces
    for view, left_out in ((before, State.INSERTED), (after, State.DELETED)):
        paragraphs = [Paragraph("", 0, "", text) for text in wanted[view]]
        left = [one.token for one in pieces if one.state is not left_out]
        assert keys(left) == flatten(paragraphs).keys


def written(*found: Line) -> str:
    return shown(read(*found).pieces)


def test_a_word_that_is_half_inserted_is_a_whole_word_deleted_and_one_inserted():
    assert written(line("eine Stunde", ins("n"), " lang")) == (
        "¶eine [-Stunde-]{+Stunden+} lang"
    )
    assert written(line(ins("ver"), "kaufen")) == "¶[-kaufen-]{+verkaufen+}"
    assert written(line("Bund", dele("-Länder"), "-Gruppe")) == (
        "¶[-Bund-Länder-Gruppe-]{+Bund-Gruppe+}"
    )


def test_a_word_that_was_cut_in_runs_stays_one_word():
    assert written(line("In", Span("te", KEPT, "b"), "gration heute")) == (
        "¶Integration heute"
    )
    pieces = read(line("In", Span("te", KEPT, "b"), "gration heute")).pieces
    assert pieces[1].token.style == "b"


def test_the_space_beside_a_change_goes_with_one_view_only():
    assert written(line("foo ", dele("bar"), " baz")) == "¶foo [-bar -]baz"
    assert written(line("foo ", dele("bar "), ins("qux "), "baz")) == (
        "¶foo [-bar -]{+qux +}baz"
    )
    assert written(line("foo", ins(" bar"), " baz")) == "¶foo{+ bar+} baz"
    assert written(line("foo bar ", ins("baz"))) == "¶foo bar{+ baz+}"
    assert written(line(dele("foo "), "bar")) == "¶[-foo -]bar"


def test_a_letter_typed_again_as_it_was_is_no_change():
    assert written(line("Stun", dele("d"), ins("d"), "e")) == "¶Stunde"


def test_a_paragraph_added_and_deleted_again_never_was():
    assert written(line("Eins"), Line(NEW), Line(OLD, spans=[Span("Zwei", KEPT)])) == (
        "¶Eins¶Zwei"
    )
    gone = [line("Eins"), Line(OLD), Line(NEW, spans=[Span("Zwei", KEPT)])]
    assert written(*gone) == "¶Eins¶Zwei"
    more = [line("Eins"), line(ins("Neu "), start=NEW), line("Zwei", start=OLD)]
    assert written(*more) == "¶Eins{+¶Neu +}[-¶-]Zwei"


def test_what_was_inserted_and_deleted_again_never_was():
    assert written(line("foo ", Span("bar ", GONE), "baz")) == "¶foo baz"
    assert written(line("a"), line("b", start=GONE)) == "¶ab"


def test_a_paragraph_typed_above_another_is_the_new_one():
    new = [line("eins"), line(ins("neu")), line("zwei", start=NEW), line("drei")]
    assert written(*new) == "¶eins{+¶neu+}¶zwei¶drei"
    below = [line("eins"), line(ins("neu"), start=NEW), line("zwei")]
    assert written(*below) == "¶eins{+¶neu+}¶zwei"
    both = [line(ins("neu")), line(ins("auch"), start=NEW), line("zwei", start=NEW)]
    assert written(*both) == "{+¶neu¶auch+}¶zwei"


def test_whole_paragraphs_that_were_deleted_go_with_their_own_start():
    gone = [line("eins"), line(dele("zwei")), line("drei", start=OLD), line("vier")]
    assert written(*gone) == "¶eins[-¶zwei-]¶drei¶vier"
    more = [line(dele("zwei")), line(dele("drei"), start=OLD), line("vier", start=OLD)]
    assert written(*more) == "[-¶zwei¶drei-]¶vier"
    left = [line("eins"), line(dele("zwei")), line("drei")]
    assert written(*left) == "¶eins[-¶zwei-]¶drei"


def test_a_paragraph_is_split_and_joined_where_the_mark_changed():
    assert written(line("eins "), line("zwei", start=NEW)) == "¶eins[- -]{+¶+}zwei"
    assert written(line("eins"), line("zwei", start=OLD)) == (
        "¶[-eins¶zwei-]{+einszwei+}"
    )
    assert written(line("eins"), line(ins(" "), "zwei", start=OLD)) == (
        "¶eins[-¶-]{+ +}zwei"
    )


def test_an_empty_paragraph_is_none_in_the_view_in_which_it_is_empty():
    assert written(line("eins"), line("  "), line(), line("zwei")) == "¶eins¶zwei"
    assert written(line("eins"), line(ins("neu"))) == "¶eins{+¶neu+}"
    assert read(line(ins("neu"))).pieces[0].author == "BY"
    assert written() == ""


def test_each_piece_says_who_wrote_it_and_when_and_where_it_was_moved():
    moved = OLD._replace(move="move1")
    pieces = read(line("a ", ins("b "), Span("c ", moved), "d")).pieces
    found = {one.token.text: one[1:] for one in pieces[1:] if one.token.text != " "}
    assert found == {
        "a": (State.KEPT, "", "", ""),
        "b": (State.INSERTED, "", "BY", "2027-01-01T10:00:00Z"),
        "c": (State.DELETED, "move1", "NI", ""),
        "d": (State.KEPT, "", "", ""),
    }
    joined_words = read(line("ab", dele(" "), "cd")).pieces
    assert {one.author for one in joined_words[1:]} == {"NI"}


def test_a_start_that_changed_its_number_is_two():
    numbered = Start(Part.TEXT, 1, "1.")
    one = Opened(OLD, START, numbered, [Span("a", KEPT)])
    assert shown(stream([one]).pieces) == "[-¶-]{+¶+}a"


def test_styles_stay_with_their_words_but_a_thousand_of_them_are_none():
    styled = [
        Span("fett", KEPT, "b"),
        Span(" ", KEPT),
        Span("Netz", NEW, "a:https://x"),
    ]
    pieces = read(line(*styled)).pieces
    assert [one.token.style for one in pieces[1:]] == ["b", "", "a:https://x"]
    both = [Span("fe", KEPT, "bi"), Span("tt neu", KEPT, "i"), ins("er")]
    assert [one.token.style for one in read(line(*both)).pieces[1:3]] == ["bi", "i"]
    many = [Span("a ", KEPT, "b"), Span("c ", KEPT)] * 600
    assert {one.token.style for one in read(line(*many)).pieces[1:]} == {""}


@given(files)
def test_the_places_of_the_pieces_rise_and_find_their_comments(found):
    done = read(*found)
    assert sorted(done.places) == done.places
    for at in range(40):
        first, last = done.span(at, at + 3)
        assert 0 <= first < max(last, 1)
        assert done.span(at, at)[0] <= first
