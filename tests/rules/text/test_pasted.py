import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reihum.rules.text import Paragraph
from reihum.rules.text.numbers import renumber
from reihum.rules.text.pasted import Line, cleaned, lines_of, placed

pytestmark = pytest.mark.unit

WORD = (
    "Beschlussvorschlag\r\n"
    "Die Integrationsministerinnen und -minister fordern die Bundesregierung auf,\r\n"
    "1.\tdie Mittel für Integrationskurse zu sichern,\r\n"
    "a)\u00a0dauerhaft und\r\n"
    "b)\u00a0\u00a0in voller Höhe nach §\u00a05 AufenthG,\r\n"
    "2.\tzu berichten:\r\n"
    "\uf0b7\tüber Plätze,\r\n"
    "o\tin der Stadt,\r\n"
    "o\tauf dem Land,\r\n"
    "\uf0b7\tüber Mittel.\r\n"
)
MAIL = """\
> Sehr geehrte Damen und Herren,
>
> wir schlagen vor, dass die Länder gemeinsam mit dem Bund die Kurse der
> 20. Konferenz weiterführen. Das betrifft alle Sprach-
> und Integrationskurse.
>
> 1. Der Bund sichert die Mittel für alle, die einen Kurs besuchen wollen,
>    und zwar dauerhaft.
> 2. Die Länder berichten.
"""


def read_pasted(plain: str, prefix: str = "p", first: int = 1):
    return placed(lines_of(plain), prefix, first)


def seen(paragraphs) -> list[tuple[int, str, str]]:
    return [(p.level, p.number, p.text) for p in paragraphs]


def test_a_list_copied_from_word_has_its_levels():
    assert seen(read_pasted(WORD)) == [
        (0, "", "Beschlussvorschlag"),
        (0, "", ("Die Integrationsministerinnen und -minister fordern die "
                "Bundesregierung auf,")),
        (1, "1.", "die Mittel für Integrationskurse zu sichern,"),
        (2, "a)", "dauerhaft und"),
        (2, "b)", "in voller Höhe nach §\u00a05 AufenthG,"),
        (1, "2.", "zu berichten:"),
        (2, "-", "über Plätze,"),
        (3, "-", "in der Stadt,"),
        (3, "-", "auf dem Land,"),
        (2, "-", "über Mittel."),
    ]  # fmt: skip


def test_the_broken_lines_and_the_quotes_of_a_mail_become_paragraphs():
    assert seen(read_pasted(MAIL)) == [
        (0, "", "Sehr geehrte Damen und Herren,"),
        (0, "", ("wir schlagen vor, dass die Länder gemeinsam mit dem Bund die Kurse "
                "der 20. Konferenz weiterführen. Das betrifft alle Sprach- und "
                "Integrationskurse.")),
        (1, "1.", ("Der Bund sichert die Mittel für alle, die einen Kurs besuchen "
                  "wollen, und zwar dauerhaft.")),
        (1, "2.", "Die Länder berichten."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("eine Zeile", [(0, "", "eine Zeile")]),
        ("Kurz\nUnd noch etwas", [(0, "", "Kurz"), (0, "", "Und noch etwas")]),
        ("1.\nDer Bund", [(1, "1.", "Der Bund")]),
        ("1.\n\n2. zwei", [(1, "2.", "zwei")]),
        ("14. April 2027 ist der Tag.", [(0, "", "14. April 2027 ist der Tag.")]),
        ("(1) eins\n(2) zwei", [(1, "(1)", "eins"), (1, "(2)", "zwei")]),
        ("I. Teil\nA. Titel\n1. eins\na) klein", [
            (1, "I.", "Teil"), (2, "A.", "Titel"), (3, "1.", "eins"),
            (4, "a)", "klein")]),
        ("1 eins", [(0, "", "1 eins")]),
        ("1. eins\n1.1 weiter\n1.2 noch", [
            (1, "1.", "eins"), (2, "1.1", "weiter"), (2, "1.2", "noch")]),
        ("a) eins\naa) tief\nb) zwei", [
            (2, "a)", "eins"), (3, "aa)", "tief"), (2, "b)", "zwei")]),
        ("1. eins\nSie bitten\n– Punkt\n2. zwei", [
            (1, "1.", "eins"), (0, "", "Sie bitten"), (1, "-", "Punkt"),
            (1, "2.", "zwei")]),
        ("* eins\n* zwei", [(1, "-", "eins"), (1, "-", "zwei")]),
        ("z. B. so", [(0, "", "z. B. so")]),
        ("\n \n", []),
        ("", []),
    ],
)  # fmt: skip
def test_numbers_and_signs_at_the_beginning_of_a_line_are_understood(plain, found):
    assert seen(read_pasted(plain)) == found


def test_a_hyphenated_word_is_one_again_and_a_compound_keeps_its_hyphen():
    plain = (
        "Die Konferenz bittet die zuständigen Ministerinnen der Integrations-\n"
        "ministerkonferenz, mit allen anderen in einer gemeinsamen Bund-\n"
        "Länder-Gruppe zusammen zu arbeiten und ihr bald zu berichten, wie es\n"
        "weitergeht."
    )
    (one,) = read_pasted(plain)
    assert "der Integrationsministerkonferenz, mit" in one.text
    assert "Bund-Länder-Gruppe zusammen" in one.text


def test_full_lines_that_end_a_sentence_stay_apart_where_no_line_is_empty():
    first = "Die Länder begrüßen den Bericht der Bundesregierung vom Mai dieses Jahres."
    second = "Sie bitten um die Fortsetzung der Kurse in allen Ländern und um Bericht."
    assert [p.text for p in read_pasted(f"{first}\n{second}")] == [first, second]


def test_a_list_that_the_source_nested_is_as_deep_as_it_says():
    lines = [Line("1.", "eins", 1), Line("o", "tief", 2), Line("", "frei", 0),
             Line("1.", "weit", 99)]  # fmt: skip
    assert [(p.level, p.number) for p in placed(lines)] == [
        (1, "1."), (2, "-"), (0, ""), (6, "1."),
    ]  # fmt: skip


def test_ids_count_on_from_where_they_are_told():
    assert [p.id for p in read_pasted("eins\n\nzwei", "b", 7)] == ["b7", "b8"]


def test_signs_that_nobody_sees_are_gone_and_hard_spaces_stay_where_they_bind():
    row = "\ufeffam\u00a0\u00a0Ende\u200b:\u00a0§\u00a05\u00a0und\x0bmehr\u00ad"
    assert cleaned(row) == "am Ende: §\u00a05\u00a0und mehr"


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "", "1. ", "2.\t", "a) ", "• ", "o\t", "> ", "20. "]),
        st.lists(st.sampled_from(["Wort", "lang" * 9, "und", "Ende.", "Bund-", "zu"]),
                 max_size=9).map(" ".join),
    ),
    max_size=9,
)  # fmt: skip


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]", text)).replace("o", "").replace("a", "")


@given(st.one_of(ROWS.map(lambda rows: "\n".join(map("".join, rows))), st.text()))
@example("1.\n\n2.\nx")
def test_no_word_is_dropped(plain):
    plain = re.sub(r"(?m)^\W*[a-zA-Z][.)]?\W*$", "", plain)  # a lonely number
    said = " ".join(f"{p.number} {p.text}" for p in read_pasted(plain))
    assert set(letters(plain)) <= set(letters(said)) | set("abcdefghijklmnopqrstuvwxyz")
    words = [word for word in re.findall(r"[^\W\d_]{4,}", plain) if word != "Bund"]
    glued = said.replace("-", "")
    assert all(word in glued for word in words)


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(["Wort.", "Noch eins,", "Mehr"])),
        max_size=8,
    )
)
def test_what_is_copied_line_by_line_comes_back_with_its_numbers(rows):
    levels, above = [], 0
    for level, text in rows:
        above = min(level, above + 1) if level else 0
        levels.append((above, text))
    schemes = ["", "1.", "a)", "aa)"]
    paragraphs = renumber(
        Paragraph(f"p{at}", level, schemes[level], text)
        for at, (level, text) in enumerate(levels, 1)
    )
    plain = "\n".join(f"{p.number}\t{p.text}".strip() for p in paragraphs)
    assert read_pasted(plain) == paragraphs
