"""Old votes as public sources report them: no more exact than the report.

Nobody who is not named is said to have voted in some way, except where the numbers
leave no other possibility.
"""

from collections.abc import Collection
from dataclasses import dataclass

from reihum.rules.facts import Vote
from reihum.rules.laender import BY_CODE
from reihum.rules.words import Text, listed

NO_SOURCE = Text("Ergebnis: keine Quelle", "result: no source")


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported: words ("einstimmig"), a number of Yes, members by name.

    Of those in `no_consent` only that they did not agree is known.
    """

    words: Text | None = None
    yes: int | None = None
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    no_consent: tuple[str, ...] = ()
    statement: Text | None = None


def votes_of(report: Reported, voters: Collection[str]) -> dict[str, Vote] | None:
    """Return who voted how, if the numbers leave only one possibility."""
    named = dict.fromkeys(report.no, Vote.NO)
    named |= dict.fromkeys(report.abstain, Vote.ABSTAIN)
    if report.yes is None or report.yes + len(named) != len(voters):
        return None
    return {code: named.get(code, Vote.YES) for code in voters}


def in_words(report: Reported, voters: Collection[str]) -> Text:
    """Return "angenommen mit 13 von 16", "einstimmig, mit Erklärung" and the like."""
    told = _told(report, voters)
    if report.statement is None:
        return told
    return Text(f"{told.de}, mit Erklärung", f"{told.en}, with a statement")


def _told(report: Reported, voters: Collection[str]) -> Text:
    if report.words is not None:
        return report.words
    if report.yes is not None:
        return _counted(report.yes, report, voters)
    if report.no_consent:
        return without(report.no_consent)
    return NO_SOURCE


def _counted(yes: int, report: Reported, voters: Collection[str]) -> Text:
    if votes_of(report, voters) is None:
        return Text(f"angenommen mit {yes} Ja", f"adopted with {yes} Yes")
    return adopted_with(yes, len(voters))


def adopted_with(yes: int, total: int) -> Text:
    """Return "einstimmig" or "angenommen mit 13 von 16"."""
    if yes == total:
        return Text("einstimmig", "unanimous")
    return Text(f"angenommen mit {yes} von {total}", f"adopted with {yes} of {total}")


def without(codes: Collection[str]) -> Text:
    """Return "ohne Zustimmung von Bayern und Sachsen"."""
    de = listed(_name(code).de for code in codes).de
    en = listed(_name(code).en for code in codes).en
    return Text(f"ohne Zustimmung von {de}", f"without the consent of {en}")


def _name(code: str) -> Text:
    land = BY_CODE.get(code)
    return Text(code, code) if land is None else Text(land.name, land.name_en)
