"""What import-linter cannot see, in small tests."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[1]
SHELLS = ("office", "public", "api", "timer")
WRITES = {
    "save", "delete", "create", "update", "bulk_create", "bulk_update",
    "get_or_create", "update_or_create",
}  # fmt: skip
CLOCKS = {"today", "now", "utcnow"}


def calls(package: str, names: set[str]) -> list[str]:
    """List the method calls with one of these names in a package."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno} .{node.func.attr}()"
        for path in sorted((ROOT / "reihum" / package).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
    ]


@pytest.mark.parametrize(
    ("package", "bare"), [("reihum.rules", ["-S"]), ("reihum.formats", [])]
)
def test_core_loads_without_django_and_the_rules_without_any_package(package, bare):
    code = (
        "import pkgutil, importlib, sys\n"
        f"root = importlib.import_module({package!r})\n"
        "for found in pkgutil.walk_packages(root.__path__, root.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        "third = [n for n in sys.modules if n.split('.')[0] in\n"
        "         {'django', 'babel', 'holidays', 'granian', 'whitenoise'}]\n"
        "sys.exit(', '.join(third) or 0)\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, *bare, "-c", code], check=False, cwd=ROOT,
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("shell", SHELLS)
def test_shells_never_write_to_a_table(shell):
    assert calls(shell, WRITES) == []


@pytest.mark.parametrize("package", ["rules", "formats"])
def test_the_core_has_no_clock(package):
    assert calls(package, CLOCKS) == []


def test_the_core_asks_nobody_what_time_it_is_but_the_one_clock():
    found = calls("reads", CLOCKS) + calls("acts", CLOCKS)
    assert [
        line for line in found if not line.startswith("reihum/reads/clock.py")
    ] == []


def test_every_package_says_in_one_line_what_it_does():
    for package in sorted((ROOT / "reihum").iterdir()):
        start = package / "__init__.py"
        if start.exists():
            assert ast.get_docstring(ast.parse(start.read_text("utf-8"))), package.name


def test_tests_mirror_the_tree():
    for folder in (path for path in (ROOT / "tests").iterdir() if path.is_dir()):
        if folder.name not in {"browser", "__pycache__", "docs"}:
            assert (ROOT / "reihum" / folder.name).is_dir(), folder.name
