"""How much is worked, for how long, where, and what kind of offer it is.

Every function takes lower-case text and says only what stands there: 38 hours a week do
not make full time, and a text without the word "befristet" is not permanent.
"""

import re

from reihum.jobs.model import Contract, Kind, Remote, WorkingTime
from reihum.jobs.reading.around import around

FULL = re.compile(
    r"\bvollzeit|\bvoll-\s?(?:und|oder|/|bzw\.)|\bfull[ -]?time\b|\bvz\b(?=\s?(?:/|oder"
    r"|und|\)|,))"
)
PART = re.compile(
    r"\bteilzeit|\bteil-\s?(?:und|oder|/|bzw\.)|\bpart[ -]?time\b|\btz\b(?=\s?\)|\s?,"
    r"|$)"
)
TIMES = ((WorkingTime.FULL, FULL), (WorkingTime.PART, PART))
MINI = re.compile(
    r"\bmini-?\s?job|\bgeringfügig|\b(?:450|520|538|556|603)[,-]?\s?-?\s?(?:€|euro"
    r"|eur)[\s-]*(?:basis|job|kraft)|\bauf (?:450|520|538|556|603)"
)
SHIFT = re.compile(
    r"(?:schicht|nacht|wochenend)(?:arbeit|dienst|betrieb|system|modell|bereitschaft)"
    r"|\b(?:\w*-)?(?:[2345]|zwei|drei|vier|fünf|mehr|voll|früh|spät|nacht|wechsel|tag"
    r"|konti)-?schicht(?:en|ig)?\b|\bschichten\b|\bim schicht|nachtwache"
)
NO_SHIFT = re.compile(
    r"\b(?:keine?n?|ohne|nicht im)\s+(?:\w+\s+){0,2}(?:und\s+\w+\s+)?\S*(?:schicht"
    r"|nacht|wochenend)"
)
NUMBER = (
    r"(?P<range>\d\s?(?:-|–|bis)\s?)?(?<![\d,.])(?P<hours>[1-6]?\d(?:[.,]\d{1,2})?)"
)
# It reads 39,5 Wochenstunden, 38,5-Stunden-Woche, 40h/Woche, 30 Std. wöchentlich.
HOURS_FIRST = re.compile(
    NUMBER + r"\s?-?\s?(?:wochenstunden|(?:h\b|std\b\.?|stunden)\s?"
    r"(?:(?:/|pro|in der|je|die|-)\s?(?:kw\b|wo\b|woche)|wöchentlich))"
)
# It reads wöchentliche Arbeitszeit von 39 Stunden, Wochenarbeitszeit: 37,5 Std.
HOURS_LAST = re.compile(
    r"(?:wochenarbeitszeit|wöchentlich\w*|arbeitszeit)\W{0,3}"
    r"(?:(?:von|beträgt|arbeitszeit|ca\.?)\s){0,2}" + NUMBER + r"\s?(?:h\b|std|stunden)"
)
LEAST, MOST = 3, 60  # hours a week that are believed

LIMITED = re.compile(
    r"befristet(?<!unbefristet)|befristung(?<!keine befristung)(?<=\bbefristung)"
    r"|elternzeit-?vertretung|krankheits-?vertretung|schwangerschafts-?vertretung"
    r"|fixed(?<=\bfixed)[ -]term\b|temporary(?<=\btemporary) contract"
)
CONTRACT_HINTS = (
    "befrist", "festanstellung", "vertretung", "contract", "fixed", "permanent"
)  # fmt: skip
UNLIMITED = re.compile(
    r"\bunbefristet|\bfestanstellung|\bkeine befristung|\bpermanent (?:contract"
    r"|position|role)"
)
FIRST_LIMITED = re.compile(
    r"zunächst|vorerst|option|aussicht|übernahme|entfristung|später"
)

REMOTE = re.compile(
    r"\bhome-?\s?office|\bmobile[sn]? arbeit|\btelearbeit|\bvon zu ?hause\b"
    r"|\bwork from home|\bremote\b(?!-?\s?(?:zugriff|desktop|support|wartung|control"
    r"|access|server|hände))|\bhybrid(?:es|e|er)? (?:arbeit|work|modell)"
)
REMOTE_HINTS = ("office", "remote", "mobile", "hause", "hybrid", "telearb")
ALL_REMOTE = re.compile(
    r"100\s?%\s?(?:remote|home-?\s?office|mobil)|(?:vollständig|komplett|full[y]?|rein"
    r"|nur|ausschließlich|zu 100 prozent)[ -](?:remote|im home|von zu|aus dem home)"
    r"|\bremote[ -]first|\b100 prozent remote"
)
NOT_REMOTE = re.compile(
    r"\b(?:kein|nicht im|ohne)\s+(?:home-?\s?office|remote|mobile)|(?:home-?\s?office"
    r"|remote|mobiles arbeiten)\W+(?:ist\s)?(?:leider\s)?nicht möglich"
)

APPRENTICESHIP = re.compile(
    r"\bausbildung(?:splatz|sstelle|sberuf)?\b|\bazubi|\bauszubildende|\blehrling"
    r"|\blehrstelle|\blehre (?:als|zu)|\bduale[sr]? stud|\bapprentice|\bumschulung\b"
)
HAS_APPRENTICESHIP = re.compile(
    r"\b(?:ohne|mit|nach|abgeschlossene[rn]?|keine|in der|für die|leitung) ausbildung\b"
)
INTERNSHIP = re.compile(
    r"\bpraktik(?:um|ant)|\bpflichtpraktik|\bwerkstud|\bworking student|\bintern\b"
    r"|\binternship|\bstudentische (?:hilfskraft|aushilfe)"
)
SELF_EMPLOYED = re.compile(
    r"\bfreelance|\bfreiberuf|\bselbst-?ständig(?:e|er|en)? (?:mitarbeit|tätigkeit"
    r"|handels|basis|vertriebs)|\bhonorarkraft|\bhonorarbasis|\bfranchise(?:nehmer"
    r"|partner)"
)


TIME_HINTS = ("vollzeit", "teilzeit", "time", "vz", "(tz")
MINI_HINTS = ("mini", "geringf", "basis", "job")
SHIFT_HINTS = ("schicht", "nacht", "wochenend")
WEEK_HINTS = ("woche", "wöchentlich", "arbeitszeit", "/wo")


def working_times(low: str) -> frozenset[WorkingTime]:
    """Return all working times that a text offers; empty where it names none."""
    found = []
    if near := around(low, TIME_HINTS, 14, 14):
        found += [time for time, words in TIMES if words.search(near)]
    if (near := around(low, MINI_HINTS, 14, 22)) and MINI.search(near):
        found.append(WorkingTime.MINI)
    if (near := around(low, SHIFT_HINTS, 30, 24)) and SHIFT.search(near):
        found += [] if NO_SHIFT.search(near) else [WorkingTime.SHIFT]
    return frozenset(found)


def weekly_hours(low: str) -> float | None:
    """Return the hours a week where one number is named; of a range, None."""
    near = around(low, WEEK_HINTS, 24, 40)
    found = HOURS_FIRST.search(near) or HOURS_LAST.search(near)
    if found is None or found["range"]:
        return None
    hours = float(found["hours"].replace(",", "."))
    return hours if LEAST <= hours <= MOST else None


def contract(low: str) -> Contract | None:
    """Return for how long; None where nothing or both is said."""
    near = around(low, CONTRACT_HINTS, 20, 16)
    if not near:
        return None
    limited, unlimited = LIMITED.search(near), UNLIMITED.search(near)
    if limited and unlimited:
        return Contract.TEMPORARY if FIRST_LIMITED.search(low) else None
    if limited:
        return Contract.TEMPORARY
    return Contract.PERMANENT if unlimited else None


def remote(low: str) -> Remote | None:
    """Return whether the work can be done at home."""
    near = around(low, REMOTE_HINTS, 24, 34)
    if not near or not REMOTE.search(near):
        return None
    if NOT_REMOTE.search(near):
        return Remote.NO
    return Remote.YES if ALL_REMOTE.search(near) else Remote.PARTLY


KIND_HINTS = (
    "ausbild", "azubi", "auszubild", "lehr", "dual", "apprent", "umschul", "prakti",
    "werkstud", "working", "intern", "studentisch", "freelanc", "freiberuf", "selbst",
    "honorar", "franchis",
)  # fmt: skip


def kind(title: str) -> Kind:
    """Return the kind of offer that a title (lower case) names, work where none."""
    if not any(map(title.__contains__, KIND_HINTS)):
        return Kind.WORK
    if APPRENTICESHIP.search(title) and not HAS_APPRENTICESHIP.search(title):
        return Kind.APPRENTICESHIP
    if INTERNSHIP.search(title):
        return Kind.INTERNSHIP
    return Kind.SELF_EMPLOYED if SELF_EMPLOYED.search(title) else Kind.WORK
