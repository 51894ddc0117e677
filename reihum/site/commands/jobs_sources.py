"""`reihum jobs sources`: which portals are asked, how often, and how they are."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from textwrap import fill

from django.utils import timezone

from reihum.jobs.ask.health import Health
from reihum.jobs.sources.source import Way
from reihum.reads.clock import now
from reihum.reads.jobs import SourceState, config, source_states

HEADS = (
    "Portal", "Schlüssel", "gefragt", "gleichzeitig", "je Minute", "je Tag", "heute",
    "Antwort", "Fehler", "ruht bis", "Zugang", "Adresse",
)  # fmt: skip
NOTHING = "–"
# What a reason of an `Outcome` means to an operator; "http-404" is said as it is.
REASONS = {
    "timeout": "keine Antwort in der Zeit",
    "not-json": "kein JSON",
    "not-xml": "kein XML",
    "truncated": "Antwort abgeschnitten",
    "encoding": "falsche Zeichenkodierung",
    "too-large": "Antwort zu groß",
    "redirect": "unzulässige Weiterleitung",
    "refused": "keine Verbindung",
    "internal": "Fehler in Reihum, siehe Protokoll",
}
LACKS = {"key": "kein Schlüssel", "employers": "keine Arbeitgeber"}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON ausgeben")


def run(options: Namespace) -> int:
    """Print a table, or JSON; return 0."""
    states = source_states()
    if options.json:
        data = [_as_data(one) for one in states]
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    for line in _table([HEADS, *(row for one in states for row in _rows(one))]):
        print(line)
    for hint in _hints(states):
        print(f"\n{hint}")
    return 0


def _rows(one: SourceState) -> Iterator[tuple[str, ...]]:
    """Yield a row for the source, and one more for each employer that fails."""
    yield (
        one.source.name, one.source.key, _asked(one), *_limits(one),
        *_health([health for health in one.health if not health.in_a_row]
                 or list(one.health)),
        _key(one), _where(one),
    )  # fmt: skip
    for health in one.health:
        if health.employer and health.in_a_row:
            yield (f"  {health.employer}", *[""] * 6, *_health([health]), "", "")


def _limits(one: SourceState) -> tuple[str, ...]:
    """Return how often it may be asked and was; our own are not asked at all."""
    if one.source.way is Way.OWN:
        return (NOTHING,) * 4
    limits = one.settings
    numbers = limits.at_once, limits.per_minute, limits.per_day, one.calls_today
    return tuple(map(str, numbers))


def _key(one: SourceState) -> str:
    """Return whether there is a key, and never the key."""
    if one.settings.key:
        return "Schlüssel"
    return "fehlt" if "key" in one.source.needs else "offen"


def _where(one: SourceState) -> str:
    """Return the address, and how many of the named employers are asked."""
    return " · ".join(filter(None, (one.settings.address, _whom(one)))) or NOTHING


def _whom(one: SourceState) -> str:
    """Return "3 Arbeitgeber", or "1 von 3 Arbeitgebern" where two cannot be asked."""
    count, asked = len(one.settings.employers), one.employers
    if asked != count:
        return f"{asked} von {count} Arbeitgeber{'n' if count > 1 else ''}"
    return f"{count} Arbeitgeber" if count else ""


def _asked(one: SourceState) -> str:
    """Return "ja", or why a source is not asked."""
    if one.off == "portals":
        return "nein: fremde Portale sind aus"
    if one.off == "lacks":
        lacks = [LACKS.get(name, f"{name} fehlt") for name in one.lacks]
        return f"nein: {', '.join(lacks)}"
    return "nein: ausgeschaltet" if one.off else "ja"


def _health(healths: Sequence[Health]) -> tuple[str, str, str]:
    """Return the last answer, the last failure and the end of a rest."""
    if not healths:
        return NOTHING, NOTHING, NOTHING
    answered = max(one.answered_at for one in healths)
    failed = max(healths, key=lambda one: one.failed_at)
    rests = max(one.rests_until for one in healths)
    reason = f"{_moment(failed.failed_at)} {_reason(failed.reason)}".strip()
    resting = _moment(rests) if rests > now().timestamp() else NOTHING
    return _moment(answered), reason if failed.failed_at else NOTHING, resting


def _reason(code: str) -> str:
    return REASONS.get(code, code.replace("http-", "HTTP "))


def _moment(seconds: float) -> str:
    if not seconds:
        return NOTHING
    at = timezone.localtime(datetime.fromtimestamp(seconds, tz=UTC))
    return at.strftime("%d.%m. %H:%M")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _hints(states: Sequence[SourceState]) -> Iterator[str]:
    for one in states:
        if one.off in {"off", "lacks"} and one.source.note:
            yield fill(f"{one.source.name}: {one.source.note}", 88)
    if config().standins:
        yield "Gefragt werden nachgebildete Portale dieses Rechners: eine Vorführung."
    elif any(one.off == "portals" for one in states):
        yield "Fremde Portale werden erst gefragt, wenn REIHUM_JOBS_PORTALS „ja“ ist."


def _as_data(one: SourceState) -> dict[str, object]:
    """Return a source for programs; no key or password is among it."""
    limits, why = one.settings, _asked(one).removeprefix("nein: ")
    return {
        "key": one.source.key, "name": one.source.name, "asked": not one.off,
        "why_not": why if why != "ja" else "", "lacks": one.lacks,
        "note": one.source.note, "address": limits.address,
        "employers": limits.employers, "key_given": bool(limits.key),
        "limits": {
            "at_once": limits.at_once, "per_minute": limits.per_minute,
            "per_day": limits.per_day, "pages": limits.pages,
            "keep_seconds": limits.keep_seconds, "hedge": limits.hedge,
        },
        "calls_today": one.calls_today,
        "health": [_health_data(each) for each in one.health],
    }  # fmt: skip


def _health_data(health: Health) -> dict[str, object]:
    return {
        "employer": health.employer,
        "answered_at": _iso(health.answered_at),
        "failed_at": _iso(health.failed_at),
        "reason": health.reason,
        "failures_in_a_row": health.in_a_row,
        "rests_until": _iso(health.rests_until),
    }


def _iso(seconds: float) -> str | None:
    return datetime.fromtimestamp(seconds, tz=UTC).isoformat() if seconds else None
