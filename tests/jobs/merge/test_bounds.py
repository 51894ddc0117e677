"""No block of advertisements costs more than its length, whoever puts them in."""

from itertools import combinations

import pytest

from reihum.jobs.merge.agencies import ALL, hints
from reihum.jobs.merge.candidates import NEIGHBOURS, SMALL, blocks
from reihum.jobs.merge.employers import employer
from reihum.jobs.merge.profile import REMEMBERED, profile
from reihum.jobs.merge.references import in_text
from reihum.jobs.merge.titles import title
from tests.jobs.merge.samples import CHEMNITZ, ad

pytestmark = pytest.mark.unit

MANY = 400


def pairs(ads):
    """Return the pairs that are looked at, each once."""
    return {pair for block in blocks(ads) for pair in combinations(block, 2)}


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"employer": ""},
        {"references": ("2026-17",)},
        {"url": "https://haus.example/stelle-4471"},
    ],
)
def test_a_chain_in_one_town_makes_few_pairs(told):
    ads = [profile(ad("arbeitsagentur", str(n), **told)) for n in range(MANY)]
    assert len(pairs(ads)) <= 2 * MANY * NEIGHBOURS


def test_every_pair_of_a_small_block_is_looked_at():
    ads = [profile(ad("a", str(n), title=f"Werk{n}")) for n in range(SMALL)]
    assert len(pairs(ads)) == SMALL * (SMALL - 1) / 2


def test_no_block_is_larger_than_a_small_one_and_all_are_in_order():
    ads = [profile(ad("a", str(n), title=f"Werk{n}")) for n in range(3 * SMALL)]
    found = list(blocks(ads))
    assert found
    assert all(len(block) <= SMALL for block in found)
    assert all(list(block) == sorted(set(block)) for block in found)


def test_copies_in_a_large_block_are_still_neighbours():
    ads = [
        profile(
            ad(source, f"{n}", title=f"Berufname{chr(97 + n % 26)}{chr(97 + n // 26)}")
        )
        for n in range(100)
        for source in ("a", "b")
    ]
    found = pairs(ads)
    assert all((2 * n, 2 * n + 1) in found for n in range(100))


def test_strangers_are_never_compared():
    ads = [profile(ad("a", str(n), employer=f"Haus{n}"))for n in range(50)]  # fmt: skip
    assert pairs(ads) == set()


def test_a_town_full_of_agencies_makes_few_hints():
    own = [ad("a", str(n), title="Bäcker Konditor") for n in range(MANY)]
    lent = [
        ad("b", str(n), title="Bäcker Konditor", agency=f"Leihhaus {n}", employer="L")
        for n in range(MANY)
    ]
    ads = [profile(one) for one in own + lent]
    assert CHEMNITZ in own[0].places
    assert len(list(hints(ads))) <= ALL


@pytest.mark.parametrize(
    "told",
    [" " * 9000, "Nr. " * 3000, "leitend" * 2000, "ot " * 3000, "20 - 30 " * 2000,
     "id" + " :" * 5000, "Kennziffer: " + "A" * 9000],
)  # fmt: skip
def test_only_the_beginning_of_a_line_is_compared(told):
    """Patterns that run back and forth would take seconds on lines like these."""
    title.cache_clear()
    found = title(told + "Koch")
    assert "koch" not in found.words
    assert len(employer(told).spoken) <= len(told[:200])
    assert all(len(number) < 80 for number in in_text(told))


def test_the_profile_of_a_very_long_text_is_not_held():
    short, long = ad("a", "1"), ad("a", "2", text="Koch " * REMEMBERED)
    assert profile(short) is profile(short)
    assert profile(long) is not profile(long)
