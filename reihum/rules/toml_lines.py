"""On which line of a TOML text a key stands.

`tomllib` reads values but forgets their places. This is a small scan over a text that
`tomllib` has already accepted, so it may trust that brackets and quotes are closed.
"""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str, ...]

# The long forms first: what looks like a bracket inside a text or a comment is none.
_SIGN = re.compile(
    r'#[^\n]*|"""(?:\\.|.)*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|[\[\]{}=,\n]|[^\s\[\]{}=,#\"']+",
    re.DOTALL,
)
_QUOTES = "\"'"


def lines_of_keys(text: str) -> Mapping[Path, int]:
    """Return the line, counted from 1, of every table header and every key."""
    scan = _Scan()
    for sign, line in _signs(text):
        scan.take(sign, line)
    return scan.lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """Return the line of a key, or of the nearest table around it that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _signs(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    for match in _SIGN.finditer(text):
        sign = match.group()
        if not sign.startswith("#"):
            yield sign, line
        line += sign.count("\n")


class _Scan:
    """What has been read so far, and inside which tables we are."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self._table: Path = ()  # of the last [header]
        self._inside: list[tuple[str, Path]] = []  # open brackets inside a value
        self._words: list[str] = []  # what may turn out to be a key
        self._key: Path = ()
        self._in_value = False
        self._in_header = False

    def take(self, sign: str, line: int) -> None:
        if sign == "\n":
            self._end_of_line()
        elif self._in_header or (sign == "[" and not self._in_value):
            self._header(sign, line)
        elif sign == "=":
            self._key = self._prefix + _parts(self._words)
            self._put(self._key, line)
            self._words, self._in_value = [], True
        elif sign in "[{":
            self._inside.append((sign, self._owner))
            self._words = []
        elif sign in "]}":
            self._inside.pop()
        elif sign == ",":
            self._words = []
        else:
            self._words.append(sign)

    @property
    def _prefix(self) -> Path:
        return self._inside[-1][1] if self._inside else self._table

    @property
    def _owner(self) -> Path:
        """The path whose value begins here; the members of a list share its path."""
        in_list = self._inside and self._inside[-1][0] == "["
        return self._prefix if in_list else self._key

    def _end_of_line(self) -> None:
        self._in_header = False
        if not self._inside:
            self._words, self._in_value = [], False

    def _header(self, sign: str, line: int) -> None:
        self._in_header = True
        if sign == "[":
            self._words = []
        elif sign != "]":
            self._words.append(sign)
        elif self._words:
            self._table = _parts(self._words)
            self._put(self._table, line)
            self._words = []

    def _put(self, path: Path, line: int) -> None:
        """Note the line of a path and, for dotted ones, of what contains it."""
        for end in range(len(path), 0, -1):
            self.lines.setdefault(path[:end], line)


def _parts(words: list[str]) -> Path:
    """Split dotted keys; a quoted key is one part, dots and all."""
    parts: list[str] = []
    for word in words:
        if word[0] in _QUOTES:
            parts.append(word.strip(_QUOTES))
        else:
            parts += [part for part in word.split(".") if part]
    return tuple(parts)
