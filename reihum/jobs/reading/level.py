"""The level of German that an advertisement asks for (GER, CEFR).

A level that is named counts: the least of all that are named together with German
("B1 oder B2", "A2, wünschenswert B1"). Where none is named, words are read as they are
commonly used in advertisements; see `WORDING`. "Deutsch in Wort und Schrift" and
"Deutschkenntnisse" name no level, and where no German is needed ("keine
Deutschkenntnisse erforderlich") or only welcome ("von Vorteil"), no level is invented.
"""

import re
from itertools import islice

from reihum.jobs.model import Level
from reihum.jobs.reading.around import around

# Words for a level, the first that fits counts; the lower ones come first, because of
# two in one sentence ("gute bis sehr gute") the lower one is asked for.
WORDING = (
    (Level.A2, r"grundkenntnisse|grundlegende|einfache|basiskenntnisse|basic"),
    (Level.B1, r"ausreichend|befriedigende|mittlere|intermediate"),
    (
        Level.B2,
        r"(?<!sehr )(?<!ausgesprochen )(?<!wirklich )gute?[nrsm]?\b|(?<!very )good",
    ),
    (
        Level.C1,
        (
            r"sehr gute?[nrsm]?\b|ausgesprochen gut|wirklich gut|fließend|fliessend"
            r"|flüssig|verhandlungssicher|ausgezeichnet|hervorragend|exzellent|perfekt"
            r"|einwandfrei|very good|fluent|excellent|business[ -]fluent"
        ),
    ),
    (Level.C2, r"muttersprach|native"),
)
WORDS = tuple((level, re.compile(rf"\b(?:{words})")) for level, words in WORDING)

# The word itself stands first and the look at what is before it second: so the engine
# jumps from one word of that letter to the next. `SENTENCE` and `CEFR` are like it.
GERMAN = re.compile(
    r"deutsch(?<=\bdeutsch)(?:\b|-|kenntnis\w*|sprach\w*|niveau\w*|zertifikat\w*|prüfung\w*|test\w*"
    r"|e[nrs]?\s+sprach\w*)(?:-?\s?(?:und|oder|sowie|/|&|,)\s?englisch\w*)?"
    r"|german(?<=\bgerman)\b(?:\s(?:and|or)\senglish)?"
)
# "Sprachniveau B1" alone means German where no other language is in the sentence.
ANY_LANGUAGE = re.compile(
    r"sprach(?<=\bsprach)(?:niveau|kenntnis\w*|level|zertifikat|stand)\b"
)
OTHER = re.compile(
    r"\b(?:englisch|french|französisch|spanisch|spanish|italienisch|polnisch|russisch"
    r"|tschechisch|türkisch|arabisch|ukrainisch|rumänisch|niederländisch|portugiesisch"
    r"|english|fremdsprach|gebärdensprach)"
)
CEFR = re.compile(r"([abc])(?<![\w-][abc])\s?([12])(?![\d.,]?\d|\w)")
LICENCE = re.compile(r"führerschein|fahrerlaubnis|klasse|schein |license|licence")
NOT_ASKED = re.compile(
    r"\b(?:keine?|ohne|no)\b[^.;\n]{0,25}$|^\W*(?:[\wäöüß]+\W+){0,3}?"
    r"(?:nicht|nicht zwingend|keine)\s+(?:\w+\s)?"
    r"(?:erforderlich|nötig|notwendig|zwingend|voraussetzung|vorausgesetzt|required)"
)
WELCOME = re.compile(r"von vorteil|wünschenswert|hilfreich|ein plus|nice to have")
SENTENCE = re.compile(
    r";|!|\?|\n|\.(?<!mind\.)(?<!min\.)(?<!bzw\.)(?<!ca\.)(?<!z\.b\.)(?:\s|$)"
)
JOINT = re.compile(r",|\bund\b|\band\b")
LAST_JOINT = re.compile(r"(?:,|\bund\b|\band\b)(?=[^,]*$)")
GERMAN_HINTS, LANGUAGE_HINTS = ("deutsch", "german"), ("sprach",)
REACH = 70  # signs beside the word in which its level stands
MENTIONS = 30  # of German that are looked at; who writes more of them attacks
NEAR = 32  # signs before and behind in which a word says the level


def german(low: str) -> Level | None:
    """Return the least level of German asked for in a lower-case text, or None."""
    near = around(low, GERMAN_HINTS, REACH, 2 * REACH)
    found = [
        level
        for word in islice(GERMAN.finditer(near), MENTIONS)
        if (level := _beside(*_sides(near, word))) is not None
    ]
    return min(found) if found else _of_any_language(low)


def _of_any_language(low: str) -> Level | None:
    near = around(low, LANGUAGE_HINTS, REACH, 2 * REACH)
    for word in islice(ANY_LANGUAGE.finditer(near), MENTIONS):
        before, behind = _sides(near, word)
        if level := _named(behind) or _named(before):
            return level
    return None


def _sides(low: str, word: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and behind in the sentence, up to another language.

    A level before belongs to another language if one is named before it.
    """
    before = low[max(0, word.start() - REACH) : word.start()]
    behind = low[word.end() : word.end() + REACH]
    if ends := [end.end() for end in SENTENCE.finditer(before)]:
        before = before[ends[-1] :]
    if end := SENTENCE.search(behind):
        behind = behind[: end.start()]
    if others := list(OTHER.finditer(before)):
        before = _after_other(before[others[-1].end() :])
    if other := OTHER.search(behind):
        behind = _before_other(behind[: other.start()])
    return before, behind


def _after_other(rest: str) -> str:
    """Return what stands behind the last comma or "und" after another language."""
    return (
        JOINT.split(rest, maxsplit=1)[-1]
        if "," in rest or (" und " in rest or " and " in rest)
        else ""
    )


def _before_other(rest: str) -> str:
    """Return what stands before the adjectives of another language."""
    return LAST_JOINT.split(rest, maxsplit=1)[0]


def _beside(before: str, behind: str) -> Level | None:
    named = _named(behind) or _named(before)
    if named or NOT_ASKED.search(before) or NOT_ASKED.search(behind):
        return named
    if WELCOME.search(behind):
        return None
    return _worded(before[-NEAR:]) or _worded(behind[:NEAR])


def _named(text: str) -> Level | None:
    levels = [
        Level[f"{found[1]}{found[2]}".upper()]
        for found in CEFR.finditer(text)
        if not LICENCE.search(text[max(0, found.start() - NEAR) : found.start()])
    ]
    return min(levels, default=None)


def _worded(text: str) -> Level | None:
    return next((level for level, words in WORDS if words.search(text)), None)
