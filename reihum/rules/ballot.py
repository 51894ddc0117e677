"""What a vote to come has to respect: one vote each, and none after the closing.

How the votes are counted stands in `majority.py`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from reihum.rules.dates import PartialDate, in_words
from reihum.rules.facts import ConferenceState, Procedure, Vote
from reihum.rules.laender import BUND, BY_CODE
from reihum.rules.majority import Poll, check
from reihum.rules.rulebook import Rulebook
from reihum.rules.words import Refusal, Text, plain

VOTE_NAMES: Mapping[Vote, Text] = {
    Vote.YES: Text("Ja", "yes"),
    Vote.NO: Text("Nein", "no"),
    Vote.ABSTAIN: Text("Enthaltung", "abstention"),
}
LONGEST_STATEMENT = 10_000

UNKNOWN = Refusal.unknown("Diese Abstimmung gibt es nicht.", "There is no such ballot.")
UNKNOWN_ITEM = Refusal.unknown(
    "Diesen Tagesordnungspunkt gibt es nicht.", "There is no such agenda item."
)
NO_CHOICE = Refusal.invalid(
    "Bitte wählen Sie Ja, Nein oder Enthaltung.",
    "Please choose yes, no or abstention.",
    "vote",
)
NO_RULES = Refusal.conflict(
    "Für heute ist kein Regelwerk hinterlegt. Ohne Regeln lässt sich keine Abstimmung "
    "auszählen.",
    "No rules of procedure are on file for today. Without rules no vote is counted.",
)
STATEMENTS_PUBLIC = Refusal.conflict(
    "Die Erklärungen zu diesem Punkt sind schon veröffentlicht; eine weitere würde "
    "ohne Freigabe öffentlich.",
    "The statements on this item are published already; another one would become "
    "public without a release.",
)


@dataclass(frozen=True, slots=True)
class Given:
    """A vote that was cast: which one, and when in German time."""

    vote: Vote
    at: datetime


def name(code: str) -> Text:
    """Return a member as it begins a sentence: "Sachsen", "Das Saarland"."""
    if code == BUND:
        return Text("Der Bund", "The Federation")
    land = BY_CODE.get(code)
    if land is None:
        return plain(code)
    with_article = land.official == land.name
    return Text(f"Das {land.name}" if with_article else land.name, land.name_en)


def vote_of(word: str) -> Vote | Refusal:
    """Read "yes", "no" or "abstain"."""
    if not word:
        return NO_CHOICE
    try:
        return Vote(word)
    except ValueError:
        return Refusal.invalid(
            f"„{word}“ ist keine Stimme. Möglich sind Ja, Nein und Enthaltung.",
            f"“{word}” is no vote. Possible are yes, no and abstention.",
            "vote",
        )


def votes_of(words: Mapping[str, str]) -> dict[str, Vote] | Refusal:
    """Read the votes of several members."""
    votes: dict[str, Vote] = {}
    for member, word in words.items():
        vote = vote_of(word)
        if isinstance(vote, Refusal):
            return vote
        votes[member] = vote
    return votes


def still_open(closed: datetime | None) -> Refusal | None:
    """Return the refusal of everything that comes after the closing."""
    if closed is None:
        return None
    day, time = in_words(PartialDate.of(closed.date())), f"{closed:%H:%M}"
    return Refusal.conflict(
        f"Die Abstimmung wurde am {day.de} um {time} Uhr geschlossen. Danach zählt "
        "keine Stimme mehr.",
        f"The ballot was closed on {day.en} at {time}. No vote counts after that.",
    )


def check_procedure(procedure: Procedure, state: ConferenceState) -> Refusal | None:
    """Return why nobody can vote in session: the conference does not take place."""
    if procedure is Procedure.CIRCULAR or state is not ConferenceState.CANCELLED:
        return None
    return Refusal.conflict(
        "Die Konferenz ist ausgefallen; in einer Sitzung lässt sich darüber nicht "
        "abstimmen, nur noch im Umlauf.",
        "The conference was cancelled; this cannot be voted on in session, only by "
        "circular vote.",
    )


def check_voters(codes: Collection[str], book: Rulebook) -> Refusal | None:
    """Return whose vote cannot be counted because they have none."""
    return check(Poll(dict.fromkeys(codes, Vote.ABSTAIN)), book)


def check_present(codes: Collection[str] | None, book: Rulebook) -> Refusal | None:
    """Return why this list of those present cannot be right; None is everybody."""
    if codes is None:
        return None
    if not codes:
        return Refusal.invalid(
            "Bitte kreuzen Sie an, wer anwesend ist.",
            "Please mark who is present.",
            "present",
        )
    return check_voters(codes, book)


def check_cast(
    member: str, given: Mapping[str, Given], book: Rulebook
) -> Refusal | None:
    """Return why a member cannot vote now: it has no vote, or it has used it."""
    before = given.get(member)
    return check_voters((member,), book) if before is None else _used(member, before)


def check_record(
    votes: Mapping[str, Vote],
    seen: Mapping[str, str],
    given: Mapping[str, Given],
    book: Rulebook,
) -> Refusal | None:
    """Return why the office cannot enter these votes, if so.

    `seen` is what its page showed: a vote that came in since then is not overwritten
    unseen. Members that `seen` does not name were shown without a vote.
    """
    if refusal := check_voters(votes, book):
        return refusal
    for member, vote in votes.items():
        now = given.get(member)
        if now is not None and now.vote not in (vote, seen.get(member)):
            return _meanwhile(member, now)
    return None


def check_statement(text: str) -> Refusal | None:
    """Return why this cannot be a statement for the record."""
    if not text:
        return Refusal.invalid(
            "Die Erklärung ist leer.", "The statement is empty.", "text"
        )
    if len(text) <= LONGEST_STATEMENT:
        return None
    return Refusal.invalid(
        f"Die Erklärung hat {len(text)} Zeichen, möglich sind {LONGEST_STATEMENT}. "
        "Längeres gehört in eine Anlage.",
        f"The statement has {len(text)} characters, {LONGEST_STATEMENT} are possible. "
        "Longer texts belong in an annex.",
        "text",
    )


def declared(member: str) -> Refusal:
    """Refuse a second statement of one member on one item."""
    who = name(member)
    return Refusal.conflict(
        f"{who.de} hat zu diesem Punkt schon eine Erklärung abgegeben.",
        f"{who.en} has already made a statement on this item.",
        "text",
    )


def key_taken(key: str) -> Refusal:
    """Refuse to give the permanent id of a resolution twice."""
    return Refusal.conflict(
        f"Die Kennung {key} trägt schon ein anderer Beschluss. Bitte geben Sie dem "
        "Tagesordnungspunkt eine eigene Nummer.",
        f"Another resolution already has the identifier {key}. Please give the agenda "
        "item a number of its own.",
    )


def _used(member: str, before: Given) -> Refusal:
    who, vote, time = name(member), VOTE_NAMES[before.vote], f"{before.at:%H:%M}"
    return Refusal.conflict(
        f"{who.de} hat um {time} Uhr bereits abgestimmt ({vote.de}). Jedes Mitglied "
        "hat eine Stimme; ändern kann sie bis zum Schließen nur die Geschäftsstelle.",
        f"{who.en} has already voted at {time} ({vote.en}). Each member has one vote; "
        "until the closing only the office can change it.",
    )


def _meanwhile(member: str, now: Given) -> Refusal:
    who, vote, time = name(member), VOTE_NAMES[now.vote], f"{now.at:%H:%M}"
    return Refusal.conflict(
        f"{who.de}: Um {time} Uhr ist eine andere Stimme eingegangen ({vote.de}). "
        "Nichts wurde gespeichert; bitte sehen Sie noch einmal nach.",
        f"{who.en}: another vote came in at {time} ({vote.en}). Nothing was stored; "
        "please look again.",
    )
