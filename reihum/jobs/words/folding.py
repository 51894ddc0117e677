"""One spelling for the many that people have for a word: how words are looked up.

Folding is for comparing only, never for showing. It makes equal what keyboards and
habits make different: case, umlauts and accents, "İ/ı/i", "ё/е", "й/и", "і/и", Arabic
alef, hamza, taa marbuta and yaa, Persian ye and kaf, harakat and tatweel, the digits
of all scripts, and all signs between words.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# What a compatibility decomposition leaves different. Apostrophes join: м'ясник.
SAME: dict[int, str | None] = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d",
        "і": "и", "є": "е", "ґ": "г", "ў": "у",
        "ة": "ه", "ۀ": "ه", "ە": "ه", "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك",
        "ٱ": "ا", "ـ": None, "'": None, "’": None, "ʼ": None, "`": None, "´": None,
        "\u200d": None, "\u00ad": None,
    }
)  # fmt: skip
GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
BETWEEN = re.compile(r"[^\w+#]+|_+")
REMEMBERED = 0x10000  # signs beyond are rare, and many
JOINER = "\u200c"  # the sign inside Persian words that many leave out


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text as words are compared: folded, one blank between words."""
    previous = None
    while text != previous:  # a second look folds what the first one uncovered
        previous, text = text, _fold(text)
    return text


def _fold(text: str) -> str:
    low = text.casefold()
    if not low.isascii():
        low = unicodedata.normalize("NFKD", low)
    return BETWEEN.sub(" ", low.translate(_signs)).strip()


class _Signs(dict[int, str | None]):
    """What each sign becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        kind = unicodedata.category(sign)
        if kind == "Nd":
            sign = str(unicodedata.decimal(sign))
        plain = None if kind in {"Mn", "Me"} else sign
        if code < REMEMBERED:
            self[code] = plain
        return plain


_signs = _Signs(SAME)


def spellings(word: str) -> Iterator[str]:
    """Yield all folded forms of a word, the usual one first."""
    yield fold(word)
    if JOINER in word:
        yield fold(word.replace(JOINER, ""))
    if (german := word.translate(GERMAN)) != word:
        yield fold(german)
