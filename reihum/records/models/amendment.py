from django.db import models
from typing_extensions import override

from reihum.records.models.motion import Attachment, Motion, Version


class Amendment(models.Model):
    """What a Land wants changed in a motion (Änderungsantrag).

    It belongs to the version that it was made against. `changes` is what
    `rules.text.stored` writes; `stale` lists those of an earlier version that could not
    be carried over safely. `way` is browser · word · compared; `stage` is draft ·
    submitted · withdrawn · replaced · carried (`rules.amendment`).
    """

    motion = models.ForeignKey(
        Motion, on_delete=models.CASCADE, related_name="amendments"
    )
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, related_name="amendments"
    )
    member = models.CharField(max_length=24)
    way = models.CharField(max_length=12)
    stage = models.CharField(max_length=12, default="draft")
    changes = models.JSONField(default=list)
    stale = models.JSONField(default=list)
    remarks = models.JSONField(default=list)  # comments that stand at no change
    file = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.SET_NULL,
        related_name="amendments",
    )  # fmt: skip
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL,
        related_name="carried_to",
    )  # fmt: skip
    late = models.BooleanField(default=False)
    at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    who = models.CharField(max_length=150)

    class Meta:
        ordering = ["motion", "at", "pk"]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.motion_id}"


class AmendmentSupport(models.Model):
    """A member that wants the same as another member's amendment (Unterstützung)."""

    amendment = models.ForeignKey(
        Amendment, on_delete=models.CASCADE, related_name="supports"
    )
    member = models.CharField(max_length=24)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["amendment", "member"], name="amendment_support_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.amendment_id}"


class Decision(models.Model):
    """What the office decided about one point of a synopsis: accepted or rejected.

    `key` names the point (`rules.text.synopsis.Point.key`).
    """

    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, related_name="decisions"
    )
    key = models.CharField(max_length=40)
    accepted = models.BooleanField()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    who = models.CharField(max_length=150)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="decision_once")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.key}: {self.accepted}"


class Compromise(models.Model):
    """The office's own wording for one paragraph, instead of the wishes for it."""

    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, related_name="compromises"
    )
    paragraph = models.CharField(max_length=24)  # its id
    text = models.TextField()
    at = models.DateTimeField()
    who = models.CharField(max_length=150)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "paragraph"], name="compromise_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.paragraph}: {self.text[:40]}"


class Consent(models.Model):
    """What a Land says to a compromise; gone when the wording changes."""

    compromise = models.ForeignKey(
        Compromise, on_delete=models.CASCADE, related_name="consents"
    )
    member = models.CharField(max_length=24)
    agrees = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["compromise", "member"], name="consent_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.agrees}"
