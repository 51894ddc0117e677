"""The files of the Länder become a synopsis; nothing depends on their order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reihum.formats.synopsis.paper import Sent, SynopsisPaper, noted, silent
from reihum.formats.word.read import MotionFile, WordFile
from reihum.rules.laender import CODES
from reihum.rules.text.numbers import renumber
from reihum.rules.text.origin import LEAST_KNOWN, origin, read_against
from reihum.rules.text.outcome import Decided, outcome
from reihum.rules.text.synopsis import Synopsis, Wish, combine, in_roll_call
from reihum.rules.text.tokens import Flat, flatten
from reihum.rules.words import Language, Refusal

File = tuple[str, str, WordFile]  # the Land, the name of the file, what is in it


def build(  # noqa: PLR0913  (what the paper says, and in which language)
    base: MotionFile,
    files: Iterable[File],
    *,
    title: str = "",
    above: str = "",
    version: str = "",
    members: tuple[str, ...] = CODES,
    language: Language = "de",
) -> SynopsisPaper:
    """Lay the files against the text. What nobody stands against is in the result."""
    flat = flatten(base.paragraphs)
    wishes: list[Wish] = []
    sent: list[Sent] = []
    for file in _named(files):
        wished, one = _read(flat, file)
        wishes += wished
        sent.append(one)
    synopsis = combine(flat, wishes)
    decided = uncontested(synopsis)
    return SynopsisPaper(
        title=title or base.title,
        above=above,
        version=version,
        synopsis=synopsis,
        decided=decided,
        proposed=True,
        result=renumber(outcome(synopsis, decided), flat.paragraphs),
        sent=tuple(sent),
        silent=silent(synopsis, members),
        lost=base.lost,
        language=language,
    )


def uncontested(synopsis: Synopsis) -> Decided:
    """Return the decisions that nobody needs to take: yes to what nobody is against."""
    return Decided({point.key: True for point in synopsis.agreed()}, {})


def stranger(base: MotionFile, file: WordFile, name: str) -> Refusal | None:
    """Say that a file is of another motion, if it is."""
    if origin([flatten(base.paragraphs)], file.reading).known >= LEAST_KNOWN:
        return None
    return Refusal.invalid(
        f"„{name}“ hat mit dem Ausgangstext kaum einen Absatz gemeinsam. Ist es die "
        "Datei zu einem anderen Antrag?",
        f"“{name}” has hardly a paragraph in common with the base text. Is it the file "
        "of another motion?",
        "file",
    )


def _named(files: Iterable[File]) -> Iterator[File]:
    """Yield the files in the order of the roll call, no name twice for one Land."""
    same: dict[tuple[str, str], list[WordFile]] = defaultdict(list)
    for land, name, file in files:
        same[land, name].append(file)
    order = in_roll_call(land for land, _ in same)
    for land, name in sorted(same, key=lambda one: (order.index(one[0]), one[1])):
        first, *more = _in_order(same[land, name])
        yield land, name, first
        yield from ((land, f"{name} ({n})", one) for n, one in enumerate(more, 2))


def _in_order(files: list[WordFile]) -> list[WordFile]:
    """Return files of one name in an order that what is in them decides."""
    if len(files) == 1:
        return files
    return sorted(files, key=lambda file: repr(file.reading))


def _read(flat: Flat, file: File) -> tuple[list[Wish], Sent]:
    land, name, read = file
    asked = read_against(flat, read.reading)
    return [Wish(land, wanted, name) for wanted in asked.wanted], Sent(
        land=land,
        name=name,
        noted=noted(read.reading),
        retyped=asked.retyped,
        untracked=asked.untracked,
        lost=read.lost,
        loose=asked.loose,
    )
