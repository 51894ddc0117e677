"""The office's own wording for a place (Kompromiss), and whom it concerns."""

from collections.abc import Iterable

from reihum.rules.laender import who
from reihum.rules.motion import LONGEST_TITLE, check_length
from reihum.rules.text.outcome import Decided, touches
from reihum.rules.text.paragraph import Part
from reihum.rules.text.synopsis import Synopsis, in_roll_call
from reihum.rules.text.tokens import Flat, said, words
from reihum.rules.words import Refusal


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


def check_compromise(synopsis: Synopsis, paragraph: str, text: str) -> Refusal | None:
    """Return why a paragraph cannot be worded so. No words delete the paragraph."""
    index = index_of(synopsis.flat, paragraph)
    if index is None:
        return Refusal.unknown(
            "Diese Stelle gibt es in der Fassung nicht.",
            "There is no such place in this version.",
        )
    if not concerned(synopsis, paragraph):
        return Refusal.conflict(
            "Hier wünscht kein Land eine Änderung; ohne Wunsch bleibt der Wortlaut, "
            "wie er ist.",
            "No Land wishes a change here; without a wish the wording stays as it is.",
        )
    one = synopsis.flat.paragraphs[index]
    if one.part is Part.TITLE and not text:
        return Refusal.invalid(
            "Ein Antrag braucht einen Titel.", "A motion needs a title.", "text"
        )
    if one.part is Part.TITLE and len(text) > LONGEST_TITLE:
        return title_too_long(len(text), "text")
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


def other_wording(now: str | None) -> Refusal:
    """Say that somebody else worded, or ended, the compromise since it was shown."""
    if now is None:
        return Refusal.conflict(
            "Den Kompromiss, den Sie vor sich hatten, gibt es nicht mehr: Jemand hat "
            "ihn geändert oder beendet. Bitte sehen Sie sich die Stelle noch einmal "
            "an.",
            "The compromise that you saw is no longer there: somebody changed or ended "
            "it. Please look at the place again.",
        )
    return Refusal.conflict(
        f"Jemand war schneller und hat hier schon gefasst: „{now}“. Von Ihnen wurde "
        "nichts gespeichert; laden Sie die Seite neu, um daran weiterzuarbeiten.",
        f"Somebody was faster and has worded this place: “{now}”. Nothing of yours was "
        "stored; reload the page to go on from there.",
        "text",
    )


def title_too_long(length: int, field: str = "") -> Refusal:
    return Refusal.invalid(
        f"Der Titel wäre {length} Zeichen lang; höchstens {LONGEST_TITLE} haben auf "
        "einer Tagesordnung Platz.",
        f"The title would have {length} characters; an agenda has room for "
        f"{LONGEST_TITLE}.",
        field,
    )
