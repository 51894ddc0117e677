"""`reihum check`: what is wrong with this installation, in sentences."""

from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.db import DatabaseError

from reihum.reads.journal import verify
from reihum.site.commands.build import outdated


def add_arguments(parser: ArgumentParser) -> None:
    """Take no options."""


def run(_options: Namespace) -> int:
    """Print every problem; return how many hinder the service."""
    problems = list(_problems())
    for problem in problems:
        print(f"✗ {problem}")
    if not settings.EMAIL_HOST:
        print(
            f"· Kein Mailserver (REIHUM_SMTP_HOST): Post liegt als Datei in "
            f"{settings.EMAIL_FILE_PATH}."
        )
    if not problems:
        print("✓ Einstellungen, Datenbank und Journal sind in Ordnung.")
    return min(len(problems), 1)


def _problems() -> list[str]:
    found = []
    if not settings.SECRET_KEY:
        found.append("Es gibt keinen Schlüssel. Bitte einmal `reihum build` aufrufen.")
    try:
        if outdated():
            return [*found, "Die Datenbank ist älter als das Programm: `reihum build`."]
    except DatabaseError as error:
        return [*found, f"Die Datenbank antwortet nicht: {error}"]
    broken = verify()
    return found if broken is None else [*found, broken.text.de]
