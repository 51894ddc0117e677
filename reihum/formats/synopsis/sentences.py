"""What is said about wishes: who wants the same, who stands in whose way."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reihum.formats.synopsis.excerpt import WHOLE
from reihum.rules.laender import BUND, called
from reihum.rules.text.synopsis import Clash, Kind, Point, in_roll_call
from reihum.rules.words import Text, capital, listed, plain

KIND_NAMES: Mapping[Kind, Text] = {
    Kind.INSERT: Text("Einfügung", "insertion"),
    Kind.DELETE: Text("Streichung", "deletion"),
    Kind.REPLACE: Text("Ersetzung", "replacement"),
    Kind.INSERT_PARAGRAPH: Text("neuer Absatz", "new paragraph"),
    Kind.DELETE_PARAGRAPH: Text("Absatz gestrichen", "paragraph deleted"),
    Kind.SPLIT: Text("Absatz geteilt", "paragraph split"),
    Kind.JOIN: Text("mit dem vorigen Absatz verbunden", "joined to the one before"),
    Kind.LEVEL: Text("andere Gliederung", "other numbering"),
    Kind.MOVE: Text("verschoben", "moved"),
}
_SEVERAL = Text("Änderung", "change")
# What stands between braces and is no "a" or "b" is a verb: it follows the number of
# those before it.
_SENTENCES: Mapping[str, Text] = {
    "words": Text(
        "{a} {streichen} Wörter, die {b} {ändern}.",
        "{a} {delete} words that {b} {change}.",
    ),
    "between words": Text(
        "{a} {streichen} Wörter, zwischen die {b} etwas {einfügen}.",
        "{a} {delete} words between which {b} {insert} something.",
    ),
    "paragraph": Text(
        "{a} {streichen} den Absatz, den {b} {ändern}.",
        "{a} {delete} the paragraph that {b} {change}.",
    ),
    "into paragraph": Text(
        "{a} {streichen} den Absatz, in den {b} etwas {einfügen}.",
        "{a} {delete} the paragraph into which {b} {insert} something.",
    ),
    "deletions": Text(
        "{b} {streichen} verschieden viel von denselben Wörtern.",
        "{b} {delete} more or less of the same words.",
    ),
    Clash.OVERLAP: Text(
        "{b} {ändern} dieselben Wörter verschieden.",
        "{b} {change} the same words differently.",
    ),
    Clash.SAME_PLACE: Text(
        "{b} {wünschen} an derselben Stelle Verschiedenes.",
        "{b} {wish} different words at the same place.",
    ),
    Clash.ALIKE: Text(
        "{b} {fügen} an derselben Stelle fast denselben Absatz ein.",
        "{b} {insert} nearly the same paragraph at the same place.",
    ),
}
_VERBS: Mapping[str, str] = {  # of one, by what it is of several
    "streichen": "streicht", "ändern": "ändert", "einfügen": "einfügt",
    "wünschen": "wünscht", "fügen": "fügt", "delete": "deletes", "change": "changes",
    "insert": "inserts", "wish": "wishes",
}  # fmt: skip
_BRACES = re.compile(r"\{(\w+)\}")
_FIGURES = (
    Text("zwei", "two"), Text("drei", "three"), Text("vier", "four"),
    Text("fünf", "five"), Text("sechs", "six"), Text("sieben", "seven"),
    Text("acht", "eight"), Text("neun", "nine"), Text("zehn", "ten"),
    Text("elf", "eleven"), Text("zwölf", "twelve"), Text("dreizehn", "thirteen"),
    Text("vierzehn", "fourteen"), Text("fünfzehn", "fifteen"),
    Text("sechzehn", "sixteen"),
)  # fmt: skip
_ARTICLES = {"SL": Text("das Saarland", "Saarland")}
_ARTICLES[BUND] = Text("der Bund", "the Federation")


def kind_name(kinds: Iterable[Kind]) -> Text:
    """Return what a wish does; one that does several things is a change."""
    found = set(kinds)
    return KIND_NAMES[found.pop()] if len(found) == 1 else _SEVERAL


def same_wishes(count: int) -> Text | None:
    """Return "drei gleiche Wünsche"; nothing for a single one."""
    several = count - 2
    if several < 0:
        return None
    figure = _FIGURES[several] if several < len(_FIGURES) else plain(str(count))
    return Text(f"{figure.de} gleiche Wünsche", f"{figure.en} identical wishes")


def names(lands: Sequence[str]) -> Text:
    """Return "Brandenburg und das Saarland", as it stands inside a sentence."""
    said = [_ARTICLES.get(code) or called(code) for code in lands]
    return Text(listed(one.de for one in said).de, listed(one.en for one in said).en)


def conflicts(points: Iterable[Point], by_key: Mapping[str, Point]) -> tuple[Text, ...]:
    """Return a sentence for each way in which these points stand against others."""
    found: _Found = defaultdict(set)
    for point in points:
        for conflict in point.conflicts:
            _note(found, conflict.why, point, by_key[conflict.key])
    return tuple(
        _sentence(_SENTENCES[how], takers, in_roll_call(lands))
        for (how, takers), lands in found.items()
    )


# What is said, of whom, and whose wishes are concerned.
_Found = dict[tuple[str, tuple[str, ...]], set[str]]


def _note(found: _Found, why: Clash, one: Point, other: Point) -> None:
    """Note a conflict under what is said of it, so that it is said once."""
    if why is not Clash.DELETED:
        gone = not (one.change.new or other.change.new)
        _join(found, "deletions" if gone else str(why), {*one.lands, *other.lands})
        return
    taker, loser = (other, one) if one.change.new else (one, other)
    put_in = loser.change.start == loser.change.end
    if taker.kind in WHOLE:
        how = "into paragraph" if put_in else "paragraph"
    else:
        how = "between words" if put_in else "words"
    found[how, taker.lands] |= set(loser.lands)


def _join(found: _Found, how: str, lands: set[str]) -> None:
    """Put those together who are at the same words."""
    for name in [one for one in found if one[0] == how and found[one] & lands]:
        lands |= found.pop(name)
    found[how, in_roll_call(lands)] = lands


def _sentence(sentence: Text, takers: Sequence[str], lands: Sequence[str]) -> Text:
    a, b = names(takers), names(lands)
    said = (
        _spoken(sentence.de, (a.de, len(takers)), (b.de, len(lands))),
        _spoken(sentence.en, (a.en, len(takers)), (b.en, len(lands))),
    )
    return Text(*(capital(one) for one in said))


def _spoken(sentence: str, a: tuple[str, int], b: tuple[str, int]) -> str:
    """Put the names in, and after each the verb in its number."""
    (who, count), known = a, {"a": a, "b": b}

    def word(match: re.Match[str]) -> str:
        nonlocal who, count
        if match[1] in known:
            who, count = known[match[1]]
            return who
        return match[1] if count > 1 else _VERBS[match[1]]

    return _BRACES.sub(word, sentence)
