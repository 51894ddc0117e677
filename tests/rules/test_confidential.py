"""Who makes a motion confidential, and until when."""

import pytest

from reihum.rules.confidential import check_change, check_public
from reihum.rules.stages import Stage
from reihum.rules.words import Why

pytestmark = pytest.mark.unit


def change(**more):
    usual = {"stage": Stage.SUBMITTED, "now": False, "wanted": True, "office": False,
             "published": False}  # fmt: skip
    given = usual | more
    return check_change(given.pop("stage"), **given)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.SUBMITTED, Stage.ON_AGENDA])
def test_a_land_makes_its_motion_confidential_and_lifts_it_while_it_is_open(stage):
    assert change(stage=stage) is None
    assert change(stage=stage, now=True, wanted=False) is None


def test_once_it_is_decided_the_office_lifts_it():
    lifted = {"stage": Stage.ADOPTED, "now": True, "wanted": False}
    assert change(**lifted).why is Why.FORBIDDEN
    assert change(**lifted, office=True) is None


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"now": True}, "schon vertraulich"),
        ({"wanted": False}, "nicht vertraulich"),
        ({"published": True}, "schon öffentlich"),
    ],
)
def test_what_changes_nothing_or_comes_too_late_is_said(more, sentence):
    refusal = change(**more, office=True)
    assert (refusal.why, sentence in refusal.text.de) == (Why.CONFLICT, True)


def test_nothing_confidential_is_published():
    assert "vertraulich" in check_public(confidential=True).text.de
    assert check_public(confidential=False) is None
