"""Own vacancies of the demonstration: invented, fresh on the day they are loaded."""

import tomllib
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from reihum.acts import vacancies
from reihum.acts.door import by
from reihum.reads.accounts import keys_of
from reihum.reads.vacancies import vacancies as known
from reihum.rules.vacancy import Vacancy
from reihum.rules.visibility import Viewer
from reihum.site.demo.accounts import BODY, coordinator
from reihum.site.demo.done import done

SUMS = ("hours", "pay_low", "pay_high")


def publish(text: str, now: datetime) -> int:
    """Let each Land publish its vacancies, unless any are there; return how many."""
    if known(BODY, Viewer(office=True), now.date()):
        return 0
    told = tomllib.loads(text)["vacancy"]
    names = {one["member"]: coordinator(one["member"]).name for one in told}
    keys = keys_of(list(names.values()))
    with transaction.atomic():  # all of them, or none
        for one in told:
            at = now - timedelta(days=one["days_ago"])
            who = by(keys[names[one["member"]]], BODY, at)
            pk = done(vacancies.draft(who, vacancy=_vacancy(one, now)))
            done(vacancies.publish(who, vacancy=pk))
    return len(told)


def _vacancy(told: dict[str, Any], now: datetime) -> Vacancy:
    given = {name: value for name, value in told.items() if not name.endswith("_days")}
    del given["days_ago"]
    sums = {name: Decimal(str(given[name])) for name in SUMS if name in given}
    until = (now + timedelta(days=told["open_days"])).date()
    times = tuple(given.pop("working_time"))
    return Vacancy(**{**given, **sums, "working_time": times, "deadline": until})
