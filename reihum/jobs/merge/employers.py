"""Employers: the same house under several names."""

import re
from functools import lru_cache

from msgspec import Struct

from reihum.jobs.merge.folding import WORDS, folded, words_of

# Said longer or shorter: the short form is compared. In folded writing.
SHORT = (
    ("deutsches rotes kreuz", "drk"),
    ("arbeiter samariter bund", "asb"),
    ("arbeiterwohlfahrt", "awo"),
    ("technische universitat", "tu"),
    ("universitatsklinikum", "uniklinikum"),
    ("universitatsklinik", "uniklinikum"),
    ("uniklinik", "uniklinikum"),
    ("universitat", "uni"),
    ("hochschule fur angewandte wissenschaften", "haw"),
    ("volkshochschule", "vhs"),
    ("bundeswehr dienstleistungszentrum", "bwdlz"),
    ("landeshauptstadt", "stadt"),
    ("hansestadt", "stadt"),
    ("stadtverwaltung", "stadt"),
    ("gemeindeverwaltung", "gemeinde"),
    ("landratsamt", "landkreis"),
    ("kreisverwaltung", "landkreis"),
    ("medizinisches versorgungszentrum", "mvz"),
    ("kindertagesstatte", "kita"),
    ("kindergarten", "kita"),
    ("sankt", "st"),
    ("krankenhaus", "kh"),
    ("gebruder", "gebr"),
)
EXPANDED = tuple(
    (re.compile(rf"\b{long}(?:n|r|s)?\b" if " " not in long else rf"\b{long}\b"), short)
    for long, short in SHORT
)
DROPPED = words_of(
    "gmbh ggmbh mbh ag gag kg kgaa se ev e v k eg ohg gbr ug ltd inc llc sa bv partg"
    " partgmbb mbb haftungsbeschrankt co cokg und u the der die das des den dem von fur"
    " im in am an zu bei mvz inh inhaber inhaberin kdor aor betriebsgesellschaft"
    " betriebs holding niederlassung"
)
GENERAL = words_of(
    "stadt landkreis gemeinde klinikum klinik kh uni tu hotel gasthof gasthaus cafe"
    " restaurant backerei fleischerei praxis zahnarztpraxis hausarztpraxis salon kita"
    " schule grundschule verein kreisverband landesverband stadtwerke pflegedienst"
    " seniorenheim seniorenzentrum gruppe group service services logistik bau gmbh"
    " deutschland germany software elektro spedition kanzlei awo drk asb caritas"
    " diakonie haus zentrum werk"
)
FEWEST = 5  # letters of a name that can stand for a house alone


class Employer(Struct, frozen=True):
    """A name as it is compared: `key` of the same name is the same."""

    key: str
    words: frozenset[str]
    spoken: str  # in the order it was written, to be found in a text


@lru_cache(8192)
def employer(name: str) -> Employer:
    """Return a name without legal form, filler and ways of writing."""
    text = " ".join(WORDS.findall(folded(name)))
    for long, short in EXPANDED:
        text = long.sub(short, text)
    kept = [word for word in text.split() if word not in DROPPED] or text.split()
    return Employer(" ".join(sorted(set(kept))), frozenset(kept), " ".join(kept))


def alike(one: Employer, two: Employer, towns: frozenset[str]) -> bool:
    """Return whether one name is the other with something added, and says enough."""
    less, more = sorted((one.words, two.words), key=len)
    if not less or not less <= more:
        return False
    return any(
        len(word) >= FEWEST and word not in GENERAL and word not in towns
        for word in less
    ) or (len(less) > 1 and not less <= GENERAL)


@lru_cache(512)
def _short(text: str) -> str:
    """Return a text written as names are compared."""
    text = " ".join(WORDS.findall(folded(text)))
    for long, short in EXPANDED:
        text = long.sub(short, text)
    return f" {' '.join(word for word in text.split() if word not in DROPPED)} "


def named(who: Employer, text: str) -> bool:
    """Return whether a text names an employer."""
    told = len(who.words) > 1 or not who.words <= GENERAL
    return told and f" {who.spoken} " in _short(text)
