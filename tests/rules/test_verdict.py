import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.circular import decide_circular
from reihum.rules.effect import in_words
from reihum.rules.explain import explain, standing_in_words
from reihum.rules.facts import Category, Vote
from reihum.rules.laender import CODES
from reihum.rules.majority import Poll, decide, standing
from reihum.rules.outcome import Effect, Objection
from reihum.rules.rulebook_choices import ObjectionTo
from reihum.rules.verdict import sentence, verdict
from tests.rules.books import (
    BLOCKS,
    CIRCULAR,
    ORDINARY,
    QUORUM,
    SIMPLE,
    THIRTEEN,
    any_book,
    any_circular,
    book,
    codes,
    latest,
    polls,
    section,
    tally,
    votes,
    weighted,
)

pytestmark = pytest.mark.unit
INTMK, KMK, UMK, VMK = (latest(slug) for slug in ("intmk", "kmk", "umk", "vmk"))
HEAVY = [code for code in CODES if code not in {"BB", "HB", "MV", "SL", "TH"}]
LIGHT = [code for code in CODES if code not in {"NW", "BY", "BW", "NI"}]


def texts(outcome):
    return [(reason.kind, reason.text.de) for reason in explain(outcome)]


@pytest.mark.parametrize(
    ("outcome", "de", "en"),
    [
        (
            decide(Poll(votes(no=["BY"], abstain=["HE", "SL"])), INTMK),
            "Angenommen mit 13 von 16 Stimmen",
            "Adopted with 13 of 16 votes",
        ),
        (
            decide(Poll(votes()), INTMK),
            "Einstimmig angenommen",
            "Adopted unanimously",
        ),
        (
            decide(Poll(tally(9, 7)), INTMK),
            "Abgelehnt: 9 von 11 nötigen Stimmen",
            "Rejected: 9 of the 11 votes needed",
        ),
        (
            decide(Poll(votes(abstain=["HE"])), book()),
            "Einstimmig angenommen bei 1 Enthaltung",
            "Adopted unanimously with 1 abstention",
        ),
        (
            decide(Poll(votes(abstain=["HE", "SL"])), book()),
            "Einstimmig angenommen bei 2 Enthaltungen",
            "Adopted unanimously with 2 abstentions",
        ),
        (
            decide(Poll(votes(no=["BY"], abstain=["HE"])), book(BLOCKS)),
            "Abgelehnt: nicht einstimmig (BY, HE)",
            "Rejected: not unanimous (BY, HE)",
        ),
        (
            decide(Poll(), book()),
            "Abgelehnt: keine Ja-Stimme",
            "Rejected: no yes vote",
        ),
        (
            decide(Poll(tally(5, 7)), book(majority=SIMPLE)),
            "Abgelehnt: 5 Ja, 7 Nein",
            "Rejected: 5 yes, 7 no",
        ),
        (
            decide(Poll(tally(7, 5)), book(majority=SIMPLE)),
            "Angenommen mit 7 zu 5",
            "Adopted by 7 to 5",
        ),
        (
            decide(Poll(tally(7, 5)), VMK),
            "Angenommen mit 7 zu 5, als Mehrheitsmeinung",
            "Adopted by 7 to 5, as an opinion",
        ),
        (
            decide(Poll({**votes(), "BUND": Vote.NO}), UMK),
            "Angenommen von allen Ländern ohne den Bund",
            "Adopted by all Länder without the Bund",
        ),
        (
            decide(Poll(tally(8)), book(QUORUM)),
            "Nicht beschlussfähig: 8 von 9 nötigen Ländern",
            "Not quorate: 8 of the 9 Länder needed",
        ),
        (
            decide(Poll(dict.fromkeys((*LIGHT, "BUND"), Vote.YES)), weighted()),
            "Abgelehnt: die Ja-Stimmen haben zu wenig Gewicht",
            "Rejected: the yes votes carry too little weight",
        ),
        (
            decide(Poll(votes()), weighted()),
            "Abgelehnt: nötige Zustimmung fehlt (Bund)",
            "Rejected: a consent that is needed is missing (Bund)",
        ),
        (
            decide(Poll(dict.fromkeys((*HEAVY[:9], "BUND"), Vote.YES)), weighted()),
            "Abgelehnt: 10 von 12 nötigen Stimmen",
            "Rejected: 10 of the 12 votes needed",
        ),
        (
            decide_circular(Poll(tally(9)), (), INTMK, closed=False),
            "Läuft noch: 9 von 16 haben geantwortet",
            "Still open: 9 of 16 have answered",
        ),
        (
            decide_circular(Poll(tally(9)), (), KMK, closed=True),
            "Angenommen ohne Widerspruch",
            "Adopted without objection",
        ),
        (
            decide_circular(Poll(votes(silent=["HE"])), (), latest("imk"), closed=True),
            "Abgelehnt: nicht einstimmig (HE)",
            "Rejected: not unanimous (HE)",
        ),
        (
            decide_circular(
                Poll({"BY": Vote.NO}),
                [Objection("SN", ObjectionTo.PROCEDURE)],
                KMK,
                closed=True,
            ),
            "Nicht zustande gekommen: Widerspruch von SN zum Verfahren und BY zum Text",
            "Not adopted: objection of SN to the procedure and BY to the text",
        ),
    ],
)
def test_the_verdict_says_it_in_a_line(outcome, de, en):
    assert verdict(outcome).de == de
    assert verdict(outcome).en == en


@pytest.mark.parametrize(
    ("outcome", "de", "en"),
    [
        (
            decide(Poll(votes(no=["BY"], abstain=["HE", "SL"])), KMK),
            "13 von 16 nötig, 13 Ja, 1 Nein (BY), 2 Enthaltungen (HE, SL): angenommen",
            "13 of 16 needed, 13 yes, 1 no (BY), 2 abstained (HE, SL): adopted",
        ),
        (
            decide(Poll(votes(abstain=["HE"], silent=["TH"])), book(BLOCKS)),
            (
                "Einstimmigkeit nötig, 14 Ja, 1 Enthaltung (HE), 1 ohne Votum (TH): "
                "nicht angenommen"
            ),
            (
                "Unanimity needed, 14 yes, 1 abstained (HE), 1 did not vote (TH): "
                "not adopted"
            ),
        ),
        (
            decide(Poll(votes()), book(majority=SIMPLE)),
            "Mehr Ja als Nein nötig, 16 Ja: angenommen",
            "More yes than no needed, 16 yes: adopted",
        ),
        (
            decide(Poll(tally(1), present=frozenset(CODES[:2])), book(QUORUM)),
            (
                "Einstimmigkeit nötig, 1 Ja, 1 ohne Votum (BY), 14 abwesend "
                "(BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH): "
                "nicht beschlussfähig"
            ),
            (
                "Unanimity needed, 1 yes, 1 did not vote (BY), 14 absent "
                "(BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH): not quorate"
            ),
        ),
        (
            decide(Poll({**votes(), "BUND": Vote.NO}), weighted()),
            (
                "12 von 17 mit mindestens 2/3 der Gewichte nötig (darunter Bund), "
                "16 Ja, 1 Nein (Bund): nicht angenommen"
            ),
            (
                "12 of 17 with at least 2/3 of the weights needed (among them Bund), "
                "16 yes, 1 no (Bund): not adopted"
            ),
        ),
        (
            decide_circular(Poll({"BY": Vote.YES}), (), KMK, closed=True),
            "Ohne Widerspruch angenommen, 16 Ja, davon 15 durch Schweigen: angenommen",
            "Adopted unless somebody objects, 16 yes, 15 of them by silence: adopted",
        ),
        (
            decide_circular(
                Poll(),
                [Objection("SN", ObjectionTo.BOTH)],
                book(CIRCULAR[1]),
                closed=False,
            ),
            (
                f"Einstimmigkeit nötig, 0 Ja, 16 ohne Votum ({', '.join(CODES)}), "
                "Widerspruch von SN zu Verfahren und Text: nicht zustande gekommen"
            ),
            (
                f"Unanimity needed, 0 yes, 16 did not vote ({', '.join(CODES)}), "
                "objection of SN to procedure and text: not adopted"
            ),
        ),
    ],
)
def test_the_sentence_names_all_who_did_not_agree(outcome, de, en):
    assert sentence(outcome).de == de
    assert sentence(outcome).en == en


def test_weights_without_a_member_that_must_agree_say_so_too():
    rules = book(
        "\n[members.weights]\n",
        "".join(f"{code} = 1\n" for code in CODES),
        majority=ORDINARY + 'threshold = "weighted"\nvotes = 3\nshare = "1/2"\n',
    )
    assert sentence(decide(Poll(tally(8)), rules)).de.startswith(
        "3 von 16 mit mindestens 1/2 der Gewichte nötig, 8 Ja"
    )
    assert decide(Poll(tally(8)), rules).adopted
    assert not decide(Poll(tally(7)), rules).adopted


def test_the_reasons_of_the_intmk_name_its_assumption():
    reasons = texts(decide(Poll(votes(no=["BY"], abstain=["HE", "SL"])), INTMK))
    assert [kind for kind, _ in reasons] == ["assumed", "met", "assumed", "met"]
    assert "11 von 16 nötig" in reasons[1][1]
    assert "höchste Schwelle" in reasons[2][1]
    assert reasons[2][1].startswith("Annahme: ")
    assert "HE, SL" in reasons[3][1]


def test_the_quorum_is_a_reason_met_or_failed():
    assert texts(decide(Poll(votes()), book(QUORUM)))[0] == (
        "met",
        "Beschlussfähig ist die TMK ab 9 Ländern; 16 nehmen teil.",
    )
    assert texts(decide(Poll(tally(8)), book(QUORUM)))[0][0] == "failed"


def test_what_an_abstention_counts_as_is_explained():
    poll = Poll(votes(abstain=["HE"]))
    neutral = section("abstention", 'counts = "neutral"')
    named = section("abstention", "recorded_by_name = true")
    assert texts(decide(poll, book(BLOCKS)))[-1][0] == "failed"
    assert texts(decide(poll, book(neutral)))[-1][0] == "met"
    for unknown in (book(), book(named)):
        kind, said = texts(decide(poll, unknown))[-1]
        assert kind == "assumed"
        assert "keine Quelle" in said


def test_what_a_resolution_is_worth_is_explained():
    without = texts(decide(Poll({**votes(), "BUND": Vote.NO}), UMK))
    assert any(
        "ohne den Bund; so ist er zu kennzeichnen" in said for _, said in without
    )
    opinion = texts(decide(Poll(tally(9, 7)), VMK))
    assert any("Mehrheitsmeinung; nur ein einstimmiger" in said for _, said in opinion)


def test_the_way_out_after_a_failure_is_named():
    failed = decide(Poll(votes(no=["BY"]), Category.BUDGET), KMK)
    assert texts(failed)[-1][0] == "open"
    assert "Klärungs- und Vermittlungsverfahren" in texts(failed)[-1][1]
    assert all("Klärung" not in said for _, said in texts(decide(Poll(votes()), KMK)))


def test_what_silence_counted_as_is_explained():
    poll = Poll(tally(12))
    for word, begins in (
        ("consent", "Schweigen gilt als Zustimmung (SN"),
        ("abstention", "Schweigen gilt als Enthaltung"),
        ("insufficient", "Schweigen genügt nicht"),
    ):
        rules = book(section("circular", f'silence = "{word}"'), majority=THIRTEEN)
        closed = decide_circular(poll, (), rules, closed=True)
        assert any(said.startswith(begins) for _, said in texts(closed))
    unknown = texts(decide_circular(poll, (), VMK, closed=True))
    assert unknown[0][0] == "assumed"
    running = texts(decide_circular(poll, (), INTMK, closed=False))
    assert running[0][0] == "open"
    assert running[0][1] == "Noch nicht geantwortet haben: SN, ST, SH, TH."


def test_an_objection_is_explained_whether_it_ends_the_vote_or_not():
    said = [Objection("SN", ObjectionTo.NONE)]
    kept = texts(decide_circular(Poll(tally(16)), said, KMK, closed=True))
    assert kept[0][0] == "failed"  # to the KMK any objection is one
    rules = book(CIRCULAR[1])
    kept = texts(decide_circular(Poll(tally(16)), said, rules, closed=True))
    assert kept[0][0] == "met"
    assert "beendet das ein Umlaufverfahren nicht" in kept[0][1]


@pytest.mark.parametrize(
    ("poll", "de"),
    [
        (
            Poll(tally(7, 2)),
            "Zur Annahme fehlen noch 4 Ja-Stimmen; 7 Stimmen stehen aus.",
        ),
        (Poll(tally(10, 5)), "Zur Annahme fehlt noch 1 Ja-Stimme; 1 Stimme steht aus."),
        (
            Poll(tally(11)),
            "Angenommen, gleich wie noch gestimmt wird; 5 Stimmen stehen aus.",
        ),
        (
            Poll(tally(3, 6)),
            "Die Annahme ist nicht mehr erreichbar; 7 Stimmen stehen aus.",
        ),
        (
            Poll(tally(11, 5)),
            "11 von 16 nötig, 11 Ja, 5 Nein (SL, SN, ST, SH, TH): angenommen",
        ),
    ],
)
def test_an_open_ballot_says_what_it_lacks(poll, de):
    assert standing_in_words(standing(poll, INTMK)).de == de


def test_an_open_ballot_may_have_enough_only_for_now():
    said = standing_in_words(standing(Poll(tally(15)), book()))
    assert said.de.startswith("Bisher reicht es zur Annahme; 1 Stimme steht aus")
    assert "may change" in said.en


@given(polls, any_book)
def test_whatever_the_ballot_it_explains_itself_in_both_languages(poll, rules):
    outcome = decide(poll, rules)
    said = [
        verdict(outcome),
        sentence(outcome),
        standing_in_words(standing(poll, rules)),
    ]
    said += [reason.text for reason in explain(outcome)]
    assert all(text.de and text.en and "None" not in text.de for text in said)
    kinds = {reason.kind for reason in explain(outcome)}
    assert ("failed" in kinds) is not outcome.adopted


@given(
    polls,
    st.lists(st.builds(Objection, codes, st.sampled_from(ObjectionTo))),
    any_circular,
    st.booleans(),
)
def test_whatever_the_circular_vote_it_explains_itself(poll, said, rules, closed):
    outcome = decide_circular(poll, said, rules, closed=closed)
    words = [verdict(outcome), sentence(outcome)]
    words += [reason.text for reason in explain(outcome)]
    assert all(text.de and text.en and "None" not in text.de for text in words)


def test_every_effect_has_a_name():
    assert {in_words(effect).de for effect in Effect} == {
        "kein Beschluss",
        "Beschluss",
        "Mehrheitsmeinung",
        "Beschluss aller Länder ohne den Bund",
    }
