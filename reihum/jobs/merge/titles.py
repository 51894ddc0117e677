"""Titles: what is left when marks, places, hours and greetings are gone."""

import re
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.fuzz import ratio

from reihum.jobs.merge.folding import WORDS, folded, short, words_of
from reihum.jobs.merge.paygroups import Group, groups, without_groups
from reihum.jobs.model import Kind, WorkingTime

GENDER = re.compile(
    r"\(?\s*\b(?:[mwdfxi]|div|gn|a)(?:\s*[/|,*]\s*(?:[mwdfxi]|div|gn|a))+\b\*?\s*\)?"
    r"|\((?:gn|all genders?|alle geschlechter|d|m|w)\*?\)|\ball genders?\b"
    r"|[*:_·]\s*(?:innen|in|r|frau|mann)\b|/-?\s*(?:innen|in|r|frau|mann)\b"
    r"|\((?:in|innen|r)\)"
)
# What most titles have of it. Where nothing unusual is left then, it was all: a pattern
# that begins with signs alone is many times as fast as one that may begin with letters.
USUAL = re.compile(r"\((?:m/w|w/m)/d\)|/-?\s*(?:innen|in|r|frau|mann)\b")
UNUSUAL = re.compile(
    r"\(|\||,|\*|:|_|·|gender|/\s*(?:[mwdfxi]|div|gn|a)\b"
)  # without one of these, `GENDER` finds no more than `USUAL`
HOURS = re.compile(
    r"(\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?:-|–|bis)\s*\d{1,2}(?:[.,]\d{1,2})?)?\s*"
    r"(?:std\b|stunden|wochenstunden|h\b|h/)(?:\.|/|\s|pro|je|die|woche)*"
)
DATES = re.compile(
    r"\b(?:ab|zum|bis)?\s*(?:dem)?\s*\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?"
    r"|\b(?:ab|zum|bis)?\s*(?:dem)?\s*\d{1,2}\.\s?(?:januar|februar|marz|april|mai"
    r"|juni|juli|august|september|oktober|november|dezember)(?:\s\d{4})?"
    r"|\d{3} ?(?:€|euro)(?:-basis)?|\d{1,3}\s?%|\d-tage-woche"
)
DATE_MARKS = (".", "%", "€", "euro", "-tage-")  # one is in whatever DATES finds
SHIFTS = re.compile(
    r"(dauernacht|nacht|fruh|spat|tages|tag|wochenend|wechsel|\d)\s?-?"
    r"(?:schicht|dienst|wache)|\b(nachts)\b|am (wochenende)"
)
LEVELS = (
    ("senior", re.compile("senior")),
    ("principal", re.compile("^principal$")),
    ("junior", re.compile("junior")),
    ("trainee", re.compile("trainee")),
    ("deputy", re.compile("stellv|^stv|^vize")),
    ("assistant", re.compile("assisten")),
    ("senior doctor", re.compile("oberarzt")),
    ("chief doctor", re.compile("chefarzt")),
    ("specialist doctor", re.compile("facharzt")),
    ("student", re.compile("studentisch")),
    ("helper", re.compile("(?<!arzt)helfer|hilfskraft|hilfsarbeit")),
    (
        "lead",
        re.compile(
            "^(?:team)?lead$|^head$|leit(?:er|erin|ung|end.*)$|chef(?:in)?$|polier|vorarbeiter"
            "|(?<!haus)(?<!bade)(?<!platz)meister(?:in)?$"
        ),
    ),
)
APPRENTICE = re.compile(
    r"^\W*ausbildung\b|\bazubi|\bauszubildend|ausbildung (?:zum|zur|als|im)\b"
    r"|ausbildungs(?:platz|stelle)|\bduales? studi|\bdual\w* student|\blehrling"
)
KIND_MARKS = (
    "ausbild", "azubi", "auszubild", "dual", "lehrling", "praktik", "werkstud", "intern"
)  # fmt: skip
INTERNSHIP = re.compile(r"\bpraktik(?:um|ant)|\bwerkstud|\bintern(?:ship)?\b")
TIMES = (
    (WorkingTime.FULL, ("vollzeit", "voll- ", "full-time", "full time")),
    (WorkingTime.PART, ("teilzeit", "part-time", "part time")),
    (WorkingTime.MINI, ("minijob", "mini-job", "geringfugig", "538", "556", "603")),
)
DIGIT = re.compile("[0-9]")
SPECIAL = re.compile(
    "zeit|^voll$|time$|job|gering|schicht|dienst|wache|nacht|wochenend|ausbild|azubi"
    "|auszubild|dual|lehrling|prakti|werkstud|intern"
)
ABBREVIATION = re.compile(r"\(([A-ZÄÖÜ]{2,5})\)|^([A-ZÄÖÜ]{3,5})\s*[/|–-]\s")
BRACKETED = re.compile(r"\([A-ZÄÖÜ]{2}")
DISTRICT = re.compile(r"\b(?:ot|ortsteil) \w+")
NOISE = words_of(
    "ab sofort zum zur nachstmoglichen nachstmoglich zeitpunkt termin unbefristet"
    " befristet befristete vollzeit teilzeit voll minijob mini job jobs basis stelle"
    " stellen stellenangebot gesucht gesuchte suchen sucht wir werde werden teil unser"
    " unsere unserem unseren unseres team teams verstarkung willkommen quereinsteiger"
    " quereinsteigerin quereinsteigende gern gerne auch und oder sowie fur in im ins am"
    " an auf als mit bei von vom der die das den dem des ein eine einen einer eines"
    " standort raum region grossraum neu neue neuen attraktive m w d x f gn div a e"
    " stunden std woche h bereich schwerpunkt rahmen ausbildung ausbildungsplatz azubi"
    " azubis auszubildend auszubildende auszubildender auszubildenden lehrling"
    " zeit gleitzeit euro tvod tv l all gender genders mensch menschen du sie dich"
    " herzen modern moderne modernem modernen nett netter ohne vorkenntnisse"
    " erfahrung mehrere mehrerer"
    " dein deine deinen neuer neues full part time herz sicher sicherer sicheren"
    " arbeitsplatz top bezahlung klasse lkw fh quereinstieg moglich bei beim tagewoche"
)
SAME = {
    "kindertagesstatte": "kita", "kindergarten": "kita",
    "kindertageseinrichtung": "kita", "wiss": "wissenschaftlich",
    "stellv": "stellvertretend", "stv": "stellvertretend", "examinierte": "",
    "dipl": "diplom", "ing": "ingenieur", "examinierter": "", "exam": "",
    "frau": "", "mann": "", "kraft": "",
}  # fmt: skip
PERSONS = re.compile(r"(?:frau|mann|leute|kraft|krafte)$")
ENDINGS = re.compile(r"(?:(?:er){1,2}(?:in|innen)?|innen|in|ern|en|em|es|e|n|s)$")
WOMEN = re.compile(r"(?<=er)in(?:nen)?$")
LONGEST = 200  # signs of a title that are compared
SHORTEST_ABBREVIATION = 3  # letters of one that a title begins with
SHORTEST = 4  # letters of a stem; what is shorter keeps its ending
KIN = 85  # how alike (of 100) two words of one stem are
STEM = 5  # letters that such two words begin with


NONE: frozenset[str] = frozenset()
NO_TIMES: frozenset[WorkingTime] = frozenset()
NO_STEPS: tuple[Group, ...] = ()


class Title(Struct, frozen=True, gc=False):
    """A title as it is compared.

    `telling` are signs that make two posts two: level, shift, numbers.
    """

    words: frozenset[str]
    telling: frozenset[str]
    kind: Kind | None
    times: frozenset[WorkingTime]
    hours: float | None
    groups: tuple[Group, ...]


class Word(Struct, frozen=True, gc=False):
    """A word of a title: its stem ("" for noise), and the level that it tells.

    `special` says that the title has to be read for hours, shift and kind.
    """

    stem: str
    telling: tuple[str, ...]
    special: bool


@lru_cache(8192)
def title(text: str) -> Title:
    """Return a title as it is compared."""
    line = short(text, LONGEST)
    plain = _without_district(folded(_without_abbreviation(line)))
    bare, steps = _without_gender(plain), NO_STEPS
    hours: float | None = None
    if counted := DIGIT.search(bare):
        bare, hours, steps = _numbers(bare)
    found = [_word(one) for one in WORDS.findall(bare)]
    if not counted and not any(one.special for one in found):
        return _title(found, NONE, None, NO_TIMES, None, NO_STEPS)
    shifts = [next(filter(None, shift)) for shift in SHIFTS.findall(bare)]
    if shifts:
        found = [_word(one) for one in WORDS.findall(SHIFTS.sub(" ", bare))]
    times = [time for time, marks in TIMES if any(map(plain.__contains__, marks))]
    return _title(
        found, frozenset(shifts), _kind(plain), frozenset(times), hours, steps
    )


def _title(  # noqa: PLR0913, PLR0917  (what was found, each once)
    found: list[Word], shifts: frozenset[str], kind: Kind | None,
    times: frozenset[WorkingTime], hours: float | None, steps: tuple[Group, ...],
) -> Title:  # fmt: skip
    words = frozenset([one.stem for one in found if one.stem])
    levels = [level for one in found if one.telling for level in one.telling]
    telling = shifts.union(levels) if levels else shifts
    return Title(words, telling, kind, times, hours, steps)


def _numbers(bare: str) -> tuple[str, float | None, tuple[Group, ...]]:
    """Take hours, pay groups and dates out of a title; return what is left first."""
    hours = HOURS.search(bare)
    steps = groups(bare)
    left = HOURS.sub(" ", bare) if hours else bare
    if any(map(left.__contains__, DATE_MARKS)):
        left = DATES.sub(" ", left)
    return (
        without_groups(left),
        float(hours[1].replace(",", ".")) if hours else None,
        steps,
    )


def _without_district(plain: str) -> str:
    return DISTRICT.sub("", plain) if "ot " in plain or "teil " in plain else plain


def _without_gender(plain: str) -> str:
    """Return a title without marks like "(m/w/d)" and endings like "/in"."""
    bare = USUAL.sub(" ", plain)
    return GENDER.sub(" ", plain) if UNUSUAL.search(bare) else bare


def _without_abbreviation(text: str) -> str:
    """Drop "(MFA)" behind what it stands for."""
    if not (BRACKETED.search(text) or text[:SHORTEST_ABBREVIATION].isupper()):
        return text
    found = ABBREVIATION.search(text)
    if not found:
        return text
    left = ABBREVIATION.sub("", text)
    rest = iter(left.lower())
    told = all(sign in rest for sign in (found[1] or found[2]).lower())
    return left if told else text


@lru_cache(16384)
def _word(word: str) -> Word:
    levels = [name for name, found in LEVELS if found.search(word)]
    stem = _stem(word)
    if DIGIT.search(stem):
        levels.append(stem)
    return Word(stem, tuple(levels), bool(SPECIAL.search(word)))


def _stem(word: str) -> str:
    if word in NOISE:
        return ""
    word = SAME.get(word, word)
    word = PERSONS.sub("", word)
    stem = ENDINGS.sub("", word)
    return stem if len(stem) >= SHORTEST else WOMEN.sub("", word)


def _kind(plain: str) -> Kind | None:
    if not any(map(plain.__contains__, KIND_MARKS)):
        return None
    if APPRENTICE.search(plain):
        return Kind.APPRENTICESHIP
    return Kind.INTERNSHIP if INTERNSHIP.search(plain) else None


class Likeness(Struct, frozen=True, gc=False):
    """What two titles have in common, and what only one of them says."""

    shared: int
    left: frozenset[str]
    right: frozenset[str]

    @property
    def equal(self) -> bool:
        return not self.left and not self.right

    @property
    def part(self) -> bool:
        """Whether one title is the other with something added."""
        return bool(self.shared) and not (self.left and self.right)

    @property
    def built(self) -> bool:
        """Whether one says a special kind of what the other says: Beikoch, Koch.

        The last part of a German word says what it is: a Küchenhilfe is no Küche.
        """
        return any(
            one.endswith(two) or two.endswith(one)
            for one in self.left
            for two in self.right
        )


@lru_cache(8192)
def stems(words: frozenset[str]) -> frozenset[str]:
    """Return words as they are in titles."""
    return frozenset(_stem(word) for word in words)


def likeness(one: Title, two: Title, known: frozenset[str]) -> Likeness:
    """Compare two titles; `known` are words said elsewhere, towns and names."""
    left, right = one.words - two.words, two.words - one.words
    shared = len(one.words) - len(left)
    left, right = left - known if left else left, right - known if right else right
    if not left or not right or _beginnings(left).isdisjoint(_beginnings(right)):
        return Likeness(shared, left, right)
    for word in tuple(left):
        kin = next((other for other in right if _kin(word, other)), None)
        if kin:
            left, right, shared = left - {word}, right - {kin}, shared + 1
    return Likeness(shared, left, right)


def _beginnings(words: frozenset[str]) -> set[str]:
    return {word[:STEM] for word in words}


def _kin(one: str, two: str) -> bool:
    return one[:STEM] == two[:STEM] and ratio(one, two, score_cutoff=KIN) > 0
