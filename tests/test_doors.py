"""Every door of the house, asked by everybody, and one table of what must answer.

A new address is asked at once: as long as the table does not name it, this fails.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from reihum.acts import (
    agenda,
    amendments,
    attachments,
    ballots,
    mandates,
    minutes,
    motions,
    resolutions,
    saved_searches,
    vacancies,
)
from reihum.acts.attachments import Upload
from reihum.acts.door import by as acting_as
from reihum.acts.saved_searches import VisitorMail, Wish
from reihum.records.models import JournalEntry
from reihum.rules.amendment_steps import Delete, Rewrite
from reihum.rules.dates import PartialDate
from reihum.rules.laender import CODES
from reihum.rules.vacancy import Vacancy
from tests.conftest import NOW
from tests.paper import with_veto

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

PEOPLE = ("office", "member", "other", "guest", "stranger")
# What office, member, other member, guest and stranger are told when they ask (GET),
# and when they send an empty form (POST). The member is Bavaria, whose draft it is.
# "=" says that a form makes no difference. Behind "@" stands which of several things
# of a kind is meant.
TABLE = """
alive                              200 200 200 200 200 | =
ready                              200 200 200 200 200 | =
office:home                        302 302 302 302 302 | =
office:sign_in                     200 200 200 200 200 | 422 422 422 422 422
office:sign_out                    405 405 405 405 405 | 302 302 302 302 302
office:desk                        200 200 200 200 302 | =
office:conferences                 200 200 200 200 302 | =
office:conference_new              200 403 403 403 302 | 422 403 403 403 302
office:conference                  200 200 200 200 302 | =
office:conference_beside           302 302 302 302 302 | 422 403 403 403 302
office:conference_cancel           302 302 302 302 302 | 422 403 403 403 302
office:call                        200 403 403 403 302 | 302 403 403 403 302
office:motions                     200 200 200 200 302 | =
office:motion_new                  200 200 200 403 302 | 422 422 422 403 302
office:motion                      200 200 200 404 302 | =
office:motion@draft                404 200 404 404 302 | =
office:motion_edit                 302 302 302 404 302 | =
office:motion_edit@draft           404 200 404 404 302 | 404 422 404 404 302
office:motion_keep                 405 405 405 405 405 | 403 409 403 404 302
office:motion_keep@draft           405 405 405 405 405 | 404 200 404 404 302
office:motion_keep_new             405 405 405 405 405 | 200 200 200 403 302
office:motion_submit               405 405 405 405 405 | 403 409 403 404 302
office:motion_submit@draft         405 405 405 405 405 | 404 422 404 404 302
office:motion_discard              405 405 405 405 405 | 403 409 403 404 302
office:motion_discard@draft        405 405 405 405 405 | 404 302 404 404 302
office:motion_cosponsor            405 405 405 405 405 | 403 403 403 404 302
office:motion_cosponsor@draft      405 405 405 405 405 | 404 403 404 404 302
office:motion_leave                405 405 405 405 405 | 403 403 403 404 302
office:motion_leave@draft          405 405 405 405 405 | 404 403 404 404 302
office:motion_withdraw             405 405 405 405 405 | 403 403 403 404 302
office:motion_withdraw@draft       405 405 405 405 405 | 404 403 404 404 302
office:motion_bundesrat            405 405 405 405 405 | 422 422 403 404 302
office:motion_bundesrat@draft      405 405 405 405 405 | 404 422 404 404 302
office:motion_place                405 405 405 405 405 | 422 403 403 404 302
office:motion_place@draft          405 405 405 405 405 | 404 403 404 404 302
office:motion_leave_out            405 405 405 405 405 | 422 403 403 403 302
office:motion_leave_out@draft      405 405 405 405 405 | 422 403 403 403 302
office:synopsis                    200 200 200 404 302 | =
office:synopsis@draft              404 404 404 404 302 | =
office:synopsis_decide             405 405 405 405 405 | 422 422 422 404 302
office:synopsis_decide@draft       405 405 405 405 405 | 404 404 404 404 302
office:synopsis_undisputed         405 405 405 405 405 | 404 403 403 404 302
office:synopsis_undisputed@draft   405 405 405 405 405 | 404 404 404 404 302
office:synopsis_compromise         405 405 405 405 405 | 404 403 403 404 302
office:synopsis_compromise@draft   405 405 405 405 405 | 404 404 404 404 302
office:synopsis_consent            405 405 405 405 405 | 422 422 422 404 302
office:synopsis_consent@draft      405 405 405 405 405 | 404 404 404 404 302
office:synopsis_take               200 403 403 404 302 | 409 403 403 404 302
office:synopsis_take@draft         404 404 404 404 302 | =
office:synopsis_file               200 200 200 404 302 | =
office:synopsis_file@draft         404 404 404 404 302 | =
office:motion_merge                200 403 403 404 302 | 422 403 403 404 302
office:motion_merge@draft          404 403 404 404 302 | 404 403 404 404 302
office:motion_split                200 200 403 404 302 | 422 422 403 404 302
office:motion_split@draft          404 200 404 404 302 | 404 422 404 404 302
office:motion_confidential         405 405 405 405 405 | 409 409 403 404 302
office:motion_confidential@draft   405 405 405 405 405 | 404 409 404 404 302
office:motion_copy                 200 200 200 404 302 | 422 422 422 404 302
office:motion_copy@draft           404 200 404 404 302 | 404 422 404 404 302
office:motion_sources              200 200 200 403 302 | =
office:motions_similar             200 200 200 403 302 | =
office:resolution_copy             200 200 200 404 302 | 422 422 422 404 302
office:resolution_copy@public      200 200 200 403 302 | 422 422 422 403 302
office:versions                    200 200 200 404 302 | =
office:versions@draft              404 200 404 404 302 | =
office:version                     200 200 200 404 302 | =
office:version@draft               404 200 404 404 302 | =
office:versions_compared           200 200 200 404 302 | =
office:versions_compared@draft     404 200 404 404 302 | =
office:amend                       200 200 200 404 302 | 422 422 422 404 302
office:amend_word                  200 200 200 404 302 | 422 422 422 404 302
office:amendment                   200 200 200 404 302 | =
office:amendment@begun             404 200 404 404 302 | =
office:amendment_submit            405 405 405 405 405 | 403 409 403 404 302
office:amendment_submit@begun      405 405 405 405 405 | 404 302 404 404 302
office:amendment_discard           405 405 405 405 405 | 403 409 403 404 302
office:amendment_discard@begun     405 405 405 405 405 | 404 302 404 404 302
office:amendment_withdraw          405 405 405 405 405 | 403 302 403 404 302
office:amendment_withdraw@begun    405 405 405 405 405 | 404 409 404 404 302
office:amendment_support           405 405 405 405 405 | 403 403 403 404 302
office:amendment_support@begun     405 405 405 405 405 | 404 403 404 404 302
office:amendment_end_support       405 405 405 405 405 | 403 403 403 404 302
office:amendment_end_support@begun 405 405 405 405 405 | 404 403 404 404 302
office:amendment_settle            405 405 405 405 405 | 403 404 403 404 302
office:amendment_settle@begun      405 405 405 405 405 | 404 404 404 404 302
office:annex_new                   403 200 403 404 302 | 403 422 403 404 302
office:annex_new@draft             404 200 404 404 302 | 404 422 404 404 302
office:attachment                  200 200 200 404 302 | =
office:attachment@source           404 200 404 404 302 | =
office:annex_remove                405 405 405 405 405 | 403 302 403 404 302
office:motion_docx                 200 200 200 404 302 | =
office:motion_docx@draft           404 200 404 404 302 | =
office:motion_word                 200 200 200 403 302 | 422 422 422 403 302
office:motion_word_into            302 302 302 404 302 | =
office:motion_word_into@draft      404 200 404 404 302 | 404 422 404 404 302
office:agenda                      200 200 200 200 302 | =
office:agenda_add                  405 405 405 405 405 | 422 403 403 403 302
office:agenda_publish              405 405 405 405 405 | 302 403 403 403 302
office:item_pull                   405 405 405 405 405 | 404 404 404 404 302
office:item                        200 200 200 404 302 | =
office:item_treat                  405 405 405 405 405 | 422 403 403 404 302
office:item_join                   405 405 405 405 405 | 422 403 403 404 302
office:item_end                    405 405 405 405 405 | 422 403 403 404 302
office:ballots                     200 200 200 200 302 | =
office:ballot                      200 200 200 404 302 | =
office:ballot_cast                 405 405 405 405 405 | 403 403 403 404 302
office:ballot_record               405 405 405 405 405 | 302 403 403 404 302
office:ballot_close                405 405 405 405 405 | 302 403 403 404 302
office:ballot_break_off            405 405 405 405 405 | 302 403 403 404 302
office:ballot_open                 200 403 403 404 302 | 422 403 403 404 302
office:declare                     200 200 200 404 302 | 422 422 422 404 302
office:minutes                     200 200 200 200 302 | =
office:minutes_fix                 200 403 403 403 302 | 422 403 403 403 302
office:minutes_version             200 200 200 404 302 | =
office:minutes_file                200 200 200 404 302 | =
office:minutes_remark              200 403 403 404 302 | =
office:resolutions                 200 200 200 200 302 | =
office:resolution                  200 200 200 404 302 | =
office:resolution@public           200 200 200 200 302 | =
office:resolution_ask              405 405 405 405 405 | 422 403 403 404 302
office:resolution_ask@public       405 405 405 405 405 | 422 403 403 403 302
office:resolution_object           405 405 405 405 405 | 422 422 422 404 302
office:resolution_object@public    405 405 405 405 405 | 422 422 422 403 302
office:resolution_end_objection    405 405 405 405 405 | 403 403 403 404 302
office:resolution_end_objection@public 405 405 405 405 405 | 403 403 403 403 302
office:resolution_publish          405 405 405 405 405 | 422 403 403 404 302
office:resolution_publish@public   405 405 405 405 405 | 422 403 403 403 302
office:mandates                    200 200 200 200 302 | =
office:mandate                     200 200 200 404 302 | =
office:mandate_report              405 405 405 405 405 | 422 422 422 404 302
office:mandate_close               405 405 405 405 405 | 302 403 403 404 302
office:mandate_note                200 403 403 404 302 | 422 403 403 404 302
office:mandate_note@public         200 403 403 403 302 | 422 403 403 403 302
office:word_template               200 403 403 403 302 | 422 403 403 403 302
office:word_template_file          200 403 403 403 302 | =
office:word_template_remove        405 405 405 405 405 | 409 403 403 403 302
office:rules                       200 200 200 200 302 | 422 403 403 403 302
office:terms                       200 200 200 200 302 | 422 403 403 403 302
office:vacancies                   200 200 200 200 302 | =
office:vacancy_new                 200 200 200 403 302 | 422 422 422 403 302
office:vacancy                     200 200 200 200 302 | =
office:vacancy@draft               404 200 404 404 302 | =
office:vacancy_edit                200 200 403 403 302 | 422 422 403 403 302
office:vacancy_edit@draft          404 200 404 404 302 | 404 422 404 404 302
office:vacancy_publish             405 405 405 405 405 | 409 409 403 403 302
office:vacancy_publish@draft       405 405 405 405 405 | 404 302 404 404 302
office:vacancy_withdraw            405 405 405 405 405 | 302 302 403 403 302
office:vacancy_withdraw@draft      405 405 405 405 405 | 404 409 404 404 302
office:vacancy_discard             405 405 405 405 405 | 409 409 403 403 302
office:vacancy_discard@draft       405 405 405 405 405 | 404 302 404 404 302
office:journal                     200 200 200 403 302 | =
sheet                              200 200 200 200 200 | =
api:calendar                       200 200 200 200 200 | =
public:home                        200 200 200 200 200 | =
public:robots                      200 200 200 200 200 | =
public:sitemap                     200 200 200 200 200 | =
public:body                        200 200 200 200 200 | =
public:conferences                 200 200 200 200 200 | =
public:conference                  200 200 200 200 200 | =
public:agenda                      404 404 404 404 404 | =
public:minutes                     200 200 200 200 200 | =
public:resolutions                 200 200 200 200 200 | =
public:resolution                  404 404 404 404 404 | =
public:resolution@public           200 200 200 200 200 | =
public:resolution_data             404 404 404 404 404 | =
public:resolution_data@public      200 200 200 200 200 | =
public:resolution_text             404 404 404 404 404 | =
public:resolution_text@public      200 200 200 200 200 | =
public:job_search                  200 200 200 200 200 | 405 405 405 405 405
public:job                         404 404 404 404 404 | 405 405 405 405 405
public:jobs_portals                200 200 200 200 200 | 405 405 405 405 405
public:jobs_csv                    422 422 422 422 422 | 405 405 405 405 405
public:jobs_atom                   422 422 422 422 422 | 405 405 405 405 405
public:saved_search_wish           200 200 200 200 200 | 422 422 422 422 422
public:saved_search_sent           200 200 200 200 200 | =
public:saved_search                200 200 200 200 200 | 302 302 302 302 302
public:saved_search_end            200 200 200 200 200 | =
public:own_vacancies               200 200 200 200 200 | =
public:own_vacancy                 200 200 200 200 200 | =
public:own_vacancy@draft           404 404 404 404 404 | =
public:own_vacancies_atom          200 200 200 200 200 | =
public:own_vacancies_json          200 200 200 200 200 | =
public:chairs                      200 200 200 200 200 | =
public:members                     200 200 200 200 200 | =
public:mandates                    200 200 200 200 200 | =
"""

# Words that stand in one thing only, and who may read them.
INSIDE = {"office", "member", "other"}
SECRETS = {
    "Entwurfswort": {"member"},
    "Antragswort": INSIDE,
    "Änderungswort": INSIDE,
    "Änderungsentwurfswort": {"member"},
    "Anlagenwort": INSIDE,
    "Quellwort": {"member"},
    "Punktwort": INSIDE,
    "Beschlusswort": INSIDE,
    "Wortlautwort": INSIDE,
    "Erklärungswort": INSIDE,
    "Widerspruchswort": INSIDE,
    "Auftragswort": INSIDE,
    "Fassungswort": INSIDE,
    "Eröffnungswort": {"office"},
    "Hinweiswort": {"office"},
    "Zurückgehaltenes": INSIDE,
    "Stellenentwurfswort": {"member"},
}
PUBLIC = "Öffentliches Wort"
BARE = {"alive": "/gesundheit/lebt", "ready": "/gesundheit/bereit"}  # have no name


@dataclass(frozen=True)
class Door:
    """An address of the resolver, and the names of what it wants to know."""

    name: str
    wants: tuple[str, ...]


def doors() -> Iterator[Door]:
    """Yield every address of the installation."""
    yield from _below(get_resolver().url_patterns, "")


def _below(patterns, namespace: str) -> Iterator[Door]:
    for one in patterns:
        if isinstance(one, URLPattern):
            wants = tuple(one.pattern.converters)
            name = one.name or one.callback.__name__
            yield Door(f"{namespace}{name}", wants)
        else:
            inner = f"{one.namespace}:" if one.namespace else ""
            yield from _below(one.url_patterns, namespace + inner)


@pytest.fixture
def world(intmk, acting, office) -> dict[str, object]:
    """Something of each kind that not everybody may see, and something public."""
    bavaria, hesse = acting("BY"), acting("HE")

    def motion(by, title, text="1. Text", store=motions.submit_new):
        (member,) = by.actor.members
        done = store(by, member=member, conference=22, title=title, text=text)
        return done if isinstance(done, int) else done.motion

    def adopted(number, title, text="1. Text", statement="") -> str:
        pk = agenda.place(office, motion=motion(bavaria, title, text), number=number)
        if statement:
            ballots.declare(bavaria, item=pk, member="BY", text=statement)
        ballot = ballots.open_ballot(office, item=pk)
        ballots.record(office, ballot=ballot, votes=dict.fromkeys(CODES, "yes"))
        return ballots.close(office, ballot=ballot).resolution

    with_veto(intmk)
    public = adopted("1", PUBLIC, statement="Zurückgehaltenes")
    resolutions.ask_release(office, key=public, until=office.today)
    resolutions.object_to(bavaria, key=public, member="BY", part="statement")
    later = acting("RP", office=True, now=NOW.replace(day=24))
    resolutions.publish(later, key=public, parts=["resolution"])

    secret = adopted("2.1", "Beschlusswort", "1. Wortlautwort", "Erklärungswort")
    resolutions.ask_release(office, key=secret, until=office.today)
    resolutions.object_to(
        hesse, key=secret, member="HE", part="votes", reason="Widerspruchswort"
    )
    mandate = mandates.note_mandate(
        office,
        key=secret,
        subject="Auftragswort",
        addressee="RP",
        due=PartialDate(2028),
    )
    minutes.fix(
        office, conference=22, state="provisional", as_of=office.today,
        opening="Fassungswort", closing="",
    )  # fmt: skip
    minutes.keep(office, conference=22, opening="Eröffnungswort", closing="")
    changed = amended(bavaria, motion(bavaria, "Antragswort"))
    placed = agenda.place(office, motion=motion(bavaria, "Punktwort"), number="2.2")
    minutes.remark(office, item=placed, text="Hinweiswort")
    voted = agenda.place(office, motion=motion(bavaria, "Punktwort"), number="2.3")
    return {
        "body": "intmk",
        "number": 22,
        "version": 1,
        "motion@draft": motion(bavaria, "Entwurfswort", store=motions.draft),
        **changed,
        "first": "1",
        "second": "1",
        "first@draft": "e1",
        "second@draft": "e1",
        "item": placed,
        "item_pk": placed,
        "ballot": ballots.open_ballot(office, item=voted),
        "kind": "json",
        "mandate": mandate,
        "key": secret,
        "key@public": public,
        **offered(bavaria),
        "secret": saved(),
    }


def offered(by) -> dict[str, int]:
    """A vacancy that everybody sees, and one that is still a draft."""
    draft = Vacancy(
        member="BY", title="Stellenentwurfswort", employer="Stadt", city="Nürnberg",
        description="Kochen", apply_mail="stelle@example.org",
    )  # fmt: skip
    shown = vacancies.draft(by, vacancy=replace(draft, title="Öffentliche Stelle"))
    vacancies.publish(by, vacancy=shown)
    return {"vacancy": shown, "vacancy@draft": vacancies.draft(by, vacancy=draft)}


def saved() -> str:
    """A visitor's search, to be seen by whoever has its link."""
    wish = Wish("k", "a@example.org", "de", "was=Koch", "day", "https://r.example")
    nobody = acting_as(None, "intmk", NOW)
    return saved_searches.remember(nobody, wish=wish, letter=VisitorMail("", ""))


def amended(by, motion: int) -> dict[str, int]:
    """A motion with a submitted change, a drafted one, an annex and a Word file."""
    given = {"motion": motion, "version": 1, "member": "BY"}
    first = Rewrite("p1", "Änderungswort", "Warum")
    submitted = amendments.write(by, step=first, **given)
    amendments.submit(by, amendment=submitted)
    drafted = amendments.write(by, step=Delete("p1", "Änderungsentwurfswort"), **given)
    annex = Upload("Anlagenwort.pdf", b"%PDF-1.7")
    source = Upload("Quellwort.docx", b"PK")
    return {
        "motion": motion,
        "amendment": submitted,
        "amendment@begun": drafted,
        "attachment": attachments.add(by, motion=motion, file=annex),
        "attachment@source": attachments.keep_source(
            by, motion=motion, file=source, annexes=()
        ),
    }


@pytest.fixture
def people(world, signed_in) -> dict[str, Client]:
    """The five who ask."""
    return {
        "office": signed_in("RP", office=True),
        "member": signed_in("BY"),
        "other": signed_in("HE"),
        "guest": signed_in("bundesministerium"),
        "stranger": Client(),
    }


_lines = JournalEntry.objects.count


def ask(client: Client, method: str, address: str) -> tuple[HttpResponse, bool]:
    """Ask, and undo whatever the answer changed: in the house, and in the browser."""
    cookies, before = client.cookies.output(header="", sep=";"), _lines()
    with transaction.atomic():
        answer = getattr(client, method)(address)
        written = _lines() != before
        transaction.set_rollback(True)
    client.cookies = SimpleCookie(cookies)
    return answer, written


def expected() -> dict[str, dict[str, tuple[int, ...]]]:
    """Read the table: {"office:desk": {"get": (200, …), "post": (…)}}."""
    read = {}
    for line in TABLE.strip().splitlines():
        asked, _, sent = line.partition("|")
        name, *get = asked.split()
        post = get if sent.strip() == "=" else sent.split()
        read[name] = {"get": tuple(map(int, get)), "post": tuple(map(int, post))}
    return read


def address_of(line: str, world: dict[str, object]) -> str:
    """Return the address of a line of the table."""
    name, _, which = line.partition("@")
    if name in BARE:
        return BARE[name]
    wants = next(door.wants for door in doors() if door.name == name)
    known = {want: world.get(f"{want}@{which}", world[want]) for want in wants}
    return reverse(name, kwargs=known)


def test_the_table_names_every_door():
    named = {line.partition("@")[0] for line in expected()}
    assert named == {door.name for door in doors()}


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_door_opens_for_whom_it_should_and_tells_no_secret(world, people, method):
    wrong, told = [], {(secret, one): False for secret in SECRETS for one in PEOPLE}
    for line, wanted in expected().items():
        address = address_of(line, world)
        for one, status in zip(PEOPLE, wanted[method], strict=True):
            answer, written = ask(people[one], method, address)
            if answer.status_code != status:
                wrong.append(f"{line} as {one}: {answer.status_code}, not {status}")
            if written and (method == "get" or answer.status_code >= 400):
                wrong.append(f"{line} as {one}: wrote although it refused")
            said = answer.content.decode(errors="replace")  # files are bytes
            for secret, readers in SECRETS.items():
                told[secret, one] |= secret in said
                if secret in said and one not in readers:
                    wrong.append(f"{line} as {one}: tells “{secret}”")
    assert wrong == []
    unheard = [
        (secret, one)
        for (secret, one), heard in told.items()
        if one in SECRETS[secret] and not heard
    ]
    assert method == "post" or unheard == []


def test_what_is_public_is_read_by_everybody(world, people):
    for client in people.values():
        answer = client.get(address_of("public:resolution@public", world))
        assert PUBLIC in answer.content.decode()
