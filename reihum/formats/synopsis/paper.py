"""What every form of a synopsis is written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reihum.rules.laender import CODES
from reihum.rules.text.outcome import Decided
from reihum.rules.text.paragraph import Paragraph
from reihum.rules.text.synopsis import Synopsis
from reihum.rules.text.tokens import is_word
from reihum.rules.text.tracked import Loose, Reading, State
from reihum.rules.words import Language, Text


class Counts(NamedTuple):
    """How many words are put in and struck out."""

    inserted: int = 0
    deleted: int = 0


NONE = Counts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What one Land sent: a file, or an amendment written on the page.

    `name` is what the wishes call their source, `called` what people call it if that
    is something else. `noted` counts the words that the file
    notes as changed; `retyped` those of them that were struck out and typed again as
    they were. `lost` says what cannot be kept, `loose` are comments where nothing is
    changed, `untracked` that something was changed without being noted.
    """

    land: str
    name: str = ""
    called: Text | None = None
    noted: Counts = NONE
    retyped: int = 0
    untracked: bool = False
    lost: tuple[Text, ...] = ()
    loose: tuple[Loose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SynopsisPaper:
    """A synopsis with all that is shown of it.

    `above` stands over the title ("22. Integrationsministerkonferenz"), `version` is
    "Fassung 3 vom 2. November 2026", `facts` are further lines below the title.
    `reasons` are those of the office's decisions, by the key of the point. `result` is
    what comes out, numbered anew. `proposed` says that nobody has decided anything:
    `decided` takes in what nobody stands against. `lost` says what could not be kept
    of the text itself.
    """

    title: str
    synopsis: Synopsis
    result: tuple[Paragraph, ...]
    above: str = ""
    version: str = ""
    facts: tuple[str, ...] = ()
    decided: Decided = field(default_factory=lambda: Decided({}, {}))
    reasons: Mapping[str, str] = field(default_factory=dict)
    sent: tuple[Sent, ...] = ()
    silent: tuple[str, ...] = ()
    proposed: bool = False
    lost: tuple[Text, ...] = ()
    language: Language = "de"
    demo: bool = False


def noted(reading: Reading) -> Counts:
    """Return how many words a file notes as put in and struck out."""
    words = [
        piece.state
        for piece in reading.pieces
        if piece.state is not State.KEPT and is_word(piece.token)
    ]
    return Counts(words.count(State.INSERTED), words.count(State.DELETED))


def silent(synopsis: Synopsis, members: tuple[str, ...] = CODES) -> tuple[str, ...]:
    """Return the members that wish nothing, in the order of the roll call."""
    wishing = {land for point in synopsis.points for land in point.lands}
    return tuple(code for code in members if code not in wishing)
