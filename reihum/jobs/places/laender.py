"""The Länder as GeoNames numbers them and as people write them."""

from functools import cache

from reihum.jobs.words.folding import fold
from reihum.jobs.words.stems import CYRILLIC, cyrillic, stemmed
from reihum.jobs.words.table import split
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
# French, Turkish, Russian, Ukrainian, Arabic, Persian; what is the same stands once.
# Cities that are Länder are found as cities.
FOREIGN = {
    "BW": "Bade-Wurtemberg, Баден-Вюртемберг, بادن فورتمبيرغ, بادن-وورتمبرگ",
    "BY": "Bavière, Bavyera, Бавария, Баварія, بافاريا, باواریا, بایرن",
    "BB": "Brandebourg, Бранденбург, براندنبورغ, براندنبورگ",
    "HE": "Hesse, Гессен, هسن",
    "MV": "Mecklembourg-Poméranie-Occidentale, Мекленбург-Передняя Померания, "
    "Мекленбург-Передня Померанія, مكلنبورغ فوربومرن, مکلنبورگ-فورپومرن",
    "NI": "Basse-Saxe, Aşağı Saksonya, Нижняя Саксония, Нижня Саксонія, "
    "ساكسونيا السفلى, نیدرزاکسن",
    "NW": "Rhénanie-du-Nord-Westphalie, Kuzey Ren-Vestfalya, "
    "Северный Рейн-Вестфалия, Північний Рейн-Вестфалія, شمال الراين وستفاليا, "
    "نوردراین-وستفالن",
    "RP": "Rhénanie-Palatinat, Renanya-Palatina, Рейнланд-Пфальц, "
    "راينلاند بالاتينات, راینلاند-فالتس",
    "SL": "Sarre, Саар, Саарланд, سارلاند, زارلاند",
    "SN": "Saxe, Saksonya, Саксония, Саксонія, ساكسونيا, زاکسن",
    "ST": "Saxe-Anhalt, Saksonya-Anhalt, Саксония-Анхальт, Саксонія-Ангальт, "
    "ساكسونيا أنهالت, زاکسن-آنهالت",
    "SH": "Шлезвиг-Гольштейн, Шлезвіг-Гольштейн, شليسفيغ هولشتاين, شلسویگ-هولشتاین",
    "TH": "Thuringe, Türingiya, Тюрингия, Тюрінгія, تورينغن, تورینگن",
}


def land_of(text: str) -> str:
    """Return the code of a Land by its code, number or name, "" for anything else.

    Names in Cyrillic letters are known in all their cases ("Саксонії").
    """
    name = fold(text)
    found = _spoken().get(name, "")
    if not found and cyrillic(name):
        found = _inflected().get(_stem(name), "")
    return found


@cache
def _spoken() -> dict[str, str]:
    named = {name: code for code, name in NAMES.items()}
    coded = {code: code for code in NAMES} | {f"DE-{code}": code for code in NAMES}
    foreign = {name: code for code, names in FOREIGN.items() for name in split(names)}
    every = named | foreign | ENGLISH | SHORT | coded | ADMIN1
    official = {land.official: land.code for land in LAENDER}
    return {fold(text): code for text, code in (every | official).items()}


@cache
def _inflected() -> dict[str, str]:
    spoken = _spoken().items()
    return {_stem(name): code for name, code in spoken if cyrillic(name)}


def _stem(name: str) -> str:
    """Return a stem that "Саксония" and "Саксонии" have in common."""
    return stemmed(name, CYRILLIC).rstrip("и")
