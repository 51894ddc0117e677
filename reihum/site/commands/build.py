"""`reihum build`: what has to be there before anything is served."""

import secrets
from argparse import ArgumentParser, Namespace

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from reihum.jobs.places import extract, towns

PLACES = settings.REIHUM_JOBS.folder


def add_arguments(parser: ArgumentParser) -> None:
    """Take no options."""


def run(_options: Namespace) -> int:
    """Create folder, key, tables, static files and the list of places; repeatable."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    key = settings.VAR / "secret_key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50), "ascii")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if not (PLACES / towns.FILE).exists():
        extract.build(PLACES)
    print(f"  Daten in {settings.VAR}")
    return 0


def needed() -> bool:
    """Return whether something is missing that this builds."""
    made = (settings.VAR / "secret_key", PLACES / towns.FILE)
    return not all(file.exists() for file in made) or outdated()


def outdated() -> bool:
    """Return whether the tables are older than the program."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
