"""What happens in writing: the circular vote, the minutes, what is published."""

from collections.abc import Iterator, Mapping

from reihum.rules.dates import NB
from reihum.rules.figures import days
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import Approval, ObjectionTo, Silence
from reihum.rules.rulebook_parts import Circular, Minutes, Publication
from reihum.rules.sentences.said import Sentence, note, say, unknown
from reihum.rules.words import Text, listed

_SILENCE: Mapping[Silence, Text] = {
    Silence.CONSENT: Text(
        "Schweigen gilt als Zustimmung.", "Silence counts as consent."
    ),
    Silence.ABSTENTION: Text(
        "Schweigen gilt als Enthaltung.", "Silence counts as abstention."
    ),
    Silence.INSUFFICIENT: Text(
        "Schweigen genügt nicht; es zählt nur ein schriftliches Votum.",
        "Silence is not enough; only a written vote counts.",
    ),
}
_OBJECTION: Mapping[ObjectionTo, Text] = {
    ObjectionTo.PROCEDURE: Text(
        "Ein Widerspruch gegen das Verfahren beendet es.",
        "An objection to the procedure ends it.",
    ),
    ObjectionTo.TEXT: Text(
        "Ein Widerspruch gegen den Text beendet das Verfahren.",
        "An objection to the text ends the procedure.",
    ),
    ObjectionTo.BOTH: Text(
        "Ein Widerspruch beendet das Verfahren, ob er ihm oder dem Text gilt.",
        "An objection ends the procedure, be it to the procedure or to the text.",
    ),
    ObjectionTo.NONE: Text(
        "Ein Widerspruch beendet das Verfahren nicht.",
        "An objection does not end the procedure.",
    ),
}
_APPROVAL: Mapping[Approval, Text] = {
    Approval.NEXT_SESSION: Text(
        "Die Niederschrift wird in der nächsten Sitzung genehmigt.",
        "The minutes are approved in the next session.",
    ),
    Approval.WRITTEN: Text(
        "Die Niederschrift wird schriftlich genehmigt.",
        "The minutes are approved in writing.",
    ),
}


def circular(book: Rulebook) -> Iterator[Sentence]:
    part = book.circular
    if part is None:
        yield Sentence(
            Text(
                "Zum Umlaufverfahren nennt keine Quelle eine Regel.",
                "No source gives a rule for the circular procedure.",
            )
        )
        return
    when = "in dringenden Fällen" if part.only_urgent else "auch"
    when_en = "in urgent cases" if part.only_urgent else "also"
    # That it is used is known, even where its details are assumed.
    yield Sentence(
        Text(
            f"Die Konferenz kann {when} schriftlich im Umlaufverfahren beschließen.",
            f"The conference can {when_en} decide in writing, by circular vote.",
        ),
        source=part.source,
    )
    yield from _time_and_silence(part)
    if part.numbering is not None:
        example = part.numbering.replace("{number}", "8").replace("{year}", "2012")
        yield say(
            part,
            f"Umlaufbeschlüsse werden nach dem Muster „{example}“ gezählt.",
            f"Circular resolutions are numbered in the form “{example}”.",
        )
    if part.reported:
        item_de = f" (TOP{NB}{part.report_item})" if part.report_item else ""
        item_en = f" (item{NB}{part.report_item})" if part.report_item else ""
        yield say(
            part,
            f"Über Umlaufbeschlüsse wird in jeder Sitzung berichtet{item_de}.",
            f"Each session hears a report on circular resolutions{item_en}.",
        )
    yield from note(part)


def _time_and_silence(part: Circular) -> Iterator[Sentence]:
    open_questions = []
    if part.days is not None:
        time = days(part.days)
        yield say(
            part,
            f"Die Frist für eine Antwort beträgt {time.de}.",
            f"The time for an answer is {time.en}.",
        )
    else:
        open_questions.append(("wie lang die Frist ist", "how much time there is"))
    if part.silence is not None:
        meaning = _SILENCE[part.silence]
        yield say(part, meaning.de, meaning.en)
    else:
        open_questions.append(("was Schweigen bedeutet", "what silence means"))
    if part.objection is not None:
        ends = _OBJECTION[part.objection]
        yield say(part, ends.de, ends.en)
    else:
        open_questions.append(("was ein Widerspruch bewirkt", "what an objection does"))
    yield from unknown(*open_questions)


def minutes(book: Rulebook) -> Iterator[Sentence]:
    if book.minutes is None:
        yield Sentence(
            Text(
                "Zur Niederschrift nennt keine Quelle eine Regel.",
                "No source gives a rule for the minutes.",
            )
        )
    else:
        yield from _minutes(book.minutes)
    if book.publication is None:
        yield from unknown(("was veröffentlicht wird", "what is published"))
    else:
        yield from _publication(book.publication)


def _minutes(part: Minutes) -> Iterator[Sentence]:
    if part.versions:
        names_de = listed(f"„{name}“" for name in part.versions).de
        names_en = listed(f"“{name}”" for name in part.versions).en
        is_de = (
            "ist die Bezeichnung"
            if len(part.versions) == 1
            else "sind die Bezeichnungen"
        )
        yield say(
            part,
            f"Für die Niederschrift {is_de} {names_de} belegt.",
            f"The minutes are known as {names_en}.",
        )
    if part.approval is not None:
        how = _APPROVAL[part.approval]
        yield say(part, how.de, how.en)
    else:
        yield from unknown(
            ("wie Niederschriften genehmigt werden", "how minutes are approved")
        )
    yield from note(part)


def _publication(part: Publication) -> Iterator[Sentence]:
    for public, what in (
        (part.resolutions, Text("Beschlüsse", "Resolutions")),
        (part.minutes, Text("Niederschriften", "Minutes")),
        (part.agenda, Text("Tagesordnungen", "Agendas")),
    ):
        if public is not None:
            not_de, not_en = ("", "") if public else ("nicht ", "not ")
            yield say(
                part,
                f"{what.de} werden {not_de}veröffentlicht.",
                f"{what.en} are {not_en}published.",
            )
    if part.per_part:
        yield say(
            part,
            "Jeder Teil eines Punktes wird für sich freigegeben.",
            "Each part of an item is released on its own.",
        )
    yield from _veto(part)
    yield from note(part)


def _veto(part: Publication) -> Iterator[Sentence]:
    if part.veto is None:
        yield from unknown(
            (
                "ob ein einzelnes Mitglied eine Veröffentlichung verhindern kann",
                "whether a single member can prevent publication",
            )
        )
    elif part.veto:
        yield say(
            part,
            "Der Widerspruch eines einzelnen Mitglieds verhindert die "
            "Veröffentlichung.",
            "The objection of a single member prevents publication.",
        )
    else:
        yield say(
            part,
            "Ein einzelnes Mitglied kann eine Veröffentlichung nicht verhindern.",
            "A single member cannot prevent publication.",
        )
