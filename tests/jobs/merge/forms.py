"""The portals' own forms: what each of them gives of a post, and what it leaves out.

A labelled case says what a post is. Here it is written down as a portal would: the
Bundesagentur's list has no text, service.bund names employer, place and deadline,
Interamt pay groups, Adzuna half a text and an estimate of the pay.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from msgspec import Struct, structs

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Kind,
    PayUnit,
    Place,
    Point,
    Salary,
    WorkingTime,
)
from reihum.jobs.reading.complete import complete

DAY = date(2026, 9, 1)
POINTS = {
    "Annaberg": (50.58, 13.0), "Aue": (50.59, 12.7), "Burgstädt": (50.91, 12.81),
    "Chemnitz": (50.83, 12.92), "Cottbus": (51.76, 14.33), "Dresden": (51.05, 13.74),
    "Döbeln": (51.12, 13.12), "Flöha": (50.86, 13.07), "Frankenberg": (50.91, 13.04),
    "Freiberg": (50.91, 13.34), "Gera": (50.88, 12.08), "Görlitz": (51.15, 14.99),
    "Grimma": (51.24, 12.73), "Halle": (51.48, 11.97), "Jena": (50.93, 11.59),
    "Leipzig": (51.34, 12.37), "Lutherstadt": (51.87, 12.65), "Suhl": (50.61, 10.69),
    "Magdeburg": (52.13, 11.62), "Mittweida": (50.99, 12.98), "Plauen": (50.5, 12.14),
    "Niederwiesa": (50.87, 13.02), "Rostock": (54.09, 12.1), "Weimar": (50.98, 11.33),
    "Werdau": (50.74, 12.38), "Wittenberg": (51.87, 12.65), "Zittau": (50.9, 14.81),
    "Zwickau": (50.72, 12.49),
}  # fmt: skip
CUT = 280  # signs that Adzuna shows
SHORT = 180  # that Careerjet shows


class Post(Struct, forbid_unknown_fields=True, frozen=True):
    """One side of a case, as it was written down by hand."""

    title: str
    employer: str
    place: str
    street: str = ""
    text: str = ""
    time: tuple[str, ...] = ()
    hours: float | None = None
    kind: Kind = Kind.WORK
    contract: str = ""
    group: str = ""
    ref: str = ""
    number: str = ""
    address: str = ""
    agency: str = ""
    public: bool = False
    published: date | None = None
    deadline: date | None = None
    lang: str = "de"
    nth: int = 0  # tells the ids of two posts apart

    @property
    def appeared(self) -> date:
        """The day it was published: where none is told, well before the deadline."""
        if self.published:
            return self.published
        return self.deadline - timedelta(26) if self.deadline else DAY

    @property
    def id(self) -> int:
        told = f"{self.title}{self.employer}{self.place}{self.published}{self.nth}"
        return crc32(told.encode())


def written(post: Post, form: str) -> Advertisement:
    """Return a post as a portal gives it. "ba+" is a portal with its details page.

    What its words say is read, as it is before merging: hours, pay, an agency's name.
    """
    more, silent = form.endswith("+"), form.endswith("-")
    return complete(FORMS[form.rstrip("+-")](post, more, silent))


def places(post: Post, *, code: bool, point: bool, street: bool = False) -> Any:
    return tuple(
        _place(one.strip(), post.street if street else "", code=code, point=point)
        for one in post.place.split(";")
    )


def _place(text: str, street: str, *, code: bool, point: bool) -> Place:
    postcode, _, name = text.partition(" ")
    near = POINTS[re.split(r"[ /-]", name)[0]]
    return Place(
        name=name, postcode=postcode if code else "", street=street,
        point=Point(*near) if point else None,
    )  # fmt: skip


def times(post: Post) -> frozenset[WorkingTime]:
    return frozenset(map(WorkingTime, post.time))


def lines(text: str, mark: str) -> str:
    """Return a text in a portal's own breaks."""
    return re.sub(r"(?<=[.!?]) ", f"\n{mark}", text)


def numbered(post: Post) -> str:
    label = "" if re.match("[A-Z]?[a-z]{3}", post.ref) else "Kennziffer: "
    named = f"\n{label}{post.ref}" if post.ref else ""
    return named + (f"\nReferenznummer: {post.number}" if post.number else "")


def refs(*numbers: str) -> tuple[str, ...]:
    return tuple(filter(None, numbers))


def arbeitsagentur(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    number = post.number or f"10000-1{post.id:010d}-S"
    ad = Advertisement(
        source="arbeitsagentur", id=f"{number}" + (f"/{post.nth}" if more else ""),
        title=post.title, employer=post.employer,
        url=f"https://www.arbeitsagentur.example/jobsuche/jobdetail/{number}",
        places=places(post, code=True, point=True, street=True),
        references=(number,), working_time=times(post), kind=post.kind,
        published=post.appeared,
        contract=Contract(post.contract) if post.contract else None,
    )  # fmt: skip
    if not more:
        return ad
    return structs.replace(
        ad, text=lines(post.text, ""), agency=post.agency, also=refs(post.address)
    )


def service_bund(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    page = f"IMPORTE/Stellenangebote/x/2026/09/{post.id}-B.html"
    return Advertisement(
        source="service-bund", id=page, title=post.title, employer=post.employer,
        url=f"https://www.service.bund.example/{page}#track=feed-jobs",
        places=places(post, code=True, point=False), public_service=True,
        published=post.appeared, deadline=post.deadline,
        references=refs(post.number) if more else (),
        also=refs(post.address) if more else (),
    )  # fmt: skip


def karriere_sachsen(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    return Advertisement(
        source="karriere-sachsen", id=str(post.id % 100_000), title=post.title,
        url=f"https://www.karriere.sachsen.example/stelle/{post.id % 100_000}",
        places=places(post, code=False, point=False), public_service=True,
        published=post.appeared, deadline=post.deadline,
    )  # fmt: skip


def interamt(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    number = post.number or str(1_400_000 + post.id % 99_999)
    return Advertisement(
        source="interamt", id=number + (f"/{post.nth}" if more else ""),
        title=post.title, employer=post.employer,
        url=f"https://www.interamt.example/koop/app/stelle?id={post.id % 99_999}",
        places=places(post, code=True, point=True), public_service=True,
        references=refs(number, post.ref if more else ""),
        also=refs(post.address) if more else (),
        salary=Salary(published=post.group, group=post.group) if post.group else None,
        published=post.appeared, deadline=post.deadline,
    )  # fmt: skip


def own_system(source: str) -> Callable[[Post, bool, bool], Advertisement]:
    """Return the form of an employer's system: text, terms, the office's town."""

    def form(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
        page = f"https://{post.id % 977}.jobs.{source}.example/job/{post.id}"
        return Advertisement(
            source=source, id=str(post.id), title=post.title, employer=post.employer,
            url=post.address or page, text="Das erwartet Sie\n" + lines(post.text, ""),
            places=places(post, code=False, point=False), working_time=times(post),
            kind=post.kind, published=post.appeared, lang=post.lang,
            contract=Contract(post.contract) if post.contract else None,
        )  # fmt: skip

    return form


def smartrecruiters(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    return Advertisement(
        source="smartrecruiters", id=f"7440{post.id}", title=post.title,
        employer=post.employer, references=refs(post.ref), lang=post.lang,
        url=f"https://jobs.smartrecruiters.example/x/7440{post.id}",
        places=places(post, code=False, point=True), published=post.appeared,
        kind=post.kind, working_time=times(post),
    )  # fmt: skip


def recruitee(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    return Advertisement(
        source="recruitee", id=str(post.id), title=post.title, employer=post.employer,
        url=post.address or f"https://jobs.x.example/o/stelle-{post.id}/c/new",
        places=places(post, code=True, point=False, street=True),
        text=lines(post.text, "– "),
        hours=post.hours, working_time=times(post), kind=post.kind,
        published=post.appeared, lang=post.lang,
    )  # fmt: skip


def arbeitnow(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    slug = re.sub(r"[^a-z0-9]+", "-", f"{post.title} {post.place}".lower())
    return Advertisement(
        source="arbeitnow", id=f"{slug}-{post.id % 99_999}", title=post.title,
        employer=post.employer, places=places(post, code=False, point=False),
        url=f"https://www.arbeitnow.example/jobs/{slug}-{post.id % 99_999}",
        text=lines(post.text, "") + numbered(post) + "\nJetzt bewerben!",
        published=post.appeared + timedelta(2), lang=post.lang,
        also=refs(post.address) if more else (),
    )  # fmt: skip


def adzuna(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    return Advertisement(
        source="adzuna", id=str(post.id), title=post.title, employer=post.employer,
        url=f"https://www.adzuna.example/land/ad/{post.id}",
        text=post.text[:CUT] + "…", places=places(post, code=False, point=True),
        published=post.appeared + timedelta(1), lang=post.lang,
        salary=Salary(low=30_000.0, high=34_000.0, unit=PayUnit.YEAR),
    )  # fmt: skip


def careerjet(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    return Advertisement(
        source="careerjet", id=str(post.id), title=post.title,
        employer="" if silent else post.employer, text=post.text[:SHORT] + "…",
        url=f"https://jobviewtrack.example/v2/{post.id}.html",
        places=places(post, code=False, point=False), published=post.appeared,
    )  # fmt: skip


def eures(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    """EURES gives a region, not a town."""
    return Advertisement(
        source="eures", id=f"{post.id:x}", title=post.title, employer=post.employer,
        url=f"https://europa.example/eures/jv/{post.id:x}", text=post.text,
        working_time=times(post), published=post.appeared, lang=post.lang,
    )  # fmt: skip


def sitemap(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    """The employer's page, marked up as JobPosting."""
    page = post.address or f"https://karriere.{post.id % 9973}.example/stelle-{post.id}"
    return Advertisement(
        source="sitemap", id=page, title=post.title, employer=post.employer, url=page,
        text=lines(post.text, "– "), references=refs(post.ref),
        places=places(post, code=True, point=False, street=True),
        working_time=times(post), hours=post.hours, kind=post.kind,
        salary=Salary(published=post.group, group=post.group) if post.group else None,
        published=post.appeared, deadline=post.deadline, lang=post.lang,
        contract=Contract(post.contract) if post.contract else None,
    )  # fmt: skip


def own(post: Post, more: bool, silent: bool) -> Advertisement:  # noqa: FBT001
    """The installation's own advertisements."""
    page = f"https://reihum.example/jobs/eigene/{post.id}/"
    return structs.replace(
        sitemap(post, more, silent), source="own", id=str(post.id), url=page
    )


FORMS: dict[str, Callable[[Post, bool, bool], Advertisement]] = {
    "ba": arbeitsagentur, "bund": service_bund, "sachsen": karriere_sachsen,
    "interamt": interamt, "smart": smartrecruiters, "recruitee": recruitee,
    "arbeitnow": arbeitnow, "adzuna": adzuna, "careerjet": careerjet, "eures": eures,
    "sitemap": sitemap, "own": own,
    **{
        name: own_system(name)
        for name in (
            "personio", "softgarden", "greenhouse", "lever", "ashby", "workable",
        )
    },
}  # fmt: skip
