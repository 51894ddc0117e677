import pytest

from reihum.look.asked import whole

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("text", ["0", "7", "007", "999999999"])
def test_a_whole_number_is_read(text):
    assert whole(text) == int(text)


@pytest.mark.parametrize("text", ["", "-1", "1.0", "x", "²", "٣", " 1", "9" * 5000])
def test_everything_else_is_none(text):
    assert whole(text) is None
