"""Writing that means the same becomes the same: case, umlauts, signs."""

import re
from functools import lru_cache

UMLAUTS = str.maketrans(
    {
        "ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "à": "a",
        "á": "a", "ç": "c", "ó": "o", "ñ": "n", "ł": "l", "š": "s", "ž": "z",
        "č": "c", "ř": "r", "ě": "e", "í": "i", "ý": "y", "\u0308": None,
    }
)  # fmt: skip
DIGRAPHS = re.compile("(?<=[aou])e(?![iu])")
WORDS = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return the text in small letters, with "ü" and "ue" both as "u"."""
    return DIGRAPHS.sub("", text.lower().translate(UMLAUTS))


def words_of(text: str) -> frozenset[str]:
    """Return a list of words that was written as a line, folded."""
    return frozenset(folded(text).split())


HONORS = words_of(
    "lutherstadt hansestadt landeshauptstadt universitatsstadt stadt kreis"
)
HALVES = words_of("bad sankt st neu alt gross klein hohen markt am")


@lru_cache(8192)
def town(name: str) -> str:
    """Return what a town is known by: "Halle (Saale)" is "halle", as "Halle" is."""
    words = [word for word in WORDS.findall(folded(name)) if word not in HONORS]
    if not words:
        return ""
    return "".join(words[:2]) if words[0] in HALVES else str(words[0])
