from datetime import date

import pytest

from reihum.reads.chairs import proposed_terms

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 23)


def test_after_the_stored_terms_the_alphabet_proposes(intmk):
    proposed = proposed_terms("intmk", TODAY, 3)
    assert [term.land for term in proposed] == ["SN", "ST", "SH"]
    assert proposed[0].begins == date(2028, 7, 1)


def test_a_body_whose_order_is_not_known_gets_no_proposal(intmk):
    intmk.slug = "imk"
    intmk.save()
    assert proposed_terms("imk", TODAY, 3) == ()
    assert proposed_terms("unbekannt", TODAY, 3) == ()
