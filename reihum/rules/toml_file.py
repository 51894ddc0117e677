"""Read a TOML text into a frozen dataclass, or say which line and key is wrong."""

import re
import tomllib
from collections.abc import Callable, Iterable
from typing import TypeVar

from reihum.rules.rulebook_faults import Fault
from reihum.rules.strict import MisreadError, build
from reihum.rules.toml_lines import Path, line_of, lines_of_keys
from reihum.rules.words import Text

T = TypeVar("T")
LONGEST_LINE = 80  # of a text, as far as an error repeats it
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


class TomlFileError(Exception):
    """A text cannot be used: in which line, at which key, and why."""

    def __init__(self, name: str, line: int, key: str, reason: Text) -> None:
        de = f"{name}, Zeile {line}: " if name else f"Zeile {line}: "
        en = f"{name}, line {line}: " if name else f"Line {line}: "
        self.text = Text(de + reason.de, en + reason.en)
        super().__init__(self.text.de)
        self.name = name
        self.line = line
        self.key = key


def read(
    kind: type[T],
    text: str,
    name: str,
    faults: Callable[[T], Iterable[tuple[Path, Fault]]],
    error: type[TomlFileError] = TomlFileError,
) -> T:
    """Return the text as an instance of the dataclass, or raise an `error`.

    `faults` finds what cannot be right although every value has its type.
    """
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as syntax:
        # Besides what is no TOML: a number of thousands of digits, endless brackets.
        raise error(name, *_unreadable(syntax, text)) from None
    try:
        return _checked(build(kind, data), faults)
    except MisreadError as misread:
        line = line_of(misread.path, lines_of_keys(text))
        keys = [part for part in misread.path if not part.isdecimal()]
        raise error(name, line, keys[-1] if keys else "", misread.text) from None


def _checked(found: T, faults: Callable[[T], Iterable[tuple[Path, Fault]]]) -> T:
    for path, fault in faults(found):
        raise MisreadError((*path, fault.key), fault.text)
    return found


def _unreadable(error: Exception, text: str) -> tuple[int, str, Text]:
    """Return line, key and reason of what is no TOML.

    An error that names no place stands in the longest line, or at the end.
    """
    place = _PLACE.search(str(error))
    lines = text.split("\n")
    line = int(place[1]) if place else _guessed(error, lines)
    written = _short(lines[line - 1])
    key = written.partition("=")[0].strip() if "=" in written else ""
    return (
        line,
        key,
        Text(
            f"Das ist kein TOML: „{written.strip()}“ lässt sich nicht lesen. Fehlt ein "
            "Anführungszeichen, eine Klammer oder ein Gleichheitszeichen, oder steht "
            "der Schlüssel schon weiter oben?",
            f"This is not TOML: “{written.strip()}” cannot be read. Is a quotation "
            "mark, a bracket or an equals sign missing, or is the key there already?",
        ),
    )


def _guessed(error: Exception, lines: list[str]) -> int:
    if isinstance(error, tomllib.TOMLDecodeError):
        return len(lines)
    return lines.index(max(lines, key=len)) + 1


def _short(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …"
