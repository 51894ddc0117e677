"""No way of asking ends on a blank page."""

import pytest

pytestmark = pytest.mark.integration
FORM = "/buero/intmk/antraege/1/mittragen/"


@pytest.mark.parametrize("address", [FORM, "/en" + FORM, "/buero/abmelden/"])
def test_the_address_of_a_form_says_what_it_is_for(db, client, address):
    answer = client.get(address)
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    page = answer.content.decode()
    assert ('lang="en"' if address.startswith("/en/") else 'lang="de"') in page
    assert page.count("405") == 1


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ["/intmk/", "/buero/intmk/", "/robots.txt"])
def test_other_ways_of_asking_lead_nowhere(intmk, client, method, address):
    answer = getattr(client, method)(address)
    assert answer.status_code == 405
    assert "nicht öffnen" in answer.content.decode()
