"""Accounts to try out: one coordinator and one office for each Land, and a guest.

All share one password that is made for this installation and easy to type.
"""

import re
import secrets
import textwrap
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.utils import timezone

from reihum.acts.accounts import NewAccount, create_missing, set_password
from reihum.acts.history import importer
from reihum.reads.chairs import term_on
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.laender import BY_CODE
from reihum.rules.rotation import Term
from reihum.site.data import words
from reihum.site.demo.done import done

BODY = "intmk"
GUEST = NewAccount("bund", "Gast des Bundes", "bundesministerium")
PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def accounts() -> tuple[NewAccount, ...]:
    """Return all demonstration accounts of the IntMK."""
    return (*map(coordinator, BY_CODE), *map(office, BY_CODE), GUEST)


def coordinator(land: str) -> NewAccount:
    """Return the account of a Land's coordinator: "bayern"."""
    name = BY_CODE[land].name
    plain = name.lower().translate(PLAIN)
    return NewAccount(
        plain, f"Koordination {name}", land, email=f"{plain}@laender.example"
    )


def office(land: str) -> NewAccount:
    """Return the account of the office in a Land, at rest without the chair."""
    name, title = f"buero-{land.lower()}", f"Büro {BY_CODE[land].name}"
    return NewAccount(name, title, land, office=True)


def prepare(file: Path, now: datetime) -> int:
    """Create what is missing, write the list into `file`, return how many are new.

    Where the list is still there its password stays; without it nobody knows the old
    one, so all accounts get a new one.
    """
    by, kept = importer(BODY, now), _kept(file)
    phrase = kept or _phrase()
    made = done(create_missing(by, accounts=accounts(), password=phrase))
    if not kept and len(made) < len(accounts()):
        names = [account.name for account in accounts()]
        done(set_password(by, names=names, password=phrase))
    _write(file, table(phrase, now))
    return len(made)


def table(phrase: str, now: datetime) -> str:
    """Return the list that is printed: account, who, and what they may do."""
    term = term_on(BODY, timezone.localdate(now))
    rows = [("Konto", "wer", "darf"), *_rows(term)]
    lines = (f"  {name:<10} {who:<24} {may}" for name, who, may in rows)
    known = {name for name, _, _ in rows}
    others = [coordinator(land).name for land in BY_CODE]
    at_rest = [office(land).name for land in BY_CODE]
    return "\n".join(
        [
            "VORFÜHRUNG: Diese Konten sind nur zum Ausprobieren.",
            f"Kennwort für alle: {phrase}",
            "",
            *lines,
            "",
            *_wrapped("Ebenso für ihr Land:", others, known),
            *_wrapped("Büros ohne Vorsitz:", at_rest, known),
            "",
        ]
    )


def _rows(term: Term | None) -> Iterator[tuple[str, str, str]]:
    """Yield one account of each kind, the office in the chair first."""
    if term is not None:
        chair = office(term.land)
        yield chair.name, chair.title, "Geschäftsstelle" + _until(term.ends)
    land = "BY" if term is None or term.land != "BY" else "HE"
    shown = coordinator(land)
    may = f"für {BY_CODE[land].name} beantragen und abstimmen"
    yield shown.name, shown.title, may
    yield GUEST.name, GUEST.title, "sehen, was für Gäste freigegeben ist"


def _until(ends: date | None) -> str:
    """Return " bis 30. Juni 2027"."""
    return "" if ends is None else f" bis {in_words(PartialDate.of(ends)).de}"


def _wrapped(title: str, names: list[str], known: set[str]) -> list[str]:
    text = ", ".join(name for name in names if name not in known)
    return textwrap.wrap(
        f"{title} {text}", 78, initial_indent="  ", subsequent_indent="    ",
        break_on_hyphens=False,
    )  # fmt: skip


def _phrase() -> str:
    """Return something like "birke-hafen-regen-47"."""
    chosen = (secrets.choice(words()) for _ in range(3))
    return f"{'-'.join(chosen)}-{secrets.randbelow(90) + 10}"


def _kept(file: Path) -> str:
    if not file.exists():
        return ""
    found = re.search(
        r"^Kennwort für alle: (\S+)$", file.read_text("utf-8"), re.MULTILINE
    )
    return found[1] if found else ""


def _write(file: Path, text: str) -> None:
    """Write the list so that only the owner of the installation can read it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)
    file.write_text(text, "utf-8")
