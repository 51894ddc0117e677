"""Writing that means the same becomes the same: case, umlauts, signs."""

import re
from functools import lru_cache

MARKED, PLAIN = "éèêàáâçóòñłšśžźčćřěęíýúń", "eeeaaacoonlsszzccreeiyun"
RARE = str.maketrans(MARKED, PLAIN, "\u0308")
RARE_SIGN = re.compile(f"[{MARKED}\u0308]")  # a search is faster than a translation
DIGRAPHS = re.compile("e(?<=[aou]e)")  # the "e" first: all others are leapt over
WORDS = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Return the text in small letters, with "ü" and "ue" both as "u"."""
    text = text.lower()
    if not text.isascii():
        text = text.replace("ä", "a").replace("ö", "o").replace("ü", "u")
        text = text.replace("ß", "ss")
        if RARE_SIGN.search(text):
            text = text.translate(RARE)
    return DIGRAPHS.sub("", text)


def short(text: str, most: int) -> str:
    """Return the beginning of a line, single spaces: patterns are slow on more."""
    return " ".join(text[: 2 * most].split())[:most]


def words_of(text: str) -> frozenset[str]:
    """Return a list of words that was written as a line, folded."""
    return frozenset(folded(text).split())


HONORS = words_of(
    "lutherstadt hansestadt landeshauptstadt universitatsstadt stadt kreis"
)
HALVES = words_of("bad sankt st neu alt gross klein hohen markt am")


REGIONS = words_of(
    "sachsen sachsenanhalt thuringen bayern hessen brandenburg niedersachsen saarland"
    " nordrheinwestfalen nrw rheinlandpfalz schleswigholstein mecklenburgvorpommern"
    " badenwurttemberg deutschland germany bundesweit deutschlandweit remote homeoffice"
)  # where a portal names no town; Berlin, Hamburg and Bremen are both


@lru_cache(8192)
def words(text: str) -> frozenset[str]:
    """Return the words of a name."""
    return frozenset(WORDS.findall(folded(text)))


@lru_cache(8192)
def town(name: str) -> str:
    """Return what a town is known by: "Halle (Saale)" is "halle", as "Halle" is.

    Returns "" for a region, which is no town.
    """
    found = [word for word in WORDS.findall(folded(name)) if word not in HONORS]
    if not found or "".join(found) in REGIONS:
        return ""
    return "".join(found[:2]) if found[0] in HALVES else str(found[0])
