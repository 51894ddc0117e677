import pytest

from reihum.look.parts.votes import band, counted, tiles, vote_lists
from reihum.rules.laender import CODES

pytestmark = pytest.mark.unit

VOTES = dict.fromkeys(CODES, "yes") | {"BY": "no", "HE": "abstain", "SL": "abstain"}


def test_the_band_is_always_ordered_yes_no_abstention_open_absent():
    counts = {"absent": 1, "open": 2, "abstain": 1, "no": 1, "yes": 2}
    assert [cell.vote for cell in band(counts, None).cells] == [
        "yes", "yes", "no", "abstain", "open", "open", "absent",
    ]  # fmt: skip


@pytest.mark.parametrize("total", [15, 16, 17])
def test_the_stroke_stands_after_the_needed_yes_whatever_the_number_of_voters(total):
    for needed in range(1, total + 1):
        cells = band({"yes": total}, needed).cells
        assert len(cells) == total
        assert [place for place, cell in enumerate(cells, 1) if cell.stroke] == [needed]


def test_a_threshold_that_cannot_be_reached_is_said_but_has_no_stroke():
    cells = band({"yes": 9, "no": 1}, 11).cells
    assert not any(cell.stroke for cell in cells)
    assert cells[-1].label == "nötig: 11 Ja"


def test_the_label_lies_on_the_longer_side_of_its_stroke():
    assert band({"yes": 16}, 3).cells[2].label_after
    assert not band({"yes": 16}, 13).cells[12].label_after


def test_the_band_says_its_result_in_words(show):
    page = show("{% band counts 11 %}", counts={"yes": 13, "no": 1, "abstain": 2})
    words = "13 Ja, 1 Nein, 2 Enthaltungen; nötig: 11 Ja"
    assert page.all("div")[0]["aria-label"] == words
    assert page.one("ol")["aria-hidden"] == "true"
    assert page.one("span", "r-band__label").words == "nötig: 11 Ja"


def test_a_thin_band_has_neither_stroke_nor_label(show):
    page = show("{% thin_band counts %}", counts={"yes": 13, "no": 3})
    assert len(page.all("li")) == 16
    assert not page.all(class_="r-band__need")
    assert not page.all("span")


def test_a_single_abstention_is_not_said_in_the_plural(show):
    page = show("{% band counts %}", counts={"yes": 1, "abstain": 1})
    assert page.all("div")[0]["aria-label"] == "1 Ja, 1 Enthaltung"


def test_the_map_says_each_vote_in_words(show):
    page = show("{% tile_map votes %}", votes=VOTES | {"TH": "absent", "SH": "open"})
    said = {tile["data-land"]: tile.words for tile in page.all("li", "r-tile")}
    assert set(said) == set(CODES)
    assert said["BY"] == "BY: Nein"
    assert said["HE"] == "HE: Enthaltung"
    assert said["TH"] == "TH: abwesend"
    assert said["SH"] == "SH: noch offen"
    titles = {abbr["title"] for abbr in page.all("abbr")}
    assert {"Bayern", "Mecklenburg-Vorpommern"} <= titles


def test_the_map_speaks_english(show):
    page = show("{% tile_map votes %}", language="en", votes=VOTES)
    assert "Bavaria" in {abbr["title"] for abbr in page.all("abbr")}


def test_a_land_without_a_vote_is_open():
    votes = {tile.code: tile.vote for tile in tiles({"BY": "no", "HE": ""})}
    assert votes["BY"] == "no"
    assert votes["HE"] == votes["SH"] == "open"


def test_the_bund_is_on_the_map_only_where_it_votes():
    assert len(tiles(VOTES)) == 16
    with_bund = tiles(VOTES | {"BUND": "yes"})
    assert (with_bund[-1].code, with_bund[-1].label) == ("BUND", "Bund")
    assert len(with_bund) == 17


def test_the_size_of_the_map_is_a_class(show):
    assert "r-map--small" in show("{% tile_map v 'small' %}", v=VOTES).one("ul").classes


def test_long_lists_name_abbreviations_and_short_ones_names():
    yes, no, abstain = vote_lists(VOTES)
    assert (yes.heading, yes.full) == ("13 Ja", False)
    assert [voter.code for voter in yes.voters][:3] == ["BW", "BE", "BB"]
    assert (no.heading, no.voters[0].name, no.full) == ("1 Nein", "Bayern", True)
    assert abstain.heading == "2 Enthaltungen"


def test_a_statement_for_the_record_is_linked_where_its_land_is_named(show):
    page = show("{% vote_lists v s %}", v=VOTES, s={"BY": "/b/#by"})
    assert page.one("a")["href"] == "/b/#by"
    assert page.all("dd")[1].words == "Bayern, mit Erklärung zu Protokoll"


def test_votes_are_counted_with_the_open_ones():
    counts = counted(VOTES | {"TH": ""})
    assert counts == {
        "yes": 12,
        "no": 1,
        "abstain": 2,
        "open": 1,
        "silent": 0,
        "absent": 0,
    }


def test_the_key_explains_the_signs(show):
    page = show("{% key 'yes absent' %}")
    assert [item.words for item in page.all("li")] == ["Ja", "abwesend"]
