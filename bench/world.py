"""The world in which is measured: a fresh database, a served process, people."""

import contextlib
import http.client
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.test import Client

from reihum.acts.door import By, by
from reihum.reads.clock import now
from reihum.records.models import (
    Account,
    Body,
    ChairTerm,
    Conference,
    Member,
    Seat,
)
from reihum.rules.dates import PartialDate
from reihum.rules.laender import LAENDER

BACKEND = "django.contrib.auth.backends.ModelBackend"


def build() -> None:
    """Create the tables, the sixteen, two conferences and two accounts."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    body = Body.objects.create(slug="intmk", short="IntMK")
    today = now().date()
    for position, land in enumerate(LAENDER, 1):
        Member.objects.create(
            body=body, code=land.code, kind="land", name=land.name, votes=True,
            position=position,
        )  # fmt: skip
    ChairTerm.objects.create(
        body=body, land="RP", begins=today.replace(month=1, day=1),
        ends=today.replace(year=today.year + 1, month=12, day=31),
    )  # fmt: skip
    # Motions that only arrive go to the 23rd, so that the agenda of the 22nd is itself.
    for number in (22, 23):
        Conference.objects.create(
            body=body, number=number, begins=PartialDate(today.year + 1, 12, number),
            chair="RP", place="Mainz", demo=True, agenda_published_at=now(),
        )  # fmt: skip
    for name, member, office in (("buero", "RP", True), ("by", "BY", False)):
        account = Account.objects.create(username=name)
        account.set_unusable_password()
        account.save()
        Seat.objects.create(account=account, body=body, member=member, office=office)


def acting(name: str, moment: datetime | None = None) -> By:
    return by(Account.objects.get(username=name).pk, "intmk", moment or now())


def session_of(name: str) -> str:
    """Return the key of a session in which this account is signed in."""
    account = Account.objects.get(username=name)
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def inside(account: str = "") -> Client:
    """Return a browser inside this process, to count queries with."""
    client = Client(headers={"host": "127.0.0.1"})
    if account:
        client.force_login(Account.objects.get(username=account))
    return client


class Browser:
    """One kept-alive connection with a session, as a browser has it."""

    def __init__(self, port: int, session: str = "") -> None:
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self.headers = {"Cookie": "csrftoken=" + "a" * 32}
        if session:
            self.headers["Cookie"] += f"; sessionid={session}"

    def get(self, path: str) -> tuple[int, bytes]:
        self.http.request("GET", path, headers=self.headers)
        answer = self.http.getresponse()
        return answer.status, answer.read()

    def post(self, path: str, data: dict[str, str]) -> tuple[int, bytes]:
        form = urlencode(data)
        self.http.request(
            "POST",
            path,
            form,
            {
                **self.headers,
                "Content-Type": "application/x-www-form-urlencoded",
                "X-CSRFToken": "a" * 32,
            },
        )
        answer = self.http.getresponse()
        return answer.status, answer.read()


@contextmanager
def served(port: int) -> Iterator[int]:
    """Serve the same database in a process of its own, as an installation does."""
    process = subprocess.Popen(  # noqa: S603
        [
            sys.executable, "-m", "reihum.site.cli", "serve",
            "--address", f"127.0.0.1:{port}", "--no-timer",
        ],
        stdout=subprocess.DEVNULL,
        cwd=settings.VAR,
    )  # fmt: skip
    try:
        for _ in range(200):
            try:
                if Browser(port).get("/gesundheit/bereit")[0] == 200:
                    break
            except OSError:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)
