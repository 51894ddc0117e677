"""The life of an agenda item, as one table: nothing moves except along a row."""

from collections.abc import Mapping
from enum import StrEnum

from reihum.rules.words import Refusal, Text, listed


class Stage(StrEnum):
    """How far an item has come. A deferred item returns as a new item."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    LATE = "late"  # verfristet angemeldet, noch nicht zugelassen
    ON_AGENDA = "on_agenda"
    IN_VOTE = "in_vote"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_DECISION = "no_decision"  # keine Beschlussfassung
    NOTED = "noted"  # zur Kenntnis genommen
    WITHDRAWN = "withdrawn"  # zurückgezogen
    DROPPED = "dropped"  # entfällt
    DEFERRED = "deferred"  # vertagt
    FINISHED_IN_PREPARATION = "finished_in_preparation"  # abschließend behandelt
    MERGED = "merged"  # gemeinsam behandelt mit
    NOT_ADMITTED = "not_admitted"


class Treatment(StrEnum):
    """How an item is dealt with (Behandlung), as the agenda prints it."""

    NONE = "none"
    BLOCK = "block"
    A_ITEM = "a_item"
    GREEN_LIST = "green_list"
    PREPARATORY_ONLY = "preparatory_only"  # „nur ACK“
    MAIN_ONLY = "main_only"  # „nur 9. VSMK“
    FINISHED_IN_PREPARATION = "finished_in_preparation"
    JOINT = "joint"
    LATE_ADMITTED = "late_admitted"
    NO_TOPICS = "no_topics"  # „Zu TOP 44 wurden keine Themen angemeldet“


class Move(StrEnum):
    """What can be done with an item."""

    SUBMIT = "submit"
    SUBMIT_LATE = "submit_late"
    PLACE = "place"
    ADMIT = "admit"
    REFUSE_ADMISSION = "refuse_admission"
    OPEN_VOTE = "open_vote"
    ADOPT = "adopt"
    REJECT = "reject"
    REOPEN = "reopen"  # a vote that is broken off leads back to the agenda
    NOTE = "note"
    WITHDRAW = "withdraw"
    DROP = "drop"
    DEFER = "defer"
    MERGE = "merge"
    FINISH = "finish"
    CLOSE_WITHOUT_DECISION = "close_without_decision"


NEXT: Mapping[tuple[Stage, Move], Stage] = {
    (Stage.DRAFT, Move.SUBMIT): Stage.SUBMITTED,
    (Stage.DRAFT, Move.SUBMIT_LATE): Stage.LATE,
    (Stage.SUBMITTED, Move.PLACE): Stage.ON_AGENDA,
    (Stage.SUBMITTED, Move.MERGE): Stage.MERGED,
    (Stage.SUBMITTED, Move.DEFER): Stage.DEFERRED,
    (Stage.SUBMITTED, Move.DROP): Stage.DROPPED,
    (Stage.SUBMITTED, Move.WITHDRAW): Stage.WITHDRAWN,
    (Stage.LATE, Move.ADMIT): Stage.ON_AGENDA,
    (Stage.LATE, Move.REFUSE_ADMISSION): Stage.NOT_ADMITTED,
    (Stage.LATE, Move.WITHDRAW): Stage.WITHDRAWN,
    (Stage.ON_AGENDA, Move.OPEN_VOTE): Stage.IN_VOTE,
    (Stage.ON_AGENDA, Move.NOTE): Stage.NOTED,
    (Stage.ON_AGENDA, Move.FINISH): Stage.FINISHED_IN_PREPARATION,
    (Stage.ON_AGENDA, Move.CLOSE_WITHOUT_DECISION): Stage.NO_DECISION,
    (Stage.ON_AGENDA, Move.MERGE): Stage.MERGED,
    (Stage.ON_AGENDA, Move.DEFER): Stage.DEFERRED,
    (Stage.ON_AGENDA, Move.DROP): Stage.DROPPED,
    (Stage.ON_AGENDA, Move.WITHDRAW): Stage.WITHDRAWN,
    (Stage.IN_VOTE, Move.ADOPT): Stage.ADOPTED,
    (Stage.IN_VOTE, Move.REJECT): Stage.REJECTED,
    (Stage.IN_VOTE, Move.CLOSE_WITHOUT_DECISION): Stage.NO_DECISION,
    (Stage.IN_VOTE, Move.REOPEN): Stage.ON_AGENDA,
}
TERMINAL: frozenset[Stage] = frozenset(Stage) - {stage for stage, _ in NEXT}

STAGE_NAMES: Mapping[Stage, Text] = {
    Stage.DRAFT: Text("Entwurf", "draft"),
    Stage.SUBMITTED: Text("eingereicht", "submitted"),
    Stage.LATE: Text(
        "verfristet angemeldet, noch nicht zugelassen",
        "registered late, not yet admitted",
    ),
    Stage.ON_AGENDA: Text("auf der Tagesordnung", "on the agenda"),
    Stage.IN_VOTE: Text("in der Abstimmung", "being voted on"),
    Stage.ADOPTED: Text("beschlossen", "adopted"),
    Stage.REJECTED: Text("nicht beschlossen", "not adopted"),
    Stage.NO_DECISION: Text("keine Beschlussfassung", "no resolution taken"),
    Stage.NOTED: Text("zur Kenntnis genommen", "noted"),
    Stage.WITHDRAWN: Text("zurückgezogen", "withdrawn"),
    Stage.DROPPED: Text("entfällt", "dropped"),
    Stage.DEFERRED: Text("vertagt", "deferred"),
    Stage.FINISHED_IN_PREPARATION: Text(
        "in der Vorbereitung abschließend behandelt", "concluded in preparation"
    ),
    Stage.MERGED: Text(
        "mit einem anderen Punkt gemeinsam behandelt", "dealt with in another item"
    ),
    Stage.NOT_ADMITTED: Text("nicht zugelassen", "not admitted"),
}
TREATMENT_NAMES: Mapping[Treatment, Text] = {
    Treatment.NONE: Text("ohne besondere Behandlung", "no special treatment"),
    Treatment.BLOCK: Text("Block", "block"),
    Treatment.A_ITEM: Text("A-Punkt (mit Aussprache)", "A item (debated)"),
    Treatment.GREEN_LIST: Text(
        "Grüne Liste (ohne Aussprache)", "green list (without debate)"
    ),
    Treatment.PREPARATORY_ONLY: Text(
        "nur in der Vorkonferenz", "preparatory conference only"
    ),
    Treatment.MAIN_ONLY: Text("nur in der Hauptkonferenz", "main conference only"),
    Treatment.FINISHED_IN_PREPARATION: Text(
        "in der Vorbereitung abschließend behandelt", "concluded in preparation"
    ),
    Treatment.JOINT: Text("gemeinsam behandelt", "dealt with jointly"),
    Treatment.LATE_ADMITTED: Text(
        "verfristet angemeldet, zugelassen", "registered late, admitted"
    ),
    Treatment.NO_TOPICS: Text("keine Themen angemeldet", "no topics registered"),
}
MOVE_NAMES: Mapping[Move, Text] = {
    Move.SUBMIT: Text("einreichen", "submit"),
    Move.SUBMIT_LATE: Text("verfristet anmelden", "register late"),
    Move.PLACE: Text("auf die Tagesordnung setzen", "place on the agenda"),
    Move.ADMIT: Text("zulassen", "admit"),
    Move.REFUSE_ADMISSION: Text("nicht zulassen", "refuse admission"),
    Move.OPEN_VOTE: Text("Abstimmung eröffnen", "open the vote"),
    Move.ADOPT: Text("als beschlossen feststellen", "declare adopted"),
    Move.REJECT: Text("als nicht beschlossen feststellen", "declare not adopted"),
    Move.REOPEN: Text("Abstimmung abbrechen", "break off the vote"),
    Move.NOTE: Text("zur Kenntnis nehmen", "note"),
    Move.WITHDRAW: Text("zurückziehen", "withdraw"),
    Move.DROP: Text("entfallen lassen", "drop"),
    Move.DEFER: Text("vertagen", "defer"),
    Move.MERGE: Text("mit einem anderen Punkt verbinden", "merge into another item"),
    Move.FINISH: Text(
        "in der Vorbereitung abschließen", "conclude in the preparatory body"
    ),
    Move.CLOSE_WITHOUT_DECISION: Text(
        "ohne Beschlussfassung schließen", "close without a resolution"
    ),
}


def move(stage: Stage, wanted: Move) -> Stage | Refusal:
    """Return where the move leads, or why it cannot be made from here."""
    return NEXT.get((stage, wanted)) or _refuse(stage, wanted)


def possible(stage: Stage) -> tuple[Move, ...]:
    """Return the moves that lead on from a stage, in the order of the table."""
    return tuple(wanted for start, wanted in NEXT if start is stage)


def name_of(thing: Stage | Treatment | Move) -> Text:
    if isinstance(thing, Stage):
        return STAGE_NAMES[thing]
    if isinstance(thing, Treatment):
        return TREATMENT_NAMES[thing]
    return MOVE_NAMES[thing]


def _refuse(stage: Stage, wanted: Move) -> Refusal:
    now, action = name_of(stage), name_of(wanted)
    ways = [name_of(way) for way in possible(stage)]
    de = f"Stand des Punktes: „{now.de}“. „{action.de}“ ist von hier aus nicht möglich"
    en = f"The item’s stage is “{now.en}”. “{action.en}” is not possible from here"
    if not ways:
        return Refusal.conflict(
            f"{de}; dieser Stand ist endgültig.", f"{en}; this stage is final."
        )
    ways_de = listed(f"„{way.de}“" for way in ways).de
    ways_en = listed(f"“{way.en}”" for way in ways).en
    return Refusal.conflict(
        f"{de}, wohl aber: {ways_de}.", f"{en}; what is possible: {ways_en}."
    )
