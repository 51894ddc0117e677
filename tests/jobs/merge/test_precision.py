"""Merging is judged by labelled pairs: those it was tuned with, and those set aside."""

from collections import Counter

import pytest

from tests.jobs.merge.forms import FORMS
from tests.jobs.merge.labelled import Judged, judged, pairs, quality, report

pytestmark = pytest.mark.unit

PRECISION, RECALL = 0.98, 0.92
FEWEST = {"tuning": 400, "unseen": 150}
HARD = 0.45  # of all pairs are negatives that look alike


@pytest.fixture(scope="module", params=["tuning", "unseen"])
def folder(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def results(folder: str) -> list[Judged]:
    return judged(pairs(folder))


def test_what_is_merged_is_one_and_what_is_one_is_merged(folder, results):
    found = quality(results)
    print(report(folder))  # noqa: T201  (shown by `pytest -s`)
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


def test_a_copy_of_an_agency_is_never_merged_and_mostly_hinted_at(results):
    lent = [one for one in results if one.pair.label == "agency"]
    assert lent
    assert not any(one.merged for one in lent)
    assert sum(one.hinted for one in lent) >= 0.8 * len(lent)


def test_no_hint_is_given_between_employers(results):
    assert not any(one.hinted for one in results if one.pair.label == "different")


def test_there_are_enough_pairs_and_enough_hard_ones(folder, results):
    labels = Counter(one.pair.label for one in results)
    assert labels.total() >= FEWEST[folder]
    assert labels["different"] + labels["agency"] >= HARD * labels.total()


def test_every_portal_is_among_the_pairs():
    used = {
        form.rstrip("+-")
        for folder in FEWEST
        for pair in pairs(folder)
        for form in pair.forms.split("/")
    }
    assert used == FORMS.keys()
