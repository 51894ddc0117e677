import pytest

from reihum.rules.toml_lines import line_of, lines_of_keys

pytestmark = pytest.mark.unit
TEXT = '''# a comment with key = 1 and [brackets]
body = "x = [y]"  # = more
"quoted.key" = 1
a.b.c = 1

[ one ]
list = [
  "x", # [
  "y = 1",
]
inline = { first = 1, second = { deep = "," }, third = 3 }
long = """
hidden = 1
"""
raw = \'\'\'
also = 2
\'\'\'
after = 'it'

[one.two]
key = 2020-07-01
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("body",), 2),
        (("quoted.key",), 3),
        (("a",), 4),
        (("a", "b"), 4),
        (("a", "b", "c"), 4),
        (("one",), 6),
        (("one", "list"), 7),
        (("one", "inline"), 11),
        (("one", "inline", "first"), 11),
        (("one", "inline", "second", "deep"), 11),
        (("one", "inline", "third"), 11),
        (("one", "long"), 12),
        (("one", "raw"), 15),
        (("one", "after"), 18),
        (("one", "two"), 20),
        (("one", "two", "key"), 21),
    ],
)
def test_every_key_has_its_line(path, line):
    assert lines_of_keys(TEXT)[path] == line


def test_what_only_looks_like_a_key_is_none():
    names = {part for path in lines_of_keys(TEXT) for part in path}
    assert not names & {"key = 1", "hidden", "also", "y", "more", "brackets"}


def test_what_is_missing_has_the_line_of_the_table_around_it():
    lines = lines_of_keys(TEXT)
    assert line_of(("one", "two", "missing"), lines) == 20
    assert line_of(("nowhere",), lines) == 1


def test_a_list_of_tables_stands_where_its_first_one_begins():
    assert lines_of_keys("\n[[many]]\nkey = 1\n[[many]]\n")[("many",)] == 2
