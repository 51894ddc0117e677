"""What an advertisement of the installation's own (Stellenanzeige) has to respect.

The fields are those of schema.org's JobPosting, so that what is published here is
found elsewhere too.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reihum.rules.words import Refusal

LONGEST_TEXT = 20_000
LONGEST_WEEK = Decimal(48)  # hours: § 3 ArbZG, the average of a week
POSTCODE = re.compile("[0-9]{5}")
# What nobody earns, by unit: it is a slip of the keyboard, not pay. In euros.
PAY = {
    "hour": (Decimal(5), Decimal(200)),
    "month": (Decimal(100), Decimal(25_000)),
    "year": (Decimal(1_000), Decimal(300_000)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """A vacancy as it is written down; empty and None say "not stated".

    `kind`, `working_time`, `contract`, `remote`, `recognition` are values of
    `reihum.jobs.model`; `level` is 1 for A1 to 6 for C2; `pay_low` and `pay_high` are
    euros a `pay_unit`.
    """

    member: str
    title: str
    employer: str
    description: str
    city: str
    reference: str = ""
    employer_url: str = ""
    qualification: str = ""
    street: str = ""
    postcode: str = ""
    land: str = ""
    kind: str = "work"
    working_time: tuple[str, ...] = ()
    hours: Decimal | None = None
    contract: str = ""
    remote: str = ""
    public_service: bool = True
    pay_low: Decimal | None = None
    pay_high: Decimal | None = None
    pay_unit: str = ""
    pay_group: str = ""
    level: int | None = None
    recognition: str = ""
    apply_url: str = ""
    apply_mail: str = ""
    starts: date | None = None
    deadline: date | None = None


UNKNOWN = Refusal.unknown(
    "Diese Stellenanzeige gibt es nicht.", "There is no such advertisement."
)
PUBLISHED = Refusal.conflict(
    "Diese Stellenanzeige ist schon veröffentlicht.",
    "This advertisement is published already.",
)
NOT_PUBLISHED = Refusal.conflict(
    "Diese Stellenanzeige ist nicht veröffentlicht.",
    "This advertisement is not published.",
)


def check_keep(vacancy: Vacancy) -> Refusal | None:
    """Return why this cannot be kept, even as a draft."""
    return _named(vacancy) or _long(vacancy) or _placed(vacancy) or _paid(vacancy)


def check_publish(vacancy: Vacancy, today: date) -> Refusal | None:
    """Return why this cannot be published on a day."""
    if not (vacancy.apply_url or vacancy.apply_mail):
        return Refusal.invalid(
            "Bitte geben Sie an, wo man sich bewirbt: eine Internetseite oder eine "
            "E-Mail-Adresse.",
            "Please say where to apply: a website or a mail address.",
            "apply_url",
        )
    if vacancy.deadline is not None and vacancy.deadline < today:
        return Refusal.invalid(
            "Die Bewerbungsfrist ist schon vorbei.",
            "The deadline has passed already.",
            "deadline",
        )
    return check_keep(vacancy)


def is_open(deadline: date | None, today: date) -> bool:
    """Return whether one can still apply on a day."""
    return deadline is None or deadline >= today


def _named(vacancy: Vacancy) -> Refusal | None:
    needed = {
        "title": (
            "Bitte geben Sie an, welche Stelle es ist.",
            "Please say what it is.",
        ),
        "employer": (
            "Bitte geben Sie den Arbeitgeber an.",
            "Please name the employer.",
        ),
        "city": ("Bitte geben Sie den Arbeitsort an.", "Please say where the work is."),
        "description": (
            "Bitte beschreiben Sie die Stelle.",
            "Please describe the vacancy.",
        ),
    }
    for field, sentences in needed.items():
        if not getattr(vacancy, field).strip():
            return Refusal.invalid(*sentences, field)
    return None


def _long(vacancy: Vacancy) -> Refusal | None:
    for field in ("description", "qualification"):
        if len(getattr(vacancy, field)) > LONGEST_TEXT:
            return Refusal.invalid(
                f"Der Text ist zu lang: höchstens {LONGEST_TEXT} Zeichen.",
                f"The text is too long: at most {LONGEST_TEXT} characters.",
                field,
            )
    return None


def _placed(vacancy: Vacancy) -> Refusal | None:
    if vacancy.postcode and not POSTCODE.fullmatch(vacancy.postcode):
        return Refusal.invalid(
            "Eine Postleitzahl hat fünf Ziffern.",
            "A postcode has five digits.",
            "postcode",
        )
    if vacancy.hours is not None and not 0 < vacancy.hours <= LONGEST_WEEK:
        return Refusal.invalid(
            f"Eine Woche hat höchstens {LONGEST_WEEK} Arbeitsstunden.",
            f"A week has at most {LONGEST_WEEK} working hours.",
            "hours",
        )
    return None


def _paid(vacancy: Vacancy) -> Refusal | None:
    low, high = vacancy.pay_low, vacancy.pay_high
    sums = [one for one in (low, high) if one is not None]
    if not sums:
        return None
    if vacancy.pay_unit not in PAY:
        return Refusal.invalid(
            "Bitte geben Sie an, ob die Summe für eine Stunde, einen Monat oder ein "
            "Jahr gilt.",
            "Please say whether the sum is for an hour, a month or a year.",
            "pay_unit",
        )
    if low is not None and high is not None and low > high:
        return Refusal.invalid(
            "Die untere Summe ist größer als die obere.",
            "The lower sum is greater than the upper one.",
            "pay_low",
        )
    least, most = PAY[vacancy.pay_unit]
    if not all(least <= one <= most for one in sums):
        return Refusal.invalid(
            "Diese Summe kann nicht stimmen. Bitte prüfen Sie Betrag und Zeitraum.",
            "This sum cannot be right. Please check the amount and the period.",
            "pay_low",
        )
    return None
