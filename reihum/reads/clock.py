"""The one place that asks what time it is, so that a test can say."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """Return this moment, or the one that the setting REIHUM_NOW stands still at."""
    fixed: datetime | None = settings.REIHUM_NOW
    return fixed or timezone.now()


def today() -> date:
    """Return the day in Germany."""
    return timezone.localdate(now())
