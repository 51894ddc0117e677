"""The synopsis of the picture: four paragraphs, ten Länder, one conflict."""

from collections.abc import Mapping

from reihum.formats.synopsis.counts import counted
from reihum.formats.synopsis.paper import Sent, SynopsisPaper, silent
from reihum.rules.text import read
from reihum.rules.text.difference import compare
from reihum.rules.text.outcome import Decided, outcome
from reihum.rules.text.synopsis import Synopsis, Wish, combine
from reihum.rules.text.tokens import Flat, flatten
from reihum.rules.text.tracked import Loose, Wanted

TEXT = """\
1. Die Länder bekräftigen, dass Integration im Alltag gelingt: in der Nachbarschaft, \
in der Schule, im Betrieb.
2. Sie bitten die Bundesregierung, die Mittel für Integrationskurse für mindestens \
drei Jahre festzuschreiben.
3. Sie halten es für erforderlich, dass Beratungsstellen auch in ländlichen Räumen \
innerhalb einer Stunde mit öffentlichen Verkehrsmitteln erreichbar sind.
4. Das vorsitzende Land berichtet der 23. Konferenz."""
LINES = TEXT.split("\n")
BASE = flatten(read(TEXT))
CLUBS = ("Nachbarschaft, ", "Nachbarschaft, im Verein, ")
COURSES = ("Integrationskurse ", "Integrationskurse und berufsbezogene Sprachkurse ")
YEARS = ("drei Jahre", "fünf Jahre")
MINUTES = ("innerhalb einer Stunde", "innerhalb von 45 Minuten")
DIGITAL = ("Verkehrsmitteln erreichbar", "Verkehrsmitteln oder digital erreichbar")
NO_TIME = ("innerhalb einer Stunde mit öffentlichen Verkehrsmitteln ", "")
IN_TUNE = ("Konferenz.", "Konferenz in Abstimmung mit der Arbeitsgruppe Monitoring.")
EDITS = {
    "BY": [CLUBS], "SN": [CLUBS], "ST": [CLUBS], "NI": [COURSES], "SH": [COURSES],
    "BW": [YEARS], "BB": [MINUTES, DIGITAL], "MV": [MINUTES, DIGITAL],
    "HE": [NO_TIME], "TH": [IN_TUNE],
}  # fmt: skip
REASONS = {
    "BY": "Vereine erreichen Menschen, die andere Angebote nicht erreichen.",
    "MV": "In der Fläche ist eine Stunde ein halber Arbeitstag.",
    "HE": "Keine Vorgaben für den Nahverkehr in einem Beschluss zur Integration.",
}
SILENT = ("BE", "HB", "HH", "NW", "RP", "SL")


def edited(text: str, edits: list[tuple[str, str]]) -> str:
    """Return a text with words replaced; each must stand in it."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text


def wishes(flat: Flat, land: str, text: str, reason: str = "") -> list[Wish]:
    """Return what makes this typed text of the base."""
    changes = compare(flat, flatten(read(text)))
    return [Wish(land, Wanted(one, reason=reason), f"{land}.docx") for one in changes]


def synopsis_of(files: Mapping[str, str], base: Flat = BASE) -> Synopsis:
    """Return the synopsis of typed texts, one of each Land."""
    found = [wishes(base, land, text) for land, text in files.items()]
    return combine(base, [wish for one in found for wish in one])


def synopsis(edits: Mapping[str, list[tuple[str, str]]] = EDITS) -> Synopsis:
    return combine(
        BASE,
        [
            wish
            for land, own in edits.items()
            for wish in wishes(BASE, land, edited(TEXT, own), REASONS.get(land, ""))
        ],
    )


def keys(found: Synopsis, land: str) -> list[str]:
    """Return the keys of what a Land wants."""
    return [point.key for point in found.points if land in point.lands]


def paper_of(found: Synopsis, decided: Decided | None = None, **more) -> SynopsisPaper:
    done = decided or Decided({}, {})
    values = {
        "title": "Leitantrag: Ankommen im Alltag", "synopsis": found, "decided": done,
        "result": outcome(found, done), "silent": silent(found),
    }  # fmt: skip
    return SynopsisPaper(**{**values, **more})


def picture() -> SynopsisPaper:
    """Return the synopsis as the picture shows it."""
    found = synopsis()
    said = dict.fromkeys([*keys(found, "BY"), *keys(found, "NI")], True)
    said |= dict.fromkeys(keys(found, "BW"), False)
    worded = {
        "p3": edited(
            LINES[2][3:],
            [(NO_TIME[0], "in zumutbarer Zeit oder digital ")],
        )
    }
    return paper_of(
        found,
        Decided(said, worded),
        above="22. Konferenz",
        version="Fassung 3 vom 2. November 2026",
        facts=("Antrag von Rheinland-Pfalz", "Änderungen bis 4. Dezember"),
        reasons=dict.fromkeys(
            keys(found, "BW"), "Haushaltsrecht lässt fünf Jahre nicht zu."
        ),
        sent=(
            *(_sent(found, land) for land in EDITS),
            Sent(land="RP", name="RP.docx", loose=(Loose("p4", "Einverstanden."),)),
        ),
        demo=True,
    )


def _sent(found: Synopsis, land: str) -> Sent:
    """Return a file that notes just what its Land wishes."""
    name = f"{land}.docx"
    return Sent(land=land, name=name, noted=counted(found)[land, name])
