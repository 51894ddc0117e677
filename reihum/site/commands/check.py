"""`reihum check`: what is wrong with this installation, in sentences."""

from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.db import DatabaseError

from reihum.reads.jobs import source_states
from reihum.reads.journal import verify
from reihum.site.commands.build import outdated
from reihum.site.config_jobs import said_on

OWN_ONLY = (
    "Stellensuche: gesucht wird nur in eigenen Anzeigen; fremde Portale fragt sie mit "
    "REIHUM_JOBS_PORTALS=ja."
)


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
    for hint in _job_hints():
        print(f"· {hint}")
    if not problems:
        print("✓ Einstellungen, Datenbank und Journal sind in Ordnung.")
    return min(len(problems), 1)


def _job_hints() -> list[str]:
    """Return what an operator should know of the job search; nothing is wrong."""
    if settings.REIHUM_JOBS.standins:
        return ["Stellensuche: gefragt werden nachgebildete Portale (Vorführung)."]
    if not settings.REIHUM_JOBS.portals:
        return [OWN_ONLY]
    asked = [one.source.name for one in source_states() if not one.off]
    return [f"Stellensuche: gefragt werden {', '.join(asked)}."]


def _job_problems() -> list[str]:
    """Return what keeps a portal from being asked although it was switched on."""
    on = said_on()
    return [
        f"Stellensuche: {one.source.name} ist an, aber es fehlt: "
        f"{', '.join(one.lacks)} ([jobs.{one.source.key}])."
        for one in source_states()
        if one.source.key in on and one.off == "lacks"
    ]


def _problems() -> list[str]:
    found = _job_problems()
    if not settings.SECRET_KEY:
        found.append("Es gibt keinen Schlüssel. Bitte einmal `reihum build` aufrufen.")
    try:
        if outdated():
            return [*found, "Die Datenbank ist älter als das Programm: `reihum build`."]
    except DatabaseError as error:
        return [*found, f"Die Datenbank antwortet nicht: {error}"]
    broken = verify()
    return found if broken is None else [*found, broken.text.de]
