"""Own advertisements (Stellenanzeigen): drafted, published, changed, withdrawn."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from reihum.acts.door import By, act
from reihum.acts.journal import note
from reihum.reads import visibility
from reihum.records.models import Body
from reihum.records.models import Vacancy as Row
from reihum.rules import vacancy as rules
from reihum.rules.rights import Right, may
from reihum.rules.signs import one_line
from reihum.rules.vacancy import Vacancy
from reihum.rules.words import Refusal

LINES = (
    "reference", "title", "employer", "street", "postcode", "city", "pay_group",
)  # fmt: skip


@act
def draft(by: By, *, vacancy: Vacancy) -> int | Refusal:
    """Keep a new vacancy that nobody else sees yet; return its number."""
    tidy = _tidy(vacancy)
    if refusal := _may(by, tidy.member) or rules.check_keep(tidy):
        return refusal
    body = Body.objects.get(slug=by.body)
    row = Row(body=body, created_at=by.now, changed_at=by.now)
    _fill(row, tidy)
    row.save()
    _note(by, "draft", row)
    return row.pk


@act
def revise(by: By, *, vacancy: int, given: Vacancy) -> int | Refusal:
    """Change a vacancy; a published one changes for everybody at once."""
    row = _found(by, vacancy)
    if isinstance(row, Refusal):
        return row
    tidy = _tidy(given)
    if refusal := _may(by, row.member) or _may(by, tidy.member):
        return refusal
    is_out = row.published_at is not None
    check = rules.check_publish(tidy, by.today) if is_out else rules.check_keep(tidy)
    if check:
        return check
    _fill(row, tidy)
    row.changed_at = by.now
    row.save()
    _note(by, "change" if is_out else "revise", row)
    return row.pk


@act
def publish(by: By, *, vacancy: int) -> int | Refusal:
    """Show a vacancy to everybody: on its page, in the search and in the feed."""
    row = _found(by, vacancy)
    if isinstance(row, Refusal):
        return row
    if refusal := _may(by, row.member):
        return refusal
    if row.published_at is not None and row.withdrawn_at is None:
        return rules.PUBLISHED
    if refusal := rules.check_publish(_value(row), by.today):
        return refusal
    row.published_at, row.withdrawn_at = by.now, None
    row.save(update_fields=["published_at", "withdrawn_at"])
    _note(by, "publish", row)
    return row.pk


@act
def withdraw(by: By, *, vacancy: int) -> int | Refusal:
    """Take a vacancy off again: it is filled, or was wrong."""
    row = _found(by, vacancy)
    if isinstance(row, Refusal):
        return row
    if refusal := _may(by, row.member):
        return refusal
    if row.published_at is None or row.withdrawn_at is not None:
        return rules.NOT_PUBLISHED
    row.withdrawn_at = by.now
    row.save(update_fields=["withdrawn_at"])
    _note(by, "withdraw", row)
    return row.pk


@act
def discard(by: By, *, vacancy: int) -> int | Refusal:
    """Throw a draft away."""
    row = _found(by, vacancy)
    if isinstance(row, Refusal):
        return row
    if refusal := _may(by, row.member):
        return refusal
    if row.published_at is not None:
        return rules.PUBLISHED
    _note(by, "discard", row)
    row.delete()
    return vacancy


def _may(by: By, member: str) -> Refusal | None:
    return may(by.actor, Right.PUBLISH_VACANCY, by.chair, member)


def _found(by: By, pk: int) -> Row | Refusal:
    row = (
        visibility.vacancies(by.viewer, by.today)
        .select_for_update(of=("self",))
        .filter(body__slug=by.body, pk=pk)
        .first()
    )
    return row or rules.UNKNOWN


def _tidy(vacancy: Vacancy) -> Vacancy:
    lines: dict[str, Any] = {name: one_line(getattr(vacancy, name)) for name in LINES}
    return replace(vacancy, **lines)


def _fill(row: Row, vacancy: Vacancy) -> None:
    for one in fields(vacancy):
        value = getattr(vacancy, one.name)
        setattr(row, one.name, list(value) if isinstance(value, tuple) else value)


def _value(row: Row) -> Vacancy:
    values = {one.name: getattr(row, one.name) for one in fields(Vacancy)}
    return Vacancy(**{**values, "working_time": tuple(row.working_time)})


def _note(by: By, what: str, row: Row) -> None:
    facts: dict[str, str | date | None] = {
        "title": row.title, "employer": row.employer, "deadline": row.deadline
    }  # fmt: skip
    note(by, f"vacancy.{what}", f"vacancy:{row.pk}", facts, member=row.member)
