"""What stands around every page of the office: who one is, and where one can go."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from reihum.acts.door import By
from reihum.look.answers import said
from reihum.look.frame import Group, Link, OfficeFrame
from reihum.office.links import address
from reihum.reads.bodies import Now, now_in
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.laender import BY_CODE
from reihum.rules.rights import Role, roles
from reihum.rules.rotation import Term
from reihum.rules.words import Text, listed

LANGUAGES = (("de", "Deutsch"), ("en", "English"))


def frame(request: HttpRequest, by: By) -> OfficeFrame:
    """Return the frame of an office page; it asks the database four times."""
    now = now_in(by.body, by.today, by.viewer)
    assert now is not None  # noqa: S101  (nobody has a seat in a body that is not there)
    home = reverse("office:desk", args=[by.body])
    return OfficeFrame(
        short=now.short,
        home=home,
        sign_out=reverse("office:sign_out"),
        who=who(by),
        rights=rights(by, now),
        nav=_marked(
            tuple(_groups(by, now, _looked_at(request, now))), request.path, home
        ),
        languages=_languages(request),
        demo=now.demo,
    )


def who(by: By) -> str:
    """Return "Geschäftsstelle · Rheinland-Pfalz", "Freistaat Bayern", or "Gast"."""
    held = roles(by.actor, by.chair)
    if Role.OFFICE in held and by.chair:
        return f"{_('Geschäftsstelle')} · {said(_short_name(by.chair))}"
    if by.actor.members:
        names = [_official_name(code) for code in sorted(by.actor.members)]
        de, en = (listed(getattr(name, way) for name in names) for way in ("de", "en"))
        return said(Text(de.de, en.en))
    return _("Bund") if Role.BUND in held else _("Gast")


def rights(by: By, now: Now) -> str:
    """Return until when the office has its rights, or when they begin or ended."""
    if Role.OFFICE in roles(by.actor, by.chair):
        return _("Rechte bis %(day)s") % {"day": _day(now.chair)}
    own = [term for term in now.terms if term.land in by.actor.office_of]
    coming = [term for term in own if term.begins and term.begins > by.today]
    if coming:
        first = in_words(PartialDate.of(coming[0].begins or by.today))
        return _("Geschäftsstelle ab %(day)s") % {"day": said(first)}
    if own:
        return _("Geschäftsstelle bis %(day)s") % {"day": _day(own[-1])}
    return by.actor.name


def _day(term: Term | None) -> str:
    return said(in_words(PartialDate.of(term.ends))) if term and term.ends else ""


def _short_name(code: str) -> Text:
    land = BY_CODE[code]
    return Text(land.name, land.name_en)


def _official_name(code: str) -> Text:
    land = BY_CODE.get(code)
    return Text(land.official, land.name_en) if land else Text(code, code)


def _looked_at(request: HttpRequest, now: Now) -> int | None:
    """Return the conference that the address names, or else the present one."""
    match = request.resolver_match
    number = match.kwargs.get("number") if match else None
    return number if number in now.conferences else now.conference


def _groups(by: By, now: Now, number: int | None) -> Iterator[Group]:
    body = by.body
    count = now.motions if number == now.conference else None
    yield _group(
        "",
        _link(_("Schreibtisch"), "office:desk", body),
        _link(_("Konferenzen"), "office:conferences", body),
    )
    if number is not None:
        motions = _link(_("Anträge"), "office:motions", body, number, count=count)
        yield _group(
            _("%(number)s. Konferenz") % {"number": number},
            _link(_("Übersicht"), "office:conference", body, number),
            *([motions] if by.viewer.inside else []),
            _link(_("Tagesordnung"), "office:agenda", body, number),
            _link(_("Abstimmungen"), "office:ballots", body, number),
            _link(_("Niederschrift"), "office:minutes", body, number),
        )
    yield _group(
        _("Danach"),
        _link(_("Beschlüsse"), "office:resolutions", body),
        _link(_("Aufträge"), "office:mandates", body, count=now.open_mandates),
    )
    if by.viewer.inside:
        vacancies = _link(_("Stellenanzeigen"), "office:vacancies", body)
        yield _group(_("Öffentlichkeit"), vacancies)
    journal = _link(_("Journal"), "office:journal", body)
    template = _link(_("Word-Vorlage"), "office:word_template", body)
    yield _group(
        _("Amt"),
        _link(_("Mitglieder"), "public:members", body),
        _link(_("Regelwerk"), "office:rules", body),
        _link(_("Vorsitz"), "office:terms", body),
        *([template] if by.viewer.office else []),
        *([journal] if by.viewer.inside else []),
    )


def _group(label: str, *links: Link) -> Group:
    return Group(label, links)


def _link(label: str, name: str, *args: str | int, count: int | None = None) -> Link:
    return Link(label, address(name, *args), count=count or None)


def _marked(groups: tuple[Group, ...], path: str, home: str) -> tuple[Group, ...]:
    """Mark the link of the page, or of the page above it; the desk only for itself."""
    urls = [link.url for group in groups for link in group.links]
    above = [url for url in urls if path.startswith(url) and url != home]
    here = path if path == home else max(above, key=len, default="")
    return tuple(
        Group(
            group.label,
            tuple(
                Link(link.label, link.url, link.url == here, count=link.count)
                for link in group.links
            ),
        )
        for group in groups
    )


def _languages(request: HttpRequest) -> tuple[Link, ...]:
    here, now = request.get_full_path(), get_language()
    return tuple(
        Link(name, translate_url(here, code), current=code == now, lang=code)
        for code, name in LANGUAGES
    )
