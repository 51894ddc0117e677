import pytest

from reihum.look.parts.marked import marked
from reihum.look.parts.wording import nested
from reihum.rules.text import Mark, Paragraph

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "marks", "html"),
    [
        ("a < b", (), "a &lt; b"),
        ("sehr <wichtig>", (Mark(5, 14, "strong"),),
         "sehr <strong>&lt;wichtig&gt;</strong>"),
        ("a b c", (Mark(0, 3, "strong"), Mark(2, 5, "emphasis")),
         "<strong>a </strong><em><strong>b</strong></em><em> c</em>"),
        ("hier", (Mark(0, 4, "link", 'https://a.de/?x="1'),),
         '<a href="https://a.de/?x=&quot;1">hier</a>'),
        ("hier", (Mark(0, 4, "link", "javascript:x"),), "hier"),
        ("kurz", (Mark(2, 99, "strong"),), "ku<strong>rz</strong>"),
    ],
)  # fmt: skip
def test_marked_words_are_shown_as_marked_and_nothing_in_them_is_html(
    text, marks, html
):
    assert marked(text, marks) == html


def test_a_text_is_shown_with_its_marks():
    (block,) = nested([Paragraph("p1", 1, "1.", "sehr", (Mark(0, 4, "strong"),))])
    assert block.nodes[0].text == "<strong>sehr</strong>"
