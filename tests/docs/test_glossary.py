"""docs/glossary.md names what exists."""

import importlib
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

PAGE = Path(__file__).resolve().parents[2] / "docs/glossary.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text("utf-8").splitlines()
    if line.startswith("| ") and "`" in line
]


def find(dotted: str) -> object:
    """Import as far as it is a module, then look inside."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            found = getattr(found, name)
        return found
    raise LookupError(dotted)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_term_points_at_something_that_exists(row):
    for name in re.findall(r"`([\w.]+)`", row[2]):
        assert find(f"reihum.{name}") is not None


def test_every_table_has_a_word_in_the_glossary():
    models = importlib.import_module("reihum.records.models")
    text = PAGE.read_text("utf-8")
    inside = {"BodyName", "CastVote", "JournalHead", "MandateStep", "Person",
              "Report", "StoredRulebook", "Account"}  # fmt: skip
    for name in set(models.__all__) - inside:
        assert f"records.models.{name}`" in text, name
