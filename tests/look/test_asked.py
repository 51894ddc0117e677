import pytest
from django.urls import Resolver404, resolve

from reihum.look.asked import whole

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("text", ["0", "7", "007", "999999999"])
def test_a_whole_number_is_read(text):
    assert whole(text) == int(text)


@pytest.mark.parametrize("text", ["", "-1", "1.0", "x", "²", "٣", " 1", "9" * 5000])
def test_everything_else_is_none(text):
    assert whole(text) is None


@pytest.mark.parametrize("key", ["22-2.4", "2026-u1", "22-3+5", "20-leitantrag", "ä"])
def test_an_id_stands_in_an_address(key):
    for folder in ("/intmk/beschluesse/", "/buero/intmk/beschluesse/"):
        assert resolve(f"{folder}{key}/").kwargs["key"] == key


@pytest.mark.parametrize("key", ["a\x00b", "a\nb", "a\x7f"])
def test_what_cannot_be_printed_is_no_id(key):
    for folder in ("/intmk/beschluesse/", "/buero/intmk/beschluesse/"):
        with pytest.raises(Resolver404):
            resolve(f"{folder}{key}/")
