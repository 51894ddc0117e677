"""How changes in a text are shown, and what is noted beside a paragraph."""

import re

import pytest
from django.template import Context, Template
from django.utils import translation

from reihum.look.parts.redline import shown
from reihum.rules.text import Paragraph, read
from reihum.rules.text.redline import Bit, compared

pytestmark = pytest.mark.unit


def notes(old, new) -> list[str]:
    with translation.override("de"):
        return [shown(line).note for line in compared(old, new)]


def rows(*words: str) -> list[Paragraph]:
    return [
        Paragraph(f"p{word}", 1, f"{n}.", f"Hier steht der Satz namens {word} allein")
        for n, word in enumerate(words, 1)
    ]


def test_new_words_are_ins_and_old_ones_del_and_nothing_is_markup():
    page = Template("{% load look %}[{% marked pieces %}]")
    pieces = [Bit("same", "Der "), Bit("del", "<b>"), Bit("ins", "&")]
    with translation.override("de"):
        said = page.render(Context({"pieces": pieces}))
    heard = re.sub(r'<span class="kern-sr-only">(.*?)</span>', r"\1", said)
    assert heard == (
        "[Der <del>[gestrichen: &lt;b&gt; Ende]</del>"
        "<ins>[eingefügt: &amp; Ende]</ins>]"
    )


def test_a_paragraph_that_came_went_or_moved_says_so():
    assert notes(rows("A"), rows("A")) == [""]
    assert notes(rows("A", "B", "C"), rows("B", "C", "A")) == [
        "verschoben, jetzt Ziffer 3",
        "bisher Ziffer 2",
        "bisher Ziffer 3",
        "hierher verschoben, bisher Ziffer 1",
    ]
    plain = [Paragraph("x", 0, "", "Eins und"), *read("Zwei\n\nDrei")], [
        *read("Zwei\n\nDrei"), Paragraph("x", 0, "", "Eins und"),
    ]  # fmt: skip
    assert notes(*plain) == ["verschoben", "", "", "hierher verschoben"]


def test_what_is_new_or_gone_stands_on_one_side():
    (gone, new) = (
        shown(compared(old, new)[0]) for old, new in ((rows("A"), []), ([], rows("A")))
    )
    assert (gone.old_only, gone.new_only) == (True, False)
    assert (new.old_only, new.new_only) == (False, True)


def test_split_and_joined_paragraphs_say_so():
    one = read("1. Der Bund öffnet rasch alle Kurse und die Länder zahlen gern dafür")
    two = read("1. Der Bund öffnet rasch alle Kurse\n\n2. und die Länder zahlen gern "
               "dafür")  # fmt: skip
    assert notes(one, two)[1] == "vom Absatz darüber abgetrennt"
    assert notes(two, one)[1] == "mit dem Absatz darüber verbunden"
    with translation.override("de"):
        assert [shown(line).note for line in compared([], rows("A"))] == ["neu"]
        assert [shown(line).note for line in compared(rows("A"), [])] == ["gestrichen"]
