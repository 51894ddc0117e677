"""What somebody asked for on the command line, checked before anything is read."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reihum.formats.synopsis.written import WRITERS
from reihum.formats.word.safety import LARGEST
from reihum.rules.land_in_name import land_called, land_in_name
from reihum.rules.words import Refusal, listed


class Wrong(Exception):  # noqa: N818 – it carries a refusal to the command's end
    """What was asked for cannot be done; the refusal says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.text.en)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Asked:
    """The text, the files of Länder, and where the synopsis goes."""

    base: Path
    files: tuple[tuple[str, Path], ...]
    out: tuple[Path, ...]


def asked(options: Namespace) -> Asked:
    """Return what was asked for, or raise `Wrong`."""
    named = [_named(one) for one in options.named]
    files = [*((_land(path), path) for path in options.files), *named]
    base, out = options.base, tuple(options.out)
    if not files:
        raise Wrong(
            Refusal.invalid(
                "Es fehlen die Dateien der Länder, zum Beispiel: "
                "reihum synopsis Antrag.docx BY.docx NI.docx --out Synopse.docx",
                "The files of the Länder are missing, for example: "
                "reihum synopsis motion.docx BY.docx NI.docx --out synopsis.docx",
            )
        )
    _check_inputs([base, *(path for _, path in files)])
    _check_outputs(out, [base, *(path for _, path in files)])
    return Asked(base, tuple(files), out)


def read(path: Path) -> bytes:
    """Return what is in a file; a byte more than may be tells that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Wrong(_unreadable(path, error)) from None


def _land(path: Path) -> str:
    return _or_wrong(land_in_name(path.name))


def _named(text: str) -> tuple[str, Path]:
    """Read "BY=file.docx"."""
    land, sign, path = text.partition("=")
    if not sign or not path:
        raise Wrong(
            Refusal.invalid(
                f"„--as {text}“ ist nicht zu verstehen. Bitte so: --as BY=Datei.docx",
                f"“--as {text}” cannot be understood. Please: --as BY=file.docx",
            )
        )
    return _or_wrong(land_called(land)), Path(path)


def _or_wrong(found: str | Refusal) -> str:
    if isinstance(found, Refusal):
        raise Wrong(found)
    return found


def _check_inputs(paths: Sequence[Path]) -> None:
    for index, path in enumerate(paths):
        if not path.exists():
            raise Wrong(
                Refusal.invalid(
                    f"Die Datei „{path}“ gibt es nicht.",
                    f"There is no file “{path}”.",
                )
            )
        if any(_same(path, other) for other in paths[:index]):
            raise Wrong(
                Refusal.invalid(
                    f"Die Datei „{path}“ ist zweimal angegeben.",
                    f"The file “{path}” is given twice.",
                )
            )


def _check_outputs(out: Sequence[Path], inputs: Iterable[Path]) -> None:
    read_from = list(inputs)
    for index, path in enumerate(out):
        if path.suffix.lower() not in WRITERS:
            raise Wrong(_unknown_kind(path))
        if any(_same(path, other) for other in read_from):
            raise Wrong(
                Refusal.invalid(
                    f"„{path}“ wird gelesen und darf nicht überschrieben werden. Bitte "
                    "wählen Sie für die Synopse einen anderen Namen.",
                    f"“{path}” is read and must not be overwritten. Please choose "
                    "another name for the synopsis.",
                )
            )
        if any(_same(path, other) for other in out[:index]):
            raise Wrong(
                Refusal.invalid(
                    f"„--out {path}“ ist zweimal angegeben.",
                    f"“--out {path}” is given twice.",
                )
            )
        _check_folder(path)


def _check_folder(path: Path) -> None:
    if path.is_dir():
        raise Wrong(
            Refusal.invalid(
                f"„{path}“ ist ein Ordner. Bitte nennen Sie eine Datei darin.",
                f"“{path}” is a folder. Please name a file in it.",
            )
        )
    if not path.parent.is_dir():
        raise Wrong(
            Refusal.invalid(
                f"Den Ordner „{path.parent}“ gibt es nicht. Bitte legen Sie ihn an.",
                f"There is no folder “{path.parent}”. Please create it.",
            )
        )


def _unknown_kind(path: Path) -> Refusal:
    kinds = listed(WRITERS)
    return Refusal.invalid(
        f"Als „{path.name}“ kann die Synopse nicht geschrieben werden. Möglich sind "
        f"{kinds.de}.",
        f"The synopsis cannot be written as “{path.name}”. Possible are {kinds.en}.",
    )


def _unreadable(path: Path, error: OSError) -> Refusal:
    if isinstance(error, IsADirectoryError):
        return Refusal.invalid(
            f"„{path}“ ist ein Ordner und keine Word-Datei.",
            f"“{path}” is a folder and no Word file.",
        )
    return Refusal.invalid(
        f"„{path}“ lässt sich nicht lesen: {error.strerror}.",
        f"“{path}” cannot be read: {error.strerror}.",
    )


def _same(one: Path, other: Path) -> bool:
    """Whether both are one file, also by another name of it."""
    if one.resolve() == other.resolve():
        return True
    return one.exists() and other.exists() and one.samefile(other)
