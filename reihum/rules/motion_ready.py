"""What a draft still lacks before it can be submitted, point by point."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reihum.rules.dates import NB, PartialDate, in_words
from reihum.rules.deadlines import days_left
from reihum.rules.facts import BeforeBundesrat
from reihum.rules.text import Paragraph
from reihum.rules.words import Text


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the list: what it is, a word on how it stands, and whether it is so.

    A point that is not done keeps a motion from being submitted, except for the
    deadline, after which it comes in late.
    """

    text: Text
    note: Text
    done: bool


def points(  # noqa: PLR0913  (each is one point, or needed for one)
    title: str,
    *,
    text: Sequence[Paragraph],
    rationale: Sequence[Paragraph],
    bundesrat: BeforeBundesrat,
    deadline: date | None,
    today: date,
) -> tuple[Point, ...]:
    """Return all points, in the order of the form."""
    return (
        Point(Text("Titel", "Title"), Text("", ""), done=bool(title)),
        _wording(text),
        _rationale(rationale),
        _bundesrat(bundesrat),
        _in_time(deadline, today),
    )


def ready(found: Sequence[Point]) -> bool:
    """Return whether all is there that a motion has to have, in time or not."""
    return all(one.done for one in found[:-1])


def _wording(text: Sequence[Paragraph]) -> Point:
    name = Text("Beschlussvorschlag", "Operative text")
    if not text:
        missing = Text("worüber abgestimmt werden soll", "what is to be voted on")
        return Point(name, missing, done=False)
    many = len(text) > 1
    note = Text(
        f"{len(text)}{NB}{'Absätze' if many else 'Absatz'}",
        f"{len(text)}{NB}{'paragraphs' if many else 'paragraph'}",
    )
    return Point(name, note, done=True)


def _rationale(rationale: Sequence[Paragraph]) -> Point:
    """Nobody has to give reasons; it is said, so that nobody forgets them."""
    without = Text("keine; sie ist nicht nötig", "none; it is not needed")
    return Point(
        Text("Begründung", "Rationale"),
        Text("", "") if rationale else without,
        done=True,
    )


def _bundesrat(answer: BeforeBundesrat) -> Point:
    name = Text("Frage nach dem Bundesrat", "Question about the Bundesrat")
    notes = {
        BeforeBundesrat.UNCHECKED: Text(
            "bitte prüfen und beantworten", "please check and answer"
        ),
        BeforeBundesrat.YES: Text(
            "anhängig: So kommt der Antrag nicht auf die Tagesordnung",
            "pending there: like this the motion does not come on the agenda",
        ),
        BeforeBundesrat.NO: Text("nicht anhängig", "not pending there"),
    }
    return Point(name, notes[answer], answer is not BeforeBundesrat.UNCHECKED)


def _in_time(deadline: date | None, today: date) -> Point:
    name = Text("Anmeldeschluss", "Deadline")
    if deadline is None:
        running = Text("es läuft noch keine Frist", "no deadline is running yet")
        return Point(name, running, done=True)
    day, left = in_words(PartialDate.of(deadline)), days_left(today, deadline)
    if today > deadline:
        late = Text(
            f"war am {day.de}; der Antrag muss zugelassen werden",
            f"was on {day.en}; the motion has to be admitted",
        )
        return Point(name, late, done=False)
    return Point(name, Text(f"{day.de}, {left.de}", f"{day.en}, {left.en}"), done=True)
