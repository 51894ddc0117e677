"""Tags: small words with a sign, so that no state is told by its colour alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    css: str
    word: str | Promise = ""


KINDS: dict[str, Kind] = {
    "draft": Kind("draft", _("Entwurf")),
    "block": Kind("block", _("Block")),
    "a": Kind("a", _("A-Punkt")),
    "late": Kind("late", _("verfristet")),
    "withdrawn": Kind("withdrawn", _("zurückgezogen")),
    "cancelled": Kind("withdrawn", _("ausgefallen")),
    "done": Kind("done", _("abschließend")),
    "adopted": Kind("adopted", _("angenommen")),
    "rejected": Kind("rejected", _("abgelehnt")),
    "conflict": Kind("conflict", _("Konflikt")),
    "assumed": Kind("assumed", _("Annahme")),
    "inferred": Kind("assumed", _("abgeleitet")),
    "unknown": Kind("assumed", _("keine Quelle")),
    "planned": Kind("draft", _("geplant")),
    "demo": Kind("plain r-tag--draft", _("Vorführung")),
    "confidential": Kind("locked", _("vertraulich")),
    "plain": Kind("plain"),
}
