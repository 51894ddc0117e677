"""What the README and the handbook point at is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reihum.jobs.settings import READERS
from reihum.jobs.sources import SOURCES
from reihum.jobs.standins.behaviour import FAULTS
from reihum.site import config_jobs, settings

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs/handbuch"
PAGES = [ROOT / "README.md", *sorted(HANDBOOK.glob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
INSIDE = re.compile(r"\]\(([^)#]*)#([^)]+)\)")
LARGEST_PICTURE = 250_000
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
SETTINGS = Path(settings.__file__).parent


def links(page: Path) -> Iterator[str]:
    for target in LINK.findall(page.read_text("utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_leads_somewhere(page):
    missing = [to for to in links(page) if not (page.parent / to).exists()]
    assert missing == []


def anchors(page: Path) -> set[str]:
    """Return what a link can lead to in a page: its headings, as GitHub calls them."""
    text = re.sub(
        r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_heading_finds_it(page):
    for to, heading in INSIDE.findall(page.read_text("utf-8")):
        if not to.startswith(("http:", "https:")):
            assert heading in anchors(page.parent / to if to else page), (to, heading)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_command_exists(page):
    for name in re.findall(r"`?\bmake ([a-z-]+)", page.read_text("utf-8")):
        if f"install git make {name}" not in page.read_text("utf-8"):
            assert re.search(rf"^{name}:", MAKEFILE, re.MULTILINE), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_verb_of_reihum_exists(page):
    commands = ROOT / "reihum/site/commands"
    for verb in re.findall(r"(?:bin/|`)reihum ([a-z]+)", page.read_text("utf-8")):
        assert (commands / f"{verb}.py").exists(), verb


def test_the_handbook_leads_to_each_of_its_pages():
    named = set(links(HANDBOOK / "index.md"))
    pages = {page.name for page in HANDBOOK.glob("*.md")} - {"index.md"}
    assert pages
    assert pages <= named


def test_pictures_are_small_and_each_is_shown_somewhere():
    shown = {(page.parent / to).resolve() for page in PAGES for to in links(page)}
    for picture in (ROOT / "docs/pictures").iterdir():
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name
        assert picture in shown, picture.name


def test_the_table_of_settings_is_complete_and_names_no_other():
    source = "".join(
        (SETTINGS / name).read_text("utf-8") for name in ("settings.py", "config.py")
    )
    read = re.findall(r'\b(?:setting|switch|listed|moment)\("(\w+)"', source)
    read += [f"jobs_{name}" for name in config_jobs.WHOLE]
    wanted = {f"REIHUM_{name.upper()}" for name in read} | {"REIHUM_CONFIG"}
    table = (HANDBOOK / "betrieb.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(REIHUM_\w+)`", table, re.MULTILINE)) == wanted


def test_the_handbook_names_every_portal_and_all_that_can_be_set_of_one():
    page = (HANDBOOK / "betrieb.md").read_text("utf-8")
    known = {name for source in SOURCES for name in (*source.needs, *source.knows)}
    rows = "".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))
    assert set(READERS) | known <= set(re.findall(r"`(\w+)`", rows))
    for source in SOURCES:
        assert f"{source.name} (`{source.key}`)" in page


def test_the_handbook_names_every_fault_of_a_portal_of_the_demonstration():
    page = (HANDBOOK / "betrieb.md").read_text("utf-8")
    assert set(FAULTS) <= set(re.findall(r"`([\w-]+)`", page))
