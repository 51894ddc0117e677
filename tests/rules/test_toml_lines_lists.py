"""Where a key stands inside lists of tables."""

import pytest

from reihum.rules.toml_lines import lines_of_keys

pytestmark = pytest.mark.unit

TEXT = """\
names = [
  { name = "a", kind = "usual" },
  { name = "b", kind = "old" },
]
codes = ["BY", "HE"]
[[chair]]
land = "NI"
[[chair]]
land = "NW"
[chair.home]
town = "x"
[[chair.deputy]]
land = "RP"
[[chair.deputy]]
land = "SL"
[end]
a = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("names",), 1),
        (("names", "1", "kind"), 2),
        (("names", "2"), 3),
        (("names", "2", "kind"), 3),
        (("codes",), 5),
        (("chair", "1", "land"), 7),
        (("chair", "2"), 8),
        (("chair", "2", "land"), 9),
        (("chair", "2", "home", "town"), 11),
        (("chair", "2", "deputy", "1", "land"), 13),
        (("chair", "2", "deputy", "2", "land"), 15),
        (("end", "a"), 17),
    ],
)
def test_a_key_is_found_in_the_very_table_it_stands_in(path, line):
    assert lines_of_keys(TEXT)[path] == line
