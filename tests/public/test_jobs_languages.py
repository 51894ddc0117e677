"""The job search speaks every language; what does not is said to be German."""

import re

import pytest
from django.utils.html import escape
from django.utils.translation import gettext, override

from reihum.jobs.words.find import find
from reihum.jobs.words.table import LANGUAGES
from reihum.look.languages import ALL, COMPLETE
from reihum.public.jobs_page import examples
from tests.public.job_search import COOK

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

OTHERS = [code for code, _name in ALL if code not in COMPLETE]
PAGES = ("jobs/", "jobs/?was=Koch", "jobs/portale/", f"jobs/anzeige/?id={COOK.key}")


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_search_speaks_every_language(prepare, whole, code, page):
    search = prepare()
    shown = whole(f"/{code}/{page}")
    rtl = "rtl" if code in {"ar", "fa"} else "ltr"
    assert f'<html lang="{code}" dir="{rtl}">' in shown
    assert set(search.languages) <= {"de" if code == "de-simple" else code}


def test_what_was_written_in_german_is_marked_as_german(prepare, whole):
    prepare()
    shown = whole("/ar/jobs/?was=Koch").partition("data-final")[2]
    assert '<h3 lang="de" dir="ltr">' in shown
    assert '<b lang="de"><bdi>Bundesagentur für Arbeit</bdi></b>' in shown


def test_the_navigation_leads_only_to_what_speaks_the_language(prepare, whole):
    prepare()
    shown = whole("/ar/jobs/")
    nav = shown.partition('id="menue"')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="([^"]+)"', nav) == ["/ar/jobs/", "/"]
    assert (
        '<a href="/" lang="de" hreflang="de">Integrationsministerkonferenz</a>' in nav
    )


def test_the_switch_shows_some_languages_and_has_the_others(prepare, whole):
    prepare()
    switch = whole("/uk/jobs/?was=Koch").partition('class="r-lang"')[2]
    shown, _details, more = switch.partition("</nav>")[0].partition("<details")
    assert re.findall('lang="([^"]+)" href', shown) == ["de", "de-simple", "en", "ar",
                                                        "uk"]  # fmt: skip
    assert re.findall('lang="([^"]+)" href', more) == ["fa", "ru", "tr", "fr"]
    assert 'href="/tr/jobs/?was=Koch"' in more


def test_a_page_of_two_languages_has_nothing_behind_more(intmk, page):
    switch = page("/intmk/").partition('class="r-lang"')[2].partition("</nav>")[0]
    assert "<details" not in switch


@pytest.mark.parametrize("code", [*OTHERS, "de", "en"])
def test_machine_translations_say_that_they_are(prepare, whole, code):
    """In their own words, or in German as long as these are not compiled."""
    prepare()
    shown = whole(f"/{code}/jobs/" if code != "de" else "/jobs/")
    with override(code):
        said = gettext("Maschinell übersetzt, noch nicht von Menschen geprüft.")
    assert (escape(said) in shown) is (code not in COMPLETE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_in_the_readers_words_and_are_found(language):
    german = {"Koch", "Pflegefachmann", "Reinigungskraft", "Bäcker", "Elektriker"}
    found = [find(word, language) for word in examples(language)]
    names = {hit.occupation.main for hit in found if hit}
    assert german <= names
    assert len(names) == len(found)


def test_who_reads_arabic_is_shown_arabic_examples(prepare, whole):
    prepare()
    assert ">طباخ</a>" in whole("/ar/jobs/")
