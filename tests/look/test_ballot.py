import pytest

from reihum.look.parts.ballot import Cell, votes_of

pytestmark = pytest.mark.unit


def test_each_voter_has_three_buttons_and_the_recorded_one_is_pressed(show):
    page = show("{% vote_cell cell %}", cell=Cell("BY", "no", "10:41"))
    buttons = page.all("input")
    assert [button["value"] for button in buttons] == ["ja", "nein", "enthaltung"]
    assert {button["name"] for button in buttons} == {"v-BY"}
    assert ["checked" in b.attributes for b in buttons] == [False, True, False]
    assert page.one("legend").words == "BYBayern"


def test_without_a_vote_no_button_is_pressed(show):
    page = show("{% vote_cell cell %}", cell=Cell("BY"))
    assert not any("checked" in button.attributes for button in page.all("input"))


def test_a_cell_of_another_land_takes_no_vote(show):
    page = show("{% ballot_grid cells %}", cells=[Cell("BY"), Cell("HE", open=False)])
    disabled = ["disabled" in cell.attributes for cell in page.all("fieldset")]
    assert disabled == [False, True]


def test_the_short_word_on_the_button_is_explained(show):
    page = show("{% vote_cell cell %}", cell=Cell("BY"))
    assert page.one("abbr")["title"] == "Enthaltung"


def test_a_sent_grid_is_read_back_and_strange_values_are_left_out():
    sent = {"v-BY": "nein", "v-HE": "enthaltung", "v-SH": "vielleicht", "csrf": "ja"}
    assert votes_of(sent) == {"BY": "no", "HE": "abstain"}
