import pytest

from reihum.look.parts.wording import nested
from reihum.look.sheet import Sample

pytestmark = pytest.mark.unit

TEXT = (
    Sample("p1", 0, "", "Die Konferenz beschließt:"),
    Sample("p2", 1, "1.", "Erstens."),
    Sample("p3", 1, "4.", "Viertens,"),
    Sample("p4", 2, "b)", "davon"),
    Sample("p5", 3, "aa)", "dies."),
    Sample("p6", 1, "5.", "Fünftens."),
)


def test_numbers_stay_as_typed_with_their_gaps(show):
    page = show("{% wording_of text %}", text=TEXT)
    numbers = [number.words for number in page.all("span", "r-wording__no")]
    assert numbers == ["1.", "4.", "b)", "aa)", "5."]


def test_every_number_can_be_linked(show):
    page = show("{% wording_of text %}", text=TEXT)
    assert [item["id"] for item in page.all("li")] == [
        "z1", "z4", "z4-b", "z4-b-aa", "z5",
    ]  # fmt: skip
    assert page.one("p")["id"] == "z-p1"


def test_paragraphs_are_nested_as_printed(show):
    depths = [
        item.parents.count("ol")
        for item in show("{% wording_of text %}", text=TEXT).all("li")
    ]
    assert depths == [1, 1, 2, 3, 1]


def test_a_number_given_twice_gets_two_anchors():
    twice = (Sample("p1", 1, "1.", "a"), Sample("p2", 1, "1.", "b"))
    (block,) = nested(twice)
    assert [node.anchor for node in block.nodes] == ["z1", "z1.2"]


def test_a_lead_in_between_ends_the_list_and_the_numbers_go_on():
    text = (
        Sample("p1", 1, "1.", "a"),
        Sample("p2", 0, "", "Ferner:"),
        Sample("p3", 1, "2.", "b"),
    )
    assert [block.numbered for block in nested(text)] == [True, False, True]


def test_a_level_left_out_hangs_on_the_one_above():
    text = (Sample("p1", 1, "1.", "a"), Sample("p2", 3, "aa)", "b"))
    (block,) = nested(text)
    (child,) = block.nodes[0].children
    assert child.nodes[0].anchor == "z1-aa"


def test_a_text_that_begins_with_a_letter_stands_alone():
    (block,) = nested((Sample("p1", 2, "a)", "b"),))
    assert block.nodes[0].anchor == "za"


def test_an_unnumbered_point_keeps_its_place_without_a_number(show):
    page = show("{% wording_of text %}", text=(Sample("p7", 1, "–", "Punkt"),))
    assert page.one("li")["id"] == "z-p7"
    assert page.one("span").words == "–"


def test_the_text_is_escaped(show):
    page = show("{% wording_of t %}", t=(Sample("p1", 1, "1.", "<script>x</script>"),))
    assert not page.all("script")
    assert "<script>x</script>" in page.one("li").text
