"""The local portals, one file for each format.

| what | place |
|---|---|
| what a file of a format has | `portal.py` |
| the page of one advertisement, with its JobPosting | `page.py`, `posting.py` |
"""

from reihum.jobs.standins.formats import (
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
    personio,
    recruitee,
    service_bund,
    sitemap,
    smartrecruiters,
    softgarden,
    workable,
)
from reihum.jobs.standins.formats.portal import Portal

PORTALS: dict[str, Portal] = {
    module.PORTAL.key: module.PORTAL
    for module in (
        arbeitsagentur, service_bund, karriere_sachsen, interamt, personio, softgarden,
        recruitee, smartrecruiters, greenhouse, lever, ashby, workable, sitemap,
        arbeitnow, adzuna, careerjet, eures,
    )
}  # fmt: skip
