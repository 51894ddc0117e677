"""The one visibility rule, said of rows: every query of every door starts here.

`rules.visibility` says who belongs to which circle; this file says which circle a row
is for. A door that lists, shows, searches, streams or exports narrows its rows by the
function of the noun and by nothing else.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from reihum.records.models import (
    Amendment,
    Attachment,
    Ballot,
    Item,
    JournalEntry,
    Mandate,
    Minutes,
    Motion,
    Resolution,
    Statement,
    Support,
    Vacancy,
    Version,
    WritingDraft,
)
from reihum.rules.visibility import Viewer

# Acts on drafts: those of a motion are its Land's, those of the minutes the office's.
OWN = (
    "motion.draft", "motion.revise", "motion.discard",
    "motion.keep_source", "motion.draft_annex_add", "motion.draft_annex_remove",
    "amendment.draft", "amendment.revise", "amendment.discard",
    "vacancy.draft", "vacancy.revise", "vacancy.discard",
)  # fmt: skip
OFFICE = ("minutes.keep", "minutes.remark")
# What a confidential motion (vertraulich) leads to is for the members as well.
OPENLY = ~Q(motion__confidential=True)
RESOLVED_OPENLY = Q(published_at__isnull=False) & ~Q(item__motion__confidential=True)


def motions(viewer: Viewer) -> QuerySet[Motion]:
    """A draft is its Land's own; a submitted motion is for the members."""
    own = Exists(
        Support.objects.filter(motion=OuterRef("pk"), member__in=viewer.members)
    )
    rule = Q(own)
    if viewer.inside:
        rule |= ~Q(stage="draft")
    return Motion.objects.filter(rule)


def amendments(viewer: Viewer) -> QuerySet[Amendment]:
    """A draft is its Land's own; a submitted amendment is for the members."""
    rule = Q(member__in=viewer.members)
    if viewer.inside:
        rule |= ~Q(stage="draft")
    return Amendment.objects.filter(rule, motion__in=motions(viewer))


def attachments(viewer: Viewer) -> QuerySet[Attachment]:
    """An annex is read with its motion; the file that a text came from is its Land's.

    For such a file tells who in a ministry wrote what, and when.
    """
    rule = Q(kind="annex") | Q(member__in=viewer.members)
    return Attachment.objects.filter(rule, motion__in=motions(viewer))


def writing(viewer: Viewer) -> QuerySet[WritingDraft]:
    """What somebody is typing is for the accounts of the same Land."""
    return WritingDraft.objects.filter(member__in=viewer.members)


def items(viewer: Viewer) -> QuerySet[Item]:
    """An agenda is for the members, and public once the office has published it.

    The items of confidential motions are for the members only: see `veiled`.
    """
    if viewer.inside:
        return Item.objects.all()
    return Item.objects.filter(OPENLY, conference__agenda_published_at__isnull=False)


def veiled(viewer: Viewer) -> QuerySet[Item]:
    """Return the items of which the viewer knows the number and nothing else."""
    if viewer.inside:
        return Item.objects.none()
    return Item.objects.filter(
        motion__confidential=True, conference__agenda_published_at__isnull=False
    )


def versions(viewer: Viewer) -> QuerySet[Version]:
    """A version is for whom its motion is; the steps of a draft are its Land's own."""
    own = Q(member__in=viewer.members)
    rule = own | Q(number__gt=0) if viewer.inside else own
    return Version.objects.filter(rule, motion__in=motions(viewer))


def ballots(viewer: Viewer) -> QuerySet[Ballot]:
    """A vote is for the members; the public sees it with the released resolution."""
    if viewer.inside:
        return Ballot.objects.all()
    return Ballot.objects.filter(
        resolution__in=resolutions(viewer), resolution__released__icontains="votes"
    )


def statements(viewer: Viewer) -> QuerySet[Statement]:
    """A statement for the record is public once it is released."""
    if viewer.inside:
        return Statement.objects.all()
    return Statement.objects.filter(
        item__resolution__in=resolutions(viewer),
        item__resolution__released__icontains="statement",
    )


def minutes(viewer: Viewer) -> QuerySet[Minutes]:
    """A draft is the office's; a fixed version is for the members.

    The public reads the released resolutions of a conference instead.
    """
    if not viewer.inside:
        return Minutes.objects.none()
    everything = Minutes.objects.all()
    return everything if viewer.office else everything.exclude(state="draft")


def resolutions(viewer: Viewer) -> QuerySet[Resolution]:
    """A resolution is for the members, and public once it is published."""
    if viewer.inside:
        return Resolution.objects.all()
    return Resolution.objects.filter(RESOLVED_OPENLY)


def mandates(viewer: Viewer) -> QuerySet[Mandate]:
    """A mandate is as public as the resolution that it comes from."""
    if viewer.inside:
        return Mandate.objects.all()
    return Mandate.objects.filter(
        Q(resolution__isnull=True) | Q(resolution__in=resolutions(viewer))
    )


def vacancies(viewer: Viewer, day: date) -> QuerySet[Vacancy]:
    """A draft is its Land's own; who can still apply, everybody sees.

    What is over or withdrawn stays for the members.
    """
    out = Q(published_at__isnull=False)
    still_open = Q(deadline__isnull=True) | Q(deadline__gte=day)
    rule = Q(member__in=viewer.members) | out & still_open & Q(
        withdrawn_at__isnull=True
    )
    if viewer.inside:
        rule |= out
    return Vacancy.objects.filter(rule)


def journal(viewer: Viewer) -> QuerySet[JournalEntry]:
    """A line is for the members; one about a draft is for whose draft it is."""
    if not viewer.inside:
        return JournalEntry.objects.none()
    rule = ~Q(act__in=OWN) | Q(member__in=viewer.members)
    return JournalEntry.objects.filter(
        rule if viewer.office else rule & ~Q(act__in=OFFICE)
    )
