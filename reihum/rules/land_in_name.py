"""Which Land a file is from, by its name: "BY.docx", "by_final.docx", "Bayern.docx"."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from reihum.rules.laender import BUND, BY_CODE, CODES, LAENDER
from reihum.rules.words import Refusal, listed

_WORDS = re.compile(r"[^\W\d_]+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def land_in_name(name: str) -> str | Refusal:
    """Return the code of the one Land that a name speaks of.

    A name in full or a code in capitals counts more than a code in small letters, which
    may be a word: "change by NI" is from Niedersachsen.
    """
    found = lands_in_name(name) or _in_roll_call(
        word.upper() for word in _stem(name) if word.upper() in BY_CODE
    )
    if len(found) == 1:
        return found[0]
    return _several(name, found) if found else _none(name)


def lands_in_name(name: str) -> tuple[str, ...]:
    """Return the Länder that a name speaks of beyond doubt, in full or in capitals."""
    words = _stem(name)
    named = {*_by_name([_spelled(word) for word in words])}
    return _in_roll_call(named | {word for word in words if word in BY_CODE})


def land_called(word: str) -> str | Refusal:
    """Return the code of a Land, or of the Bund, that somebody called by either."""
    if word.upper() in (*CODES, BUND):
        return word.upper()
    found = {*_by_name([_spelled(one) for one in _words(word)])}
    if len(found) == 1:
        return found.pop()
    return Refusal.invalid(
        f"„{word}“ ist kein Land. Bitte nennen Sie eines dieser Kürzel: "
        f"{listed(CODES).de}.",
        f"“{word}” is no Land. Please use one of these codes: {listed(CODES).en}.",
    )


def _stem(name: str) -> list[str]:
    """Return the words of a file's name without its ending."""
    return _words(unicodedata.normalize("NFC", name.rpartition(".")[0] or name))


def _in_roll_call(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({*codes}, key=CODES.index))


def _words(text: str) -> list[str]:
    return [match.group() for match in _WORDS.finditer(text)]


def _spelled(word: str) -> str:
    return word.lower().translate(_SPELLED)


def _names() -> Iterator[tuple[Sequence[str], str]]:
    for land in LAENDER:
        for name in (land.name, land.name_en):
            yield [_spelled(word) for word in _words(name)], land.code


# Longer names first: "Sachsen-Anhalt" is not from Sachsen.
_NAMES = sorted(_names(), key=lambda one: -len(one[0]))


def _by_name(words: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        here = ((name, code) for name, code in _NAMES
                if [*words[at : at + len(name)]] == [*name])  # fmt: skip
        name, code = next(here, ((words[at],), ""))
        if code:
            yield code
        at += len(name)


def _none(name: str) -> Refusal:
    return Refusal.invalid(
        f"Am Namen „{name}“ ist kein Land zu erkennen. Bitte nennen Sie es so: "
        f"--as BY={name}",
        f"The name “{name}” does not tell the Land. Please name it like this: "
        f"--as BY={name}",
    )


def _several(name: str, found: Sequence[str]) -> Refusal:
    return Refusal.invalid(
        f"Der Name „{name}“ nennt mehrere Länder: {listed(found).de}. Bitte sagen Sie, "
        f"welches gemeint ist: --as {found[0]}={name}",
        f"The name “{name}” names several Länder: {listed(found).en}. Please say which "
        f"one is meant: --as {found[0]}={name}",
    )
