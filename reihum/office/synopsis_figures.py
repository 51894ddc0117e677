"""What stands above the rows of a synopsis: counts, jumps, filters, the one stroke."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reihum.reads.synopsis import SynopsisView
from reihum.rules.decision import Fate
from reihum.rules.text.synopsis import in_roll_call

JUMPS = 5  # conflicts that the summary leads to


def figures(view: SynopsisView) -> dict[str, Any]:
    """Return what stands above the rows: counts, jumps, what goes at one stroke."""
    conflicts = [row for row in view.rows if row.in_conflict]
    return {
        "summary": view.summary,
        "conflicting": _unsettled(view),
        "conflicts": conflicts[:JUMPS],
        "more_conflicts": len(conflicts) - JUMPS,
        "remarked": next((row for row in view.rows if row.remarks), None),
        "stroke": last_stroke(view),
        "next_version": view.newest + 1,
    }


def _unsettled(view: SynopsisView) -> int:
    """Return how many conflicts there are that somebody still has to settle."""
    return sum(
        any(view.laid.fate([point.key]) is Fate.OPEN for point in cluster)
        for cluster in view.laid.synopsis.clusters()
    )


def filters(view: SynopsisView, only: str, land: str) -> list[dict[str, Any]]:
    """Return the links that narrow the page; each says how much there is behind it."""
    undecided = sum(row.undecided for row in view.rows)
    conflicts = sum(row.in_conflict for row in view.rows)
    everything = not (only or land)
    return [
        {"query": "", "label": _("Alle"), "current": everything},
        {"query": "nur=konflikte", "current": only == "konflikte",
         "label": ngettext("%(n)s Konflikt", "%(n)s Konflikte", conflicts)
         % {"n": conflicts}},
        {"query": "nur=offen", "current": only == "offen",
         "label": ngettext("%(n)s Stelle offen", "%(n)s Stellen offen", undecided)
         % {"n": undecided}},
    ]  # fmt: skip


def wishing(view: SynopsisView) -> tuple[str, ...]:
    """Return the Länder that wish something, by the roll call."""
    return in_roll_call(
        land for row in view.rows for c in row.cards for land in c.lands
    )


def last_stroke(view: SynopsisView) -> tuple[str, ...]:
    """Return the keys that were accepted together at one stroke last, to take back."""
    strokes: dict[Any, list[str]] = {}
    for one in view.laid.decisions:
        if one.accepted and not one.reason:
            strokes.setdefault(one.at, []).append(one.key)
    newest = max(strokes, default=None)
    keys = strokes[newest] if newest is not None else []
    groups = {view.laid.synopsis.by_key[key].group for key in keys
              if key in view.laid.synopsis.by_key}  # fmt: skip
    return tuple(keys) if len(groups) > 1 else ()
