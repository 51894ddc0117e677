import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reihum.rules.text import Mark
from reihum.rules.text.marked import read_marked, typeable, write_marked

pytestmark = pytest.mark.unit

SIGNS = st.text(st.sampled_from(r"ab *\[]()_.,-:/" + "ß \t"), max_size=24)
TYPED = st.one_of(
    st.text(max_size=30),
    SIGNS,
    st.lists(
        st.sampled_from(
            ["**", "*", "***", "wort", " ", "[", "](https://a.de)", "\\", ".", "b c"]
        ),
        max_size=12,
    ).map("".join),
)
HREFS = st.one_of(
    st.sampled_from(
        ["https://a.de/(b)", "mailto:a@b.de", "http://x y", "javascript:x", "https://",
         "HTTPS://A.DE", "ftp://a.de", 'https://a.de/*[]\\"']
    ),
    st.text(max_size=8),
)  # fmt: skip


@st.composite
def marked(draw) -> tuple[str, tuple[Mark, ...]]:
    text = draw(st.one_of(SIGNS, st.text(max_size=20)))
    places = st.integers(0, len(text))
    kinds = st.sampled_from(["strong", "emphasis", "link"])
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted((draw(places), draw(places)))
        kind = draw(kinds)
        marks.append(Mark(start, end, kind, draw(HREFS) if kind == "link" else ""))
    return text, tuple(marks)


# ── laws ───────────────────────────────────────────────────────────────────
@given(marked())
@example(("*x", (Mark(1, 2, "emphasis"),)))
@example(("a*b*c d", (Mark(0, 5, "strong"),)))
@example(("\\*[x](y)", (Mark(3, 4, "link", "https://a.de/(b)"),)))
def test_what_is_written_is_read_back_word_by_word_and_mark_by_mark(given):
    text, marks = given
    assert read_marked(write_marked(text, marks)) == (text, typeable(text, marks))


@given(TYPED)
def test_nothing_that_can_be_typed_breaks_it(typed):
    text, marks = read_marked(typed)
    assert read_marked(write_marked(text, marks)) == (text, marks)
    for mark in marks:
        assert 0 <= mark.start < mark.end <= len(text)
        assert not text[mark.start].isspace()
        assert not text[mark.end - 1].isspace()


@given(marked())
def test_marks_are_settled_once(given):
    text, marks = given
    assert typeable(text, typeable(text, marks)) == typeable(text, marks)


@given(st.text(st.characters(exclude_characters="\\*[]")))
def test_a_text_without_these_signs_is_itself(text):
    assert read_marked(text) == (text, ())
    assert write_marked(text) == text


# ── what people type ───────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("typed", "text", "marks"),
    [
        ("Das ist **wichtig**.", "Das ist wichtig.", [Mark(8, 15, "strong")]),
        ("*kursiv*, ja", "kursiv, ja", [Mark(0, 6, "emphasis")]),
        (
            "***beides***",
            "beides",
            [Mark(0, 6, "strong"), Mark(0, 6, "emphasis")],
        ),
        (
            "Siehe [hier](https://example.org/a) und [Post](mailto:a@example.org)",
            "Siehe hier und Post",
            [
                Mark(6, 10, "link", "https://example.org/a"),
                Mark(15, 19, "link", "mailto:a@example.org"),
            ],
        ),
        ("**zwei Wörter**", "zwei Wörter", [Mark(0, 11, "strong")]),
    ],
)
def test_marks_are_understood(typed, text, marks):
    assert read_marked(typed) == (text, tuple(marks))
    assert write_marked(text, marks) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Schüler*innen und Lehrer*innen",
        "5 * 3 * 2",
        "eine Fußnote*",
        "[siehe Anlage]",
        "[Knopf](javascript:alert(1))",
        "[Ort](/buero/)",
        "C:\\Ordner\\Datei",
        "** nichts **",
        "****",
    ],
)
def test_what_is_no_mark_stays_as_it_is(typed):
    assert read_marked(typed) == (typed, ())
    assert write_marked(typed) == typed


def test_a_backslash_makes_a_sign_an_ordinary_one():
    assert read_marked(r"\*kein Kursiv\*") == ("*kein Kursiv*", ())
    assert write_marked("*kein Kursiv*") == r"\*kein Kursiv\*"


def test_a_mark_inside_a_word_is_one_of_the_whole_word():
    marks = (Mark(0, 11, "strong"),)
    assert write_marked("Integrationsminister.", marks) == "**Integrationsminister**."


def test_words_in_a_bold_sentence_may_hold_stars():
    text, marks = read_marked("**Alle Schüler*innen**")
    assert (text, marks) == ("Alle Schüler*innen", (Mark(0, 18, "strong"),))
