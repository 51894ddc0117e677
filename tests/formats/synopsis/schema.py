"""As much of JSON Schema as `docs/synopse-1.schema.json` uses; what else is a fault."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[3] / "docs/synopse-1.schema.json"
SCHEMA = json.loads(FILE.read_text("utf-8"))
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
    "null": type(None),
}  # fmt: skip
KNOWN = {
    "type", "const", "enum", "pattern", "minimum", "minItems", "items", "required",
    "properties", "additionalProperties", "$ref",
}  # fmt: skip


def faults(value: Any, rule: Any = None, where: str = "$") -> Iterator[str]:
    """Yield what does not keep to the schema."""
    rule = SCHEMA if rule is None else rule
    unknown = set(rule) - KNOWN - {"$schema", "title", "$defs"}
    assert not unknown, unknown
    if "$ref" in rule:
        yield from faults(
            value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], where
        )
    if "type" in rule and not _is(value, rule["type"]):
        yield f"{where}: {value!r} is no {rule['type']}"
        return
    if "const" in rule and value != rule["const"]:
        yield f"{where}: {value!r}"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{where}: {value!r}"
    if "pattern" in rule and not re.search(rule["pattern"], value):
        yield f"{where}: {value!r}"
    if "minimum" in rule and value < rule["minimum"]:
        yield f"{where}: {value!r}"
    if isinstance(value, list):
        yield from _of_list(value, rule, where)
    if isinstance(value, dict):
        yield from _of_object(value, rule, where)


def _is(value: Any, names: str | list[str]) -> bool:
    wanted = [names] if isinstance(names, str) else names
    if isinstance(value, bool):
        return "boolean" in wanted
    return any(isinstance(value, TYPES[name]) for name in wanted)


def _of_list(value: list[Any], rule: Any, where: str) -> Iterator[str]:
    if len(value) < rule.get("minItems", 0):
        yield f"{where}: too few"
    for index, one in enumerate(value):
        yield from faults(one, rule.get("items", {}), f"{where}[{index}]")


def _of_object(value: dict[str, Any], rule: Any, where: str) -> Iterator[str]:
    yield from (f"{where}.{name}: missing" for name in rule.get("required", ())
                if name not in value)  # fmt: skip
    for name, one in value.items():
        inner = rule.get("properties", {}).get(
            name, rule.get("additionalProperties", {})
        )
        if inner is False:
            yield f"{where}.{name}: unknown"
        else:
            yield from faults(one, inner, f"{where}.{name}")
