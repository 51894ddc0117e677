from django.db import models
from typing_extensions import override

from reihum.records.fields import PartialDateField
from reihum.rules.facts import MemberKind


class Body(models.Model):
    """A conference body (Gremium), for example the Integrationsministerkonferenz."""

    slug = models.SlugField(max_length=16, unique=True)
    short = models.CharField(max_length=16)
    founded = PartialDateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["slug"]

    @override
    def __str__(self) -> str:
        return self.short


class BodyName(models.Model):
    """A name that a body has or had: official, usual, or the form of one chair."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=16)  # official · usual · chair
    begins = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["begins", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name", "kind"], name="body_name_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """Who sits at the table (Mitglied or Gast): a Land, the Bund, another guest.

    `code` is the Land's code, "BUND", or a short word for a guest; it is what votes,
    motions and seats refer to, so that it stays when names change.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="members")
    code = models.CharField(max_length=24)
    kind = models.CharField(
        max_length=8, choices=[(kind.value, kind.name) for kind in MemberKind]
    )
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    votes = models.BooleanField()
    position = models.PositiveSmallIntegerField()  # in the roll call

    class Meta:
        ordering = ["body", "position"]
        constraints = [
            models.UniqueConstraint(fields=["body", "code"], name="member_once")
        ]

    @override
    def __str__(self) -> str:
        return self.code


class StoredRulebook(models.Model):
    """A version of the rules that the office entered itself, as TOML.

    Read by the same parser as the files in `rules/rulebooks/`.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="rulebooks")
    valid_from = models.DateField()
    text = models.TextField()
    stored_at = models.DateTimeField()

    class Meta:
        ordering = ["body", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "valid_from"], name="one_rulebook_a_day"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.body_id} {self.valid_from}"


class WordTemplate(models.Model):
    """The office's own Word template (Vorlage) for the motions of a body."""

    body = models.OneToOneField(
        Body, on_delete=models.CASCADE, related_name="word_template"
    )
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    at = models.DateTimeField()
    who = models.CharField(max_length=150)

    @override
    def __str__(self) -> str:
        return f"{self.body_id}: {self.name}"
