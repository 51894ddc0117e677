"""Where a call may go: never into the network that the installation stands in.

A portal decides where its redirects, links and names lead. So every address is checked
before it is called, and every name where it is resolved: the connection is made to the
very addresses that were checked, so a name that changes in between gains nothing.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from typing_extensions import override
from yarl import URL

from reihum.jobs.ask.failed import redirected

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}
# What is no address and no name, but taken by systems for one: "2130706433", "127.1".
NUMERIC = re.compile(r"[0-9.]+")


class Guard(AbstractResolver):
    """Refuses internal addresses, but for those that the operator has named.

    `named` are addresses from the settings of one source ("http://127.0.0.1:8100/x"):
    their host and port may be called wherever they are.
    """

    def __init__(
        self, named: Iterable[str], resolver: AbstractResolver | None = None
    ) -> None:
        self._named = frozenset(filter(None, map(_door, named)))
        self._given = resolver
        self._resolver: AbstractResolver | None = resolver

    def check(self, url: URL) -> None:
        """Raise `Failed` unless this may be called."""
        if url.scheme not in PORTS or not url.host or url.user or url.password:
            raise redirected()
        if (url.host, url.port) in self._named:
            return
        literal = _literal(url.host)
        inside = (
            NUMERIC.fullmatch(url.host) if literal is None else is_internal(literal)
        )
        if inside:
            raise redirected()

    @override
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return where a name leads; what is internal is left out."""
        if self._resolver is None:  # made here, because it belongs to the loop
            self._resolver = ThreadedResolver()
        found = await self._resolver.resolve(host, port, family)
        if (host, port) in self._named:
            return found
        allowed = [one for one in found if not _leads_inside(one["host"])]
        if found and not allowed:
            raise Forbidden
        return allowed

    @override
    async def close(self) -> None:
        if self._resolver is not None:
            await self._resolver.close()


class Forbidden(OSError):  # noqa: N818  (it says what the name is)
    """A name that leads into the own network."""

    def __init__(self) -> None:
        super().__init__("leads to an internal address")


def is_internal(address: Address) -> bool:
    """Return whether an address is not one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _nat64(address)
        if inner is not None:
            return is_internal(inner)
        if address.teredo is not None or address.is_site_local:
            return True
    return not address.is_global or address.is_multicast


def _nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address not in NAT64:
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _leads_inside(host: str) -> bool:
    address = _literal(host)
    return address is None or is_internal(address)


def _door(address: str) -> tuple[str, int] | None:
    """Return host and port of an address, None of what is none."""
    try:
        url = URL(address)
        if url.scheme not in PORTS or not url.host or url.port is None:
            return None
    except ValueError:
        return None
    return url.host, url.port
