"""LibreOffice as a witness who had no part in writing a Word file (`libreoffice.py`)."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

ABSENT = "left out: Debian's libreoffice-writer and python3-uno are missing"
_DEBIANS_PYTHON = "/usr/bin/python3"


@dataclass(frozen=True, slots=True)
class Seen:
    """What LibreOffice sees in a file.

    `paragraphs` as (text, label, style), `changes` as (author, "Insert" | "Delete" |
    …, text), `comments` as (author, text), `left` the changes that are still noted.
    """

    paragraphs: tuple[tuple[str, str, str], ...]
    changes: tuple[tuple[str, str, str], ...]
    comments: tuple[tuple[str, str], ...]
    left: int

    @property
    def texts(self) -> list[str]:
        """The paragraphs that say anything."""
        return [text.strip() for text, _, _ in self.paragraphs if text.strip()]


class Witness:
    """One LibreOffice that looks at many files, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._process = subprocess.Popen(  # noqa: S603
            [_DEBIANS_PYTHON, str(Path(__file__).with_name("libreoffice.py")), str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def look(
        self,
        data: bytes,
        change: Literal["", "Accept", "Reject"] = "",
        pdf: Path | None = None,
    ) -> Seen:
        """Open a file, accept or reject all changes if told so, and say what is there."""
        self._count += 1
        file = self._folder / f"{self._count}.docx"
        file.write_bytes(data)
        found = self._ask(
            {"file": str(file), "all": change, "pdf": str(pdf) if pdf else ""}
        )
        file.unlink()
        return Seen(
            tuple((one["text"], one["label"], one["style"]) for one in found["paragraphs"]),
            tuple((one["author"], one["kind"], one["text"]) for one in found["changes"]),
            tuple((one["author"], one["text"]) for one in found["comments"]),
            found["left"],
        )

    def _ask(self, question: dict[str, str]) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "LibreOffice has gone away"
        return json.loads(answer)

    def dismiss(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(30)


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
