"""Personio's XML: one request an employer, one advertisement a position."""

from datetime import date

import pytest

from reihum.jobs.model import Contract, Kind, Place, Remote, WorkingTime
from reihum.jobs.sources.personio import SOURCE
from reihum.jobs.sources.source import Unreadable
from tests.jobs.sources.asking import addresses, only, read

pytestmark = pytest.mark.unit

POSITION = """
<position>
  <id>4711</id>
  <subcompany>Stadtküche Nord GmbH &amp; Co. KG</subcompany>
  <office>09111 Chemnitz</office>
  <additionalOffices><office>Zwickau, Deutschland</office></additionalOffices>
  <department>Küche</department>
  <name>Köchin / Koch (m/w/d)</name>
  <jobDescriptions>
    <jobDescription><name>Ihre Aufgaben</name>
      <value><![CDATA[<ul><li>Mittagstisch</li></ul><script>x()</script>]]></value>
    </jobDescription>
    <jobDescription><name>Ihr Profil</name>
      <value><![CDATA[Deutsch <b>B1</b>]]></value>
    </jobDescription>
    <jobDescription><name>Leer</name><value></value></jobDescription>
  </jobDescriptions>
  <employmentType>permanent</employmentType>
  <schedule>full-or-part-time</schedule>
  <occupation>cook_and_kitchen</occupation>
  <createdAt>2026-08-15T08:00:00+0200</createdAt>
</position>"""


def feed(*positions):
    inner = "".join(positions)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>{inner}</workzag-jobs>'
    )


def test_an_employers_feed_is_asked_at_its_host():
    assert addresses(SOURCE, "Stadtkueche") == [
        "https://stadtkueche.jobs.personio.de/xml"
    ]
    assert addresses(SOURCE, "https://stadtkueche.jobs.personio.com") == [
        "https://stadtkueche.jobs.personio.com/xml"
    ]


def test_a_position_is_an_advertisement():
    found = only(read(SOURCE, feed(POSITION)))
    assert found.key == "personio:4711"
    assert found.title == "Köchin / Koch (m/w/d)"
    assert found.employer == "Stadtküche Nord GmbH & Co. KG"
    assert found.url == "https://stadtkueche.jobs.personio.de/job/4711"
    assert found.places == (
        Place(name="Chemnitz", postcode="09111"),
        Place(name="Zwickau", country="DE"),
    )
    assert found.working_time == {WorkingTime.FULL, WorkingTime.PART}
    assert found.contract is Contract.PERMANENT
    assert found.kind is Kind.WORK
    assert found.occupations == ("cook and kitchen",)
    assert found.published == date(2026, 8, 15)


def test_the_parts_of_the_text_keep_their_headings_and_lose_their_markup():
    text = only(read(SOURCE, feed(POSITION))).text
    assert text == "Ihre Aufgaben\n– Mittagstisch\n\nIhr Profil\nDeutsch B1"


def test_an_office_called_remote_is_no_place():
    found = only(read(SOURCE, feed(POSITION.replace("09111 Chemnitz", "Remote"))))
    assert [place.name for place in found.places] == ["Zwickau"]
    assert found.remote is Remote.YES


def test_further_offices_may_stand_as_bare_text():
    bare = POSITION.replace("<office>Zwickau, Deutschland</office>", "Zwickau;Plauen")
    found = only(read(SOURCE, feed(bare)))
    assert [place.name for place in found.places] == ["Chemnitz", "Zwickau", "Plauen"]


def test_without_a_subcompany_the_employer_is_the_one_who_was_asked():
    without = POSITION.replace("Stadtküche Nord GmbH &amp; Co. KG", "")
    answer = read(SOURCE, feed(without), "Küche am Markt = stadtkueche")
    assert only(answer).employer == "Küche am Markt"


def test_a_position_without_a_number_or_a_name_is_counted():
    broken = (POSITION.replace("4711", ""), POSITION.replace("4711", "../x"),
              POSITION.replace("Köchin / Koch (m/w/d)", ""))  # fmt: skip
    found = read(SOURCE, feed(*broken, POSITION)).found
    assert (len(found.advertisements), found.skipped) == (1, 3)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<!doctype html><html><body>Wartung</body></html>", "not-xml"),
        ("<rss></rss>", "not-xml"),
        ("", "not-xml"),
        ('{"a": 1}', "not-xml"),
        (feed(POSITION)[:400], "truncated"),
        (feed(POSITION).encode("latin-1"), "encoding"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><workzag-jobs>&a;</workzag-jobs>', "not-xml"),
    ],
)
def test_what_is_no_feed_is_called_by_its_name(body, reason):
    with pytest.raises(Unreadable) as refused:
        read(SOURCE, body)
    assert refused.value.reason == reason


def test_no_file_of_this_machine_gets_into_an_advertisement():
    evil = (
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        + feed(POSITION.replace("Küche</department>", "&f;</department>")).partition(
            "?>"
        )[2]
    )
    with pytest.raises(Unreadable):
        read(SOURCE, evil)
