import pytest

from reihum.formats.synopsis.rows import rows
from reihum.formats.synopsis.sentences import kind_name, names, same_wishes
from reihum.rules.text.synopsis import Kind, combine
from tests.formats.synopsis.example import (
    IN_TUNE,
    LINES,
    NO_TIME,
    TEXT,
    YEARS,
    edited,
    paper_of,
    synopsis_of,
)

pytestmark = pytest.mark.unit


def conflicts(**files: str) -> list[str]:
    """Return what is said of the conflicts between typed texts."""
    found = rows(paper_of(synopsis_of(files)))
    return [text.de for row in found for text in row.conflicts]


def changed(old: str, new: str) -> str:
    return edited(TEXT, [(old, new)])


def test_who_deletes_what_others_change_is_named_with_them():
    assert conflicts(
        HE=edited(TEXT, [NO_TIME]), SL=changed("einer Stunde", "von 45 Minuten")
    ) == ["Hessen streicht Wörter, die das Saarland ändert."]
    assert conflicts(
        SL=edited(TEXT, [NO_TIME]),
        BE=edited(TEXT, [NO_TIME]),
        BB=changed("einer Stunde", "von 45 Minuten"),
    ) == ["Berlin und das Saarland streichen Wörter, die Brandenburg ändert."]


def test_words_put_between_deleted_ones_are_said_to_be_put_in():
    assert conflicts(
        SL=edited(TEXT, [NO_TIME]),
        BY=changed("öffentlichen", "guten öffentlichen"),
        SN=changed("öffentlichen", "guten öffentlichen"),
    ) == [
        "Das Saarland streicht Wörter, zwischen die Bayern und Sachsen etwas einfügen."
    ]


def test_a_deleted_paragraph_is_said_to_be_one():
    gone = "\n".join([LINES[0], *LINES[2:]])
    assert conflicts(HE=gone, BW=edited(TEXT, [YEARS])) == [
        "Hessen streicht den Absatz, den Baden-Württemberg ändert."
    ]
    assert conflicts(HE=gone, BW=changed("die Mittel", "die nötigen Mittel")) == [
        "Hessen streicht den Absatz, in den Baden-Württemberg etwas einfügt."
    ]


def test_all_who_change_the_same_words_stand_in_one_sentence():
    (said,) = conflicts(
        BW=edited(TEXT, [YEARS]),
        SL=changed("drei Jahre", "vier Jahre"),
        HE=changed("drei Jahre", "sechs volle Jahre"),
    )
    assert said == (
        "Baden-Württemberg, Hessen und das Saarland ändern dieselben Wörter "
        "verschieden."
    )


def test_two_deletions_of_different_length_are_said_to_be_that():
    assert conflicts(
        BW=edited(TEXT, [NO_TIME]),
        HB=changed("mit öffentlichen Verkehrsmitteln ", ""),
    ) == [
        "Baden-Württemberg und Bremen streichen verschieden viel von denselben Wörtern."
    ]


def test_different_words_at_one_place_are_said_to_be_there():
    assert conflicts(
        TH=edited(TEXT, [IN_TUNE]), BE=changed("Konferenz.", "Konferenz zeitnah.")
    ) == ["Berlin und Thüringen wünschen an derselben Stelle Verschiedenes."]


def test_who_puts_in_nearly_the_same_paragraph_is_named():
    report = "Das vorsitzende Land berichtet der 23. Konferenz."
    more = "5. Die Länder {}, dass Sprachkurse auch am Abend angeboten werden."
    said = [report + "\n" + more.format(verb) for verb in ("regen an", "wünschen")]
    (found,) = conflicts(TH=changed(report, said[0]), SL=changed(report, said[1]))
    assert found.startswith("Das Saarland und Thüringen fügen an derselben Stelle")
    assert found.endswith("fast denselben Absatz ein.")


def test_a_land_that_contradicts_itself_is_named_once():
    twice = synopsis_of({"BW": edited(TEXT, [YEARS])})
    other = synopsis_of({"BW": changed("drei Jahre", "vier Jahre")})
    wishes = [wish for one in (twice, other) for p in one.points for wish in p.wishes]
    found = rows(paper_of(combine(twice.flat, wishes)))
    assert [text.de for row in found for text in row.conflicts] == [
        "Baden-Württemberg ändert dieselben Wörter verschieden."
    ]


def test_in_english_the_verb_follows_the_number_too():
    files = {
        "HE": edited(TEXT, [NO_TIME]),
        "SL": changed("einer Stunde", "von 45 Minuten"),
    }
    (row,) = [one for one in rows(paper_of(synopsis_of(files))) if one.conflicts]
    assert row.conflicts[0].en == "Hesse deletes words that Saarland changes."


def test_equal_wishes_are_counted_in_words():
    assert same_wishes(1) is None
    assert same_wishes(16).de == "sechzehn gleiche Wünsche"
    assert same_wishes(17).en == "17 identical wishes"


def test_the_bund_has_an_article():
    assert names(["BUND", "BY"]).de == "der Bund und Bayern"


def test_a_wish_that_does_several_things_is_a_change():
    assert kind_name([Kind.INSERT, Kind.INSERT]).de == "Einfügung"
    assert kind_name([Kind.INSERT, Kind.DELETE]).de == "Änderung"
