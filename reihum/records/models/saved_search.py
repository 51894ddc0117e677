from django.db import models
from typing_extensions import override


class SavedSearch(models.Model):
    """A job search that somebody gets new finds of by mail (gemerkte Suche).

    A visitor's, without an account: it is nothing of the conference and never stands
    in the journal. It sends nothing before it is confirmed, and the row is deleted
    when it was not confirmed in time, or some days after it was ended. `key` is the
    secret that the links in its mails carry.
    """

    key = models.CharField(max_length=43, unique=True)
    mail = models.EmailField()
    language = models.CharField(max_length=12)
    site = models.CharField(max_length=200)  # "https://reihum.example", for the links
    query = models.TextField()  # reihum.jobs.address: "was=Koch&wo=Chemnitz"
    every = models.CharField(max_length=5, default="day")  # or "week"
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    vain = models.PositiveSmallIntegerField(default=0)  # times in a row nobody answered
    seen = models.JSONField(default=list)  # keys of offers already sent

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(confirmed_at__isnull=False, ended_at__isnull=True),
                name="saved_search_due",
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.query} ({self.every})"
