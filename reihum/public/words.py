"""What the public pages say with more grammar than a template can hold."""

from datetime import date

from reihum.reads.about import BodyRow
from reihum.reads.conferences import ConferenceRow
from reihum.reads.published import Published
from reihum.rules.dates import NB, PartialDate, in_words, span_in_words
from reihum.rules.facts import Certainty, Mode, Procedure
from reihum.rules.laender import BY_CODE
from reihum.rules.words import Text, listed, plain

_ENGLISH_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_SINGLE_DE = str.maketrans("„“", "‚‘")
_SINGLE_EN = str.maketrans("„“", "‘’")


def ordinal(number: int) -> Text:
    """Return "22." and "22nd"."""
    last = 0 if number % 100 in _TEENS else number % 10
    return Text(f"{number}.", f"{number}{_ENGLISH_ENDINGS.get(last, 'th')}")


def land(code: str) -> Text:
    """Return the short name: "Bayern"."""
    found = BY_CODE.get(code)
    return plain(code) if found is None else Text(found.name, found.name_en)


def conference_name(number: int, name: Text) -> Text:
    """Return "22. Integrationsministerkonferenz"."""
    nth = ordinal(number)
    return Text(f"{nth.de}{NB}{name.de}", f"{nth.en}{NB}{name.en}")


def short_name(number: int) -> Text:
    """Return "13. Konferenz"."""
    nth = ordinal(number)
    return Text(f"{nth.de}{NB}Konferenz", f"{nth.en}{NB}conference")


def of_the_conference(number: int) -> Text:
    """Return "der 13. Konferenz"."""
    nth = ordinal(number)
    return Text(f"der {nth.de}{NB}Konferenz", f"of the {nth.en}{NB}conference")


def quoted(text: str) -> Text | None:
    """Return a motto or title in the quotation marks of the language.

    What is quoted inside it gets the single ones.
    """
    if not text:
        return None
    de, en = text.translate(_SINGLE_DE), text.translate(_SINGLE_EN)
    return Text(f"„{de}“", f"“{en}”")


def where(row: ConferenceRow) -> Text | None:
    """Return "in Mainz" or "per Videokonferenz"; nothing where no source says it."""
    if row.mode is Mode.VIDEO:
        return Text("per Videokonferenz", "by video conference")
    return Text(f"in {row.place}", f"in {row.place}") if row.place else None


def when_and_where(row: ConferenceRow) -> Text:
    """Return "14. und 15. April 2027 in Mainz"."""
    place = where(row)
    return row.when if place is None else row.when + place


def sure(certainty: Certainty) -> Text:
    """Return how sure a fact is, as a tag says it."""
    return {
        Certainty.SOURCED: Text("belegt", "sourced"),
        Certainty.INFERRED: Text("abgeleitet", "inferred"),
        Certainty.PLANNED: Text("geplant", "planned"),
        Certainty.UNKNOWN: Text("keine Quelle", "no source"),
    }[certainty]


def laender_of(body: BodyRow) -> Text:
    """Return "Konferenz der 16 Länder und des Bundes"."""
    if not body.laender:
        return Text("Konferenz der Länder", "Conference of the Länder")
    de = f"Konferenz der {body.laender} Länder"
    en = f"Conference of the {body.laender} Länder"
    if body.bund_votes:
        return Text(f"{de} und des Bundes", f"{en} and the Federation")
    return Text(de, en)


def submitted_by(codes: tuple[str, ...]) -> Text | None:
    """Return "Antrag von NI, RP, HB" or "Antrag aller Länder"."""
    if not codes:
        return None
    if codes == ("all",):
        return Text("Antrag aller Länder", "motion of all Länder")
    names = ", ".join(codes)
    return Text(f"Antrag von {names}", f"motion of {names}")


def origin(row: Published) -> Text:
    """Return "TOP 2.5 der 16. Konferenz", "Umlaufbeschluss" or "16. Konferenz"."""
    if row.procedure is Procedure.CIRCULAR:
        return Text("Umlaufbeschluss", "Circular resolution")
    if row.conference is None:
        return Text("Beschluss", "Resolution")
    if not row.number:
        return short_name(row.conference)
    of = of_the_conference(row.conference)
    return Text(f"TOP{NB}{row.number} {of.de}", f"Item{NB}{row.number} {of.en}")


def dated(row: Published) -> Text:
    return span_in_words(row.begins, row.ends)


def headline(row: Published) -> Text:
    """Return "Umlaufbeschluss vom 1. Mai 2026" or "16. Konferenz, 29. April 2021"."""
    kind, day = origin(row), dated(row)
    if row.procedure is Procedure.CIRCULAR and row.adopted_on.exact:
        return Text(f"{kind.de} vom {day.de}", f"{kind.en} of {day.en}")
    return Text(f"{kind.de}, {day.de}", f"{kind.en}, {day.en}")


def untagged(text: Text) -> Text:
    """Return a sentence without its "Annahme:", where a tag says it."""
    return Text(text.de.removeprefix("Annahme: "), text.en.removeprefix("Assumption: "))


def citation(body: BodyRow, row: Published, address: str) -> Text:
    """Return the line under which a resolution is cited."""
    kind, key = headline(row), f", {row.key}" if row.number else ""
    title = quoted(row.title) or plain("")
    return Text(
        f"{body.short}, {kind.de}{key}, {title.de}, {address}",
        f"{body.short}, {kind.en}{key}, {title.en}, {address}",
    )


def since(begins: date | None) -> Text:
    """Return "seit 1. Juli 2026"."""
    if begins is None:
        return Text("Beginn: keine Quelle", "beginning: no source")
    day = in_words(PartialDate.of(begins))
    return Text(f"seit {day.de}", f"since {day.en}")


def from_until(begins: date | None, ends: date | None) -> Text:
    """Return "1. Oktober 2012 bis 30. September 2013"; an open side says so."""
    if begins and ends:
        return span_in_words(PartialDate.of(begins), PartialDate.of(ends))
    if ends:
        last = in_words(PartialDate.of(ends))
        return Text(
            f"bis {last.de}; Beginn: keine Quelle",
            f"until {last.en}; beginning: no source",
        )
    return since(begins)


def and_list(codes: tuple[str, ...]) -> Text:
    """Return the Länder by name: "Bayern und Sachsen"."""
    names = [land(code) for code in codes]
    de, en = listed(name.de for name in names), listed(name.en for name in names)
    return Text(de.de, en.en)
