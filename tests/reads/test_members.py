import pytest

from reihum.reads.members import members, voters
from reihum.records.models import OfficeHeld, Person
from reihum.rules.laender import CODES

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_the_roll_is_called_in_the_order_of_the_alphabet(intmk):
    assert voters("intmk") == CODES


def test_guests_sit_at_the_table_without_a_vote(intmk):
    guest = members("intmk")[-1]
    assert (guest.code, guest.votes) == ("bundesministerium", False)


def test_an_office_is_as_exact_as_its_source(intmk, django_assert_num_queries):
    OfficeHeld.objects.create(
        person=Person.objects.create(name="Eine Person"), body=intmk, member="BW",
        title="Minister", attested="2016-10",
    )  # fmt: skip
    with django_assert_num_queries(2):
        first = members("intmk")[0]
    assert [str(office.attested) for office in first.offices] == ["2016-10"]
    assert first.offices[0].begins is None
