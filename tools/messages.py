"""Collect the texts of the interface into reihum/look/locale/en/…/django.po.

German is the language of the code, so a German text is its own key. Babel reads the
Python files; Django's own `templatize` turns a template into something that it reads.
With --check nothing is written: the exit code says whether something is missing.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
PO = ROOT / "reihum/look/locale/en/LC_MESSAGES/django.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{
        name: spec
        for short, spec in (
            ("gettext", None), ("ngettext", (1, 2)), ("pgettext", ((1, "c"), 2)),
        )
        for name in (short, f"{short}_lazy")
    },
}  # fmt: skip


def found() -> Catalog:
    """Return every text marked for translation, with the places it stands in."""
    catalog = Catalog(locale="en", project="Reihum", charset="utf-8")
    for path in sorted((ROOT / "reihum").rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
            continue
        place = str(path.relative_to(ROOT))
        for key, context in texts(path):
            catalog.add(key, locations=[(place, 0)], context=context)
    return catalog


def texts(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Yield (text or (singular, plural), context) of one file."""
    source = path.read_text("utf-8")
    if path.suffix != ".py":
        # Only the calls matter; the rest is blotted out and would not parse.
        calls = re.findall(
            r"\b_?(?:[np]*gettext|_)\((?:[^()'\"]|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")*\)",
            templatize(source),
        )
        source = "\n".join(calls)
    for _line, function, message, _comments in extract_python(
        io.BytesIO(source.encode()), KEYWORDS, [], {"encoding": "utf-8"}
    ):
        parts = [message] if isinstance(message, str) else list(message)
        if function.startswith("pgettext"):
            yield parts[1], parts[0]
        elif function.startswith("ngettext"):
            yield (parts[0], parts[1]), None
        elif parts[0]:
            yield parts[0], None


def main() -> int:
    """Update the file, or check it; print what still wants an English text."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--check", action="store_true")
    check = arguments.parse_args().check
    settings.configure(USE_I18N=True)
    wanted = found()
    old = read_po(PO.open("rb"), locale="en") if PO.exists() else Catalog(locale="en")
    gone = [m for m in old if m.id and (m.id, m.context) not in keys(wanted)]
    old.update(wanted, no_fuzzy_matching=True)
    old.obsolete.clear()
    empty = [m for m in old if m.id and not filled(m.string)]
    for message in empty:
        print("fehlt:", message.id)
    if check:
        for message in gone:
            print("überflüssig:", message.id)
        return int(bool(empty or gone))
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, old, width=88, sort_output=True, omit_header=False)
    print(f"{len(old)} Texte, {len(empty)} ohne Englisch")
    return 0


def keys(catalog: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalog}


def filled(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
