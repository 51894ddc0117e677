import pytest

from reihum.rules.version import Label
from reihum.rules.words import Why
from reihum.rules.writing import LONGEST, check_begun, check_unsaved

pytestmark = pytest.mark.unit


def test_a_whole_form_is_kept_while_it_is_written_but_no_book():
    assert check_unsaved(LONGEST) is None
    assert check_unsaved(LONGEST + 1).why is Why.INVALID


@pytest.mark.parametrize(
    ("begun", "newest"),
    [("e2", Label(0, 2)), ("", Label(0, 2)), ("e2", None)],
)
def test_who_began_on_the_newest_version_overwrites_nothing(begun, newest):
    assert check_begun(begun, newest) is None


def test_who_began_on_an_older_version_is_told():
    refusal = check_begun("e1", Label(0, 2))
    assert (refusal.why, refusal.field) == (Why.CONFLICT, "begun_on")
