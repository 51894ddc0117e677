import pytest

from reihum.formats.word.numbering import NOWHERE, Count, Place, Printed, numbering
from reihum.formats.word.read import read_motion
from reihum.formats.word.safety import unpack
from reihum.formats.word.styles import styles
from tests.formats.word.built import docx, p, styled

pytestmark = pytest.mark.unit


def lvl(at, kind="decimal", text="%1.", start=1, more="") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identity, *levels, more="") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{identity}">{more}{"".join(levels)}'
        "</w:abstractNum>"
    )


def num(identity, of, more="") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def override(at, inside) -> str:
    return f'<w:lvlOverride w:ilvl="{at}">{inside}</w:lvlOverride>'


def restart(at, value=1) -> str:
    return override(at, f'<w:startOverride w:val="{value}"/>')


LAW = abstract(
    0,
    lvl(0),
    lvl(1, "lowerLetter", "%2)"),
    lvl(2, "lowerLetter", "%3%3)"),
    lvl(3, "bullet", ""),
)


def printed(lists, *places, styles="") -> list[tuple[int, str]]:
    """Return level and number of paragraphs at "number:level", or with a style."""
    body = "".join(
        p("Text")
        if at is None
        else p("Text", style=at)
        if isinstance(at, str)
        else p("Text", num=at)
        for at in places
    )
    found = read_motion(docx(body, numbering=lists, styles=styles))
    return [(one.level, one.number) for one in found.paragraphs]


def test_the_three_usual_levels_and_dashes_are_those_of_the_house():
    places = [None, (1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 0), (1, 1)]
    assert printed(LAW + num(1, 0), *places) == [
        (0, ""), (1, "1."), (2, "a)"), (3, "aa)"), (3, "bb)"), (4, "-"),
        (2, "b)"), (1, "2."), (2, "a)"),
    ]  # fmt: skip


def test_double_letters_may_also_be_letters_that_begin_after_z():
    lists = abstract(0, lvl(0), lvl(2, "lowerLetter", "%3)", start=27)) + num(1, 0)
    assert printed(lists, (1, 2), (1, 2)) == [(3, "aa)"), (3, "bb)")]


def test_a_list_of_letters_of_its_own_stands_on_the_second_level():
    lists = abstract(0, lvl(0, "lowerLetter", "%1)")) + num(1, 0)
    assert printed(lists, *[(1, 0)] * 27)[-1] == (2, "aa)")


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ([lvl(0, "upperRoman", "%1."), lvl(1, text="%2.")], [(1, "I."), (2, "1.")]),
        ([lvl(0, text="(%1)"), lvl(1, "lowerLetter", "%2)")], [(1, "(1)"), (3, "a)")]),
        ([lvl(0), lvl(1, text="%1.%2")], [(1, "1."), (2, "1.1")]),
        ([lvl(0, "upperRoman", "%1"), lvl(1, text="%1.%2", more="<w:isLgl/>")],
         [(1, "I"), (2, "1.1")]),
        ([lvl(0, "none", ""), lvl(1, text="%2.")], [(0, ""), (1, "1.")]),
        ([lvl(0, "none", "-"), lvl(1, text="§ %2")], [(1, "-"), (2, "§ 1")]),
    ],
)  # fmt: skip
def test_other_ways_to_number_keep_what_is_printed(levels, wanted):
    lists = abstract(0, *levels) + num(1, 0)
    assert printed(lists, (1, 0), (1, 1)) == wanted


def test_a_dash_stands_one_level_below_the_last_numbered_paragraph():
    lists = LAW + abstract(1, lvl(0, "bullet", "o")) + num(1, 0) + num(2, 1)
    assert printed(lists, (2, 0), (1, 0), (2, 0), (2, 0), None, (2, 0)) == [
        (1, "-"), (1, "1."), (2, "-"), (2, "-"), (0, ""), (1, "-"),
    ]  # fmt: skip


def test_dashes_within_dashes_become_one_level_and_that_is_told():
    lists = abstract(1, lvl(0, "bullet", "o"), lvl(1, "bullet", "o")) + num(2, 1)
    body = "".join(p(f"Text {at}", num=(2, at)) for at in (0, 1, 0))
    found = read_motion(docx(body, numbering=lists))
    assert [one.level for one in found.paragraphs] == [1, 1, 1]
    assert [one.de for one in found.lost] == [
        "Aufzählungen in Aufzählungen werden zu einer Ebene („Text 1“)."
    ]
    again = p("eins", num=(2, 0)) + p("Absatz") + p("zwei", num=(2, 1))
    assert read_motion(docx(again, numbering=lists)).lost == ()


def test_two_lists_of_one_kind_go_on_counting_unless_one_starts_again():
    goes_on = LAW + num(1, 0) + num(2, 0)
    again = LAW + num(1, 0) + num(2, 0, restart(0))
    places = [(1, 0), (2, 0), (2, 0), (1, 0)]
    assert [n for _, n in printed(goes_on, *places)] == ["1.", "2.", "3.", "4."]
    assert [n for _, n in printed(again, *places)] == ["1.", "1.", "2.", "3."]
    from_five = LAW + num(1, 0, restart(0, 5))
    assert [n for _, n in printed(from_five, (1, 0), (1, 0))] == ["5.", "6."]


def test_a_list_may_change_a_level():
    lists = LAW + num(1, 0, override(0, lvl(0, "upperLetter", "%1.", start=3)))
    assert printed(lists, (1, 0), (1, 0)) == [(1, "C."), (1, "D.")]


def test_a_level_may_go_on_counting_below_the_next_number():
    never = '<w:lvlRestart w:val="0"/>'
    lists = abstract(0, lvl(0), lvl(1, "lowerLetter", "%2)", more=never)) + num(1, 0)
    places = [(1, 0), (1, 1), (1, 0), (1, 1)]
    assert [n for _, n in printed(lists, *places)] == ["1.", "a)", "2.", "b)"]
    after_first = '<w:lvlRestart w:val="1"/>'
    lists = abstract(0, lvl(0), lvl(1), lvl(2, text="%3.", more=after_first)) + num(
        1, 0
    )
    places = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert [n for _, n in printed(lists, *places)][2::2] == ["1.", "2.", "1."]


def test_a_level_above_that_did_not_occur_counts_as_begun():
    lists = abstract(0, lvl(0), lvl(1, text="%1.%2")) + num(1, 0)
    assert printed(lists, (1, 1)) == [(2, "1.1")]


def test_a_style_numbers_its_paragraphs_and_passes_it_on():
    styles = (
        styled("Absatz", more='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + styled(
            "Unterabsatz",
            based_on="Absatz",
            more='<w:numPr><w:ilvl w:val="1"/></w:numPr>',
        )
        + styled(
            "Ohne", based_on="Absatz", more='<w:numPr><w:numId w:val="0"/></w:numPr>'
        )
        + styled("Kreis", based_on="Kreis")
    )
    lists = LAW + num(1, 0)
    places = ["Absatz", "Unterabsatz", "Ohne", "Absatz", "Kreis", "Unbekannt"]
    assert printed(lists, *places, styles=styles) == [
        (1, "1."), (2, "a)"), (0, ""), (1, "2."), (0, ""), (0, ""),
    ]  # fmt: skip


def test_a_level_may_say_which_style_it_belongs_to():
    styles = styled("Buchstabe", more='<w:numPr><w:numId w:val="1"/></w:numPr>')
    linked = lvl(1, "lowerLetter", "%2)", more='<w:pStyle w:val="Buchstabe"/>')
    lists = abstract(0, lvl(0), linked) + num(1, 0)
    assert printed(lists, (1, 0), "Buchstabe", styles=styles) == [(1, "1."), (2, "a)")]


def test_the_default_style_numbers_paragraphs_without_a_style():
    looks = styled(
        "Standard", default=True, more='<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    assert printed(LAW + num(1, 0), None, styles=looks) == [(1, "1.")]


def test_a_paragraph_may_take_its_list_from_the_style_and_its_level_from_itself():
    styles = styled("Absatz", more='<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = p("a", style="Absatz") + p(
        "b", style="Absatz", more='<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    )
    found = read_motion(docx(body, numbering=LAW + num(1, 0), styles=styles))
    assert [one.number for one in found.paragraphs] == ["1.", "a)"]


def test_numbering_can_be_suppressed_and_a_list_that_is_missing_is_none():
    assert printed(LAW + num(1, 0), (1, 0), (0, 0), (9, 0), (1, 0)) == [
        (1, "1."), (0, ""), (0, ""), (1, "2."),
    ]  # fmt: skip
    assert printed(num(1, 7), (1, 0)) == [(0, "")]


def test_a_list_may_be_defined_by_a_numbering_style():
    lists = (
        abstract(0, lvl(0), more='<w:styleLink w:val="Gliederung"/>')
        + abstract(1, more='<w:numStyleLink w:val="Gliederung"/>')
        + abstract(2, lvl(0, "upperLetter"), more='<w:numStyleLink w:val="Fehlt"/>')
        + num(1, 0) + num(2, 1) + num(3, 2)
    )  # fmt: skip
    assert printed(lists, (1, 0), (2, 0), (3, 0)) == [(1, "1."), (1, "2."), (1, "A.")]


@pytest.mark.parametrize("wild", ["-3", "99", "x", "99999999999999"])
def test_a_level_or_a_start_that_cannot_be_does_no_harm(wild):
    lists = abstract(0, lvl(0, start=wild)) + num(1, 0, restart(wild, wild))
    assert len(printed(lists, (1, wild))) == 1


def test_what_was_typed_is_not_counted_but_dashes_stand_below_it():
    body = p("Text", num=(1, 0))
    count = Count(_lists(body))
    assert count.next(Printed(2, "b)")) == (2, "b)")
    assert count.next(Printed(0, "-")) == (3, "-")
    assert count.next(Place("1")) == (1, "1.")
    assert count.next(NOWHERE) == (0, "")


def _lists(body):
    parts = unpack(docx(body, numbering=LAW + num(1, 0))).parts
    return numbering(parts["numbering"], styles(None))
