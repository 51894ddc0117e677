"""What a person does on a page: by the words they read, never by its inside."""

import re
from collections.abc import Collection, Mapping

from playwright.sync_api import Locator, Page, expect


def follow(page: Page, *names: str) -> None:
    """Click one link after the other; a space may be one that does not break."""
    for name in names:
        words = re.escape(name).replace(r"\ ", r"\s").replace(":", r"\s?:")
        page.get_by_role("link", name=re.compile(words)).first.click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fill(page: Page, words: Mapping[str, str]) -> None:
    for label, text in words.items():
        page.get_by_label(re.compile(f"^{re.escape(label)}")).fill(text)


def choose(page: Page | Locator, label: str) -> None:
    page.get_by_label(label).check()


def answer(page: Page, question: str, words: str) -> None:
    page.get_by_role("group", name=question).get_by_label(words, exact=True).check()


def told(page: Page, sentence: str | re.Pattern[str]) -> None:
    """See a sentence on the page."""
    expect(page.get_by_text(sentence).first).to_be_visible()


def vote_in_grid(
    page: Page, *, no: Collection[str], abstain: Collection[str] = ()
) -> None:
    """Choose in all cells: who is not named votes yes."""
    cells = page.get_by_role("group", name=re.compile(r"^[A-Z]{2}"))
    expect(cells).to_have_count(16)
    for cell in cells.all():
        name = cell.get_by_role("radio").first.get_attribute("name")
        land = cell.locator("legend").inner_text()
        word = "Nein" if any(one in land for one in no) else "Ja"
        word = "Enth." if any(one in land for one in abstain) else word
        assert name
        cell.get_by_label(word, exact=True).check()
