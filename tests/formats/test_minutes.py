import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.minutes import (
    TITLES,
    Minutes,
    as_markdown,
    from_data,
    minutes,
    to_data,
    vote_in_words,
)
from reihum.formats.session import Happened, Session
from reihum.rules.circular import decide_circular
from reihum.rules.dates import NB, PartialDate
from reihum.rules.facts import Mode, Vote
from reihum.rules.laender import BUND, CODES
from reihum.rules.majority import Poll, decide
from reihum.rules.minutes import State
from reihum.rules.rulebooks import shipped
from reihum.rules.stages import Stage, Treatment
from reihum.rules.text import read

pytestmark = pytest.mark.unit
INTMK, AMK = shipped("intmk")[-1], shipped("amk")[-1]
VMK, SMK = shipped("vmk")[-1], shipped("smk")[-1]
AS_OF = date(2027, 5, 12)
WORDING = read("1. Sie bitten um Bericht.\na) jährlich,\nb) schriftlich.")
YES = dict.fromkeys(CODES, Vote.YES)
MIXED = YES | {"BY": Vote.NO, "HE": Vote.ABSTAIN, "SL": Vote.ABSTAIN}


def outcome(votes=MIXED, book=INTMK, **more):
    return decide(Poll(votes, **more), book)


def written(*items: Happened, state: State = State.PROVISIONAL, **more) -> Minutes:
    values = {
        "name": "Integrationsministerkonferenz",
        "number": 22,
        "begins": PartialDate(2027, 4, 14),
        "ends": PartialDate(2027, 4, 15),
        "place": "Mainz",
        "chair": "RP",
        "voters": CODES,
        "items": items,
    }
    session = Session(**values | more)
    return minutes(session, state, AS_OF, "Die Vorsitzende eröffnet.", "Ende: 15 Uhr.")


def entry(**values):
    return written(
        Happened(**{"number": "2.4", "title": "Sprachkurse"} | values)
    ).entries[0]


ADOPTED = {"stage": Stage.ADOPTED, "wording": WORDING, "outcome": outcome()}


def test_the_head_says_which_conference_and_as_of_when():
    head = written()
    assert head.of == f"der 22.{NB}Integrationsministerkonferenz"
    assert head.as_of == f"Stand: 12.{NB}Mai 2027"
    assert dict(head.facts) == {
        "Tagung": f"14. und 15.{NB}April 2027 in Mainz",
        "Vorsitz": "Rheinland-Pfalz",
    }


def test_a_demonstration_says_so_wherever_it_is_printed():
    assert dict(written(demo=True).facts)["Vorführung"].startswith("Texte und Stimmen")
    assert "Vorführung" not in dict(written().facts)


@pytest.mark.parametrize("state", State)
def test_the_title_says_how_settled_the_minutes_are(state):
    assert written(state=state).title == TITLES[state]


def test_a_video_conference_has_no_place_and_a_motto_is_quoted():
    facts = dict(written(mode=Mode.VIDEO, motto="Ankommen", chair="").facts)
    assert facts == {
        "Tagung": f"14. und 15.{NB}April 2027, per Videokonferenz",
        "Motto": "„Ankommen“",
    }
    assert dict(written(place="").facts)["Tagung"] == f"14. und 15.{NB}April 2027"


@pytest.mark.parametrize(
    ("voters", "present", "words"),
    [
        (CODES, CODES, "alle 16 Länder"),
        ((*CODES, BUND), (*CODES, BUND), "alle 16 Länder und der Bund"),
        ((*CODES, BUND), CODES, "alle 16 Länder"),
        (
            ("BY", "HE", "SL"),
            ("BY", "SL"),
            "Bayern und Saarland; nicht anwesend: Hessen",
        ),
    ],
)
def test_it_says_who_was_there(voters, present, words):
    facts = dict(written(voters=voters, present=present).facts)
    assert facts["Anwesend"] == words


def test_an_adopted_item_prints_the_resolution_and_names_who_did_not_agree():
    one = entry(**ADOPTED, key="22-2.4", submitters=("NI", "RP"), cosponsors=("HB",))
    assert one.heading == "Beschluss:"
    assert one.wording == WORDING
    assert one.ends == ""
    assert one.vote == (
        f"Angenommen mit 13 von 16 Stimmen – 13{NB}Ja, 1{NB}Nein (Bayern), "
        f"2{NB}Enthaltungen (Hessen und Saarland)."
    )
    assert one.notes == ("Antrag: NI, RP", "Mitantrag: HB")


def test_a_rejected_item_prints_what_was_proposed():
    no = outcome(dict.fromkeys(CODES, Vote.NO))
    one = entry(stage=Stage.REJECTED, wording=WORDING, outcome=no)
    assert one.heading == "Beschlussvorschlag:"
    assert one.wording == WORDING
    assert f"0{NB}Ja, 16{NB}Nein" in one.vote


def test_an_opinion_of_the_majority_is_called_one():
    opinion = outcome(YES | {"BY": Vote.NO}, book=VMK)
    one = entry(stage=Stage.ADOPTED, wording=WORDING, outcome=opinion)
    assert one.heading == "Mehrheitsmeinung:"


def test_an_old_resolution_says_what_is_known_of_it():
    one = entry(stage=Stage.ADOPTED, reported="einstimmig", submitters=("all",))
    assert one.heading == "Beschluss:"
    assert one.ends == "Der Wortlaut liegt hier nicht vor."
    assert one.vote == "Einstimmig."
    assert one.notes == ("Antrag: alle Länder",)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"stage": Stage.WITHDRAWN}, "Zurückgezogen."),
        ({"stage": Stage.NO_DECISION}, "Keine Beschlussfassung."),
        ({"stage": Stage.NOTED}, "Zur Kenntnis genommen."),
        ({"stage": Stage.DEFERRED}, "Vertagt."),
        ({"stage": Stage.DROPPED}, "Entfällt."),
        (
            {"stage": Stage.FINISHED_IN_PREPARATION},
            "In der Vorbereitung abschließend behandelt.",
        ),
        ({"stage": Stage.ON_AGENDA}, "Noch nicht abgeschlossen."),
        ({"stage": Stage.MERGED, "joined_with": "3/5"}, f"Siehe TOP{NB}3."),
        (
            {"treatment": Treatment.NO_TOPICS},
            f"Zu TOP{NB}2.4 wurden keine Themen angemeldet.",
        ),
    ],
)
def test_an_item_without_a_decision_says_how_it_ended(values, words):
    one = entry(**values, wording=WORDING)
    assert one.ends == words
    assert (one.heading, one.wording, one.vote) == ("", (), "")


@pytest.mark.parametrize(
    ("values", "notes"),
    [
        ({"treatment": Treatment.BLOCK}, ("Block",)),
        (
            {"treatment": Treatment.LATE_ADMITTED, "late": True},
            ("verfristet angemeldet, zugelassen",),
        ),
        (
            {"treatment": Treatment.BLOCK, "late": True},
            ("Block", "verfristet angemeldet"),
        ),
        (
            {"treatment": Treatment.JOINT, "joined": ("7", "8")},
            (f"gemeinsam behandelt mit TOP{NB}7 und 8",),
        ),
    ],
)
def test_how_an_item_was_dealt_with_is_noted(values, notes):
    assert entry(**values).notes == notes


def test_a_section_is_only_a_heading():
    one = entry(section=True, **ADOPTED)
    assert (one.number, one.section, one.heading, one.vote) == ("2.4", True, "", "")


def test_statements_and_remarks_are_printed():
    one = entry(**ADOPTED, statements=(("BY", "Bayern hält …"),), remark="Siehe TOP 1.")
    assert (one.statements[0].who, one.remark) == ("Bayern", "Siehe TOP 1.")


def test_who_was_silent_or_away_is_named():
    votes = {code: Vote.YES for code in CODES if code not in ("BY", "HE", "SL")}
    present = frozenset(CODES) - {"SL"}
    words = vote_in_words(outcome(votes | {"HE": Vote.ABSTAIN}, present=present))
    assert words == (
        f"Angenommen mit 13 von 16 Stimmen – 13{NB}Ja, 1{NB}Enthaltung (Hessen), "
        f"1{NB}ohne Votum (Bayern), 1{NB}abwesend (Saarland)."
    )


def test_the_bund_is_named_like_the_others():
    votes = YES | {BUND: Vote.NO}
    assert f"1{NB}Nein (Bund)" in vote_in_words(outcome(votes, book=AMK))


def test_a_circular_vote_is_marked_and_silence_is_told():
    by_silence = decide_circular(Poll({"BY": Vote.YES}), (), SMK, closed=True)
    one = entry(stage=Stage.ADOPTED, wording=WORDING, outcome=by_silence)
    assert one.vote.startswith("Im Umlaufverfahren: Angenommen ohne Widerspruch")
    assert "davon 15 durch Schweigen (Baden-Württemberg" in one.vote


def everything() -> Minutes:
    return written(
        Happened(number="2", title="Integration * Zusammenhalt", section=True),
        Happened(
            number="2.4", title="Sprachkurse", **ADOPTED, submitters=("NI",),
            key="22-2.4", statements=(("BY", "Ja.\n\nAber."),), remark="Hinweis\nzwei",
        ),
        Happened(number="2.6", title="Später", stage=Stage.WITHDRAWN),
        present=CODES,
    )  # fmt: skip


def test_a_fixed_version_is_read_back_word_for_word():
    stored = json.loads(json.dumps(to_data(everything())))
    assert from_data(stored) == everything()


def test_as_markdown_it_reads_like_the_printed_minutes():
    assert as_markdown(everything()) == (
        f"# Vorläufige Ergebnisniederschrift der 22.{NB}Integrationsministerkonferenz\n"
        "\n"
        f"Stand: 12.{NB}Mai 2027\n"
        "\n"
        f"**Tagung:** 14. und 15.{NB}April 2027 in Mainz  \n"
        "**Vorsitz:** Rheinland-Pfalz  \n"
        "**Anwesend:** alle 16 Länder\n"
        "\n"
        "Die Vorsitzende eröffnet.\n"
        "\n"
        "## 2 Integration \\* Zusammenhalt\n"
        "\n"
        f"### TOP{NB}2.4 Sprachkurse\n"
        "\n"
        "Antrag: NI\n"
        "\n"
        "**Beschluss:**\n"
        "\n"
        "1\\. Sie bitten um Bericht.\n"
        "\n"
        "a) jährlich,\n"
        "\n"
        "b) schriftlich.\n"
        "\n"
        "**Abstimmungsergebnis:** Angenommen mit 13 von 16 Stimmen – "
        f"13{NB}Ja, 1{NB}Nein (Bayern), 2{NB}Enthaltungen (Hessen und Saarland).\n"
        "\n"
        "**Kennung:** 22-2.4\n"
        "\n"
        "> **Protokollerklärung Bayern:**\n"
        ">\n"
        "> Ja.\n"
        ">\n"
        "> Aber.\n"
        "\n"
        "**Hinweis:**\n"
        "\n"
        "Hinweis  \n"
        "zwei\n"
        "\n"
        f"### TOP{NB}2.6 Später\n"
        "\n"
        "Zurückgezogen.\n"
        "\n"
        "Ende: 15 Uhr.\n"
    )


@given(st.sampled_from(Stage), st.sampled_from(Treatment), st.booleans())
def test_every_item_says_something_of_how_it_ended(stage, treatment, late):
    one = entry(stage=stage, treatment=treatment, late=late)
    assert one.ends
    assert one.ends.endswith(".")
