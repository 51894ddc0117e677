"""Words with their marks as HTML: strong, emphasis, and links to safe addresses."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reihum.rules.text.marked import is_safe
from reihum.rules.text.paragraph import Mark

_TAGS = {"strong": "<strong>{}</strong>", "emphasis": "<em>{}</em>"}


def marked(text: str, marks: Sequence[Mark] = ()) -> SafeString:
    """Return the words, each stretch in the elements that its marks ask for."""
    if not marks:
        return format_html("{}", text)
    edges = {0, len(text)}
    edges.update(edge for mark in marks for edge in (mark.start, mark.end))
    bounds = sorted(edge for edge in edges if 0 <= edge <= len(text))
    stretches = pairwise(bounds)
    return format_html_join(
        "", "{}", ((_stretch(text[start:end], _over(marks, start)),)
                   for start, end in stretches),
    )  # fmt: skip


def _over(marks: Iterable[Mark], at: int) -> list[Mark]:
    return [mark for mark in marks if mark.start <= at < mark.end]


def _stretch(words: str, marks: Iterable[Mark]) -> SafeString:
    said = format_html("{}", words)
    for mark in marks:
        if mark.kind != "link":
            said = format_html(_TAGS[mark.kind], said)
        elif is_safe(mark.href):
            said = format_html('<a href="{}">{}</a>', mark.href, said)
    return said
