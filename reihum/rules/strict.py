"""Read a table into a frozen dataclass, strictly: the fields are the schema.

Every key is known, none is missing, each has its type. Numbers count something, so they
start at 1; a text or a list that is there says something, so it is not empty.
"""

from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from reihum.rules.toml_lines import Path
from reihum.rules.words import Text

T = TypeVar("T")

_EXPECTED: Mapping[type, Text] = {
    str: Text("ein Text in Anführungszeichen", "a text in quotation marks"),
    int: Text("eine ganze Zahl ab 1", "a whole number from 1 on"),
    bool: Text("true oder false", "true or false"),
    date: Text("ein Datum wie 2020-07-01", "a date such as 2020-07-01"),
    datetime: Text(
        "ein Zeitpunkt wie 2020-07-01T09:30:00",
        "a moment such as 2020-07-01T09:30:00",
    ),
    list: Text("eine Liste in eckigen Klammern", "a list in square brackets"),
    dict: Text("ein Abschnitt mit Schlüsseln", "a section with keys"),
}


class MisreadError(Exception):
    """Something in a table cannot be right: at which key, and why."""

    def __init__(self, path: Path, text: Text) -> None:
        super().__init__(text.de)
        self.path = path
        self.text = text


def build(kind: type[T], data: object, path: Path = ()) -> T:
    """Return an instance of the dataclass, or raise a MisreadError."""
    table = _typed(dict, data, path)
    schema: Any = kind
    hints = _hints(schema)
    for key in table:
        if key not in hints:
            raise MisreadError((*path, key), unknown_key(key, hints, path))
    for key in _required(schema):
        if key not in table:
            raise MisreadError((*path, key), _missing(key, path))
    return kind(**{key: _value(hints[key], table[key], (*path, key)) for key in table})


def unknown_key(key: str, known: Collection[str], path: Path) -> Text:
    where = _where(path)
    close = get_close_matches(key, known, n=1)
    de = f"„{key}“ ist kein bekannter Schlüssel {where.de}"
    en = f"“{key}” is not a known key {where.en}"
    return _meant(de, en, close)


def _missing(key: str, path: Path) -> Text:
    where = _where(path)
    return Text(
        f"„{key}“ fehlt {where.de}.",
        f"“{key}” is missing {where.en}.",
    )


def _meant(de: str, en: str, close: list[str]) -> Text:
    if not close:
        return Text(f"{de}.", f"{en}.")
    return Text(
        f"{de}; gemeint ist vielleicht „{close[0]}“.",
        f"{en}; perhaps “{close[0]}” is meant.",
    )


def _where(path: Path) -> Text:
    if not path:
        return Text("am Anfang der Datei", "at the beginning of the file")
    table = ".".join(part for part in path if not part.isdecimal())
    return Text(f"in [{table}]", f"in [{table}]")


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind)


@cache
def _required(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    )


def _value(hint: Any, value: object, path: Path) -> Any:  # noqa: ANN401
    if isinstance(hint, UnionType):  # "X | None": a key that is there has a value
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return _many(get_args(hint)[0], value, path)
    if get_origin(hint) is not None:
        key, one = get_args(hint)
        return _mapped(key, one, value, path)
    if hasattr(hint, "parse"):  # has a text form of its own
        return _parsed(hint, value, path)
    if is_dataclass(hint):
        kind: Any = hint
        return build(kind, value, path)
    if issubclass(hint, StrEnum):
        return _choice(hint, value, path)
    return _typed(hint, value, path)


def _many(hint: Any, value: object, path: Path) -> tuple[Any, ...]:  # noqa: ANN401
    members = _typed(list, value, path)
    if is_dataclass(hint):  # tables are counted, so that a fault has its line
        return tuple(
            _value(hint, one, (*path, str(place)))
            for place, one in enumerate(members, 1)
        )
    return tuple(_value(hint, one, path) for one in members)


def _mapped(key: Any, hint: Any, value: object, path: Path) -> dict[Any, Any]:  # noqa: ANN401
    table = _typed(dict, value, path)
    if issubclass(key, StrEnum):
        known = list(key)
        for name in table:
            if name not in known:
                raise MisreadError((*path, name), unknown_key(name, known, path))
    return {key(name): _value(hint, table[name], (*path, name)) for name in table}


def _choice(kind: type[StrEnum], value: object, path: Path) -> StrEnum:
    word = _typed(str, value, path)
    if word in list(kind):
        return kind(word)
    choices = ", ".join(f"„{one}“" for one in kind)
    choices_en = ", ".join(f"“{one}”" for one in kind)
    close = get_close_matches(word, list(kind), n=1)
    de = f"„{word}“ gibt es nicht für „{path[-1]}“, nur {choices}"
    en = f"“{word}” does not exist for “{path[-1]}”, only {choices_en}"
    raise MisreadError(path, _meant(de, en, close))


def _parsed(kind: Any, value: object, path: Path) -> Any:  # noqa: ANN401
    """Let the type read its own text form; it names an example of it."""
    word = _typed(str, value, path)
    try:
        return kind.parse(word)
    except ValueError:
        text = Text(
            f"„{word}“ ist kein Wert für „{path[-1]}“; gemeint ist etwas wie "
            f"„{kind.example()}“.",
            f"“{word}” is no value for “{path[-1]}”; what is meant is something like "
            f"“{kind.example()}”.",
        )
        raise MisreadError(path, text) from None


def _typed(kind: type[T], value: object, path: Path) -> T:
    # `type() is`, because to Python True is also an int and a moment is also a date.
    empty = kind in (str, list) and not value
    too_small = type(value) is int and value < 1
    if type(value) is kind and not empty and not too_small:
        return value
    expected = _EXPECTED[kind]
    name = ".".join(path)
    raise MisreadError(
        path,
        Text(
            f"„{name}“ passt nicht: erwartet wird {expected.de}.",
            f"“{name}” does not fit: expected is {expected.en}.",
        ),
    )
