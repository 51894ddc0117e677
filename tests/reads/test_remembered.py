import pytest

from reihum.reads.remembered import Remembered

pytestmark = pytest.mark.unit


def test_what_was_worked_out_is_not_worked_out_again():
    kept, made = Remembered(2), []
    for key in ("a", "a", "b", "a"):
        assert kept.of(key, lambda key=key: made.append(key) or key.upper()) == (
            key.upper()
        )
    assert made == ["a", "b"]


def test_what_nobody_asked_for_longest_makes_room():
    kept, made = Remembered(2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.of(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "b"]
    assert len(kept) == 2
