"""The portals, in the order in which they are named to people.

A new source is one file in this folder and one line here.
"""

from reihum.jobs.sources import (
    adzuna,
    arbeitnow,
    arbeitsagentur,
    careerjet,
    eures,
    interamt,
    karriere_sachsen,
    service_bund,
)
from reihum.jobs.sources.source import Source

SOURCES: tuple[Source, ...] = (
    arbeitsagentur.SOURCE,
    service_bund.SOURCE,
    karriere_sachsen.SOURCE,
    interamt.SOURCE,
    arbeitnow.SOURCE,
    adzuna.SOURCE,
    careerjet.SOURCE,
    eures.SOURCE,
)

BY_KEY = {source.key: source for source in SOURCES}
