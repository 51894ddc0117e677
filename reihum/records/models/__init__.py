"""Tables only. A model may state what is; it never decides what may be."""

from reihum.records.models.account import Account, Seat
from reihum.records.models.amendment import (
    Amendment,
    AmendmentSupport,
    Compromise,
    Consent,
    Decision,
)
from reihum.records.models.ballot import Ballot, CastVote, Statement
from reihum.records.models.body import (
    Body,
    BodyName,
    Member,
    StoredRulebook,
    WordTemplate,
)
from reihum.records.models.chair_term import ChairTerm
from reihum.records.models.conference import Call, Conference, Deadline
from reihum.records.models.item import Item
from reihum.records.models.journal import JournalEntry, JournalHead, OutboxMessage
from reihum.records.models.mandate import Mandate, MandateStep
from reihum.records.models.minutes import Minutes
from reihum.records.models.motion import (
    Attachment,
    Motion,
    Support,
    Version,
    WritingDraft,
)
from reihum.records.models.person import OfficeHeld, Person
from reihum.records.models.resolution import ReleaseObjection, Report, Resolution
from reihum.records.models.saved_search import SavedSearch
from reihum.records.models.vacancy import Vacancy

__all__ = [
    "Account",
    "Amendment",
    "AmendmentSupport",
    "Attachment",
    "Ballot",
    "Body",
    "BodyName",
    "Call",
    "CastVote",
    "ChairTerm",
    "Compromise",
    "Conference",
    "Consent",
    "Deadline",
    "Decision",
    "Item",
    "JournalEntry",
    "JournalHead",
    "Mandate",
    "MandateStep",
    "Member",
    "Minutes",
    "Motion",
    "OfficeHeld",
    "OutboxMessage",
    "Person",
    "ReleaseObjection",
    "Report",
    "Resolution",
    "SavedSearch",
    "Seat",
    "Statement",
    "StoredRulebook",
    "Support",
    "Vacancy",
    "Version",
    "WordTemplate",
    "WritingDraft",
]
