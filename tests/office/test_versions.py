"""The pages of a motion's versions: who sees which, and what is new in them."""

import pytest

from reihum.acts import agenda, ballots, motions
from reihum.acts.motion_family import split
from tests.pages import source, words

pytestmark = pytest.mark.integration

PAGE = "/buero/intmk/antraege/{}/fassungen/"


@pytest.fixture
def motion(intmk, acting) -> int:
    """Drafted in two steps by Niedersachsen, submitted, then split."""
    ni = acting("NI")
    pk = motions.draft(ni, member="NI", conference=22, title="Kurse", text="1. Eins")
    wording = {
        "title": "Kurse öffnen",
        "text": "1. Der Bund öffnet alle Kurse\n\n2. Zwei",
        "rationale": "Weil.",
    }
    motions.revise(ni, motion=pk, **wording)
    motions.submit(ni, motion=pk)
    split(ni, motion=pk, paragraphs=["p2"], title="Zweiter")
    return pk


def test_the_list_says_who_made_which_version_why(motion, signed_in):
    said = words(signed_in("BY").get(PAGE.format(motion)))
    assert "Fassung 2 geteilt: Niedersachsen" in said
    assert "Fassung 1 eingereicht: Niedersachsen 23. November 2026, 09:00" in said
    assert "Entwurf 1" not in said
    own = words(signed_in("NI").get(PAGE.format(motion)))
    assert "Entwurf 1 als Entwurf gesichert: Niedersachsen" in own


def test_two_versions_stand_beside_each_other_or_in_one_text(motion, signed_in):
    browser, page = signed_in("NI"), PAGE.format(motion)
    beside = source(browser.get(f"{page}e2/2/"))
    assert "gestrichen: </span>Zwei<" in beside
    assert 'data-version="Entwurf 2"' in beside
    assert "1 Absatz geändert" in beside
    inline = source(browser.get(f"{page}e1/e2/?ansicht=text"))
    assert "eingefügt: </span> öffnen<" in inline
    assert "Der Bund öffnet alle Kurse" in inline
    assert "data-version" not in inline
    assert 'href="?ansicht=text" aria-current="true"' in inline


def test_equal_versions_say_so(motion, signed_in):
    said = words(signed_in("NI").get(f"{PAGE.format(motion)}e2/1/"))
    assert "Beide Fassungen sind gleich." in said


def test_what_is_far_from_a_change_is_folded(intmk, acting, signed_in):
    ni = acting("NI")
    lines = [f"{n}. Satz {n} bleibt, wie er ist" for n in range(1, 12)]
    given = {"member": "NI", "conference": 22, "title": "A"}
    pk = motions.draft(ni, text="\n\n".join(lines), **given)
    lines[5] = "6. Satz 6 bleibt nicht, wie er ist"
    motions.revise(ni, motion=pk, title="A", text="\n\n".join(lines))
    page = source(signed_in("NI").get(f"{PAGE.format(pk)}e1/e2/"))
    assert page.count("4 Absätze unverändert") == 2
    assert "Satz 1 bleibt" in page


def test_one_version_is_read_word_for_word(motion, signed_in):
    said = words(signed_in("BY").get(f"{PAGE.format(motion)}1/"))
    for word in ("Kurse öffnen", "Der Bund öffnet alle Kurse", "Zwei", "Weil."):
        assert word in said
    empty = words(signed_in("NI").get(f"{PAGE.format(motion)}e1/"))
    assert "Begründung" not in empty


@pytest.mark.parametrize("rest", ["9/", "e1/", "x/", "1/9/", "e1/1/", "1/e2/", "0/"])
def test_a_version_that_is_not_there_or_not_for_you_is_a_sentence(
    motion, signed_in, rest
):
    answer = signed_in("BY").get(PAGE.format(motion) + rest)
    assert answer.status_code == 404
    assert "Diese Fassung gibt es nicht" in words(answer)


def test_a_motion_that_is_not_there_has_no_versions(intmk, signed_in):
    for rest in ("", "1/", "1/2/"):
        answer = signed_in("BY").get(PAGE.format(77) + rest)
        assert (answer.status_code, "gibt es nicht" in words(answer)) == (404, True)


def test_two_are_chosen_and_compared(motion, signed_in):
    browser, page = signed_in("BY"), PAGE.format(motion)
    assert browser.get(f"{page}?von=1&bis=2")["Location"] == f"{page}1/2/"
    assert browser.get(f"{page}?von=1&bis=zwei").status_code == 200


def test_what_is_voted_on_is_shown_as_frozen(motion, office, signed_in):
    item = agenda.place(office, motion=motion, number="2.1")
    ballots.open_ballot(office, item=item)
    said = words(signed_in("BY").get(PAGE.format(motion)))
    assert "Die neueste Fassung ist eingefroren" in said
    assert "zur Abstimmung gestellt am 23. November 2026" in said
    page = words(signed_in("BY").get(f"/buero/intmk/antraege/{motion}/"))
    assert "Fassung 2, eingefroren" in page
