"""What the rules say to people: a sentence in both languages, or a refusal."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["de", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in German and in English. German is the authoritative one."""

    de: str
    en: str

    def in_(self, language: str) -> str:
        """Return the English text for "en" and its variants, German otherwise."""
        return self.en if language.startswith("en") else self.de

    def __add__(self, other: "Text") -> "Text":
        return Text(f"{self.de} {other.de}", f"{self.en} {other.en}")


def plain(text: str) -> Text:
    """Return a text that is the same in every language: a name, a number."""
    return Text(text, text)


def capital(text: str) -> str:
    """Return a text as a sentence begins with it: "das Saarland" → "Das Saarland"."""
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str]) -> Text:
    """Return "BY", "BY und HE", "BY, HE und SL" and the same in English."""
    *first, last = list(words) or [""]
    if not first:
        return plain(last)
    head = ", ".join(first)
    return Text(f"{head} und {last}", f"{head} and {last}")


class Why(StrEnum):
    """What kind of refusal it is; the shells make an HTTP status of it."""

    UNKNOWN = "unknown"  # 404: there is no such thing, or not for you
    FORBIDDEN = "forbidden"  # 403: you may not do this
    CONFLICT = "conflict"  # 409: it is too late, or somebody was faster
    INVALID = "invalid"  # 422: what was entered cannot be right


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision not to do something, in a sentence that a person understands.

    `field` names the form field that has to change, if there is one.
    """

    why: Why
    text: Text
    field: str = ""

    @classmethod
    def unknown(cls, de: str, en: str, field: str = "") -> "Refusal":
        return cls(Why.UNKNOWN, Text(de, en), field)

    @classmethod
    def forbidden(cls, de: str, en: str, field: str = "") -> "Refusal":
        return cls(Why.FORBIDDEN, Text(de, en), field)

    @classmethod
    def conflict(cls, de: str, en: str, field: str = "") -> "Refusal":
        return cls(Why.CONFLICT, Text(de, en), field)

    @classmethod
    def invalid(cls, de: str, en: str, field: str = "") -> "Refusal":
        return cls(Why.INVALID, Text(de, en), field)
