"""What the rules reason about: small frozen values, never database rows."""

from enum import StrEnum


class Vote(StrEnum):
    """One member's vote (Stimme)."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Category(StrEnum):
    """What an item is about, where that decides the majority that it needs."""

    ORDINARY = "ordinary"
    FUNDAMENTAL = "fundamental"  # Angelegenheit von grundsätzlicher Bedeutung
    BUDGET = "budget"  # Auswirkungen auf Haushalte oder gemeinsame Einrichtungen
    PROCEDURE = "procedure"  # Verfahrensfrage


class Procedure(StrEnum):
    """How a decision is taken: in session, or by circular vote (Umlaufverfahren)."""

    SESSION = "session"
    CIRCULAR = "circular"


class MemberKind(StrEnum):
    """Who sits at the table: a Land, the Bund, or a guest (Gast)."""

    LAND = "land"
    BUND = "bund"
    GUEST = "guest"


class Certainty(StrEnum):
    """How sure a fact of the past is. Nothing is made more exact than its source."""

    SOURCED = "sourced"  # belegt
    INFERRED = "inferred"  # abgeleitet
    PLANNED = "planned"  # geplant
    UNKNOWN = "unknown"  # keine Quelle


class ConferenceKind(StrEnum):
    """The four kinds of conference in a year of office."""

    MAIN = "main"  # Hauptkonferenz
    SPECIAL = "special"  # Sonderkonferenz
    PREPARATORY = "preparatory"  # Vorkonferenz
    AUTUMN = "autumn"  # Herbsttreffen


class Mode(StrEnum):
    """Where a conference takes place."""

    IN_PERSON = "in_person"
    VIDEO = "video"


class ConferenceState(StrEnum):
    """What has become of a conference."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class BeforeBundesrat(StrEnum):
    """Is the matter before the Bundesrat? Such matters are not dealt with.

    Source: decision of the heads of government, 17 December 1992.
    """

    NO = "no"
    YES = "yes"
    UNCHECKED = "unchecked"
