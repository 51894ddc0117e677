import pytest

from reihum.rules.words import Refusal, Text, Why, capital, listed, plain

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Tag"), ("en", "day"), ("en-gb", "day"), ("fr", "Tag"), ("", "Tag")],
)
def test_german_is_the_language_of_last_resort(language, expected):
    assert Text("Tag", "day").in_(language) == expected


def test_sentences_follow_each_other_with_a_space():
    assert Text("Eins.", "One.") + Text("Zwei.", "Two.") == Text(
        "Eins. Zwei.", "One. Two."
    )


@pytest.mark.parametrize(
    ("words", "de", "en"),
    [
        ([], "", ""),
        (["BY"], "BY", "BY"),
        (["BY", "HE"], "BY und HE", "BY and HE"),
        (["BY", "HE", "SL"], "BY, HE und SL", "BY, HE and SL"),
    ],
)
def test_a_list_reads_like_a_list(words, de, en):
    assert listed(iter(words)) == Text(de, en)


def test_a_name_is_the_same_in_every_language():
    assert plain("2.9b") == Text("2.9b", "2.9b")


@pytest.mark.parametrize(
    ("refuse", "why"),
    [
        (Refusal.unknown, Why.UNKNOWN),
        (Refusal.forbidden, Why.FORBIDDEN),
        (Refusal.conflict, Why.CONFLICT),
        (Refusal.invalid, Why.INVALID),
    ],
)
def test_a_refusal_says_what_kind_it_is_and_which_field(refuse, why):
    assert refuse("Nein.", "No.", "day") == Refusal(why, Text("Nein.", "No."), "day")


@pytest.mark.parametrize(
    ("inside", "begun"), [("das Saarland", "Das Saarland"), ("ö", "Ö"), ("", "")]
)
def test_what_stands_inside_a_sentence_can_begin_one(inside, begun):
    assert capital(inside) == begun
