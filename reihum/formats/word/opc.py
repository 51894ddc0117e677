"""The parts of a Word file, and what relates them to each other (OPC)."""

from collections.abc import Iterator
from itertools import count
from posixpath import basename, dirname, join, normpath, relpath

from lxml import etree

from reihum.formats.word.markup import HEAD, NAMES
from reihum.formats.word.names import REL, Element, transitional
from reihum.formats.word.zipped import unzipped, zipped

OPC = "http://schemas.openxmlformats.org/package/2006"
TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
_EMPTY = f'<Relationships xmlns="{OPC}/relationships"/>'.encode()
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def parsed(part: bytes) -> Element:
    return etree.fromstring(transitional(part), _PARSER)


def written(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


class Opc:
    """A file that `safety.unpack` has let pass, part by part."""

    def __init__(self, data: bytes) -> None:
        self.parts = unzipped(data)
        self.main = next(
            target.lstrip("/") for kind, target in self._relations(ROOT)
            if kind.endswith("/officeDocument")
        )  # fmt: skip
        self._folder = dirname(self.main)
        self._rels = join(self._folder, "_rels", f"{basename(self.main)}.rels")

    def packed(self) -> bytes:
        return zipped(self.parts)

    def all_related(self, kind: str) -> Iterator[str]:
        """Yield the parts that the document has for something."""
        for found, target in list(self._relations(self._rels)):
            name = normpath(join("/", self._folder, target)).lstrip("/")
            if found.endswith(f"/{kind}") and name in self.parts:
                yield name

    def related(self, kind: str) -> str | None:
        return next(self.all_related(kind), None)

    def at_root(self, kind: str) -> str | None:
        """Return a part that belongs to the file and not to its document.

        LibreOffice spells the beginning of kinds otherwise than Word.
        """
        found = self._relations(ROOT)
        ending = "/" + kind.rpartition("/")[2]
        return next(
            (to.lstrip("/") for name, to in found if name.endswith(ending)), None
        )

    def add(self, kind: str, root: str, inside: str = "") -> str:
        """Add a part to the document, and return its name."""
        names = (join(self._folder, f"{kind}{n or ''}.xml") for n in count())
        name = next(one for one in names if one not in self.parts)
        self.parts[name] = f"{HEAD}<w:{root} {NAMES}>{inside}</w:{root}>".encode()
        target = relpath(name, self._folder)
        self._relate(self._rels, f"rReihum{kind.title()}", f"{REL}/{kind}", target)
        self._override(name, f"{_WORD}.{kind}+xml")
        return name

    def add_at_root(self, name: str, kind: str, content: bytes, mime: str) -> None:
        self.parts[name] = content
        self._relate(ROOT, "rReihumCore", kind, name)
        self._override(name, mime)

    def link(self, name: str, target: str) -> None:
        """Let the document know an address on the web."""
        self._relate(self._rels, name, f"{REL}/hyperlink", target, "External")

    def fetched(self) -> set[str]:
        """Return the kinds of what Word would fetch from elsewhere on opening."""
        return {
            line.get("Type", "").rpartition("/")[2]
            for part, content in self.parts.items()
            if part.endswith(".rels")
            for line in parsed(content)
            if line.get("TargetMode") == "External"
        } - {"hyperlink"}

    def forget(self, part: str, kind: str) -> None:
        """Take out what a part relates to of one kind."""
        rels = join(dirname(part), "_rels", f"{basename(part)}.rels")
        root = parsed(self.parts.get(rels, _EMPTY))
        for one in [one for one in root if one.get("Type", "").endswith(f"/{kind}")]:
            root.remove(one)
        self.parts[rels] = written(root)

    def last_relation(self, prefix: str) -> int:
        """Return the last number of the relationships whose names begin so."""
        root = parsed(self.parts.get(self._rels, _EMPTY))
        names = (one.get("Id", "").removeprefix(prefix) for one in root)
        return max((int(name) for name in names if name.isdecimal()), default=0)

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and the target of what lies in the file itself."""
        if part in self.parts:
            for line in parsed(self.parts[part]):
                if line.get("TargetMode") != "External":
                    yield line.get("Type", ""), line.get("Target", "")

    def _relate(
        self, part: str, name: str, kind: str, target: str, mode: str = ""
    ) -> None:
        root = parsed(self.parts.get(part, _EMPTY))
        line = etree.SubElement(root, f"{{{OPC}/relationships}}Relationship")
        line.attrib.update({"Id": name, "Type": kind, "Target": target})
        if mode:
            line.set("TargetMode", mode)
        self.parts[part] = written(root)

    def _override(self, name: str, mime: str) -> None:
        root = parsed(self.parts[TYPES])
        line = etree.SubElement(root, f"{{{OPC}/content-types}}Override")
        line.attrib.update({"PartName": f"/{name}", "ContentType": mime})
        self.parts[TYPES] = written(root)
