from django.db import models
from typing_extensions import override

from reihum.records.models.body import Body
from reihum.records.models.conference import Conference
from reihum.rules.facts import BeforeBundesrat, Category


class Motion(models.Model):
    """What a Land wants the conference to decide (Antrag).

    `text` and `rationale` are lists of paragraphs as `rules.text` writes them:
    {"id": "p1", "level": 1, "number": "1.", "text": "…"}.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="motions")
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="motions"
    )
    title = models.CharField(max_length=300)
    text = models.JSONField(default=list)
    rationale = models.JSONField(default=list)
    category = models.CharField(max_length=12, default=Category.ORDINARY)
    lead = models.BooleanField(default=False)  # Leitantrag
    bundesrat = models.CharField(max_length=9, default=BeforeBundesrat.UNCHECKED)
    stage = models.CharField(max_length=24, default="draft")
    late = models.BooleanField(default=False)  # stays true after admission
    submitted_at = models.DateTimeField(null=True, blank=True)
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["conference", "submitted_at", "pk"]

    @override
    def __str__(self) -> str:
        return self.title


class Support(models.Model):
    """A member behind a motion: submitter or co-sponsor (Antrag-, Mitantragsteller)."""

    motion = models.ForeignKey(
        Motion, on_delete=models.CASCADE, related_name="supports"
    )
    member = models.CharField(max_length=24)
    role = models.CharField(max_length=12)  # submitter · cosponsor
    at = models.DateTimeField()

    class Meta:
        ordering = ["-role", "at", "pk"]  # submitters before co-sponsors
        constraints = [
            models.UniqueConstraint(fields=["motion", "member"], name="support_once")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.role}"
