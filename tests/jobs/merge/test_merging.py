"""Laws of merging: nothing lost, nothing doubled, no matter in which order."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from reihum.jobs.merge.evidence import stands_against
from reihum.jobs.merge.groups import MOST
from reihum.jobs.merge.merging import merge
from reihum.jobs.merge.profile import profile
from tests.jobs.merge.forgetting import forget
from tests.jobs.merge.samples import CHEMNITZ, LEIPZIG, TEXT, ad, handfuls, labelled

pytestmark = pytest.mark.unit


@settings(max_examples=40, deadline=None)
@given(ads=handfuls(), chance=st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(ads, chance):
    shuffled = list(ads)
    chance.shuffle(shuffled)
    assert merge(ads) == merge(shuffled)


@settings(max_examples=40, deadline=None)
@given(ads=handfuls())
def test_each_advertisement_is_an_offer_of_exactly_one_entry(ads):
    offered = [offer.key for entry in merge(ads) for offer in entry.offers]
    assert sorted(offered) == sorted(one.key for one in ads)


@settings(max_examples=25, deadline=None)
@given(ads=handfuls())
def test_the_same_ones_again_change_nothing(ads):
    assert merge([*ads, *ads]) == merge(ads)


@settings(max_examples=25, deadline=None)
@given(handfuls(), st.data())
def test_a_list_that_grew_is_the_same_as_one_merged_at_once(ads, data):
    cut = data.draw(st.integers(0, len(ads)))
    forget()
    merge(ads[:cut])
    grown = merge(ads)
    forget()
    assert grown == merge(ads)


@settings(max_examples=25, deadline=None)
@given(ads=handfuls())
def test_the_copies_of_an_entry_make_the_same_entry_alone(ads):
    known = {one.key: one for one in ads}
    for entry in merge(ads):
        copies = [known[offer.key] for offer in entry.offers]
        assert merge(copies) == (structs.replace(entry, maybe=()),)


@settings(max_examples=40, deadline=None)
@given(ads=handfuls())
def test_nothing_stands_between_any_two_copies_of_an_entry(ads):
    known = {one.key: profile(one) for one in ads}
    for entry in merge(ads):
        copies = [known[offer.key] for offer in entry.offers]
        assert not any(stands_against(a, b) for a in copies for b in copies if a != b)


@settings(max_examples=25, deadline=None)
@given(ads=handfuls())
def test_a_hint_goes_both_ways_and_to_an_entry_that_is_there(ads):
    entries = {entry.key: entry for entry in merge(ads)}
    for key, entry in entries.items():
        assert all(key in entries[other].maybe for other in entry.maybe)
        assert key not in entry.maybe


@settings(max_examples=25, deadline=None)
@given(ads=handfuls())
def test_an_entry_has_the_key_of_one_of_its_offers(ads):
    for entry in merge(ads):
        assert entry.key in {offer.key for offer in entry.offers}
        assert bool(entry.why) == (len(entry.offers) > 1)


def test_all_labelled_ones_at_once_keep_the_laws():
    ads = list(labelled())
    entries = merge(ads)
    random.Random(3).shuffle(ads)
    assert merge(ads) == entries
    assert len({o.key for e in entries for o in e.offers}) == len(ads)


def test_nothing_makes_nothing():
    assert merge(()) == ()


def test_one_advertisement_is_its_own_entry():
    (entry,) = merge([ad()])
    assert entry.best == ad()
    assert [offer.key for offer in entry.offers] == ["arbeitsagentur:1"]
    assert entry.why == ()


def test_three_portals_are_one_entry_with_three_ways_to_apply():
    (entry,) = merge(
        [
            ad("arbeitnow", "b", title="Bäcker:in", text=TEXT),
            ad("arbeitsagentur", "a"),
            ad("sitemap", "c", title="Bäcker / Bäckerin", text=TEXT + " Bis bald!"),
        ]
    )
    assert [o.source for o in entry.offers] == [
        "sitemap",
        "arbeitsagentur",
        "arbeitnow",
    ]
    assert entry.why == ("title", "text")


def test_what_two_say_against_each_other_is_not_bridged_by_a_third():
    """The list without text fits both posts: it goes to one, the other stays apart."""
    entries = merge(
        [
            ad("arbeitsagentur", "1"),
            ad("sitemap", "2", hours=38.0, text=TEXT),
            ad("recruitee", "3", hours=12.0, text=TEXT),
        ]
    )
    assert sorted(len(entry.offers) for entry in entries) == [1, 2]


def test_texts_that_differ_are_not_bridged_by_a_copy_without_one():
    other = "Torten, Kuchen und Pralinen gelingen Ihnen leicht, Sie führen den Laden"
    entries = merge(
        [
            ad("arbeitsagentur", "1"),
            ad("sitemap", "2", text=TEXT),
            ad("arbeitnow", "3", text=f"{other} und beraten alle, die hereinkommen."),
        ]
    )
    assert sorted(len(entry.offers) for entry in entries) == [1, 2]


def test_two_versions_of_one_key_are_one_advertisement():
    (entry,) = merge([ad(), ad(text=TEXT), ad()])
    assert entry.best.text == TEXT
    assert len(entry.offers) == 1


def test_one_post_put_in_twice_is_one_entry():
    (entry,) = merge([ad("arbeitsagentur", "1"), ad("arbeitsagentur", "2")])
    assert len(entry.offers) == 2


def test_another_town_is_another_post():
    assert len(merge([ad("a", "1"), ad("b", "2", places=(LEIPZIG,))])) == 2


def test_a_post_in_two_towns_is_found_by_one_of_them():
    (entry,) = merge([ad("a", "1", places=(CHEMNITZ, LEIPZIG)), ad("b", "2")])
    assert entry.best.places == (CHEMNITZ, LEIPZIG)


def test_an_entry_never_holds_more_than_copies_can_be():
    many = [ad("arbeitsagentur", str(number)) for number in range(3 * MOST)]
    entries = merge(many)
    assert max(len(entry.offers) for entry in entries) <= MOST
    assert sum(len(entry.offers) for entry in entries) == len(many)


def test_an_agency_is_not_merged_whatever_number_it_copies():
    number = ("KB-2026-77",)
    post = ad("sitemap", "1", references=number)
    lent = ad("arbeitnow", "2", references=number, agency="Leihkraft AG")
    assert len(merge([post, lent])) == 2


def test_an_agency_is_hinted_at_and_not_merged():
    post = ad("sitemap", "1", title="Bäcker und Konditor (m/w/d)", text=TEXT)
    lent = ad(
        "arbeitsagentur", "2", title="Bäcker und Konditor (m/w/d)",
        agency="Leihkraft AG", employer="Leihkraft AG",
        text="Für unseren Kunden suchen wir Sie. " + TEXT,
    )  # fmt: skip
    first, second = merge([post, lent])
    assert first.maybe == (second.key,)
    assert second.maybe == (first.key,)


@settings(max_examples=30, deadline=None)
@given(
    titles=st.lists(st.text(max_size=40), min_size=2, max_size=6),
    urls=st.lists(st.text(max_size=60), min_size=2, max_size=6),
    text=st.text(max_size=200),
)
def test_whatever_a_portal_writes_can_be_merged(titles, urls, text):
    ads = [
        ad(f"s{n}", str(n), title=title, url=url, employer=title, text=text,
           references=(url, title), places=(CHEMNITZ,))
        for n, (title, url) in enumerate(zip(titles, urls, strict=False))
    ]  # fmt: skip
    assert sum(len(entry.offers) for entry in merge(ads)) == len(ads)
