"""Markup of portals becomes text, and nothing of it runs or hides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.reading.clean import ENTITY, LONGEST, LONGEST_LINE, clean, line

pytestmark = pytest.mark.unit

PIECES = [
    "<p>", "</p>", "<li>", "<br/>", "<script>", "</script>", "&lt;", "&amp;", "lt;",
    "&gt;", "gt;", "&#60;", "&#38;", "#38;", "amp;", "<", ">", "&", "Koch", " ", "\n",
    "\u200b", "\u00ad", "- ", "# ", "–", "•", "\x00", "\r\n", "ü", "u\u0308", "&nbsp;",
    "\u037e", "!--", "-->", "/", "<a href='javascript:x'>", "\u2028", "<td>", "\ud800",
    "\t", "\u00a0", "  ",
]  # fmt: skip
markups = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text()


@given(markups)
def test_what_is_clean_stays_as_it_is(markup):
    assert clean(clean(markup)) == clean(markup)
    assert line(line(markup)) == line(markup)


@given(markups)
def test_no_tag_and_no_entity_is_left(markup):
    text = clean(markup)
    assert "<script" not in text
    assert "<a" not in text
    assert "</" not in text
    assert "&lt;" not in text
    assert ENTITY.search(text) is None


@given(markups)
def test_a_line_is_one_line_and_bounded(markup):
    assert len(line(markup).splitlines()) <= 1
    assert len(line(markup)) <= LONGEST_LINE


@given(markups)
def test_between_words_is_one_space_and_beside_a_line_none(markup):
    for one in clean(markup).split("\n"):
        assert one == " ".join(one.split())


def test_paragraphs_breaks_and_list_items_are_lines():
    assert clean(
        "<h2>Ihre Aufgaben</h2><ul><li>Kochen</li><li><p>Spülen &amp; Räumen</p></li>"
        "</ul><p>Bis bald<br>in Zschopau</p>"
    ) == ("Ihre Aufgaben\n\n– Kochen\n\n– Spülen & Räumen\n\nBis bald\nin Zschopau")


def test_escaped_markup_is_markup():
    assert clean("&lt;p&gt;Wir suchen &lt;strong&gt;Sie&lt;/strong&gt;&lt;/p&gt;") == (
        "Wir suchen Sie"
    )
    assert clean("&amp;lt;b&amp;gt;fett&amp;lt;/b&amp;gt;") == "< b>fett< /b>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>&copy Haus", "© Haus"),
        ("<p>&amp;copy Haus", "&copy Haus"),
        ("<p>5 &gt; 3 &quot;ja&quot;</p>", '5 > 3 "ja"'),
        ("<p>&lt;b&gt;fett&lt;/b&gt;</p>", "fett"),
        ("<p>a&nbsp;&nbsp;b</p>", "a b"),
        ("<p>Haus & Hof > Garten</p>", "Haus & Hof > Garten"),
    ],
)
def test_entities_are_read_beside_paragraphs_as_beside_other_tags(markup, text):
    assert clean(markup) == clean(f"<i></i>{markup}") == text


@pytest.mark.parametrize(
    "markup",
    [
        "Gut<script>alert('x')</script>",
        "Gut<style>p{color:red}</style>",
        "Gut&lt;script&gt;alert('x')&lt;/script&gt;",
        "Gut<scr\u200bipt>alert('x')</scr\u200bipt>",
        "Gut<SCRIPT SRC=x>alert('x')",
        "Gut<img src=x onerror=alert(1)>",
        "Gut<!-- alert('x') -->",
        "Gut<noscript>Bitte Skripte erlauben</noscript>",
        "Gut<svg><text>x</text></svg>",
        "Gut<iframe srcdoc='<p>x</p>'></iframe>",
    ],
)
def test_what_runs_is_gone_with_all_it_holds(markup):
    assert clean(markup) == "Gut"


def test_signs_that_nobody_sees_are_gone():
    assert clean("Kü\u00adchen\u200bhilfe\u202e \x07\ufeff(m/w/d)") == (
        "Küchenhilfe (m/w/d)"
    )
    assert line("Ko\u0308chin") == "Köchin"


def test_plain_text_keeps_its_lines_and_gets_one_kind_of_list():
    assert clean("## Aufgaben\n\n\n\n- Kochen\n* Spülen\r\n• Räumen\n3 < 5 & mehr") == (
        "Aufgaben\n\n– Kochen\n– Spülen\n– Räumen\n3 < 5 & mehr"
    )


def test_cells_of_a_table_stay_apart():
    assert clean("<table><tr><td>Ort</td><td>Aue</td></tr></table>") == "Ort Aue"


def test_a_hundred_megabytes_cost_what_a_page_costs():
    assert len(clean("<p>x</p>" * 1_000_000)) <= LONGEST
    assert len(clean("&#38;" + "#38;" * 30_000)) <= LONGEST


@pytest.mark.parametrize("tag", ["<P>", "<p class='x y'>", "</Div>", "<pre\n>", "<h6>"])
def test_a_paragraph_is_one_however_its_tag_is_written(tag):
    assert clean(f"Koch{tag}in Aue") == "Koch\n\nin Aue"


@pytest.mark.parametrize("tag", ["<pq>", "<h7>", "<people x='1'>", "<b>"])
def test_a_tag_that_only_begins_like_one_of_a_paragraph_makes_no_line(tag):
    assert clean(f"Koch{tag} in Aue") == "Koch in Aue"


@pytest.mark.parametrize("beside", ["", "Koch in Aue\n" * 99, "Koch in Aue " * 99])
def test_piled_marks_are_found_wherever_they_stand(beside):
    piled = "a" + "\u0315" * 600
    assert clean(beside + piled).endswith("a" + "\u0315" * 30)
    assert len(clean(piled + "\n" + beside).split()[0]) == 31


def test_marks_piled_upon_a_sign_are_no_more_than_a_script_has():
    piled = "a" + "\u0315\u0300" * 80_000  # to sort them all would take half a minute
    assert len(clean(piled)) == len(line(piled)) <= 31
    assert clean(clean(piled)) == clean(piled)


def test_few_marks_and_long_words_stay_as_they_are():
    long = "Straßenbahnfahrer" * 50 + "u\u0308" + "–" * 29
    assert clean(long) == long.replace("u\u0308", "ü")
    assert clean("שָׁלוֹם") == "שָׁלוֹם"
