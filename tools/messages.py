"""Collect the texts of the interface into reihum/look/locale/<language>/…/django.po.

German is the language of the code, so a German text is its own key. Python is read as
a syntax tree; Django's own `templatize` turns the tags of a template into such calls.
English has every text; the other languages have those of the pages that speak them all
(`SPOKEN`). With --add a language gets its catalogue, with nothing in it yet.
With --check nothing is written: the exit code says whether something is missing.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "reihum/look/locale"
PO = LOCALE / "en/LC_MESSAGES/django.po"
HEADER = """\
# The interface of Reihum; the German texts are the keys.
# `make messages` collects them, the translations are written by hand.
#"""
# What pages consist of that speak every language of `reihum.look.languages`.
SPOKEN = (
    "reihum/look/templates/look/base.html",
    "reihum/look/templates/look/public.html",
    "reihum/look/templates/look/parts/crumbs.html",
    "reihum/look/templates/look/parts/languages.html",
    "reihum/look/templates/look/parts/error_summary.html",
    "reihum/look/templates/look/parts/field*.html",
    "reihum/look/templates/look/parts/hint.html",
    "reihum/look/templates/look/parts/pager.html",
    "reihum/look/parts/local.py",
    "reihum/look/search_mail.py",
    "reihum/look/search_words.py",
    "reihum/public/spoken.py",
    "reihum/public/jobs*.py",
    "reihum/public/saved_searches.py",
    "reihum/public/vacancies.py",
    "reihum/public/templates/public/jobs/*",
    "reihum/public/templates/public/own_vacanc*",
    "reihum/public/templates/public/saved_search/*",
)
# Babel numbers the last two Arabic forms, "11 to 99" and "all others", the other way
# round than CLDR and all who translate do.
PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 "
    "? 3 : n%100>=11 ? 4 : 5);"
}
# What a call has in front: first its context, if any, then its texts.
SHAPES = {
    "gettext": (False, 1),
    "ngettext": (False, 2),
    "pgettext": (True, 1),
    "npgettext": (True, 2),
}
CALL = re.compile(
    r"""\b(?:n?p?gettext|_)\((?:[^()'"]|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")*\)"""
)


class Found(NamedTuple):
    """A text, or (singular, plural), with its context."""

    text: str | tuple[str, ...]
    context: str | None = None


def collected(language: str = "en") -> Catalog:
    """Return every text that a language needs, with the files it stands in."""
    catalog = Catalog(locale=language)
    for path in files(language):
        for one in in_file(path):
            place = str(path.relative_to(ROOT))
            catalog.add(one.text, locations=[(place, 0)], context=one.context)
    return catalog


def files(language: str) -> list[Path]:
    if language == "en":
        return sorted((ROOT / "reihum").rglob("*"))
    return sorted({path for pattern in SPOKEN for path in ROOT.glob(pattern)})


def languages() -> list[str]:
    """Return the languages that have a catalogue, English first."""
    there = {path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/django.po")}
    return sorted(there, key=lambda one: (one != "en", one))


def catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/django.po"


def in_file(path: Path) -> Iterator[Found]:
    """Yield the texts of a Python file or of a template."""
    if path.suffix == ".py":
        yield from in_python(path.read_text("utf-8"), str(path))
    elif "templates" in path.parts and path.is_file():
        yield from in_template(path.read_text("utf-8"), str(path))


def in_python(source: str, place: str = "") -> Iterator[Found]:
    """Yield the texts of Python source, whatever name it imports gettext under."""
    tree = ast.parse(source, place)
    names = {
        alias.asname or alias.name: shape
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "django.utils.translation"
        for alias in node.names
        if (shape := re.sub("_(lazy|noop)$", "", alias.name)) in SHAPES
    }
    yield from in_calls(tree, names, place)


def in_template(source: str, place: str = "") -> Iterator[Found]:
    """Yield the texts of a template."""
    names = {"_": "gettext"} | {name: name for name in SHAPES}
    # Only the calls matter; the rest is blotted out and would not parse.
    for call in CALL.findall(templatize(source)):
        yield from in_calls(ast.parse(call), names, place)


def in_calls(tree: ast.AST, names: dict[str, str], place: str) -> Iterator[Found]:
    """Yield what the calls of `names` translate."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in names:
            continue
        has_context, texts = SHAPES[names[node.func.id]]
        parts = [literal(part, place) for part in node.args[: has_context + texts]]
        context = parts.pop(0) if has_context else None
        yield Found(parts[0] if texts == 1 else tuple(parts), context)


def literal(node: ast.expr, place: str) -> str:
    """Return a string that stands there as such: nothing else can be looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        return node.value
    sys.exit(f"{place}:{node.lineno}: kein fester Text: {ast.unparse(node)}")


def main() -> int:
    """Update the files, or check them; print what still wants a translation."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--add", metavar="ar", help="Sprache, die dazukommt")
    options = arguments.parse_args()
    settings.configure(USE_I18N=True)
    if options.add:
        write(fresh(options.add), options.add)
    wrong = [one for one in languages() if not treated(one, check=options.check)]
    return int(options.check and bool(wrong))


def fresh(language: str) -> Catalog:
    """Return a catalogue with nothing in it, whose forms are numbered as in CLDR."""
    catalog = Catalog(locale=language)
    if language in PLURALS:
        catalog.mime_headers = [("Plural-Forms", PLURALS[language])]
    return catalog


def treated(language: str, *, check: bool) -> bool:
    """Update or check one catalogue; return whether nothing is missing or left over."""
    wanted = collected(language)
    with catalogue(language).open("rb") as file:
        catalog = read_po(file, locale=language)
    gone = [message.id for message in texts_of(catalog) if not same(message, wanted)]
    catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    empty = [message.id for message in texts_of(catalog) if not filled(message)]
    for text in empty:
        print(f"{language} fehlt:", text)
    if check:
        for text in gone:
            print(f"{language} überflüssig:", text)
    else:
        write(catalog, language)
        print(f"{language}: {len(catalog)} Texte, {len(empty)} noch nicht übersetzt")
    return not (empty or gone)


def write(catalog: Catalog, language: str) -> None:
    # A catalogue marked fuzzy, as a new one is, would never be compiled.
    catalog.fuzzy = False
    catalog.header_comment = HEADER
    catalog.project, catalog.version = "Reihum", "1"
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    catalog.revision_date = catalog.creation_date
    path = catalogue(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=88, sort_output=True)


def texts_of(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalog if message.id)


def same(message: Message, wanted: Catalog) -> bool:
    """Return whether a text is still wanted, in the same context and numbers."""
    singular = message.id if isinstance(message.id, str) else message.id[0]
    now = wanted.get(singular, message.context)
    return now is not None and now.id == message.id


def filled(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(strings) and not message.fuzzy


if __name__ == "__main__":
    sys.exit(main())
