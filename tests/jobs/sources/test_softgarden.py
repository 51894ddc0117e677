"""softgarden's feed: `JobPosting`s in a `DataFeed`."""

from datetime import date

import pytest

from reihum.jobs.model import Place, WorkingTime
from reihum.jobs.sources.softgarden import SOURCE
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

ITEM = {
    "@type": "JobPosting",
    "identifier": {"@type": "PropertyValue", "name": "Klinik", "value": 987654},
    "title": "Stationshilfe (m/w/d)",
    "description": "<p>Betten machen</p>",
    "datePosted": "2026-10-01",
    "employmentType": "PART_TIME",
    "url": "https://klinik.career.softgarden.de/jobs/987654/Stationshilfe/",
    "hiringOrganization": {"@type": "Organization", "name": "Klinik am Schlossteich"},
    "jobLocation": {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "-",
            "postalCode": "09113",
            "addressLocality": "Chemnitz",
            "addressRegion": "Sachsen",
            "addressCountry": "Deutschland",
        },
    },
}


def feed(*items, changed=None):
    rows = [
        {"@type": "DataFeedItem", "dateModified": changed, "item": item}
        for item in items
    ]
    return {"@type": "DataFeed", "numberOfItems": len(rows), "dataFeedElement": rows}


def test_a_feed_is_asked_at_the_employers_career_page():
    assert addresses(SOURCE, "klinik", "https://karriere.klinik.example") == [
        "https://klinik.career.softgarden.de/jobs.feed.json",
        "https://karriere.klinik.example/jobs.feed.json",
    ]


def test_an_element_is_an_advertisement():
    found = only(read(SOURCE, feed(ITEM, changed="2026-10-03T10:00:00Z")))
    assert found.key == "softgarden:987654"
    assert found.references == ("987654",)
    assert found.employer == "Klinik am Schlossteich"
    assert found.url == ITEM["url"]
    assert found.places == (
        Place(name="Chemnitz", postcode="09113", land="SN", country="DE"),
    )
    assert found.working_time == {WorkingTime.PART}
    assert found.published == date(2026, 10, 1)
    assert found.changed == date(2026, 10, 3)


@pytest.mark.parametrize("missing", ["identifier", "title", "url"])
def test_an_element_that_cannot_be_named_or_reached_is_counted(missing):
    item = {name: value for name, value in ITEM.items() if name != missing}
    found = read(SOURCE, feed(item, ITEM)).found
    assert (len(found.advertisements), found.skipped) == (1, 1)
