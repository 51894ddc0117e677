"""What is stated and does not agree keeps two posts apart."""

from datetime import date

import pytest

from reihum.jobs.merge.merging import merge
from reihum.jobs.model import Contract, Kind, PayUnit, Place, Salary, WorkingTime
from tests.jobs.merge.samples import CHEMNITZ, TEXT, ad

pytestmark = pytest.mark.unit

NOW, THEN = date(2026, 9, 1), date(2026, 2, 1)
HOUR = PayUnit.HOUR


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"title": "Bäcker Nachtschicht"}, {"title": "Bäcker Tagschicht"}),
        ({"title": "Bäcker"}, {"title": "Bäcker Nachtschicht"}),
        ({"working_time": frozenset({WorkingTime.FULL})},
         {"working_time": frozenset({WorkingTime.MINI})}),
        ({"hours": 38.0}, {"hours": 20.0}),
        ({"title": "Bäcker 38 Std."}, {"title": "Bäcker 20 Std."}),
        ({"kind": Kind.APPRENTICESHIP}, {}),
        ({"title": "Ausbildung Bäcker"}, {}),
        ({"contract": Contract.PERMANENT}, {"contract": Contract.TEMPORARY}),
        ({"references": ("KB-2026-1",)}, {"references": ("KB-2026-2",)}),
        ({"salary": Salary(group="E 5")}, {"salary": Salary(group="E 8")}),
        ({"title": "Bäcker (E 5)"}, {"salary": Salary(group="E 8")}),
        ({"salary": Salary(low=14.0, high=14.0, unit=HOUR)},
         {"salary": Salary(low=19.0, high=21.0, unit=HOUR)}),
        ({"places": (Place("Chemnitz", postcode="09130"),)}, {}),
        ({"places": (Place("Chemnitz", street="Parkstr. 3"),)},
         {"places": (Place("Chemnitz", street="Am Markt 1"),)}),
        ({"places": ()}, {}),
        ({"deadline": date(2026, 9, 30)}, {"deadline": date(2026, 10, 31)}),
        ({"deadline": date(2026, 3, 31)}, {"published": NOW}),
        ({"published": NOW}, {"published": THEN}),
        ({"text": TEXT + " Ihr Ort ist die Filiale Sonne."},
         {"text": TEXT + " Ihr Ort ist die Filiale Mond."}),
        ({"text": TEXT}, {"text": "Ganz andere Arbeit wartet hier auf alle, die früh "
          "aufstehen, Torten lieben und gern mit Menschen sprechen mögen."}),
    ],
)  # fmt: skip
def test_what_does_not_agree_keeps_apart(one, two):
    assert len(merge([ad("arbeitnow", "1"), ad("sitemap", "2")])) == 1
    assert len(merge([ad("arbeitnow", "1", **one), ad("sitemap", "2", **two)])) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"hours": 38.0}, {"hours": 39.0}),
        ({"working_time": frozenset({WorkingTime.FULL, WorkingTime.SHIFT})},
         {"working_time": frozenset({WorkingTime.FULL})}),
        ({"salary": Salary(group="E 5")}, {"salary": Salary(group="TVöD E 5")}),
        ({"places": (Place("Chemnitz", postcode="09111", street="Parkstr. 3"),)},
         {"places": (Place("Chemnitz", street="Parkstraße 3"),)}),
        ({"deadline": date(2026, 9, 30)}, {"deadline": date(2026, 10, 1)}),
        ({"references": ("KB-2026-1",)}, {"references": ("10000-1000000001-S",)}),
        ({"places": (), "text": TEXT}, {"text": TEXT}),
        ({"places": (Place("Sachsen"),), "text": TEXT}, {"text": TEXT}),
        ({"working_time": frozenset({WorkingTime.SHIFT})},
         {"working_time": frozenset({WorkingTime.FULL})}),
        ({"places": (), "deadline": NOW}, {"deadline": NOW}),
        ({"employer": "Backhaus Kornfeld GmbH Zentrale"}, {}),
    ],
)  # fmt: skip
def test_what_portals_write_differently_does_not(one, two):
    assert len(merge([ad("arbeitnow", "1", **one), ad("sitemap", "2", **two)])) == 1


def test_a_shared_number_outweighs_what_was_copied_wrongly():
    number = ("KB-2026-77",)
    one = ad("arbeitnow", "1", references=number, hours=38.0, title="Backstubenprofi")
    assert len(merge([one, ad("sitemap", "2", references=number, hours=20.0)])) == 1


def test_a_shared_number_does_not_outweigh_the_kind_of_offer_or_a_far_town():
    number = ("KB-2026-77",)
    one = ad("arbeitnow", "1", references=number)
    learn = ad("sitemap", "2", references=number, kind=Kind.APPRENTICESHIP)
    far = ad("sitemap", "3", references=number, places=(Place("Rostock", "18055"),))
    assert len(merge([one, learn])) == 2
    assert len(merge([one, far])) == 2


def test_a_number_alone_proves_nothing_between_employers():
    number = ("2026-17",)
    one = ad("arbeitnow", "1", references=number, title="Koch")
    two = ad("sitemap", "2", references=number, title="Koch", employer="Gasthof Anker")
    assert len(merge([one, two])) == 2


def test_a_number_alone_proves_nothing_where_nobody_is_named():
    number = ("2026-17",)
    one = ad("arbeitnow", "1", references=number, title="Koch", employer="")
    two = ad("sitemap", "2", references=number, title="Maurer", employer="")
    assert len(merge([one, two])) == 2


def test_towns_of_one_name_in_two_regions_are_two():
    here = (Place("Freiberg", postcode="09599"),)
    there = (Place("Freiberg", postcode="71691"),)
    ads = [ad("arbeitnow", "1", places=here), ad("sitemap", "2", places=there)]
    assert len(merge(ads)) == 2


def test_a_neighbouring_town_is_near_by_its_point():
    near = Place("Chemnitz-Röhrsdorf", point=CHEMNITZ.point)
    other = Place("Röhrsdorf", point=CHEMNITZ.point)
    ads = [ad("arbeitnow", "1", places=(near,)), ad("sitemap", "2", places=(other,))]
    assert len(merge(ads)) == 1


def test_two_posts_of_an_employers_own_system_are_two():
    assert len(merge([ad("personio", "1"), ad("personio", "2")])) == 2


def test_a_portals_own_number_says_nothing_against_an_employers():
    one = ad("interamt", "1480944", references=("1480944",))
    two = ad("sitemap", "2", references=("4711",))
    assert len(merge([one, two])) == 1


def test_the_public_portals_know_each_others_numbers():
    one = ad("interamt", "1480944", references=("1480944",), title="Bäcker")
    copied = ad("service-bund", "x", references=("1480944",), title="Backende (m/w/d)")
    other = ad("service-bund", "x", references=("1480999",))
    assert len(merge([one, copied])) == 1
    assert len(merge([one, other])) == 2


def test_a_number_named_twice_is_not_a_copy_of_itself():
    twice = ad("a", "1", references=("KB-2026-1", "KB 2026 1"))
    (entry,) = merge([twice, ad("b", "2", references=("KB-2026-1",))])
    assert len(entry.offers) == 2
