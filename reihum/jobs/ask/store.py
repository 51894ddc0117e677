"""One SQLite file that all processes share: answers, calls a day, health.

It may be deleted at any time, and is made anew where it is broken: it holds nothing
that cannot be asked again. Where it cannot be written, the search works without it.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from reihum.jobs.ask.health import Health

T = TypeVar("T")
Row = tuple[float, bytes]  # when an answer was saved, and the answer
AT_ONCE = 500  # keys of one query
LOG = logging.getLogger(__name__)
LARGEST = 200_000_000  # bytes of answers
PRUNE_EVERY = 200  # answers
DAYS = 40  # that calls are remembered
BUSY = 0.2  # seconds that another process may keep the file
SCHEMA = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=OFF;
CREATE TABLE IF NOT EXISTS answer (
  key BLOB PRIMARY KEY, source TEXT NOT NULL, saved_at REAL NOT NULL,
  until REAL NOT NULL, value BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answer_source ON answer (source, saved_at);
CREATE TABLE IF NOT EXISTS calls (
  day TEXT NOT NULL, source TEXT NOT NULL, calls INTEGER NOT NULL,
  PRIMARY KEY (day, source)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS health (
  source TEXT NOT NULL, employer TEXT NOT NULL, answered_at REAL NOT NULL,
  failed_at REAL NOT NULL, reason TEXT NOT NULL, in_a_row INTEGER NOT NULL,
  rests_until REAL NOT NULL, PRIMARY KEY (source, employer)
) WITHOUT ROWID;
"""


class Store:
    """A connection to the file. Used by one thread at a time; see `Shelf`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open: tuple[sqlite3.Connection, int] | None = None
        self._put = 0
        self._told = False

    def get(self, key: bytes) -> Row | None:
        """Return when an answer was saved, and the answer."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, Row]:
        """Return those of the answers that are there."""
        found: dict[bytes, Row] = {}
        for start in range(0, len(keys), AT_ONCE):
            part = keys[start : start + AT_ONCE]
            marks = ", ".join("?" * len(part))
            query = f"SELECT key, saved_at, value FROM answer WHERE key IN ({marks})"  # noqa: S608  (only question marks)
            found |= {
                key: (at, value) for key, at, value in self._rows(query, (*part,))
            }
        return found

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write what is written within as one."""
        self._try(lambda db: db.execute("BEGIN IMMEDIATE"), None)
        yield
        if self._open is not None and self._open[0].in_transaction:
            self._try(lambda db: db.execute("COMMIT"), None)

    def put(
        self, key: bytes, source: str, saved_at: float, until: float, value: bytes
    ) -> None:
        """Keep an answer until then."""
        row = (key, source, saved_at, until, value)
        self._write("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)", row)
        self._put += 1
        if self._put % PRUNE_EVERY == 1:
            self._prune(saved_at)

    def holding(self, source: str, needle: bytes) -> list[bytes]:
        """Return a source's answers that hold these bytes, the newest first."""
        query = (
            "SELECT value FROM answer WHERE source = ? AND instr(value, ?) > 0 "
            "ORDER BY saved_at DESC LIMIT 3"
        )
        return [value for (value,) in self._rows(query, (source, needle))]

    def count(self, source: str, day: str) -> int:
        """Count one call; return how many there were that day."""
        query = (
            "INSERT INTO calls VALUES (?, ?, 1) ON CONFLICT (day, source) "
            "DO UPDATE SET calls = calls + 1 RETURNING calls"
        )
        row = self._first(query, (day, source))
        return int(row[0]) if row else 0

    def calls(self, day: str) -> dict[str, int]:
        """Return the calls of a day by source."""
        query = "SELECT source, calls FROM calls WHERE day = ?"
        return dict(self._rows(query, (day,)))

    def save_health(self, health: Health) -> None:
        row = (
            health.source, health.employer, health.answered_at, health.failed_at,
            health.reason, health.in_a_row, health.rests_until,
        )  # fmt: skip
        self._write("INSERT OR REPLACE INTO health VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def healths(self) -> list[Health]:
        """Return how every source was the last time."""
        query = "SELECT * FROM health ORDER BY source, employer"
        rows = self._rows(query)
        names = Health.__struct_fields__
        return [Health(**dict(zip(names, row, strict=True))) for row in rows]

    def close(self) -> None:
        if self._open is not None:
            self._open[0].close()
            self._open = None

    def _write(self, query: str, row: tuple[object, ...]) -> None:
        self._try(lambda db: db.execute(query, row), None)

    def _first(self, query: str, values: tuple[object, ...] = ()) -> Any:  # noqa: ANN401
        return self._try(lambda db: db.execute(query, values).fetchone(), None)

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        return self._try(lambda db: db.execute(query, values).fetchall(), [])

    def _prune(self, now: float) -> None:
        """Drop what is too old, and the oldest where there is too much."""
        self._write("DELETE FROM answer WHERE until < ?", (now,))
        self._write("DELETE FROM calls WHERE day < date(?, 'unixepoch')",
                    (now - DAYS * 86_400,))  # fmt: skip
        query = "SELECT coalesce(sum(length(value)), 0), count(*) FROM answer"
        size, rows = self._first(query) or (0, 0)
        if size > LARGEST:
            self._write(
                "DELETE FROM answer WHERE key IN "
                "(SELECT key FROM answer ORDER BY saved_at LIMIT ?)",
                (rows // 2,),
            )

    def _try(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Work with the file; where it is broken, once more with a new one."""
        try:
            return work(self._database())
        except (sqlite3.Error, OSError) as error:
            if not _is_broken(error):
                return self._without(error, otherwise)
        try:
            self._throw_away()
            return work(self._database())
        except (sqlite3.Error, OSError) as error:
            return self._without(error, otherwise)

    def _without(self, error: Exception, otherwise: T) -> T:
        self.close()
        if not self._told:
            LOG.warning("the job search's file %s is not there: %s", self._path, error)
            self._told = True
        return otherwise

    def _database(self) -> sqlite3.Connection:
        """Return the connection, a new one where the file was deleted."""
        if self._open is not None:
            connection, inode = self._open
            if connection.in_transaction:
                return connection  # looked at when it began
            with suppress(FileNotFoundError):
                if self._path.stat().st_ino == inode:
                    return connection
            self.close()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path, timeout=BUSY, isolation_level=None, check_same_thread=False
        )
        try:
            connection.executescript(SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        self._open = connection, self._path.stat().st_ino
        return connection

    def _throw_away(self) -> None:
        self.close()
        for ending in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)


def _is_broken(error: Exception) -> bool:
    """Return whether the file is no database, or one of another form.

    A file that cannot be opened or written, or is held by somebody, is not broken.
    """
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode == sqlite3.SQLITE_ERROR
    return isinstance(error, sqlite3.DatabaseError)
