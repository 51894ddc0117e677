"""The mails of a saved search can be read in every language, from either side."""

from dataclasses import replace

import pytest

from reihum.jobs.model import Advertisement, Entry
from reihum.look import search_mail
from reihum.look.languages import ALL
from reihum.look.search_mail import Saved, asking, finds
from reihum.rules.signs import check_signs

pytestmark = pytest.mark.unit

COOK = Entry(
    best=Advertisement(
        source="arbeitsagentur", id="1", title="Koch", url="https://stellen.example/1"
    ),
    offers=(),
)


def saved(language: str) -> Saved:
    return Saved(
        "geheim", language, "https://reihum.example", "was=Koch&wo=Chemnitz&km=25",
        "day",
    )  # fmt: skip


@pytest.mark.parametrize("language", [code for code, _name in ALL])
def test_no_mail_has_a_sign_that_the_outbox_refuses(language):
    for mail in (asking(saved(language)), finds(saved(language), [COOK], first=True)):
        assert check_signs("letter", mail) is None


def test_subject_and_first_line_say_what_was_found_and_where():
    mail = finds(saved("de"), [COOK], first=True)
    assert mail.subject == "1 Stelle: Koch · Chemnitz · 25 km"
    assert mail.body.startswith(f"{mail.subject}\n")


def test_a_mail_of_a_demonstration_says_before_all_else_that_all_is_invented():
    real = finds(saved("de"), [COOK], first=True).body
    shown = finds(replace(saved("de"), demonstration=True), [COOK], first=True).body
    assert "Vorführung. Alle Anzeigen" in shown.partition("Koch\n")[0]
    assert "Vorführung" not in real


def test_the_colon_of_the_head_stands_as_the_language_wants_it(monkeypatch):
    french = {"%(head)s: %(what)s": "%(head)s\xa0: %(what)s"}
    monkeypatch.setattr(search_mail, "_", lambda text: french.get(text, text))
    subject = finds(saved("de"), [COOK], first=True).subject
    assert subject == "1 Stelle\xa0: Koch · Chemnitz · 25 km"


def test_an_arabic_head_is_read_from_the_right():
    subject = finds(saved("ar"), [COOK], first=True).subject
    assert "\u200fKoch · \u200fChemnitz · \u200f25 " in subject


def test_the_first_line_says_what_narrows_a_search_and_the_subject_stays_short():
    narrow = replace(saved("de"), query="was=Koch&deutsch=b1&zeit=teil")
    mail = finds(narrow, [COOK], first=True)
    assert mail.subject == "1 Stelle: Koch"
    assert mail.body.startswith("1 Stelle: Koch · bis B1 · Teilzeit\n")
    assert "Koch · bis B1 · Teilzeit" in asking(narrow).body
