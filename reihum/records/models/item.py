from django.db import models
from typing_extensions import override

from reihum.records.models.conference import Conference
from reihum.records.models.motion import Motion
from reihum.rules.facts import Category


class Item(models.Model):
    """One agenda item (Tagesordnungspunkt, TOP), or the heading of a section.

    Numbers are given once and keep their gaps. `remark` is what the office writes
    into the minutes besides what happened (Hinweis).
    """

    conference = models.ForeignKey(
        Conference, on_delete=models.CASCADE, related_name="items"
    )
    number = models.CharField(max_length=24)
    title = models.CharField(max_length=300)
    section = models.BooleanField(default=False)
    motion = models.OneToOneField(
        Motion, null=True, blank=True, on_delete=models.PROTECT, related_name="item"
    )
    submitters = models.CharField(max_length=120, blank=True)  # "all", "NI, RP"
    category = models.CharField(max_length=12, default=Category.ORDINARY)
    stage = models.CharField(max_length=24, default="on_agenda")
    treatment = models.CharField(max_length=24, default="none")
    joined_with = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="joined"
    )
    page = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["conference", "pk"]  # printed order: rules.numbering.sort_key
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "number"], name="item_number_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"TOP {self.number} {self.title}"
