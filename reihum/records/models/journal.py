from django.db import models
from typing_extensions import override


class JournalEntry(models.Model):
    """One line of the journal: who did what for which member when. Append-only.

    `digest` covers the line and the digest of the line before (`rules.chain`).
    """

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.CharField(max_length=40)  # ISO 8601, UTC: exactly what was hashed
    who = models.CharField(max_length=150)
    member = models.CharField(max_length=24, blank=True)
    body = models.CharField(max_length=16, blank=True)
    act = models.CharField(max_length=48)
    subject = models.CharField(max_length=64)  # "ballot:17"
    data = models.TextField()  # canonical JSON
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        indexes = [models.Index(fields=["subject"], name="journal_subject")]

    @override
    def __str__(self) -> str:
        return f"{self.seq} {self.act} {self.subject}"


class JournalHead(models.Model):
    """The newest line of the journal, in one row that every act locks.

    It puts the acts in one order on both databases, and shows when somebody has cut
    lines off the end.
    """

    seq = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)

    @override
    def __str__(self) -> str:
        return f"{self.seq} {self.digest[:8]}"


class OutboxMessage(models.Model):
    """Something to be done after the act: a mail, an index update (Postausgang).

    Written in the transaction of the act, delivered at least once by the timer. What
    is sent to a visitor follows from no line of the journal, and is forgotten once it
    is delivered (`private`).
    """

    kind = models.CharField(max_length=24)
    payload = models.JSONField()
    entry = models.ForeignKey(
        JournalEntry,
        on_delete=models.PROTECT,
        related_name="messages",
        null=True,
        blank=True,
    )
    private = models.BooleanField(default=False)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(delivered_at__isnull=True),
                name="outbox_waiting",
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.kind} {self.due_at}"
