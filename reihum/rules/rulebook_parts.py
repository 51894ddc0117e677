"""The sections of a rulebook (Geschäftsordnung): one dataclass each, fields are keys.

A key that is left out says: no public source gives this rule. Nothing is invented for
it. Every section names its source, or says that it is an assumption and why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reihum.rules.deadlines import Anchor, Lead
from reihum.rules.laender import BUND, CODES
from reihum.rules.rulebook_choices import (
    Abstaining,
    Admission,
    Approval,
    Binding,
    BundRole,
    Electorate,
    Fallback,
    Keeper,
    MonthDay,
    ObjectionTo,
    Order,
    Origin,
    Payer,
    Share,
    Silence,
    Threshold,
)
from reihum.rules.rulebook_faults import (
    Fault,
    at_most,
    doubled,
    far,
    unknown_codes,
)
from reihum.rules.words import Text

MOST_DAYS, MOST_YEARS = 366, 16  # no rule reaches farther back, or ahead
CITY_STATES = frozenset({"BE", "HB", "HH"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What every section says about itself."""

    source: str
    assumed: bool = False
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Members(Part):
    laender: tuple[str, ...]
    bund: BundRole | None = None
    several_ministers: bool = False  # several ministers of a Land, one vote
    weights: Mapping[str, int] | None = None

    @property
    def voters(self) -> tuple[str, ...]:
        """All who vote, in the order in which the roll is called."""
        bund = (BUND,) if self.bund is BundRole.VOTES else ()
        return self.laender + bund

    def faults(self) -> Iterator[Fault]:
        yield from unknown_codes("laender", self.laender, CODES)
        yield from doubled("laender", self.laender)
        if self.weights is not None:
            yield from unknown_codes("weights", self.weights, self.voters)
            for code in set(self.voters) - set(self.weights):
                yield Fault(
                    "weights",
                    Text(
                        f"Für „{code}“ fehlt ein Gewicht.",
                        f"“{code}” has no weight.",
                    ),
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings(Part):
    per_year: int | None = None
    per_year_at_most: int | None = None
    autumn_meeting: bool = False  # Herbsttreffen
    special: bool = False  # Sonderkonferenzen take place
    special_demanded_by: int | None = None
    special_remote: bool = False
    special_shorter_deadlines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparatory(Part):
    name: Text
    short: str | None = None
    earliest: Lead | None = None
    latest: Lead | None = None
    per_year: int | None = None
    finishes_items: bool = False
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Part):
    """Something is due so long before its anchor; without `lead` only that is known."""

    lead: Lead | None = None
    anchor: Anchor = Anchor.SESSION
    open_to: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Late(Part):
    admitted_by: Admission
    only_if_urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Part):
    name: str
    unanimous_preparatory: bool = False
    item: str | None = None
    debated: str | None = None  # what the other items are called


@dataclass(frozen=True, slots=True, kw_only=True)
class PullOut(Part):
    any_member: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Part):
    more_than: Share  # of the Länder


@dataclass(frozen=True, slots=True, kw_only=True)
class Majority(Part):
    threshold: Threshold
    votes: int | None = None
    votes_of: Electorate = Electorate.ALL
    share: Share | None = None
    must_agree: tuple[str, ...] = ()
    covers: Text | None = None

    def faults(self, members: Members) -> Iterator[Fault]:
        needs_votes = self.threshold in (Threshold.COUNT, Threshold.WEIGHTED)
        weighted = self.threshold is Threshold.WEIGHTED
        yield from self._needed("votes", self.votes is not None, needs_votes)
        yield from self._needed("share", self.share is not None, weighted)
        yield from unknown_codes("must_agree", self.must_agree, members.voters)
        if self.must_agree and not weighted:
            yield from self._needed("must_agree", given=True, wanted=False)
        if weighted and members.weights is None:
            yield Fault(
                "threshold",
                Text(
                    "„weighted“ braucht Gewichte in [members.weights].",
                    "“weighted” needs weights in [members.weights].",
                ),
            )
        most = len(self.electorate(members))
        yield from at_most("votes", self.votes, most)

    def electorate(self, members: Members) -> tuple[str, ...]:
        only_laender = self.votes_of is Electorate.LAENDER
        return members.laender if only_laender else members.voters

    def _needed(self, key: str, given: bool, wanted: bool) -> Iterator[Fault]:  # noqa: FBT001
        if wanted and not given:
            yield Fault(
                key,
                Text(
                    f"„{self.threshold}“ braucht den Schlüssel „{key}“.",
                    f"“{self.threshold}” needs the key “{key}”.",
                ),
            )
        if given and not wanted:
            yield Fault(
                key,
                Text(
                    f"„{key}“ hat bei „{self.threshold}“ keine Bedeutung.",
                    f"“{key}” means nothing with “{self.threshold}”.",
                ),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention(Part):
    counts: Abstaining | None = None
    recorded_by_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects(Part):
    binding: Binding | None = None
    without_bund: bool = False  # all Länder may decide without the Bund; it is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Circular(Part):
    """The circular procedure (Umlaufverfahren)."""

    days: int | None = None
    silence: Silence | None = None
    objection: ObjectionTo | None = None
    only_urgent: bool = False
    numbering: str | None = None  # "{number}/{year}"
    reported: bool = False  # a standing item reports on circular resolutions
    report_item: str | None = None

    def faults(self) -> Iterator[Fault]:
        yield from far("days", self.days, MOST_DAYS)
        form = self.numbering or ""
        for place in ("{number}", "{year}"):
            form = form.replace(place, "", 1)
        if "{" in form or "}" in form:
            yield Fault(
                "numbering",
                Text(
                    "In geschweiften Klammern kann nur „{number}“ und „{year}“ stehen.",
                    "Only “{number}” and “{year}” can stand in braces.",
                ),
            )

    @property
    def no_objection_is_enough(self) -> bool:
        """Whether a text is adopted as soon as nobody has objected to it in time."""
        to_the_text = self.objection in (ObjectionTo.TEXT, ObjectionTo.BOTH)
        return to_the_text and self.silence is Silence.CONSENT

    def is_ended_by(self, to: ObjectionTo) -> bool:
        """Return whether an objection to this ends the procedure."""
        known = self.objection not in (None, ObjectionTo.NONE)
        return known and (
            to is self.objection or ObjectionTo.BOTH in (to, self.objection)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterFailure(Part):
    kind: Fallback
    votes: int
    in_writing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Part):
    """The minutes (Niederschrift): what their versions are called, who approves."""

    versions: tuple[str, ...] = ()
    approval: Approval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Part):
    """What becomes public; `None` where no source says so."""

    resolutions: bool | None = None
    minutes: bool | None = None
    agenda: bool | None = None
    per_part: bool = False
    veto: bool | None = None  # the objection of one member prevents publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair(Part):
    """The chair (Vorsitz): the rule only proposes, the stored terms are true."""

    starts: MonthDay | None = None
    years: int | None = None
    order: Order | None = None
    lands: tuple[str, ...] = ()

    def faults(self, members: Members) -> Iterator[Fault]:
        yield from far("years", self.years, MOST_YEARS)
        yield from unknown_codes("lands", self.lands, members.laender)
        yield from doubled("lands", self.lands)

    def in_turn(self, members: Members) -> tuple[str, ...]:
        """Return the Länder in the order of the chair; nothing if it is not known."""
        match self.order:
            case Order.ALPHABET:
                return tuple(code for code in CODES if code in members.laender)
            case Order.ALPHABET_WITHOUT_CITY_STATES:
                stays = set(members.laender) - CITY_STATES
                return tuple(code for code in CODES if code in stays)
            case _:
                return self.lands


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Part):
    kept_by: Keeper | None = None
    paid_by: Payer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Part):
    """Who sees to it that resolutions are carried out."""

    duty: Text
