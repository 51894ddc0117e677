"""What the office may decide about the wishes for a text (Entscheidung), and when."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from reihum.rules.laender import who
from reihum.rules.motion import LONGEST_TITLE, OPEN, check_length
from reihum.rules.stages import Stage, name_of
from reihum.rules.text.outcome import Decided, touches
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Point, Synopsis, in_roll_call
from reihum.rules.text.tokens import Flat, Token, Word, said, words
from reihum.rules.words import Refusal, Text, listed

QUOTED = 60  # characters of a wish that a sentence repeats


class Fate(StrEnum):
    """What became of a wish."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    COMPROMISE = "compromise"  # the office worded the paragraph itself
    MIXED = "mixed"  # of what is shown together, one part so and one part so


FATE_NAMES: Mapping[Fate, Text] = {
    Fate.OPEN: Text("noch nicht entschieden", "not decided yet"),
    Fate.ACCEPTED: Text("angenommen", "accepted"),
    Fate.REJECTED: Text("abgelehnt", "rejected"),
    Fate.COMPROMISE: Text("Kompromiss", "compromise"),
    Fate.MIXED: Text("teilweise angenommen", "accepted in part"),
}


def fate_of(decided: Decided, covered: Iterable[str], keys: Iterable[str]) -> Fate:
    """Return what became of the points that are shown together.

    `covered` are the keys that a compromise stands instead of.
    """
    hidden = frozenset(covered)
    found = {_fate(decided, hidden, key) for key in keys}
    return found.pop() if len(found) == 1 else Fate.MIXED


def covered(synopsis: Synopsis, decided: Decided) -> frozenset[str]:
    """Return the keys of the points that a compromise stands instead of."""
    spans = [
        span_of(synopsis.flat, paragraph)
        for paragraph in decided.compromises
        if index_of(synopsis.flat, paragraph) is not None
    ]
    return frozenset(
        point.key
        for point in synopsis.points
        if any(touches(point.change, *span) for span in spans)
    )


def concerned(synopsis: Synopsis, paragraph: str) -> tuple[str, ...]:
    """Return the Länder that a compromise for a paragraph answers, by the roll call."""
    if index_of(synopsis.flat, paragraph) is None:
        return ()
    span = span_of(synopsis.flat, paragraph)
    return in_roll_call(
        land
        for point in synopsis.points
        if touches(point.change, *span)
        for land in point.lands
    )


def index_of(flat: Flat, paragraph: str) -> int | None:
    """Return where a paragraph stands, known by its id."""
    return next((i for i, p in enumerate(flat.paragraphs) if p.id == paragraph), None)


def span_of(flat: Flat, paragraph: str) -> tuple[int, int]:
    """Return the tokens of a paragraph that is there: from, to (not included)."""
    index = index_of(flat, paragraph) or 0
    return flat.starts[index], flat.end_of(index)


def undisputed(synopsis: Synopsis, decided: Decided) -> tuple[str, ...]:
    """Return the keys that can all be accepted at one stroke (unstrittig).

    They are the undecided points that no other point stands against. What is shown
    together is taken together or not at all.
    """
    hidden = covered(synopsis, decided)
    found: list[str] = []
    for group in synopsis.groups():
        if all(
            not point.conflicts
            and point.key not in decided.accepted
            and point.key not in hidden
            for point in group
        ):
            found += [point.key for point in group]
    return tuple(found)


def check_deciding(stage: Stage, *, newest: bool, frozen: bool) -> Refusal | None:
    """Return why nothing more is decided about a version, if so."""
    if not newest:
        return Refusal.conflict(
            "Es gibt inzwischen eine neuere Fassung; über Wünsche zu dieser wird nicht "
            "mehr entschieden.",
            "There is a newer version by now; nothing more is decided about wishes for "
            "this one.",
        )
    if frozen:
        return Refusal.conflict(
            "Über diese Fassung wurde oder wird abgestimmt; ihr Wortlaut ändert sich "
            "nicht mehr.",
            "This version has been put to the vote; its wording changes no more.",
        )
    if stage in OPEN:
        return None
    now = name_of(stage)
    return Refusal.conflict(
        f"Dafür ist es zu spät: Stand des Antrags „{now.de}“.",
        f"It is too late for that: the motion’s stage is “{now.en}”.",
    )


def check_accept(
    synopsis: Synopsis, decided: Decided, keys: Sequence[str]
) -> Refusal | None:
    """Return why these points cannot be accepted together with what is accepted."""
    known = synopsis.by_key
    taken = {key for key, yes in decided.accepted.items() if yes} | {*keys}
    for key in keys:
        for conflict in known[key].conflicts:
            if conflict.key in taken:
                say = _both_at_once if conflict.key in keys else _already_accepted
                return say(synopsis.flat, known[conflict.key])
    return None


def check_covered(
    synopsis: Synopsis, decided: Decided, keys: Iterable[str]
) -> Refusal | None:
    """Return that a compromise already stands instead of one of these points."""
    hidden = covered(synopsis, decided)
    if not any(key in hidden for key in keys):
        return None
    return Refusal.conflict(
        "Für diese Stelle gilt der Kompromiss. Beenden Sie ihn zuerst, wenn Sie über "
        "die Wünsche einzeln entscheiden wollen.",
        "The compromise holds for this place. End it first if you want to decide on "
        "the wishes one by one.",
    )


def check_compromise(flat: Flat, paragraph: str, text: str) -> Refusal | None:
    """Return why a paragraph cannot be worded so. No words delete the paragraph."""
    index = index_of(flat, paragraph)
    if index is None:
        return Refusal.unknown(
            "Diese Stelle gibt es in der Fassung nicht.",
            "There is no such place in this version.",
        )
    one = flat.paragraphs[index]
    if one.part is Part.TITLE and not text:
        return Refusal.invalid(
            "Ein Antrag braucht einen Titel.", "A motion needs a title.", "text"
        )
    if one.part is Part.TITLE and len(text) > LONGEST_TITLE:
        return _title_too_long(len(text), "text")
    if said(words(text)) == said(words(one.text)):
        return Refusal.invalid(
            "Das ist der Wortlaut, wie er schon dasteht. Soll er bleiben, lehnen Sie "
            "die Wünsche ab.",
            "That is the wording as it stands. If it is to stay, reject the wishes.",
            "text",
        )
    return check_length("text", text)


def check_consent(synopsis: Synopsis, paragraph: str, member: str) -> Refusal | None:
    """Return why a Land is not asked about a compromise: it wished nothing there."""
    if member in concerned(synopsis, paragraph):
        return None
    name = who(member)
    return Refusal.forbidden(
        f"Gefragt sind die Länder, die sich hier etwas gewünscht haben; "
        f"{name.de} gehört nicht dazu.",
        f"Those are asked who wished something here; {name.en} is not one of them.",
    )


def check_take_over(
    base: Sequence[Paragraph], outcome: Sequence[Paragraph]
) -> Refusal | None:
    """Return why this outcome cannot become the next version, if so."""
    titles = [one for one in outcome if one.part is Part.TITLE]
    if len(titles) != 1:
        return Refusal.conflict(
            "So hätte der Antrag keinen Titel mehr oder mehrere. Bitte ändern Sie die "
            "Entscheidung zum Titel.",
            "The motion would have no title or several. Please change the decision on "
            "the title.",
        )
    if len(titles[0].text) > LONGEST_TITLE:
        return _title_too_long(len(titles[0].text))
    if not any(one.part is Part.TEXT for one in outcome):
        return Refusal.conflict(
            "So bliebe vom Beschlussvorschlag nichts übrig. Ein Antrag ohne Wortlaut "
            "kann nicht beschlossen werden.",
            "Nothing of the operative text would be left. A motion without its wording "
            "cannot be decided on.",
        )
    if tuple(base) == tuple(outcome):
        return Refusal.conflict(
            "Es ist noch nichts angenommen, was den Wortlaut ändert.",
            "Nothing has been accepted yet that changes the wording.",
        )
    return None


def what_it_does(flat: Flat, point: Point) -> Text:
    """Return "streicht „innerhalb einer Stunde“", to go after the Länder."""
    many = len(point.lands) > 1
    old = _quoted(flat.tokens[point.change.start : point.change.end])
    new = _quoted(point.change.new)
    if old and new:
        return Text(
            f"{'ersetzen' if many else 'ersetzt'} „{old}“ durch „{new}“",
            f"{'replace' if many else 'replaces'} “{old}” with “{new}”",
        )
    if old:
        return Text(
            f"{'streichen' if many else 'streicht'} „{old}“",
            f"{'delete' if many else 'deletes'} “{old}”",
        )
    if new:
        return Text(
            f"{'fügen' if many else 'fügt'} „{new}“ ein",
            f"{'insert' if many else 'inserts'} “{new}”",
        )
    near = _quoted(flat.tokens[point.change.end : point.change.end + 12])
    return Text(
        f"{'gliedern' if many else 'gliedert'} den Text bei „{near}“ anders",
        f"{'divide' if many else 'divides'} the text at “{near}” differently",
    )


def _fate(decided: Decided, hidden: frozenset[str], key: str) -> Fate:
    if key in hidden:
        return Fate.COMPROMISE
    accepted = decided.accepted.get(key)
    if accepted is None:
        return Fate.OPEN
    return Fate.ACCEPTED if accepted else Fate.REJECTED


def _both_at_once(flat: Flat, other: Point) -> Refusal:
    does = _who_does(flat, other)
    return Refusal.conflict(
        f"Das geht nicht beides zugleich: {does.de}, und das steht gegen einen anderen "
        "dieser Wünsche. Bitte entscheiden Sie einzeln.",
        f"Both cannot be done: {does.en}, against another of these wishes. Please "
        "decide one by one.",
    )


def _already_accepted(flat: Flat, other: Point) -> Refusal:
    does = _who_does(flat, other)
    return Refusal.conflict(
        f"Das steht gegen etwas, das schon angenommen ist: {does.de}. Nehmen Sie das "
        "zuerst zurück, oder fassen Sie die Stelle selbst (Kompromiss).",
        f"That goes against something already accepted: {does.en}. Take that back "
        "first, or word the place yourself (compromise).",
    )


def _who_does(flat: Flat, point: Point) -> Text:
    names, does = [who(land) for land in point.lands], what_it_does(flat, point)
    de, en = listed(one.de for one in names).de, listed(one.en for one in names).en
    return Text(f"{de} {does.de}", f"{en} {does.en}")


def _quoted(tokens: Sequence[Token]) -> str:
    """Return the words of a stretch, cut where a word ends if there are many."""
    text = " ".join(
        said(one if isinstance(one, Word) else Word(" ") for one in tokens).split()
    )
    if len(text) <= QUOTED:
        return text
    return f"{text[:QUOTED].rsplit(' ', 1)[0]} …"


def _title_too_long(length: int, field: str = "") -> Refusal:
    return Refusal.invalid(
        f"Der Titel wäre {length} Zeichen lang; höchstens {LONGEST_TITLE} haben auf "
        "einer Tagesordnung Platz.",
        f"The title would have {length} characters; an agenda has room for "
        f"{LONGEST_TITLE}.",
        field,
    )
