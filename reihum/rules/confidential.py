"""Confidential motions (vertraulich): members read them, everybody else sees a number.

On an agenda that others read, such an item keeps its number and says no more than that
it is not public.
"""

from reihum.rules.motion import OPEN
from reihum.rules.stages import Stage
from reihum.rules.words import Refusal, Text

HIDDEN = Text("nicht öffentlich", "not public")


def check_change(
    stage: Stage, *, now: bool, wanted: bool, office: bool, published: bool
) -> Refusal | None:
    """Return why a motion cannot become confidential, or be so no longer.

    Once it is decided, only the office lifts it: what becomes public then is what the
    conference resolved, no longer what one Land proposed.
    """
    if now == wanted:
        return _as_it_is(wanted=wanted)
    if published:
        return Refusal.conflict(
            "Der Beschluss zu diesem Antrag ist schon öffentlich; vertraulich wird er "
            "nicht mehr.",
            "The resolution on this motion is public already; it cannot become "
            "confidential any more.",
            "confidential",
        )
    if not office and stage is not Stage.DRAFT and stage not in OPEN:
        return Refusal.forbidden(
            "Der Antrag ist in der Abstimmung oder erledigt. Ob er vertraulich bleibt, "
            "entscheidet jetzt die Geschäftsstelle.",
            "The motion is being voted on or settled. Whether it stays confidential is "
            "now for the office to decide.",
            "confidential",
        )
    return None


def check_public(*, confidential: bool) -> Refusal | None:
    """Return why nothing about a resolution can be published yet, if so."""
    if not confidential:
        return None
    return Refusal.conflict(
        "Der Antrag zu diesem Beschluss ist vertraulich. Heben Sie auf seiner Seite "
        "zuerst die Vertraulichkeit auf, dann kann der Beschluss veröffentlicht "
        "werden.",
        "The motion behind this resolution is confidential. Lift that on its page "
        "first; then the resolution can be published.",
    )


def _as_it_is(*, wanted: bool) -> Refusal:
    if wanted:
        return Refusal.conflict(
            "Der Antrag ist schon vertraulich.",
            "The motion is confidential already.",
            "confidential",
        )
    return Refusal.conflict(
        "Der Antrag ist nicht vertraulich.",
        "The motion is not confidential.",
        "confidential",
    )
