"""What of a file cannot be kept, told before anything is saved: a sentence each."""

from collections.abc import Mapping
from enum import StrEnum

from reihum.rules.words import Text

_SHOWN = 3  # paragraphs named in a sentence
_WORDS = 6  # of a paragraph, quoted to find it again


class Loss(StrEnum):
    """What may be in a file and has no place in a text of paragraphs."""

    TRACKED = "tracked"
    FORMATTING = "formatting"
    COMMENTS = "comments"
    BEFORE = "before"
    ANNEX = "annex"
    ANNEX_CHANGES = "annex changes"
    TABLE = "table"
    FOOTNOTE = "footnote"
    PICTURE = "picture"
    TEXT_BOX = "text box"
    FORMULA = "formula"
    EMBEDDED = "embedded"
    CONTENTS = "contents"
    HIDDEN = "hidden"
    STRUCK = "struck"
    UNDERLINED = "underlined"
    RAISED = "raised"
    SYMBOL = "symbol"
    DASHES = "dashes"


SENTENCES: Mapping[Loss, Text] = {
    Loss.TRACKED: Text(
        "Die Datei enthält nachverfolgte Änderungen; übernommen wird der Text, in dem"
        " alle angenommen sind",
        "The file holds tracked changes; the text with all of them accepted is taken",
    ),
    Loss.FORMATTING: Text(
        "Nachverfolgte Änderungen, die nur die Formatierung betreffen, werden nicht"
        " übernommen",
        "Tracked changes of nothing but the formatting are not taken over",
    ),
    Loss.COMMENTS: Text(
        "Kommentare werden nicht übernommen", "Comments are not taken over"
    ),
    Loss.BEFORE: Text(
        "Was vor dem Beschlussvorschlag steht, gehört nicht zum Text und wird nicht"
        " übernommen",
        "What stands before the proposed resolution is no part of the text and is not"
        " taken over",
    ),
    Loss.ANNEX: Text(
        "Anlagen gehen nicht in den Text ein, sondern bleiben als Datei erhalten",
        "Annexes are not taken into the text, but kept as a file",
    ),
    Loss.ANNEX_CHANGES: Text(
        "Nachverfolgte Änderungen in einer Anlage werden nicht ausgewertet; sie bleiben"
        " in der Datei sichtbar",
        "Tracked changes in an annex are not evaluated; they stay visible in the file",
    ),
    Loss.TABLE: Text(
        "Eine Tabelle im Text wird zu Absätzen, einer für jede Zelle",
        "A table in the text becomes paragraphs, one for each cell",
    ),
    Loss.FOOTNOTE: Text(
        "Fußnoten stehen künftig in eckigen Klammern dort, wo ihr Zeichen stand",
        "Footnotes now stand in square brackets where their sign stood",
    ),
    Loss.PICTURE: Text(
        "Bilder, Zeichnungen und Diagramme werden nicht übernommen",
        "Pictures, drawings and charts are not taken over",
    ),
    Loss.TEXT_BOX: Text(
        "Der Text in Textfeldern wird nicht übernommen",
        "The text in text boxes is not taken over",
    ),
    Loss.FORMULA: Text(
        "Von Formeln bleiben nur die Zeichen, nicht ihre Anordnung",
        "Of formulas only the signs are kept, not how they are arranged",
    ),
    Loss.EMBEDDED: Text(
        "Eingebettete Dateien werden nicht übernommen",
        "Embedded files are not taken over",
    ),
    Loss.CONTENTS: Text(
        "Das Inhaltsverzeichnis wird nicht übernommen",
        "The table of contents is not taken over",
    ),
    Loss.HIDDEN: Text(
        "Ausgeblendeter Text wird nicht übernommen", "Hidden text is not taken over"
    ),
    Loss.STRUCK: Text(
        "Durchgestrichenes wird wie gewöhnlicher Text gelesen; als Änderung gilt nur,"
        " was nachverfolgt ist",
        "What is struck through is read as ordinary text; only what is tracked counts"
        " as a change",
    ),
    Loss.UNDERLINED: Text(
        "Unterstreichungen werden nicht übernommen", "Underlining is not taken over"
    ),
    Loss.RAISED: Text(
        "Hoch- und tiefgestellte Zeichen stehen künftig auf der Zeile",
        "Raised and lowered characters now stand on the line",
    ),
    Loss.SYMBOL: Text(
        "Ein Zeichen aus einer Symbolschrift ist hier unbekannt und steht als „□“ da",
        "A character of a symbol font is unknown here and stands as “□”",
    ),
    Loss.DASHES: Text(
        "Aufzählungen in Aufzählungen werden zu einer Ebene",
        "Lists of dashes inside others become one level",
    ),
}  # fmt: skip


class Losses:
    """Collects what is lost, with the paragraphs that it concerns.

    `place` is where in the text the reading has come to.
    """

    def __init__(self) -> None:
        self.place = 0
        self._found: list[tuple[int, Loss, str]] = []
        self._here: set[Loss] = set()

    def add(self, loss: Loss, where: str = "") -> None:
        """Note a loss; `where` is the text that stands there, if any."""
        self._found.append((self.place, loss, where))

    def note(self, loss: Loss) -> None:
        """Note a loss in the paragraph that is being read."""
        self._here.add(loss)

    def settle(self, where: str) -> None:
        """The paragraph is read: this is what it says."""
        for loss in self._here:
            self.add(loss, where)
        self._here.clear()

    def forget(self, place: int) -> None:
        """Forget what was noted from a place on: it is kept after all."""
        self._found = [one for one in self._found if one[0] < place]

    def told(self) -> tuple[Text, ...]:
        """Return the sentences, what weighs most first."""
        places: dict[Loss, dict[str, None]] = {}
        for _, loss, where in self._found:
            quoted = {_quoted(where): None} if where else {}
            places.setdefault(loss, {}).update(quoted)
        return tuple(_told(loss, [*places[loss]]) for loss in Loss if loss in places)


def _told(loss: Loss, places: list[str]) -> Text:
    return SENTENCES[loss] + _places(places) if places else _ended(SENTENCES[loss])


def _ended(text: Text) -> Text:
    return Text(f"{text.de}.", f"{text.en}.")


def _quoted(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS])[:80] + (" …" if len(words) > _WORDS else "")


def _places(found: list[str]) -> Text:
    shown, more = found[:_SHOWN], len(found) - _SHOWN
    de = ", ".join(f"„{one}“" for one in shown)
    en = ", ".join(f"“{one}”" for one in shown)
    if more > 0:
        noun = "Stelle" if more == 1 else "Stellen"
        return Text(f"({de} und {more} weitere {noun}).", f"({en} and {more} more).")
    return Text(f"({de}).", f"({en}).")
