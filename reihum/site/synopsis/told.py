"""What the command says while it works, and at the end."""

from collections.abc import Iterable, Iterator

from reihum.formats.synopsis.paper import Counts, Sent, SynopsisPaper
from reihum.formats.synopsis.rows import rows, summary
from reihum.formats.synopsis.view import harmless
from reihum.rules.laender import called
from reihum.rules.words import Text, capital, listed, plain


def reading(land: str, name: str, found: Counts, comments: int) -> Text:
    """Say of a file what it notes."""
    who = called(land)
    ins, gone, said = found.inserted, found.deleted, comments
    if not (ins or gone or said):
        return Text(
            f"{land:<4} {name} ({who.de}): nichts vermerkt",
            f"{land:<4} {name} ({who.en}): nothing noted",
        )
    return Text(
        f"{land:<4} {name} ({who.de}): {_words(ins)} eingefügt, {gone} gestrichen, "
        f"{said} {'Kommentar' if said == 1 else 'Kommentare'}",
        f"{land:<4} {name} ({who.en}): {ins} {'word' if ins == 1 else 'words'} "
        f"inserted, {gone} deleted, {said} {'comment' if said == 1 else 'comments'}",
    )


def remarks(paper: SynopsisPaper) -> Iterator[Text]:
    """Say what is to be known of the files: not noted, not kept, without a change."""
    yield from (Text("Ausgangstext:", "Base text:") + one for one in paper.lost)
    for sent in paper.sent:
        yield from (plain(f"{sent.land:<4} {text}") for text in _of(sent, paper))


def _of(sent: Sent, paper: SynopsisPaper) -> Iterator[str]:
    de = paper.language == "de"
    name = harmless(sent.name)
    if sent.untracked:
        yield (
            f"{name}: Nicht alle Änderungen sind vermerkt; die Datei wurde mit dem "
            "Ausgangstext verglichen."
            if de
            else f"{name}: Not all changes are noted; the file was compared with the "
            "base text."
        )
    yield from (f"{name}: {one.in_(paper.language)}" for one in sent.lost)
    for loose in sent.loose:
        said = "Kommentar ohne Änderung" if de else "Comment without a change"
        yield f"{name}: {said}: {harmless(loose.text)}"


def ending(paper: SynopsisPaper, written: Iterable[str]) -> Iterator[Text]:
    """Sum up: merged, combined, conflicting, silent, and where it is."""
    laid = rows(paper)
    found = summary(paper, laid)
    yield Text(
        f"{found.wishes} {_of_number(found.wishes, 'Wunsch', 'Wünsche')} von "
        f"{found.lands} {_of_number(found.lands, 'Land', 'Ländern')}: "
        f"gleiche an {found.merged} "
        f"{_of_number(found.merged, 'Stelle', 'Stellen')} zusammengeführt, "
        f"{found.combined} verträglich "
        f"verbunden, {found.conflicting} "
        f"{_of_number(found.conflicting, 'Konflikt', 'Konflikte')}.",
        f"{found.wishes} {_of_number(found.wishes, 'wish', 'wishes')} of "
        f"{found.lands} {_of_number(found.lands, 'Land', 'Länder')}: "
        f"identical ones merged at {found.merged} "
        f"{_of_number(found.merged, 'place', 'places')}, "
        f"{found.combined} compatible combined, "
        f"{found.conflicting} "
        f"{_of_number(found.conflicting, 'conflict', 'conflicts')}.",
    )
    for row in laid:
        place = Text(capital(row.place.de), capital(row.place.en))
        yield from (Text(f"  {place.de}: {one.de}", f"  {place.en}: {one.en}")
                    for one in row.conflicts)  # fmt: skip
    if paper.silent:
        who = ", ".join(paper.silent)
        yield Text(f"Kein Wunsch: {who}", f"No wish: {who}")
    yield Text("Geschrieben:", "Written:") + plain(listed(written).de)


def _words(count: int) -> str:
    return f"{count} {'Wort' if count == 1 else 'Wörter'}"


def _of_number(count: int, one: str, many: str) -> str:
    return one if count == 1 else many
