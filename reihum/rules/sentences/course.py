"""Who sits at the table, when they meet, and what prepares it."""

from collections.abc import Iterator

from reihum.rules.deadlines import Lead
from reihum.rules.figures import cardinal, duration, times
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import BundRole
from reihum.rules.rulebook_parts import Meetings, Preparatory
from reihum.rules.sentences.said import Sentence, note, say, unknown
from reihum.rules.words import Text, listed

_BUND = {
    BundRole.MOTION: Text(
        "Der Bund darf sprechen und Themen anmelden, stimmt aber nicht mit.",
        "The Bund may speak and register items, but does not vote.",
    ),
    BundRole.GUEST: Text(
        "Der Bund ist zu Gast: Er berichtet und spricht, stimmt aber nicht mit.",
        "The Bund is a guest: it reports and speaks, but does not vote.",
    ),
    BundRole.NO_VOTE: Text(
        "Der Bund stimmt nicht mit.",
        "The Bund does not vote.",
    ),
}


def members(book: Rulebook) -> Iterator[Sentence]:
    part = book.members
    many = len(part.laender)
    if part.bund is BundRole.VOTES:
        yield say(
            part,
            f"Mitglieder sind die {many} Länder und der Bund; jedes Mitglied hat "
            "eine Stimme.",
            f"Members are the {many} Länder and the Bund; each member has one vote.",
        )
    else:
        yield say(
            part,
            f"Mitglieder sind die {many} Länder; jedes Land hat eine Stimme.",
            f"Members are the {many} Länder; each Land has one vote.",
        )
    if part.several_ministers:
        yield say(
            part,
            "Ein Land kann durch mehrere Mitglieder seiner Regierung vertreten sein; "
            "es gibt trotzdem nur eine Stimme ab.",
            "A Land can be represented by several members of its government; it still "
            "casts one vote only.",
        )
    if part.weights is not None:
        yield say(
            part,
            "Die Stimmen haben verschiedenes Gewicht.",
            "The votes differ in weight.",
        )
    if part.bund is None:
        yield from unknown(("welche Rolle der Bund hat", "what part the Bund takes"))
    elif part.bund in _BUND:
        role = _BUND[part.bund]
        yield say(part, role.de, role.en)
    yield from note(part)


def meetings(book: Rulebook) -> Iterator[Sentence]:
    part = book.meetings
    if part is None:
        yield from unknown(
            ("wie oft die Konferenz tagt", "how often the conference meets")
        )
        return
    if part.per_year is not None:
        often = _often(part.per_year, part.per_year_at_most)
        yield say(
            part,
            f"Die Konferenz tagt {often.de} im Jahr.",
            f"The conference meets {often.en} a year.",
        )
    if part.autumn_meeting:
        yield say(
            part,
            "Im Herbst trifft sich die Fachebene zum Herbsttreffen.",
            "In autumn the working level holds its autumn meeting.",
        )
    yield from _special(part)
    yield from note(part)


def _often(least: int, most: int | None) -> Text:
    many = times(least)
    if most is None:
        return many
    few, up_to = cardinal(least), times(most)
    return Text(f"{few.de}- bis {up_to.de}", f"{few.en} to {up_to.en}")


def _special(part: Meetings) -> Iterator[Sentence]:
    if part.special:
        yield say(
            part,
            "Bei Bedarf finden Sonderkonferenzen statt.",
            "Special conferences are held when needed.",
        )
    if part.special_demanded_by is not None:
        number = cardinal(part.special_demanded_by)
        yield say(
            part,
            f"Eine Sonderkonferenz findet statt, wenn mindestens {number.de} "
            "Mitglieder sie verlangen.",
            f"A special conference is held if at least {number.en} members demand it.",
        )
    elif not part.special:
        yield from unknown(
            ("ob Sonderkonferenzen stattfinden", "whether special conferences are held")
        )
    if part.special_remote:
        yield say(
            part,
            "Eine Sonderkonferenz ist auch am Telefon oder als Videokonferenz möglich.",
            "A special conference can also be held by telephone or video.",
        )
    if part.special_shorter_deadlines:
        yield say(
            part,
            "Für Sonderkonferenzen gelten verkürzte Fristen.",
            "Shorter deadlines apply to special conferences.",
        )


def preparation(book: Rulebook) -> Iterator[Sentence]:
    part = book.preparatory
    if part is None:
        yield from unknown(
            ("wer die Sitzungen vorbereitet", "who prepares the sessions")
        )
        return
    short = f" ({part.short})" if part.short else ""
    yield say(
        part,
        f"Die {part.name.de}{short} bereitet die Sitzungen vor.",
        f"The {part.name.en}{short} prepares the sessions.",
    )
    yield from _when_prepared(part)
    if part.per_year is not None:
        often = times(part.per_year)
        yield say(part, f"Sie tagt {often.de} im Jahr.", f"It meets {often.en} a year.")
    if part.finishes_items:
        yield say(
            part,
            "Sie kann Punkte abschließend behandeln.",
            "It can deal with items conclusively.",
        )
    if part.below:
        names = listed(part.below)
        verb = "arbeitet die" if len(part.below) == 1 else "arbeiten"
        works = "works" if len(part.below) == 1 else "work"
        the = "The " if len(part.below) == 1 else ""
        yield say(
            part,
            f"Ihr {verb} {names.de} zu.",
            f"{the}{names.en} {works} for it.",
        )
    yield from note(part)


def _when_prepared(part: Preparatory) -> Iterator[Sentence]:
    if part.latest == Lead(days=1):
        yield say(
            part,
            "Sie tritt am Tag vor der Sitzung zusammen.",
            "It meets on the day before the session.",
        )
    elif part.latest is not None:
        latest = duration(part.latest)
        earliest = duration(part.earliest) if part.earliest else None
        since_de = f"frühestens {earliest.de} und " if earliest else ""
        since_en = f"{earliest.en} at the earliest and " if earliest else ""
        yield say(
            part,
            f"Sie tritt {since_de}spätestens {latest.de} vor der Sitzung zusammen.",
            f"It meets {since_en}{latest.en} at the latest before the session.",
        )
