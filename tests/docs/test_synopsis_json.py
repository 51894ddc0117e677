"""The page about the JSON names everything that the schema knows."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.unit
DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "synopse-1.schema.json").read_text("utf-8"))
PAGE = (DOCS / "synopse-json.md").read_text("utf-8")


def names(rule: Any) -> Iterator[str]:
    if isinstance(rule, dict):
        properties = rule.get("properties", {})
        yield from properties
        yield from rule.get("enum", ())
        for one in [*properties.values(), *rule.get("$defs", {}).values()]:
            yield from names(one)
        yield from names(rule.get("items"))


def test_every_name_in_the_schema_is_explained():
    missing = {
        name for name in names(SCHEMA) if f"`{name}`" not in PAGE.replace('"', "")
    }
    assert missing <= {"noted", "counted", "text"}  # said with what is in them
    assert "`noted.inserted`" in PAGE
    assert "`counted.inserted`" in PAGE
