"""The minutes of a conference (Niederschrift): from what happened to what is printed.

`Session` says what happened, in values; `minutes` says it in the words of the record,
which is German. A fixed version is kept as that value, and never made again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from reihum.formats import markdown as md
from reihum.formats.session import Happened, Session
from reihum.rules.dates import NB, PartialDate, in_words, span_in_words
from reihum.rules.effect import in_words as effect_in_words
from reihum.rules.facts import Mode, Procedure
from reihum.rules.laender import BUND, called
from reihum.rules.minutes import State
from reihum.rules.numbering import refers
from reihum.rules.outcome import Outcome
from reihum.rules.stages import STAGE_NAMES, TREATMENT_NAMES, Stage, Treatment
from reihum.rules.text import Paragraph
from reihum.rules.text import from_data as paragraphs
from reihum.rules.text import to_data as rows
from reihum.rules.verdict import verdict
from reihum.rules.words import listed

TITLES: Mapping[State, str] = {
    State.DRAFT: "Ergebnisniederschrift (Entwurf)",
    State.PROVISIONAL: "Vorläufige Ergebnisniederschrift",
    State.FINAL: "Endgültige Ergebnisniederschrift",
}
_DECIDED = (Stage.ADOPTED, Stage.REJECTED)
_SAID_OTHERWISE = (Treatment.NONE, Treatment.JOINT, Treatment.NO_TOPICS)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A statement for the record, with the name of who made it."""

    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as the minutes print it.

    `heading` and `wording` are what was decided on, `ends` how the item ended where
    nothing was decided, `vote` the result of the vote.
    """

    number: str
    title: str
    section: bool
    notes: tuple[str, ...] = ()
    heading: str = ""
    wording: tuple[Paragraph, ...] = ()
    ends: str = ""
    vote: str = ""
    key: str = ""
    statements: tuple[Declaration, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes, word for word."""

    title: str
    of: str
    as_of: str
    facts: tuple[tuple[str, str], ...]
    opening: str
    entries: tuple[Entry, ...]
    closing: str


def minutes(
    session: Session, state: State, as_of: date, opening: str = "", closing: str = ""
) -> Minutes:
    """Write down what happened."""
    day = in_words(PartialDate.of(as_of))
    return Minutes(
        title=TITLES[state],
        of=f"der {session.number}.{NB}{session.name}",
        as_of=f"Stand: {day.de}",
        facts=tuple(_facts(session)),
        opening=opening,
        entries=tuple(_entry(item) for item in session.items),
        closing=closing,
    )


def to_data(written: Minutes) -> dict[str, Any]:
    """Return the minutes as plain values, ready for JSON."""
    data = asdict(written)
    data["facts"] = [list(pair) for pair in written.facts]
    for row, entry in zip(data["entries"], written.entries, strict=True):
        row["wording"] = rows(entry.wording)
        row["notes"] = list(entry.notes)
        row["statements"] = [asdict(one) for one in entry.statements]
    data["entries"] = list(data["entries"])
    return data


def from_data(data: Mapping[str, Any]) -> Minutes:
    """Read what `to_data` has written."""
    entries = tuple(_stored(row) for row in data["entries"])
    facts = tuple((label, value) for label, value in data["facts"])
    return Minutes(**{**data, "facts": facts, "entries": entries})


def as_markdown(written: Minutes) -> str:
    """Return the minutes as Markdown; its source reads like a plain text."""
    return md.document(_blocks(written))


def vote_in_words(outcome: Outcome) -> str:
    """Return the result with all names that are not among the Yes."""
    parts = [
        f"{len(codes)}{NB}{word}{_named(codes, named=named)}"
        for codes, word, named in (
            (outcome.yes, "Ja", False),
            (outcome.no, "Nein", True),
            (outcome.abstain, _plural(outcome.abstain, "Enthaltung"), True),
            (outcome.silent, "ohne Votum", True),
            (outcome.absent, "abwesend", True),
        )
        if codes or word == "Ja"
    ]
    if outcome.by_silence:
        names = _named(outcome.by_silence, named=True)
        parts.insert(1, f"davon {len(outcome.by_silence)} durch Schweigen{names}")
    return f"{verdict(outcome).de} – {', '.join(parts)}."


def _facts(session: Session) -> Iterator[tuple[str, str]]:
    yield "Tagung", _when_and_where(session)
    if session.motto:
        yield "Motto", f"„{session.motto}“"
    if session.chair:
        yield "Vorsitz", called(session.chair).de
    if session.present:
        yield "Anwesend", _present(session)
    if session.demo:
        yield "Vorführung", "Texte und Stimmen sind erfunden."


def _when_and_where(session: Session) -> str:
    when = span_in_words(session.begins, session.ends).de
    if session.mode is Mode.VIDEO:
        return f"{when}, per Videokonferenz"
    return f"{when} in {session.place}" if session.place else when


def _present(session: Session) -> str:
    laender = [code for code in session.voters if code != BUND]
    away = [code for code in laender if code not in session.present]
    bund = " und der Bund" if BUND in session.present else ""
    if not away:
        return f"alle {len(laender)} Länder{bund}"
    there = [code for code in laender if code in session.present]
    names, not_there = (listed(called(c).de for c in some).de for some in (there, away))
    return f"{names}{bund}; nicht anwesend: {not_there}"


def _entry(item: Happened) -> Entry:
    if item.section:
        return Entry(number=item.number, title=item.title, section=True)
    decided = item.stage in _DECIDED
    return Entry(
        number=item.number,
        title=item.title,
        section=False,
        notes=tuple(_notes(item)),
        heading=_heading(item) if decided else "",
        wording=item.wording if decided else (),
        ends=_ends(item),
        vote=_vote(item),
        key=item.key,
        statements=tuple(Declaration(called(c).de, t) for c, t in item.statements),
        remark=item.remark,
    )


def _notes(item: Happened) -> Iterator[str]:
    if item.submitters == ("all",):
        yield "Antrag: alle Länder"
    elif item.submitters:
        yield f"Antrag: {', '.join(item.submitters)}"
    if item.cosponsors:
        yield f"Mitantrag: {', '.join(item.cosponsors)}"
    if item.joined:
        yield f"gemeinsam behandelt mit TOP{NB}{listed(item.joined).de}"
    if item.treatment not in _SAID_OTHERWISE:
        yield TREATMENT_NAMES[item.treatment].de
    if item.late and item.treatment is not Treatment.LATE_ADMITTED:
        yield "verfristet angemeldet"


def _heading(item: Happened) -> str:
    """Say what the wording is: "Beschluss:", "Mehrheitsmeinung:" and the like."""
    if item.stage is Stage.REJECTED:
        return "Beschlussvorschlag:"
    effect = item.outcome.effect if item.outcome else None
    return f"{effect_in_words(effect).de if effect else 'Beschluss'}:"


def _ends(item: Happened) -> str:
    """Say how an item ended on which nothing was decided."""
    if item.joined_with:
        return f"{refers(item.joined_with).de}."
    if item.treatment is Treatment.NO_TOPICS:
        return f"Zu TOP{NB}{item.number} wurden keine Themen angemeldet."
    match item.stage:
        case Stage.ADOPTED | Stage.REJECTED:
            return "" if item.wording else "Der Wortlaut liegt hier nicht vor."
        case Stage.ON_AGENDA:
            return "Noch nicht abgeschlossen."
        case _:
            name = STAGE_NAMES[item.stage].de
            return f"{name[0].upper()}{name[1:]}."


def _vote(item: Happened) -> str:
    if item.outcome is None:
        return (
            f"{item.reported[0].upper()}{item.reported[1:]}." if item.reported else ""
        )
    circular = item.outcome.procedure is Procedure.CIRCULAR
    words = vote_in_words(item.outcome)
    return f"Im Umlaufverfahren: {words}" if circular else words


def _named(codes: Sequence[str], *, named: bool) -> str:
    return f" ({listed(called(code).de for code in codes).de})" if named else ""


def _plural(codes: Sequence[str], word: str) -> str:
    return word if len(codes) == 1 else f"{word}en"


def _stored(row: Mapping[str, Any]) -> Entry:
    return Entry(
        **{
            **row,
            "notes": tuple(row["notes"]),
            "wording": paragraphs(row["wording"]),
            "statements": tuple(Declaration(**one) for one in row["statements"]),
        }
    )


def _blocks(written: Minutes) -> Iterator[str]:
    yield md.heading(1, f"{written.title} {written.of}")
    yield md.escaped(written.as_of)
    yield "  \n".join(f"{md.strong(f'{a}:')} {md.inline(b)}" for a, b in written.facts)
    yield from md.lines(written.opening)
    for entry in written.entries:
        yield from _entry_blocks(entry)
    yield from md.lines(written.closing)


def _entry_blocks(entry: Entry) -> Iterator[str]:
    number = entry.number if entry.section else f"TOP{NB}{entry.number}"
    yield md.heading(2 if entry.section else 3, f"{number} {entry.title}")
    yield md.escaped(" · ".join(entry.notes))
    if entry.heading:
        yield md.strong(entry.heading)
    yield from md.wording(entry.wording)
    yield md.escaped(entry.ends)
    if entry.vote:
        yield f"{md.strong('Abstimmungsergebnis:')} {md.inline(entry.vote)}"
    if entry.key:
        yield f"{md.strong('Kennung:')} {md.inline(entry.key)}"
    for one in entry.statements:
        said = md.strong(f"Protokollerklärung {one.who}:")
        yield md.quoted([said, *md.lines(one.text)])
    if entry.remark:
        yield md.strong("Hinweis:")
        yield from md.lines(entry.remark)
