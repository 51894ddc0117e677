"""Everybody can see that an installation is for trying out."""

import pytest

from reihum.reads.demo import is_demo
from reihum.records.models import Conference

pytestmark = pytest.mark.integration


def test_a_demonstration_year_makes_it_a_demonstration(intmk):
    assert is_demo()


def test_an_installation_without_one_is_real(intmk):
    Conference.objects.update(demo=False)
    assert not is_demo()


def test_the_settings_can_say_so(db, settings):
    settings.REIHUM_DEMO = True
    assert is_demo()
