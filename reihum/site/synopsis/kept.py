"""Files written all or none: never half a file, never one of two."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reihum.rules.words import Refusal
from reihum.site.synopsis.asked import Wrong


def keep(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write beside, then put in place what is whole; or raise `Wrong`."""
    beside: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            beside.append((path, _beside(path)))
            _write(path, beside[-1][1], data)
        for path, temporary in beside:
            temporary.replace(path)
    except OSError as error:
        raise Wrong(_unwritable(beside[-1][0], error)) from None
    finally:
        for _, temporary in beside:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")


def _write(path: Path, temporary: Path, data: bytes) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "schreibgeschützt / read-only")
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _unwritable(path: Path, error: OSError) -> Refusal:
    return Refusal.invalid(
        f"„{path}“ lässt sich nicht schreiben: {error.strerror}. Es wurde nichts "
        "geschrieben.",
        f"“{path}” cannot be written: {error.strerror}. Nothing was written.",
    )
