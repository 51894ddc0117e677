"""The office's own template (Word-Vorlage): looked at before it is taken.

It is a Word file of the office with its letterhead and styles. `places` says what may
stand in it between double braces.
"""

from collections.abc import Iterator

from reihum.formats.word.names import Element, w
from reihum.formats.word.opc import Opc, parsed
from reihum.formats.word.places import NAMES, TEXT, is_alone, names_in
from reihum.formats.word.safety import unpack
from reihum.rules.words import Refusal, listed

_NOTED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "commentReference")))
_KNOWN = listed(f"{{{{{name}}}}}" for name in NAMES)


def check_template(data: bytes, name: str = "") -> Refusal | None:
    """Return what is wrong with a template, in a sentence; None: it can be used."""
    package = unpack(data, name)
    if isinstance(package, Refusal):
        return package
    file = Opc(data)
    document = parsed(file.parts[file.main])
    margins = [
        parsed(file.parts[part])
        for kind in ("header", "footer")
        for part in file.all_related(kind)
    ]
    return (
        _check_notes([document, *margins])
        or _check_ties(file.fetched() - {"attachedTemplate"})
        or _check_places(document, margins)
    )


def _check_notes(roots: list[Element]) -> Refusal | None:
    if not any(True for root in roots for _ in root.iter(*_NOTED)):
        return None
    return Refusal.invalid(
        "In der Vorlage stehen noch nachverfolgte Änderungen oder Kommentare. Sie "
        "stünden in jedem Antrag: Bitte nehmen Sie sie in Word an, oder löschen Sie "
        "sie.",
        "The template still holds tracked changes or comments. They would stand in "
        "every motion: please accept or delete them in Word.",
        "file",
    )


def _check_ties(kinds: set[str]) -> Refusal | None:
    if not kinds:
        return None
    return Refusal.invalid(
        "Die Vorlage holt beim Öffnen etwas von anderswo, etwa ein verknüpftes Bild. "
        "Bei den Ländern fehlte es, oder es ließe sich austauschen: Bitte fügen Sie es "
        "in Word fest ein.",
        "On opening, the template fetches something from elsewhere, such as a linked "
        "picture. It would be missing at the Länder, or could be exchanged: please "
        "embed it in Word.",
        "file",
    )


def _check_places(document: Element, margins: list[Element]) -> Refusal | None:
    inside, around = list(_places(document)), [p for m in margins for p in _places(m)]
    unknown = {name for _, names in (*inside, *around) for name in names} - set(NAMES)
    if unknown:
        return _unknown(sorted(unknown))
    texts = [(paragraph, names) for paragraph, names in inside if TEXT in names]
    if sum(names.count(TEXT) for _, names in texts) > 1:
        return _twice()
    alone = all(is_alone(paragraph) for paragraph, _ in texts)
    if not alone or any(TEXT in names for _, names in around):
        return _misplaced()
    return None


def _twice() -> Refusal:
    return Refusal.invalid(
        "{{text}} steht mehr als einmal in der Vorlage. Der Antrag kann nur an einer "
        "Stelle stehen: Bitte lassen Sie eine übrig.",
        "{{text}} stands in the template more than once. The motion can only go to one "
        "place: please leave one.",
        "file",
    )


def _misplaced() -> Refusal:
    return Refusal.invalid(
        "{{text}} braucht einen eigenen Absatz im Text der Vorlage, nicht in Kopf- "
        "oder Fußzeile und ohne andere Wörter davor oder dahinter: Dorthin kommt der "
        "Antrag.",
        "{{text}} needs a paragraph of its own in the text of the template, not in a "
        "header or footer and without other words around it: the motion goes there.",
        "file",
    )


def _unknown(names: list[str]) -> Refusal:
    wrong = listed(f"{{{{{name}}}}}" for name in names)
    return Refusal.invalid(
        f"Die Vorlage enthält {wrong.de}; damit kann Reihum nichts anfangen. Möglich "
        f"sind {_KNOWN.de}.",
        f"The template holds {wrong.en}, which Reihum cannot fill. Possible are "
        f"{_KNOWN.en}.",
        "file",
    )


def _places(root: Element) -> Iterator[tuple[Element, list[str]]]:
    """Yield the paragraphs that hold places, each with their names."""
    for paragraph in root.iter(w("p")):
        names = names_in(paragraph)
        if names:
            yield paragraph, names
