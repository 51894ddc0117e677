"""LibreOffice reads our files: an independent witness of texts, numbers and authors."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from random import Random

import pypdfium2
import pytest

from reihum.formats.word.builtin import built_in
from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.read import MotionFile, read_motion
from reihum.formats.word.redline import write_redline
from reihum.formats.word.template import check_template
from reihum.formats.word.write import write_motion
from reihum.rules.laender import CODES
from reihum.rules.text import Paragraph, Part, read
from reihum.rules.text.changes import Change
from reihum.rules.text.layers import layers
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import Start, count_words, flatten, words
from reihum.rules.text.tracked import Wanted
from tests.formats.word.schema import check_package
from tests.formats.word.synopses import motion, of_one, paragraphs
from tests.formats.word.test_redline import accepted, rejected, words_by

pytestmark = [pytest.mark.unit, pytest.mark.libreoffice]
AT = datetime(2027, 3, 4, 9, 30, tzinfo=UTC)
SYNOPSES = 32
HEADINGS = {"Beschlussvorschlag", "Begründung"}
PAPER = MotionPaper(
    body="Integrationsministerkonferenz",
    conference="22. Integrationsministerkonferenz am 14. und 15. April 2027 in Mainz",
    title="Sprachkurse sichern",
    motto="Ankommen",
    lead=True,
    submitters=("Rheinland-Pfalz",),
    cosponsors=("Hessen", "Saarland"),
    state="Fassung 3 vom 4. März 2027",
    paragraphs=(),
)


@pytest.fixture(scope="module")
def many():
    """Many synopses in one file, each behind a line that nobody changes."""
    rnd = Random(2027)
    blocks = [
        (Paragraph(f"x{block}", 0, "", f"Synopse {block}"),
         *paragraphs(rnd, Part.TEXT, rnd.randint(2, 7)))
        for block in range(SYNOPSES)
    ]  # fmt: skip
    base = [replace(one, id=f"p{at}") for at, one in enumerate(chain(*blocks), 1)]
    flat = flatten(base)
    wishes, first = [], 0
    for block in blocks:
        start = flat.starts[first + 1]
        inside = flatten(block[1:])
        wishes += [
            Wish(land, replace(one, change=moved(one.change, start)))
            for land in rnd.sample(CODES, 4)
            for one in of_one(rnd, inside)
        ]
        first += len(block)
    found = combine(flat, wishes)
    row = layers(flat, found.points)
    return row, found, write_redline(PAPER, row, found.points, AT)


def moved(change: Change, by: int) -> Change:
    return Change(change.start + by, change.end + by, change.new)


@pytest.fixture(scope="module")
def as_it_is(witness, many):
    return witness.look(many[2])


def test_accepting_all_gives_the_text_with_all_changes(witness, many):
    row, _, data = many
    seen = witness.look(data, "Accept")
    assert said(seen) == accepted(row)
    assert seen.changes == ()


def test_rejecting_all_gives_the_text_that_was_sent(witness, many):
    row, found, data = many
    seen = witness.look(data, "Reject")
    assert said(seen) == rejected(row)
    assert said(seen) == [" ".join(one.text.split()) for one in found.flat.paragraphs]
    assert seen.changes == ()


def said(seen) -> list[str]:
    """What stands below the heading, but for facts."""
    texts = [
        " ".join(text.split())
        for style, text in seen.paragraphs
        if style not in {"Reihum Angabe", "Title"} and text not in HEADINGS
    ]
    return [text for text in texts if text]


def test_each_land_is_the_author_of_its_own_words(as_it_is, many):
    row, found, _ = many
    by: dict[tuple[str, str], str] = {}
    for author, kind, text in as_it_is.changes:
        key = author, {"insertion": "ins", "deletion": "del"}[kind]
        by[key] = by.get(key, "") + text
    assert by == words_by(row)
    assert {code for author, _ in by for code in author.split(", ")} == {
        land for point in found.points for land in point.lands
    }


def test_no_word_of_any_land_is_dropped(as_it_is, many):
    _, found, _ = many
    wished: Counter[str] = Counter()
    for point in found.points:
        for land in point.lands:
            wished[land] += count_words(point.change.new)
            wished[land] += count_words(
                found.flat.tokens[point.change.start : point.change.end]
            )
    noted: Counter[str] = Counter()
    for author, _, text in as_it_is.changes:
        for land in author.split(", "):
            noted[land] += count_words(words(text))
    assert noted == +wished


def test_reasons_and_conflicts_stand_there_as_comments(as_it_is, many):
    _, found, _ = many
    reasons = Counter(reason for point in found.points for reason in point.reasons)
    assert Counter(one for one in as_it_is.comments if one[0] != "Reihum") == reasons
    conflicts = [text for author, text in as_it_is.comments if author == "Reihum"]
    assert len(conflicts) == len(found.clusters())
    assert all(text.startswith("Konflikt: ") for text in conflicts)


def test_a_motion_opens_with_the_numbers_of_the_data(witness):
    base = motion(Random(7), 60)
    seen = witness.look(write_motion(replace(PAPER, paragraphs=base)), labels=True)
    printed = [
        (text, label)
        for (style, text), label in zip(seen.paragraphs, seen.labels, strict=True)
        if style.startswith("Reihum") and style != "Reihum Angabe"
    ]
    assert printed == [
        (one.text, one.number.replace("-", "–")) for one in base
        if one.part is not Part.TITLE
    ]  # fmt: skip
    assert seen.changes == ()


def test_a_new_paragraph_is_counted_when_it_is_accepted_and_only_then(witness):
    flat = flatten(read("1. Eins.\n\n2. Zwei.\n\na) Oben.\n\nb) Unten.\n\n3. Drei."))
    end = flat.end_of(0)
    new = Change(end, end, (Start(Part.TEXT, 1, "1."), *words("Neu.")))
    gone = Change(flat.starts[2], flat.end_of(2))
    wishes = [Wish("BY", Wanted(new)), Wish("NI", Wanted(gone))]
    found = combine(flat, wishes)
    data = write_redline(PAPER, layers(flat, found.points), found.points, AT)
    assert numbers(witness.look(data, "Accept", labels=True)) == [
        "1. Eins.", "2. Neu.", "3. Zwei.", "a) Unten.", "4. Drei.",
    ]  # fmt: skip
    assert numbers(witness.look(data, "Reject", labels=True)) == [
        "1. Eins.", "2. Zwei.", "a) Oben.", "b) Unten.", "3. Drei.",
    ]  # fmt: skip


def numbers(seen) -> list[str]:
    both = zip(seen.paragraphs, seen.labels, strict=True)
    return [f"{label} {text}" for (_, text), label in both if label]


def test_the_page_shows_what_it_is_and_is_tagged_with_its_facts(witness, tmp_path):
    pdf = tmp_path / "antrag.pdf"
    witness.look(write_motion(replace(PAPER, paragraphs=read("1. Text."))), pdf=pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_range()
    facts = (
        PAPER.title, "Leitantrag", "Rheinland-Pfalz", "Hessen, Saarland", "„Ankommen“",
        PAPER.conference, PAPER.state, "Seite 1 von 1",
    )  # fmt: skip
    assert [fact for fact in facts if fact not in text] == []
    assert "{{" not in text


def test_a_template_that_libreoffice_saved_can_be_used(witness, tmp_path):
    witness.look(built_in(), docx=tmp_path / "vorlage.docx")
    office = (tmp_path / "vorlage.docx").read_bytes()
    assert check_template(office) is None
    paper = replace(PAPER, paragraphs=read("1. Eins.\n\na) Oben."))
    data = write_motion(paper, office)
    check_package(data)
    seen = witness.look(data, labels=True)
    assert numbers(seen) == ["1. Eins.", "a) Oben."]
    assert ("Reihum Angabe", "Leitantrag") in seen.paragraphs


def test_what_was_accepted_and_saved_by_libreoffice_is_the_new_text(
    witness, many, tmp_path
):
    row, _, data = many
    witness.look(data, "Accept", docx=tmp_path / "neu.docx")
    found = read_motion((tmp_path / "neu.docx").read_bytes())
    assert isinstance(found, MotionFile)
    texts = [one.text for one in found.paragraphs if one.part is Part.TEXT]
    assert [text.split() for text in texts] == [text.split() for text in accepted(row)]
