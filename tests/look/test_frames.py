import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

import reihum.look
from reihum.look import errors
from reihum.look.frame import Group, Link, OfficeFrame, PublicFrame, Search
from reihum.look.sheet import sample

pytestmark = pytest.mark.unit

STATIC = Path(reihum.look.__file__).parent / "static" / "look"
LANGUAGES = (
    Link("Deutsch", "/x/", current=True, lang="de"),
    Link("English", "/en/x/", lang="en"),
)


def public(**changes):
    return PublicFrame(
        **{
            "short": "IntMK",
            "name": "Integrationsministerkonferenz",
            "home": "/intmk/",
            "today": date(2026, 11, 23),
            "chair": "RP",
            "nav": (
                Link("Konferenzen", "/k/"),
                Link("Beschlüsse", "/b/", current=True),
            ),
            "languages": LANGUAGES,
            "crumbs": (Link("IntMK", "/intmk/"), Link("Beschlüsse", "/b/")),
            "footer": (Group("Mitnehmen", (Link("Kalender", "/k.ics", note=".ics"),)),),
        }
        | changes
    )


def office(**changes):
    return OfficeFrame(
        **{
            "short": "IntMK",
            "home": "/buero/",
            "sign_out": "/buero/abmelden/",
            "who": "Geschäftsstelle · Rheinland-Pfalz",
            "rights": "Rechte bis 30. Juni 2027",
            "nav": (Group("Amt", (Link("Anträge", "/a/", current=True, count=0),)),),
            "languages": LANGUAGES,
            "search": Search("/suche/", "Alles durchsuchen"),
        }
        | changes
    )


PUBLIC = (
    "{% extends 'look/public.html' %}{% block content %}<h1>Hallo</h1>{% endblock %}"
)
OFFICE = (
    "{% extends 'look/office.html' %}{% block content %}<h1>Hallo</h1>{% endblock %}"
)


@pytest.fixture
def whole(show):
    """Render a page that extends a base: nothing may stand before `extends`."""
    from django.template import engines  # noqa: PLC0415

    read = type(show(""))

    def render(template, frame):
        source = engines["django"].from_string(template).render({"frame": frame})
        return read(re.sub(r"(?i)<!doctype html>", "", source))

    return render


def test_the_page_names_its_language_and_can_be_skipped_to_its_content(whole):
    for page in (whole(PUBLIC, public()), whole(OFFICE, office())):
        assert page.one("html")["lang"] == "de"
        assert page.one("html")["dir"] == "ltr"
        assert page.one("a", "r-skip")["href"] == f"#{page.one('main')['id']}"
        assert len(page.all("h1")) == 1


def test_every_link_of_a_page_was_passed_in(whole):
    page = whole(PUBLIC, public())
    assert {link["href"] for link in page.all("a")} == {
        "#inhalt", "/intmk/", "/x/", "/en/x/", "/k/", "/b/", "/k.ics",
    }  # fmt: skip
    page = whole(OFFICE, office())
    assert {link["href"] for link in page.all("a")} == {
        "#inhalt", "/buero/", "/a/", "/x/", "/en/x/",
    }  # fmt: skip


def test_the_header_shows_who_has_the_chair(whole):
    page = whole(PUBLIC, public())
    assert "Vorsitz Rheinland-Pfalz" in page.one("a", "r-brand").words
    dots = [circle.classes for circle in page.all("circle")][:16]
    assert dots.index(["r-ring__chair"]) == public().chair_index == 10


def test_a_body_without_a_chair_says_nothing_about_it(whole):
    page = whole(PUBLIC, public(chair=""))
    assert "Vorsitz" not in page.one("header").words


def test_the_current_page_is_marked_in_navigation_and_path(whole):
    page = whole(PUBLIC, public())
    marked = [element.words for element in page.elements if element["aria-current"]]
    assert marked == ["Deutsch", "Beschlüsse", "Beschlüsse"]


def test_the_other_language_is_a_link_to_the_same_page(whole):
    page = whole(PUBLIC, public())
    (english,) = [link for link in page.all("a") if link["lang"] == "en"]
    assert (english["href"], english["hreflang"]) == ("/en/x/", "en")


def test_a_demonstration_says_so(whole):
    assert not whole(PUBLIC, public()).all("aside", "r-demo")
    assert whole(PUBLIC, public(demo=True)).one("aside").words.startswith("Vorführung.")
    assert "Vorführung" in whole(OFFICE, office(demo=True)).one("header").words


def test_signing_out_changes_something_and_is_therefore_sent(whole):
    page = whole(OFFICE, office())
    form = next(
        form for form in page.all("form") if form["action"] == "/buero/abmelden/"
    )
    assert form["method"] == "post"


def test_the_office_says_for_whom_one_works_and_until_when(whole):
    words = whole(OFFICE, office()).one("p", "r-bar__who").words
    assert words == "Geschäftsstelle · Rheinland-PfalzRechte bis 30. Juni 2027"


def test_nothing_waiting_is_a_number_too(whole):
    page = whole(OFFICE, office())
    (link,) = [link for link in page.all("a") if link["href"] == "/a/"]
    assert link.words == "Anträge0"


def test_an_office_without_search_or_navigation_has_no_empty_ones(whole):
    page = whole(OFFICE, office(nav=(), languages=(), search=None, sign_out=""))
    assert not page.all("form")
    assert not page.all("nav")


@pytest.mark.parametrize("status", sorted(errors.PROBLEMS))
def test_an_error_page_says_what_why_and_what_to_do(status):
    response = errors.page(None, status, home="/intmk/")
    problem = errors.PROBLEMS[status]
    assert response.status_code == status
    for words in (problem.title, problem.why, problem.what_to_do):
        assert str(words) in response.content.decode()


def test_the_reason_of_a_refusal_replaces_the_general_one():
    text = errors.page(
        None, 409, "Die Abstimmung ist <b>geschlossen</b>."
    ).content.decode()
    assert "Die Abstimmung ist &lt;b&gt;geschlossen&lt;/b&gt;." in text
    assert str(errors.PROBLEMS[409].why) not in text


def test_no_page_has_a_style_attribute_or_a_script(show, whole):
    read = type(show(""))
    pages = [
        whole(PUBLIC, public(demo=True)),
        whole(OFFICE, office(demo=True)),
        read(_without_doctype(render_to_string("look/sheet.html", sample()))),
        read(_without_doctype(errors.page(None, 500).content.decode())),
    ]
    for page in pages:
        assert not page.all("script")
        assert not page.all("style")
        for element in page.elements:
            assert "style" not in element.attributes
            assert not any(name.startswith("on") for name in element.attributes)


def test_every_file_that_a_page_loads_is_there(show):
    read = type(show(""))
    page = read(_without_doctype(render_to_string("look/sheet.html", sample())))
    links = [link["href"].removeprefix("/static/") for link in page.all("link")]
    assert len(links) > 10
    for link in links:
        assert finders.find(link), link


def test_no_two_elements_of_the_sheet_share_an_id(show):
    read = type(show(""))
    page = read(_without_doctype(render_to_string("look/sheet.html", sample())))
    ids = [element["id"] for element in page.elements if element["id"]]
    assert len(ids) == len(set(ids))


def test_the_style_sheets_load_nothing_from_elsewhere_and_know_no_conference():
    for sheet in (STATIC / "css").glob("*.css"):
        text = sheet.read_text("utf-8")
        assert not re.search(r"url\(['\"]?(?:https?:)?//", text), sheet.name
        assert "@import" not in text, sheet.name
        assert "intmk" not in text.lower(), sheet.name


def test_the_style_sheets_know_no_left_or_right():
    physical = re.compile(r"(?:margin|padding|border|^|[\s;{])-?(?:left|right)\s*:")
    for sheet in (STATIC / "css").glob("*.css"):
        text = sheet.read_text("utf-8").replace("@bottom-right", "")
        assert not physical.search(text), sheet.name


def test_every_tile_has_its_place_on_the_map(show):
    text = (STATIC / "css/50-votes.css").read_text("utf-8")
    votes = sample()["with_bund"]
    for tile in show("{% tile_map votes %}", votes=votes).all("li", "r-tile"):
        assert f'.r-map [data-land="{tile["data-land"]}"]' in text


def _without_doctype(text):
    return re.sub(r"(?i)<!doctype html>", "", text)
