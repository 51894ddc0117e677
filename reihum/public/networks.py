"""How often something is wanted from one network: a count, and nobody's address.

One visitor must not use up what is meant for all. An address is made a number by a key
that is another one each day; the counts stand in the memory of this process, for an
hour, and nowhere else.
"""

from contextlib import suppress
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from reihum.reads.clock import today

MOST, WITHIN = 30, 60 * 60  # seconds; a class that saves its searches together fits in
HOUSEHOLD = 64  # bits of an IPv6 address that tell one connection from another


def admits(request: HttpRequest) -> bool:
    """Count this request; return whether its network has not had too many.

    Where the network is not known nobody is turned away: a proxy that does not say for
    whom it asks must not make one of all visitors.
    """
    network = network_of(request)
    return not network or _counted(_number(network)) <= MOST


def network_of(request: HttpRequest) -> str:
    """Return the visitor's network, "192.0.2.7" or "2001:db8::/64"; "" if not known."""
    try:
        address = ip_address(_address(request))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return ""
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), HOUSEHOLD), strict=False))
    return str(address)


def _address(request: HttpRequest) -> str:
    """Return the address that asks; behind a proxy, the one that it wrote down last.

    What stands before that in the list may have been made up by the visitor.
    """
    if not settings.HTTPS:
        return str(request.META.get("REMOTE_ADDR", ""))
    return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()


def _number(network: str) -> str:
    day = today().isoformat()
    return salted_hmac(f"{__name__} {day}", network, algorithm="sha256").hexdigest()


def _counted(number: str) -> int:
    """Return the how-many-th this is within the hour that began with the first."""
    counts = caches["networks"]
    counts.add(number, 0, WITHIN)
    with suppress(ValueError):  # its hour ended between these lines
        return counts.incr(number)
    return 1
