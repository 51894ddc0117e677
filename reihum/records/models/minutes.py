from django.db import models
from typing_extensions import override

from reihum.records.models.conference import Conference


class Minutes(models.Model):
    """The record of a conference (Niederschrift), written from what happened.

    While `state` is draft it follows the data; a provisional or final version is kept
    as `content` (the value that `formats.minutes` writes down) with its date (Stand).
    """

    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, related_name="minutes"
    )
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12)  # provisional · final
    as_of = models.DateField()
    opening = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    content = models.JSONField()

    class Meta:
        ordering = ["conference", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "version"], name="minutes_version_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.conference_id} {self.state} {self.as_of}"
