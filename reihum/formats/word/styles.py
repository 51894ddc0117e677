"""The styles of a Word file (Formatvorlagen): names, and what they bring along."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reihum.formats.word.names import VAL, Element, w

_OFF = frozenset(("0", "false", "off", "none", "baseline"))
_MOST_BASES = 20  # Word itself takes no more; styles may be based on each other
_PARAGRAPH_NUMBER = f"{w('pPr')}/{w('numPr')}"
_LEVEL = f"{w('pPr')}/{w('outlineLvl')}"


def off(found: Element) -> bool:
    """Whether a property is there to say that it is not meant."""
    return found.get(VAL, "1") in _OFF


def on(properties: Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off here, None if not said."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else not off(found)


def value(properties: Element | None, name: str) -> str:
    found = None if properties is None else properties.find(w(name))
    return "" if found is None else found.get(VAL, "")


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, and the one a paragraph has that names none."""

    by_id: dict[str, Element] = field(default_factory=dict)
    default: str = ""

    def chain(self, identity: str) -> Iterator[Element]:
        """Yield a style and those it is based on, nearest first."""
        for _ in range(_MOST_BASES):
            style = self.by_id.get(identity)
            if style is None:
                return
            yield style
            identity = value(style, "basedOn")

    def names(self, identity: str) -> tuple[str, ...]:
        """Return what a style and those below it are called, in small letters."""
        return tuple(value(one, "name").lower() for one in self.chain(identity))

    def letters(self, identity: str) -> str:
        """Return "b", "i", "bi" or "" for a style of characters."""
        return "".join(name for name in "bi" if self._switched(identity, name))

    def outlined(self, identity: str) -> bool:
        """Whether paragraphs of this style are headings in the outline."""
        levels = (one.find(_LEVEL) for one in self.chain(identity))
        level = next((one for one in levels if one is not None), None)
        return level is not None and level.get(VAL, "9") in set("012345678")

    def numbering(self, identity: str) -> tuple[str, str, str]:
        """Return list, level and the style that says so; empty strings where none."""
        number = level = ""
        for style in self.chain(identity or self.default):
            found = style.find(_PARAGRAPH_NUMBER)
            level = level or value(found, "ilvl")
            number = value(found, "numId")
            if number:
                return number, level, style.get(w("styleId"), "")
        return "", level, ""

    def _switched(self, identity: str, name: str) -> bool:
        said = (on(one.find(w("rPr")), name) for one in self.chain(identity))
        return next((one for one in said if one is not None), False)


def styles(root: Element | None) -> Styles:
    """Read styles.xml."""
    found = [] if root is None else root.findall(w("style"))
    by_id = {one.get(w("styleId"), ""): one for one in found}
    default = (
        key
        for key, one in by_id.items()
        if one.get(w("type")) == "paragraph" and one.get(w("default"), "0") not in _OFF
    )
    return Styles(by_id, next(default, ""))
