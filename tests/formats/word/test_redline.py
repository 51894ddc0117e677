"""A synopsis as a Word file: nothing is lost, and everybody is the author of their own."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.formats.word.paper import MotionPaper
from reihum.formats.word.redline import write_redline
from reihum.rules.text import Part
from reihum.rules.text.layers import Layer, layers
from reihum.rules.text.synopsis import combine
from reihum.rules.text.tokens import Start, Word, flatten, rebuild
from tests.formats.word.acceptance import by_author, texts
from tests.formats.word.schema import check
from tests.formats.word.synopses import motion, synopsis

pytestmark = pytest.mark.unit
AT = datetime(2027, 3, 4, 9, 30, tzinfo=timezone(timedelta(hours=1)))
HEADINGS = {"Beschlussvorschlag", "Begründung"}
PAPER = MotionPaper(
    body="Integrationsministerkonferenz",
    conference="22. Integrationsministerkonferenz",
    title="Sprachkurse",
    paragraphs=(),
    submitters=("Rheinland-Pfalz",),
)
randoms = st.integers(0, 10**9).map(Random)
sizes = st.integers(1, 6)


def expected(row, keep) -> list[str]:
    """The words of each paragraph of one view, part by part."""
    inside = {part: [] for part in Part}
    now = Part.TEXT
    for layer in row:
        if isinstance(layer.token, Start):
            now = layer.token.part
        if keep(layer):
            inside[now].append(layer.token)
    built = (one for tokens in inside.values() for one in rebuild(tokens))
    return [" ".join(one.text.split()) for one in built]


def accepted(row) -> list[str]:
    return expected(row, lambda layer: not layer.deleted_by)


def rejected(row) -> list[str]:
    return expected(row, lambda layer: not layer.inserted_by)


def words_by(row) -> dict[tuple[str, str], Counter[str]]:
    found = defaultdict(str)
    for token, inserted_by, deleted_by, _ in row:
        if isinstance(token, Word) and (inserted_by or deleted_by):
            kind = "ins" if inserted_by else "del"
            found[", ".join(inserted_by or deleted_by), kind] += token.text
    return dict(found)


def words_of(found):
    """A paragraph of mere signs is none, as `rebuild` has it."""
    said = (said for _, said in found if said not in HEADINGS)
    return [one for one in said if any(map(str.isalnum, one))]


@given(randoms)
def test_accepting_all_gives_the_result_and_rejecting_all_the_base(rnd):
    found = synopsis(rnd, motion(rnd))
    row = layers(found.flat, found.points)
    data = write_redline(PAPER, row, found.points, AT)
    check(data)
    assert words_of(texts(data, accept=True)) == accepted(row)
    assert words_of(texts(data, accept=False)) == rejected(row)
    assert by_author(data) == words_by(row)
