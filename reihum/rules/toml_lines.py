"""On which line of a TOML text a key stands.

The path of a key inside a list of tables says in which one: ("chair", "2", "land").

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
        self._tables: dict[Path, int] = {}  # how many a list of tables has so far
        self._inside: list[tuple[str, Path]] = []  # open brackets inside a value
        self._words: list[str] = []  # what may turn out to be a key
        self._key: Path = ()
        self._in_value = False
        self._in_header = False
        self._brackets = 0  # of the header: [one] or [[one of many]]

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
            self._open(sign, line)
        elif sign in "]}":
            self._inside.pop()
        elif sign == ",":
            self._words = []
        else:
            self._words.append(sign)

    @property
    def _prefix(self) -> Path:
        return self._inside[-1][1] if self._inside else self._table

    def _open(self, sign: str, line: int) -> None:
        """Begin a list, or a table; a table in a list is counted."""
        in_list = self._inside and self._inside[-1][0] == "["
        owner = self._prefix if in_list else self._key
        if in_list and sign == "{":
            owner = self._next(owner, line)
        self._inside.append((sign, owner))
        self._words = []

    def _next(self, tables: Path, line: int) -> Path:
        """Return the path of the next table in a list of tables."""
        self._tables[tables] = self._tables.get(tables, 0) + 1
        path = (*tables, str(self._tables[tables]))
        self._put(path, line)
        return path

    def _within(self, parts: Path) -> Path:
        """Return the path of a header; below a list of tables the last one is meant."""
        path: Path = ()
        for part in parts[:-1]:
            path = (*path, part)
            if path in self._tables:
                path = (*path, str(self._tables[path]))
        return path + parts[-1:]

    def _end_of_line(self) -> None:
        self._in_header = False
        if not self._inside:
            self._words, self._in_value = [], False

    def _header(self, sign: str, line: int) -> None:
        if sign == "[":
            self._brackets = self._brackets + 1 if self._in_header else 1
            self._words = []
        elif sign != "]":
            self._words.append(sign)
        elif self._words:
            table = self._within(_parts(self._words))
            self._put(table, line)
            self._table = self._next(table, line) if self._brackets > 1 else table
            self._words = []
        self._in_header = True

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
