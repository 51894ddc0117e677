import pytest

from reihum.formats.word.lost import SENTENCES, Loss, Losses

pytestmark = pytest.mark.unit


def test_each_loss_has_a_sentence_of_its_own_in_both_languages():
    assert set(SENTENCES) == set(Loss)
    assert len({one.de for one in SENTENCES.values()}) == len(Loss)
    assert len({one.en for one in SENTENCES.values()}) == len(Loss)


def told(*places, loss=Loss.PICTURE) -> tuple[str, str]:
    losses = Losses()
    for place in places:
        losses.add(loss, place)
    (text,) = losses.told()
    return text.de.partition("übernommen")[2], text.en.partition("over")[2]


def test_a_sentence_names_the_paragraphs_that_it_concerns_once():
    assert told("") == (".", ".")
    assert told("Kurse", "Kurse", "") == (" („Kurse“).", " (“Kurse”).")
    assert told("eins zwei drei vier fünf sechs sieben")[0] == (
        " („eins zwei drei vier fünf sechs …“)."
    )
    assert told("a", "b", "c", "d", "e") == (
        " („a“, „b“, „c“ und 2 weitere Stellen).", " (“a”, “b”, “c” and 2 more).",
    )  # fmt: skip
    assert told("a", "b", "c", "d")[0] == " („a“, „b“, „c“ und 1 weitere Stelle)."


def test_what_is_noted_in_a_paragraph_is_told_with_its_words():
    losses = Losses()
    losses.note(Loss.PICTURE)
    losses.note(Loss.PICTURE)
    losses.settle("Kurse")
    losses.settle("anderes")
    assert [one.de.count("„") for one in losses.told()] == [1]


def test_what_weighs_most_comes_first():
    losses = Losses()
    losses.add(Loss.SYMBOL)
    losses.add(Loss.TRACKED)
    assert "nachverfolgte" in losses.told()[0].de
