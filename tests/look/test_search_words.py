"""A search in words: what is looked for, and everything that narrows it."""

import pytest

from reihum.jobs.address import query_from
from reihum.jobs.query import Query
from reihum.look.search_words import narrowed, parts

pytestmark = pytest.mark.unit


def test_a_radius_is_said_only_of_a_place():
    assert parts(Query(words="Koch", radius_km=25)) == ("Koch",)
    assert parts(Query(place="Chemnitz", radius_km=0)) == ("Chemnitz",)


def test_a_search_without_filters_is_narrowed_by_nothing():
    assert narrowed(Query(words="Koch", place="Chemnitz")) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("deutsch=b1", "bis B1"),
        ("zeit=teil", "Teilzeit"),
        ("art=ausbildung", "Ausbildung"),
        ("dienst=ja", "öffentlicher Dienst"),
        ("zuhause=ja", "von zu Hause"),
        ("ohne_anerkennung=ja", "ohne Anerkennung"),
        ("seit=7", "letzte 7 Tage"),
        ("land=SN", "Sachsen"),
        ("portal=interamt", "Interamt"),
        ("portal=nobody", "nobody"),
    ],
)
def test_each_filter_is_said_as_on_the_page_of_the_search(text, said):
    assert narrowed(query_from(text)) == (said,)


def test_filters_are_said_in_one_order_however_they_were_chosen():
    one, other = "zeit=voll&zeit=teil&deutsch=a2", "deutsch=a2&zeit=teil&zeit=voll"
    assert narrowed(query_from(one)) == ("bis A2", "Vollzeit", "Teilzeit")
    assert narrowed(query_from(other)) == narrowed(query_from(one))
