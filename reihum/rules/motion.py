"""What a motion (Antrag) needs, until when, and who may stand behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reihum.rules.dates import NB, PartialDate, in_words
from reihum.rules.facts import BeforeBundesrat, ConferenceState
from reihum.rules.laender import who
from reihum.rules.stages import Move, Stage, name_of
from reihum.rules.text import Paragraph
from reihum.rules.text.marked import is_safe
from reihum.rules.words import Refusal, Text, capital, listed

LONGEST_TITLE = 300
LONGEST_TEXT = 100_000  # some forty pages
LONGEST_MOTTO = 200
MOST_PARAGRAPHS = 2_000  # of one part; forty pages have some six hundred
OPEN = frozenset({Stage.SUBMITTED, Stage.LATE, Stage.ON_AGENDA})
DECISION_OF_1992 = Text(
    f"Was beim Bundesrat anhängig ist, behandelt die Konferenz nicht (Beschluss der "
    f"Regierungschefs von Bund und Ländern vom 17.{NB}Dezember 1992).",
    "What is before the Bundesrat is not dealt with by the conference (decision of the "
    f"heads of government of Federation and Länder, 17{NB}December 1992).",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a motion has come, and which members stand behind it."""

    stage: Stage
    submitters: tuple[str, ...]
    cosponsors: tuple[str, ...]


def check_wording(
    title: str, text: Sequence[Paragraph], *, complete: bool
) -> Refusal | None:
    """Return what the wording still lacks: a draft may wait with its text."""
    if not title.strip():
        return Refusal.invalid(
            "Ein Antrag braucht einen Titel.", "A motion needs a title.", "title"
        )
    if len(title) > LONGEST_TITLE:
        return Refusal.invalid(
            f"Der Titel ist {len(title)} Zeichen lang; höchstens {LONGEST_TITLE} "
            "haben auf einer Tagesordnung Platz.",
            f"The title has {len(title)} characters; an agenda has room for "
            f"{LONGEST_TITLE}.",
            "title",
        )
    if complete and not text:
        return Refusal.invalid(
            "Ohne Wortlaut kann ein Antrag nicht eingereicht werden: Worüber soll die "
            "Konferenz abstimmen?",
            "A motion cannot be submitted without its wording: what is the conference "
            "to vote on?",
            "text",
        )
    return None


def check_motto(motto: str, *, lead: bool) -> Refusal | None:
    """Return what is wrong with a motto: only the lead motion has the chair's."""
    if motto and not lead:
        return Refusal.invalid(
            "Ein Motto hat nur der Leitantrag. Haken Sie „Das ist der Leitantrag“ an, "
            "oder lassen Sie das Motto leer.",
            "Only the lead motion has a motto. Tick “This is the lead motion”, or "
            "leave the motto empty.",
            "motto",
        )
    if len(motto) > LONGEST_MOTTO:
        return Refusal.invalid(
            f"Das Motto ist {len(motto)} Zeichen lang; möglich sind {LONGEST_MOTTO}.",
            f"The motto has {len(motto)} characters; {LONGEST_MOTTO} are possible.",
            "motto",
        )
    return None


def no_open_mandate() -> Refusal:
    """Say that a motion replies to a mandate that nobody waits for."""
    return Refusal.invalid(
        "Diesen Auftrag gibt es nicht, oder er ist abgeschlossen. Bitte wählen Sie "
        "einen, der noch offen ist.",
        "There is no such mandate, or it is closed. Please choose one that is open.",
        "answers",
    )


def check_length(field: str, text: str) -> Refusal | None:
    """Return why a text is too long to be worked with, if so."""
    if len(text) <= LONGEST_TEXT:
        return None
    return Refusal.invalid(
        f"Der Text hat {len(text)} Zeichen, möglich sind {LONGEST_TEXT}. Längeres "
        "gehört in eine Anlage.",
        f"The text has {len(text)} characters, {LONGEST_TEXT} are possible. Longer "
        "texts belong in an annex.",
        field,
    )


def check_paragraphs(field: str, text: Sequence[Paragraph]) -> Refusal | None:
    """Return why these cannot be the paragraphs of a text, if so."""
    if len(text) > MOST_PARAGRAPHS:
        return Refusal.invalid(
            f"Der Text hat {len(text)} Absätze, möglich sind {MOST_PARAGRAPHS}. "
            "Längeres gehört in eine Anlage.",
            f"The text has {len(text)} paragraphs, {MOST_PARAGRAPHS} are possible. "
            "Longer texts belong in an annex.",
            field,
        )
    ids = [one.id for one in text]
    links = (mark.href for one in text for mark in one.marks if mark.kind == "link")
    if len(set(ids)) < len(ids) or not all(one.text.strip() for one in text):
        return Refusal.invalid(
            "Der Text hat Absätze, die leer sind oder doppelt vorkommen.",
            "The text has paragraphs that are empty or stand there twice.",
            field,
        )
    if not all(map(is_safe, links)):
        return Refusal.invalid(
            "Verweise im Text dürfen nur auf Seiten im Netz oder auf "
            "E-Mail-Adressen führen.",
            "Links in the text may lead only to pages on the web or to e-mail "
            "addresses.",
            field,
        )
    return None


def check_conference(
    number: int, state: ConferenceState, *, over: bool
) -> Refusal | None:
    """Return why no motion can go to this conference any more, if so.

    `over` says that its last day has passed, whether or not it has minutes yet.
    """
    if state is ConferenceState.PLANNED and not over:
        return None
    cancelled = state is ConferenceState.CANCELLED
    de = "ist ausgefallen" if cancelled else "hat schon stattgefunden"
    en = "was cancelled" if cancelled else "has already taken place"
    return Refusal.conflict(
        f"Die {number}.{NB}Konferenz {de}; sie nimmt keine Anträge mehr an.",
        f"Conference {number} {en}; it takes no more motions.",
        "conference",
    )


def unknown_motion() -> Refusal:
    """Say that there is no such motion, at least not for the one who asks."""
    return Refusal.unknown(
        "Diesen Antrag gibt es nicht, oder er ist noch der Entwurf eines anderen "
        "Landes.",
        "There is no such motion, or it is still the draft of another Land.",
    )


def not_a_member(member: str, body: str) -> Refusal:
    """Say that motions come from members only."""
    name = who(member)
    return Refusal.invalid(
        f"{capital(name.de)} ist kein Mitglied der {body}. Anträge stellen nur die "
        "Mitglieder.",
        f"{capital(name.en)} is no member of the {body}. Only members submit motions.",
        "member",
    )


def arrival(day: date, deadline: date | None) -> Move:
    """Return how a motion comes in: in time, or late and still to be admitted."""
    late = deadline is not None and day > deadline
    return Move.SUBMIT_LATE if late else Move.SUBMIT


def check_behind(
    submitters: Sequence[str], cosponsors: Sequence[str]
) -> Refusal | None:
    """Return why these members cannot stand behind a motion like this, if so."""
    behind = (*submitters, *cosponsors)
    twice = next((code for code in behind if behind.count(code) > 1), None)
    if twice is None:
        return None
    name = who(twice)
    return Refusal.invalid(
        f"{capital(name.de)} steht zweimal hinter dem Antrag.",
        f"{capital(name.en)} stands behind the motion twice.",
        "submitters",
    )


def in_line(line: int, refusal: Refusal) -> Refusal:
    """Say in which line of many the mistake is."""
    text = Text(f"Zeile {line}: {refusal.text.de}", f"Line {line}: {refusal.text.en}")
    return Refusal(refusal.why, text, refusal.field)


def check_draft(stage: Stage) -> Refusal | None:
    """Return why a motion cannot be rewritten, if so."""
    if stage is Stage.DRAFT:
        return None
    return Refusal.conflict(
        "Der Antrag ist eingereicht. Sein Wortlaut ändert sich nur noch durch "
        "Änderungsanträge.",
        "The motion has been submitted. From now on its wording changes only by "
        "amendments.",
    )


def check_still_open(motion: Standing) -> Refusal | None:
    """Return why nothing about a motion changes any more, if so."""
    open_ = motion.stage is Stage.DRAFT or motion.stage in OPEN
    return None if open_ else _no_longer(motion.stage)


def check_cosponsor(
    motion: Standing, member: str, day: date, deadline: date | None
) -> Refusal | None:
    """Return why a member cannot co-sponsor (mittragen) a motion today, if so."""
    name = who(member)
    if member in motion.submitters:
        return Refusal.conflict(
            f"{capital(name.de)} hat diesen Antrag selbst gestellt.",
            f"{capital(name.en)} submitted this motion itself.",
        )
    if member in motion.cosponsors:
        return Refusal.conflict(
            f"{capital(name.de)} trägt diesen Antrag schon mit.",
            f"{capital(name.en)} already co-sponsors this motion.",
        )
    if motion.stage not in OPEN:
        return _no_longer(motion.stage)
    if deadline is not None and day > deadline:
        ended = in_words(PartialDate.of(deadline))
        return Refusal.conflict(
            f"Die Frist für Mitanträge ist am {ended.de} abgelaufen.",
            f"The deadline for co-sponsoring ended on {ended.en}.",
        )
    return None


def check_leaving(motion: Standing, member: str) -> Refusal | None:
    """Return why a member cannot end its co-sponsorship, if so."""
    if member not in motion.cosponsors:
        name = who(member)
        return Refusal.conflict(
            f"{capital(name.de)} trägt diesen Antrag nicht mit.",
            f"{capital(name.en)} does not co-sponsor this motion.",
        )
    return None if motion.stage in OPEN else _no_longer(motion.stage)


def check_withdrawal(motion: Standing, member: str) -> Refusal | None:
    """Return why this member cannot withdraw the motion: it is not its own."""
    if member in motion.submitters:
        return None
    de = listed(who(code).de for code in motion.submitters).de
    en = listed(who(code).en for code in motion.submitters).en
    return Refusal.forbidden(
        f"Zurückziehen kann einen Antrag nur, wer ihn gestellt hat: {de}.",
        f"A motion can be withdrawn only by those who submitted it: {en}.",
    )


def check_before_bundesrat(answer: BeforeBundesrat) -> Refusal | None:
    """Return why a motion cannot be put on the agenda while the answer is yes."""
    if answer is not BeforeBundesrat.YES:
        return None
    return Refusal.conflict(
        "Zu diesem Antrag ist vermerkt, dass die Sache beim Bundesrat anhängig ist. "
        f"{DECISION_OF_1992.de} Stimmt der Vermerk nicht, berichtigen Sie ihn zuerst.",
        "It is noted for this motion that the matter is before the Bundesrat. "
        f"{DECISION_OF_1992.en} If the note is wrong, correct it first.",
    )


def _no_longer(stage: Stage) -> Refusal:
    now = name_of(stage)
    return Refusal.conflict(
        f"Dafür ist es zu spät: Stand des Antrags „{now.de}“.",
        f"It is too late for that: the motion’s stage is “{now.en}”.",
    )
