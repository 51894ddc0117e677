"""What the details of an advertisement add to what a list said of it. Pure."""

from msgspec.structs import fields, replace

from reihum.jobs.model import Advertisement


def filled(told: Advertisement, more: Advertisement) -> Advertisement:
    """Return what was told with its gaps filled; there are no further details then.

    What was said stays as it was; addresses and references are put together.
    """
    gaps = {
        one.name: getattr(more, one.name)
        for one in fields(told)
        if not one.required and getattr(told, one.name) == one.default
    }
    for name in ("also", "references"):
        both = getattr(told, name) + getattr(more, name)
        gaps[name] = tuple(dict.fromkeys(both))
    return replace(told, **{**gaps, "has_details": False})
