"""A Land reads what became of its wishes where it looks anyway."""

import pytest

from reihum.acts import synopsis
from reihum.reads.fates import fates_on_the_desk
from reihum.rules.visibility import Viewer
from tests.pages import words
from tests.wished import keys, wished

pytestmark = pytest.mark.integration

DESK = "/buero/intmk/"


@pytest.fixture
def motion(intmk, acting, office) -> int:
    pk = wished(acting)
    for lands, accepted, reason in (
        (("BY", "SN", "ST"), True, ""), (("BW",), False, "Haushaltsrecht."),
    ):  # fmt: skip
        synopsis.decide(
            office, motion=pk, version=1, keys=keys(pk, *lands), accepted=accepted,
            reason=reason,
        )  # fmt: skip
    synopsis.word_compromise(
        office, motion=pk, version=1, paragraph="p3", text="Digital."
    )
    return pk


def seen(client, motion) -> str:
    return words(client.get(f"/buero/intmk/antraege/{motion}/"))


def test_the_page_of_the_motion_says_it_wish_by_wish(motion, signed_in):
    assert "Ihr Wunsch zu Ziffer 1: angenommen" in seen(signed_in("BY"), motion)
    assert "Ihr Wunsch zu Ziffer 2: abgelehnt Haushaltsrecht." in seen(
        signed_in("BW"), motion
    )
    assert "Ihr Wunsch zu Ziffer 4: noch nicht entschieden" in seen(
        signed_in("TH"), motion
    )
    hesse = seen(signed_in("HE"), motion)
    assert "Ihr Wunsch zu Ziffer 3: Kompromiss" in hesse
    assert "Zum Kompromiss fehlt Ihre Antwort: Ziffer 3" in hesse


def test_nobody_is_told_of_wishes_it_does_not_have(motion, signed_in):
    for client in (signed_in("HH"), signed_in("RP", office=True)):
        assert "Ihr Wunsch zu" not in seen(client, motion)


def test_the_desk_says_what_is_new_and_asks_for_an_answer(motion, signed_in):
    assert "Ziffer 1: angenommen" in words(signed_in("BY").get(DESK))
    hesse = words(signed_in("HE").get(DESK))
    assert "Ziffer 3: Kompromiss · zum Kompromiss fehlt Ihre Antwort: Ziffer 3" in hesse
    for land in ("TH", "HH"):
        assert "Was aus Ihren Wünschen wurde" not in words(signed_in(land).get(DESK))


def test_after_taking_over_the_old_decisions_stay_and_what_is_open_goes_on(
    motion, signed_in, office
):
    synopsis.take_over(office, motion=motion, version=1)
    hesse = seen(signed_in("HE"), motion)
    assert "Wünsche von Hessen zu Fassung 1" in hesse
    assert "fehlt Ihre Antwort" not in hesse
    thuringia = seen(signed_in("TH"), motion)
    assert "zu Fassung 2 Ihr Wunsch zu Ziffer 4: noch nicht entschieden" in thuringia
    assert "zu Fassung 1 Ihr Wunsch" not in thuringia


def test_the_desk_costs_the_same_for_one_motion_and_for_two(
    motion, acting, django_assert_max_num_queries
):
    hesse = Viewer(members=frozenset({"HE"}))
    wished(acting)
    with django_assert_max_num_queries(6):
        assert len(fates_on_the_desk("intmk", 22, hesse)) == 2
