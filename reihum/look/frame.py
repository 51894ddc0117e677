"""What the base templates show around a page. Each template takes one `frame`.

Only what is passed in is shown: no link leads nowhere, because none is built in.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from reihum.rules.laender import CODES


@dataclass(frozen=True, slots=True)
class Link:
    """A link of navigation, footer, path or language switch.

    `lang` names the language of the target, where that is another one; `count` stands
    behind the label in the office; `note` says format and size of a file.
    """

    label: str | Promise
    url: str
    current: bool = False
    lang: str = ""
    count: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Links under one heading; the heading may be empty."""

    label: str | Promise
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """The search field of the head: where it asks, and what it asks for."""

    url: str
    label: str | Promise
    name: str = "q"


@dataclass(frozen=True, slots=True)
class PublicFrame:
    """For `look/public.html`.

    `home` is the body's own page. `chair` is the code of the chairing Land, or empty
    where none is known on that day. `crumbs` end with the current page. `lang` is the
    language of the name where that is not the page's; `machine_translated` says that no
    person has read the page in its language yet.
    """

    short: str
    name: str
    home: str
    today: date
    strapline: str = ""
    chair: str = ""
    nav: tuple[Link, ...] = ()
    languages: tuple[Link, ...] = ()
    more_languages: tuple[Link, ...] = ()
    crumbs: tuple[Link, ...] = ()
    publisher: str = ""
    footer: tuple[Group, ...] = ()
    demo: bool = False
    lang: str = ""
    machine_translated: bool = False

    @property
    def chair_index(self) -> int | None:
        """Where the chair stands in the alphabet of the Länder, from 0."""
        return CODES.index(self.chair) if self.chair in CODES else None


@dataclass(frozen=True, slots=True)
class OfficeFrame:
    """For `look/office.html`.

    `who` says for whom the account works ("Geschäftsstelle · Rheinland-Pfalz"),
    `rights` until when ("Rechte bis 30. Juni 2027").
    """

    short: str
    home: str
    sign_out: str
    who: str
    rights: str = ""
    nav: tuple[Group, ...] = ()
    languages: tuple[Link, ...] = ()
    search: Search | None = None
    demo: bool = False
