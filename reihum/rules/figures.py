"""Numbers as words in running text: up to twelve as words, then in figures."""

from reihum.rules.deadlines import Lead
from reihum.rules.words import Text

_CARDINALS = (
    Text("null", "no"), Text("ein", "one"), Text("zwei", "two"),
    Text("drei", "three"), Text("vier", "four"), Text("fünf", "five"),
    Text("sechs", "six"), Text("sieben", "seven"), Text("acht", "eight"),
    Text("neun", "nine"), Text("zehn", "ten"), Text("elf", "eleven"),
    Text("zwölf", "twelve"),
)  # fmt: skip
_WEEK = 7


def cardinal(number: int) -> Text:
    """Return "zwei"; one is "ein", as before a noun."""
    if number < len(_CARDINALS):
        return _CARDINALS[number]
    return Text(str(number), str(number))


def times(number: int) -> Text:
    """Return "einmal", "zweimal", "16-mal"."""
    word = cardinal(number)
    dash = "-" if word.de.isdigit() else ""
    english = {1: "once", 2: "twice"}.get(number, f"{word.en} times")
    return Text(f"{word.de}{dash}mal", english)


def duration(lead: Lead) -> Text:
    """Return "fünf Wochen", "eine Woche und zwei Werktage", "14 Tage"."""
    day = ("Werktag", "working day") if lead.working_days else ("Tag", "day")
    parts = [
        _several(number, *noun)
        for number, noun in (
            (lead.weeks, ("eine Woche", "Wochen", "week")),
            (lead.days, (f"einen {day[0]}", f"{day[0]}e", day[1])),
        )
        if number
    ]
    de = " und ".join(part.de for part in parts)
    return Text(de, " and ".join(part.en for part in parts))


def days(number: int) -> Text:
    """Return a number of days, in weeks where it comes out even."""
    weeks, rest = divmod(number, _WEEK)
    return duration(Lead(days=number) if rest else Lead(weeks=weeks))


def _several(number: int, one: str, many: str, noun: str) -> Text:
    if number == 1:
        return Text(one, f"one {noun}")
    word = cardinal(number)
    return Text(f"{word.de} {many}", f"{word.en} {noun}s")
