"""The synopsis through its pages: what the office clicks, and what a Land sees."""

import re

import pytest
from django.utils import translation

from reihum.acts import amendments, motions, synopsis
from reihum.office.synopsis_take import runs
from reihum.records.models import Compromise, Decision, Motion
from reihum.rules.amendment_steps import Delete, Insert, Rewrite
from reihum.rules.text import Paragraph
from tests.pages import source, words
from tests.wished import P3, P4, keys, laid_on, shown, submitted, wish, wished

pytestmark = pytest.mark.integration

PART = {"HTTP_REIHUM_PART": "p3"}


@pytest.fixture
def motion(intmk, acting) -> int:
    return wished(acting)


@pytest.fixture
def staff(signed_in):
    return signed_in("RP", office=True)


@pytest.fixture
def url(motion):
    def address(tail: str = "") -> str:
        with translation.override("de"):
            return f"/buero/intmk/antraege/{motion}/synopse/{tail}"

    return address


def row(answer, name: str) -> str:
    """Return the source of one row."""
    page = source(answer)
    return re.search(rf'<li id="{name}".*?</li>', page, re.DOTALL)[0]


def click(motion, do, *lands, name="p3", **more) -> dict[str, object]:
    """Return what a button of a card sends."""
    return {
        "fassung": 1, "zeile": name, "do": do, "key": keys(motion, *lands), **more,
    }  # fmt: skip


# ── what it shows ──────────────────────────────────────────────────────────
def test_the_page_lays_all_wishes_against_the_text(motion, staff, url):
    page = words(staff.get(url()))
    for sentence in (
        "Synopse zu Fassung 1 vom 23. November 2026",
        "10 Wünsche", "10 Länder", "3 gleiche zusammengeführt", "0 entschieden",
        "1 Konflikt Ziffer 3",
        "Hessen streicht Wörter, die Brandenburg und Mecklenburg-Vorpommern ändern.",
        "drei gleiche Wünsche", "verträglich mit BW",
        "Begründung BY, SN, ST: Vereine erreichen Menschen",
        "Kein Wunsch zu diesem Text: BE, HB, HH, NW, RP, SL",
        "Alle 4 unstrittigen annehmen",
    ):  # fmt: skip
        assert sentence in page
    assert "Ankommen geschieht vor Ort." not in page, "nobody wants another rationale"


def test_who_listens_hears_what_comes_and_what_goes(staff, url):
    page = words(staff.get(url()))
    assert "[gestrichen: drei Ende] [eingefügt: fünf Ende]" in page


def test_every_place_has_a_heading_and_every_button_its_place(staff, url):
    page = source(staff.get(url()))
    assert page.count('<h3 class="kern-sr-only">') == 4
    assert 'Annehmen<span class="kern-sr-only">: HE, Ziffer 3</span>' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("", {"p1", "p2", "p3", "p4"}),
        ("?nur=konflikte", {"p3"}),
        ("?nur=offen", {"p1", "p2", "p3", "p4"}),
        ("?land=TH", {"p4"}),
        ("?nur=konflikte&land=TH", set()),
        ("?nur=konflikte&land=TH&kompromiss=p2", {"p2"}),
    ],
)
def test_filters_narrow_the_rows(staff, url, query, there):
    answer = staff.get(url() + query)
    assert set(re.findall(r'<li id="(p\d)"', source(answer))) == there
    assert ("Mit diesem Filter" in words(answer)) == (not there)


def test_a_land_sees_the_same_and_decides_nothing(url, signed_in):
    answer = signed_in("HE").get(url())
    page = words(answer)
    assert page.count("Ihr Land") == 1
    assert "noch nicht entschieden" in page
    assert "Annehmen" not in page
    assert "übernehmen" not in page
    assert "<form" not in row(answer, "p3")


def test_a_land_sees_its_own_drafts_and_nobody_else_does(
    motion, url, signed_in, acting, staff
):
    for step in (Rewrite("p1", "Die Länder bekräftigen das."), Insert("p4", "Neu.")):
        amendments.write(acting("HH"), motion=motion, member="HH", version=1, step=step)
    page = words(signed_in("HH").get(url()))
    assert "Ihr Land hat hier 2 Änderungen im Entwurf" in page
    assert "sieht nur Ihr Land" in page
    assert "10 Wünsche" in page
    for other in (staff, signed_in("HE")):
        assert "Entwurf" not in words(other.get(url()))


def test_the_rationale_is_there_where_something_is_wished_of_it(
    motion, acting, staff, url
):
    wish(acting, motion, "HH", Rewrite("b1", "Ankommen geschieht immer vor Ort."))
    assert "Begründung Fassung 1" in words(staff.get(url()))


# ── what the office does ───────────────────────────────────────────────────
def test_accepting_leads_back_to_its_row_and_shows_the_outcome(motion, staff, url):
    answer = staff.post(
        url("entscheiden/"), click(motion, "accept", "BY", "SN", "ST", name="p1")
    )
    assert (answer.status_code, answer["Location"]) == (302, f"{url()}#p1")
    page = staff.get(url())
    assert 'aria-pressed="true">Annehmen' in row(page, "p1")
    assert "Angenommen." in words(page)
    result = row(page, "p1").split("r-result")[1]
    assert "im Verein," in result
    assert "noch nicht entschieden" not in result


def test_a_pressed_button_takes_back(motion, staff, url):
    staff.post(url("entscheiden/"), click(motion, "accept", "HE"))
    page = source(staff.get(url()))
    (value,) = re.findall(r'name="do" value="(\S+)" aria-pressed="true"', page)
    assert value.startswith("undo:accepted:p3:")
    staff.post(url("entscheiden/"), {"fassung": 1, "do": value})
    assert not Decision.objects.exists()


def test_a_button_says_all_that_it_means(motion, staff, url):
    page = row(staff.get(url()), "p3")
    values = re.findall(r'name="do" value="(accept:\S+)"', page)
    assert len(values) == 4, "two cards, and two places of the second alone"
    for value in values[:1] * 2:
        answer = staff.post(url("entscheiden/"), {"fassung": 1, "do": value})
        assert answer["Location"].endswith("#p3")
    late = staff.post(
        url("entscheiden/"),
        {"fassung": 1, "do": values[0].replace("accept", "reject")},
    )
    assert late.status_code == 409, "it was not open any more"


@pytest.mark.parametrize("do", ["accept", "accept:open"])
def test_a_button_that_names_no_wish_decides_nothing(motion, staff, url, do):
    answer = staff.post(url("entscheiden/"), {"fassung": 1, "do": do})
    assert answer.status_code == 302
    assert not Decision.objects.exists()


@pytest.mark.parametrize("do", ["", "x:y:z", "::::", "a:b:c:d:e"])
def test_what_is_no_button_takes_no_decision_back(motion, staff, url, do):
    page = row(staff.get(url()), "p3")
    value = re.findall(r'name="do" value="(accept:\S+)"', page)[0]
    staff.post(url("entscheiden/"), {"fassung": 1, "do": value})
    keys = value.rpartition(":")[2].split("+")
    answer = staff.post(url("entscheiden/"), {"fassung": 1, "do": do, "key": keys})
    assert answer.status_code == 422
    assert Decision.objects.count() == len(keys)


def test_the_same_row_is_set_for_each_as_it_concerns_them(
    motion, staff, url, signed_in
):
    for _ in range(2):
        assert "Annehmen" in row(staff.get(url()), "p3")
        assert "Ihr Land" in row(signed_in("HE").get(url()), "p3")
        assert "Ihr Land" not in row(signed_in("TH").get(url()), "p3")


def test_the_filter_is_kept(motion, staff, url):
    answer = staff.post(
        url("entscheiden/") + "?nur=offen", click(motion, "reject", "HE")
    )
    assert answer["Location"] == f"{url()}?nur=offen#p3"


def test_what_clashes_is_said_at_its_row_and_nothing_changes(motion, staff, url):
    staff.post(url("entscheiden/"), click(motion, "accept", "HE"))
    answer = staff.post(url("entscheiden/"), click(motion, "accept", "BB", "MV"))
    assert answer.status_code == 409
    assert "das Land Hessen streicht „innerhalb einer Stunde mit" in words(answer)
    assert 'role="alert"' in row(answer, "p3")
    assert '<a href="#p3">Zur Stelle</a>' in source(answer)


def test_a_reason_stands_beside_the_decision(motion, staff, url):
    staff.post(
        url("entscheiden/"),
        click(motion, "reject", "BW", name="p2", reason="Haushaltsrecht."),
    )
    page = staff.get(url())
    assert "Entscheidung: Haushaltsrecht." in words(page)
    *_, card = re.findall(r'name="begruenden" value="(\w+)"', row(page, "p2"))
    form = row(staff.get(f"{url()}?begruenden={card}"), "p2")
    assert "So ablehnen" in form
    value = re.search(r'value="(reject:rejected:p2:\w+)"', form)[1]
    staff.post(
        url("entscheiden/"), {"fassung": 1, "do": value, "reason": "Anders begründet."}
    )
    assert "Entscheidung: Anders begründet." in words(staff.get(url()))


def test_a_wish_that_is_gone_is_said_kindly(motion, staff, url):
    sent = click(motion, "accept", "HE") | {"key": ["nirgends"]}
    page = staff.post(url("entscheiden/"), sent, follow=True)
    assert "Diesen Wunsch gibt es nicht mehr" in words(page)


def test_all_undisputed_at_one_stroke_and_back(motion, staff, url):
    page = staff.post(url("unstrittige/"), {"fassung": 1}, follow=True)
    assert "4 unstrittige Wünsche sind angenommen." in words(page)
    assert "Die 4 zuletzt zusammen angenommenen zurücknehmen" in words(page)
    stroke = re.findall(r'name="key" value="(\w+)"', source(page).split("zurueck")[0])
    staff.post(url("entscheiden/"), {"fassung": 1, "do": "undo", "key": stroke})
    assert not Decision.objects.exists()


def test_places_of_one_card_are_decided_alone(motion, staff, url):
    assert "Einzeln entscheiden" in row(staff.get(url()), "p3")
    one = keys(motion, "BB", "MV")[0]
    staff.post(url("entscheiden/"), click(motion, "accept", key=[one]) | {"key": [one]})
    page = words(staff.get(url()))
    assert page.count("angenommen") >= 1
    assert laid_on(motion).decided.accepted == {one: True}


# ── compromises ────────────────────────────────────────────────────────────
def test_the_form_for_a_compromise_begins_with_the_words_that_stand(staff, url):
    page = row(staff.get(url() + "?kompromiss=p3"), "p3")
    assert f">{P3}</textarea>" in page
    assert "autofocus" in page


def test_a_compromise_is_worded_seen_changed_and_ended(motion, staff, url, signed_in):
    sent = {"fassung": 1, "zeile": "p3", "do": "save", "text": "Digital.", "seen": 0}
    answer = staff.post(url("kompromiss/"), sent)
    assert answer["Location"] == f"{url()}#p3"
    page = staff.get(url())
    assert "BB, HE, MV sehen den Vorschlag." in words(page)
    assert "Annehmen" not in row(page, "p3")
    assert "0 Konflikte" in words(page)
    assert ">Digital.</textarea>" in row(staff.get(url() + "?kompromiss=p3"), "p3")
    pk = Compromise.objects.get().pk
    late = staff.post(url("kompromiss/"), sent | {"text": "Anders."})
    assert late.status_code == 409
    assert ">Anders.</textarea>" in row(late, "p3"), "what was typed is not lost"
    assert "„Digital.“" in words(late)
    staff.post(url("kompromiss/"), sent | {"do": "end", "seen": pk})
    assert not Compromise.objects.exists()


def test_a_land_answers_a_compromise_that_concerns_it(motion, url, signed_in, office):
    pk = synopsis.word_compromise(
        office, motion=motion, version=1, paragraph="p3", text="Digital."
    )
    hesse, bavaria = signed_in("HE"), signed_in("BY")
    assert "Einverstanden" not in row(bavaria.get(url()), "p3")
    sent = {"zeile": "p3", "compromise": pk, "member": "HE", "do": "yes"}
    page = hesse.post(url("zustimmung/"), sent, follow=True)
    assert "HE einverstanden" in words(page)
    assert 'aria-pressed="true">Einverstanden' in row(page, "p3")
    refused = bavaria.post(url("zustimmung/"), sent | {"member": "BY"})
    assert refused.status_code == 403
    assert hesse.post(url("zustimmung/"), sent | {"do": "x"}).status_code == 422
    assert "HE einverstanden" in words(hesse.get(url()))
    assert "Ihre Antwort ist zurückgenommen." in words(
        hesse.post(url("zustimmung/"), sent | {"do": "undo"}, follow=True)
    )


# ── only what changed ──────────────────────────────────────────────────────
def test_the_script_gets_the_rows_that_changed_and_the_figures(motion, staff, url):
    answer = staff.post(url("entscheiden/"), click(motion, "accept", "HE"), **PART)
    page = source(answer)
    assert answer.status_code == 200
    assert re.findall(r'<li id="(\w+)"', page) == ["p3"]
    assert 'id="zahlen"' in page
    assert "<p data-told>Angenommen.</p>" in page
    assert "<html" not in page


def test_the_script_gets_a_refusal_with_its_row(motion, staff, url):
    staff.post(url("entscheiden/"), click(motion, "accept", "HE"))
    answer = staff.post(
        url("entscheiden/"), click(motion, "accept", "BB", "MV"), **PART
    )
    assert answer.status_code == 409
    assert "<p data-told>Das steht gegen etwas" in source(answer)
    assert 'role="alert"' in row(answer, "p3")


def test_the_script_gets_the_open_form_alone(staff, url):
    page = source(staff.get(url() + "?kompromiss=p3", **PART))
    assert re.findall(r'<li id="(\w+)"', page) == ["p3"]
    assert '<textarea id="text-p3"' in page


def test_a_row_that_the_filter_no_longer_shows_is_taken_away(motion, staff, url):
    staff.post(url("entscheiden/"), click(motion, "reject", "HE"))
    answer = staff.post(
        url("entscheiden/") + "?nur=konflikte",
        click(motion, "reject", "BB", "MV"), **PART,
    )  # fmt: skip
    assert '<li id="p3" data-gone>' in source(answer)


# ── who and when ───────────────────────────────────────────────────────────
def test_guests_and_strangers_do_not_see_it(url, signed_in, client):
    guest = signed_in("bundesministerium")
    assert guest.get(url()).status_code == 404
    assert guest.post(url("entscheiden/")).status_code == 404
    assert client.get(url()).status_code == 302


def test_a_motion_without_a_version_has_no_synopsis(acting, intmk, signed_in):
    pk = motions.draft(acting("HE"), member="HE", conference=22, title="A", text="")
    answer = signed_in("HE").get(f"/buero/intmk/antraege/{pk}/synopse/")
    assert answer.status_code == 404


def test_a_motion_without_wishes_says_so(intmk, acting, staff):
    pk = submitted(acting)
    page = words(staff.get(f"/buero/intmk/antraege/{pk}/synopse/"))
    assert "0 Wünsche" in page
    assert page.count("Kein Wunsch") >= 4


# ── taking over ────────────────────────────────────────────────────────────
def test_before_taking_over_one_sees_what_comes_out_and_what_stays_open(
    motion, staff, url, acting
):
    wish(acting, motion, "HH", Insert("p1", "Sie danken allen.", "1."))
    synopsis_keys = keys(motion, "HH")
    staff.post(url("entscheiden/"), click(motion, "accept") | {"key": synopsis_keys})
    page = words(staff.get(url("uebernehmen/")))
    assert "Als Fassung 2 übernehmen?" in page
    assert "[eingefügt: Sie danken allen. Ende]" in page
    assert "bisher 2." in page
    assert "Ziffer 5: „Ziffer 3“ heißt dann: Ziffer 4" in page
    assert "Was offen bleibt 6" in page


def test_a_part_begins_once_also_where_its_paragraphs_are_folded():
    text = tuple(Paragraph(f"p{n}", 0, "", f"Satz {n}.") for n in range(6))
    changed = (*text[:5], Paragraph("p5", 0, "", "Ganz anders."))
    shown = list(runs(text, changed))
    assert len(shown) > 1
    assert [line.begins for _, lines in shown for line in lines].count(True) == 1


def test_before_taking_over_one_sees_who_has_not_agreed_to_a_compromise(
    motion, staff, url, office, signed_in
):
    worded = synopsis.word_compromise(
        office, motion=motion, version=1, paragraph="p3", text="Digital."
    )
    for land, do in (("HE", "no"), ("MV", "yes")):
        sent = {"zeile": "p3", "compromise": worded, "member": land, "do": do}
        signed_in(land).post(url("zustimmung/"), sent)
    page = words(staff.get(url("uebernehmen/")))
    assert "Kompromisse ohne Zustimmung aller 1" in page
    assert "noch keine Antwort: BB · nicht einverstanden: HE" in page
    signed_in("HE").post(url("zustimmung/"), sent | {"member": "HE"})
    signed_in("BB").post(url("zustimmung/"), sent | {"member": "BB"})
    assert "Zustimmung aller" not in words(staff.get(url("uebernehmen/")))


def test_taking_over_leads_to_the_motion_with_its_new_text(motion, staff, url):
    staff.post(url("unstrittige/"), {"fassung": 1})
    page = staff.get(url("uebernehmen/"))
    mark = re.search(r'name="mark" value="(\w+)"', source(page))[1]
    done = staff.post(url("uebernehmen/"), {"mark": mark}, follow=True)
    assert done.redirect_chain[0][0].endswith(f"/antraege/{motion}/")
    assert "Fassung 2 gilt jetzt. 3 Wünsche sind noch offen" in words(done)
    assert "im Verein" in words(done)
    assert Motion.objects.get().version == 2
    old = words(staff.get(url() + "?fassung=1"))
    assert "Diese Synopse gehört zu Fassung 1 und ist entschieden." in old
    assert "Annehmen" not in old


def test_nobody_takes_over_what_is_no_longer_what_was_shown(motion, staff, url):
    staff.post(url("unstrittige/"), {"fassung": 1})
    answer = staff.post(url("uebernehmen/"), {"mark": "alt"})
    assert answer.status_code == 409
    assert "noch einmal an" in words(answer)
    assert staff.post(url("uebernehmen/")).status_code == 409
    assert Motion.objects.get().version == 1


def test_without_anything_accepted_there_is_nothing_to_take_over(staff, url):
    page = source(staff.get(url("uebernehmen/")))
    assert "Es ist noch nichts angenommen" in page
    assert "kern-btn--primary" not in page


def test_what_could_not_be_taken_along_is_shown_to_land_and_office(
    motion, staff, url, office, signed_in, acting
):
    wish(acting, motion, "HH", Delete("p4"))
    synopsis.decide(
        office, motion=motion, version=1, keys=keys(motion, "TH"), accepted=True
    )
    synopsis.take_over(office, motion=motion, version=1)
    assert shown(motion).stale[0][0] == "HH"
    for browser in (staff, signed_in("HH")):
        page = words(browser.get(url()))
        assert "Nicht in diese Fassung mitgenommen" in page
        assert P4[:30] in page
    assert "Nicht in diese" not in words(signed_in("BY").get(url()))
