import pytest

from reihum.rules.version import CAUSE_NAMES, Cause

pytestmark = pytest.mark.unit


def test_every_cause_of_a_version_has_a_name_in_both_languages():
    assert set(CAUSE_NAMES) == set(Cause)
    assert all(name.de and name.en for name in CAUSE_NAMES.values())
