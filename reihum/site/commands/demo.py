"""`reihum demo`: load the real data, and a demonstration year on top; repeatable."""

from argparse import ArgumentParser, Namespace

from django.conf import settings

from reihum.acts.history import importer, load
from reihum.formats.history import History
from reihum.reads.clock import now
from reihum.site import data
from reihum.site.commands import build
from reihum.site.demo.accounts import prepare
from reihum.site.demo.done import done
from reihum.site.demo.script import parse
from reihum.site.demo.vacancies import publish
from reihum.site.demo.year import play


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--real-only",
        action="store_true",
        help="nur die öffentlich belegten Daten, ohne Konten und Vorführjahr",
    )
    parser.add_argument(
        "--no-list", action="store_true", help="die Konten nicht noch einmal zeigen"
    )


def run(options: Namespace) -> int:
    """Add what is missing, say what was added, and show the accounts."""
    if build.needed():
        build.run(options)
    for history in (data.intmk(), *data.other_bodies()):
        _say(history.body.short, _load(history), "Angaben")
    if options.real_only:
        return 0
    file = settings.REIHUM_DEMO_ACCOUNTS
    _say("Vorführkonten", prepare(file, now()), "Konten")
    script = parse(data.text("demo_year"), "demo_year.toml")
    _say("Vorführjahr", play(script), "Schritte")
    offered = publish(data.text("demo_vacancies"), now())
    _say("Vorführstellen", offered, "Stellenanzeigen")
    if not options.no_list:
        print(f"\n{file.read_text('utf-8')}")
    return 0


def _load(history: History) -> int:
    by = importer(history.body.slug, now())
    return done(load(by, history=history, source=history.body.slug))


def _say(what: str, new: int, noun: str) -> None:
    print(f"  {what:<14} {f'{new} {noun}' if new else 'schon da'}", flush=True)
