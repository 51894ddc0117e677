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
SAME = str.maketrans(
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
JOINER = "\u200c"  # the sign inside Persian words that many leave out


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the text as words are compared: folded, one blank between words."""
    previous = None
    while text != previous:  # a second look folds what the first one uncovered
        previous, text = text, _fold(text)
    return text


def _fold(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(_sign(sign) for sign in text)
    return BETWEEN.sub(" ", text.casefold().translate(SAME)).strip()


def _sign(sign: str) -> str:
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.decimal(sign))
    return "" if unicodedata.category(sign) in {"Mn", "Me"} else sign


def spellings(word: str) -> Iterator[str]:
    """Yield all folded forms of a word, the usual one first."""
    yield fold(word)
    if JOINER in word:
        yield fold(word.replace(JOINER, ""))
    if (german := word.translate(GERMAN)) != word:
        yield fold(german)
