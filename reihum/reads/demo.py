"""Whether this is an installation for trying out."""

from django.conf import settings

from reihum.records.models import Conference


def is_demo() -> bool:
    """Return whether a demonstration year was loaded, or the settings say so."""
    return settings.REIHUM_DEMO or Conference.objects.filter(demo=True).exists()
