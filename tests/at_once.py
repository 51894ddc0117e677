"""Two at the same moment: threads that start together, on a database they share."""

from collections.abc import Callable, Iterator, Sequence
from threading import Barrier, Thread

from django.core.management import call_command
from django.db import connection, connections


def one_database(tmp_path, monkeypatch) -> Iterator[None]:
    """Take a file in the place of SQLite in memory; PostgreSQL is shared anyway."""
    if connection.vendor != "sqlite":
        yield
        return
    in_memory = connections["default"]
    path = str(tmp_path / "shared.sqlite3")
    monkeypatch.setitem(connections.settings["default"], "NAME", path)
    connections["default"] = connections.create_connection("default")
    call_command("migrate", verbosity=0)
    yield
    connections["default"].close()
    connections["default"] = in_memory


def at_once(tasks: Sequence[Callable[[], object]]) -> list[object]:
    """Run the tasks in threads that all start at the same moment."""
    barrier, results = Barrier(len(tasks)), []

    def run(task: Callable[[], object]) -> None:
        barrier.wait()
        try:
            results.append(task())
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
