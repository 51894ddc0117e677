"""What comes on the agenda: by when, when it is late, and what goes in a block."""

from collections.abc import Iterator

from reihum.rules.dates import NB
from reihum.rules.deadlines import Anchor
from reihum.rules.figures import duration
from reihum.rules.rulebook import Rulebook
from reihum.rules.rulebook_choices import Admission, Origin
from reihum.rules.rulebook_parts import Block, Deadline
from reihum.rules.sentences.said import Sentence, either, note, say, unknown
from reihum.rules.words import Text, listed

_ORIGINS = {
    Origin.LAENDER: Text("die Länder", "the Länder"),
    Origin.BUND: Text("der Bund", "the Bund"),
    Origin.WORKING_GROUPS: Text("die Arbeitskreise", "the working groups"),
}
_BEFORE = {
    Anchor.SESSION: Text("vor der Sitzung", "before the session"),
    Anchor.FIRST_PRE_MEETING: Text(
        "vor der ersten Ländervorbesprechung",
        "before the first pre-meeting of the Länder",
    ),
    Anchor.PREPARATORY: Text(
        "vor der Vorkonferenz", "before the preparatory conference"
    ),
}
_DEADLINES = {
    "invitation": (
        Text("die Einladung", "the invitation"),
        Text(
            "Eingeladen wird spätestens {}.",
            "Invitations go out no later than {}.",
        ),
    ),
    "registration": (
        Text("die Anmeldung von Themen", "the registration of items"),
        Text(
            "Themen sind bis {} anzumelden.",
            "Items are to be registered no later than {}.",
        ),
    ),
    "cosponsoring": (
        Text("den Beitritt zu einem Antrag", "joining a motion"),
        Text(
            "Einem Antrag können Länder bis {} beitreten.",
            "Länder can join a motion until {}.",
        ),
    ),
    "amending": (
        Text("Änderungsanträge", "amendments"),
        Text(
            "Änderungsanträge sind bis {} einzureichen.",
            "Amendments are to be submitted no later than {}.",
        ),
    ),
    "documents": (
        Text("die Unterlagen", "the papers"),
        Text(
            "Die Unterlagen müssen den Mitgliedern spätestens {} zugehen.",
            "The papers must reach the members no later than {}.",
        ),
    ),
}  # fmt: skip


def deadlines(book: Rulebook) -> Iterator[Sentence]:
    silent: list[Text] = []
    for key, (what, form) in _DEADLINES.items():
        part: Deadline | None = getattr(book, key)
        if part is None or part.lead is None:
            silent.append(what)
        if part is not None:
            yield from _deadline(part, form)
    if silent:
        de = listed(what.de for what in silent).de
        en = either([what.en for what in silent])
        yield Sentence(
            Text(
                f"Fristen für {de} nennt keine Quelle.",
                f"No source gives a deadline for {en}.",
            )
        )
    yield from late(book)


def _deadline(part: Deadline, form: Text) -> Iterator[Sentence]:
    if part.lead is not None:
        time, before = duration(part.lead), _BEFORE[part.anchor]
        yield say(
            part,
            form.de.format(f"{time.de} {before.de}"),
            form.en.format(f"{time.en} {before.en}"),
        )
    elif part.anchor is Anchor.FIRST_PRE_MEETING:
        yield say(
            part,
            "Fristen werden vom Beginn der ersten Ländervorbesprechung an gerechnet, "
            "nicht vom Tag der Sitzung an.",
            "Deadlines count from the start of the first pre-meeting of the Länder, "
            "not from the day of the session.",
        )
    if part.open_to:
        names = [_ORIGINS[one] for one in part.open_to]
        who = Text(listed(n.de for n in names).de, listed(n.en for n in names).en)
        can = "kann" if part.open_to == (Origin.BUND,) else "können"
        yield say(
            part,
            f"Themen anmelden {can} {who.de}.",
            f"{who.en[0].upper()}{who.en[1:]} can register items.",
        )
    yield from note(part)


def late(book: Rulebook) -> Iterator[Sentence]:
    """Say how an item registered late still comes on the agenda."""
    part = book.late
    if part is None or part.admitted_by is Admission.NONE_KNOWN:
        yield from unknown(
            (
                "was mit verspätet angemeldeten Punkten geschieht",
                "what happens to items registered late",
            )
        )
        return
    if part.only_if_urgent or part.admitted_by is Admission.URGENCY:
        yield say(
            part,
            "Verspätet angemeldete Punkte kommen nur bei besonderer Dringlichkeit "
            "auf die Tagesordnung.",
            "Items registered late come on the agenda only if they are particularly "
            "urgent.",
        )
    if part.admitted_by is Admission.RESOLUTION_AT_FIRST_ITEM:
        yield say(
            part,
            "Die Konferenz lässt verspätet angemeldete Punkte am Anfang der Sitzung "
            "durch Beschluss zu.",
            "The conference admits items registered late by a resolution at the "
            "beginning of the session.",
        )
    if part.admitted_by is Admission.OFFICE:
        yield say(
            part,
            "Über verspätet angemeldete Punkte entscheidet die Geschäftsstelle.",
            "The office decides on items registered late.",
        )
    yield from note(part)


def agenda(book: Rulebook) -> Iterator[Sentence]:
    part = book.block
    if part is None:
        yield from unknown(
            (
                "ob Punkte ohne Aussprache gemeinsam beschlossen werden",
                "whether items are decided together without debate",
            )
        )
        return
    yield from _block(part)
    if book.pull_out is not None and book.pull_out.any_member:
        yield say(
            book.pull_out,
            "Jedes Mitglied kann verlangen, dass ein Punkt einzeln behandelt wird.",
            "Any member can demand that an item be taken on its own.",
        )
    elif book.pull_out is not None:
        yield say(
            book.pull_out,
            "Ein einzelnes Mitglied kann keinen Punkt aus der Liste nehmen.",
            "A single member cannot take an item off the list.",
        )
    yield from note(book.pull_out)


def _block(part: Block) -> Iterator[Sentence]:
    item_de = f" (TOP{NB}{part.item})" if part.item else ""
    item_en = f" (item{NB}{part.item})" if part.item else ""
    yield say(
        part,
        "Unstrittige Punkte werden ohne Aussprache gemeinsam beschlossen, unter der "
        f"Bezeichnung „{part.name}“{item_de}.",
        "Uncontested items are decided together without debate, under the name "
        f"“{part.name}”{item_en}.",
    )
    if part.unanimous_preparatory:
        yield say(
            part,
            "Das sind Punkte, die in der Vorbereitung einstimmig empfohlen wurden.",
            "These are items recommended unanimously in preparation.",
        )
    if part.debated:
        yield say(
            part,
            f"Die übrigen Punkte, „{part.debated}“ genannt, werden beraten.",
            f"The other items, called “{part.debated}”, are debated.",
        )
    yield from note(part)
