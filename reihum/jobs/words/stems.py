"""The languages' own small words and endings: `reihum/jobs/data/languages.toml`.

Simple on purpose: enough for "кухарем", "повара", "cooks" and "aşçılık", without a
dictionary. Languages of one script that people mix share a section.
"""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

from reihum.jobs.words.table import split

CYRILLIC, ARABIC = "cyrillic", "arabic"
FAMILY = {"ar": ARABIC, "fa": ARABIC, "uk": CYRILLIC, "ru": CYRILLIC}
LATIN = ("de", "en", "fr", "tr")


class Manner(Struct, frozen=True, kw_only=True):
    """How a language, or a script, says things."""

    fillers: frozenset[str]
    endings: tuple[tuple[str, str], ...]  # the longest first; what stands instead
    prefixes: tuple[str, ...]
    stem: int  # letters that a word keeps at least
    again: bool

    def stemmed(self, word: str) -> str:
        """Return a folded word without prefix and endings."""
        shorter = self._without_ending(self._without_prefix(word))
        while self.again and shorter != word:
            word, shorter = shorter, self._without_ending(shorter)
        return shorter

    def _without_prefix(self, word: str) -> str:
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= self.stem:
                return word[len(prefix) :]
        return word

    def _without_ending(self, word: str) -> str:
        for ending, instead in self.endings:
            if word.endswith(ending):
                shorter = word[: -len(ending)] + instead
                if len(shorter) >= self.stem:
                    return shorter
        return word


@cache
def manners() -> dict[str, Manner]:
    """Return the manner of each family: a language, or a script."""
    file = files("reihum.jobs") / "data" / "languages.toml"
    rows = tomllib.loads(file.read_text("utf-8"))
    return {
        family: Manner(
            fillers=frozenset(split(row["fillers"])),
            endings=_endings(row["endings"]),
            prefixes=split(row.get("prefixes", "")),
            stem=row["stem"],
            again=row.get("again", False),
        )
        for family, row in rows.items()
    }


def _endings(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (part.partition(">") for part in split(text))
    return tuple(
        sorted(((old, new) for old, _, new in pairs), key=lambda pair: -len(pair[0]))
    )


def cyrillic(text: str) -> bool:
    """Return whether there is a Cyrillic letter in a text."""
    return any("\u0400" <= sign <= "\u052f" for sign in text)


def families(word: str, language: str) -> tuple[str, ...]:
    """Return the families that a folded word can be of, the likeliest first."""
    if cyrillic(word):
        return (CYRILLIC,)
    if any("\u0600" <= sign <= "\u06ff" for sign in word):
        return (ARABIC,)
    return tuple(sorted(LATIN, key=lambda one: one != language))


@lru_cache(maxsize=20_000)
def stemmed(phrase: str, family: str) -> str:
    """Return a folded phrase with each word stemmed."""
    manner = manners()[family]
    return " ".join(manner.stemmed(word) for word in phrase.split())


def is_filler(word: str, language: str) -> bool:
    """Return whether a folded word says nothing about the occupation."""
    return any(word in manners()[one].fillers for one in families(word, language))
