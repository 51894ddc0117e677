"""The portals, in the order in which they are named to people.

A new source is one file in this folder and one line here.
"""

from reihum.jobs.sources import (
    adzuna,
    arbeitnow,
    arbeitsagentur,
    ashby,
    careerjet,
    eures,
    greenhouse,
    interamt,
    karriere_sachsen,
    lever,
    own,
    personio,
    recruitee,
    service_bund,
    sitemap,
    smartrecruiters,
    softgarden,
    workable,
)
from reihum.jobs.sources.source import Source

SOURCES: tuple[Source, ...] = (
    arbeitsagentur.SOURCE,
    service_bund.SOURCE,
    karriere_sachsen.SOURCE,
    interamt.SOURCE,
    personio.SOURCE,
    softgarden.SOURCE,
    recruitee.SOURCE,
    smartrecruiters.SOURCE,
    greenhouse.SOURCE,
    lever.SOURCE,
    ashby.SOURCE,
    workable.SOURCE,
    sitemap.SOURCE,
    arbeitnow.SOURCE,
    adzuna.SOURCE,
    careerjet.SOURCE,
    eures.SOURCE,
    own.SOURCE,
)

BY_KEY = {source.key: source for source in SOURCES}
