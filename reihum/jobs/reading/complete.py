"""Fill what an advertisement leaves unsaid in its fields but says in its words.

`complete` never changes what a portal stated, and says nothing that is not written.
"""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
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
from reihum.jobs.reading.topics import EVERY, Topics, topics

UNSTATED: tuple[object, ...] = (None, "", frozenset(), Kind.WORK)
Facts = dict[str, object]


class Words(Struct, frozen=True, gc=False):
    """What an advertisement says, in lower case; `low` is its title and its text."""

    title: str
    low: str
    topics: Topics


def complete(ad: Advertisement) -> Advertisement:
    """Return the advertisement with the facts that its title and text hold."""
    bare = not ad.text and ad.kind is Kind.WORK
    facts = _facts_of_title(ad) if bare else _facts(ad)
    return replace(ad, **facts) if facts else ad


def _facts(ad: Advertisement) -> Facts:
    words = _words(ad)
    kind = ad.kind
    if kind is Kind.WORK and "kind" in words.topics:
        kind = hours.kind(words.title)
    facts: Facts = {} if kind is ad.kind else {"kind": kind}
    _work(ad, words, facts)
    _terms(ad, words, facts)
    _employer(ad, words, facts)
    if ad.recognition is None and (needs := _recognition(ad, kind, words)):
        facts["recognition"] = needs
    return facts


def _words(ad: Advertisement) -> Words:
    title = ad.title.lower()
    if not ad.text:
        return Words(title, title, topics(title))
    return Words(title, f"{title}\n{ad.text.lower()}", EVERY)


@lru_cache(8192)
def _said(title: str) -> Mapping[str, object]:
    """Return what a title says by itself; the same one stands in many portals."""
    if not topics(title.lower()):
        return {}
    return _facts(Advertisement(source="", id="", title=title, url=""))


def _facts_of_title(ad: Advertisement) -> Facts:
    """Return the facts of an advertisement without a text: those of its title."""
    said = _said(ad.title)
    facts = {
        name: value for name, value in said.items() if getattr(ad, name) in UNSTATED
    }
    if ad.salary is not None and (salary := _salary(ad)) is not ad.salary:
        facts["salary"] = salary
    if ad.public_service is None and is_public(ad.employer):
        facts["public_service"] = True
    if not ad.agency and ("agency" in said or is_agency(ad.employer)):
        facts["agency"] = ad.employer
    kind = facts.get("kind", ad.kind)
    if ad.recognition is None and kind is Kind.WORK and _is_regulated(ad):
        facts["recognition"] = Recognition.REGULATED
    return facts


def _is_regulated(ad: Advertisement) -> bool:
    """Say whether one of the portal's own names for the work is a regulated one."""
    return any(map(_is_regulated_name, ad.occupations))


@lru_cache(8192)
def _is_regulated_name(name: str) -> bool:
    return recognition.of_title(name.lower()) is not None


def _work(ad: Advertisement, words: Words, facts: Facts) -> None:
    low, told = words.low, words.topics
    if "times" in told and not ad.working_time and (times := hours.working_times(low)):
        facts["working_time"] = times
    if "hours" in told and ad.hours is None and (weekly := hours.weekly_hours(low)):
        facts["hours"] = weekly
    if "contract" in told and ad.contract is None and (found := hours.contract(low)):
        facts["contract"] = found
    if "remote" in told and ad.remote is None and (where := hours.remote(low)):
        facts["remote"] = where


def _terms(ad: Advertisement, words: Words, facts: Facts) -> None:
    told = words.topics
    if (ad.salary or "pay" in told) and (salary := _salary(ad)) is not ad.salary:
        facts["salary"] = salary
    if "level" in told and ad.level is None and (german := level.german(words.low)):
        facts["level"] = german
    if ad.lang == "de" and ad.text and (code := _foreign(words.low)):
        facts["lang"] = code


def _foreign(low: str) -> str | None:
    code = language(low)
    return None if code == "de" else code


def _salary(ad: Advertisement) -> Salary | None:
    """Return pay of the text, or what is published as pay, understood."""
    if ad.salary is None:
        return pay_in(f"{ad.title}\n{ad.text}")
    if ad.salary.low is ad.salary.high is None and not ad.salary.group:
        found = stated(ad.salary.published)
        return found if found and (found.unit or found.group) else ad.salary
    return ad.salary


def _employer(ad: Advertisement, words: Words, facts: Facts) -> None:
    low, told = words.low, words.topics
    if ad.public_service is None and (
        is_public(ad.employer) or ("public" in told and pays_public(low))
    ):
        facts["public_service"] = True
    if not ad.agency and (
        is_agency(ad.employer) or ("client" in told and works_for_a_client(low))
    ):
        facts["agency"] = ad.employer


def _recognition(ad: Advertisement, kind: Kind, words: Words) -> Recognition | None:
    """Return what is needed; who still learns the occupation needs no recognition."""
    told = words.topics
    if kind is Kind.WORK:
        if "regulated" in told and (found := recognition.of_title(words.title)):
            return found
        if _is_regulated(ad):
            return Recognition.REGULATED
    return recognition.of_text(words.low) if "recognition" in told else None
