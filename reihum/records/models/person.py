from django.db import models
from typing_extensions import override

from reihum.records.fields import PartialDateField
from reihum.records.models.body import Body


class Person(models.Model):
    """Somebody who holds or held an office, as public sources name them."""

    name = models.CharField(max_length=120, unique=True)

    @override
    def __str__(self) -> str:
        return self.name


class OfficeHeld(models.Model):
    """Who was minister of what, for which member, from when until when (Amt).

    `attested` is a day on which a source sees the person in office, for the many
    cases in which nobody has written down the beginning or the end.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="offices")
    member = models.CharField(max_length=24)
    title = models.CharField(max_length=200)
    begins = PartialDateField(null=True, blank=True)
    ends = PartialDateField(null=True, blank=True)
    attested = PartialDateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["member", "begins", "attested", "pk"]

    @override
    def __str__(self) -> str:
        return f"{self.person_id} {self.title} ({self.member})"
