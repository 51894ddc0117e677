"""The portals, in the order in which they are named to people.

A new source is one file in this folder and its line in `SOURCES`. Each file of a portal
ends with its `SOURCE`; the others are what portals have in common:

| what | place |
|---|---|
| what a source is | `source.py` |
| from bytes to JSON or XML, or to why not | `shared.py` |
| rows, each read for itself; what details add to a row | `rows.py`, `details.py` |
| addresses, pages | `addresses.py` |
| single values, pay, places, kinds of employment, qualifications | `values.py`, `money.py`, `located.py`, `employment.py`, `qualifications.py` |
| employers that an operator names, and where their systems are | `employers.py` |
| schema.org's JobPosting, and the pages that it stands in | `job_posting.py`, `json_ld.py` |
| a row of the Bundesagentur, which two answers have | `arbeitsagentur_row.py` |
"""  # noqa: E501  (a table cannot be broken)

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
