"""German words as they are compared: folded, without gender, with parts of compounds.

"Köch*in", "Köchin (m/w/d)", "Koechinnen" and "Koch" are one word. A compound has the
words it is made of where that is safe: its beginning before a known head
("Küchen|hilfe", "Koch|lehrling"), and its end ("Bei|koch"). "Kochel" is no compound.
"""

import re
from functools import lru_cache

import Stemmer

HEADS = (
    "hilfe helfer hilfskraft kraft fachkraft arbeiter mitarbeiter assistent assistenz "
    "lehrling azubi ausbildung auszubildende meister leiter leitung chef personal "
    "team monteur mechaniker techniker bauer fahrer verkäufer berater betreuer "
    "betreuung pfleger pflege reiniger reinigung dienst dienstleitung wirt frau mann "
    "leute fachfrau fachmann fachangestellte angestellte gehilfe spezialist experte "
    "manager management entwickler ingenieur lehrer erzieher arzt schwester therapeut "
    "koordinator planer disponent lagerist logistiker packer sortierer macher "
    "schneider job jobs minijob stelle stellen bereich service branche handwerk "
    "gewerbe führer maschinist bediener arbeit tätigkeit"
)
# Words that end like another occupation and are none of its kind: a farmer (Landwirt)
# is no innkeeper, a kindergarten teacher (Kindergärtner) no gardener.
NO_COMPOUNDS = (
    "landwirt fachwirt betriebswirt volkswirt gastwirt forstwirt tierarzt "
    "amtstierarzt zahnarzt zahnmedizinische tiermedizinische kindergärtner "
    "fahrlehrer fahrschullehrer tanzlehrer hundefriseur pizzabäcker "
    "personaldisponent goldschmied silberschmied fensterputzer gussputzer "
    "elektroinstallateur solarinstallateur gartenbauhelfer weinbauhelfer "
    "maschinenbauingenieur maschinenbautechniker tierpfleger raumpfleger "
    "pferdepfleger baumpfleger gartenpfleger grünpfleger landschaftspfleger "
    "fußpfleger fahrzeugpfleger"
)
# Words that end so many other occupations that none of those is meant: a farmer (Bauer)
# does not build scaffolds (Gerüstbauer).
NO_ENDS = "bauer"
# Words that say nothing in a title, nor in what somebody looks for.
NOISE = (
    "als am an auf aus bei das dem den der des die ein eine einen für gesucht ich im "
    "in job jobs mit nach oder stelle stellen suche und von zu zum zur mwd m w d"
    " de du la of the for and at"
)

# One `replace` after the other is five times as fast as `translate`.
FOLDED = (
    ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "ss"), ("é", "e"), ("è", "e"),
    ("â", "a"), ("ê", "e"), ("ô", "o"), ("ç", "c"),
)  # fmt: skip
TRANSCRIBED = re.compile("(?<![aeq])(a|o|u)e(?!u)")
# "Koch:in", "Koch/-in", "Koch(in)", "Fachangestellte/r": a letter, a sign, the ending.
GENDER = re.compile(
    r"[*:_·’'/(\-](?<=[a-zäöüß].)[/\-]?(?:(?P<female>in(?:nen)?)|r|n)\b\)?"
)
# No word is longer; without a bound, a text without a space would take minutes.
WORD = re.compile(r"[^\W_]{1,50}[+#]{0,2}")
FEMININE = re.compile("(?<=[^e]..)in(?:n(?:en)?)?$|(?<=...)(?:in|innen)$")
PARTICIPLE = re.compile(
    "(?:stellt|auftragt|schaftigt|lernt|pruft|bildet|fahren|..isch|lich|ig|sam)er$"
)
LEAST_PART = 3  # letters of a part of a compound
LEAST_TAIL = 4  # letters of a word that ends another

_stemmer = Stemmer.Stemmer("german")


# What is compared: a stem, and "~" where the word names a person or thing by "-er":
# "Lehrer" is not "Lehre", and "Lager" not "Lage", though their stems are one.
Word = str
AGENT = "~"


def fold(text: str) -> str:
    """Return the text in lower case, without umlauts and without gender forms."""
    low = neutral(text)
    if not low.isascii():
        for sign, plain in FOLDED:
            low = low.replace(sign, plain)
    return low


def neutral(text: str) -> str:
    """Return the text in lower case, each gender form as the feminine one."""
    return GENDER.sub(_gender, text.lower())


def _gender(found: re.Match[str]) -> str:
    return "in" if found["female"] else ""


def words_of(text: str) -> list[str]:
    """List the folded words of a text, without those that say nothing."""
    return [one for one in WORD.findall(fold(text)) if one not in STOP]


def word(folded: str) -> Word:
    """Return one folded word as it is compared."""
    plain = TRANSCRIBED.sub(r"\1", folded)
    if plain.endswith(("in", "innen", "inn")) and len(plain) > LEAST_TAIL + 1:
        plain = FEMININE.sub("", plain)
    if plain.endswith(("igung", "igungen")):  # "Hotelreinigung" ends as "Reinigung"
        return plain[: plain.rindex("ung")]
    if plain.endswith("erer"):  # a carpenter (Zimmerer) is no room (Zimmer)
        return plain.removesuffix("er") + AGENT
    agent = plain.endswith(("er", "ern", "ers")) and not PARTICIPLE.search(plain)
    return _stem(plain) + AGENT if agent else _stem(plain)


def _stem(plain: str) -> str:
    stem: str = _stemmer.stemWord(plain)
    return stem


def beginnings(folded: str) -> tuple[Word, ...]:
    """Return what stands before a known head: of "kuchenhilfe" the word "kuchen"."""
    return tuple(
        word(_unlinked(folded[:cut]))
        for cut in range(LEAST_PART, len(folded) - LEAST_PART + 1)
        if _stem(folded[cut:]) in _HEADS
    )


@lru_cache(maxsize=32_768)
def analysed(folded: str) -> tuple[Word, tuple[Word, ...]]:
    """Return one folded word as it is compared, and its beginnings."""
    return word(folded), beginnings(folded)


def _unlinked(part: str) -> str:
    """Return the part without the s that links it: "verkaufs" is "verkauf"."""
    return part[:-1] if part.endswith("s") and len(part) > LEAST_TAIL else part


def is_end_of(part: Word, whole: Word) -> bool:
    """Say whether a word is a compound that ends with the part: "koch", "beikoch"."""
    return (
        len(whole) - len(part) >= LEAST_PART
        and whole.endswith(part)
        and whole not in _NO_COMPOUNDS
        and part not in _NO_ENDS
    )


STOP = frozenset(fold(one) for one in NOISE.split())
_HEADS = frozenset(_stem(fold(one)) for one in HEADS.split())
_NO_COMPOUNDS = frozenset(word(fold(one)) for one in NO_COMPOUNDS.split())
_NO_ENDS = frozenset(word(fold(one)) for one in NO_ENDS.split())
