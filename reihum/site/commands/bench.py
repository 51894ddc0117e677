"""`reihum bench`: measure on a database of its own, and write bench/results.md."""

import os
import platform
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HEAD = (
    "| work | budget | median | p95 | queries | peer on the same kind of machine |\n"
    "|---|---|---|---|---|---|\n"
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8765, help="Port zum Messen")


def run(options: Namespace) -> int:
    """Print each figure as it comes; return 0 whatever they are."""
    sys.path.insert(0, str(ROOT))
    from bench.suite import run as suite  # noqa: PLC0415  (lives beside the package)

    lines = []
    for figure in suite(options.port):
        unit, factor = ("µs", 1000) if figure.budget < 1 else ("ms", 1)
        line = (
            f"| {figure.work} | ≤ {figure.budget * factor:.0f} {unit} "
            f"| {figure.median * factor:.1f} {unit} | {figure.p95 * factor:.1f} {unit} "
            f"| {'–' if figure.queries is None else figure.queries} | {figure.peer} |"
        )
        print(line, flush=True)
        lines.append(line)
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite on disk"
    )
    day = datetime.now(tz=UTC).date()
    text = (
        f"# Measured\n\n`make bench`, {day}, {machine}.\n"
        "Machines differ: compare ratios within one run, not absolute times.\n\n"
    )
    (ROOT / "bench/results.md").write_text(text + HEAD + "\n".join(lines) + "\n")
    return 0
