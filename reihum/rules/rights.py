"""Who may do what, as one table. The office has its rights only with the chair."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reihum.rules.laender import BUND, who, whose
from reihum.rules.visibility import Viewer
from reihum.rules.words import Refusal, Text, listed


class Role(StrEnum):
    """What an account stands for on a day."""

    OFFICE = "office"  # Geschäftsstelle des Landes, das heute den Vorsitz hat
    MEMBER = "member"  # a Land, or another member with a vote
    BUND = "bund"
    GUEST = "guest"
    STRANGER = "stranger"


class Right(StrEnum):
    """One right for each act."""

    CALL_FOR_MOTIONS = "call_for_motions"
    PLAN_CONFERENCE = "plan_conference"
    CANCEL_CONFERENCE = "cancel_conference"
    SUBMIT_MOTION = "submit_motion"
    COSPONSOR = "cosponsor"
    WITHDRAW_MOTION = "withdraw_motion"
    WITHDRAW_COSPONSORSHIP = "withdraw_cosponsorship"
    AMEND = "amend"
    SUPPORT_AMENDMENT = "support_amendment"
    WITHDRAW_AMENDMENT = "withdraw_amendment"
    IMPORT_MOTIONS = "import_motions"
    PLACE_ON_AGENDA = "place_on_agenda"
    ADMIT_LATE = "admit_late"
    CHANGE_AGENDA = "change_agenda"
    PULL_FROM_BLOCK = "pull_from_block"
    PUBLISH_AGENDA = "publish_agenda"
    OPEN_BALLOT = "open_ballot"
    CAST_OWN_VOTE = "cast_own_vote"
    RECORD_ANY_VOTE = "record_any_vote"
    CLOSE_BALLOT = "close_ballot"
    DECLARE_FOR_RECORD = "declare_for_record"
    WRITE_MINUTES = "write_minutes"
    RELEASE = "release"
    OBJECT_TO_RELEASE = "object_to_release"
    PUBLISH = "publish"
    NOTE_MANDATE = "note_mandate"
    REPORT_ON_MANDATE = "report_on_mandate"
    CLOSE_MANDATE = "close_mandate"
    STORE_TERM = "store_term"
    STORE_RULEBOOK = "store_rulebook"
    STORE_WORD_TEMPLATE = "store_word_template"
    CHECK_BUNDESRAT = "check_bundesrat"
    DECIDE_AMENDMENT = "decide_amendment"
    WORD_COMPROMISE = "word_compromise"
    CONSENT = "consent"
    TAKE_OVER_SYNOPSIS = "take_over_synopsis"
    SET_CONFIDENTIAL = "set_confidential"
    MERGE_MOTIONS = "merge_motions"
    SPLIT_MOTION = "split_motion"
    PUBLISH_VACANCY = "publish_vacancy"


_OFFICE = frozenset({Role.OFFICE})
_MEMBER = frozenset({Role.MEMBER})

TABLE: Mapping[Right, frozenset[Role]] = {
    Right.CALL_FOR_MOTIONS: _OFFICE,
    Right.PLAN_CONFERENCE: _OFFICE,
    Right.CANCEL_CONFERENCE: _OFFICE,
    Right.SUBMIT_MOTION: _MEMBER,
    Right.COSPONSOR: _MEMBER,
    Right.WITHDRAW_MOTION: _MEMBER,
    Right.WITHDRAW_COSPONSORSHIP: _MEMBER,
    Right.AMEND: _MEMBER,
    Right.SUPPORT_AMENDMENT: _MEMBER,
    Right.WITHDRAW_AMENDMENT: _MEMBER,
    Right.IMPORT_MOTIONS: _OFFICE,
    Right.PLACE_ON_AGENDA: _OFFICE,
    Right.ADMIT_LATE: _OFFICE,
    Right.CHANGE_AGENDA: _OFFICE,
    Right.PULL_FROM_BLOCK: _MEMBER,
    Right.PUBLISH_AGENDA: _OFFICE,
    Right.OPEN_BALLOT: _OFFICE,
    Right.CAST_OWN_VOTE: _MEMBER,
    Right.RECORD_ANY_VOTE: _OFFICE,
    Right.CLOSE_BALLOT: _OFFICE,
    Right.DECLARE_FOR_RECORD: frozenset({Role.MEMBER, Role.BUND}),
    Right.WRITE_MINUTES: _OFFICE,
    Right.RELEASE: _OFFICE,
    Right.OBJECT_TO_RELEASE: _MEMBER,
    Right.PUBLISH: _OFFICE,
    Right.NOTE_MANDATE: _OFFICE,
    Right.REPORT_ON_MANDATE: frozenset({Role.OFFICE, Role.MEMBER, Role.BUND}),
    Right.CLOSE_MANDATE: _OFFICE,
    Right.STORE_TERM: _OFFICE,
    Right.STORE_RULEBOOK: _OFFICE,
    Right.STORE_WORD_TEMPLATE: _OFFICE,
    Right.CHECK_BUNDESRAT: frozenset({Role.OFFICE, Role.MEMBER}),
    Right.DECIDE_AMENDMENT: _OFFICE,
    Right.WORD_COMPROMISE: _OFFICE,
    Right.CONSENT: _MEMBER,
    Right.TAKE_OVER_SYNOPSIS: _OFFICE,
    Right.SET_CONFIDENTIAL: frozenset({Role.OFFICE, Role.MEMBER}),
    Right.MERGE_MOTIONS: _OFFICE,
    Right.SPLIT_MOTION: frozenset({Role.OFFICE, Role.MEMBER}),
    Right.PUBLISH_VACANCY: frozenset({Role.OFFICE, Role.MEMBER}),
}

ROLE_NAMES: Mapping[Role, Text] = {
    Role.OFFICE: Text(
        "die Geschäftsstelle des vorsitzenden Landes",
        "the office of the Land in the chair",
    ),
    Role.MEMBER: Text("die Mitglieder der Konferenz", "the members of the conference"),
    Role.BUND: Text("der Bund", "the Federation"),
    Role.GUEST: Text("Gäste", "guests"),
    Role.STRANGER: Text("die Öffentlichkeit", "the public"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """An account, and what it stands for.

    `members` are the members with a vote that it works for ("BY"), `office_of` the
    Länder whose office it is part of when they hold the chair.
    """

    account: str
    name: str
    members: frozenset[str] = frozenset()
    office_of: frozenset[str] = frozenset()
    bund: bool = False
    guest: bool = False


def roles(actor: Actor, chair: str | None) -> frozenset[Role]:
    """Return what the account stands for while that Land holds the chair."""
    held = {
        Role.OFFICE: chair in actor.office_of,
        Role.MEMBER: bool(actor.members),
        Role.BUND: actor.bund,
        Role.GUEST: actor.guest,
    }
    return frozenset(role for role in held if held[role]) or frozenset({Role.STRANGER})


def viewer(actor: Actor, chair: str | None) -> Viewer:
    """Return how the account sees things; the Bund sits at the table as a guest."""
    return Viewer(
        members=actor.members,
        office=Role.OFFICE in roles(actor, chair),
        guest=actor.guest or actor.bund,
    )


def may(
    actor: Actor, right: Right, chair: str | None, for_member: str | None = None
) -> Refusal | None:
    """Return why the account may not do this now, if so.

    `for_member` is the member in whose name it acts: unless the office may do it for
    all, the account must belong to that very member. Without `for_member`, the answer
    is whether the account may do it for anybody.
    """
    held = roles(actor, chair) & TABLE[right]
    if not held:
        return _reserved(actor, TABLE[right], chair)
    if Role.OFFICE in held or for_member is None:
        return None
    return None if _belongs(actor, held, for_member) else _not_yours(for_member)


def _belongs(actor: Actor, held: frozenset[Role], member: str) -> bool:
    if member == BUND and Role.BUND in held:
        return True
    return Role.MEMBER in held and member in actor.members


def _not_yours(member: str) -> Refusal:
    name = who(member)
    return Refusal.forbidden(
        f"Das kann nur {name.de} selbst; Ihr Konto gehört nicht dazu.",
        f"Only {name.en} itself can do this; your account does not belong to it.",
    )


def _reserved(actor: Actor, allowed: frozenset[Role], chair: str | None) -> Refusal:
    names = [ROLE_NAMES[role] for role in Role if role in allowed]
    de, en = listed(name.de for name in names).de, listed(name.en for name in names).en
    if Role.OFFICE not in allowed:
        return Refusal.forbidden(f"Das können nur {de}.", f"Only {en} can do this.")
    can = "kann" if len(names) == 1 else "können"
    now, ended = _chair_now(chair), _office_at_rest(actor)
    return Refusal.forbidden(
        f"Das {can} nur {de}; {now.de}.{ended.de}",
        f"Only {en} can do this; {now.en}.{ended.en}",
    )


def _chair_now(chair: str | None) -> Text:
    if chair is None:
        return Text(
            "für heute ist kein Vorsitz eingetragen", "no chair is entered for today"
        )
    name = who(chair)
    return Text(f"den Vorsitz hat {name.de}", f"{name.en} holds the chair")


def _office_at_rest(actor: Actor) -> Text:
    """Say to the office of another Land that its rights come and go with the chair."""
    if not actor.office_of:
        return Text("", "")
    de = listed(whose(land).de for land in sorted(actor.office_of)).de
    en = listed(whose(land).en for land in sorted(actor.office_of)).en
    return Text(
        f" Ihr Amt als Geschäftsstelle gilt nur während des Vorsitzes {de}.",
        f" Your office is valid only during the term of {en} in the chair.",
    )
