"""Groups: the surest pairs first, the same in whatever order the pairs come."""

from itertools import permutations

import pytest

from reihum.jobs.merge.groups import grouped
from reihum.jobs.merge.profile import profile
from tests.jobs.merge.samples import TEXT, ad

pytestmark = pytest.mark.unit

LIST = profile(ad("arbeitsagentur", "1", references=("KB-2026-7",), hours=20.0))
ALIKE = profile(ad("arbeitnow", "2", text=TEXT, hours=20.0))
NUMBERED = profile(ad("sitemap", "3", references=("KB-2026-7",), hours=38.0))
PROFILES = (LIST, ALIKE, NUMBERED)


@pytest.mark.parametrize("pairs", list(permutations([(0, 1), (0, 2), (1, 2)])))
def test_a_number_goes_before_a_title(pairs):
    (group,) = grouped(PROFILES, pairs)
    assert group.members == [0, 2]
    assert group.why == ("reference",)
