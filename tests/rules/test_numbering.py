import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.rules.dates import NB
from reihum.rules.numbering import (
    check,
    circular,
    merged,
    parse_key,
    printed_order,
    refers,
    resolution_key,
    sort_key,
    suggest,
)
from reihum.rules.words import Text, Why

pytestmark = pytest.mark.unit
counts = st.integers(1, 400)
items = st.one_of(
    st.sampled_from("ABCZ"),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "A", "B"]),
        st.lists(counts, min_size=1, max_size=3).map(lambda n: ".".join(map(str, n))),
        st.sampled_from(["", "a", "b"]),
    ),
)
numbers = st.one_of(items, st.lists(items, min_size=1, max_size=4).map(merged))
PRINTED = [
    "1", "2", "2a/2b", "2.1", "2.9", "2.9b", "2.10", "2/21", "3", "3/5/46", "4",
    "6.10", "7/8", "11.1", "44", "A", "A3", "A10", "B", "u3", "u10", "Verschiedenes",
]  # fmt: skip
ORDERED = [number for number in PRINTED if number not in {"2a/2b", "2/21"}]


def test_numbers_sort_as_printed():
    shuffled = ORDERED[::-1]
    assert sorted(shuffled, key=sort_key) == ORDERED


def test_a_merged_number_stands_at_its_first_number():
    assert sorted(["2.1", "2a/2b", "2/21", "2", "1"], key=sort_key) == [
        "1", "2", "2/21", "2a/2b", "2.1",
    ]  # fmt: skip


@given(st.lists(numbers, unique=True))
def test_the_order_is_the_same_however_the_numbers_come(given_numbers):
    turned = given_numbers[::-1]
    assert sorted(given_numbers, key=sort_key) == sorted(turned, key=sort_key)


@given(numbers, numbers)
def test_two_numbers_never_share_a_place(one, other):
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.text(), st.text())
def test_whatever_is_typed_can_be_sorted(one, other):
    assert (sort_key(one) < sort_key(other)) != (sort_key(one) >= sort_key(other))


@given(numbers)
def test_a_number_can_be_given_once_and_not_again(number):
    assert check(number, []) is None
    again = check(number, [number])
    assert again is not None
    assert (again.why, again.field) == (Why.CONFLICT, "number")


@pytest.mark.parametrize(
    "number",
    [
        "",
        " 2.1",
        "2,1",
        "2.",
        "02",
        "0",
        "2.9B",
        "a3",
        "3/",
        "5/3",
        "3/3",
        "u3",
        "1000",
    ],
)
def test_what_is_no_number_is_refused_with_examples(number):
    refusal = check(number, [])
    assert refusal is not None
    assert (refusal.why, refusal.field) == (Why.INVALID, "number")
    assert f"„{number}“ ist keine Nummer" in refusal.text.de
    assert "2.9b, A3 or 3/5/46" in refusal.text.en


def test_a_merged_number_takes_each_of_its_parts():
    refusal = check("5", ["1", "3/5/46"])
    assert refusal is not None
    assert f"Die Nummer 5 ist schon vergeben (TOP{NB}3/5/46)." in refusal.text.de
    assert check("4/5", ["3/5/46"]) is not None
    assert check("4", ["3/5/46"]) is None


@pytest.mark.parametrize(
    ("section", "taken", "suggested"),
    [
        ("", [], "1"),
        ("", ["1", "2.1", "4", "A7"], "5"),
        ("2", ["1", "2.1", "2.4", "2.10", "21.30"], "2.11"),  # 2.5 stays a gap
        ("2", ["2.9b"], "2.10"),
        ("2", ["2.3/2.12"], "2.13"),
        ("A", ["A3", "B9", "1"], "A4"),
        ("A1", ["A1.1", "A11.5"], "A1.2"),
    ],
)
def test_the_next_number_is_after_the_highest_ever_given(section, taken, suggested):
    assert suggest(section, taken) == suggested


@given(
    st.sampled_from(["", "1", "2", "2.3", "A", "B1"]),
    st.lists(numbers, unique=True, max_size=12),
)
def test_what_is_suggested_is_free(section, taken):
    assert check(suggest(section, taken), taken) is None


def test_items_dealt_with_together_share_a_number():
    assert merged(["46", "3", "5"]) == "3/5/46"
    assert merged(["3/5", "46", "3"]) == "3/5/46"
    assert merged(["2b", "2a"]) == "2a/2b"


def test_the_agenda_refers_to_the_first_of_the_merged_numbers():
    expected = Text(f"Siehe TOP{NB}3", f"See item{NB}3")
    assert refers("3/5/46") == refers("3") == expected


@pytest.mark.parametrize(
    ("conference", "number", "key"),
    [
        (16, "2.5", "16-2.5"),
        (13, "3/5/46", "13-3+5+46"),
        (2020, circular(3), "2020-u3"),
    ],
)
def test_a_resolution_has_a_permanent_id(conference, number, key):
    assert resolution_key(conference, number) == key
    assert parse_key(key) == (conference, number)


@given(
    st.integers(1, 9999),
    st.one_of(numbers, st.integers(1, 999).map(circular)),
)
def test_an_id_leads_back_to_its_resolution_and_fits_into_an_address(year, number):
    key = resolution_key(year, number)
    assert parse_key(key) == (year, number)
    assert not set(key) & set("/?#% ")


@pytest.mark.parametrize(
    "key", ["", "16", "16-", "0-1", "016-2.5", "16-2/5", "16-5+3", "16-u", "2020-u3+u4"]
)
def test_what_is_no_id_is_not_found(key):
    assert parse_key(key) is None


def test_a_letter_section_stands_last_unless_its_pages_come_first():
    first = printed_order({"A": None, "A3": 5, "1": 8, "2.2": 14, "2.6": None})
    assert sorted(["1", "2.6", "A", "A3", "2.2"], key=first) == [
        "A", "A3", "1", "2.2", "2.6"
    ]  # fmt: skip
    unpaged = printed_order(dict.fromkeys(["A3", "1"]))
    assert sorted(["A3", "1"], key=unpaged) == ["1", "A3"]
