"""What an operator may enter as an employer, and what never becomes a request."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.sources.employers import Hosted, Shared, employer
from reihum.jobs.sources.source import Settings

pytestmark = pytest.mark.unit

HOSTED = Hosted("https://{}.jobs.example.com", "/feed")


@pytest.mark.parametrize(
    "entry",
    [
        "", "=", "a b", "../x", "x/../y", "evil.example/#", "a@b", "x?y", "a" * 81,
        "ftp://example.com", "https://user:secret@example.com", "https://",
        "https://example.com/?next=http://inside", "https://example.com/?next=inside", "https://example.com/..//",
        "javascript:alert(1)", "https://exa mple.com", "//example.com", "köche",
    ],
)  # fmt: skip
def test_an_entry_that_could_lead_elsewhere_is_left_out(entry):
    assert employer(entry) is None
    assert HOSTED.asked(Settings(employers=(entry,))) == ()


@given(st.text(max_size=100))
def test_a_request_only_ever_goes_to_the_system_or_to_an_address_that_was_entered(
    entry,
):
    for request in HOSTED.asked(Settings(employers=(entry,))):
        assert request.url.startswith(("https://", "http://"))
        if "://" not in entry:
            assert request.url.endswith(".jobs.example.com/feed")


def test_one_employer_is_asked_once():
    requests = HOSTED.asked(Settings(employers=("kueche", " Kueche ", "K = kueche")))
    assert [request.url for request in requests] == [
        "https://kueche.jobs.example.com/feed"
    ]


def test_one_employer_of_a_shared_system_is_asked_once():
    settings = Settings(employers=("kueche", "https://jobs.example.com/kueche/7"))
    shared = Shared("/v1/{}", {"jobs.example.com": "https://api.example.com"})
    requests = shared.asked(settings, "https://api.example.com")
    assert [request.url for request in requests] == [
        "https://api.example.com/v1/kueche"
    ]


@pytest.mark.parametrize(
    ("entry", "called"),
    [
        ("stadtkueche-nord", "Stadtkueche Nord"),
        ("StadtkuecheNord", "StadtkuecheNord"),
        ("Stadtküche Nord = stadtkueche-nord", "Stadtküche Nord"),
        ("https://jobs.example.org/", "jobs.example.org"),
        ("Stadtküche Nord=https://jobs.example.org", "Stadtküche Nord"),
    ],
)
def test_an_employer_is_called_as_the_operator_says(entry, called):
    (request,) = HOSTED.asked(Settings(employers=(entry,)))
    assert request.employer == called


def test_the_address_of_a_career_page_is_asked_where_it_is():
    settings = Settings(employers=("https://jobs.example.org/feed",))
    assert HOSTED.asked(settings)[0].url == "https://jobs.example.org/feed"


def test_below_a_stand_in_nothing_is_asked_anywhere_else():
    settings = Settings(
        address="http://127.0.0.1:8100/personio",
        employers=("kueche", "https://jobs.example.org"),
    )
    assert [request.url for request in HOSTED.asked(settings)] == [
        "http://127.0.0.1:8100/personio/kueche/feed",
        "http://127.0.0.1:8100/personio/jobs.example.org/feed",
    ]
