"""Addresses of pages, from their names."""

from django.urls import reverse


def address(name: str, *args: str | int) -> str:
    """Return the address of a page: `address("office:motion", "intmk", 12)`."""
    return reverse(name, args=args)


def synopsis_of(body: str, motion: int) -> str:
    """Return where all that is wished for in a motion is seen."""
    return address("office:synopsis", body, motion)
