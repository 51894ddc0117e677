from django.db import models
from typing_extensions import override

from reihum.records.fields import PartialDateField
from reihum.records.models.ballot import Ballot
from reihum.records.models.body import Body
from reihum.records.models.conference import Conference
from reihum.records.models.item import Item
from reihum.rules.facts import Category, Certainty, Procedure


class Resolution(models.Model):
    """What the conference has decided (Beschluss), under an id that stays for ever.

    `key` is "16-2.5" or "2020-u3". An old resolution of which only the title is known
    has no text and no ballot; what was reported of its vote stands in `Report`.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="resolutions")
    key = models.CharField(max_length=48)
    title = models.CharField(max_length=300)
    conference = models.ForeignKey(
        Conference,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="resolutions",
    )
    item = models.OneToOneField(
        Item, null=True, blank=True, on_delete=models.PROTECT, related_name="resolution"
    )
    ballot = models.OneToOneField(
        Ballot,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="resolution",
    )
    adopted_on = PartialDateField()
    procedure = models.CharField(max_length=8, default=Procedure.SESSION)
    category = models.CharField(max_length=12, default=Category.ORDINARY)
    text = models.JSONField(default=list)
    submitters = models.CharField(max_length=120, blank=True)
    certainty = models.CharField(max_length=8, default=Certainty.SOURCED)
    release_asked_at = models.DateTimeField(null=True, blank=True)
    release_until = models.DateField(null=True, blank=True)
    released = models.JSONField(default=list)  # parts: resolution, votes, statement
    published_at = models.DateTimeField(null=True, blank=True)
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["-adopted_on", "key"]
        constraints = [
            models.UniqueConstraint(fields=["body", "key"], name="resolution_key_once")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Report(models.Model):
    """What public sources report of an old vote, no more exact than they are."""

    resolution = models.OneToOneField(
        Resolution, on_delete=models.CASCADE, related_name="report"
    )
    words = models.CharField(max_length=200, blank=True)  # "einstimmig"
    words_en = models.CharField(max_length=200, blank=True)
    yes = models.PositiveSmallIntegerField(null=True, blank=True)
    no = models.JSONField(default=list)  # codes
    abstain = models.JSONField(default=list)
    no_consent = models.JSONField(default=list)  # how they voted is not known
    statement = models.CharField(max_length=300, blank=True)
    statement_en = models.CharField(max_length=300, blank=True)

    @override
    def __str__(self) -> str:
        return f"{self.resolution_id}: {self.words or self.yes}"


class ReleaseObjection(models.Model):
    """One member's objection to the publication of a part (Widerspruch)."""

    resolution = models.ForeignKey(
        Resolution, on_delete=models.CASCADE, related_name="objections"
    )
    member = models.CharField(max_length=24)
    part = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "member", "part"], name="objection_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.part}"
