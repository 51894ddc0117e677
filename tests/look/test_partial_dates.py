"""A date field that is as exact as what is typed."""

import pytest
from django.core.exceptions import ValidationError

from reihum.look.parts.fields import PartialDateField
from reihum.rules.dates import PartialDate

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14.4.2027", PartialDate(2027, 4, 14)),
        ("14. 04. 2027", PartialDate(2027, 4, 14)),
        ("2027-04-14", PartialDate(2027, 4, 14)),
        ("4.2027", PartialDate(2027, 4)),
        ("2027-04", PartialDate(2027, 4)),
        (" 2027 ", PartialDate(2027)),
    ],
)
def test_people_and_machines_write_dates_in_their_way(typed, read):
    assert PartialDateField().clean(typed) == read


@pytest.mark.parametrize("typed", ["31.2.2027", "2027.4.14", "bald", "4/2027", "14.4."])
def test_what_is_no_date_is_told_with_an_example(typed):
    with pytest.raises(ValidationError, match=r"14\.4\.2027, 4\.2027 oder 2027"):
        PartialDateField().clean(typed)


def test_nothing_is_no_date_where_none_is_wanted():
    assert PartialDateField(required=False).clean("") is None
    with pytest.raises(ValidationError):
        PartialDateField().clean("")
