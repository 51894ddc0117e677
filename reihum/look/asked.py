"""What somebody typed, or put into an address: numbers, and ids of resolutions."""

from django.urls.converters import StringConverter

DIGITS = 9  # no year, no page and no key of a row has more


def whole(text: str) -> int | None:
    """Return a whole number; None for everything that is none, however long it is."""
    plain = text.isascii() and text.isdigit() and len(text) <= DIGITS
    return int(text) if plain else None


class Key(StringConverter):
    """An id in an address, such as "22-2.4"; no id has signs that cannot be printed.

    PostgreSQL would not even look for one with a zero byte in it.
    """

    regex = r"[^/\x00-\x1f\x7f]+"
