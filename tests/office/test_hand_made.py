"""What no form of ours sends: an answer all the same, and nothing stored."""

import pytest

from reihum.records.models import Amendment, Compromise, Decision
from tests.wished import wished

pytestmark = pytest.mark.integration

STRANGE = ("9" * 5_000, "9" * 30, "-1", "²", "٣", "\x00", "1e5")


@pytest.fixture
def motion(intmk, acting) -> int:
    return wished(acting)


@pytest.mark.parametrize("number", STRANGE)
@pytest.mark.parametrize(
    ("way", "fields"),
    [
        ("synopse/entscheiden/", ("fassung", "punkt")),
        ("synopse/unstrittige/", ("fassung",)),
        ("synopse/kompromiss/", ("fassung", "seen")),
        ("synopse/zustimmung/", ("compromise",)),
        ("aendern/", ("fassung",)),
        ("aenderungen/{}/einreichen/", ("statt",)),
        ("aenderungen/{}/erledigt/", ("stelle",)),
    ],
)
def test_a_number_that_is_none_is_no_fault(motion, signed_in, way, fields, number):
    browser = signed_in("BY" if way.startswith("aend") else "RP", office=True)
    amendment = Amendment.objects.get(member="BY").pk
    address = f"/buero/intmk/antraege/{motion}/{way.format(amendment)}"
    sent = {"zeile": "p3", "ziffer": "p2", "text": "Neu", "do": "rewrite"}
    answer = browser.post(address, sent | dict.fromkeys(fields, number))
    assert answer.status_code < 500
    assert not Decision.objects.exists()
    assert not Compromise.objects.exists()


@pytest.mark.parametrize("number", [one for one in STRANGE if one != "\x00"])
@pytest.mark.parametrize("way", ["synopse/", "synopse.json", "aendern/", ""])
def test_a_version_that_is_none_is_no_fault(motion, signed_in, way, number):
    address = f"/buero/intmk/antraege/{motion}/{way}"
    asked = {"fassung": number, "ziffer": number, "stelle": number}
    assert signed_in("BY").get(address, asked).status_code < 500
