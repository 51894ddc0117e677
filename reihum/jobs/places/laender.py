"""The Länder as GeoNames numbers them and as people write them."""

from functools import cache

from reihum.jobs.words.folding import fold
from reihum.rules.laender import LAENDER

# GeoNames' admin1 codes of Germany (the FIPS regions), for our codes (ISO 3166-2).
ADMIN1 = {
    "01": "BW", "02": "BY", "03": "HB", "04": "HH", "05": "HE", "06": "NI",
    "07": "NW", "08": "RP", "09": "SL", "10": "SH", "11": "BB", "12": "MV",
    "13": "SN", "14": "ST", "15": "TH", "16": "BE",
}  # fmt: skip
NAMES = {land.code: land.name for land in LAENDER}
SHORT = {"NRW": "NW", "Meck-Pomm": "MV", "Sachsen Anhalt": "ST"}
ENGLISH = {
    "Saxony": "SN", "Lower Saxony": "NI", "Saxony-Anhalt": "ST", "Thuringia": "TH",
    "Hesse": "HE", "North Rhine-Westphalia": "NW", "Rhineland-Palatinate": "RP",
    "Bavaria": "BY",
}  # fmt: skip


def land_of(text: str) -> str:
    """Return the code of a Land by its code, number or name, "" for anything else."""
    return _spoken().get(fold(text), "")


@cache
def _spoken() -> dict[str, str]:
    named = {name: code for code, name in NAMES.items()}
    coded = {code: code for code in NAMES} | {f"DE-{code}": code for code in NAMES}
    every = named | ENGLISH | SHORT | coded | ADMIN1
    official = {land.official: land.code for land in LAENDER}
    return {fold(text): code for text, code in (every | official).items()}
