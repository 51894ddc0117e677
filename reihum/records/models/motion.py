from django.db import models
from typing_extensions import override

from reihum.records.models.body import Body
from reihum.records.models.conference import Conference
from reihum.rules.facts import BeforeBundesrat, Category


class Motion(models.Model):
    """What a Land wants the conference to decide (Antrag).

    `text` and `rationale` are lists of paragraphs as `rules.text` writes them:
    {"id": "p1", "level": 1, "number": "1.", "text": "…"}. They are those of the newest
    version; `version` is its number, 0 for a draft that has never been kept.
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
    motto = models.CharField(max_length=200, blank=True)  # of the chair, lead motions
    confidential = models.BooleanField(default=False)  # vertraulich: members only
    answers = models.ForeignKey(  # the mandate that it replies to
        "records.Mandate", null=True, blank=True, on_delete=models.SET_NULL,
        related_name="answered_by",
    )  # fmt: skip
    copied_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    split_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="splits"
    )
    version = models.PositiveSmallIntegerField(default=0)
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


class Version(models.Model):
    """The whole wording of a motion at one time (Fassung). Never changed once written.

    Number 1 is what was submitted. Before that a Land counts its own `step`s, which
    nobody else sees: number 0, step 1, 2, … `cause` says how it came about
    (`rules.version.Cause`); `frozen_at` when it was put to the vote. `title` is a
    string, `text` and `rationale` are lists of paragraphs.
    """

    motion = models.ForeignKey(
        Motion, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveSmallIntegerField()
    step = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=300)
    text = models.JSONField(default=list)
    rationale = models.JSONField(default=list)
    cause = models.CharField(max_length=16)
    at = models.DateTimeField()
    who = models.CharField(max_length=150)  # the account
    member = models.CharField(max_length=24, blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["motion", "number", "step"]
        constraints = [
            models.UniqueConstraint(
                fields=["motion", "number", "step"], name="version_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.motion_id}, Fassung {self.number}"


class Attachment(models.Model):
    """A file that belongs to a motion (Anlage), or a Word file that a text came from.

    The bytes lie in the database: one transaction, one backup, nothing half written.
    `kind` is annex · source (`rules.attachment.Kind`).
    """

    motion = models.ForeignKey(
        Motion, on_delete=models.CASCADE, related_name="attachments"
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    media_type = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)  # SHA-256
    content = models.BinaryField()
    at = models.DateTimeField()
    who = models.CharField(max_length=150)
    member = models.CharField(max_length=24, blank=True)

    class Meta:
        ordering = ["motion", "pk"]

    @override
    def __str__(self) -> str:
        return self.name


class WritingDraft(models.Model):
    """What somebody is typing right now, kept so that nothing is lost.

    One for each account and motion (or new motion of a conference). `content` is the
    form as typed; `begun_on` the version or the moment that it started from.
    """

    conference = models.ForeignKey(
        Conference, on_delete=models.CASCADE, related_name="writing"
    )
    motion = models.ForeignKey(
        Motion, null=True, blank=True, on_delete=models.CASCADE, related_name="writing"
    )
    member = models.CharField(max_length=24)
    who = models.CharField(max_length=150)
    content = models.JSONField(default=dict)
    begun_on = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["motion", "who"],
                condition=models.Q(motion__isnull=False),
                name="one_writing_each",
            ),
            models.UniqueConstraint(
                fields=["conference", "who"],
                condition=models.Q(motion__isnull=True),
                name="one_new_writing_each",
            ),
        ]

    @override
    def __str__(self) -> str:
        return f"{self.who}: {self.motion_id or self.conference_id}"
