"""service.bund.de: its search as a feed, and what stands in a description."""

from datetime import date

import pytest

from reihum.jobs.model import Place
from reihum.jobs.query import Asked, Query
from reihum.jobs.sources.service_bund import SOURCE
from reihum.jobs.sources.source import Unreadable

pytestmark = pytest.mark.unit

ASKED = Asked(query=Query(radius_km=50), was="Koch", place="Görlitz", land="SN")
SITE = "https://www.service.bund.de"
LINK = f"{SITE}/IMPORTE/Stellenangebote/interamt/2026/11/1500001.html"
ITEM = f"""<item>
<title>K&#246;chin / Koch (m/w/d)</title>
<link>{LINK}#track=feed-jobs</link>
<description><![CDATA[
Arbeitgeber: <strong>Landkreis G&#246;rlitz</strong><br />
    Ort: <strong>02826 G&ouml;rlitz</strong>
 <br />
<br />Bewerbungsfrist:  <strong>24.12.2026 23:59</strong> <br />
Ver&#246;ffentlichungsende: <strong>31.12.2026 23:59</strong> <br /><br />
]]></description>
<pubDate>Mon, 23 Nov 2026 08:40:39 +0100</pubDate>
<guid>{LINK}</guid>
</item>"""


def feed(*items: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
    return f"{head}<title>Stellen</title>{''.join(items)}</channel></rss>".encode()


def read(*items: str):
    return SOURCE.read(
        feed(*items), SOURCE.ask(ASKED, SOURCE.settings)[0], ASKED, SOURCE.settings
    ).found


def one(*changes: tuple[str, str]):
    item = ITEM
    for old, new in changes:
        assert old in item
        item = item.replace(old, new)
    (advertisement,) = read(item).advertisements
    return advertisement


def test_the_search_is_asked_for_as_a_feed():
    (request,) = SOURCE.ask(ASKED, SOURCE.settings)
    assert request.url == (
        f"{SITE}/Content/DE/Stellen/Suche/Formular.html?nn=4642046&type=0"
        "&resultsPerPage=100&sortOrder=dateOfIssue_dt%20desc&jobsrss=true"
        "&templateQueryString=Koch&city_zipcode=G%C3%B6rlitz&ambit_distance=50"
    )
    (request,) = SOURCE.ask(Asked(query=Query(), was="Koch"), SOURCE.settings)
    assert request.url.endswith("&templateQueryString=Koch")


def test_an_item_says_what_the_portal_says():
    advertisement = one()
    assert advertisement.id == "interamt.2026.11.1500001"
    assert advertisement.title == "Köchin / Koch (m/w/d)"
    assert advertisement.url == LINK
    assert advertisement.employer == "Landkreis Görlitz"
    assert advertisement.places == (Place(name="Görlitz", postcode="02826"),)
    assert advertisement.published == date(2026, 11, 23)
    assert advertisement.deadline == date(2026, 12, 24)
    assert advertisement.public_service is True


def test_a_copy_from_interamt_carries_its_number_and_others_carry_none():
    assert one().references == ("1500001",)
    assert one(("/interamt/", "/editor/Stadt-Nord/")).references == ()
    assert one(("1500001.html", "A-0001-B.html")).references == ()


def test_the_end_of_publication_is_no_deadline():
    bare = one(("Bewerbungsfrist:  <strong>24.12.2026 23:59</strong> <br />", ""))
    assert bare.deadline is None
    assert bare.employer == "Landkreis Görlitz"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("02826 Görlitz; 01067 Dresden", ["Görlitz", "Dresden"]),
        ("02826 Görlitz, 01067 Dresden", ["Görlitz", "Dresden"]),
        ("Frankfurt (Oder)", ["Frankfurt (Oder)"]),
        ("", []),
    ],
)
def test_several_places_are_several(text, names):
    places = one(("02826 G&ouml;rlitz", text)).places
    assert [place.name for place in places] == names


def test_a_description_without_markup_is_read_as_well():
    advertisement = one(
        ("<strong>", ""),
        ("</strong>", ""),
        ("<br />", ""),
        ("r&#246;f", "röf"),
    )
    assert advertisement.places == (Place(name="Görlitz", postcode="02826"),)
    assert advertisement.employer.startswith("Landkreis Görlitz")


def test_an_item_without_a_link_or_a_title_costs_only_itself():
    odd = [
        "<item/>",
        ITEM.replace("https://", "javascript://"),
        ITEM.replace("K&#246;chin / Koch (m/w/d)", "<![CDATA[<script>x</script>]]>"),
        ITEM.replace("/IMPORTE/Stellenangebote/", "/"),
    ]
    found = read(*odd, ITEM)
    assert len(found.advertisements) == 1
    assert found.skipped == 4


def test_a_script_in_a_title_is_gone():
    title = "Koch &lt;script&gt;alert(1)&lt;/script&gt;(m/w/d)"
    assert one(("K&#246;chin / Koch (m/w/d)", title)).title == "Koch (m/w/d)"


def test_an_empty_feed_holds_nothing_and_a_page_is_a_fault():
    assert read().advertisements == ()
    for body, reason in ((b"<html><body/></html>", "not-xml"), (b"<rss/>", "not-xml")):
        with pytest.raises(Unreadable, match=reason):
            SOURCE.read(
                body, SOURCE.ask(ASKED, SOURCE.settings)[0], ASKED, SOURCE.settings
            )
