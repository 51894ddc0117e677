from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reihum.rules.chain import GENESIS, Head, Link, canonical, digest, first_break

pytestmark = pytest.mark.unit
texts = st.text(max_size=5)
contents = st.lists(
    st.tuples(texts, texts, texts, texts, texts, texts), min_size=2, max_size=8
)
JOURNAL = [("2027-04-14T10:00", "a", "RP", "open", "16-2.5", "{}")] * 3


def sealed(entries):
    chain, previous = [], GENESIS
    for seq, entry in enumerate(entries, start=1):
        link = Link(seq, *entry)
        previous = digest(previous, link)
        chain.append((link, previous))
    return chain


def head_of(chain):
    link, seal = chain[-1]
    return Head(link.seq, seal)


@given(contents)
def test_an_untouched_journal_is_whole(entries):
    chain = sealed(entries)
    assert first_break(chain) is None
    assert first_break(chain, head_of(chain)) is None
    assert first_break(chain, head_of(chain[:-1])) is None  # it has grown since


def test_an_empty_journal_is_whole_unless_there_was_one():
    assert first_break([]) is None
    gone = first_break([], Head(3, "ab"))
    assert gone is not None
    assert gone.seq == 1


@given(
    contents,
    st.data(),
    st.sampled_from(["at", "who", "land", "act", "subject", "data"]),
    texts,
)
def test_a_changed_entry_is_found(entries, data, name, new):
    chain = sealed(entries)
    place = data.draw(st.integers(0, len(chain) - 1))
    link, seal = chain[place]
    assume(getattr(link, name) != new)
    chain[place] = (replace(link, **{name: new}), seal)
    broken = first_break(chain)
    assert broken is not None
    assert broken.seq == place + 1
    assert f"Eintrag {place + 1} wurde verändert" in broken.text.de
    assert f"Entry {place + 1} was changed" in broken.text.en


@given(contents, st.data())
def test_a_removed_entry_is_found(entries, data):
    chain = sealed(entries)
    place = data.draw(st.integers(0, len(chain) - 1))
    head = head_of(chain)
    del chain[place]
    broken = first_break(chain, head)
    assert broken is not None
    assert broken.seq == place + 1
    assert broken.text.de == f"Eintrag {place + 1} fehlt: er wurde entfernt."


@given(contents, st.data())
def test_two_swapped_entries_are_found(entries, data):
    chain = sealed(entries)
    one = data.draw(st.integers(0, len(chain) - 2))
    other = data.draw(st.integers(one + 1, len(chain) - 1))
    chain[one], chain[other] = chain[other], chain[one]
    broken = first_break(chain)
    assert broken is not None
    assert broken.seq == one + 1
    assert "die Reihenfolge wurde verändert" in broken.text.de
    assert f"Entry {other + 1} stands in the place of entry {one + 1}" in broken.text.en


@given(contents, st.data())
def test_entries_that_swap_their_numbers_are_found_too(entries, data):
    assume(len(set(entries)) == len(entries))
    chain = sealed(entries)
    one = data.draw(st.integers(0, len(chain) - 2))
    (first, seal), (second, next_seal) = chain[one], chain[one + 1]
    chain[one] = (replace(second, seq=first.seq), seal)
    chain[one + 1] = (replace(first, seq=second.seq), next_seal)
    assert first_break(chain) is not None


def test_an_entry_that_stands_there_twice_is_found():
    chain = sealed(JOURNAL)
    broken = first_break([*chain[:2], chain[1], *chain[2:]])
    assert broken is not None
    assert broken.seq == 3
    assert "Eintrag 2" in broken.text.de


def test_a_journal_written_anew_is_found_by_a_head_kept_elsewhere():
    forged = sealed([JOURNAL[0], ("x", "x", "x", "x", "x", "x"), JOURNAL[2]])
    assert first_break(forged) is None
    broken = first_break(forged, head_of(sealed(JOURNAL)[:2]))
    assert broken is not None
    assert broken.seq == 2
    assert "neu geschrieben" in broken.text.de
    assert "written anew" in broken.text.en


@given(texts, texts, texts)
def test_no_character_can_wander_from_one_field_into_the_next(one, two, three):
    assume(two)
    left = Link(1, "t", one + two, three, "", "", "")
    right = Link(1, "t", one, two + three, "", "", "")
    assert digest(GENESIS, left) != digest(GENESIS, right)


def test_the_seal_is_one_that_anybody_can_compute_again():
    link = Link(1, "2027-04-14T10:00:00Z", "anna", "RP", "open", "16-2.5", '{"ä":1}')
    written = (
        '["reihum journal 1", "' + "0" * 64 + '", 1, "2027-04-14T10:00:00Z", "anna", '
        '"RP", "open", "16-2.5", "{\\"\\u00e4\\":1}"]'
    )
    assert digest(GENESIS, link) == sha256(written.encode()).hexdigest()


def test_the_same_data_has_one_written_form():
    assert canonical({"b": [1, None], "a": "ä"}) == '{"a":"ä","b":[1,null]}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"a": float("nan")})
