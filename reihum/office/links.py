"""Addresses of the office, as far as this installation has the page."""

from django.urls import NoReverseMatch, reverse


def address(name: str, *args: str | int) -> str:
    """Return the address of a page, or nothing where there is no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
