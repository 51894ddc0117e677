"""What the README and the handbook point at is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reihum.site import settings

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs/handbuch"
PAGES = [ROOT / "README.md", *sorted(HANDBOOK.glob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
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
    wanted = {f"REIHUM_{name.upper()}" for name in read} | {"REIHUM_CONFIG"}
    table = (HANDBOOK / "betrieb.md").read_text("utf-8")
    assert set(re.findall(r"^\| `(REIHUM_\w+)`", table, re.MULTILINE)) == wanted
