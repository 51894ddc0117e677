"""Texts like those of a conference, and what Länder do to them: for tests and figures.

Everything comes from the `Random` that is handed in, so the same one gives the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from reihum.rules.laender import CODES
from reihum.rules.text.changes import Change, in_order
from reihum.rules.text.paragraph import Paragraph, Part
from reihum.rules.text.tokens import Flat, Start, Token, Word, is_word, words
from reihum.rules.text.tracked import Piece, Reading, State

NOUNS = (
    "Länder", "Bund", "Bundesregierung", "Integrationskurse", "Sprachförderung",
    "Einbürgerung", "Bund-Länder-Gruppe", "Kommunen", "Mittel", "Teilhabe", "Bericht",
    "Erstberatung", "Haushaltsjahr", "Bürger*innen", "Fachkräfte", "„Start-Chancen“",
    "Anerkennungsverfahren", "Jugendliche", "Migrationsberatung", "Zuständigkeit",
    "Verstetigung", "Planungssicherheit",
)  # fmt: skip
VERBS = (
    "fordern", "bitten", "begrüßen", "sichern", "stärken", "verlängern", "berichten",
)  # fmt: skip
REST = (
    "die", "der", "und", "für", "in", "mit", "dauerhaft", "rechtzeitig", "31.12.2027",
    "auf", "§ 5 Nr. 3", "sowie", "insbesondere", "1.200,50 Euro", "von", "EU-Mitteln",
    "nach", "bis", "2026/27", "gemeinsam",
)  # fmt: skip
Edit = Callable[[Random, Flat], Change | None]


def sentence(random: Random, length: int) -> str:
    """Return a sentence of about so many words; its sense does not matter."""
    kinds = (NOUNS, VERBS, REST, REST)
    found = [random.choice(random.choice(kinds)) for _ in range(length)]
    if length > 6:
        found[length // 2] += ","
    return " ".join(found).capitalize() + "."


def motion(random: Random, count: int) -> tuple[Paragraph, ...]:
    """Return a motion of so many paragraphs: title, operative text, rationale."""
    found = [Paragraph("t1", 0, "", sentence(random, 6)[:-1], (), Part.TITLE)]
    number = 0
    while len(found) < count:
        at = len(found)
        text = sentence(random, random.randint(15, 60))
        if at > count * 2 // 3:
            found.append(Paragraph(f"b{at}", 0, "", text, (), Part.RATIONALE))
        elif at % 4:
            found.append(Paragraph(f"p{at}", 2, f"{'abc'[at % 4 - 1]})", text))
        else:
            number += 1
            found.append(Paragraph(f"p{at}", 1, f"{number}.", text))
    return tuple(found)


def wishes_of(random: Random, flat: Flat, count: int) -> list[Change]:
    """Return what one Land does to a text: changes that leave each other be."""
    found: list[Change] = []
    for _ in range(count):
        edit = random.choice(_OFTEN)
        change = edit(random, flat)
        if change is not None and not any(_near(change, one) for one in found):
            found.append(change)
    return in_order(found)


def laender(random: Random, flat: Flat, each: int) -> dict[str, list[Change]]:
    """Return what each of the sixteen does: some of it the same as others do."""
    common = wishes_of(random, flat, each)
    found: dict[str, list[Change]] = {}
    for code in CODES:
        own = wishes_of(random, flat, each * 2 // 3)
        shared = [one for one in common if random.random() < 0.3]
        free = [one for one in shared if not any(_near(one, other) for other in own)]
        found[code] = in_order([*own, *free])
    return found


def noted(flat: Flat, changes: Iterable[Change]) -> Reading:
    """Return a text in which a word processor noted the changes."""
    return Reading(tuple(_pieces(flat, changes)))


def _pieces(flat: Flat, changes: Iterable[Change]) -> Iterator[Piece]:
    at = 0
    for change in in_order(changes):
        yield from map(Piece, flat.tokens[at : change.start])
        for one in flat.tokens[change.start : change.end]:
            yield Piece(one, State.DELETED)
        for one in change.new:
            yield Piece(one, State.INSERTED)
        at = change.end
    yield from map(Piece, flat.tokens[at:])


def _near(one: Change, other: Change) -> bool:
    return one.start <= other.end and other.start <= one.end


def _some_word(random: Random, flat: Flat) -> int:
    """Return a word of the text, somewhere; there is one."""
    at = random.randrange(len(flat))
    while not is_word(flat.tokens[at]):
        at = (at + 1) % len(flat)
    return at


def _start_before(flat: Flat, at: int) -> Start:
    while not isinstance(found := flat.tokens[at], Start):
        at -= 1
    return found._replace(id="", number="")


def _other_words(random: Random, flat: Flat) -> Change:
    at = _some_word(random, flat)
    return Change(at, at + 1, words(random.choice(NOUNS)))


def _more_words(random: Random, flat: Flat) -> Change:
    at = _some_word(random, flat)
    new = sentence(random, random.randint(1, 5))[:-1].lower() + " "
    return Change(at, at, words(new))


def _fewer_words(random: Random, flat: Flat) -> Change:
    at = to = _some_word(random, flat)
    for _ in range(random.randint(1, 6)):
        if to + 1 < len(flat) and not isinstance(flat.tokens[to + 1], Start):
            to += 1
    return Change(at, to)


def _one_more_sentence(random: Random, flat: Flat) -> Change:
    end = flat.end_of(random.randrange(len(flat.starts)))
    return Change(end, end, words(" " + sentence(random, random.randint(4, 12))))


def _new_paragraph(random: Random, flat: Flat) -> Change:
    index = random.randrange(1, len(flat.starts)) if len(flat.starts) > 1 else 0
    end = flat.end_of(index)
    new: Sequence[Token] = words(sentence(random, random.randint(8, 25)))
    return Change(end, end, (_start_before(flat, end - 1), *new))


def _no_paragraph(random: Random, flat: Flat) -> Change | None:
    index = random.randrange(len(flat.starts))
    start = flat.tokens[flat.starts[index]]
    if isinstance(start, Start) and start.part is Part.TITLE:
        return None
    return Change(flat.starts[index], flat.end_of(index))


def _split(random: Random, flat: Flat) -> Change | None:
    at = _some_word(random, flat)
    start = _start_before(flat, at)
    if start.part is Part.TITLE or flat.tokens[at - 1] != Word(" "):
        return None
    return Change(at - 1, at, (start,))


def _join(random: Random, flat: Flat) -> Change | None:
    index = random.randrange(len(flat.starts))
    at = flat.starts[index]
    parts = [one.part for one in flat.paragraphs[max(index - 1, 0) : index + 1]]
    if len(parts) < 2 or parts[0] is not parts[1] or parts[0] is Part.TITLE:
        return None
    return Change(at, at + 1, (Word(" "),))


_OFTEN: tuple[Edit, ...] = (
    *(_other_words, _more_words, _fewer_words) * 4,
    *(_one_more_sentence, _new_paragraph, _no_paragraph, _split, _join),
)
