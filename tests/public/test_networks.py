"""One network cannot use up what is meant for all, and nobody's address is kept."""

import logging
from datetime import timedelta
from ipaddress import IPv6Address

import pytest
from django.core.cache import caches
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from reihum.acts.saved_searches import MOST_AT_ONCE
from reihum.public import networks
from reihum.records.models import SavedSearch
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

HERE, THERE = "192.0.2.7", "198.51.100.9"
BITS = networks.HOUSEHOLD
REFUSED = "Aus Ihrem Netz haben gerade schon viele Menschen eine Suche gemerkt."


@pytest.fixture(autouse=True)
def _nothing_counted():
    caches["networks"].clear()
    yield
    caches["networks"].clear()


def network(address: str, forwarded: str = "") -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)
    return networks.network_of(request)


@pytest.fixture
def wish(client, prepare):
    """Save a search from an address, always for another mailbox."""
    prepare()

    def save(address: str, language: str = "", **extra):
        number = SavedSearch.objects.count()
        return client.post(
            f"{language}/jobs/merken/?was=Koch",
            {"mail": f"jemand-{number}@example.org", "every": "day"},
            REMOTE_ADDR=address, **extra,
        )  # fmt: skip

    return save


@pytest.fixture
def full(wish):
    """Have a network from which as much was saved as can be."""
    for _ in range(networks.MOST):
        assert wish(HERE).status_code == 302


def test_who_saves_too_much_is_told_kindly_when_to_come_again(wish, full):
    refused = wish(HERE)
    assert refused.status_code == 429
    assert REFUSED in refused.content.decode()
    assert "in einer Stunde" in refused.content.decode()
    assert SavedSearch.objects.count() == networks.MOST


def test_the_others_go_on_saving(wish, full):
    assert wish(THERE).status_code == 302


def test_the_next_day_nobody_knows_who_it_was(wish, full, settings):
    settings.REIHUM_NOW = NOW + timedelta(days=1)
    assert wish(HERE).status_code == 302


def test_a_form_that_is_filled_in_wrongly_counts_for_nothing(client, wish):
    for _ in range(networks.MOST + 1):
        client.post("/jobs/merken/?was=Koch", {"mail": "x"}, REMOTE_ADDR=HERE)
    assert wish(HERE).status_code == 302


def test_no_address_is_kept_or_written_down(wish, full, caplog, capsys):
    with caplog.at_level(logging.DEBUG):
        wish(HERE)
    counts = caches["networks"]
    assert counts._cache
    assert HERE not in repr(counts._cache)
    assert HERE not in caplog.text + "".join(capsys.readouterr())
    assert HERE not in repr(list(SavedSearch.objects.values()))


def test_the_limit_of_a_network_is_far_below_that_of_all():
    assert networks.MOST * 10 <= MOST_AT_ONCE


@given(st.integers(0, 2**BITS - 1), st.integers(0, 2**BITS - 1))
def test_all_addresses_of_one_connection_are_one(one, other):
    prefix = 0x20010DB8_00000001 << BITS
    names = {network(str(IPv6Address(prefix + part))) for part in (one, other)}
    assert names == {"2001:db8:0:1::/64"}


def test_two_connections_are_two():
    assert network("2001:db8:0:1::1") != network("2001:db8:0:2::1")
    assert network(HERE) != network(THERE)


def test_an_old_address_is_the_same_written_in_the_new_way():
    assert network(f"::ffff:{HERE}") == network(HERE) == HERE


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "", "unix:", "192.0.2.7:99"])
def test_what_is_no_visitors_address_is_no_network(address):
    assert network(address) == ""


def test_a_proxy_that_does_not_say_for_whom_it_asks_is_not_one_visitor(wish, settings):
    settings.HTTPS = True
    for _ in range(networks.MOST + 1):
        assert wish("10.0.0.1").status_code == 302


def test_without_a_proxy_nobody_can_say_to_be_somebody_else():
    assert network(HERE, forwarded=THERE) == HERE


def test_behind_a_proxy_counts_whom_it_names_last(settings):
    settings.HTTPS = True
    assert network("10.0.0.1", forwarded=f"203.0.113.5, {HERE}") == HERE
    assert network("10.0.0.1") == ""
