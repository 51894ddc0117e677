"""A run (w:r): some characters that look alike, a field's sign, a picture, a note."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reihum.formats.word import tags
from reihum.formats.word.lines import Ink
from reihum.formats.word.lost import Loss, Losses
from reihum.formats.word.names import Element, w
from reihum.formats.word.sheet import Sheet, clean
from reihum.formats.word.styles import Styles, on, value
from reihum.formats.word.symbols import UNKNOWN, sign

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_DEEPEST = 50  # fields within fields
_LINKS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
# Word spells a picture sign out for programs that do not know it.
_EMOJI = f"{tags.FALLBACK}/{w('t')}"
_LOST: Mapping[str, Loss] = {
    "strike": Loss.STRUCK,
    "dstrike": Loss.STRUCK,
    "u": Loss.UNDERLINED,
    "vertAlign": Loss.RAISED,
    "rPrChange": Loss.FORMATTING,
}
_LOOKS = frozenset(map(w, (*_LOST, "b", "i", "rStyle", "vanish")))


def address(target: str) -> str:
    """Return an address that may be a link, empty for every other."""
    target = target.strip()
    return target if _LINKS.fullmatch(target) else ""


@dataclass(slots=True)
class Field:
    """A field (Feld): its instruction is not shown, its result is."""

    shown: bool = False
    instruction: str = ""
    link: str = ""

    def begin_result(self) -> None:
        self.shown = True
        match = _LINK.match(self.instruction)
        self.link = (address(match[1]) if match else "") or self.link


@dataclass(slots=True)
class Runs:
    """Reads runs onto a sheet. `note` is called where a foot- or endnote stands."""

    sheet: Sheet
    styles: Styles
    losses: Losses
    note: Callable[[str, str, Ink], None]
    remark: Callable[[str], None]
    fields: list[Field] = field(default_factory=list)

    def read(self, run: Element, ink: Ink, link: str) -> None:
        style = ""
        for child in run:
            tag = child.tag
            if tag == tags.RPR:
                style, hidden = self._look(child)
                if hidden:
                    self._hide(run)
                    return
            elif tag in tags.TEXTS:
                self._put(_text(child), ink, style, link)
            elif tag in tags.SPACES:
                self._put(" ", ink, style, link)
            else:
                self._other(child, ink, style, link)

    def end_paragraph(self) -> None:
        """Forget fields whose result never began: they would swallow the rest."""
        self.fields = [one for one in self.fields if one.shown]

    def _put(self, text: str, ink: Ink, style: str, link: str) -> None:
        if self.fields:
            if not all(one.shown for one in self.fields):
                return
            link = self.fields[-1].link or link
        self.sheet.put(text, ink, f"a:{link}" if link else style)

    def _other(self, child: Element, ink: Ink, style: str, link: str) -> None:
        tag = child.tag
        if tag == tags.NO_BREAK_HYPHEN:
            self._put("‑", ink, style, link)
        elif tag == tags.SYMBOL:
            self._put(self._sign(child), ink, style, link)
        elif tag == tags.FIELD:
            self._field(child.get(w("fldCharType"), ""))
        elif tag == tags.INSTRUCTION and self.fields:
            self.fields[-1].instruction += child.text or ""
        elif tag in tags.NOTES:
            self.note(tag, child.get(w("id"), ""), ink)
        elif tag == tags.COMMENT:
            self.remark(child.get(w("id"), ""))
        elif tag == tags.RUBY:
            for run in child.iterfind(f"{tags.RUBY_BASE}/{tags.R}"):
                self.read(run, ink, link)
        elif tag == tags.ALTERNATE and child.find(_EMOJI) is not None:
            self._put(child.findtext(_EMOJI, ""), ink, style, link)
        else:
            self._picture(child)

    def _picture(self, child: Element) -> None:
        """Note what is drawn; the words in a text box are told, not kept."""
        if child.tag == tags.OBJECT:
            self.losses.note(Loss.EMBEDDED)
        elif child.tag == tags.ALTERNATE or child.tag in tags.PICTURES:
            box = child.find(f".//{tags.TEXT_BOX}")
            words = "" if box is None else said(box)
            if words:
                self.losses.add(Loss.TEXT_BOX, words)
            else:
                self.losses.note(Loss.PICTURE)

    def _sign(self, child: Element) -> str:
        found = sign(child.get(w("char"), ""))
        if found == UNKNOWN:
            self.losses.note(Loss.SYMBOL)
        return found

    def _field(self, kind: str) -> None:
        if kind == "begin":
            if len(self.fields) == _DEEPEST:  # fields that never end
                self.fields.clear()
            outer = self.fields[-1].link if self.fields else ""
            self.fields.append(Field(link=outer))
        elif self.fields and kind == "separate":
            self.fields[-1].begin_result()
        elif self.fields and kind == "end":
            self.fields.pop()

    def _hide(self, run: Element) -> None:
        words = clean("".join(map(_text, run.iter(*tags.TEXTS)))).strip()
        if words:
            self.losses.note(Loss.HIDDEN)

    def _look(self, properties: Element) -> tuple[str, bool]:
        """Return "", "b", "i" or "bi", and whether the run is hidden."""
        found = [child.tag for child in properties]
        if _LOOKS.isdisjoint(found):
            return "", False
        for name, loss in _LOST.items():
            if on(properties, name):
                self.losses.note(loss)
        letters = set(self.styles.letters(value(properties, "rStyle")))
        for letter in "bi":
            said_here = on(properties, letter)
            if said_here is not None:
                letters = letters | {letter} if said_here else letters - {letter}
        return "".join(sorted(letters)), bool(on(properties, "vanish"))


def said(element: Element) -> str:
    """Return all words inside an element, changes or not."""
    paragraphs = element.iter(tags.P)
    return clean(
        " ".join("".join(map(_text, one.iter(*tags.TEXTS))) for one in paragraphs)
    ).strip()


def _text(child: Element) -> str:
    """Return the characters; Word strips them where the file does not say otherwise."""
    text = child.text or ""
    return text if child.get(tags.XML_SPACE) == "preserve" else text.strip()
