import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.text import Paragraph, Part, read
from reihum.rules.text.numbers import readings, renumber, scheme_of, written

pytestmark = pytest.mark.unit

RESTARTED = """\
Die Länder fordern die Bundesregierung auf,
1. erstens
a) klein
b) klein
2. zweitens
a) wieder

Sie bitten die Länder,
1. noch einmal
2. und weiter
"""
CONTINUED = "Sie fordern:\n1. eins\n2. zwei\n\nSie bitten:\n\n3. drei"


def numbers(paragraphs) -> list[str]:
    return [one.number for one in paragraphs]


def moved(paragraphs, source: int, target: int):
    rest = list(paragraphs)
    one = rest.pop(source)
    rest.insert(target, one)
    return tuple(rest)


def text(*rows: tuple[int, str]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"p{at}", level, number, f"Wort {at}")
        for at, (level, number) in enumerate(rows, 1)
    )


# Levels and schemes as a text may have them; what is numbered has a scheme per level.
SCHEMES = st.tuples(
    st.sampled_from(["1.", "I.", "A.", "1)", "(1)"]),
    st.sampled_from(["a)", "1.1", "-", "1."]),
    st.sampled_from(["aa)", "1.1.1", "(1)", "•"]),
)


@st.composite
def wellformed(draw, *, restarts: bool = True):
    """A text with lead-ins, behind which a list goes on or begins again."""
    schemes = draw(SCHEMES)
    levels = draw(st.lists(st.integers(0, 3), max_size=14))
    rows, above = [], 0
    for level in levels:
        above = min(level, above + 1) if level else above
        rows.append((above if level else 0, "" if not level else schemes[above - 1]))
    paragraphs = [
        Paragraph(f"p{at}", level, number, "x")
        for at, (level, number) in enumerate(rows, 1)
    ]
    if restarts:
        return renumber(paragraphs)
    # Numbered as new ones, behind one that is known: so nothing begins again.
    return renumber(paragraphs, (Paragraph("p0", 0, "", "x"),))


# ── how a number is written ────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("number", "scheme"),
    [
        ("3.", "1."), ("12)", "1)"), ("(3)", "(1)"), ("c)", "a)"), ("cc)", "aa)"),
        ("IV.", "I."), ("C.", "A."), ("2.3", "1.1"), ("2.3.1.", "1.1.1."),
        ("-", "-"), ("•", "•"), ("", ""), ("§ 1", "§ 1"), ("(3.", "(3."),
        ("ab)", "ab)"), ("LX.", "LX."),
    ],
)  # fmt: skip
def test_a_number_shows_how_its_list_is_numbered(number, scheme):
    assert scheme_of(number) == scheme


@given(
    st.one_of(
        st.integers(1, 999).map("{}.".format),
        st.integers(1, 999).map("({})".format),
        st.from_regex(r"\A(([a-z])\2{0,3}\)|[A-Z]\.|[1-9]{1,2}(\.[1-9]){1,3}\.?)\Z"),
        st.sampled_from(["I.", "II.", "XIV.", "XXXIX)", "–"]),
    )
)
def test_every_meaning_of_a_number_is_written_as_that_number(number):
    assert readings(number)
    assert {written(one) for one in readings(number)} == {number}


# ── laws ───────────────────────────────────────────────────────────────────
@given(wellformed())
def test_a_wellformed_text_keeps_its_numbers(paragraphs):
    assert renumber(paragraphs) == paragraphs


@given(wellformed(restarts=False))
def test_a_text_in_which_nothing_begins_again_keeps_its_numbers(paragraphs):
    assert renumber(paragraphs) == paragraphs


NUMBERS = st.sampled_from(
    ["", "1.", "2.", "7.", "a)", "b)", "z)", "aa)", "bb)", "-", "I.", "H.", "V.", "§ 1",
     "1.1", "2.3", "1)", "(2)"]
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 4), NUMBERS), max_size=12))
def test_numbering_twice_is_numbering_once(rows):
    once = renumber(text(*rows))
    assert renumber(once) == once


@given(wellformed(), st.data())
def test_what_moves_away_and_back_has_the_numbers_it_had(paragraphs, data):
    places = st.integers(0, max(len(paragraphs) - 1, 0))
    source, target = data.draw(places), data.draw(places)
    if paragraphs:
        away = renumber(moved(paragraphs, source, target), paragraphs)
        assert renumber(moved(away, target, source), paragraphs) == paragraphs


@given(st.integers(2, 30), st.data())
def test_in_one_list_nothing_is_left_out_wherever_things_move(size, data):
    paragraphs = text(*((1, f"{value}.") for value in range(1, size + 1)))
    places = st.integers(0, size - 1)
    now = renumber(moved(paragraphs, data.draw(places), data.draw(places)), paragraphs)
    assert numbers(now) == [f"{value}." for value in range(1, size + 1)]


@given(wellformed(), st.data())
def test_only_numbers_change(paragraphs, data):
    order = data.draw(st.permutations(paragraphs))
    now = renumber(order, paragraphs)
    assert [(p.id, p.level, p.text) for p in now] == [
        (p.id, p.level, p.text) for p in order
    ]


# ── what people do ─────────────────────────────────────────────────────────
def test_the_first_of_a_list_moves_down_and_the_second_becomes_the_first():
    paragraphs = read("1. eins\n2. zwei\n3. drei")
    now = renumber(moved(paragraphs, 0, 1), paragraphs)
    assert [(p.number, p.text) for p in now] == [
        ("1.", "zwei"), ("2.", "eins"), ("3.", "drei"),
    ]  # fmt: skip


def test_a_list_begins_again_behind_the_lead_in_where_it_did():
    paragraphs = read(RESTARTED)
    assert renumber(paragraphs) == paragraphs
    without_first = paragraphs[:1] + paragraphs[4:]
    assert numbers(renumber(without_first, paragraphs)) == [
        "", "1.", "a)", "", "1.", "2.",
    ]  # fmt: skip
    up = moved(paragraphs, 7, 6)  # the first behind the lead-in comes before it
    assert numbers(renumber(up, paragraphs))[4:] == ["2.", "a)", "3.", "", "1."]


def test_numbers_go_on_behind_a_lead_in_where_they_did():
    paragraphs = read(CONTINUED)
    assert renumber(paragraphs) == paragraphs
    assert numbers(renumber(moved(paragraphs, 1, 5), paragraphs)) == [
        "", "1.", "", "2.", "3.",
    ]  # fmt: skip


def test_without_its_lead_in_a_list_joins_the_one_above():
    paragraphs = read(RESTARTED)
    kept = tuple(p for p in paragraphs if not p.text.startswith("Sie bitten"))
    assert numbers(renumber(kept, paragraphs))[-2:] == ["3.", "4."]


def test_a_list_that_begins_again_without_a_lead_in_still_does():
    paragraphs = text((1, "1."), (1, "2."), (1, "1."), (1, "2."))
    assert renumber(paragraphs) == paragraphs
    fewer = paragraphs[1:]
    assert numbers(renumber(fewer, paragraphs)) == ["1.", "1.", "2."]


def test_a_new_paragraph_is_numbered_like_its_neighbours():
    paragraphs = read("1. eins\n2. zwei\na) klein\nb) klein")
    new = Paragraph("p9", 1, "", "neu")
    below = Paragraph("p10", 2, "", "neu")
    assert numbers(renumber((new, *paragraphs), paragraphs))[:2] == ["1.", "2."]
    now = renumber((*paragraphs[:3], below, paragraphs[3]), paragraphs)
    assert numbers(now)[2:] == ["a)", "b)", "c)"]
    # One that was taken from a file says its scheme with the first number of it.
    first = Paragraph("p9", 1, "1.", "neu")
    assert numbers(renumber((paragraphs[0], first, paragraphs[1]), paragraphs)) == [
        "1.", "2.", "3.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(1, ""), (2, ""), (3, ""), (4, "")], ["1.", "a)", "aa)", "-"]),
        ([(1, "I."), (2, ""), (2, "1.")], ["I.", "1.", "2."]),
        ([(1, "A."), (2, ""), (1, "")], ["A.", "a)", "B."]),
        ([(2, ""), (1, "1.")], ["a)", "1."]),
        ([(1, "-"), (1, "")], ["-", "-"]),
        ([(1, "§ 1"), (1, "")], ["§ 1", "1."]),
    ],
)
def test_without_neighbours_the_level_says_how(rows, found):
    paragraphs = text(*rows)
    known = tuple(p for p in paragraphs if p.number)
    assert (
        numbers(renumber(paragraphs, known or (Paragraph("p0", 0, "", ""),))) == found
    )


def test_an_indented_paragraph_counts_below_and_its_list_closes_up():
    paragraphs = text((1, "1."), (1, "2."), (1, "3."))
    changed = (paragraphs[0], Paragraph("p2", 2, "", "Wort 2"), paragraphs[2])
    assert numbers(renumber(changed, paragraphs)) == ["1.", "a)", "2."]


def test_numbers_in_steps_take_those_of_the_paragraphs_above():
    paragraphs = text((1, "1."), (2, "1.1"), (2, "1.2"), (1, "2."), (2, "2.1"))
    assert renumber(paragraphs) == paragraphs
    now = renumber(paragraphs[3:] + paragraphs[:3], paragraphs)
    assert numbers(now) == ["1.", "1.1", "2.", "2.1", "2.2"]


def test_numbers_in_steps_with_nothing_above_keep_what_they_say():
    paragraphs = text((1, "2.1"), (1, "2.2"))
    assert renumber(paragraphs) == paragraphs
    new = Paragraph("p9", 1, "", "neu")
    assert numbers(renumber((*paragraphs, new), paragraphs))[-1] == "2.3"
    one = Paragraph("p9", 2, "", "neu")
    before = text((2, "3.1"))
    assert numbers(renumber((*before, one), before)) == ["3.1", "3.2"]
    assert numbers(renumber((one, *before), before)) == ["1.1", "1.2"]


def test_i_after_h_is_a_letter_and_otherwise_a_figure():
    letters = text(*((1, f"{chr(65 + at)}.") for at in range(10)))
    assert renumber(letters) == letters
    romans = text(*((1, one) for one in ("I.", "II.", "III.", "IV.", "V.", "VI.")))
    assert renumber(romans) == romans
    assert numbers(renumber(romans[1:], romans)) == ["I.", "II.", "III.", "IV.", "V."]


def test_after_z_letters_are_doubled_as_word_processors_do():
    paragraphs = text(*((1, f"{chr(97 + at)})") for at in range(26)), (1, "aa)"))
    assert renumber(paragraphs) == paragraphs
    assert numbers(renumber(paragraphs[1:], paragraphs))[-1] == "z)"


def test_what_cannot_be_counted_stays_as_it_is():
    paragraphs = text((1, "§ 1"), (1, "Artikel 2"), (0, "9."))
    assert numbers(renumber(paragraphs)) == ["§ 1", "Artikel 2", ""]


def test_the_rationale_counts_for_itself():
    paragraphs = (
        Paragraph("p1", 1, "1.", "x"),
        Paragraph("b1", 1, "4.", "x", part=Part.RATIONALE),
    )
    assert numbers(renumber(paragraphs)) == ["1.", "1."]
