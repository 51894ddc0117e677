"""A synopsis as a Word file: no word is lost, and each Land is author of its own."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from random import Random

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.read import WordFile, read_reading
from reihum.formats.word.redline import write_redline
from reihum.formats.word.write import write_motion
from reihum.formats.word.zipped import unzipped
from reihum.rules.text import Mark, Paragraph, Part, read
from reihum.rules.text.changes import Change, settle
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Start, Word, flatten, keys, rebuild, words
from reihum.rules.text.tracked import Reading, State, Wanted, understand
from tests.formats.word.acceptance import by_author, texts
from tests.formats.word.schema import check
from tests.formats.word.synopses import motion, of_one, synopsis

pytestmark = pytest.mark.unit
AT = datetime(2027, 3, 4, 9, 30, tzinfo=timezone(timedelta(hours=1)))
HEADINGS = {"Beschlussvorschlag", "Begründung"}
PAPER = MotionPaper(
    body="Integrationsministerkonferenz",
    conference="22. Integrationsministerkonferenz",
    title="Sprachkurse",
    paragraphs=(),
    submitters=("Rheinland-Pfalz",),
)
randoms = st.integers(0, 10**9).map(Random)
sizes = st.integers(1, 6)


def expected(row, keep) -> list[str]:
    """The words of each paragraph of one view, part by part."""
    inside = {part: [] for part in Part}
    now = Part.TEXT
    for layer in row:
        if isinstance(layer.token, Start):
            now = layer.token.part
        if keep(layer):
            inside[now].append(layer.token)
    built = (one for tokens in inside.values() for one in rebuild(tokens))
    return [" ".join(one.text.split()) for one in built]


def accepted(row) -> list[str]:
    return expected(row, lambda layer: not layer.deleted_by)


def rejected(row) -> list[str]:
    return expected(row, lambda layer: not layer.inserted_by)


def words_by(row) -> dict[tuple[str, str], str]:
    found = defaultdict(str)
    for token, inserted_by, deleted_by, _ in row:
        if isinstance(token, Word) and (inserted_by or deleted_by):
            kind = "ins" if inserted_by else "del"
            found[", ".join(inserted_by or deleted_by), kind] += token.text
    return dict(found)


def words_of(found):
    """A paragraph with nothing in it is none, as `rebuild` has it."""
    said = (said for _, said in found if said not in HEADINGS)
    return [one for one in said if one.strip()]


@given(randoms, sizes)
def test_accepting_all_gives_the_result_and_rejecting_all_the_base(rnd, size):
    found = synopsis(rnd, motion(rnd, size))
    row = layers(found.flat, found.points)
    data = write_redline(PAPER, row, found.points, AT)
    check(data)
    assert words_of(texts(data, accept=True)) == accepted(row)
    assert words_of(texts(data, accept=False)) == rejected(row)
    assert by_author(data) == words_by(row)


@given(randoms, sizes)
def test_rejecting_all_gives_each_paragraph_its_look_back(rnd, size):
    base = motion(rnd, size)
    found = synopsis(rnd, base)
    row = layers(found.flat, found.points)
    data = write_redline(PAPER, row, found.points, AT)
    plain = write_motion(replace(PAPER, paragraphs=base))
    assert texts(data, accept=False) == texts(plain, accept=False)


@given(randoms, sizes)
def test_the_changes_of_a_land_come_back_exactly_when_its_file_is_read(rnd, size):
    flat = flatten(motion(rnd, size))
    wanted = tuple(of_one(rnd, flat))
    found = combine(flat, [Wish("BY", one) for one in wanted])
    data = write_redline(PAPER, layers(flat, found.points), found.points, AT)
    back = understand(flat, reading(data))
    assert not back.untracked
    assert the_same(flat, back.wanted) == the_same(flat, wanted)
    assert {piece.author for piece in reading(data).pieces} <= {"", "BY"}


def reading(data: bytes) -> Reading:
    file = read_reading(data)
    assert isinstance(file, WordFile)
    return file.reading


def the_same(flat, wanted) -> list:
    """Changes in the one form of all that do the same, whatever is bold."""
    bare = flatten(replace(one, marks=()) for one in flat.paragraphs)
    found = []
    for one in wanted:
        new = tuple(Word(t.text) if isinstance(t, Word) else t for t in one.change.new)
        change = settle(bare, replace(one.change, new=new))
        found.append((change.start, change.end, keys(change.new)))
    return sorted(found, key=repr)


@given(randoms, sizes)
def test_what_several_laender_change_is_read_with_all_its_words(rnd, size):
    found = synopsis(rnd, motion(rnd, size))
    row = layers(found.flat, found.points)
    pieces = reading(write_redline(PAPER, row, found.points, AT)).pieces
    before = [one.token for one in pieces if one.state is not State.INSERTED]
    after = [one.token for one in pieces if one.state is not State.DELETED]
    assert letters(before) == letters(layer.token for layer in row
                                      if not layer.inserted_by)  # fmt: skip
    assert letters(after) == letters(in_parts(layer for layer in row
                                              if not layer.deleted_by))  # fmt: skip


def in_parts(row):
    """What several put behind the last paragraph of a part stands in its own part."""
    inside = {part: [] for part in Part}
    now = Part.TEXT
    for layer in row:
        now = layer.token.part if isinstance(layer.token, Start) else now
        inside[now].append(layer.token)
    return [token for tokens in inside.values() for token in tokens]


def letters(tokens) -> str:
    """All words without the spaces between them."""
    said = (one.text for one in tokens if isinstance(one, Word))
    return "".join("".join(said).split())


# ── one thing at a time ───────────────────────────────────────────────────────

FLAT = flatten(read("1. eins zwei drei vier\n\n2. fünf sechs"))


def redline(*wishes: Wish, flat=FLAT, paper=PAPER) -> bytes:
    found = combine(flat, wishes)
    data = write_redline(paper, layers(flat, found.points), found.points, AT)
    check(data)
    return data


def wish(land: str, start: int, end: int, new: str = "", reason: str = "") -> Wish:
    return Wish(land, Wanted(Change(start, end, words(new)), reason))


def document(data: bytes) -> str:
    return unzipped(data)["word/document.xml"].decode()


def test_what_two_laender_delete_carries_both():
    data = redline(wish("NW", 1, 2), wish("BW", 1, 2))
    assert by_author(data) == {("BW, NW", "del"): "eins"}


def test_an_insertion_in_what_another_deletes_stands_between_its_halves():
    data = redline(wish("HE", 1, 6), wish("BB", 4, 4, "neu "))
    said = r'<w:(ins|del) [^>]*w:author="(\w\w)"[^>]*><w:r><w:(?:t|delText) '
    marks = re.findall(said, document(data))
    assert marks == [("del", "HE"), ("ins", "BB"), ("del", "HE")]


def test_a_moment_is_told_in_universal_time():
    assert 'w:date="2027-03-04T08:30:00Z"' in document(redline(wish("BY", 1, 2)))


def test_who_the_authors_are_stands_among_the_facts():
    data = redline(wish("NI", 1, 2), wish("BY", 3, 4, "neu"))
    assert "Änderungen von\tBY (Bayern), NI (Niedersachsen)" in facts(data)
    assert not any(line.startswith("Änderungen von") for line in facts(redline()))
    english = redline(wish("NI", 1, 2), paper=replace(PAPER, language="en"))
    assert "Changes by\tNI (Niedersachsen)" in facts(english)


def facts(data: bytes) -> list[str]:
    """As python-docx reads them."""
    lines = docx.Document(BytesIO(data)).paragraphs
    return [line.text for line in lines if line.style.name == "Reihum Angabe"]


def test_the_last_paragraph_of_the_file_is_nobodys():
    flat = flatten(read("1. eins"))
    data = redline(Wish("BY", Wanted(Change(0, 2))), flat=flat)
    assert docx.Document(BytesIO(data)).paragraphs[-1].text == ""
    assert texts(data, accept=True) == [("Title", "Sprachkurse")]


def test_without_reasons_and_conflicts_there_is_no_part_for_comments():
    assert "word/comments.xml" not in unzipped(redline(wish("BY", 1, 2)))
    assert "word/comments.xml" in unzipped(redline(wish("BY", 1, 2, "", "Weil.")))


def test_the_title_can_be_changed_like_any_other_line():
    flat = flatten([Paragraph("t1", 0, "", "Alter Titel", part=Part.TITLE)])
    data = redline(wish("BY", 1, 2, "Neuer"), flat=flat)
    assert texts(data, accept=True) == [("Title", "Neuer Titel")]
    assert texts(data, accept=False) == [("Title", "Alter Titel")]


def test_a_text_without_a_title_has_that_of_the_paper():
    assert texts(redline(), accept=True)[0] == ("Title", "Sprachkurse")


def test_a_bare_text_has_no_heading():
    assert "Beschlussvorschlag" not in document(redline())


def test_bold_and_links_stay_in_what_is_changed():
    marks = (Mark(0, 4, "strong"), Mark(5, 9, "link", "https://example.org/"))
    flat = flatten([Paragraph("p1", 0, "", "fett link hier", marks)])
    data = document(redline(wish("BY", 1, 4), flat=flat))
    assert re.search(r"<w:del [^>]*><w:r><w:rPr><w:b/></w:rPr><w:delText", data)
    assert re.search(r"<w:hyperlink [^>]*><w:del [^>]*><w:r><w:rPr><w:rStyle", data)


def test_word_notes_what_is_changed_in_the_file_from_now_on():
    assert b"<w:trackRevisions/>" in unzipped(redline())["word/settings.xml"]


def test_the_same_synopsis_gives_the_same_file():
    wishes = [wish("NW", 1, 2), wish("BW", 1, 2, "", "Weil.")]
    assert redline(*wishes) == redline(*reversed(wishes))
