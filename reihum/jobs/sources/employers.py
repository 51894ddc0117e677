"""Employers as an operator names them, and the addresses of their systems. Pure.

An entry is a name ("stadtkueche-nord") or the address of the employer's career page
("https://jobs.example.de"); before it may stand what people read, as the feeds of some
systems do not say whose they are: "Stadtküche Nord = stadtkueche-nord". What is
neither is left out, so that no setting can lead a request to somewhere else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from reihum.jobs.sources.source import Request, Settings

NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?"
ADDRESS = re.compile(rf"https?://({HOST})((?:/[A-Za-z0-9._~%-]*)*)")
JSON = (("Accept", "application/json"),)
XML = (("Accept", "application/xml, text/xml"),)


class Employer(Struct, frozen=True):
    """An entry, read: `name` or the `address` of a page; `label` if one is given."""

    label: str = ""
    name: str = ""
    address: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc


def employers(settings: Settings) -> tuple[Employer, ...]:
    """Return the employers that are set, without unusable entries."""
    read = (employer(entry) for entry in settings.employers)
    return tuple(one for one in read if one)


def employer(entry: str) -> Employer | None:
    """Return what one entry names; None where it is neither name nor address."""
    label, _, named = entry.rpartition("=")
    label, named = label.strip(), named.strip().rstrip("/")
    if "://" in label:  # the "=" was one of an address with parameters
        return None
    if NAME.fullmatch(named):
        return Employer(label, name=named)
    if ADDRESS.fullmatch(named) is None or ".." in named:
        return None
    return Employer(label, address=named)


def once(requests: Iterable[Request]) -> tuple[Request, ...]:
    """Return the requests without a second one for the same address."""
    found: dict[str, Request] = {}
    for request in requests:
        found.setdefault(request.url, request)
    return tuple(found.values())


def spoken(name: str) -> str:
    """Return a name as words: "stadtkueche-nord" becomes "Stadtkueche Nord"."""
    words = re.sub("[-_]+", " ", name).strip()
    return words.title() if words.islower() else words


class Hosted(Struct, frozen=True):
    """A system in which every employer has a host: "https://{}.example.com", path."""

    host: str
    path: str
    headers: tuple[tuple[str, str], ...] = JSON

    def asked(self, settings: Settings) -> tuple[Request, ...]:
        """Return one request an employer."""
        return once(
            Request(
                url=self.origin(one, settings) + self.path,
                headers=self.headers,
                employer=one.label or spoken(one.name) or one.host,
            )
            for one in employers(settings)
        )

    def origin(self, one: Employer, settings: Settings) -> str:
        """Return where an employer's pages are, without a slash at the end.

        Where the operator has set an address for the whole system (a stand-in), all
        employers are below it.
        """
        if settings.address:
            return f"{settings.address}/{one.name or one.host}"
        if one.address:
            return one.address.removesuffix(self.path.rstrip("/"))
        return self.host.format(one.name.lower())


class Shared(Struct, frozen=True):
    """A system that has all employers at one host: "/v1/boards/{}/jobs".

    `pages` gives, by the host of a page that an operator may have copied from the
    browser, the address to ask; the employer's name is the first part of the path
    after `before`, if that is there.
    """

    path: str
    pages: Mapping[str, str]
    before: str = ""

    def asked(self, settings: Settings, default: str) -> tuple[Request, ...]:
        """Return one request an employer; `default` is the address nobody changed."""
        return once(self._requests(settings, default))

    def _requests(self, settings: Settings, default: str) -> Iterator[Request]:
        for one in employers(settings):
            name, address = self._of(one)
            if name and settings.address not in {"", default}:
                address = settings.address
            if name:
                yield Request(
                    url=(address or default) + self.path.format(name),
                    headers=JSON,
                    employer=one.label or spoken(name),
                )

    def _of(self, one: Employer) -> tuple[str, str]:
        if one.name:
            return one.name, ""
        path = urlsplit(one.address).path.removeprefix(self.before).strip("/")
        name, address = path.split("/")[0], self.pages.get(one.host, "")
        return (name, address) if address and NAME.fullmatch(name) else ("", "")
