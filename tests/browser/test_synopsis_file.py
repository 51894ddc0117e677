"""The synopsis as a page of its own: a file, opened from the disk."""

from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from reihum.formats.synopsis.page import as_html
from tests.formats.synopsis.example import paper_of, picture

pytestmark = pytest.mark.browser
SIZES = {"desk": (1280, 900), "phone": (320, 700)}


@pytest.fixture(
    params=[(size, scheme) for size in SIZES for scheme in ("light", "dark")]
)
def page(request, chromium: Browser, tmp_path: Path):
    """Return the page of a synopsis with and without decisions, light and dark."""
    size, scheme = request.param
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme,
        java_script_enabled=True,
    )  # fmt: skip
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("paper", [picture(), paper_of(picture().synopsis)], ids="do")
def test_the_file_is_accessible_and_never_scrolls_sideways(page: Page, tmp_path, paper):
    file = tmp_path / "synopse.html"
    file.write_text(as_html(paper), "utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    found = Axe().run(page)["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]
    assert asked == [file.as_uri()]
