import re

import pytest

from reihum.rules.dates import NB
from reihum.rules.facts import Category
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebooks import all_shipped
from reihum.rules.sentences import rules_in_sentences
from tests.rules.books import (
    BLOCKS,
    ORDINARY,
    QUORUM,
    SIMPLE,
    WITH_BUND,
    book,
    latest,
    section,
    weighted,
)

pytestmark = pytest.mark.unit
NAMED = [pytest.param(b, id=f"{b.body}-{b.valid_from.year}") for b in all_shipped()]


def said(rules: Rulebook, language: str = "de") -> str:
    return " ".join(
        sentence.text.in_(language)
        for part in rules_in_sentences(rules)
        for sentence in part.sentences
    )


@pytest.mark.parametrize("rules", NAMED)
def test_every_conference_answers_every_question_in_whole_sentences(rules):
    for part in rules_in_sentences(rules):
        assert part.sentences, part.title.de
        for sentence in part.sentences:
            for text in (sentence.text.de, sentence.text.en):
                assert re.fullmatch(r"[A-ZÄÖÜ].*[.]", text), text
                assert "None" not in text
                assert "  " not in text
                assert "{" not in text


@pytest.mark.parametrize("rules", NAMED)
def test_what_is_stated_has_a_source_and_an_assumption_is_called_one(rules):
    for part in rules_in_sentences(rules):
        for sentence in part.sentences:
            unknown = re.search("keine Quelle", sentence.text.de)
            assert sentence.source or unknown
            # The flag says it, and every page shows it as a tag: not twice.
            assert not sentence.text.de.startswith("Annahme")


def test_the_intmk_says_what_is_assumed_about_its_majority():
    text = said(latest("intmk"))
    assumed = {
        sentence.text.de.split()[0]
        for part in rules_in_sentences(latest("intmk"))
        for sentence in part.sentences
        if sentence.assumed
    }
    assert {"Für", "Themen", "Schweigen"} <= assumed
    assert "Für Beschlüsse ist die Zustimmung von zwei Dritteln" in text
    assert "also von 11 der 16." in text
    assert "mit allen berichteten Abstimmungen vereinbar" in text
    assert "Themen sind bis zehn Wochen vor der Sitzung anzumelden." in text
    assert f"zum 1.{NB}Juli in der alphabetischen Reihenfolge" in text
    assert "Zur Beschlussfähigkeit nennt keine Quelle eine Regel." in text
    assert "Silence is not enough" in said(latest("intmk"), "en")


@pytest.mark.parametrize(
    ("slug", "de"),
    [
        ("amk", "Fristen werden vom Beginn der ersten Ländervorbesprechung an"),
        ("amk", "Sie tritt am Tag vor der Sitzung zusammen."),
        ("amk", "Eine Sonderkonferenz findet statt, wenn mindestens neun Mitglieder"),
        ("umk", "Stimmen alle Länder zu, der Bund aber nicht"),
        ("umk", "Eingeladen wird spätestens fünf Wochen vor der Sitzung."),
        ("umk", "nur bei besonderer Dringlichkeit"),
        ("umk", f"in jeder Sitzung berichtet (TOP{NB}2)"),
        ("vsmk", "Beschlussfähig ist die Konferenz, wenn mehr als die Hälfte"),
        ("vsmk", "die Stimme des Bundes zählt dabei nicht mit"),
        ("vsmk", f"„Grüne Liste“ (TOP{NB}6)"),
        ("vsmk", "nach dem Muster „8/2012“"),
        ("jfmk", "es gibt trotzdem nur eine Stimme ab"),
        ("jfmk", "Die Unterlagen müssen den Mitgliedern spätestens zwei Wochen vor"),
        ("kmk", "Die Konferenz tagt drei- bis viermal im Jahr."),
        ("kmk", "Für Verfahrensfragen genügt die einfache Mehrheit"),
        ("kmk", "danach genügen 13 Stimmen in der nächsten Sitzung oder schriftlich"),
        ("kmk", "Schweigen gilt als Zustimmung."),
        ("smk", "Eingeladen wird spätestens 14 Tage vor der Sitzung."),
        ("smk", "Der Vorsitz wechselt alle zwei Jahre nach einer eigenen Liste"),
        ("gmk", "Für Angelegenheiten von grundsätzlicher Bedeutung sind 13 von 16"),
        ("vmk", "Nur einstimmige Beschlüsse binden"),
        ("vmk", "An welchem Tag und in welcher Reihenfolge, sagt keine Quelle."),
        ("imk", "Der Bund darf sprechen und Themen anmelden, stimmt aber nicht mit."),
        ("imk", "Tagesordnungen werden nicht veröffentlicht."),
        ("imk", "Der Widerspruch eines einzelnen Mitglieds verhindert"),
    ],
)
def test_the_rules_of_each_conference_can_be_read(slug, de):
    assert de in said(latest(slug))


@pytest.mark.parametrize(
    ("part", "de"),
    [
        (BLOCKS, "Eine Enthaltung verhindert Einstimmigkeit."),
        (
            section("abstention", 'counts = "neutral"'),
            "Eine Enthaltung verhindert Einstimmigkeit nicht.",
        ),
        (section("quorum", 'more_than = "2/3"'), "mehr als zwei Drittel der Länder"),
        (section("quorum", 'more_than = "3/4"'), "mehr als 3/4 der Länder"),
        (section("effect", 'binding = "all"'), "Jeder Beschluss bindet"),
        (section("late", 'admitted_by = "office"'), "entscheidet die Geschäftsstelle"),
        (section("late", 'admitted_by = "urgency"'), "besonderer Dringlichkeit"),
        (
            section("late", 'admitted_by = "none_known"'),
            "Was mit verspätet angemeldeten Punkten geschieht, sagt keine Quelle.",
        ),
        (
            section("registration", "lead = { days = 3, working_days = true }",
                    'anchor = "preparatory"'),
            "Themen sind bis drei Werktage vor der Vorkonferenz anzumelden.",
        ),
        (section("registration", 'open_to = ["bund"]'), "anmelden kann der Bund."),
        (
            section("preparatory", 'name = { de = "V", en = "P" }',
                    "latest = { weeks = 2 }"),
            "Sie tritt spätestens zwei Wochen vor der Sitzung zusammen.",
        ),
        (section("circular", 'silence = "abstention"'), "gilt als Enthaltung"),
        (
            section("circular", 'objection = "procedure"'),
            "Ein Widerspruch gegen das Verfahren beendet es.",
        ),
        (section("circular", 'objection = "text"'), "gegen den Text beendet"),
        (section("circular", 'objection = "none"'), "beendet das Verfahren nicht."),
        (
            section("minutes", 'approval = "next_session"'),
            "in der nächsten Sitzung genehmigt",
        ),
        (section("minutes", 'approval = "written"'), "schriftlich genehmigt"),
        (section("publication", "veto = false"), "kann eine Veröffentlichung nicht"),
        (
            section("block", 'name = "B"')
            + section("pull_out", "any_member = false"),
            "Ein einzelnes Mitglied kann keinen Punkt aus der Liste nehmen.",
        ),
        (section("block", 'name = "B"'), "unter der Bezeichnung „B“."),
        (
            section("chair", 'lands = ["BY", "SL"]'),
            "Wie der Vorsitz wechselt, sagt keine Quelle. Die Liste: BY und SL.",
        ),
        (section("office", 'paid_by = "joint"'), "tragen die Länder gemeinsam"),
        (
            section("follow_up", 'duty = { de = "Alle.", en = "All." }'),
            "Alle.",
        ),
        (
            section("fallback.ordinary", 'kind = "clarification"', "votes = 9"),
            "danach genügen 9 Stimmen in der nächsten Sitzung.",
        ),
        (section("meetings", "special = true"), "Bei Bedarf finden"),
    ],
)  # fmt: skip
def test_every_kind_of_rule_has_its_sentence(part, de):
    assert de in said(book(part))


def test_a_category_without_a_description_has_its_usual_name():
    other = section("majority.budget", 'threshold = "simple"')
    assert "Für Beschlüsse mit Auswirkungen auf Haushalte genügt" in said(book(other))
    assert "Für alle übrigen Beschlüsse ist Einstimmigkeit nötig." in said(book(other))
    assert Category.BUDGET in book(other).majority


def test_weights_and_who_must_agree_are_said():
    text = said(weighted(QUORUM))
    assert "Die Stimmen haben verschiedenes Gewicht." in text
    assert (
        "Für Beschlüsse sind 12 Stimmen nötig (darunter Bund), die zusammen mindestens "
        "zwei Drittel der Gewichte haben." in text
    )
    plain = (
        WITH_BUND
        + "\n[members.weights]\n"
        + "".join(f"{code} = 1\n" for code in (*latest("umk").voters,))
    )
    rule = ORDINARY + 'threshold = "weighted"\nvotes = 3\nshare = "3/4"\n'
    assert "sind 3 Stimmen nötig, die zusammen mindestens 3/4" in said(
        book(members=plain, majority=rule)
    )


def test_a_book_with_next_to_nothing_in_it_says_so_everywhere():
    text = said(book(majority=SIMPLE))
    assert text.count("keine Quelle") >= 11
    assert "No source says how often the conference meets." in said(book(), "en")


def test_where_every_deadline_is_known_none_is_missed():
    names = ("invitation", "registration", "cosponsoring", "amending", "documents")
    known = book(*(section(name, "lead = { weeks = 2 }") for name in names))
    assert "Fristen für" not in said(known)
    assert "Länder can join a motion until two weeks before the session." in said(
        known, "en"
    )
