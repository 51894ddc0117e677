"""An annex (Anlage) of a motion, kept as it is: as a Word file of its own."""

import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from reihum.formats.word import tags
from reihum.formats.word.lines import Line
from reihum.formats.word.names import REL, Element, w
from reihum.formats.word.runs import address
from reihum.formats.word.safety import Package

_DAY = (1980, 1, 1, 0, 0, 0)  # the same file for the same annex
_PARTS = ("styles", "numbering")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_POINTERS = tuple(
    map(w, ("commentRangeStart", "commentRangeEnd", "commentReference",
            "headerReference", "footerReference"))
)  # fmt: skip
# Who in a ministry wrote what, and when, is not for those who read the annex.
_WHO, _NOBODY = w("author"), "Autor"
_PERSONAL = frozenset(
    map(w, ("date", "initials", "rsidR", "rsidRPr", "rsidP", "rsidDel", "rsidRDefault",
            "rsidTr", "rsidSect"))
)  # fmt: skip
_MORE = (*tags.NOTES, *tags.PICTURES, tags.OBJECT, tags.EMBEDDED_TEXT, tags.ALTERNATE)


@dataclass(frozen=True, slots=True)
class Annex:
    """A file that stays with a motion. `whole` says that it is the file as it came."""

    title: str
    data: bytes
    whole: bool = False


def annexes(package: Package, lines: Sequence[Line]) -> tuple[Annex, ...]:
    """Return what the lines of the annexes make: one file, or the whole one as it came.

    An annex with pictures, notes or objects cannot be cut out without losing them.
    """
    first = _top(lines[0].element, package.body)
    inside = list(package.body)[package.body.index(first) :]
    title = lines[0].said
    if any(_holds_more(one) for one in inside):
        return (Annex(title, package.data, whole=True),)
    return (Annex(title, _written(package, inside)),)


def _top(element: Element | None, body: Element) -> Element:
    """Return what stands in the body and holds the element."""
    found = body if element is None else element
    while (parent := found.getparent()) is not None and parent is not body:
        found = parent
    return found


def _holds_more(one: Element) -> bool:
    """Whether it refers to other parts of the file than styles, lists and links."""
    if any(True for _ in one.iter(*_MORE)):
        return True
    return any(
        str(name).startswith(f"{{{REL}}}")
        for inner in one.iter()
        for name in inner.attrib
        if inner.tag != tags.HYPERLINK and inner.tag not in _POINTERS
    )


def _written(package: Package, inside: Sequence[Element]) -> bytes:
    """Write a Word file of some of another one's paragraphs and tables."""
    parts = {name: package.parts[name] for name in _PARTS if name in package.parts}
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relationships([("document", "officeDocument", "word/")]),
        "word/_rels/document.xml.rels": _relationships(
            [(name, name, "") for name in parts], _links(package, inside)
        ),
        "word/document.xml": _xml(_document(package, inside)),
        **{f"word/{name}.xml": _xml(_of_nobody(part)) for name, part in parts.items()},
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _DAY)
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _links(package: Package, inside: Iterable[Element]) -> Iterable[tuple[str, str]]:
    """Return the addresses that the annex leads to, and no others of the file."""
    used = {
        link.get(f"{{{REL}}}id", "")
        for one in inside
        for link in one.iter(tags.HYPERLINK)
    }
    return [(key, to) for key, to in package.links.items() if key in used]


def _document(package: Package, inside: Sequence[Element]) -> Element:
    """Return the document with its names and attributes, but only this in it."""
    source = package.document
    names: Any = source.nsmap
    root = etree.Element(source.tag, nsmap=names)
    for name, content in source.attrib.items():
        root.set(name, content)
    body = etree.SubElement(root, package.body.tag)
    body.extend(deepcopy(one) for one in inside)
    etree.strip_elements(body, *_POINTERS, with_tail=False)
    _forget_people(root)
    return root


def _of_nobody(part: Element) -> Element:
    copy = deepcopy(part)
    _forget_people(copy)
    return copy


def _forget_people(root: Element) -> None:
    """Keep what was changed, but not by whom: Word asks for a name, so it has one."""
    for one in root.iter(etree.Element):
        for name in _PERSONAL & {str(key) for key in one.attrib}:
            del one.attrib[name]
        if one.get(_WHO) is not None:
            one.set(_WHO, _NOBODY)


def _types(parts: Iterable[str]) -> str:
    kinds = {"document": "document.main", **{name: name for name in parts}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(
    parts: Iterable[tuple[str, str, str]], links: Iterable[tuple[str, str]] = ()
) -> str:
    """Write what a part refers to: other parts, and addresses that may be links."""
    rows = [
        f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="{folder}{name}.xml"/>'
        for name, kind, folder in parts
    ]
    rows.extend(
        f'<Relationship Id={quoteattr(key)} Type="{REL}/hyperlink"'
        f' Target={quoteattr(address(target))} TargetMode="External"/>'
        for key, target in links
    )
    return (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}'
        "</Relationships>"
    )


def _xml(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
