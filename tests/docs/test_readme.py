"""What the README promises is there."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/handbuch").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_leads_to_a_file(page):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_commands_named_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in set(re.findall(r"\bmake ([a-z-]+) ", README)) - {"python3"}:
        assert re.search(rf"^{command}:", makefile, re.MULTILINE), command


def test_the_pictures_are_small_enough_for_a_clone():
    for picture in (ROOT / "docs/pictures").glob("*.png"):
        assert picture.stat().st_size < 300_000, picture.name
