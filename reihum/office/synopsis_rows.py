"""The rows of a synopsis, set in HTML: most are as they were when last asked for.

A synopsis of a long motion has hundreds of cards, and a click changes one of them. So
what was set once is kept, under all the values that it was set from.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.translation import get_language

from reihum.office.synopsis_page import RowView
from reihum.reads.remembered import Remembered

_Key = tuple[RowView, str, str]
_set: Remembered[_Key, str] = Remembered(1_500)


def set_rows(
    request: HttpRequest, rows: Iterable[RowView], context: dict[str, Any]
) -> list[str]:
    """Return the rows in HTML; `context` is that of the page."""
    template = get_template("office/synopsis/row.html")
    found = []
    for one in rows:
        if has_form(one):  # it holds what is only for this person
            found.append(template.render({**context, "one": one}, request))
            continue
        key = (one, get_language() or "", context["also"])
        plain = {name: context[name] for name in ("also", "words")} | {"one": one}
        found.append(_set.of(key, partial(template.render, plain)))
    return found


def has_form(one: RowView) -> bool:
    """Return whether a row has a form of its own."""
    return (
        one.form
        or one.compromise is not None
        or any(card.reasoned for card in one.cards)
    )
