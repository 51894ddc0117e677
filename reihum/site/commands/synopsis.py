"""`reihum synopsis`: the files of the Länder and one text become a synopsis.

It needs no service, no settings and no database; nothing leaves the machine.
"""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO, TypeVar

from reihum.formats.synopsis.build import File, build, stranger
from reihum.formats.synopsis.paper import SynopsisPaper, noted
from reihum.formats.synopsis.view import harmless
from reihum.formats.synopsis.written import WRITERS
from reihum.formats.word.read import MotionFile, read_motion, read_reading
from reihum.rules.words import Refusal, Text
from reihum.site.synopsis.asked import Asked, Wrong, asked, read
from reihum.site.synopsis.kept import keep
from reihum.site.synopsis.told import ending, reading, remarks

T = TypeVar("T")
WRONG = 2  # the exit status for wrong input, as that of wrong options


EPILOG = """\
Beispiel:
  reihum synopsis Antrag.docx BY.docx NI.docx --out Synopse.docx --out Synopse.pdf
  reihum synopsis Antrag.docx --as BY=Stellungnahme.docx --out Synopse.html

Gelesen werden nachverfolgte Änderungen; eine Datei ohne sie wird mit BASIS.docx
verglichen. Kommentare werden Begründungen. Es braucht keinen Dienst und keine
Datenbank, und nichts verlässt diesen Rechner.
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument("base", type=Path, metavar="BASIS.docx", help="der Text")
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="LAND.docx",
        help="die Dateien der Länder; am Namen muss das Land zu erkennen sein",
    )  # fmt: skip
    parser.add_argument(
        "--as", dest="named", action="append", default=[], metavar="BY=DATEI",
        help="eine Datei, an deren Namen das Land nicht zu erkennen ist; mehrfach",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, action="append", required=True, metavar="DATEI",
        help=f"wohin: {', '.join(WRITERS)}; mehrfach",
    )  # fmt: skip
    parser.add_argument("--title", default="", metavar="TITEL", help="die Überschrift")
    parser.add_argument("--lang", choices=("de", "en"), default="de", help="Sprache")
    parser.add_argument("--quiet", action="store_true", help="nur Fehler melden")


def run(options: Namespace) -> int:
    """Return 0, or 2 for wrong input; then nothing is written, and a sentence said."""
    teller = _Teller(options.lang, quiet=options.quiet)
    try:
        job = asked(options)
        paper = _paper(job, options, teller)
        for text in remarks(paper):
            teller.tell(text)
        at = _moment(job)
        keep((path, WRITERS[path.suffix.lower()](paper, at)) for path in job.out)
    except Wrong as wrong:
        say(wrong.refusal.text.in_(options.lang), sys.stderr)
        return WRONG
    for text in ending(paper, map(str, job.out)):
        teller.tell(text, to_stdout=True)
    return 0


class _Teller:
    """Says what goes on: progress beside the output, the summary as output."""

    def __init__(self, language: str, *, quiet: bool) -> None:
        self.language = language
        self.quiet = quiet

    def tell(self, text: Text, *, to_stdout: bool = False) -> None:
        if not self.quiet:
            say(text.in_(self.language), sys.stdout if to_stdout else sys.stderr)


def say(text: str, stream: TextIO) -> None:
    """Print; names of files may hold signs that no terminal should be sent."""
    encoding = stream.encoding or "utf-8"
    shown = harmless(text).encode(encoding, "replace").decode(encoding)
    print(shown, file=stream, flush=True)


def _paper(job: Asked, options: Namespace, teller: _Teller) -> SynopsisPaper:
    base = _or_wrong(read_motion(read(job.base), job.base.name), job.base)
    title = options.title or base.title or job.base.stem
    files = list(_files(job, base, teller))
    return build(base, files, title=title, language=options.lang)


def _files(job: Asked, base: MotionFile, teller: _Teller) -> Iterator[File]:
    """Yield the files one after the other, and say what is in each."""
    for land, path in job.files:
        file = _or_wrong(read_reading(read(path), path.name), path)
        strange = stranger(base, file, path.name)
        if strange is not None:
            raise Wrong(strange)
        comments = len(file.reading.remarks)
        teller.tell(reading(land, path.name, noted(file.reading), comments))
        yield land, path.name, file


def _or_wrong(found: T | Refusal, path: Path) -> T:
    if isinstance(found, Refusal):
        raise Wrong(
            Refusal.invalid(
                f"{path.name}: {found.text.de}", f"{path.name}: {found.text.en}"
            )
        )
    return found


def _moment(job: Asked) -> datetime:
    """Return when the last file was saved: of the same files the same synopsis."""
    saved = max(path.stat().st_mtime for _, path in job.files)
    return datetime.fromtimestamp(saved, tz=UTC).replace(microsecond=0)
