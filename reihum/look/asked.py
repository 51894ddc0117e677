"""Numbers that somebody typed, or put into an address."""

DIGITS = 9  # no year, no page and no key of a row has more


def whole(text: str) -> int | None:
    """Return a whole number; None for everything that is none, however long it is."""
    plain = text.isascii() and text.isdigit() and len(text) <= DIGITS
    return int(text) if plain else None
