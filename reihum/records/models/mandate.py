from django.db import models
from typing_extensions import override

from reihum.records.fields import PartialDateField
from reihum.records.models.body import Body
from reihum.records.models.conference import Conference
from reihum.records.models.resolution import Resolution


class Mandate(models.Model):
    """What somebody has to do because of a resolution (Auftrag), until it is done."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="mandates")
    resolution = models.ForeignKey(
        Resolution,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mandates",
    )
    subject = models.CharField(max_length=300)
    addressee = models.CharField(max_length=200, blank=True)
    due = PartialDateField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["due", "pk"]

    @override
    def __str__(self) -> str:
        return self.subject


class MandateStep(models.Model):
    """Something that happened on the way: set up, reported, noted, renewed."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="steps")
    conference = models.ForeignKey(
        Conference, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    resolution = models.ForeignKey(
        Resolution, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    on = PartialDateField()
    what = models.CharField(max_length=300)
    what_en = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["on", "pk"]

    @override
    def __str__(self) -> str:
        return f"{self.on}: {self.what}"
