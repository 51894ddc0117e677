"""The portals, in the order in which they are named to people.

A new source is one file in this folder and one line here.
"""

from reihum.jobs.sources import (
    ashby,
    greenhouse,
    lever,
    own,
    personio,
    recruitee,
    sitemap,
    smartrecruiters,
    softgarden,
    workable,
)
from reihum.jobs.sources.source import Source

SOURCES: tuple[Source, ...] = (
    personio.SOURCE,
    softgarden.SOURCE,
    recruitee.SOURCE,
    smartrecruiters.SOURCE,
    greenhouse.SOURCE,
    lever.SOURCE,
    ashby.SOURCE,
    workable.SOURCE,
    sitemap.SOURCE,
    own.SOURCE,
)

BY_KEY = {source.key: source for source in SOURCES}
