"""The same vacancy as different portals have it: other words, another day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from msgspec import Struct

from reihum.jobs.model import Kind
from reihum.jobs.standins import chance, texts
from reihum.jobs.standins.market import slug
from reihum.jobs.standins.texts import Text
from reihum.jobs.standins.vacancy import OPEN, Vacancy


class Copy(Struct, frozen=True, kw_only=True):
    """An advertisement in one portal; `id` is what that portal calls it."""

    vacancy: Vacancy
    portal: str
    id: str
    title: str
    employer: str
    published: date
    text: Text
    hay: str  # what a search looks into: title, occupation, employer


Rows = tuple[Copy, ...]
BARE = {"adzuna", "eures"}  # they know no legal forms


def copies(vacancies: Iterable[Vacancy], portal: str, day: date) -> Rows:
    """Return what a portal has on a day, the newest first."""
    rows = [copy(one, portal, day) for one in vacancies if portal in one.portals]
    return tuple(sorted(rows, key=lambda row: (row.published, row.id), reverse=True))


def copy(vacancy: Vacancy, portal: str, day: date) -> Copy:
    """Return a vacancy as a portal words it."""
    title = _placed(STYLES.get(portal, short)(vacancy), vacancy, portal)
    employer, trade = _employer(vacancy, portal), vacancy.trade
    return Copy(
        vacancy=vacancy,
        portal=portal,
        id=IDS.get(portal, number)(vacancy),
        title=title,
        employer=employer,
        published=_published(vacancy, portal, day),
        text=texts.text(vacancy),
        hay=slug(f"{title} {trade.job} {trade.he} {trade.she} {employer}"),
    )


def _placed(title: str, vacancy: Vacancy, portal: str) -> str:
    """Some portals' customers write the town into the title, to be found."""
    if portal not in {"arbeitnow", "adzuna", "careerjet"}:
        return title
    forms = ("{0}", "{0} in {1}", "{0} - {1}")
    form = chance.pick(forms, vacancy.number, portal, "town")
    return form.format(title, vacancy.town.name)


def _employer(vacancy: Vacancy, portal: str) -> str:
    """Return the name; portals leave the legal form out at times, employers never."""
    employer, seed = vacancy.employer, (vacancy.number, portal, "form")
    if portal != employer.system and (portal in BARE or chance.often(30, *seed)):
        return employer.name
    return employer.full


def _published(vacancy: Vacancy, portal: str, day: date) -> date:
    """Return the day; portals that copy from others are a day or two late."""
    late = chance.number(3, vacancy.number, portal, "late") if portal in OPEN else 0
    return min(vacancy.published + timedelta(late), day)


# ── Titles ───────────────────────────────────────────────────────────────────


def short(vacancy: Vacancy) -> str:
    """Return "Koch (m/w/d) – Frühdienst"."""
    if vacancy.kind is Kind.APPRENTICESHIP:
        return f"Ausbildung {_bare(vacancy)} (m/w/d)"
    return _added(f"{vacancy.title or vacancy.trade.he} (m/w/d)", vacancy)


def slashed(vacancy: Vacancy) -> str:
    """Return "Koch/Köchin – Frühdienst" or, half of the time, the short form."""
    if vacancy.title or chance.often(50, vacancy.number, "slash"):
        return short(vacancy)
    if vacancy.kind is Kind.APPRENTICESHIP:
        return f"Ausbildung zum/zur {vacancy.trade.both} (m/w/d)"
    return _added(vacancy.trade.both, vacancy)


def paired(vacancy: Vacancy) -> str:
    """Return "Köchin / Koch (m/w/d) – Frühdienst"."""
    if vacancy.kind is Kind.APPRENTICESHIP:
        return f"Auszubildende / Auszubildender (m/w/d) {_bare(vacancy)}"
    return _added(f"{vacancy.title or _pair(vacancy)} (m/w/d)", vacancy)


def plain(vacancy: Vacancy) -> str:
    """Return "Koch - Frühdienst", without any suffix."""
    base = vacancy.title or vacancy.trade.he
    if vacancy.kind is Kind.APPRENTICESHIP:
        return f"Ausbildung zum {base}"
    return _added(base, vacancy, " - ")


def _bare(vacancy: Vacancy) -> str:
    return vacancy.title or vacancy.trade.both


def _pair(vacancy: Vacancy) -> str:
    he, she = vacancy.trade.he, vacancy.trade.she
    return he if he == she else f"{she} / {he}"


def _added(base: str, vacancy: Vacancy, between: str = " – ") -> str:
    return f"{base}{between}{vacancy.addition}" if vacancy.addition else base


STYLES: Mapping[str, Callable[[Vacancy], str]] = {
    "arbeitsagentur": slashed,
    "service-bund": paired,
    "karriere-sachsen": paired,
    "adzuna": plain,
    "eures": plain,
}


# ── What portals call an advertisement ───────────────────────────────────────


def number(vacancy: Vacancy) -> str:
    """Return the plain number that most portals use, such as Interamt."""
    return str(4_100_000 + vacancy.number)


def _uuid(vacancy: Vacancy) -> str:
    return str(UUID(chance.token(32, vacancy.number, "uuid"), version=4))


def _slug(vacancy: Vacancy) -> str:
    words = slug(f"{vacancy.title or vacancy.trade.he} {vacancy.town.name}")
    return f"{words}-{100_000 + vacancy.number}"


def _imported(vacancy: Vacancy) -> str:
    """service.bund.de takes over what Interamt has, with its number."""
    own = f"VORFUEHRUNG-{vacancy.number:05d}-B"
    return number(vacancy) if "interamt" in vacancy.portals else own


IDS: Mapping[str, Callable[[Vacancy], str]] = {
    "arbeitsagentur": lambda one: f"10000-{9_900_000_000 + 7 * one.number}-S",
    "service-bund": _imported,
    "lever": _uuid,
    "ashby": _uuid,
    "eures": _uuid,
    "workable": lambda one: chance.token(10, one.number, "code").upper(),
    "smartrecruiters": lambda one: str(744_000_000_000_000 + one.number),
    "arbeitnow": _slug,
    "sitemap": _slug,
    "careerjet": _slug,
}
