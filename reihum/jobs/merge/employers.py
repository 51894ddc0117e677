"""Employers: the same house under several names."""

from functools import lru_cache

from msgspec import Struct

from reihum.jobs.merge.folding import WORDS, folded, short, words_of

# Said longer or shorter: the short form is compared. In folded writing.
PHRASES = (
    ("deutsches rotes kreuz", "drk"),
    ("deutschen roten kreuzes", "drk"),
    ("arbeiter samariter bund", "asb"),
    ("technische universitat", "tu"),
    ("technischen universitat", "tu"),
    ("hochschule fur angewandte wissenschaften", "haw"),
    ("bundeswehr dienstleistungszentrum", "bwdlz"),
    ("medizinisches versorgungszentrum", "mvz"),
)
SHORT = {
    "arbeiterwohlfahrt": "awo", "universitatsklinikum": "uniklinikum",
    "universitatsklinik": "uniklinikum", "uniklinik": "uniklinikum",
    "universitat": "uni", "volkshochschule": "vhs", "landeshauptstadt": "stadt",
    "hansestadt": "stadt", "stadtverwaltung": "stadt", "gemeindeverwaltung": "gemeinde",
    "landratsamt": "landkreis", "kreisverwaltung": "landkreis",
    "kindertagesstatte": "kita", "kindergarten": "kita", "sankt": "st",
    "krankenhaus": "kh", "gebruder": "gebr",
}  # fmt: skip
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
LONGEST = 160  # signs of a name that are compared
FEWEST = 5  # letters of a name that can stand for a house alone


class Employer(Struct, frozen=True, gc=False):
    """A name as it is compared: `key` of the same name is the same."""

    key: str
    words: frozenset[str]
    spoken: str  # in the order it was written, to be found in a text


@lru_cache(8192)
def employer(name: str) -> Employer:
    """Return a name without legal form, filler and ways of writing."""
    kept = _words(short(name, LONGEST))
    return Employer(" ".join(sorted(set(kept))), frozenset(kept), " ".join(kept))


def _words(name: str) -> list[str]:
    """Return the words that count of a name, or of a text that names somebody."""
    text = " ".join(WORDS.findall(folded(name)))
    for phrase, brief in PHRASES:
        if phrase in text:
            text = text.replace(phrase, brief)
    words = [SHORT.get(word, word) for word in text.split()]
    return [word for word in words if word not in DROPPED] or words


def one_house(one: Employer, two: Employer, towns: frozenset[str]) -> bool:
    """Return whether two names are of one house; who is not named is of none."""
    return bool(one.key) and (one.key == two.key or alike(one, two, towns))


def alike(one: Employer, two: Employer, towns: frozenset[str]) -> bool:
    """Return whether one name is the other with something added, and says enough."""
    less, more = sorted((one.words, two.words), key=len)
    if not less or not less <= more:
        return False
    return any(
        len(word) >= FEWEST and word not in GENERAL and word not in towns
        for word in less
    ) or (len(less) > 1 and not less <= GENERAL)


def named(who: Employer, text: str) -> bool:
    """Return whether a text names an employer."""
    told = len(who.words) > 1 or not who.words <= GENERAL
    return told and f" {who.spoken} " in _spoken(text)


@lru_cache(64)  # a text is asked for one name after the other
def _spoken(text: str) -> str:
    return f" {' '.join(_words(text))} "
