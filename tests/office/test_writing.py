"""The form of a motion, step by step, as a person without a script uses it."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import translation

from reihum.records.models import Conference, Motion, Version, WritingDraft
from reihum.rules.text import from_data
from tests.conftest import NOW

pytestmark = pytest.mark.integration

NEW = "/buero/intmk/konferenzen/22/antraege/neu/"
FORM = {"member": "NI", "title": "Sprachkurse", "bundesrat": "no"}


def url(name: str, *args: object) -> str:
    with translation.override("de"):
        return reverse(f"office:{name}", args=["intmk", *args])


def seen(answer) -> str:
    return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def hidden(page: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}"\s+value="([^"]*)"', page)


def form_of(page: str) -> dict[str, list[str]]:
    """What the form on the page sends back, unless somebody types something else."""
    sent: dict[str, list[str]] = {"member": ["NI"], "bundesrat": ["no"]}
    sent["title"] = re.findall(r'name="title"\s+value="([^"]*)"', page)
    for part in ("text", "rationale"):
        for name in ("at", "last", "stale", "gone-at", "gone-words"):
            if values := hidden(page, f"{part}-{name}"):
                sent[f"{part}-{name}"] = values
        words = re.findall(rf'name="{part}-words"[^>]*>\n([^<]*)</textarea>', page)
        sent[f"{part}-words"] = words or hidden(page, f"{part}-words")
        if whole := re.findall(rf'name="{part}"[^>]*>\n([^<]*)</textarea>', page):
            sent[part] = whole
    if begun := hidden(page, "begun_on"):
        sent["begun_on"] = begun
    return sent


def lines(page: str) -> list[str]:
    sent = form_of(page)
    pairs = zip(sent["text-at"], sent["text-words"], strict=True)
    return [f"{at.partition(' ')[2]} {words}" for at, words in pairs]


@pytest.fixture
def browser(intmk, signed_in):
    return signed_in("NI")


@pytest.fixture
def draft(browser) -> int:
    text = "Die Länder bitten:\n\n1. eins\n\n2. zwei\n\n3. Siehe Ziffer 2."
    browser.post(NEW, {**FORM, "text": text, "do": "draft"})
    return Motion.objects.get().pk


def press(browser, address: str, page: str, do: str, **typed):
    return browser.post(address, {**form_of(page), **typed, "do": do})


# ── steps ──────────────────────────────────────────────────────────────────
def test_a_step_answers_with_the_form_and_stores_nothing(
    browser, draft, journal_length
):
    address, before = url("motion_edit", draft), journal_length()
    page = seen(browser.get(address))
    answer = press(browser, address, page, "up:p3", title="Neuer Titel")
    page = seen(answer)
    assert answer.status_code == 200
    assert lines(page) == [
        "0 Die Länder bitten:", "1 1. zwei", "1 2. eins", "1 3. Siehe Ziffer 2.",
    ]  # fmt: skip
    assert 'value="Neuer Titel"' in page
    assert "Hier steht „Ziffer 2“; die Stelle heißt jetzt „Ziffer 1“." in page
    assert re.search(r'id="id_text-p3"[^>]*autofocus', page)
    assert (Version.objects.count(), journal_length()) == (1, before)
    page = seen(press(browser, address, page, "indent:p2"))
    assert "1 1. zwei" in lines(page)
    assert "2 a) eins" in lines(page)
    assert "die Stelle heißt jetzt „Ziffer 1“" in page
    press(browser, address, page, "draft")
    row = Motion.objects.get()
    assert [(p.id, p.number) for p in from_data(row.text)] == [
        ("p1", ""), ("p3", "1."), ("p2", "a)"), ("p4", "2."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("do", "found"),
    [
        ("join:p2", ["0 Die Länder bitten: eins", "1 1. zwei"]),
        ("add:p2", ["0 Die Länder bitten:", "1 1. eins", "1 2. ", "1 3. zwei"]),
        ("toggle:p1", ["1 1. Die Länder bitten:", "1 2. eins"]),
        ("outdent:p2", ["0 Die Länder bitten:", "0 eins", "1 1. zwei"]),
        ("cut:p1", ["1 1. eins", "1 2. zwei"]),
        ("up:p77", ["0 Die Länder bitten:"]),
    ],
)
def test_every_button_does_what_it_says(browser, draft, do, found):
    address = url("motion_edit", draft)
    page = seen(press(browser, address, seen(browser.get(address)), do))
    assert [line.replace("0  ", "0 ") for line in lines(page)][: len(found)] == found


def test_a_line_break_divides_a_paragraph_whatever_button_is_pressed(browser, draft):
    address = url("motion_edit", draft)
    page = seen(browser.get(address))
    words = form_of(page)["text-words"]
    words[1] = "ei\r\nns"
    page = seen(press(browser, address, page, "split:p2", **{"text-words": words}))
    assert lines(page)[1:4] == ["1 1. ei", "1 2. ns", "1 3. zwei"]
    assert re.search(r'id="id_text-p5"[^>]*autofocus', page)
    assert "die Stelle heißt jetzt „Ziffer 3“" in page
    page = seen(press(browser, address, page, "split:p2"))
    assert "Setzen Sie dort, wo geteilt werden soll" in page
    assert lines(page)[1:4] == ["1 1. ei", "1 2. ns", "1 3. zwei"]


def test_a_deleted_paragraph_can_be_taken_back(browser, draft):
    address = url("motion_edit", draft)
    page = seen(press(browser, address, seen(browser.get(address)), "cut:p2"))
    assert "Gelöscht: „eins“" in re.sub(r"</?span>|\s+", " ", page).replace("  ", " ")
    page = seen(press(browser, address, page, "back:text"))
    assert "1 1. eins" in lines(page)
    assert "Zurückholen" not in page


def test_all_in_one_field_and_back_loses_nothing(browser, draft):
    address = url("motion_edit", draft)
    page = seen(press(browser, address, seen(browser.get(address)), "whole:text"))
    assert "1. eins\n\n2. zwei" in page
    typed = form_of(page)["text"][0].replace("1. eins", "1. neu\n\n2. eins")
    page = seen(press(browser, address, page, "whole:text", text=typed))
    assert "2. eins" in page
    page = seen(press(browser, address, page, "rows:text"))
    assert [at.split()[0] for at in form_of(page)["text-at"]] == [
        "p1", "p5", "p2", "p3", "p4",
    ]  # fmt: skip
    page = seen(press(browser, address, page, "whole:text"))
    press(browser, address, page, "draft")
    assert [p["id"] for p in Motion.objects.get().text][:3] == ["p1", "p5", "p2"]


def test_the_rationale_is_written_in_the_same_way(browser, draft):
    address = url("motion_edit", draft)
    page = seen(browser.get(address))
    more = {"rationale-at": ["b1 0"], "rationale-words": ["Weil.\nUnd **weil**."]}
    page = seen(press(browser, address, page, "up:b2", **more))
    press(browser, address, page, "draft")
    row = Motion.objects.get()
    assert [(p.id, p.text) for p in from_data(row.rationale)] == [
        ("b2", "Und weil."), ("b1", "Weil."),
    ]  # fmt: skip


def test_a_field_alone_is_the_answer_to_a_script(browser, draft):
    address = url("motion_edit", draft)
    sent = form_of(seen(browser.get(address)))
    answer = browser.post(
        address,
        {**sent, "do": "down:p2", "field": "text", "caret-row": "p2", "caret-at": "2"},
        headers={"accept": "text/html;part=editor"},
    )
    part = seen(answer)
    assert part.strip().startswith("<fieldset")
    assert "<html" not in part
    assert re.search(r'id="id_text-p2"[^>]*autofocus data-caret="2"', part)


def paste(browser, address: str, page: str, **copied):
    sent = {"caret-row": "p2", "caret-at": "4", "field": "text"}
    return press(browser, address, page, "paste:p2", **sent, **copied)


def test_what_is_pasted_becomes_paragraphs(browser, draft):
    address = url("motion_edit", draft)
    page = seen(browser.get(address))
    plain = "1.\tneu\r\na)\tklein\r\n"
    source = "<ul><li>Punkt <b>fett</b></li></ul>"
    assert lines(seen(paste(browser, address, page, **{"pasted-plain": plain})))[
        1:4
    ] == ["1 1. eins", "1 2. neu", "2 a) klein"]
    both = {"pasted-plain": plain, "pasted-html": source}
    assert lines(seen(paste(browser, address, page, **both)))[1:3] == [
        "1 1. eins", "2 - Punkt **fett**",
    ]  # fmt: skip
    no_list = {"pasted-plain": plain, "pasted-html": "<p>1. neu</p>"}
    assert "1 2. neu" in lines(seen(paste(browser, address, page, **no_list)))
    lost = {"pasted-plain": plain, "caret-row": "p99"}
    sent = {"caret-at": "4", "do": "paste:p2", **lost}
    page = seen(browser.post(address, {**form_of(page), **sent}))
    assert lines(page)[-2:] == ["1 4. neu", "2 a) klein"]


def test_what_is_pasted_first_of_all_into_the_rationale_stands_there(browser):
    page = seen(browser.get(NEW))
    copied = {"pasted-plain": "Guten Tag,\n- eins\n- zwei", "caret-row": "b1"}
    page = seen(press(browser, NEW, page, "paste:b1", **copied, **{"caret-at": "0"}))
    assert form_of(page)["rationale-words"] == ["Guten Tag,", "eins", "zwei"]
    assert form_of(page)["text-words"] == [""]


def test_a_book_that_is_pasted_is_shown_in_one_field_and_not_stored(browser, draft):
    address = url("motion_edit", draft)
    page = seen(browser.get(address))
    book = "".join(f"Satz {number}.\n\n" for number in range(2_500))
    page = seen(press(browser, address, page, "paste:text", **{"pasted-plain": book}))
    assert page.count('name="text-words"') == 1
    assert "Satz 2499." in form_of(page)["text"][0]
    answer = press(browser, address, page, "draft")
    assert answer.status_code == 422
    assert "Absätze, möglich sind 2000" in seen(answer)
    assert Version.objects.count() == 1


def test_a_paste_into_nothing_is_a_form_as_before(browser):
    sent = {**FORM, "do": "paste:p1", "pasted-plain": "1. neu\n2. neu"}
    assert browser.post(NEW, sent).status_code == 200
    whole = {**sent, "text": "eins", "do": "up:p1"}
    assert "\neins</textarea>" in seen(browser.post(NEW, whole))


# ── unsaved ────────────────────────────────────────────────────────────────
def test_what_was_not_kept_is_offered_and_gone_on_with(browser, draft, settings):
    address, keep = url("motion_edit", draft), url("motion_keep", draft)
    sent = form_of(seen(browser.get(address)))
    words = sent["text-words"]
    words[1] = "eins und mehr"
    answer = browser.post(keep, {**sent, "text-words": words, "do": "x"})
    assert json.loads(answer.content) == {
        "said": "Gesichert um 09:00 Uhr.", "others": "",
    }  # fmt: skip
    settings.REIHUM_NOW = NOW + timedelta(minutes=20)
    page = seen(browser.get(address))
    assert "liegt Ungesichertes vor" in page
    assert "09:00" in page
    assert "eins und mehr" in page
    assert "text-words" not in page
    page = seen(browser.post(address, {"do": "resume"}))
    assert "1 1. eins und mehr" in lines(page)
    press(browser, address, page, "draft")
    assert Motion.objects.get().text[1]["text"] == "eins und mehr"
    assert not WritingDraft.objects.exists()
    again = browser.post(address, {"do": "resume"})
    assert (again.status_code, again["Location"]) == (302, address)


def test_a_new_motion_that_was_not_kept_is_offered_and_thrown_away(
    browser, settings, signed_in
):
    browser.post(url("motion_keep_new", 22), {**FORM, "text": "1. eins"})
    settings.REIHUM_NOW = NOW + timedelta(days=1)
    assert "Vom <time" in seen(browser.get(NEW))
    assert "liegt Ungesichertes vor" not in seen(signed_in("BY").get(NEW))
    answer = browser.post(NEW, {"do": "forget"}, follow=True)
    assert answer.redirect_chain == [(NEW, 302)]
    assert "Ungesichertes" not in seen(answer)


def test_unsaved_writing_in_a_draft_is_thrown_away_or_says_that_it_is_older(
    browser, draft
):
    address = url("motion_edit", draft)
    sent = form_of(seen(browser.get(address)))
    browser.post(url("motion_keep", draft), sent)
    assert "Inzwischen ist eine andere Fassung" not in seen(browser.get(address))
    WritingDraft.objects.update(begun_on="e7")
    assert "Inzwischen ist eine andere Fassung" in seen(browser.get(address))
    browser.post(address, {"do": "forget"})
    assert not WritingDraft.objects.exists()


def test_what_cannot_be_kept_is_told_in_a_sentence(browser, draft):
    Conference.objects.update(state="cancelled")
    answer = browser.post(url("motion_keep_new", 22), FORM)
    assert answer.status_code == 409
    assert "ist ausgefallen" in json.loads(answer.content)["said"]


def test_two_accounts_of_a_land_see_each_other(browser, draft, signed_in):
    other = signed_in("NI", name="ni-referat")
    assert "Ein anderes Konto" not in seen(other.get(url("motion_edit", draft)))
    browser.post(url("motion_keep", draft), FORM)
    page = seen(other.get(url("motion_edit", draft)))
    assert "Ein anderes Konto Ihres Landes (ni) schreibt gerade" in page
    told = json.loads(other.post(url("motion_keep", draft), FORM).content)["others"]
    assert "zuletzt um 09:00 Uhr" in told


# ── conflicts ──────────────────────────────────────────────────────────────
@pytest.fixture
def two(browser, draft, signed_in) -> tuple[str, str]:
    """Somebody kept another version while this form was open: address and page."""
    address = url("motion_edit", draft)
    page = seen(browser.get(address))
    other = signed_in("NI", name="ni-referat")
    theirs = form_of(page)["text-words"]
    theirs[1], theirs[2] = "eins von ihnen", "zwei von ihnen"
    answer = press(other, address, page, "draft", title="Ihr Titel",
                   **{"text-words": theirs})  # fmt: skip
    assert answer.status_code == 302
    return address, page


def conflict(browser, two, **typed):
    address, page = two
    yours = form_of(page)["text-words"]
    yours[2], yours[3] = "zwei von mir", "drei von mir"
    return press(browser, address, page, "draft", **{"text-words": yours}, **typed)


def chosen(answer) -> dict[str, str]:
    """What the page of both versions suggests."""
    found = re.findall(r'name="(pick-[^"]+)" value="(\w+)"[^>]*checked', seen(answer))
    return dict(found)


def carried(answer) -> dict[str, list[str]]:
    sent: dict[str, list[str]] = {}
    pairs = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', seen(answer))
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    return sent


def test_a_save_that_comes_second_shows_both_versions_and_overwrites_nothing(
    browser, two
):
    answer = conflict(browser, two, lead="on")
    page = seen(answer)
    assert answer.status_code == 409
    for words in ("zwei von ihnen", "zwei von mir", "Ihr Titel", "Überschrieben ist"):
        assert words in page
    assert "Das ist der Leitantrag" in page
    assert chosen(answer) == {
        "pick-title": "yours", "pick-text-p2": "theirs", "pick-text-p3": "yours",
        "pick-text-p4": "yours",
    }  # fmt: skip
    assert Motion.objects.get().title == "Ihr Titel"


def test_what_was_chosen_is_written_on_and_then_kept(browser, two):
    address, _page = two
    answer = conflict(browser, two)
    picks = chosen(answer) | {"pick-text-p3": "theirs", "pick-title": "theirs"}
    page = seen(browser.post(address, {**carried(answer), **picks, "do": "settle"}))
    assert lines(page)[1:] == [
        "1 1. eins von ihnen", "1 2. zwei von ihnen", "1 3. drei von mir",
    ]  # fmt: skip
    assert press(browser, address, page, "draft").status_code == 302
    row = Motion.objects.get()
    assert (row.title, row.text[3]["text"]) == ("Ihr Titel", "drei von mir")


def test_one_can_stay_with_ones_own_version(browser, two):
    address, _page = two
    answer = conflict(browser, two)
    page = seen(browser.post(address, {**carried(answer), "do": "mine"}))
    assert lines(page)[1:3] == ["1 1. eins", "1 2. zwei von mir"]
    assert press(browser, address, page, "draft").status_code == 302
    assert Motion.objects.get().title == "Sprachkurse"


def test_a_choice_without_a_draft_is_the_form_as_before(browser):
    page = seen(browser.post(NEW, {**FORM, "text": "1. eins", "do": "settle"}))
    assert "1. eins" in page


def test_a_motion_that_could_not_be_submitted_is_no_conflict_with_itself(
    browser, draft
):
    address = url("motion_edit", draft)
    page = seen(browser.get(address))
    Conference.objects.update(state="cancelled")
    answer = press(browser, address, page, "submit")
    assert answer.status_code == 409
    Conference.objects.update(state="planned")
    assert press(browser, address, seen(answer), "submit").status_code == 302
    assert Motion.objects.get().stage == "submitted"
