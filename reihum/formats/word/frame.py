"""A Word file around a text: page, header, logo and styles of a template, filled.

Everything that stands in the template stays, but for its {{places}} (`places`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from reihum.formats.word.builtin import built_in
from reihum.formats.word.lists import Lists
from reihum.formats.word.looks import Look, definition, name_of
from reihum.formats.word.markup import HEAD, LINK, MARK, Links, escaped, fragment
from reihum.formats.word.names import Element, w
from reihum.formats.word.opc import OPC, TYPES, Opc, parsed, written
from reihum.formats.word.places import Blocks, fill

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_TYPE = f"{OPC}/relationships/metadata/core-properties"
_MANAGER = re.compile(rb"<Manager>.*?</Manager>", re.DOTALL)
# What the schema puts before the switch that notes changes (CT_Settings).
_BEFORE_TRACKING = frozenset(
    w(name)
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation",
        "removeDateAndTime", "doNotDisplayPageBoundaries", "displayBackgroundShape",
        "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
        "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData",
        "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
        "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
        "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What goes into a template.

    `values` are those of its places, `blocks` whole paragraphs. `comments` is the
    inside of the part of that name, if there are any; `tracking` lets Word note what is
    changed from now on.
    """

    blocks: Blocks
    values: Mapping[str, str]
    lists: Lists
    links: Links
    name: str
    subject: str = ""
    comments: str = ""
    tracking: bool = False


class Frame:
    """A template, opened; `styles` are the ids under which it knows our looks."""

    def __init__(self, template: bytes | None = None) -> None:
        self._file = Opc(template or built_in())
        self.styles = dict(self._known_styles())

    def lists(self) -> Lists:
        """Return lists that do not get in the way of those of the template."""
        name = self._file.related("numbering")
        if name is None:
            return Lists()
        root = parsed(self._file.parts[name])
        lists = _last(root, "abstractNum", "abstractNumId")
        return Lists(lists + 1, _last(root, "num", "numId") + 1)

    def links(self) -> Links:
        return Links(self._file.last_relation(LINK) + 1)

    def last_id(self) -> int:
        """Return the last number that a bookmark of the template has."""
        root = parsed(self._file.parts[self._file.main])
        return _last(root, "bookmarkStart", "id")

    def filled(self, content: Content) -> bytes:
        """Return the file with everything in it."""
        self._fill(self._file.main, content.values, content.blocks)
        for kind in ("header", "footer"):
            for name in self._file.all_related(kind):
                self._fill(name, content.values)
        self._add_lists(content.lists)
        self._add_styles()
        for target, name in content.links.targets.items():
            self._file.link(name, target)
        if content.comments:
            self._file.add("comments", "comments", content.comments)
        self._detach()
        if content.tracking:
            self._track()
        self._describe(content.name, content.subject)
        return self._file.packed()

    def _fill(
        self, name: str, values: Mapping[str, str], blocks: Blocks | None = None
    ) -> None:
        root = parsed(self._file.parts[name])
        _without_our_marks(root)
        fill(root, values, blocks)
        self._file.parts[name] = written(root)

    def _known_styles(self) -> Iterator[tuple[Look, str]]:
        """Yield for each look the id of the template's style, or else its own."""
        name = self._file.related("styles")
        found = {} if name is None else _styles(parsed(self._file.parts[name]))
        for look in Look:
            known = str(look) in found.values()
            yield look, str(look) if known else found.get(name_of(look), str(look))

    def _add_styles(self) -> None:
        name = self._file.related("styles") or self._file.add("styles", "styles")
        root = parsed(self._file.parts[name])
        there = set(_styles(root).values())
        missing = [look for look in Look if self.styles[look] not in there]
        for look in missing:
            root.extend(fragment(definition(look, _usual(root), self.styles)))
        if missing:
            self._file.parts[name] = written(root)

    def _add_lists(self, lists: Lists) -> None:
        """Put definitions before the instances, as the schema has it."""
        if not lists.instances():
            return
        name = self._file.related("numbering")
        name = name or self._file.add("numbering", "numbering")
        root = parsed(self._file.parts[name])
        _put_before(root, lists.definitions(), {"num", "numIdMacAtCleanup"})
        _put_before(root, lists.instances(), {"numIdMacAtCleanup"})
        self._file.parts[name] = written(root)

    def _detach(self) -> None:
        """Cut the tie to the file of the author's computer that Word notes here."""
        name = self._file.related("settings")
        if name is not None:
            root = parsed(self._file.parts[name])
            for one in root.findall(w("attachedTemplate")):
                root.remove(one)
                self._file.forget(name, "attachedTemplate")
                self._file.parts[name] = written(root)

    def _track(self) -> None:
        name = self._file.related("settings") or self._file.add("settings", "settings")
        root = parsed(self._file.parts[name])
        if root.find(w("trackRevisions")) is None:
            before = [i for i, one in enumerate(root, 1) if one.tag in _BEFORE_TRACKING]
            root.insert(max(before, default=0), etree.Element(w("trackRevisions")))
            self._file.parts[name] = written(root)

    def _describe(self, name: str, subject: str) -> None:
        """Say what the file is, and nothing about any person."""
        core = (
            f'{HEAD}<cp:coreProperties xmlns:cp="{OPC}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(name)}'
            f"</dc:title><dc:subject>{escaped(subject)}</dc:subject>"
            "<dc:language>de-DE</dc:language></cp:coreProperties>"
        ).encode()
        part = self._file.at_root(_CORE_TYPE)
        if part is None:
            self._file.add_at_root("docProps/core.xml", _CORE_TYPE, core, _CORE)
        else:
            self._file.parts[part] = core
        parts = self._file.parts
        if "docProps/app.xml" in parts:
            parts["docProps/app.xml"] = _MANAGER.sub(b"", parts["docProps/app.xml"])
        parts[TYPES] = parts[TYPES].replace(b"template.main+xml", b"document.main+xml")


def _without_our_marks(root: Element) -> None:
    """Take our bookmarks out of a template that was made from one of our files."""
    for one in list(root.iter(w("bookmarkStart"))):
        parent = one.getparent()
        if parent is not None and one.get(w("name"), "").startswith(MARK):
            parent.remove(one)
            for end in parent.findall(w("bookmarkEnd")):
                if end.get(w("id")) == one.get(w("id")):
                    parent.remove(end)


def _styles(root: Element) -> dict[str, str]:
    """Return the ids of styles by their names."""
    return {
        name.get(w("val"), "").lower(): style.get(w("styleId"), "")
        for style in root.iter(w("style"))
        for name in style.iter(w("name"))
    }


def _usual(root: Element) -> str:
    """Return the id of the style that a paragraph has if it has none."""
    return next(
        (style.get(w("styleId"), "") for style in root.iter(w("style"))
         if style.get(w("type")) == "paragraph"
         and style.get(w("default")) in {"1", "true", "on"}),
        "",
    )  # fmt: skip


def _last(root: Element, name: str, number: str) -> int:
    found = root.iter(w(name))
    return max((int(one.get(w(number), "0")) for one in found), default=0)


def _put_before(root: Element, markup: str, names: set[str]) -> None:
    tags = {w(name) for name in names}
    at = next((i for i, one in enumerate(root) if one.tag in tags), len(root))
    root[at:at] = fragment(markup)
