"""Whether a foreign qualification has to be recognised first (Anerkennung).

`REGULATED` are occupations that nobody may work in without recognition or a licence
(regulated occupations, reglementierte Berufe), by the beginning or end of the word.
Engineers and architects are here only where the law asks for more than the title:
most advertisements for engineers are open without recognition. Helpers, assistants
and those who still learn the occupation are not regulated.
"""

import re
from functools import lru_cache

from reihum.jobs.model import Recognition
from reihum.jobs.reading.around import around

REGULATED = (
    # health
    r"pflegefach(?:kr[aä]ft|mann|frau|person|leute|männer)", r"pflegefachm",
    r"krankenpfleger", r"krankenschwester", r"kinderkrankenpfleg", r"altenpfleger",
    r"[aä]rzt(?:e|in|innen)?\b", r"mediziner", r"apotheker", r"psychotherapeut",
    r"hebamme", r"entbindungspfleger", r"physiotherapeut", r"ergotherapeut",
    r"logop[äa]d", r"notfallsanit[äa]ter", r"podolog", r"orthoptist", r"di[äa]tassist",
    r"osteopath",
    r"anästhesietechnisch", r"operationstechnisch", r"medizinisch-?\s?technologe",
    r"medizinische[rn]? technolog", r"pharmazeutisch-?\s?technisch",
    r"masseur(?:in)? und med",
    r"heilerziehungspfleger", r"heilpraktiker", r"\bmt(?:l|r|f)a?\b", r"\bpta\b",
    # children, school, social work
    r"\berzieher", r"kindheitspädagog", r"sozialpädagog", r"sozialarbeiter",
    r"(?:(?:grund|förder|berufs|real|ober)schul|gymnasial|\b)lehrer(?:in|innen)?\b",
    r"\blehrkr[aä]ft", r"heilpädagog", r"fahrlehrer",
    # law, taxes, building, traffic
    r"rechtsanw[aä]lt", r"syndikus", r"\bnotar(?:in)?\b", r"steuerberater",
    r"wirtschaftsprüfer", r"beratende[rn]? ingenieur", r"bauvorlageberechtig",
    r"triebfahrzeugführer", r"lokführer", r"\bpilot", r"fluglots",
)  # fmt: skip
OCCUPATION = re.compile("|".join(REGULATED))
NOT_YET = re.compile(
    r"helfer|\bhilfe\b|hilfskraft|pflegehilf|fachangestellt|sekret[äa]r|sprechstunde"
    r"|ausbildung zu|azubi|praktik|tier(?:arzt|ärzt)helf|praxismanag|pilotprojekt"
)
ASKED = re.compile(
    r"\banerkannte[rnms]?\s+(?:\w+\s){0,2}?(?:\w*abschl[uü]ss|\w*ausbildung"
    r"|\w*qualifikation|\w*studi|\w*beruf)|\banerkennung (?:der|ihrer|deiner|des|als"
    r"|in deutschland)|\bapprobation\b|\bberufsurkunde\b|\bberufserlaubnis\b"
    r"|\bstaatlich anerkannt|\bstaatlich geprüft|\bgleichwertigkeit"
)
NOT_NEEDED = re.compile(
    r"\bkeine\s+(?:\w+\s)?(?:\w*ausbildung|\w*qualifikation|berufsabschluss"
    r"|abschluss)\s(?:\w+\s)?(?:erforderlich|nötig|notwendig|voraussetzung"
    r"|vorausgesetzt|zwingend)"
    r"|\bausbildung (?:ist )?nicht (?:zwingend )?(?:erforderlich|nötig|notwendig)"
    r"|\bquer-?einst(?:eiger|ieg)|\bseiteneinst(?:eiger|ieg)|\bungelernt"
    r"|\bauch ohne (?:\w+\s){0,2}?(?:\w*ausbildung|berufsabschluss|\w*qualifikation)"
)
# One of these is in every word above: what is in none of them is looked at no further.
STEMS = (
    "pflege", "krankenschw", "rzt", "mediz", "apothek", "therap", "hebamm", "logop",
    "sanit", "podolog", "orthopt", "assist", "osteop", "technisch", "masseur", "heil",
    "mt", "pta", "erzieh", "pädagog", "sozial", "lehr", "anw", "syndik", "notar",
    "berat", "prüfer", "bauvorl", "führer", "pilot", "fluglots",
)  # fmt: skip
ASKED_HINTS = (
    "anerk",
    "approb",
    "berufsurk",
    "berufserl",
    "staatlich",
    "gleichwertigk",
)
NOT_NEEDED_HINTS = (
    "ausbildung", "qualifikation", "abschluss", "quer", "seiteneinst", "ungelernt",
)  # fmt: skip


@lru_cache(maxsize=8192)
def of_title(title: str) -> Recognition | None:
    """Return what the title of an advertisement or an occupation (lower case) says."""
    if not any(map(title.__contains__, STEMS)):
        return None
    if OCCUPATION.search(title) and not NOT_YET.search(title):
        return Recognition.REGULATED
    return None


def of_text(low: str) -> Recognition | None:
    """Return what a text (lower case) asks for, or says that it does not ask for."""
    near = around(low, ASKED_HINTS)
    if near and ASKED.search(near):
        return Recognition.ASKED
    near = around(low, NOT_NEEDED_HINTS, 70, 90)
    return Recognition.NOT_NEEDED if near and NOT_NEEDED.search(near) else None
