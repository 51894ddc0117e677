"""LibreOffice as a witness: it had no part in writing a file (`libreoffice.py`)."""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import pytest
from lxml import etree

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, OFFICE, STYLE = (f"{_ODF}{name}:1.0}}" for name in ("text", "office", "style"))
DC = "{http://purl.org/dc/elements/1.1/}"
ABSENT = "left out: Debian's libreoffice-writer and python3-uno are missing"
_DEBIANS_PYTHON = "/usr/bin/python3"


@dataclass(frozen=True, slots=True)
class Seen:
    """What LibreOffice sees in a file, written down by itself as OpenDocument.

    `paragraphs` as (style, words), with `labels` what is printed before them (if that
    was asked for); `changes` as (author, "insertion" | "deletion", words); `comments`
    as (author, words).
    """

    paragraphs: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...]
    comments: tuple[tuple[str, str], ...]


class Witness:
    """One LibreOffice that looks at many files, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._summon()

    def _summon(self) -> None:
        script = Path(__file__).with_name("libreoffice.py")
        self._process = subprocess.Popen(  # noqa: S603
            [_DEBIANS_PYTHON, str(script), str(self._folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def look(
        self,
        data: bytes,
        change: Literal["", "Accept", "Reject"] = "",
        *,
        labels: bool = False,
        pdf: Path | None = None,
        docx: Path | None = None,
    ) -> Seen:
        """Open a file, accept or reject all changes if asked, and say what is there.

        It is also saved as PDF, or as LibreOffice's own Word file, if that is asked.
        """
        file, flat = self._folder / "file.docx", self._folder / "file.fodt"
        file.write_bytes(data)
        save = {"OpenDocument Text Flat XML": str(flat)}
        asked = {"writer_pdf_Export": pdf, "MS Word 2007 XML": docx}
        save |= {kind: str(path) for kind, path in asked.items() if path is not None}
        question = {"file": str(file), "all": change, "save": save, "labels": labels}
        found = self._ask(question)
        return _seen(etree.parse(flat).getroot(), tuple(found))

    def type(
        self, data: bytes, author: str, *words: tuple[str, str], noted: bool
    ) -> bytes:
        """Replace words in a file, with or without having the changes noted."""
        steps = [("replace", *pair) for pair in words]
        return self.work(data, author, *steps, noted=noted)

    def work(
        self, data: bytes, author: str, *steps: tuple[str, ...], noted: bool = True
    ) -> bytes:
        """Do in a file what a person does (`libreoffice.Hands`), step by step."""
        file, to = self._folder / "before.docx", self._folder / "after.docx"
        file.write_bytes(data)
        self._ask({"file": str(file), "to": str(to), "author": author,
                   "steps": steps, "noted": noted})  # fmt: skip
        return to.read_bytes()

    def _ask(self, question: dict[str, Any]) -> list[str]:
        """Ask, and ask once more if somebody on this machine ended the programme."""
        answer = self._answer(question)
        if not answer:
            self.dismiss()
            self._summon()
            answer = self._answer(question)
        assert answer, "LibreOffice went away twice over this file"
        return json.loads(answer)

    def _answer(self, question: dict[str, Any]) -> str:
        assert self._process.stdin
        assert self._process.stdout
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
        return self._process.stdout.readline()

    def dismiss(self) -> None:
        with contextlib.suppress(BrokenPipeError), self._process:
            assert self._process.stdin
            self._process.stdin.close()


def _seen(root: etree._Element, labels: tuple[str, ...]) -> Seen:
    body = next(root.iter(f"{OFFICE}text"))
    noted = body.find(f"{TEXT}tracked-changes")
    regions = {} if noted is None else {
        one.get(f"{TEXT}id"): (
            next(one.iter(f"{DC}creator")).text or "", etree.QName(one[0]).localname
        )
        for one in noted
    }  # fmt: skip
    paragraphs = [one for one in body.iter(f"{TEXT}p", f"{TEXT}h") if _is_content(one)]
    return Seen(
        tuple((_style(root, one), _words(one)) for one in paragraphs),
        labels,
        tuple(_changes(paragraphs, regions)),
        tuple(
            (one.findtext(f"{DC}creator") or "",
             "\n".join(_words(line) for line in one.iter(f"{TEXT}p")))
            for one in body.iter(f"{OFFICE}annotation")
        ),
    )  # fmt: skip


def _is_content(one: etree._Element) -> bool:
    away = (f"{OFFICE}annotation", f"{TEXT}tracked-changes")
    return next(one.iterancestors(*away), None) is None


def _style(root: etree._Element, one: etree._Element) -> str:
    """Return the style that a person sees; LibreOffice puts its own before it."""
    name = one.get(f"{TEXT}style-name")
    found = root.find(f".//{STYLE}style[@{STYLE}name='{name}']")
    if found is not None and found.getparent().tag == f"{OFFICE}automatic-styles":
        name = found.get(f"{STYLE}parent-style-name")
    return (name or "").replace("_20_", " ")


def _pieces(one: etree._Element) -> Iterator[str | etree._Element]:
    """Yield words and marks of changes, in order, but nothing of comments."""
    yield one.text or ""
    for child in one:
        if child.tag == f"{TEXT}s":
            yield " " * int(child.get(f"{TEXT}c", "1"))
        elif child.tag in {f"{TEXT}change-start", f"{TEXT}change-end"}:
            yield child
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag in {f"{TEXT}span", f"{TEXT}a"}:
            yield from _pieces(child)
        yield child.tail or ""


def _words(one: etree._Element) -> str:
    return "".join(piece for piece in _pieces(one) if isinstance(piece, str))


def _changes(
    paragraphs: Iterable[etree._Element], regions: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Yield what stands between the marks of each change of words."""
    open_: dict[str, list[str]] = {}
    for piece in chain.from_iterable(map(_pieces, paragraphs)):
        if isinstance(piece, str):
            for said in open_.values():
                said.append(piece)
            continue
        name = piece.get(f"{TEXT}change-id")
        author, kind = regions[name]
        if piece.tag == f"{TEXT}change-start":
            open_[name] = []
        elif (said := "".join(open_.pop(name))) and kind in {"insertion", "deletion"}:
            yield author, kind, said


def absent() -> bool:
    """Return whether LibreOffice, or its door to Python, is missing here."""
    if shutil.which("soffice") is None or not Path(_DEBIANS_PYTHON).exists():
        return True
    asked = [_DEBIANS_PYTHON, "-c", "import uno"]
    return subprocess.run(asked, check=False, capture_output=True).returncode != 0  # noqa: S603


def summoned(folder: Path) -> Iterator[Witness]:
    """Give a witness, or leave the test out; in CI he has to be there."""
    if absent():
        if os.environ.get("CI") == "true":
            pytest.fail(ABSENT)
        pytest.skip(ABSENT)
    witness = Witness(folder)
    yield witness
    witness.dismiss()
