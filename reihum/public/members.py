"""Members and guests of a body, and the offices that are known."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.public.frame import Here, of_body, page
from reihum.reads.about import BodyRow
from reihum.reads.chairs import chair_of
from reihum.reads.clock import today
from reihum.reads.members import MemberRow, OfficeRow
from reihum.reads.members import members as members_of
from reihum.rules.dates import in_words
from reihum.rules.facts import MemberKind
from reihum.rules.laender import BY_CODE
from reihum.rules.words import Text


@of_body
def members(request: HttpRequest, body: BodyRow) -> HttpResponse:
    people = members_of(body.slug)
    chair = chair_of(body.slug, today())
    words = {
        "laender": [_line(one, chair) for one in people if one.kind is MemberKind.LAND],
        "bund": [one for one in people if one.kind is MemberKind.BUND],
        "guests": [one for one in people if one.kind is MemberKind.GUEST],
        "any_office": any(one.offices for one in people),
    }
    return page(request, body, "members", Here("members", _("Mitglieder")), words)


def _line(row: MemberRow, chair: str | None) -> dict[str, object]:
    land = BY_CODE.get(row.code)
    return {
        "row": row,
        "iso": "" if land is None else land.iso,
        "official": "" if land is None else land.official,
        "chair": row.code == chair,
        "offices": [(office, said(_known(office))) for office in row.offices],
    }


def _known(office: OfficeRow) -> Text:
    """Return when somebody held an office, and no more than is known of it."""
    begins = None if office.begins is None else in_words(office.begins)
    ends = None if office.ends is None else in_words(office.ends)
    if begins and ends:
        return Text(f"{begins.de} bis {ends.de}", f"{begins.en} to {ends.en}")
    if begins:
        return Text(
            f"seit {begins.de}; Ende: keine Quelle",
            f"since {begins.en}; end: no source",
        )
    if ends:
        return Text(
            f"bis {ends.de}; Beginn: keine Quelle",
            f"until {ends.en}; beginning: no source",
        )
    if office.attested is not None:
        seen = in_words(office.attested)
        return Text(
            f"im Amt bezeugt: {seen.de}; Beginn und Ende: keine Quelle",
            f"attested in office: {seen.en}; beginning and end: no source",
        )
    return Text("Zeit: keine Quelle", "time: no source")


urls = [path("<slug:body>/mitglieder/", members, name="members")]
