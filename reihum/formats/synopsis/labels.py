"""The fixed words of a synopsis that is written down."""

from dataclasses import dataclass

Number = tuple[str, str]  # the word for one, and for several


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Every fixed word, in one language."""

    synopsis: str
    demo: str
    text: str
    wished: str
    result: str
    wishes: Number
    lands: Number
    merged: Number
    combined: Number
    decided: Number
    conflicting: Number
    without_place: Number
    conflict: str
    inserted: str
    deleted: str
    legend: str
    signs: str
    comment: str
    reason: str
    decision: str
    untracked: str
    with_: str
    also: str
    silence: str
    nothing: str
    not_taken: str
    no_wish: str
    files: str
    columns: tuple[str, ...]
    noted: str
    compared: str
    lost: str
    base: str
    uncontested: str
    page: str
    table: tuple[str, ...]


_DE = Labels(
    synopsis="Synopse",
    demo="Vorführung",
    text="Text",
    wished="Wünsche der Länder",
    result="Ergebnis",
    wishes=("Wunsch", "Wünsche"),
    lands=("Land", "Länder"),
    merged=("gleiche zusammengeführt", "gleiche zusammengeführt"),
    combined=("verträglich verbunden", "verträglich verbunden"),
    decided=("entschieden", "entschieden"),
    conflicting=("Konflikt", "Konflikte"),
    without_place=("Wort ohne Ort", "Wörter ohne Ort"),
    conflict="Konflikt",
    inserted="eingefügt:",
    deleted="gestrichen:",
    legend="Unterstrichen ist eingefügt, durchgestrichen ist gestrichen.",
    signs="Unterstrichen nach + ist eingefügt, durchgestrichen nach − ist gestrichen.",
    comment="Kommentar",
    reason="Begründung",
    decision="Entscheidung",
    untracked="Nicht als Änderung vermerkt, durch Vergleich gefunden:",
    with_="verträglich mit",
    also="Siehe auch",
    silence="Kein Wunsch zu diesem Text:",
    nothing="entfällt",
    not_taken="nichts übernommen",
    no_wish="Kein Wunsch",
    files="Was eingegangen ist",
    columns=(
        "Land", "Datei", "Wörter eingefügt, in der Datei", "gestrichen",
        "Wörter eingefügt, hier", "gestrichen",
        "gleich neu getippt", "Änderungen", "Kommentare ohne Änderung",
    ),
    noted="vermerkt",
    compared="nicht alle vermerkt, verglichen",
    lost="Was nicht übernommen werden konnte",
    base="Ausgangstext",
    uncontested="unstrittig, im Ergebnis",
    page="Seite",
    table=(
        "Nr.", "Ort", "Text", "Länder", "Art", "Wunsch", "Begründung", "Konflikt",
        "Entscheidung", "Ergebnis",
    ),
)  # fmt: skip
_EN = Labels(
    synopsis="Synopsis",
    demo="Demonstration",
    text="Text",
    wished="Wishes of the Länder",
    result="Result",
    wishes=("wish", "wishes"),
    lands=("Land", "Länder"),
    merged=("identical merged", "identical merged"),
    combined=("compatible combined", "compatible combined"),
    decided=("decided", "decided"),
    conflicting=("conflict", "conflicts"),
    without_place=("word without a place", "words without a place"),
    conflict="Conflict",
    inserted="inserted:",
    deleted="deleted:",
    legend="Underlined is inserted, struck through is deleted.",
    signs="Underlined after + is inserted, struck through after − is deleted.",
    comment="Comment",
    reason="Reason",
    decision="Decision",
    untracked="Not noted as a change, found by comparison:",
    with_="compatible with",
    also="See also",
    silence="No wish for this text:",
    nothing="deleted",
    not_taken="nothing taken over",
    no_wish="No wish",
    files="What came in",
    columns=(
        "Land", "File", "Words inserted, in the file", "deleted",
        "Words inserted, here", "deleted",
        "typed again as before", "Changes", "Comments without a change",
    ),
    noted="noted",
    compared="not all noted, compared",
    lost="What could not be kept",
    base="Base text",
    uncontested="uncontested, in the result",
    page="Page",
    table=(
        "No.", "Place", "Text", "Länder", "Kind", "Wish", "Reason", "Conflict",
        "Decision", "Result",
    ),
)  # fmt: skip


def labels(language: str) -> Labels:
    """Return the words in English for "en", in German otherwise."""
    return _EN if language.startswith("en") else _DE
