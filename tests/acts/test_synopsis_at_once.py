"""Two offices at one synopsis at the same moment: one wins, the other is told."""

import pytest

from reihum.acts import agenda, ballots, synopsis
from reihum.acts.synopsis import Done, TakenOver
from reihum.reads.journal import verify
from reihum.records.models import Compromise, Decision, Motion, Version
from reihum.rules.decision import Fate
from reihum.rules.stages import Treatment
from reihum.rules.words import Refusal, Why
from tests.at_once import at_once, one_database
from tests.wished import keys, wished

pytestmark = [pytest.mark.integration, pytest.mark.django_db(transaction=True)]

_shared = pytest.fixture(autouse=True)(one_database)


@pytest.fixture
def motion(_shared, intmk, acting) -> int:
    return wished(acting)


@pytest.fixture
def two(motion, acting):
    """Two accounts of the office in the chair."""
    return [acting("RP", office=True, name=name) for name in ("gs-eins", "gs-zwei")]


def only(results, kind):
    [found] = [one for one in results if isinstance(one, kind)]
    return found


def test_of_two_opposite_decisions_one_holds_and_the_other_is_told(motion, two):
    hesse = keys(motion, "HE")
    results = at_once([
        lambda by=by, yes=yes: synopsis.decide(
            by, motion=motion, version=1, keys=hesse, accepted=yes, seen=Fate.OPEN
        )
        for by, yes in zip(two, (True, False), strict=True)
    ])  # fmt: skip
    assert only(results, Done) == Done(1)
    assert "Jemand war schneller" in only(results, Refusal).text.de
    assert Decision.objects.count() == 1
    assert verify() is None


def test_what_is_voted_on_is_the_newest_version_whoever_was_faster(motion, two):
    first, second = two
    item = agenda.place(first, motion=motion, number="7", treatment=Treatment.A_ITEM)
    synopsis.decide(
        first, motion=motion, version=1, keys=keys(motion, "HE"), accepted=True
    )
    at_once([
        lambda: synopsis.take_over(first, motion=motion, version=1),
        lambda: ballots.open_ballot(second, item=item),
    ])  # fmt: skip
    newest = Version.objects.filter(motion=motion).latest("number")
    assert newest.frozen_at is not None
    assert Motion.objects.get(pk=motion).version == newest.number


def test_what_clashes_is_not_accepted_by_two_at_once(motion, two):
    sides = keys(motion, "HE"), keys(motion, "BB", "MV")
    results = at_once([
        lambda by=by, side=side: synopsis.decide(
            by, motion=motion, version=1, keys=side, accepted=True
        )
        for by, side in zip(two, sides, strict=True)
    ])  # fmt: skip
    assert only(results, Refusal).why is Why.CONFLICT
    only(results, Done)


def test_two_compromises_for_one_place_are_one(motion, two):
    results = at_once([
        lambda by=by, text=text: synopsis.word_compromise(
            by, motion=motion, version=1, paragraph="p3", text=text
        )
        for by, text in zip(two, ("Eins.", "Zwei."), strict=True)
    ])  # fmt: skip
    [kept] = Compromise.objects.all()
    assert f"„{kept.text}“" in only(results, Refusal).text.de


def test_a_synopsis_is_taken_over_once(motion, two):
    synopsis.accept_undisputed(two[0], motion=motion, version=1)
    results = at_once([
        lambda by=by: synopsis.take_over(by, motion=motion, version=1) for by in two
    ])  # fmt: skip
    assert only(results, TakenOver).version == 2
    assert "neuere Fassung" in only(results, Refusal).text.de
    assert Version.objects.filter(motion=motion, number__gt=0).count() == 2
    assert verify() is None
