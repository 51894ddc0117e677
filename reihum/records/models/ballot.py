from django.db import models
from typing_extensions import override

from reihum.records.models.item import Item
from reihum.rules.facts import Category, Procedure, Vote


class Ballot(models.Model):
    """A vote on one item (Abstimmung), judged by the rules it was opened under.

    `rulebook` is the text of those rules; `present` the codes of the members in the
    room; `adopted` is decided once, when the ballot is closed.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="ballots")
    procedure = models.CharField(max_length=8, default=Procedure.SESSION)
    category = models.CharField(max_length=12, default=Category.ORDINARY)
    rulebook = models.TextField()
    present = models.JSONField(default=list)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    adopted = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=models.Q(closed_at__isnull=True),
                name="one_open_ballot_an_item",
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.item_id} {self.opened_at}"


class CastVote(models.Model):
    """The vote of one member (Stimme). The person who gave it is only an attribute."""

    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="votes")
    member = models.CharField(max_length=24)
    vote = models.CharField(max_length=8, choices=[(v.value, v.name) for v in Vote])
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    by_office = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["ballot", "member"], name="one_vote_each")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.vote}"


class Statement(models.Model):
    """A member's statement for the record (Protokollerklärung)."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="statements")
    member = models.CharField(max_length=24)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "member"], name="statement_once")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.member}: {self.text[:40]}"
