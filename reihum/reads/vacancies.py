"""Own advertisements (Stellenanzeigen): a Land's, everybody's, and the search's."""

from dataclasses import dataclass, fields
from datetime import date

from django.db.models import F
from django.utils import timezone

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Kind,
    Level,
    PayUnit,
    Place,
    Recognition,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.reads import visibility
from reihum.records.models import Vacancy as Row
from reihum.rules.vacancy import Vacancy, is_open
from reihum.rules.visibility import STRANGER, Viewer

ADDRESS = "/jobs/eigene/{}/"  # the public page of one, in `public/vacancies.py`
MOST = 1000


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A vacancy and where it stands: "draft", "open", "over" or "withdrawn"."""

    pk: int
    body: str
    state: str
    published: date | None
    changed: date
    vacancy: Vacancy


def vacancy(body: str, pk: int, viewer: Viewer, day: date) -> VacancyRow | None:
    """Return one vacancy, if the viewer may see it on that day."""
    rows = visibility.vacancies(viewer, day).filter(body__slug=body, pk=pk)
    row = rows.select_related("body").first()
    return None if row is None else _of(row, day)


def vacancies(body: str, viewer: Viewer, day: date) -> tuple[VacancyRow, ...]:
    """Return what a Land may see of them: drafts first, then the newest."""
    rows = visibility.vacancies(viewer, day).filter(body__slug=body)
    drafts_first = F("published_at").desc(nulls_first=True), "-pk"
    ordered = rows.select_related("body").order_by(*drafts_first)
    return tuple(_of(row, day) for row in ordered[:MOST])


def open_vacancy(pk: int, day: date) -> VacancyRow | None:
    """Return one that anybody can apply for on a day, of whatever body here."""
    row = visibility.vacancies(STRANGER, day).select_related("body").filter(pk=pk)
    return next((_of(one, day) for one in row), None)


def open_vacancies(day: date) -> tuple[VacancyRow, ...]:
    """Return those of all bodies that anybody can apply for, the newest first."""
    rows = visibility.vacancies(STRANGER, day).select_related("body")[:MOST]
    return tuple(_of(row, day) for row in rows)


def own_advertisements(day: date) -> tuple[Advertisement, ...]:
    """Return what is open on a day as the job search knows advertisements."""
    return tuple(map(advertisement, open_vacancies(day)))


def advertisement(row: VacancyRow) -> Advertisement:
    """Return a vacancy as an advertisement of the source "own"."""
    it = row.vacancy
    text = "\n\n".join(part for part in (it.description, it.qualification) if part)
    place = Place(
        name=it.city, postcode=it.postcode, land=it.land, country="DE", street=it.street
    )
    return Advertisement(
        source="own", id=str(row.pk), title=it.title, url=ADDRESS.format(row.pk),
        employer=it.employer, places=(place,), text=text,
        references=(it.reference,) if it.reference else (),
        also=(it.apply_url,) if it.apply_url else (),
        working_time=frozenset(WorkingTime(one) for one in it.working_time),
        hours=None if it.hours is None else float(it.hours),
        contract=Contract(it.contract) if it.contract else None,
        kind=Kind(it.kind),
        remote=Remote(it.remote) if it.remote else None,
        public_service=it.public_service,
        salary=_salary(it),
        level=Level(it.level) if it.level else None,
        qualification=it.qualification,
        recognition=Recognition(it.recognition) if it.recognition else None,
        published=row.published, changed=row.changed, deadline=it.deadline,
        starts=it.starts,
    )  # fmt: skip


def _salary(it: Vacancy) -> Salary | None:
    if it.pay_low is None and it.pay_high is None and not it.pay_group:
        return None
    return Salary(
        low=None if it.pay_low is None else float(it.pay_low),
        high=None if it.pay_high is None else float(it.pay_high),
        unit=PayUnit(it.pay_unit) if it.pay_unit else None,
        group=it.pay_group,
    )


def _of(row: Row, day: date) -> VacancyRow:
    values = {one.name: getattr(row, one.name) for one in fields(Vacancy)}
    value = Vacancy(**{**values, "working_time": tuple(row.working_time)})
    published = row.published_at and timezone.localdate(row.published_at)
    return VacancyRow(
        row.pk, row.body.slug, _state(row, day), published,
        timezone.localdate(row.changed_at), value,
    )  # fmt: skip


def _state(row: Row, day: date) -> str:
    if row.published_at is None:
        return "draft"
    if row.withdrawn_at is not None:
        return "withdrawn"
    return "open" if is_open(row.deadline, day) else "over"
