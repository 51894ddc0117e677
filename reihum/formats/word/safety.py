"""Opens a Word file that nobody has looked at yet, without trusting a byte of it.

A .docx is a zip of XML parts. Each is inflated in small steps and counted on the way;
what the zip says about sizes is not believed. Pictures and other media are never
inflated, addresses in the file never followed, nothing in it is ever run.
"""

import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from reihum.formats.word import wrong
from reihum.formats.word.names import (
    MAIN_PARTS,
    PACKAGE_REL,
    TYPE,
    Element,
    transitional,
    w,
)  # fmt: skip
from reihum.rules.words import Refusal

LARGEST = 20_000_000  # bytes of a file
MOST_INFLATED = 60_000_000  # bytes of all XML parts together
MOST_IN_PART = 25_000_000
MOST_DECLARED = 400_000_000  # what a zip may claim to hold, pictures and all
MOST_ENTRIES = 2_000
MOST_NODES = 800_000  # tags and attributes of a part: a tree takes 100 bytes for each
MOST_PARAGRAPHS = 20_000
_RATIO = 250  # XML of ministries packs 10 to 60 fold
_RATIO_FROM = 5_000_000
_STEP = 65_536

_BODY, _PARAGRAPH = w("body"), w("p")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"
_PICTURES = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF",
    b"\0\0\0\x18ftyp", b"\0\0\0\x1cftyp", b"\0\0\0\x20ftyp", b"\xd7\xcd\xc6\x9a",
)  # fmt: skip
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_WANTED = ("officeDocument", "styles", "numbering", "comments", "footnotes", "endnotes")


class _Wrong(Exception):  # noqa: N818 – it carries the refusal out of the depth
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.text.en)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file that a reader needs, parsed.

    `parts` are by what the document calls them: "document", "styles", "numbering",
    "comments", "footnotes", "endnotes". `links` are the addresses of its hyperlinks by
    relationship id. `data` is the file as it came.
    """

    parts: Mapping[str, Element]
    links: Mapping[str, str]
    data: bytes

    @property
    def document(self) -> Element:
        return self.parts["document"]

    @property
    def body(self) -> Element:
        """What the document says: its paragraphs and tables."""
        return next(self.document.iterchildren(_BODY))


def unpack(data: bytes, name: str = "") -> Package | Refusal:
    """Open a file, or say why not. `name` is what the person calls it."""
    refusal = _at_first_sight(data)
    if refusal is not None:
        return refusal
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _open(archive, data, name)
    except _Wrong as found:
        return found.refusal
    except _UNREADABLE:
        return wrong.DAMAGED


def _at_first_sight(data: bytes) -> Refusal | None:
    if not data:
        return wrong.EMPTY
    if len(data) > LARGEST:
        return wrong.LARGE
    if not data.startswith(_ZIP):
        return _no_zip(data)
    # Each entry makes an object as soon as the zip is opened, so count before.
    return wrong.BOMB if data.count(_ENTRY) > MOST_ENTRIES else None


def _no_zip(data: bytes) -> Refusal:
    """Return what to say about a file that is no zip at all."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLE):
        return _old(data)
    if head.startswith(b"{\\rtf"):
        return wrong.RICH_TEXT
    if b"%PDF-" in head:
        return wrong.PDF
    if data.startswith(_PICTURES) or b"<svg" in head:
        return wrong.PICTURE
    if head.startswith(b"<?xml") and b"Word.Document" in head:
        return wrong.FLAT
    return wrong.NO_WORD


def _old(data: bytes) -> Refusal:
    """Tell apart what an OLE file holds by the names in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return wrong.PASSWORD
    if "WordDocument".encode("utf-16-le") in data:
        return wrong.OLD_WORD
    return wrong.OLD_OFFICE


def _open(archive: zipfile.ZipFile, data: bytes, name: str) -> Package:
    entries = _entries(archive)
    _check_kind(archive, entries, name)
    inflated = dict(_inflated(archive, entries.values()))
    main = _main(inflated)
    related = _relationships(inflated, main)
    parts = {"document": _parse(inflated[main])}
    for _, kind, target, external in related:
        if kind in _WANTED and not external and target in inflated:
            parts.setdefault(kind, _parse(inflated[target]))
    if parts["document"].tag != w("document") or parts["document"].find(_BODY) is None:
        raise _Wrong(wrong.NO_WORD)
    if sum(1 for _ in parts["document"].iter(_PARAGRAPH)) > MOST_PARAGRAPHS:
        raise _Wrong(wrong.BOMB)
    links = {key: to for key, kind, to, far in related if far and kind == "hyperlink"}
    return Package(parts, links, data)


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return what is in the zip by name, if that is honest."""
    found = archive.infolist()
    entries = {info.filename: info for info in found}
    if len(entries) < len(found):  # two parts of one name: which one is meant?
        raise _Wrong(wrong.DAMAGED)
    if any(info.flag_bits & 1 for info in found):
        raise _Wrong(wrong.ENCRYPTED)
    if sum(info.file_size for info in found) > MOST_DECLARED:
        raise _Wrong(wrong.BOMB)
    return entries


def _check_kind(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str
) -> None:
    """Refuse what is a zip, but no Word file, or one with macros."""
    names = [one.lower() for one in entries]
    if "mimetype" in entries:
        kind = _inflate(archive, entries["mimetype"], 200)
        text = kind.startswith(b"application/vnd.oasis.opendocument.text")
        raise _Wrong(wrong.OPEN_DOCUMENT if text else wrong.OTHER_OFFICE)
    if name.lower().endswith((".docm", ".dotm")):
        raise _Wrong(wrong.MACROS)
    if any("vbaproject" in one or "vbadata" in one for one in names):
        raise _Wrong(wrong.MACROS)
    if any(one.startswith(("xl/", "ppt/")) for one in names):
        raise _Wrong(wrong.OTHER_OFFICE)
    if "[Content_Types].xml" not in entries:
        raise _Wrong(wrong.NO_WORD)


def _inflated(
    archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo]
) -> Iterable[tuple[str, bytes]]:
    """Yield each XML part, looked through, until the budget is used up."""
    left = MOST_INFLATED
    for info in entries:
        if not info.filename.lower().endswith((".xml", ".rels")):
            continue
        content = _inflate(archive, info, min(left, MOST_IN_PART))
        left -= len(content)
        _look_through(content)
        yield info.filename, content


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Inflate one part step by step; only the two usual ways can be counted so."""
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _Wrong(wrong.DAMAGED)
    steps: list[bytes] = []
    size = 0
    with archive.open(info) as stream:
        while step := stream.read(_STEP):
            size += len(step)
            absurd = size > _RATIO_FROM and size > _RATIO * info.compress_size
            if size > most or absurd:
                raise _Wrong(wrong.BOMB)
            steps.append(step)
    return b"".join(steps)


def _look_through(content: bytes) -> None:
    """Refuse a document type in any part, also in UTF-16 or where nobody reads."""
    plain = content.replace(b"\0", b"") if b"\0" in content[:4] else content
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise _Wrong(wrong.ENTITIES)
    if plain.count(b"<") + plain.count(b"=") > MOST_NODES:
        raise _Wrong(wrong.BOMB)


def _parse(content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(transitional(content), parser)
    except etree.XMLSyntaxError as error:
        raise _Wrong(wrong.DAMAGED) from error
    tree: Any = root.getroottree()  # the stubs do not know `doctype`
    if tree.docinfo.doctype:
        raise _Wrong(wrong.ENTITIES)
    return root


def _main(inflated: Mapping[str, bytes]) -> str:
    """Return the name of the part that holds the text, if it is one of Word's."""
    targets = [to for _, kind, to, _ in _relationships(inflated, "") if kind == TYPE]
    main = next((one for one in targets if one in inflated), "")
    types = _parse(inflated["[Content_Types].xml"])
    if any(map(_runs_macros, types)):
        raise _Wrong(wrong.MACROS)
    for one in types:
        if one.get("PartName") == f"/{main}" and one.get("ContentType") in MAIN_PARTS:
            return main
    raise _Wrong(wrong.NO_WORD)


def _runs_macros(one: Element) -> bool:
    kind = one.get("ContentType", "")
    return "macroEnabled" in kind or "vbaProject" in kind


def _relationships(
    inflated: Mapping[str, bytes], part: str
) -> list[tuple[str, str, str, bool]]:
    """Return id, kind, target and "outside the file" of all that a part refers to."""
    folder, _, own = part.rpartition("/")
    content = inflated.get(join(folder, "_rels", f"{own}.rels"))
    if content is None:
        return []
    return [
        _relationship(one, dirname(part))
        for one in _parse(content).iter(PACKAGE_REL)
    ]  # fmt: skip


def _relationship(one: Element, folder: str) -> tuple[str, str, str, bool]:
    kind = one.get("Type", "").rpartition("/")[2]
    target, external = one.get("Target", ""), one.get("TargetMode") == "External"
    if not external:
        target = normpath(join("/", folder, target)).lstrip("/")
    return one.get("Id", ""), kind, target, external
