"""What the office may decide about the wishes for a text (Entscheidung), and when."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from reihum.rules.compromise import covered, title_too_long
from reihum.rules.laender import who
from reihum.rules.motion import LONGEST_TITLE, OPEN
from reihum.rules.stages import Stage, name_of
from reihum.rules.text.outcome import Decided
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.synopsis import Point, Synopsis
from reihum.rules.text.tokens import Flat, Token, Word, said
from reihum.rules.words import Refusal, Text, listed

LONGEST_REASON = 2_000
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


def fate_of(decided: Decided, instead: Iterable[str], keys: Iterable[str]) -> Fate:
    """Return what became of the points that are shown together.

    `instead` are the keys that a compromise stands instead of.
    """
    hidden = frozenset(instead)
    found = {_fate(decided, hidden, key) for key in keys}
    return found.pop() if len(found) == 1 else Fate.MIXED


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


def check_seen(now: Fate, seen: Fate | None, wanted: Fate) -> Refusal | None:
    """Return that somebody else decided since the page was shown, if so.

    Two who decide the same do not disturb each other.
    """
    if seen is None or now in (seen, wanted):
        return None
    name = FATE_NAMES[now]
    return Refusal.conflict(
        f"Jemand war schneller: Der Stand ist jetzt „{name.de}“. Bitte sehen Sie sich "
        "die Stelle noch einmal an; von Ihnen wurde nichts gespeichert.",
        f"Somebody was faster: it is now “{name.en}”. Please look at the place again; "
        "nothing of yours was stored.",
    )


def no_button() -> Refusal:
    """Say that what came in is none of the buttons there are."""
    return Refusal.invalid(
        "Das ist auf dieser Seite keine Auswahl; gespeichert wurde nichts. Bitte laden "
        "Sie die Seite neu.",
        "That is no choice on this page; nothing was stored. Please reload the page.",
    )


def check_reason(reason: str) -> Refusal | None:
    """Return why the reason for a decision is too long, if so."""
    if len(reason) <= LONGEST_REASON:
        return None
    return Refusal.invalid(
        f"Die Begründung hat {len(reason)} Zeichen, möglich sind {LONGEST_REASON}.",
        f"The reason has {len(reason)} characters, {LONGEST_REASON} are possible.",
        "reason",
    )


def check_mark(now: str, seen: str) -> Refusal | None:
    """Return that the outcome is no longer the one that was shown, if so."""
    if not seen or now == seen:
        return None
    return Refusal.conflict(
        "Inzwischen hat sich an den Wünschen oder Entscheidungen etwas geändert. "
        "Bitte sehen Sie sich das Ergebnis noch einmal an; übernommen wurde nichts.",
        "Something about the wishes or decisions has changed meanwhile. Please look at "
        "the outcome again; nothing was taken over.",
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
        return title_too_long(len(titles[0].text))
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
