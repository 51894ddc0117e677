"""The file of public facts: read strictly, and never more exact than its source."""

import pytest

from reihum.formats.history import (
    ConferenceFact,
    parse,
    parse_bodies,
    resolution_keys,
)
from reihum.rules.dates import PartialDate
from reihum.rules.toml_file import TomlFileError

pytestmark = pytest.mark.unit

GOOD = """\
[body]
slug = "xyz"
short = "XYZ"
names = [
  { name = "Xyz", kind = "usual" },
]
members = ["BY", "HE"]
guests = [{ code = "gast", name = "Ein Gast" }]
[[chair]]
land = "BY"
ends = 2020-06-30
certainty = "sourced"
[[chair]]
land = "HE"
begins = 2020-07-01
ends = 2021-06-30
certainty = "inferred"
[[conference]]
number = 1
begins = "2020-04"
[[conference]]
number = 2
begins = "2021"
chair = "HE"
[[item]]
conference = 1
number = "1"
title = "Kopf"
section = true
[[item]]
conference = 1
number = "1.1"
title = "Punkt"
[[vote]]
key = "2-sache"
conference = 2
title = "Sache"
no = ["BY"]
[[mandate]]
subject = "Auftrag"
steps = [
  { conference = 1, what = "erteilt" },
  { conference = 1, what = "berichtet", resolution = "1-1.1" },
]
[[office]]
person = "N. N."
member = "HE"
title = "Ministerin"
source = "ein Test"
"""


def test_a_good_file_becomes_facts():
    history = parse(GOOD)
    assert history.conference[0].begins == PartialDate(2020, 4)
    assert history.chair[0].begins is None
    assert history.body.codes == {"BY", "HE", "gast"}


def test_a_heading_is_no_resolution():
    assert resolution_keys(parse(GOOD)) == ("1-1.1", "2-sache")


@pytest.mark.parametrize(
    ("good", "wrong", "line", "key", "said"),
    [
        ('short = "XYZ"', 'shrot = "XYZ"', 3, "shrot", "gemeint ist vielleicht"),
        ('"usual"', '"usal"', 5, "kind", "gibt es nicht"),
        ('["BY", "HE"]', '["BY", "HX"]', 7, "members", "kein Mitglied"),
        ('land = "HE"', 'land = "HX"', 14, "land", "kein Mitglied"),
        ("2021-06-30", "2020-06-01", 16, "ends", "bevor sie beginnt"),
        ("2020-07-01", "2020-06-30", 16, "ends", "überschneidet"),
        ("number = 2", "number = 1", 22, "number", "zweimal"),
        ('"2021"', '"im Jahr 2021"', 23, "begins", "2009-06"),
        ('"1.1"', '"1"', 32, "number", "zweimal"),
        ("conference = 2", "conference = 3", 36, "conference", "nicht in dieser"),
        ("section = true", "section = 1", 29, "section", "true oder false"),
        ('no = ["BY"]', 'no = ["NI"]', 38, "no", "kein Mitglied"),
        ('"1-1.1"', '"1-1.2"', 43, "resolution", "nicht in dieser"),
        ("{ conference = 1, what", "{ conference = 4, what", 42, "conference", "4"),
        ('member = "HE"', 'member = "SL"', 47, "member", "kein Mitglied"),
        ("number = 2", "number 2", 22, "", "kein TOML"),
        ("number = 2", "number = zwei", 22, "number", "kein TOML"),
    ],
)
def test_a_mistake_is_named_with_line_and_key(good, wrong, line, key, said):
    with pytest.raises(TomlFileError) as found:
        parse(GOOD.replace(good, wrong, 1), "xyz.toml")
    assert (found.value.line, found.value.key) == (line, key)
    assert found.value.text.de.startswith(f"xyz.toml, Zeile {line}: ")
    assert found.value.text.en.startswith(f"xyz.toml, line {line}: ")
    assert said in found.value.text.de


def test_a_line_that_is_a_number_where_a_section_belongs_is_named():
    with pytest.raises(TomlFileError) as found:
        parse('body = 3\nconference = ["x"]\n')
    assert (found.value.line, found.value.key) == (1, "body")


def test_a_text_that_ends_too_early_is_named_without_a_file_name():
    with pytest.raises(TomlFileError) as found:
        parse('[body]\nslug = "xyz')
    assert found.value.text.de.startswith("Zeile 2: ")


@pytest.mark.parametrize(
    ("begins", "ends", "when"),
    [
        ("2010-03-18", None, "2010-03-18"),
        ("2010-03-18", "2010-03-19", "2010-03"),
        ("2010-03-31", "2010-04-01", "2010"),
        ("2009-06", None, "2009-06"),
        ("2015", None, "2015"),
    ],
)
def test_what_was_decided_there_is_dated_no_more_exactly_than_known(begins, ends, when):
    fact = ConferenceFact(
        number=1,
        begins=PartialDate.parse(begins),
        ends=PartialDate.parse(ends) if ends else None,
    )
    assert str(fact.when) == when


def test_many_bodies_stand_in_one_file():
    text = '[[body]]\nslug = "a"\nshort = "A"\nnames = [{name = "A", kind = "usual"}]\n'
    more = text.replace('"a"', '"b"') + 'bund = "votes"\n'
    first, second = parse_bodies(text + more)
    assert len(first.body.members) == 16
    assert "BUND" in second.body.codes


def test_a_wrong_member_is_found_in_the_second_of_many_bodies():
    text = '[[body]]\nslug = "a"\nshort = "A"\nnames = [{name = "A", kind = "usual"}]\n'
    with pytest.raises(TomlFileError) as found:
        parse_bodies(text + text + 'members = ["BY", "XX"]\n')
    assert (found.value.line, found.value.key) == (9, "members")
