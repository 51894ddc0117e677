"""The list says what came of every portal: shown, left out, and what it cannot tell."""

from datetime import date

import pytest

from reihum.jobs.answer import Outcome, State, Told
from reihum.jobs.assemble import MANY, assemble
from reihum.jobs.merge.merging import merge
from reihum.jobs.model import Advertisement, Level, Remote
from reihum.jobs.query import Asked, Criterion, Query, Term, Understood
from reihum.jobs.sources import BY_KEY
from tests.jobs.portals import ad

pytestmark = pytest.mark.unit

DAY = date(2026, 11, 23)


def understood(**query) -> Understood:
    asked = Asked(query=Query(words="Koch", **query), was="Koch", terms=(Term("Koch"),))
    return Understood(asked=asked)


def told(key: str, *ads: Advertisement, state: State = State.ANSWERED) -> Told:
    outcome = Outcome(source=key, name=key, state=state, given=len(ads))
    return Told(outcome=outcome, advertisements=ads)


def test_every_portal_has_its_numbers():
    answer = assemble(
        understood(),
        [
            told("a", ad("a", "1"), ad("a", "2", "Gärtnerin")),
            told("b", state=State.LATE),
        ],
        DAY,
        complete=True,
    )
    assert [(one.source, one.shown, one.given) for one in answer.outcomes] == [
        ("a", 1, 2), ("b", 0, 0),
    ]  # fmt: skip
    assert (len(answer.entries), answer.advertisements) == (1, 1)
    assert answer.complete


def test_what_is_left_out_because_it_does_not_say_is_counted_by_portal():
    home = ad("a", "1", remote=Remote.YES)
    answer = assemble(
        understood(remote=True), [told("a", home, ad("a", "2"))], DAY, complete=True
    )
    (outcome,) = answer.outcomes
    assert (outcome.shown, outcome.unstated) == (1, 1)


def test_a_portal_that_does_not_know_what_is_asked_for_is_named():
    key = next(key for key, one in BY_KEY.items() if Criterion.LEVEL not in one.can)
    answer = assemble(
        understood(level=Level.B1), [told(key, ad(key, "1"))], DAY, complete=True
    )
    assert Criterion.LEVEL in answer.outcomes[0].cannot


def test_an_unfinished_list_says_so():
    waiting = told("a", state=State.WAITING)
    answer = assemble(understood(), [waiting], DAY, complete=False)
    assert not answer.complete
    assert answer.outcomes[0].state is State.WAITING


def test_nothing_is_listed_where_nothing_was_understood():
    nothing = Understood(asked=None, problem="empty")
    answer = assemble(nothing, [told("a", ad("a", "1"))], DAY, complete=True)
    assert (answer.entries, answer.outcomes) == ((), ())


def test_a_portal_that_gives_all_it_has_is_searched_before_anything_is_merged(
    monkeypatch,
):
    merged = []

    def spy(ads):
        merged.extend(ads)
        return merge(ads)

    monkeypatch.setattr("reihum.jobs.assemble.merge", spy)
    many = [ad("interamt", str(n), "Gärtnerin") for n in range(MANY)]
    cook = ad("interamt", "koch", "Koch / Köchin")
    asked = ad("arbeitsagentur", "1", "Gärtnerin")
    answer = assemble(
        understood(),
        [told("interamt", *many, cook), told("arbeitsagentur", asked)],
        DAY,
        complete=True,
    )
    assert merged == [cook, asked]
    assert [one.key for one in answer.entries] == ["interamt:koch"]
    assert answer.outcomes[0].given == MANY + 1


def test_only_a_complete_list_is_counted():
    given = [told("arbeitsagentur", ad("arbeitsagentur", "1", "Koch"))]
    growing, whole = (
        assemble(understood(), given, DAY, complete=done) for done in (False, True)
    )
    assert growing.entries == whole.entries != ()
    assert not growing.facets
    assert not growing.lands
    assert whole.facets
