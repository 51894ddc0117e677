"""The command line: `reihum <verb>`. Each verb is one file in `commands/`."""

import argparse
import os
import sys
from importlib import import_module
from typing import NamedTuple


class Verb(NamedTuple):
    """A command. `house` says whether it needs settings and database."""

    help: str
    house: bool = True


VERBS = {
    "build": Verb("Datenbank anlegen oder erneuern, Dateien zusammenstellen"),
    "serve": Verb("den Dienst starten"),
    "demo": Verb("die echten Daten der IntMK und ein Vorführjahr laden"),
    "account": Verb("ein Konto anlegen, für ein Land oder seine Geschäftsstelle"),
    "journal": Verb("das Journal prüfen"),
    "timer": Verb("tun, was von selbst geschieht: Post verschicken"),
    "check": Verb("Einstellungen und Zustand prüfen"),
    "jobs": Verb("Stellensuche: die Portale, wie es ihnen geht, und eine Vorführung"),
    "places": Verb("Orte der Stellensuche zeigen, Postleitzahlen übernehmen"),
    "synopsis": Verb("Word-Dateien der Länder zur Synopse machen", house=False),
    "bench": Verb("messen und bench/results.md schreiben"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; return 0 if it went well."""
    parser = argparse.ArgumentParser(
        prog="reihum", description="Das Büro einer Fachministerkonferenz."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="Befehl")
    for name, verb in VERBS.items():
        verbs.add_parser(name, help=verb.help, add_help=False)
    chosen, rest = parser.parse_known_args(arguments)
    verb = VERBS[chosen.verb]
    if problem := _start(chosen.verb) if verb.house else "":
        print(problem, file=sys.stderr)
        return 2
    command = import_module(f"reihum.site.commands.{chosen.verb}")
    own = argparse.ArgumentParser(prog=f"reihum {chosen.verb}", description=verb.help)
    command.add_arguments(own)
    # Options may stand anywhere, but where a verb has verbs of its own.
    mixed = not hasattr(command, "VERBS")
    options = own.parse_intermixed_args(rest) if mixed else own.parse_args(rest)
    return int(command.run(options))


def _start(verb: str) -> str:
    """Set Django up; return a sentence if the settings forbid it."""
    settings = "settings_bench" if verb == "bench" else "settings"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"reihum.site.{settings}")
    import django  # noqa: PLC0415  (only after the verb is known to be right)

    try:
        django.setup()
    except (ValueError, OSError) as error:
        return f"Die Einstellungen stimmen nicht: {error}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
