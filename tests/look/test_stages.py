"""Every state of an item has a tag that says it in a word."""

import pytest

from reihum.look.parts.stages import GONE, tag_of
from reihum.look.parts.tags import KINDS
from reihum.rules.stages import TERMINAL, Stage, Treatment

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.ON_AGENDA}))
def test_every_stage_has_a_word_whatever_the_treatment(stage):
    css, word = tag_of(stage, Treatment.BLOCK)
    assert css in {kind.css for kind in KINDS.values()}
    assert str(word)
    assert tag_of(stage) == (css, word)


@pytest.mark.parametrize("treatment", sorted(set(Treatment) - {Treatment.NONE}))
def test_on_the_agenda_the_treatment_is_what_matters(treatment):
    css, word = tag_of(Stage.ON_AGENDA, treatment)
    assert css
    assert str(word)


def test_a_plain_item_on_the_agenda_needs_no_tag():
    assert tag_of(Stage.ON_AGENDA) == ("", "")


def test_block_and_green_list_look_alike_but_keep_their_names():
    block = tag_of(Stage.ON_AGENDA, Treatment.BLOCK)
    green = tag_of(Stage.ON_AGENDA, Treatment.GREEN_LIST)
    assert block[0] == green[0]
    assert str(green[1]) == "Grüne Liste (ohne Aussprache)"


def test_what_is_greyed_out_never_comes_back():
    assert GONE <= TERMINAL
