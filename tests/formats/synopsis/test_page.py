import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from reihum.formats.synopsis.build import build
from reihum.formats.synopsis.page import as_html
from reihum.formats.synopsis.paper import Sent
from reihum.rules.text import Paragraph, Part
from reihum.rules.text.changes import Change
from reihum.rules.text.outcome import Decided
from reihum.rules.text.synopsis import Wish, combine
from reihum.rules.text.tokens import flatten, is_word, words
from reihum.rules.text.tracked import Loose, Wanted
from reihum.rules.words import Text
from tests.formats.synopsis.example import BASE, TEXT, paper_of, picture, synopsis_of
from tests.formats.synopsis.made import HOSTILE, cases

pytestmark = pytest.mark.unit


class Page(HTMLParser):
    """Reads a page: its tags in order, the text of all, and whether they nest."""

    EMPTY = {"meta", "br"}

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        if not self.open or self.open[-1] != "style":
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def names(self) -> set[str]:
        return {tag for tag, _ in self.tags}


def test_the_page_shows_what_the_picture_shows():
    page = Page(as_html(picture()))
    for said in (
        "Leitantrag: Ankommen im Alltag", "Fassung 3 vom 2. November 2026",
        "drei gleiche Wünsche", "verträglich mit BW", "abgelehnt",
        "Entscheidung: Haushaltsrecht lässt fünf Jahre nicht zu.",
        "Hessen streicht Wörter, die Brandenburg und Mecklenburg-Vorpommern ändern.",
        "in zumutbarer Zeit oder digital", "Kommentar RP: Einverstanden.",
        "Kein Wunsch zu diesem Text: BE, HB, HH, NW, RP, SL", "Vorführung",
    ):  # fmt: skip
        assert said in page.text


def test_it_needs_nothing_beside_it():
    page = as_html(picture())
    names = Page(page).names()
    assert not names & {"script", "link", "img", "iframe"}
    assert "http" not in page
    assert "url(" not in page
    assert "@import" not in page


def test_it_can_be_heard():
    page = Page(as_html(picture()))
    assert ("html", {"lang": "de"}) in page.tags
    heads = [attrs for tag, attrs in page.tags if tag == "th"]
    assert all(attrs.get("scope") in ("col", "row") for attrs in heads)
    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    assert "[eingefügt: im Verein,]" in page.text
    assert "[gestrichen: einer Stunde]" in page.text


def test_an_open_conflict_can_be_jumped_to():
    found = paper_of(picture().synopsis)
    page = Page(as_html(found))
    assert ("a", {"class": "tag conflict", "href": "#p3"}) in page.tags
    assert any(attrs.get("id") == "p3" for _, attrs in page.tags)


def test_the_parts_of_a_motion_have_headings_and_an_unchanged_title_is_not_repeated():
    parts = (
        Paragraph("t1", 0, "", "Ankommen", part=Part.TITLE),
        *BASE.paragraphs,
        Paragraph("b1", 0, "", "Weil es nötig ist.", part=Part.RATIONALE),
    )
    page = Page(as_html(paper_of(combine(flatten(parts), []), title="", silent=())))
    assert [tag for tag, _ in page.tags if tag == "h2"] == ["h2", "h2"]
    assert "Beschlussvorschlag" in page.text
    assert "Begründung" in page.text
    assert "Titel" not in page.text
    assert "Kein Wunsch zu" not in page.text
    assert page.texts.count("Synopse") == 2  # a page without a title is called so


def test_in_english_the_text_stays_german_and_says_so():
    page = Page(as_html(replace(picture(), language="en")))
    assert ("html", {"lang": "en"}) in page.tags
    assert ("bdi", {"lang": "de"}) in page.tags
    assert "three identical wishes" in page.text


def test_parts_new_paragraphs_and_what_could_not_be_kept_have_their_place():
    lines = TEXT.split("\n")
    gone = "\n".join([lines[0], *lines[2:]])
    found = synopsis_of({"BY": TEXT + "\n5. Das ist neu.", "HE": gone})
    decided = Decided({point.key: True for point in found.points[:1]}, {})
    page = Page(
        as_html(
            paper_of(
                found,
                decided,
                sent=(Sent(land="HE", lost=(Text("Ein Bild fehlt.", "…"),)),),
                lost=(Text("Eine Fußnote fehlt.", "…"),),
            )
        )
    )
    assert "Nach Ziffer 4" in page.text
    assert "neuer Absatz" in page.text
    assert "nichts übernommen" in page.text
    assert "entfällt" in page.text
    assert "Ein Bild fehlt." in page.text
    assert "Ausgangstext" in page.text


@settings(max_examples=25)
@given(cases(HOSTILE), HOSTILE)
def test_whatever_somebody_typed_is_text_and_nothing_else(case, typed):
    base, files = case
    paper = build(base, files, title=typed, version=typed)
    sent = tuple(replace(one, loose=(Loose("p1", typed),)) for one in paper.sent)
    page = as_html(replace(paper, sent=sent))
    read = Page(page)
    assert read.open == []
    assert read.names() <= set(Page(as_html(picture())).names()) | {"i", "a", "h3"}
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\x00-\x08]", page)


@settings(max_examples=25)
@given(cases())
def test_every_inserted_word_is_on_the_page(case):
    paper = build(*case)
    text = Page(as_html(paper)).text
    for point in paper.synopsis.points:
        assert all(one.text in text for one in point.change.new if is_word(one))


def test_a_word_that_is_deleted_and_one_put_there_do_not_run_together():
    one = Change(3, 4, words("Alle"))
    text = Page(as_html(paper_of(combine(BASE, [Wish("BY", Wanted(one))])))).text
    assert "] [eingefügt: Alle]" in text
