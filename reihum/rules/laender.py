"""The sixteen Länder: codes, names, and the forms that they take in running text.

Codes: ISO 3166-2:DE. Official names: the constitutions of the Länder. The order is
that of the German alphabet, in which the chair passes on and the roll is called.
"""

from dataclasses import dataclass

from reihum.rules.words import Text, plain


@dataclass(frozen=True, slots=True)
class Land:
    """One Land.

    `code` "BY", `iso` "DE-BY", `name` "Bayern", `official` "Freistaat Bayern";
    `nominative`, `genitive`, `dative` are forms of the official name with its article
    ("der Freistaat Bayern", "des Freistaats Bayern", "dem Freistaat Bayern").
    """

    code: str
    name: str
    name_en: str
    official: str
    nominative: str
    genitive: str
    dative: str

    @property
    def iso(self) -> str:
        return f"DE-{self.code}"


def _land(code: str, name: str, name_en: str) -> Land:
    return Land(
        code, name, name_en, f"Land {name}",
        f"das Land {name}", f"des Landes {name}", f"dem Land {name}",
    )  # fmt: skip


def _free_state(code: str, name: str, name_en: str) -> Land:
    return Land(
        code, name, name_en, f"Freistaat {name}",
        f"der Freistaat {name}", f"des Freistaats {name}", f"dem Freistaat {name}",
    )  # fmt: skip


def _hanse(code: str, name: str, name_en: str, official: str) -> Land:
    free = official.replace("Freie", "Freien", 1)
    return Land(
        code, name, name_en, official,
        f"die {official}", f"der {free}", f"der {free}",
    )  # fmt: skip


LAENDER: tuple[Land, ...] = (
    _land("BW", "Baden-Württemberg", "Baden-Württemberg"),
    _free_state("BY", "Bayern", "Bavaria"),
    _land("BE", "Berlin", "Berlin"),
    _land("BB", "Brandenburg", "Brandenburg"),
    _hanse("HB", "Bremen", "Bremen", "Freie Hansestadt Bremen"),
    _hanse("HH", "Hamburg", "Hamburg", "Freie und Hansestadt Hamburg"),
    _land("HE", "Hessen", "Hesse"),
    _land("MV", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
    _land("NI", "Niedersachsen", "Lower Saxony"),
    _land("NW", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
    _land("RP", "Rheinland-Pfalz", "Rhineland-Palatinate"),
    # Its name carries the article: "das Saarland", never "das Land Saarland".
    Land(
        "SL",
        "Saarland",
        "Saarland",
        "Saarland",
        "das Saarland",
        "des Saarlandes",
        "dem Saarland",
    ),
    _free_state("SN", "Sachsen", "Saxony"),
    _land("ST", "Sachsen-Anhalt", "Saxony-Anhalt"),
    _land("SH", "Schleswig-Holstein", "Schleswig-Holstein"),
    _free_state("TH", "Thüringen", "Thuringia"),
)
CODES: tuple[str, ...] = tuple(land.code for land in LAENDER)
BY_CODE: dict[str, Land] = {land.code: land for land in LAENDER}
BUND = "BUND"  # the code of the Bund where it is a member or speaks as a guest


def who(code: str) -> Text:
    """Return the member as the subject of a sentence: "der Freistaat Bayern"."""
    if code == BUND:
        return Text("der Bund", "the Federation")
    land = BY_CODE.get(code)
    return Text(land.nominative, land.name_en) if land else plain(code)


def whose(code: str) -> Text:
    """Return the member in the genitive, to go after a noun: "des Saarlandes"."""
    if code == BUND:
        return Text("des Bundes", "the Federation")
    land = BY_CODE.get(code)
    return Text(land.genitive, land.name_en) if land else plain(code)


def called(code: str) -> Text:
    """Return the member's everyday name, as in a list: "Bayern", "Bund"."""
    if code == BUND:
        return Text("Bund", "Federation")
    land = BY_CODE.get(code)
    return Text(land.name, land.name_en) if land else plain(code)
