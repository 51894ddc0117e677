from datetime import date

import pytest

from reihum.reads.about import about, all_bodies
from reihum.records.models import Body, BodyName
from reihum.rules.visibility import STRANGER

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_body_bears_the_form_of_its_chair_as_long_as_the_chair_lasts(intmk):
    BodyName.objects.create(
        body=intmk, name="Integrationsminister:innenkonferenz", kind="chair",
        begins=date(2025, 7, 1), ends=date(2026, 6, 30),
    )  # fmt: skip
    row = about("intmk", STRANGER)
    assert row is not None
    assert row.name_on(date(2026, 6, 30)).de == "Integrationsminister:innenkonferenz"
    assert row.name_on(date(2026, 7, 1)).de == "Integrationsministerkonferenz"


def test_a_body_without_names_is_called_by_its_short_one(db):
    Body.objects.create(slug="xmk", short="XMK")
    row = about("xmk", STRANGER)
    assert row is not None
    assert row.name_on(date(2026, 1, 1)).de == "XMK"
    assert row.official is None


def test_it_says_which_pages_have_something_to_show(intmk, django_assert_num_queries):
    with django_assert_num_queries(2):
        (row,) = all_bodies(STRANGER)
    assert (row.has_conferences, row.has_resolutions, row.demo) == (True, False, True)
    assert (row.laender, row.bund_votes) == (16, False)


def test_an_unknown_body_is_none(db):
    assert about("nmk", STRANGER) is None
