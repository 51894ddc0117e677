"""Pieces of Word's XML, written as text: a file of 600 paragraphs takes no time so."""

import re
from collections.abc import Mapping

from lxml import etree

from reihum.formats.word.names import REL, WML, Element
from reihum.rules.text.tokens import Word

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:w="{WML}" xmlns:r="{REL}"'
LINK = "rReihum"  # so begin the names of our relationships
MARK = "_reihum_"  # and those of our bookmarks

# What XML cannot hold at all: Word would call the whole file damaged.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\r\x85\u2028\u2029]+")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_IN_ADDRESS = re.compile(r"""[\s"<>\\^`{|}]""")
_SAFE = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_TOGGLES: Mapping[str, str] = {"b": "<w:b/>", "i": "<w:i/>"}


def fragment(markup: str) -> list[Element]:
    """Return the elements that a piece of XML consists of."""
    return list(etree.fromstring(f"<w:p {NAMES}>{markup}</w:p>"))


def plain(text: str) -> str:
    """Return a text in one line, without what XML cannot hold."""
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text))


def escaped(text: str) -> str:
    """Return a text so that it can stand in an element or an attribute."""
    return plain(text).translate(_ESCAPES)


def run(text: str, style: str = "", *, deleted: bool = False, link: str = "") -> str:
    """Return a run: `style` holds "b" and "i", `link` the style of a link."""
    inside = f'<w:rStyle w:val="{link}"/>' if link else ""
    inside += "".join(_TOGGLES[letter] for letter in style)
    look = f"<w:rPr>{inside}</w:rPr>" if inside else ""
    name = "delText" if deleted else "t"
    space = ' xml:space="preserve"'
    return f"<w:r>{look}<w:{name}{space}>{escaped(text)}</w:{name}></w:r>"


def style_of(word: Word) -> str:
    """Return the letters of a word's style; those of a link are none."""
    return "" if word.style.startswith("a:") else word.style


def link_of(word: Word) -> str:
    """Return the address that a word leads to, empty if to none."""
    return word.style[2:] if word.style.startswith("a:") else ""


class Links:
    """The addresses that a text leads to, each with the name of its relationship.

    `first` is the first number that is free.
    """

    def __init__(self, first: int = 1) -> None:
        self.targets: dict[str, str] = {}
        self._first = first

    def around(self, address: str, inside: str) -> str:
        """Return what leads to an address, if it is one of the web or of mail."""
        if not _SAFE.match(address):
            return inside
        target = _IN_ADDRESS.sub(_percent, _FORBIDDEN.sub("", address))
        name = f"{LINK}{self._first + len(self.targets)}"
        name = self.targets.setdefault(target, name)
        return f'<w:hyperlink r:id="{name}" w:history="1">{inside}</w:hyperlink>'


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
