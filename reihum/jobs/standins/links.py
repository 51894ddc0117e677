"""In a demonstration every link leads to the local portal, none to the real one.

Some sources know their portal's pages by heart: an invented number must not be looked
up there.
"""

from collections.abc import Mapping
from urllib.parse import quote

from msgspec.structs import replace

from reihum.jobs.model import Advertisement
from reihum.jobs.sources.source import Settings


def at_home(
    advertisement: Advertisement, sources: Mapping[str, Settings]
) -> Advertisement:
    """Return it with its page at the local portal that it was found in."""
    settings = sources.get(advertisement.source)
    address = settings.address if settings else ""
    if not address or advertisement.url.startswith(f"{address}/"):
        return advertisement
    page = f"{address}/stelle/{quote(advertisement.id, safe='')}"
    return replace(advertisement, url=page)
