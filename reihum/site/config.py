"""Settings of an installation, from environment variables or one TOML file.

Each setting has a name ("database"), found as REIHUM_DATABASE in the environment or as
`database` in the file that REIHUM_CONFIG names; the environment wins.
"""

import os
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]


def _file() -> dict[str, Any]:
    path = os.environ.get("REIHUM_CONFIG")
    return tomllib.loads(Path(path).read_text("utf-8")) if path else {}


FILE = _file()


def setting(name: str, default: str = "") -> str:
    """Return a setting as text."""
    return os.environ.get(f"REIHUM_{name.upper()}", str(FILE.get(name, default)))


def switch(name: str, *, default: bool = False) -> bool:
    """Return a setting that is on or off."""
    return setting(name, "yes" if default else "no").lower() in {
        "1", "yes", "true", "on", "ja",
    }  # fmt: skip


def listed(name: str, default: str) -> list[str]:
    """Return a setting with several values separated by commas."""
    return [part.strip() for part in setting(name, default).split(",") if part.strip()]


def key(path: Path) -> str:
    """Return the key that `reihum build` made, or nothing before that."""
    return path.read_text("ascii") if path.exists() else ""


def moment(name: str) -> datetime | None:
    """Return a moment with its time zone, or None where it is not set."""
    text = setting(name)
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        message = (
            f"REIHUM_{name.upper()} ist „{text}“; gemeint ist ein Zeitpunkt wie "
            "2027-07-01T09:00."
        )
        raise ValueError(message) from None
    return found if found.tzinfo else found.astimezone()


def database(var: Path) -> dict[str, Any]:
    """Return Django's settings for `sqlite:///path` or `postgresql://user@host/name`."""
    url = setting("database", f"sqlite:///{var / 'reihum.sqlite3'}")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        # sqlite:////srv/x.sqlite3 is absolute, sqlite:///x.sqlite3 is not.
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path.removeprefix("/") or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                    "PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;"
                ),
            },
            "CONN_MAX_AGE": None,
        }
    if parts.scheme not in {"postgresql", "postgres"}:
        message = (
            f"REIHUM_DATABASE beginnt mit „{parts.scheme}“; möglich sind "
            "sqlite:///Pfad und postgresql://Name@Rechner/Datenbank."
        )
        raise ValueError(message)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # a socket's folder stands behind the question mark: ?host=/run/postgresql
        "HOST": parts.hostname or dict(parse_qsl(parts.query)).get("host", ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
    }
