"""Pay groups of collective agreements and of civil servants, in one form.

"Entgeltgruppe 9b TV-L" and "TV-L, EG 9b" are both "TV-L E 9b"; two groups of a range
are joined: "TVöD E 5–E 6". A group of civil servants ("A 11") is only believed where
pay is spoken of: A 11 is a motorway, too.
"""

import re

from reihum.jobs.reading.around import around

AGREEMENT = re.compile(
    r"\b(TV[\s-]?(?:L|H|V|N)(?![\w-]*[a-z])|TV-?[öÖ]D|TV[öÖ]D|TV-Ärzte|AVR|BAT-KF|TV-BA)"
    r"(?:[\s-]?(SuE|VKA|Bund|[PBF]\b(?!\s?\d)))?",
)
GROUP = re.compile(
    r"\b(?:(?P<word>Entgeltgruppen?|Vergütungsgruppen?|EG|Entgeltgr\.)\s?:?\s?)?"
    r"(?P<letter>(?:KR|Kr|[ESPG])\s?)?(?P<number>1[0-5]|[1-9])\s?(?P<part>[abcdÜü]\b|\b)"
)
CIVIL = re.compile(r"\b(?P<letter>[ABRWC])\s?(?P<number>1[0-6]|[1-9])\b(?![.,]?\d)")
CIVIL_WORDS = re.compile(
    r"Bes(?:oldungs)?\.?\s?(?:gr(?:uppe|\.)?|Gr)|BBesO|LBesO|BesO|Besoldung"
)
JOINED = re.compile(r"[\dabc]\s?(?:-|–|bis|/)\s?$")
TVOED = re.compile("TV-?[öÖ]D$")
OF_A_LAND = re.compile(r"TV[\s-]?[LHVN]$")
NEAR = 45  # signs between an agreement and its group
HINTS = ("TV", "gruppe", "Besold", "BesG", "AVR", "EG ")


def group_in(text: str, *, alone: bool = False) -> str:
    """Return the pay group that a text names, "" if none.

    `alone` says that the text is about pay and nothing else: "E 11" will do.
    """
    near = text if alone else around(text, HINTS, NEAR, 2 * NEAR)
    if not near:
        return ""
    agreement = AGREEMENT.search(near)
    if found := _group(near, agreement, alone=alone):
        return f"{_name(agreement)} {found}".strip()
    return _civil(near, alone=alone) or _name(agreement)


def _group(text: str, agreement: re.Match[str] | None, *, alone: bool) -> str:
    if agreement is None:
        return _range(_groups(text, 0, len(text), bare=alone, words=True))
    behind = _groups(text, agreement.end(), agreement.end() + NEAR, bare=True)
    return _range(behind) or _range(
        _groups(text, max(0, agreement.start() - NEAR), agreement.start(), bare=False)
    )


def _groups(
    text: str, start: int, end: int, *, bare: bool, words: bool = False
) -> list[str]:
    """List at most two groups; `bare` allows "E 5" without the word Entgeltgruppe."""
    found = []
    for one in GROUP.finditer(text, start, min(end, len(text))):
        letter = (one["letter"] or "").strip()
        if one["word"] or (
            letter and (bare or (not words and letter in {"E", "S", "P"}))
        ):
            found.append(f"{letter or 'E'} {one['number']}{one['part']}")
        elif found and _joined(text, one.start()):
            found.append(f"{found[0].split()[0]} {one['number']}{one['part']}")
    return found[:2]


def _joined(text: str, start: int) -> bool:
    return JOINED.search(text[max(0, start - 8) : start]) is not None


def _range(groups: list[str]) -> str:
    return "–".join(dict.fromkeys(groups))


def _civil(text: str, *, alone: bool) -> str:
    words = CIVIL_WORDS.search(text)
    if words is None and not alone:
        return ""
    start = words.start() if words else 0
    found = CIVIL.search(text, start, start + NEAR)
    return f"{found['letter']} {found['number']}" if found else ""


def _name(agreement: re.Match[str] | None) -> str:
    if agreement is None:
        return ""
    name = agreement[1]
    if TVOED.match(name):
        return "TVöD"
    return f"TV-{name[-1]}" if OF_A_LAND.match(name) else name
