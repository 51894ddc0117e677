"""How a place in a text is called (Fundstelle): "Ziffer 3 Buchstabe a"."""

from collections.abc import Mapping, Sequence

from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.words import Text, plain

PARTS: Mapping[Part, Text] = {
    Part.TITLE: Text("Titel", "Title"),
    Part.TEXT: Text("Beschlussvorschlag", "Operative text"),
    Part.RATIONALE: Text("Begründung", "Rationale"),
}
_RATIONALE = Text("Begründung, ", "rationale, ")
_TITLE = Text("Titel", "title")
_BEGINNING = Text("am Anfang", "at the beginning")


def places(paragraphs: Sequence[Paragraph]) -> tuple[Text, ...]:
    """Return what each paragraph is called."""
    found: list[Text] = []
    above: list[tuple[int, Text]] = []
    nth = dashes = 0
    part = None
    for one in paragraphs:
        if one.part is not part:
            nth, part, above = 0, one.part, []
        nth += 1
        dashes = dashes + 1 if _is_dash(one.number) else 0
        above = [(level, name) for level, name in above if 0 < level < one.level]
        name = _own(one, nth, dashes)
        found.append(_whole(one.part, [*(said for _, said in above), name]))
        above.append((one.level, name))
    return tuple(found)


def behind(names: Sequence[Text], index: int) -> Text:
    """Return what the gap behind a paragraph is called; -1: before the first."""
    if index < 0:
        return _BEGINNING
    return Text(f"nach {names[index].de}", f"after {names[index].en}")


def cited(number: str) -> Text:
    """Return how a paragraph with this number is called among its neighbours."""
    bare = number.rstrip(".)")
    if not number:
        return plain("")
    if _is_dash(number):
        return Text("Spiegelstrich", "dash")
    if bare.isalpha() and number.endswith(")"):
        noun = "Buchstabe" if len(bare) == 1 else "Doppelbuchstabe"
        return Text(f"{noun} {bare}", f"({bare})")
    return Text(f"Ziffer {bare}", f"item {bare}")


def _is_dash(number: str) -> bool:
    return bool(number) and not any(map(str.isalnum, number))


def _own(one: Paragraph, nth: int, dashes: int) -> Text:
    """Return the last step of a name, by its number or else by counting."""
    if not one.number:
        return Text(f"Absatz {nth}", f"paragraph {nth}")
    said = cited(one.number)
    return said + plain(str(dashes)) if _is_dash(one.number) else said


def _whole(part: Part, steps: Sequence[Text]) -> Text:
    if part is Part.TITLE:
        return _TITLE
    front = _RATIONALE if part is Part.RATIONALE else plain("")
    de, en = (
        " ".join(getattr(one, tongue) for one in steps) for tongue in ("de", "en")
    )
    return Text(front.de + de, front.en + en)
