"""The demonstration has vacancies of its own, so that the search finds something."""

import pytest

from reihum.reads.vacancies import own_advertisements
from reihum.rules.laender import BY_CODE
from reihum.site import data
from reihum.site.demo.accounts import coordinator
from reihum.site.demo.vacancies import publish
from tests.acts.test_vacancies import DAY
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

TEXT = data.text("demo_vacancies")


@pytest.fixture
def coordinators(account):
    for land in BY_CODE:
        account(land, name=coordinator(land).name)


def test_a_fresh_demonstration_has_vacancies_that_one_can_apply_for(coordinators):
    count = publish(TEXT, NOW)
    found = own_advertisements(DAY)
    assert len(found) == count >= 10
    assert any("Koch" in one.title and one.level for one in found)
    assert all("Vorführung" in one.employer for one in found)


def test_loading_twice_adds_nothing(coordinators):
    publish(TEXT, NOW)
    assert publish(TEXT, NOW) == 0
