"""The one door that every write goes through.

An act is a function `act(by, …) -> T | Refusal`: load, let `rules` decide, save,
`note` it in the journal, `post` what follows. It runs in one transaction; a refusal
undoes whatever was begun, so nothing is half written and nothing is in the journal.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from reihum.reads.actors import actor_of, viewer_of
from reihum.reads.chairs import chair_of
from reihum.rules.rights import Actor
from reihum.rules.signs import check_signs
from reihum.rules.visibility import Viewer
from reihum.rules.words import Refusal

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, in which body, when, and which Land holds the chair at that time."""

    actor: Actor
    body: str
    chair: str | None
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @property
    def viewer(self) -> Viewer:
        return viewer_of(self.actor, self.chair)


def by(account: int | None, body: str, now: datetime) -> By:
    """Return who acts, from the account's seats and the chair of that day."""
    chair = chair_of(body, timezone.localdate(now))
    return By(actor_of(account, body), body, chair, now)


RACED = Refusal.conflict(
    "Jemand war im selben Augenblick schneller. Bitte laden Sie die Seite neu und "
    "sehen Sie nach, was jetzt gilt; von Ihnen wurde nichts gespeichert.",
    "Somebody was faster at the same moment. Please reload the page and see what "
    "holds now; nothing of yours was stored.",
)


def _unreadable(given: Mapping[str, object]) -> Refusal | None:
    refusals = (check_signs(name, value) for name, value in given.items())
    return next((one for one in refusals if one is not None), None)


def act(
    function: Callable[Concatenate[By, P], T],
) -> Callable[Concatenate[By, P], T | Refusal]:
    """Run a function as an act: one transaction, undone by a refusal or a race.

    Whatever text comes in, in whatever field: it holds no sign that nobody sees.
    """

    @wraps(function)
    def run(who: By, /, *args: P.args, **kwargs: P.kwargs) -> T | Refusal:
        try:
            with transaction.atomic():
                if refusal := _unreadable(kwargs):
                    return refusal
                done = function(who, *args, **kwargs)
                if isinstance(done, Refusal):
                    transaction.set_rollback(True)
                return done
        except IntegrityError:
            # The database's own uniqueness is the last judge between two at once.
            return RACED

    return run
