from django.db import models
from typing_extensions import override

from reihum.records.models.body import Body
from reihum.rules.facts import Certainty


class ChairTerm(models.Model):
    """One Land's time in the chair (Vorsitz). Stored, never computed.

    `begins` is unknown for the oldest term known.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="terms")
    land = models.CharField(max_length=2)
    begins = models.DateField(null=True, blank=True)
    ends = models.DateField()
    certainty = models.CharField(max_length=8, default=Certainty.SOURCED)

    class Meta:
        ordering = ["ends"]
        constraints = [
            models.UniqueConstraint(fields=["body", "ends"], name="one_chair_at_a_time")
        ]

    @override
    def __str__(self) -> str:
        return f"{self.land} {self.begins} – {self.ends}"
