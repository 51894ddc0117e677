"""Sites of employers: from the sitemap to the page, bounded and on one host."""

from contextlib import suppress
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.sources.sitemap import HTML, PAGES, SOURCE
from reihum.jobs.sources.source import Unreadable, Way
from tests.jobs.sources.asking import ASKED, addresses, request, settings_of

pytestmark = pytest.mark.unit

SITE = "https://www.stadtkueche.example"
MAP = f"{SITE}/sitemap.xml"
SETTINGS = settings_of(SOURCE, SITE)
POSTING = (
    '{"@context": "https://schema.org", "@type": "JobPosting", "title": "Koch (m/w/d)",'
    ' "hiringOrganization": {"name": "Stadtküche Nord"}, "datePosted": "2026-10-01",'
    ' "jobLocation": {"address": {"addressLocality": "Chemnitz"}}}'
)


def sitemap(*urls, kind="urlset", entry="url", changed=""):
    entries = "".join(
        f"<{entry}><loc>{url}</loc><lastmod>{changed}</lastmod></{entry}>"
        for url in urls
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><{kind} xmlns="{space}">{entries}</{kind}>'.encode()


def index(*urls):
    return sitemap(*urls, kind="sitemapindex", entry="sitemap")


def page(*scripts, kind='type="application/ld+json"'):
    inner = "".join(f"<script {kind}>{text}</script>" for text in scripts)
    return (
        f"<!doctype html><html><head>{inner}</head><body>Hallo</body></html>".encode()
    )


def first():
    (asked,) = SOURCE.ask(ASKED, SETTINGS)
    return asked


def read(body, of=None, settings=SETTINGS):
    return SOURCE.read(body, of or first(), ASKED, settings)


def followed(body, of=None, settings=SETTINGS):
    return [one.url for one in read(body, of, settings).more]


def test_the_sitemap_of_every_site_is_asked_for():
    assert SOURCE.way is Way.CRAWL
    assert addresses(SOURCE, SITE, "https://kueche.example/sitemap.xml") == [
        MAP,
        "https://kueche.example/sitemap.xml",
    ]


def test_a_sitemap_of_another_name_is_asked_as_it_stands():
    assert addresses(SOURCE, "https://kueche.example/jobs/map.xml") == [
        "https://kueche.example/jobs/map.xml"
    ]


@pytest.mark.parametrize(
    ("entered", "listed"),
    [
        ("kueche.example", "www.kueche.example"),
        ("www.kueche.example", "kueche.example"),
    ],
)
def test_a_site_is_the_same_with_www_and_without(entered, listed):
    settings = settings_of(SOURCE, f"https://{entered}")
    (asked,) = SOURCE.ask(ASKED, settings)
    page = f"https://{listed}/jobs/koch"
    assert followed(sitemap(page), asked, settings) == [page]


def test_a_bare_name_is_no_site_unless_an_address_is_set():
    assert addresses(SOURCE, "stadtkueche") == []
    stand_in = "http://127.0.0.1:8100/sitemap"
    assert addresses(SOURCE, "stadtkueche", address=stand_in) == [
        f"{stand_in}/stadtkueche/sitemap.xml"
    ]


def test_pages_that_look_like_vacancies_are_followed():
    jobs = [f"{SITE}/karriere/koch-m-w-d", f"{SITE}/stellenangebote/17.html",
            f"{SITE}/jobs/beikoch", f"{SITE}/de/koch-w-m-d/"]  # fmt: skip
    others = [f"{SITE}/{path}" for path in (
        "", "karriere/", "jobs.html", "impressum", "jobs/koch.pdf", "jobsharing-blog",
        "stellen",
    )]  # fmt: skip
    assert set(followed(sitemap(*jobs, *others))) == set(jobs)


def test_a_page_is_asked_as_a_page():
    (more,) = read(sitemap(f"{SITE}/jobs/koch")).more
    assert more.headers == HTML
    assert more.left == 0
    assert more.employer == "www.stadtkueche.example"


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/jobs/koch",
        "http://www.stadtkueche.example/jobs/koch",
        "https://www.stadtkueche.example:8443/jobs/koch",
        "https://www.stadtkueche.example.evil.example/jobs/koch",
        "https://www.stadtkueche.example@evil.example/jobs/koch",
        "http://169.254.169.254/jobs/koch",
        "https://[::1/jobs/koch",
        "file:///jobs/koch",
        "javascript:alert(1)//jobs/koch",
        "/jobs/koch",
    ],
)
def test_a_sitemap_leads_nowhere_else(url):
    assert followed(sitemap(url)) == []
    assert followed(index(url + ".xml")) == []


def test_no_more_pages_are_asked_than_allowed_and_the_newest_first():
    old = sitemap(*(f"{SITE}/jobs/alt-{n}" for n in range(60)), changed="2020-01-01")
    new = sitemap(f"{SITE}/jobs/neu", changed="2026-10-01")
    both = old.replace(b"</urlset>", new.partition(b'0.9">')[2])
    assert len(followed(old)) == PAGES
    assert followed(both)[0] == f"{SITE}/jobs/neu"
    settings = settings_of(SOURCE, SITE, pages=2)
    (asked,) = SOURCE.ask(ASKED, settings)
    assert len(followed(old, asked, settings)) == 2 * PAGES


def test_an_address_that_is_listed_twice_is_asked_once():
    assert followed(sitemap(*[f"{SITE}/jobs/koch"] * 3)) == [f"{SITE}/jobs/koch"]


def test_of_an_index_the_sitemaps_of_jobs_are_read():
    maps = [f"{SITE}/sitemap-posts.xml", f"{SITE}/sitemap-jobs.xml",
            f"{SITE}/stellen/map", f"{SITE}/jobs.xml.gz"]  # fmt: skip
    assert followed(index(*maps)) == [f"{SITE}/sitemap-jobs.xml", f"{SITE}/stellen/map"]


def test_of_an_index_without_any_the_first_are_read_and_share_the_pages():
    answer = read(index(*(f"{SITE}/map-{n}.xml" for n in range(30))))
    assert len(answer.more) == 4
    assert sum(one.left for one in answer.more) <= PAGES
    jobs = sitemap(*(f"{SITE}/jobs/{n}-koch" for n in range(60)))
    asked = [page for one in answer.more for page in read(jobs, one).more]
    assert len(asked) <= PAGES


def test_an_index_that_leads_round_in_circles_ends():
    (inner,) = read(index(f"{SITE}/jobs-map.xml")).more
    assert read(index(MAP, f"{SITE}/jobs-map.xml"), inner).more == ()


@given(st.integers(1, 10), st.integers(0, 12), st.integers(0, 80))
def test_a_site_never_costs_more_pages_than_allowed(pages, maps, jobs):
    settings = settings_of(SOURCE, SITE, pages=pages)
    (asked,) = SOURCE.ask(ASKED, settings)
    inner = read(
        index(*(f"{SITE}/m{n}.xml" for n in range(maps))), asked, settings
    ).more
    body = sitemap(*(f"{SITE}/jobs/koch-{n}" for n in range(jobs)))
    last = [one for of in inner for one in read(body, of, settings).more]
    assert len(last) <= pages * PAGES


def of_page(path="/jobs/koch"):
    return request(SITE + path, employer="www.stadtkueche.example")


def test_a_page_gives_its_vacancy():
    (found,) = read(page(POSTING), of_page()).found.advertisements
    assert found.source == "sitemap"
    assert found.title == "Koch (m/w/d)"
    assert found.employer == "Stadtküche Nord"
    assert found.url == f"{SITE}/jobs/koch"
    assert found.places[0].name == "Chemnitz"
    assert found.published == date(2026, 10, 1)
    assert read(page(POSTING), of_page()).more == ()


def test_a_vacancy_has_the_same_name_every_time_and_each_its_own():
    def key(path, *scripts):
        return [
            one.id for one in read(page(*scripts), of_page(path)).found.advertisements
        ]

    assert key("/jobs/koch", POSTING) == key("/jobs/koch", POSTING)
    several = key("/jobs/koch", POSTING, POSTING) + key("/jobs/beikoch", POSTING)
    assert len(set(several)) == 3


@pytest.mark.parametrize(
    "text",
    [
        POSTING.replace('"Koch', '\n"Koch'),
        POSTING.replace("Koch (", "Koch\n("),
        f"<!-- {POSTING} -->",
        f"//<![CDATA[\n{POSTING}\n//]]>",
        f"[{POSTING}]",
    ],
)
def test_json_is_read_as_pages_really_write_it(text):
    assert len(read(page(text), of_page()).found.advertisements) == 1


@pytest.mark.parametrize(
    "kind",
    [
        "type='application/ld+json'",
        "type=application/ld+json",
        'id="x" type="application/ld+json; charset=utf-8" class="y"',
        'TYPE="Application/LD+JSON"',
    ],
)
def test_a_script_is_found_however_it_is_marked(kind):
    assert len(read(page(POSTING, kind=kind), of_page()).found.advertisements) == 1


def test_a_broken_script_is_counted_and_costs_the_others_nothing():
    found = read(page("{broken", POSTING, '{"@type": "JobPosting"}'), of_page()).found
    assert (len(found.advertisements), found.skipped) == (1, 2)


def test_an_ordinary_page_holds_no_vacancy():
    for body in (page(), page('{"@type": "Organization"}'), b"", b"Hallo"):
        found = read(body, of_page()).found
        assert (found.advertisements, found.skipped) == ((), 0)


def test_a_page_in_an_old_encoding_is_read_if_it_says_so():
    old = page(POSTING).decode().replace("<head>", '<head><meta charset="iso-8859-1">')
    (found,) = read(old.encode("latin-1"), of_page()).found.advertisements
    assert found.employer == "Stadtküche Nord"
    with pytest.raises(Unreadable, match="encoding"):
        read(page(POSTING).decode().encode("latin-1"), of_page())


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!doctype html><html><body>404</body></html>", "not-xml"),
        (b"<rss/>", "not-xml"),
        (sitemap(f"{SITE}/jobs/koch")[:-20], "truncated"),
    ],
)
def test_what_is_no_sitemap_is_called_by_its_name(body, reason):
    with pytest.raises(Unreadable, match=reason):
        read(body)


@given(st.binary(max_size=300))
def test_whatever_a_page_is_it_is_read_or_refused(body):
    marked = b'<script type="application/ld+json">' + body + b"</script>"
    for one in (body, marked):
        with suppress(Unreadable):
            read(one, of_page())


def test_a_page_full_of_openings_is_done_at_once():
    evil = b'<script type="application/ld+json"' * 20_000
    assert read(evil, of_page()).found.advertisements == ()
    deep = page("[" * 100_000)
    assert read(deep, of_page()).found.skipped == 1


def test_requests_survive_being_kept():
    more = read(index(f"{SITE}/jobs-map.xml")).more
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(more), type=type_of(more))
    assert kept == more


def type_of(requests):
    return tuple[type(requests[0]), ...]
