"""The ballot grid: one cell for each voter, in the order of the roll call."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reihum.look.parts.names import member_label, member_name


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: its value in the form, its word, and the whole word if cut short."""

    value: str
    vote: str
    word: str | Promise
    whole: str | Promise = ""


CHOICES = (
    Choice("ja", "yes", _("Ja")),
    Choice("nein", "no", _("Nein")),
    Choice("enthaltung", "abstain", _("Enth."), _("Enthaltung")),
)
VALUES = {choice.value: choice.vote for choice in CHOICES}


@dataclass(frozen=True, slots=True)
class Cell:
    """A voter's cell: `vote` is the recorded one, `state` says when it came ("10:41").

    A cell that is not `open` shows the vote and takes none.
    """

    code: str
    vote: str = ""
    state: str = ""
    open: bool = True

    @property
    def name(self) -> str:
        return member_name(self.code)

    @property
    def label(self) -> str:
        return member_label(self.code)


def votes_of(data: Mapping[str, str]) -> dict[str, str]:
    """Read a sent grid: {"v-BY": "nein"} is {"BY": "no"}; all else is left out."""
    return {
        key.removeprefix("v-"): VALUES[value]
        for key, value in data.items()
        if key.startswith("v-") and value in VALUES
    }
