"""Names of those who vote, in the language of the page."""

import re

from reihum.look.answers import said
from reihum.rules.laender import BY_CODE
from reihum.rules.words import Text, plain

BUND = "BUND"
_BUND = Text("Bund", "Federal Government")
_SEAM = re.compile(r"(?<=\w{4})(?=minister|konferenz|senator|beauftragt)")
SOFT = "\N{SOFT HYPHEN}"


def say(text: Text | str) -> str:
    """Return the text in the active language; other values as they are."""
    return said(text) if isinstance(text, Text) else text


def member_name(code: str) -> str:
    """Return "Bayern" for "BY", "Bund" for "BUND"; an unknown code is its own name."""
    land = BY_CODE.get(code)
    if land is not None:
        return say(Text(land.name, land.name_en))
    return say(_BUND if code == BUND else plain(code))


def member_label(code: str) -> str:
    """Return what stands on a tile: the code, but "Bund" for the Bund."""
    return "Bund" if code == BUND else code


def soft(name: str) -> str:
    """Let a long name break where its parts meet: "Integrations|minister|konferenz"."""
    return _SEAM.sub(SOFT, name)
