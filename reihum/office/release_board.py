"""What a page says of the release of a resolution: as a whole, and part by part."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from reihum.look.answers import said
from reihum.look.parts.names import member_label, member_name
from reihum.reads.resolutions import ResolutionRow
from reihum.rules.dates import PartialDate, in_words
from reihum.rules.release import PART_NAMES, Part
from reihum.rules.resolution import Release
from reihum.rules.words import listed


@dataclass(frozen=True, slots=True)
class Sign:
    """A tag and its words: no state is told by its colour alone."""

    tag: str
    words: str


@dataclass(frozen=True, slots=True)
class Protest:
    """One member's objection with its reason; `own` if the viewer can take it back."""

    member: str
    name: str
    reason: str
    own: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of a resolution, and how far its release has come."""

    part: Part
    name: str
    sign: Sign
    protests: tuple[Protest, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The box beside a resolution."""

    sentence: str
    rule: str
    lines: tuple[PartLine, ...]


def board(row: ResolutionRow, members: frozenset[str], today: date) -> Board:
    """Return the box for somebody who works for these members."""
    parts = [part for part in Part if part in row.release.parts]
    return Board(
        sentence=_sentence(row.release, today),
        rule=_rule(row),
        lines=tuple(_line(row.release, part, members, today) for part in parts),
    )


def sign_of(release: Release, today: date) -> Sign:
    """Return how far the release of the whole resolution has come."""
    if not release.pending:
        return Sign("done", _("veröffentlicht"))
    blocked = release.decide(today).blocked
    if blocked:
        codes = sorted({code for who in blocked.values() for code in who})
        names = ", ".join(member_label(code) for code in codes)
        return Sign("conflict", _("Widerspruch: %(names)s") % {"names": names})
    if release.open_on(today) and release.until:
        return Sign("plain", _("Freigabe erbeten bis %(day)s") % _day(release.until))
    if release.released:
        return Sign("plain", _("teilweise veröffentlicht"))
    return Sign("draft", _("nicht veröffentlicht"))


def _sentence(release: Release, today: date) -> str:
    """Say in a sentence what can happen now."""
    if not release.pending:
        return _("Alles, was es zu diesem Beschluss gibt, ist öffentlich.")
    if release.must_ask:
        return _(
            "Noch nichts ist freigegeben. Zuerst werden die Länder gefragt, ob etwas "
            "gegen die Veröffentlichung spricht."
        )
    return said(release.decide(today).text)


def _rule(row: ResolutionRow) -> str:
    if row.release.veto:
        return _("Ein Mitglied kann jeden Teil durch Widerspruch zurückhalten.")
    if row.rule_known:
        return _("Nach dem Regelwerk hält kein Widerspruch die Veröffentlichung auf.")
    return _(
        "Ob ein Mitglied die Veröffentlichung aufhalten kann, sagt keine Quelle. Hier "
        "gilt: Ein Widerspruch wird vermerkt und hält nichts auf."
    )


def _line(
    release: Release, part: Part, members: frozenset[str], today: date
) -> PartLine:
    against = [one for one in release.objections if one.part is part]
    return PartLine(
        part=part,
        name=said(PART_NAMES[part]),
        sign=_part_sign(release, part, today),
        protests=tuple(
            Protest(
                one.member, member_name(one.member), one.reason, one.member in members
            )
            for one in against
        ),
    )


def _part_sign(release: Release, part: Part, today: date) -> Sign:
    if part in release.released:
        return Sign("done", _("öffentlich"))
    decided = release.decide(today)
    if part in decided.blocked:
        names = listed(map(member_label, decided.blocked[part]))
        return Sign("conflict", _("gesperrt: %(names)s") % {"names": said(names)})
    if release.must_ask:
        return Sign("draft", _("nicht abgefragt"))
    if decided.waiting and release.until:
        return Sign("plain", _("Widerspruch bis %(day)s") % _day(release.until))
    return Sign("plain", _("kann veröffentlicht werden"))


def _day(day: date) -> dict[str, str]:
    return {"day": said(in_words(PartialDate.of(day)))}
