"""Addresses of our own advertisements, as the reader needs them.

They are written down as paths of the German pages: "/jobs/eigene/7/".
"""

from django.urls import translate_url
from django.utils.translation import get_language, override

from reihum.reads.vacancies import ADDRESS

OURS = ADDRESS.partition("{")[0]


def is_ours(url: str) -> bool:
    return url.startswith(OURS)


def in_language(path: str) -> str:
    """Return the path of the same page in the language that is spoken now."""
    language = get_language() or "de"
    with override("de"):
        return translate_url(path, language)


def whole(url: str, site: str) -> str:
    """Return a whole address: our own on this site ("https://reihum.example")."""
    return f"{site}{in_language(url)}" if is_ours(url) else url
