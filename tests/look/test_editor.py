"""How a text travels in a form."""

import pytest
from django import forms
from django.http import QueryDict

from reihum.look.parts.editor import EditorField, Writing, editor
from reihum.rules.text import Paragraph, read
from reihum.rules.text.references import Stale
from reihum.rules.text.sheet import Gone, Sheet, begin

pytestmark = pytest.mark.unit


class TextForm(forms.Form):
    text = EditorField("p", label="Text", help_text="Hinweis")


def sent(**fields: str | list[str]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(
            name.replace("_", "-"), value if isinstance(value, list) else [value]
        )
    return data


def test_a_sheet_comes_back_as_it_went_out():
    text = read("1. eins\n2. Siehe Ziffer 1.")
    told = (Stale("p2", "Ziffer 1", ("p9",), ""),)
    gone = Gone("", Paragraph("p3", 1, "1.", "weg"))
    sheet = Sheet(text, 9, "p", told, gone)
    shown = editor(TextForm(initial={"text": Writing(sheet)})["text"])
    data = sent(
        text_at=[line.at for line in shown.lines],
        text_words=[line.typed for line in shown.lines],
        text_last=str(shown.last),
        text_stale=list(shown.stale),
        text_gone_at=shown.gone_at,
        text_gone_words=shown.gone_words,
    )
    assert TextForm(data)["text"].value().sheet == sheet


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"text-at": "p1"},
        {"text-at": "x y z", "text-words": " "},
        {"text-stale": "p1|x", "text-last": "viele", "text-gone-at": "x"},
        {"text": " "},
    ],
)
def test_a_text_without_a_word_is_missing_where_it_is_needed(data):
    form = TextForm(data)
    assert not form.is_valid()
    assert editor(form["text"]).errors


def test_what_was_forged_does_no_harm():
    data = sent(text_at=["( 1 1.", "p1 -9 [", "p2 99 1."], text_words=["a", "b", "c"],
                text_gone_at="- ((( 1 1.", text_gone_words="d")  # fmt: skip
    form = TextForm(data)
    assert form.is_valid()
    assert [p.id for p in form.cleaned_data["text"]] == ["p3", "p1", "p2"]


def test_an_empty_text_has_a_row_to_begin_with():
    shown = editor(TextForm()["text"])
    assert [(line.at, line.typed, line.name) for line in shown.lines] == [
        ("p1 0", "", "Text, Absatz 1")
    ]
    assert (shown.hint, shown.optional) == ("Hinweis", False)


def test_the_row_to_begin_with_is_one_of_its_own_field():
    class Rationale(forms.Form):
        rationale = EditorField("b", label="Begründung")

    assert [line.id for line in editor(Rationale()["rationale"]).lines] == ["b1"]


def test_a_text_says_itself_in_one_field():
    writing = Writing(begin(read("1. eins")))
    assert str(writing) == "1. eins"
    assert str(Writing(Sheet(()), "getippt")) == "getippt"
