"""`reihum places`: which places the job search knows; `import FILE` adds postcodes."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from django.conf import settings

from reihum.jobs.places.places import Places
from reihum.jobs.places.postcodes import WrongFile, import_file

FOLDER = settings.REIHUM_JOBS.folder
WRONG = 2  # the exit status for wrong input, as that of wrong options
EPILOG = """\
Ohne Angaben: was geladen ist.

  reihum places import DE.zip

DE.zip (oder DE.txt daraus) sind die Postleitzahlen von GeoNames, die es auf
geonames.org unter „Postal Codes“ gibt (CC BY 4.0). Reihum bringt keine mit: ohne sie
wird ein Ort nur mit seinem Namen gefunden.
"""


def add_arguments(parser: ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument(
        "action", nargs="?", choices=("import",), help="Postleitzahlen übernehmen"
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="DATEI", help="DE.zip oder DE.txt"
    )


def run(options: Namespace) -> int:
    """Say what is there, or take a file over; return 0, or 2 for a wrong one."""
    if options.action is None:
        return _tell()
    if options.file is None:
        return _refuse("Welche Datei? Etwa: reihum places import DE.zip")
    if not options.file.is_file():
        return _refuse(f"Die Datei „{options.file}“ gibt es nicht.")
    try:
        count = import_file(options.file, FOLDER)
    except WrongFile as wrong:
        return _refuse(f"{wrong} Es bleibt, wie es war.")
    print(f"{count} Postleitzahlen übernommen.")
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return WRONG


def _tell() -> int:
    loaded = Places(FOLDER).loaded()
    print(f"  Orte            {loaded.towns}{'' if loaded.whole else _few()}")
    print(
        f"  Postleitzahlen  {loaded.postcodes or 'keine: reihum places import DATEI'}"
    )
    return 0


def _few() -> str:
    return " (nur die größten Städte; alle nach `reihum build`)"
