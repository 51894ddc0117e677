from django.contrib.auth.models import AbstractUser
from django.db import models
from typing_extensions import override

from reihum.records.models.body import Body


class Account(AbstractUser):
    """Somebody who signs in (Konto). What they may do follows from their seats."""

    title = models.CharField(max_length=120, blank=True)  # "Büro Rheinland-Pfalz"

    @override
    def __str__(self) -> str:
        return self.title or self.username


class Seat(models.Model):
    """For whom an account acts in a body: a member, and perhaps its office.

    `office` means: this account belongs to the office (Geschäftsstelle) whenever its
    Land holds the chair. No one has to switch it on or off.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="seats")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    member = models.CharField(max_length=24)
    office = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "body", "member"], name="seat_once"
            )
        ]

    @override
    def __str__(self) -> str:
        return f"{self.account_id} {self.member}"
