"""`reihum account NAME`: create an account, for a member or for its office."""

import getpass
import sys
from argparse import ArgumentParser, Namespace

from django.conf import settings

from reihum.acts.accounts import NewAccount, create_account
from reihum.acts.history import importer
from reihum.reads.clock import now
from reihum.rules.words import Refusal


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", help="womit man sich anmeldet, etwa buero-rp")
    parser.add_argument("--member", required=True, help="Kürzel des Mitglieds: RP")
    parser.add_argument("--title", default="", help="etwa „Büro Rheinland-Pfalz“")
    parser.add_argument("--email", default="", help="wohin Schreiben gehen")
    parser.add_argument(
        "--office", action="store_true", help="gehört zur Geschäftsstelle seines Landes"
    )
    parser.add_argument("--body", default=settings.REIHUM_BODY, help="Gremium: intmk")


def run(options: Namespace) -> int:
    """Ask for the password, from the terminal or one line of input; return 0 or 2."""
    account = NewAccount(
        name=options.name,
        title=options.title,
        member=options.member,
        office=options.office,
        email=options.email,
    )
    by = importer(options.body, now())
    done = create_account(by, account=account, password=_password())
    if isinstance(done, Refusal):
        print(done.text.de, file=sys.stderr)
        return 2
    print(f"Das Konto „{account.name}“ ist angelegt.")
    return 0


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Kennwort: ")
    return sys.stdin.readline().rstrip("\n")
