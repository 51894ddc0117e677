"""The register of resolutions: newest first, by year, by conference, by words."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from reihum.reads.members import voters
from reihum.reads.named import laender_of
from reihum.reads.results import Told, told
from reihum.reads.visibility import resolutions
from reihum.records.models import BodyName, Resolution
from reihum.rules.dates import PartialDate
from reihum.rules.facts import Procedure
from reihum.rules.laender import BY_CODE
from reihum.rules.numbering import parse_key, sort_key
from reihum.rules.visibility import Viewer
from reihum.rules.words import Text, plain

# Words that say what kind of thing is looked for, not which one.
FILLERS = frozenset({"top", "beschluss", "beschluesse", "resolution", "item"})


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the register: from `begins` to `ends` is when it was adopted."""

    pk: int
    key: str
    label: Text
    title: str
    conference: int | None
    begins: PartialDate
    ends: PartialDate | None
    procedure: Procedure
    told: Told
    demo: bool


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of the register, and what it can be narrowed by."""

    rows: tuple[RegisterRow, ...]
    total: int
    page: int
    pages: int
    years: tuple[int, ...]
    conferences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is needed of every resolution to sort, count and find it."""

    pk: int
    key: str
    title: str
    adopted_on: PartialDate
    conference: int | None
    procedure: str

    @property
    def words(self) -> str:
        kind = "umlaufbeschluss" if self.procedure == Procedure.CIRCULAR else ""
        return folded(f"{self.key} {self.title} {kind}")


def register(  # noqa: PLR0913  (each is one way to narrow the list)
    body: str,
    viewer: Viewer,
    *,
    q: str = "",
    year: int | None = None,
    conference: int | None = None,
    page: int = 1,
    size: int = 20,
) -> RegisterPage:
    """Return one page of the register: eight queries at most, however long it is.

    Each word of `q` has to be in id or title, or be the year, or a Land that moved it
    or did not vote Yes. The names of the body are found everywhere.
    """
    everything = entries(body, viewer)
    asked = _asked(q, body)
    named = laender_of(body, viewer) if asked else {}
    found = [one for one in everything if _has(one, named.get(one.pk, ()), asked)]
    if year is not None:
        found = [entry for entry in found if entry.adopted_on.year == year]
    if conference is not None:
        found = [entry for entry in found if entry.conference == conference]
    pages = max(1, -(-len(found) // size))
    page = min(max(page, 1), pages)
    chosen = found[(page - 1) * size : page * size]
    return RegisterPage(
        rows=rows(resolutions(viewer), body, [entry.pk for entry in chosen]),
        total=len(found),
        page=page,
        pages=pages,
        years=tuple(sorted({e.adopted_on.year for e in everything}, reverse=True)),
        conferences=tuple(
            sorted({e.conference for e in everything if e.conference}, reverse=True)
        ),
    )


def entries(body: str, viewer: Viewer) -> list[Entry]:
    """Return all resolutions, newest first, those of one day as they are numbered."""
    found = [
        Entry(*values)
        for values in resolutions(viewer)
        .filter(body__slug=body)
        .values_list(
            "pk", "key", "title", "adopted_on", "conference__number", "procedure"
        )
    ]
    found.sort(key=lambda entry: sort_key(number_in(entry.key)))
    found.sort(key=lambda entry: str(entry.adopted_on), reverse=True)
    return found


def rows(
    visible: QuerySet[Resolution], body: str, keys: Sequence[int]
) -> tuple[RegisterRow, ...]:
    """Return these resolutions in this order."""
    if not keys:
        return ()
    found = (
        visible.filter(pk__in=keys)
        .select_related("conference", "item", "report", "ballot")
        .prefetch_related("ballot__votes")
    )
    by_pk = {row.pk: row for row in found}
    electorate = voters(body)
    return tuple(_row(by_pk[pk], electorate) for pk in keys)


def _row(row: Resolution, electorate: Sequence[str]) -> RegisterRow:
    held = row.conference
    begins, ends = when(row)
    return RegisterRow(
        pk=row.pk,
        key=row.key,
        label=label(row.key, None if held is None else held.number, row.procedure),
        title=row.title,
        conference=None if held is None else held.number,
        begins=begins,
        ends=ends,
        procedure=Procedure(row.procedure),
        told=told(row, electorate),
        demo=row.demo,
    )


def when(row: Resolution) -> tuple[PartialDate, PartialDate | None]:
    """Return the day of a resolution, or the days of its conference.

    Of an old resolution only its conference is dated: on which of its days it was
    adopted, no source says.
    """
    held, on = row.conference, row.adopted_on
    if held is None or row.procedure == Procedure.CIRCULAR or on > held.begins:
        return on, None
    within = on.first <= held.begins.first and held.begins.last <= on.last
    return (held.begins, held.ends) if within else (on, None)


def number_in(key: str) -> str:
    """Return the number in an id: "2.5" of "16-2.5"."""
    return key.partition("-")[2].replace("+", "/")


def label(key: str, conference: int | None, procedure: str) -> Text:
    """Return the id where it holds a printed number, else what is known instead."""
    if parse_key(key) is not None or conference is None:
        return plain(key)
    if procedure == Procedure.CIRCULAR:
        year = key.partition("-")[0]
        return Text(f"Umlauf {year}", f"Circular {year}")
    return Text(f"{conference}. Konf.", f"Conf. {conference}")


def folded(text: str) -> str:
    """Return text without case and accents, so that "öffnung" finds "Öffnung"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _asked(q: str, body: str) -> list[str]:
    """Return the words that must be found; a name of the body is found everywhere."""
    wanted = " ".join(folded(q).split())
    if not wanted:
        return []
    rows = BodyName.objects.filter(body__slug=body).values_list("name", "name_en")
    names = {folded(name) for pair in rows for name in pair} | {body}
    for name in sorted(names - {""}, key=len, reverse=True):
        wanted = f" {wanted} ".replace(f" {name} ", " ")
    words = re.split(r"[\s,;„“\"]+", wanted)
    return [word for word in words if word and word not in FILLERS]


def _has(entry: Entry, codes: Collection[str], asked: Sequence[str]) -> bool:
    lands = [BY_CODE[code] for code in codes if code in BY_CODE]
    names = {folded(name) for land in lands for name in (land.name, land.name_en)}
    whole = names | {str(entry.adopted_on.year)}
    return all(word in entry.words or word in whole for word in asked)
