"""Signs that no text here needs: nobody sees them, and they mislead whoever reads on.

Control characters break files and mails; signs that turn the direction of writing make
a line say something else than what is stored.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from unicodedata import normalize

from reihum.rules.words import Refusal

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BREAK = re.compile(r"\s*[\r\n\t\u2028\u2029]\s*")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | dict.fromkeys("–—·/_", " ")
)
_SHOWN = 20  # of the text before the sign, so that it can be found


def check_signs(field: str, value: object) -> Refusal | None:
    """Return why a value, or a text inside it, cannot be taken as it is."""
    if isinstance(value, str):
        found = _UNSEEN.search(value)
        return None if found is None else _unseen(field, value, found.start())
    if isinstance(value, Mapping):
        value = [*value.keys(), *value.values()]
    if is_dataclass(value) and not isinstance(value, type):
        value = [getattr(value, one.name) for one in fields(value)]
    if not isinstance(value, list | tuple | set | frozenset):
        return None
    refusals = (check_signs(field, one) for one in value)
    return next((one for one in refusals if one is not None), None)


def one_line(text: str) -> str:
    """Return a title without the line breaks that came with it from elsewhere."""
    return _BREAK.sub(" ", text.strip())


def file_word(text: str, longest: int = 40) -> str:
    """Return a text as a part of a file's name that every computer takes.

    "Kurse öffnen!" becomes "Kurse-oeffnen".
    """
    plain = normalize("NFKD", text.translate(_UMLAUTS))
    words = re.findall(r"[A-Za-z0-9]+", plain.encode("ascii", "ignore").decode())
    return "-".join(words)[:longest].rstrip("-")


def _unseen(field: str, text: str, place: int) -> Refusal:
    code = f"U+{ord(text[place]):04X}"
    before = one_line(text[max(place - _SHOWN, 0) : place])
    where_de = f"Hinter „{before}“" if before else "Am Anfang"
    where_en = f"After “{before}”" if before else "At the beginning"
    return Refusal.invalid(
        f"{where_de} steht ein unsichtbares Steuerzeichen ({code}). Bitte löschen Sie "
        "es, oder schreiben Sie die Stelle neu.",
        f"{where_en} there is a control character that cannot be seen ({code}). Please "
        "delete it, or write that place anew.",
        field,
    )
