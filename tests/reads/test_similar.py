"""What is there already on a theme, as far as one may know of it."""

import pytest

from reihum.acts import motions
from reihum.reads.similar import similar
from reihum.records.models import Resolution
from reihum.rules.dates import PartialDate
from reihum.rules.visibility import STRANGER, Viewer
from tests.paper import adopted

pytestmark = pytest.mark.integration

NI, BY = (Viewer(members=frozenset({code})) for code in ("NI", "BY"))


def write(acting, store=motions.draft, title="Sprachkurse öffnen") -> int:
    done = store(acting("NI"), member="NI", conference=22, title=title, text="1. Text")
    return done if isinstance(done, int) else done.motion


def found(viewer, apart=()) -> list[str]:
    rows = similar("intmk", "Öffnung aller Sprachkurse", "", viewer, apart=apart)
    return [one.of.key or f"motion {one.of.motion}" for one in rows]


def test_resolutions_and_motions_are_found_as_far_as_one_may_see_them(
    intmk, office, acting, django_assert_num_queries
):
    key = adopted(office, intmk)  # "Öffnung der Sprachkurse"
    draft = write(acting)
    open_ = write(acting, motions.submit_new)
    with django_assert_num_queries(2):
        assert set(found(NI)) == {key, f"motion {draft}", f"motion {open_}"}
    assert set(found(BY)) == {key, f"motion {open_}"}
    assert found(STRANGER) == []
    assert set(found(NI, apart=[draft])) == {key, f"motion {open_}"}


def test_what_became_a_resolution_is_named_once(intmk, office):
    key = adopted(office, intmk)
    assert found(BY) == [key]


def test_six_hundred_resolutions_cost_the_same(intmk, django_assert_num_queries):
    Resolution.objects.bulk_create(
        Resolution(
            body=intmk, key=f"{n}-1", title=f"Öffnung {n % 7} von etwas: Thema{n}",
            adopted_on=PartialDate(2020),
        )
        for n in range(1, 601)
    )  # fmt: skip
    with django_assert_num_queries(2):
        assert found(BY) == []  # what is said everywhere says nothing
