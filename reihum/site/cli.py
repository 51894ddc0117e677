"""The command line: `reihum <verb>`. Each verb is one file in `commands/`."""

import argparse
import os
import sys
from importlib import import_module

VERBS = {
    "build": "Datenbank anlegen oder erneuern, Dateien zusammenstellen",
    "serve": "den Dienst starten",
    "demo": "die echten Daten der IntMK und ein Vorführjahr laden",
    "account": "ein Konto anlegen, für ein Land oder seine Geschäftsstelle",
    "journal": "das Journal prüfen",
    "timer": "tun, was von selbst geschieht: Post verschicken",
    "check": "Einstellungen und Zustand prüfen",
    "bench": "messen und bench/results.md schreiben",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; return 0 if it went well."""
    parser = argparse.ArgumentParser(
        prog="reihum", description="Das Büro einer Fachministerkonferenz."
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="Befehl")
    for verb, help_text in VERBS.items():
        verbs.add_parser(verb, help=help_text, add_help=False)
    chosen, rest = parser.parse_known_args(arguments)
    if problem := _start(chosen.verb):
        print(problem, file=sys.stderr)
        return 2
    command = import_module(f"reihum.site.commands.{chosen.verb}")
    own = argparse.ArgumentParser(
        prog=f"reihum {chosen.verb}", description=VERBS[chosen.verb]
    )
    command.add_arguments(own)
    return int(command.run(own.parse_args(rest)))


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
