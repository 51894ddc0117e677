"""A file that is there whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

READABLE = 0o644  # nothing in it is secret; the service may run as somebody else


def write(path: Path, lines: Iterable[str]) -> None:
    """Write a text file (UTF-8); whoever reads it meanwhile has the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}-", delete=False
    ) as new:
        try:
            new.writelines(lines)
            new.flush()
            os.fsync(new.fileno())
            Path(new.name).chmod(READABLE)
            Path(new.name).replace(path)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise
