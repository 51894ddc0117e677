"""The table of occupations: `reihum/jobs/data/occupations/*.toml`, one file a field.

One occupation is one TOML table, named by its key. Lists are texts with commas, so
that people who know a language can read and mend them:

- `name`: the German pair, male first, as portals have it ("Koch, Köchin"), or one word
- `also`: other German titles of the same work; `related`: of work close to it
- `de`: German words that people say, too broad to be looked for in advertisements
- `beside`: those words, of all languages, that beside another occupation only say where
  or how it is done ("hospital", "part time")
- `en`, `ar`, `fa`, `uk`, `ru`, `tr`, `fr`: what people say in these languages
- `regulated`: whether a foreign qualification has to be recognised before anybody may
  work in it, as an employee too; not where that is true of a title or of a business
  alone, nor where helpers are meant as well
- `kldb`: the group in the classification of occupations (KldB 2010), three digits
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from msgspec import Struct

LANGUAGES = ("de", "en", "ar", "fa", "uk", "ru", "tr", "fr")


class Occupation(Struct, frozen=True, kw_only=True):
    """An occupation (Beruf).

    `said` are all words for it by language, German too; `broad` those German ones that
    are too broad to be looked for; `beside` those that give way to another occupation.
    """

    key: str
    name: tuple[str, ...]
    also: tuple[str, ...]
    related: tuple[str, ...]
    said: Mapping[str, tuple[str, ...]]
    broad: tuple[str, ...]
    beside: tuple[str, ...]
    regulated: bool
    kldb: str

    @property
    def main(self) -> str:
        """What portals are asked for."""
        return self.name[0]


class _Row(Struct, forbid_unknown_fields=True, kw_only=True):
    name: str
    also: str = ""
    related: str = ""
    regulated: bool = False
    kldb: str = ""
    de: str = ""
    beside: str = ""
    en: str
    ar: str
    fa: str
    uk: str
    ru: str
    tr: str
    fr: str


@cache
def occupations() -> tuple[Occupation, ...]:
    """Return all occupations, in the order of the files and of the lines in them."""
    return tuple(
        _occupation(key, msgspec.convert(table, _Row))
        for key, table in _tables().items()
    )


def _tables() -> dict[str, Any]:
    folder = files("reihum.jobs") / "data" / "occupations"
    tables: dict[str, Any] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        tables |= tomllib.loads(file.read_text("utf-8"))
    return tables


def _occupation(key: str, row: _Row) -> Occupation:
    name, also = split(row.name), split(row.also)
    said = {language: split(getattr(row, language)) for language in LANGUAGES}
    broad, said["de"] = said["de"], (*name, *also, *said["de"])
    return Occupation(
        key=key,
        name=name,
        also=also,
        related=split(row.related),
        said=said,
        broad=broad,
        beside=split(row.beside),
        regulated=row.regulated,
        kldb=row.kldb,
    )


def split(text: str) -> tuple[str, ...]:
    """Return the parts of a text with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
