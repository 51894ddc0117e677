"""Which town a name means, among all that have it."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from rapidfuzz import fuzz, process

from reihum.jobs.places.laender import NAMES, land_of
from reihum.jobs.places.towns import Town, Towns
from reihum.jobs.words.folding import fold
from reihum.jobs.words.stems import CYRILLIC, cyrillic, stemmed

LARGE = 50_000  # inhabitants of a town that is still meant with words behind its name
CLEARLY = 2.5  # so many times larger than the next: this is the one
WORDS_OF_LAND = 3  # "Freie Hansestadt Bremen"
SUGGESTED = 5
LIKE = 76  # per cent of a name that have to be right for a suggestion
# What people write before a name, folded: "in", "Stadt", "місто", "مدينة", "شهر".
BEFORE = {
    "in", "bei", "nahe", "stadt", "hansestadt", "landeshauptstadt", "lutherstadt",
    "near", "a", "в", "у", "город", "мисто", "г", "м", "مدينه", "في", "شهر", "در",
}  # fmt: skip
# What makes a name one of an area around: "Raum Chemnitz", "біля Хемніца". Who types it
# means the town and what is near; whoever advertises means no point.
AROUND = {
    "raum", "grossraum", "region", "umgebung", "umkreis", "von", "um", "landkreis",
    "kreis", "around", "pres", "autour", "de", "около", "возле", "рядом", "с", "з",
    "биля", "поблизу", "недалеко", "вид", "от", "قرب", "بالقرب", "من", "نزديك",
    "اطراف", "حوالي",
}  # fmt: skip
MOST_BEFORE = 3  # "in Raum Chemnitz", "рядом с городом Хемниц"
# Where a name ends and what tells it from others begins: "Weiden i.d. OPf.".
APART = re.compile(r"[/(,]|\s[iabv]\.")
# "Germany" as people type it, folded.
EVERYWHERE = {
    "deutschland", "bundesweit", "germany", "allemagne", "almanya", "германия",
    "немеччина", "нимеччина", "المانيا", "المان",
}  # fmt: skip
# Turkish endings behind an apostrophe ("Chemnitz'de").
TURKISH = re.compile(
    "['’](?:de|da|te|ta|deki|daki|teki|taki|e|a|ye|ya)$", re.IGNORECASE
)
# Cyrillic as German towns are written in it, folded; for suggestions only.
LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ж": "sch",
        "з": "s", "и": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "ch", "ц": "z",
        "ч": "tsch", "ш": "sch", "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e",
        "ю": "ju", "я": "ja",
    }
)  # fmt: skip


def candidates(
    towns: Towns, text: str, before: Collection[str] = BEFORE | AROUND
) -> tuple[Town, ...]:
    """Return the towns that a text may mean, the likeliest first.

    "Chemnitz", "Neustadt, Hessen", "Halle NRW", "Stadt Chemnitz", "Berlin-Mitte",
    "в Хемнице", "Chemnitz'de", "Aue, Deutschland". `before` are words that may stand
    before a name.
    """
    words = fold(TURKISH.sub("", text.strip())).split()
    if len(words) > 1 and words[-1] in EVERYWHERE:
        words.pop()
    for start in _starts(words, before):
        for found in (_whole, _in_land, _inflected, _longer):
            if meant := found(towns, words[start:]):
                return _spelled(meant, text)
    return _before(towns, text)


def _spelled(meant: tuple[Town, ...], text: str) -> tuple[Town, ...]:
    """Leave out towns that are only alike without umlauts, unless all are."""
    typed = text.strip().casefold()
    same = tuple(town for town in meant if town.name.casefold().startswith(typed))
    return same or meant


def _before(towns: Towns, text: str) -> tuple[Town, ...]:
    """Leave out what should tell a town from others, if there is but one."""
    meant = towns.by_name.get(fold(APART.split(text, maxsplit=1)[0]), ())
    return meant[:1] if meant and _alone(meant) else ()


def land(text: str) -> str:
    """Return the code of the Land that a person means: "в Саксонии", "NRW"."""
    words = fold(text).split()
    starts = _starts(words, BEFORE)
    return next(filter(None, (land_of(" ".join(words[one:])) for one in starts)), "")


def _starts(words: list[str], before: Collection[str]) -> Iterator[int]:
    """Yield where the name may begin: before and behind the words before it."""
    yield 0
    for start in range(1, min(len(words), MOST_BEFORE + 1)):
        if words[start - 1] not in before:
            return
        yield start


def _whole(towns: Towns, words: list[str]) -> tuple[Town, ...]:
    return towns.by_name.get(" ".join(words), ())


def _in_land(towns: Towns, words: list[str]) -> tuple[Town, ...]:
    for size in range(min(WORDS_OF_LAND, len(words) - 1), 0, -1):
        if land := land_of(" ".join(words[-size:])):
            named = _whole(towns, words[:-size])
            return tuple(town for town in named if town.land == land)
    return ()


def _inflected(towns: Towns, words: list[str]) -> tuple[Town, ...]:
    """Take a Cyrillic case ending off; names in other scripts have none."""
    phrase = " ".join(words)
    return towns.by_name.get(stemmed(phrase, CYRILLIC), ()) if cyrillic(phrase) else ()


def _longer(towns: Towns, words: list[str]) -> tuple[Town, ...]:
    for size in range(len(words) - 1, 0, -1):
        named = _whole(towns, words[:size])
        if named and named[0].population >= LARGE and _alone(named):
            return named[:1]
    return ()


def certain(towns: Towns, text: str, land: str) -> Town | None:
    """Return the town that a portal means; None where it may be another."""
    meant = candidates(towns, text, BEFORE)
    if land:
        meant = tuple(town for town in meant if town.land == land)
    return meant[0] if meant and _alone(meant) else None


def _alone(meant: tuple[Town, ...]) -> bool:
    """Return whether the first is much larger than all others of that name."""
    others = max((town.population for town in meant[1:]), default=0)
    return len(meant) == 1 or meant[0].population > CLEARLY * others


def label(towns: Towns, town: Town) -> str:
    """Return a name that finds this town: with its Land, if the name finds another."""
    first, *_ = towns.by_name.get(fold(town.name), (town,))
    return town.name if first == town else f"{town.name}, {NAMES[town.land]}"


def labels(towns: Towns, some: Iterable[Town]) -> tuple[str, ...]:
    """Return a few names to choose from: each once, and each finds its town."""
    named: dict[str, Town] = {}
    for town in some:
        named.setdefault(label(towns, town), town)
    sure = (
        name for name, town in named.items() if candidates(towns, name)[:1] == (town,)
    )
    return tuple(islice(sure, SUGGESTED))


def alike(towns: Towns, text: str) -> tuple[str, ...]:
    """Return names like a mistyped one, the most alike first, then the largest."""
    typed = fold(text)
    found = [*_alike(towns, typed)]
    if cyrillic(typed):
        found += _alike(towns, typed.translate(LATIN))
    return labels(towns, (town for _, _, town in sorted(found, key=_rank)))


def _alike(towns: Towns, typed: str) -> Iterator[tuple[float, int, Town]]:
    for key, score, _ in process.extract(
        typed, towns.by_name.keys(), scorer=fuzz.ratio, score_cutoff=LIKE, limit=30
    ):
        town = towns.by_name[key][0]
        yield -score, -town.population, town


def _rank(found: tuple[float, int, Town]) -> tuple[float, int]:
    return found[:2]
