"""docs/architecture.md is true."""

import ast
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
QUOTED = re.findall(r"`([\w./-]+?)`(?: → `(\w+)`)?", PAGE)


def test_every_path_named_exists():
    for path, _ in QUOTED:
        if (
            "/" in path
            and "…" not in path
            and not path.startswith("reihum/look/locale")
        ):
            found = [ROOT / path, ROOT / "reihum" / path]
            assert any(place.exists() for place in found), path


def test_every_name_behind_an_arrow_is_defined_there():
    for path, name in QUOTED:
        if name:
            place = ROOT / path if (ROOT / path).exists() else ROOT / "reihum" / path
            tree = ast.parse(place.read_text("utf-8"))
            defined = {
                getattr(node, "name", None)
                or getattr(getattr(node, "target", None), "id", None)
                for node in tree.body
            } | {
                target.id
                for node in tree.body
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            assert name in defined, f"{path} → {name}"


def test_the_picture_of_the_house_shows_every_package_and_what_it_says_of_itself():
    for package in sorted((ROOT / "reihum").iterdir()):
        if (package / "__init__.py").exists():
            says = ast.get_docstring(
                ast.parse((package / "__init__.py").read_text("utf-8"))
            )
            word = (says or "").split(":")[0].split(" to ")[0].split(" to\n")[0]
            line = rf"\n  {package.name}/ +{re.escape(word)}"
            assert re.search(line, PAGE), f"{package.name}/ {word}"


@pytest.mark.parametrize("package", ["rules/text", "formats/word", "formats/synopsis"])
def test_a_large_package_says_of_each_of_its_files_what_it_is_for(package):
    folder = ROOT / "reihum" / package
    says = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    named = set(re.findall(r"`(\w+)`", says or ""))
    there = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert there - named == set()


@pytest.mark.parametrize(
    "package",
    ["", "ask", "merge", "places", "rank", "reading", "sources", "standins",
     "standins/formats", "words"],
)  # fmt: skip
def test_every_file_and_folder_of_the_job_search_stands_in_a_table(package):
    folder = ROOT / "reihum/jobs" / package
    says = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    named = set(re.findall(r"`([\w]+)(?:\.py|/)[`\w/]", says or ""))
    assert _parts(folder) - named == set()
    assert {name for name in named if not _is_there(folder, name)} == set()


def _parts(folder: Path) -> set[str]:
    """Return its files and folders, without those of which each is one portal's."""
    files = {path for path in folder.glob("*.py") if not _is_portal(path)}
    folders = {path for path in folder.iterdir() if path.is_dir()}
    return {path.stem for path in files | folders} - {"__init__", "__pycache__"}


def _is_portal(path: Path) -> bool:
    return bool(
        re.search(r"^(?:SOURCE|PORTAL) = ", path.read_text("utf-8"), re.MULTILINE)
    )


def _is_there(folder: Path, name: str) -> bool:
    return any((folder / name).with_suffix(ending).exists() for ending in ("", ".py"))
