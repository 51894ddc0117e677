"""What an installation says about its job search, from environment and TOML file.

| file | environment |
|---|---|
| `[jobs]` and a name of `WHOLE` | `REIHUM_JOBS_PORTALS` … |
| `[[jobs.centres]]` `name`, `url`, `place` | – |
| `[jobs.service-bund]` `per_day` | `REIHUM_JOBS_SERVICE_BUND_PER_DAY` |

The environment wins. What may be said of a source: `reihum.jobs.settings.READERS`.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from reihum.jobs.settings import (
    Config,
    at_once_of,
    centres_of,
    deadline_of,
    refuse,
    settings_of,
    site_of,
    standins_of,
    switch_of,
)
from reihum.jobs.sources import BY_KEY, SOURCES
from reihum.site import config

PREFIX = "REIHUM_JOBS_"
CENTRES = "centres"  # tables, which an environment cannot hold
# What is said of the search as a whole, and what holds where nothing is said.
WHOLE = {
    "portals": "no",
    "standins": "",
    "deadline": "2",
    "at_once": "40",
    "site": "",
}


def jobs(var: Path, site: str = "") -> Config:
    """Return the settings of the job search; raise ValueError with a sentence.

    `site` is the installation's address, unless `jobs.site` says other.
    """
    return jobs_of(config.FILE.get("jobs", {}), os.environ, var, site)


def jobs_of(
    file: object, environment: Mapping[str, str], var: Path, site: str
) -> Config:
    """Return what the table [jobs] and an environment say together."""
    whole, tables = _said(file, environment)
    portals = switch_of("REIHUM_JOBS_PORTALS", whole["portals"])
    standins = standins_of(str(whole["standins"]))
    return Config(
        sources=settings_of(
            tables, portals=portals, standins=standins, sources=SOURCES
        ),
        folder=var / "jobs",
        deadline_seconds=deadline_of(whole["deadline"]),
        at_once=at_once_of(whole["at_once"]),
        standins=bool(standins),
        portals=portals,
        site=site_of(str(whole["site"])) or site,
        centres=centres_of(whole.get(CENTRES, [])),
    )


def said_on() -> set[str]:
    """Return the keys of the sources that the operator has expressly switched on."""
    _, tables = _said(config.FILE.get("jobs", {}), os.environ)
    return {
        key for key, table in tables.items()
        if "on" in table and switch_of(key, table["on"])
    }  # fmt: skip


def _said(
    file: object, environment: Mapping[str, str]
) -> tuple[dict[str, object], dict[str, dict[str, object]]]:
    """Return what is said of the whole, and a table for each source."""
    if not isinstance(file, Mapping):
        refuse(f"jobs ist „{file}“", "eine Tabelle [jobs]")
    whole, tables = dict[str, object](WHOLE), dict[str, dict[str, object]]()
    for name, value in file.items():
        if name in WHOLE or name == CENTRES:
            whole[name] = value
        elif isinstance(value, Mapping):
            tables[name] = dict(value)
        else:
            refuse(f"[jobs] kennt kein „{name}“", " · ".join(WHOLE))
    _environment(environment, whole, tables, BY_KEY)
    return whole, tables


def _environment(
    environment: Mapping[str, str],
    whole: dict[str, object],
    tables: dict[str, dict[str, object]],
    keys: Iterable[str],
) -> None:
    """Lay what the environment says over what the file said."""
    starts = {f"{key.upper().replace('-', '_')}_": key for key in keys}
    for variable in sorted(environment):
        name = variable.removeprefix(PREFIX)
        if name == variable:
            continue
        meant = [one for one in starts if name.startswith(one)]
        start = max(meant, key=len, default="")
        if name.lower() in WHOLE:
            whole[name.lower()] = environment[variable]
        elif start:
            field = name.removeprefix(start).lower()
            tables.setdefault(starts[start], {})[field] = environment[variable]
        else:
            refuse(f"{variable} meint kein Portal", f"{PREFIX}<PORTAL>_<WERT>")
