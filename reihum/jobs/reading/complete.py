"""Fill what an advertisement leaves unsaid in its fields but says in its words.

`complete` never changes what a portal stated, and says nothing that is not written.
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from reihum.jobs.model import Advertisement, Kind, Recognition, Salary
from reihum.jobs.reading import hours, level, recognition
from reihum.jobs.reading.employers import (
    is_agency,
    is_public,
    pays_public,
    works_for_a_client,
)
from reihum.jobs.reading.language import language
from reihum.jobs.reading.pay import pay_in, stated

UNSTATED: tuple[object, ...] = (None, "", frozenset(), Kind.WORK)


def complete(ad: Advertisement) -> Advertisement:
    """Return the advertisement with the facts that its title and text hold."""
    bare = not ad.text and ad.kind is Kind.WORK
    facts = _facts_of_title(ad) if bare else _facts(ad)
    return replace(ad, **facts) if facts else ad


def _facts(ad: Advertisement) -> dict[str, object]:
    title = ad.title.lower()
    kind = hours.kind(title) if ad.kind is Kind.WORK else ad.kind
    low = f"{title}\n{ad.text.lower()}" if ad.text else title
    facts: dict[str, object] = {} if kind is ad.kind else {"kind": kind}
    _work(ad, low, facts)
    _terms(ad, low, facts)
    _employer(ad, low, facts)
    if ad.recognition is None and (needs := _recognition(ad, kind, title, low)):
        facts["recognition"] = needs
    return facts


@lru_cache(8192)
def _said(title: str) -> Mapping[str, object]:
    """Return what a title says by itself; the same one stands in many portals."""
    return _facts(Advertisement(source="", id="", title=title, url=""))


def _facts_of_title(ad: Advertisement) -> dict[str, object]:
    """Return the facts of an advertisement without a text: those of its title."""
    said = _said(ad.title)
    facts = {
        name: value for name, value in said.items() if getattr(ad, name) in UNSTATED
    }
    if ad.salary is not None and (salary := _salary(ad)) is not ad.salary:
        facts["salary"] = salary
    _employer(ad, ad.title.lower(), facts)
    kind = facts.get("kind", ad.kind)
    if ad.recognition is None and kind is Kind.WORK and _is_regulated(ad):
        facts["recognition"] = Recognition.REGULATED
    return facts


def _is_regulated(ad: Advertisement) -> bool:
    """Say whether one of the portal's own names for the work is a regulated one."""
    return any(recognition.of_title(name.lower()) for name in ad.occupations)


def _work(ad: Advertisement, low: str, facts: dict[str, object]) -> None:
    if not ad.working_time and (times := hours.working_times(low)):
        facts["working_time"] = times
    if ad.hours is None and (weekly := hours.weekly_hours(low)) is not None:
        facts["hours"] = weekly
    if ad.contract is None and (found := hours.contract(low)):
        facts["contract"] = found
    if ad.remote is None and (where := hours.remote(low)):
        facts["remote"] = where


def _terms(ad: Advertisement, low: str, facts: dict[str, object]) -> None:
    if (salary := _salary(ad)) is not ad.salary:
        facts["salary"] = salary
    if ad.level is None and (german := level.german(low)):
        facts["level"] = german
    if ad.lang == "de" and ad.text and (code := language(low)) not in {None, "de"}:
        facts["lang"] = code


def _salary(ad: Advertisement) -> Salary | None:
    """Return pay of the text, or what is published as pay, understood."""
    if ad.salary is None:
        return pay_in(f"{ad.title}\n{ad.text}")
    if ad.salary.low is ad.salary.high is None and not ad.salary.group:
        found = stated(ad.salary.published)
        return found if found and (found.unit or found.group) else ad.salary
    return ad.salary


def _employer(ad: Advertisement, low: str, facts: dict[str, object]) -> None:
    if ad.public_service is None and (is_public(ad.employer) or pays_public(low)):
        facts["public_service"] = True
    if not ad.agency and (is_agency(ad.employer) or works_for_a_client(low)):
        facts["agency"] = ad.employer


def _recognition(
    ad: Advertisement, kind: Kind, title: str, low: str
) -> Recognition | None:
    """Return what is needed; who still learns the occupation needs no recognition."""
    if kind is Kind.WORK:
        if regulated := recognition.of_title(title):
            return regulated
        if _is_regulated(ad):
            return Recognition.REGULATED
    return recognition.of_text(low)
