from django.db import models
from typing_extensions import override

from reihum.records.fields import PartialDateField
from reihum.records.models.body import Body
from reihum.rules.facts import Certainty, ConferenceKind, ConferenceState, Mode


class Conference(models.Model):
    """One meeting of a body (Konferenz): main, special, preparatory or autumn.

    Only main conferences have a number of their own; the others belong to one.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="conferences")
    kind = models.CharField(max_length=12, default=ConferenceKind.MAIN)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    main = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="others"
    )
    begins = PartialDateField()
    ends = PartialDateField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    mode = models.CharField(max_length=12, default=Mode.IN_PERSON)
    chair = models.CharField(max_length=2, blank=True)
    motto = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, default=ConferenceState.PLANNED)
    certainty = models.CharField(max_length=8, default=Certainty.SOURCED)
    note = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True)
    agenda_published_at = models.DateTimeField(null=True, blank=True)
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["body", "begins"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "number"],
                condition=models.Q(number__isnull=False),
                name="conference_number_once",
            ),
            models.UniqueConstraint(
                fields=["main", "kind", "begins"], name="one_of_a_kind_a_day"
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.number or self.kind} {self.begins}"


class Call(models.Model):
    """The call for motions of a conference (Antragsaufruf)."""

    conference = models.OneToOneField(
        Conference, on_delete=models.CASCADE, related_name="call"
    )
    issued_at = models.DateTimeField()
    message = models.TextField(blank=True)

    @override
    def __str__(self) -> str:
        return f"{self.conference_id} {self.issued_at}"


class Deadline(models.Model):
    """A day by which something has to be done for a conference (Frist).

    `why` says how it was computed; `assumed` that no source gives the rule.
    """

    conference = models.ForeignKey(
        Conference, on_delete=models.CASCADE, related_name="deadlines"
    )
    kind = models.CharField(max_length=16)  # motions · cosponsors · documents · …
    day = models.DateField()
    why = models.CharField(max_length=300)
    why_en = models.CharField(max_length=300)
    assumed = models.BooleanField(default=False)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "kind"], name="deadline_once")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.day}"
