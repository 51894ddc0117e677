"""Changes in a text, made ready to be shown: what is noted beside a paragraph.

The words themselves are worked out in `rules.text.redline`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reihum.look.parts.names import say
from reihum.rules.text.naming import cited
from reihum.rules.text.redline import Kind, Line


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph of two versions with a word on what has become of it."""

    line: Line
    note: str

    @property
    def old_only(self) -> bool:
        """Whether the new version has nothing at this place."""
        return self.line.kind in (Kind.GONE, Kind.AWAY)

    @property
    def new_only(self) -> bool:
        """Whether the old version had nothing at this place."""
        return self.line.kind in (Kind.NEW, Kind.HERE)


def shown(line: Line) -> Shown:
    return Shown(line, _NOTES[line.kind](line))


def _moved_here(line: Line) -> str:
    if not line.renumbered:
        return _("hierher verschoben")
    return _("hierher verschoben, bisher %(old)s") % {"old": say(cited(line.old))}


def _moved_away(line: Line) -> str:
    if not line.renumbered:
        return _("verschoben")
    return _("verschoben, jetzt %(new)s") % {"new": say(cited(line.new))}


def _renumbered(line: Line) -> str:
    if not line.renumbered:
        return ""
    return _("bisher %(old)s") % {"old": say(cited(line.old))}


_NOTES: Mapping[Kind, Callable[[Line], str]] = {
    Kind.SAME: _renumbered,
    Kind.CHANGED: _renumbered,
    Kind.NEW: lambda _line: _("neu"),
    Kind.GONE: lambda _line: _("gestrichen"),
    Kind.HERE: _moved_here,
    Kind.AWAY: _moved_away,
    Kind.SPLIT: lambda _line: _("vom Absatz darüber abgetrennt"),
    Kind.JOINED: lambda _line: _("mit dem Absatz darüber verbunden"),
}
