import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.clipboard import read_clipboard
from reihum.rules.text import Mark
from reihum.rules.text.pasted import placed

pytestmark = pytest.mark.unit

WORD = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta charset=utf-8><style>
@list l0:level1 {mso-level-text:"%1\\."; mso-level-tab-stop:none;}
p.MsoNormal {margin:0cm;}
</style></head>
<body lang=DE><!--StartFragment-->
<p class=MsoNormal>Die Konferenz bittet den <b>Bund</b>,<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1
lfo1'><![if !supportLists]><span style='mso-fareast-font-family:Calibri'><span
style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>die Mittel nach §&nbsp;5 <i>dauerhaft</i> zu
sichern,<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span><![endif]>für
<a href="https://example.org/kurse">Kurse</a> und<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level3 lfo2'><span style='font-family:
Symbol'><span style='mso-list:Ignore'>\u00b7<span>&nbsp; </span></span></span>
Beratung</p>
<!--EndFragment--></body></html>
"""
PAGE = """\
<meta charset='utf-8'><b style="font-weight:normal" id="docs-internal">
<h2>Überschrift</h2>
<ol start="4"><li>vier</li><li><p>fünf</p><p>dazu</p>
<ol type="a"><li>klein<ul><li>Punkt</li></ul></li></ol></li>
<li value="9"><span style="font-weight:700">neun</span> <span
style="font-style: italic">Tage</span></li></ol>
<ol style="list-style-type: upper-roman"><li>Teil</li><li><br></li><li>Zwei</li></ol>
<p>7. getippt <b>fett</b></p>
<p>8.</p>
</b>
"""


def seen(lines) -> list[tuple[int | None, str, str]]:
    return [(line.depth, line.number, line.text) for line in lines]


def test_a_list_of_word_keeps_its_levels_and_the_numbers_that_word_shows():
    lines = read_clipboard(WORD)
    assert seen(lines) == [
        (0, "", "Die Konferenz bittet den Bund,"),
        (1, "3.", "die Mittel nach §\u00a05 dauerhaft zu sichern,"),
        (2, "a)", "für Kurse und"),
        (3, "-", "Beratung"),
    ]
    assert [line.marks for line in lines] == [
        (Mark(25, 29, "strong"),),
        (Mark(20, 29, "emphasis"),),
        (Mark(4, 9, "link", "https://example.org/kurse"),),
        (),
    ]
    assert [p.level for p in placed(lines)] == [0, 1, 2, 3]


def test_a_list_of_a_page_is_counted_from_where_it_starts():
    lines = read_clipboard(PAGE)
    assert seen(lines) == [
        (0, "", "Überschrift"),
        (1, "4.", "vier"),
        (1, "5.", "fünf"),
        (0, "", "dazu"),
        (2, "a)", "klein"),
        (3, "-", "Punkt"),
        (1, "9.", "neun Tage"),
        (1, "I.", "Teil"),
        (1, "III.", "Zwei"),
        (None, "7.", "getippt fett"),
        (0, "", "8."),
    ]
    assert lines[6].marks == (Mark(0, 4, "strong"), Mark(5, 9, "emphasis"))
    assert lines[9].marks == (Mark(8, 12, "strong"),)
    assert not lines[0].marks


@pytest.mark.parametrize(
    "source",
    [
        "",
        "   ",
        "<!-- nichts -->",
        "<p>Nur ein Absatz.</p><p>Noch einer.</p>",
        "<ul></ul>",
        "nur Worte",
        "<style>li {color: red}</style><script>1</script>",
    ],
)
def test_what_holds_no_list_is_left_to_the_plain_text(source):
    assert read_clipboard(source) == ()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<li>allein</li>", [(1, "-", "allein")]),
        ("<ol start=x><li value=y>eins</li></ol>", [(1, "1.", "eins")]),
        ("<ul><li>a<del>weg</del>b</li></ul>", [(1, "-", "ab")]),
        ("<p style='mso-list:l0 level2 lfo1'>ohne</p>", [(2, "-", "ohne")]),
        ("<ul><li>eins<br>zwei</li></ul>", [(1, "-", "eins"), (0, "", "zwei")]),
        ("<?xml version='1.0' encoding='x'?><ul><li>\0a</li></ul>", [(1, "-", "a")]),
        ("<ul><li><a name=x>Ziel</a></li></ul>", [(1, "-", "Ziel")]),
    ],
)
def test_broken_html_is_read_as_well_as_it_can_be(source, found):
    assert seen(read_clipboard(source)) == found


def test_a_link_to_a_script_is_no_link():
    (line,) = read_clipboard("<ul><li><a href='javascript:x'>Knopf</a></li></ul>")
    assert (line.text, line.marks) == ("Knopf", ())


TAGS = st.sampled_from(
    ["<p>", "</p>", "<ol>", "</ol>", "<ul>", "<li>", "</li>", "<b>", "</b>", "<br>",
     "<p style='mso-list:l0 level9'>", "<span style='mso-list:Ignore'>", "</span>",
     "Wort", " ", "&nbsp;", "1.", "<table><td>", "<del>", "</del>", "<o:p>", "\u00ad"]
)  # fmt: skip


@given(st.one_of(st.lists(TAGS, max_size=30).map("".join), st.text()))
def test_nothing_that_can_be_copied_breaks_it(source):
    for line in read_clipboard(source):
        assert line.text.strip() == line.text != ""
        assert all(mark.end <= len(line.text) for mark in line.marks)


def test_ten_thousand_open_elements_are_no_trouble():
    assert len(read_clipboard("<div>" * 10_000 + "<ul><li>tief" * 200)) <= 201


def test_a_list_that_begins_with_a_number_without_end_begins_with_one():
    nines = "9" * 5_000
    source = f"<ol start={nines}><li>Eins<li value={nines}>Zwei</ol>"
    assert [line.number for line in read_clipboard(source)] == ["1.", "2."]
