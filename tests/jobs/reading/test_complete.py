"""What a text says fills what the fields leave open, and never replaces them."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reihum.jobs.model import (
    Advertisement,
    Contract,
    Kind,
    Level,
    PayUnit,
    Recognition,
    Remote,
    Salary,
    WorkingTime,
)
from reihum.jobs.reading import complete as module
from reihum.jobs.reading.complete import complete

pytestmark = pytest.mark.unit

TEXT = """Wir suchen für unsere Küche in Musterau eine Person mit Freude am Kochen.
– Vollzeit oder Teilzeit, 39 Stunden/Woche, unbefristet
– 3.050 bis 3.400 € im Monat (TV-L E 5)
– Deutsch B1
– keine Ausbildung erforderlich
– Planung im Homeoffice möglich"""

PLAIN = Advertisement(
    source="muster", id="1", title="Koch", url="https://muster.test/1"
)

STATED = {
    "working_time": frozenset({WorkingTime.MINI}),
    "hours": 10.0,
    "contract": Contract.TEMPORARY,
    "kind": Kind.INTERNSHIP,
    "remote": Remote.NO,
    "public_service": False,
    "salary": Salary(published="frei"),
    "level": Level.C2,
    "recognition": Recognition.ASKED,
    "lang": "en",
    "agency": "Muster Personal",
}


def test_all_facts_of_a_text_are_found():
    ad = complete(msgspec.structs.replace(PLAIN, text=TEXT))
    assert ad.working_time == {WorkingTime.FULL, WorkingTime.PART}
    assert ad.hours == 39
    assert ad.contract is Contract.PERMANENT
    assert ad.level is Level.B1
    assert ad.recognition is Recognition.NOT_NEEDED
    assert ad.remote is Remote.PARTLY
    assert ad.public_service is True
    assert ad.lang == "de"
    assert ad.salary is not None
    assert (ad.salary.low, ad.salary.high) == (3050, 3400)
    assert (ad.salary.unit, ad.salary.group) == (PayUnit.MONTH, "TV-L E 5")


def test_a_title_alone_says_something_too():
    ad = complete(
        msgspec.structs.replace(
            PLAIN, title="Ausbildung zum Koch in Vollzeit", employer="Stadt Musterau"
        )
    )
    assert (ad.kind, ad.public_service) == (Kind.APPRENTICESHIP, True)
    assert ad.working_time == {WorkingTime.FULL}


def test_who_learns_the_occupation_needs_no_recognition_and_who_works_in_it_does():
    nurse = msgspec.structs.replace(PLAIN, title="Pflegefachfrau / Pflegefachmann")
    learner = msgspec.structs.replace(nurse, title="Ausbildung Pflegefachfrau")
    named = msgspec.structs.replace(PLAIN, occupations=("Altenpfleger/in",))
    assert complete(nurse).recognition is Recognition.REGULATED
    assert complete(learner).recognition is None
    assert complete(named).recognition is Recognition.REGULATED


def test_what_is_published_as_pay_is_understood():
    published = "16,50 € pro Stunde"
    ad = msgspec.structs.replace(PLAIN, salary=Salary(published=published))
    assert complete(ad).salary == Salary(
        published=published, low=16.5, high=16.5, unit=PayUnit.HOUR
    )


def test_nothing_is_invented():
    assert complete(PLAIN) is PLAIN


def test_an_english_text_is_marked():
    text = "We are looking for a cook with experience to join our team in Musterau"
    assert complete(msgspec.structs.replace(PLAIN, text=text)).lang == "en"


@given(
    st.dictionaries(st.sampled_from(sorted(STATED)), st.none()),
    st.sampled_from(
        ["", TEXT, "Deutsch C1, Teilzeit, 15 €/Std., befristet, Zeitarbeit"]
    ),
)
def test_what_was_stated_stays(names, text):
    stated = {name: STATED[name] for name in names}
    ad = msgspec.structs.replace(
        PLAIN,
        text=text,
        employer="Stadt Musterau",
        published=date(2026, 9, 1),
        **stated,
    )
    done = complete(ad)
    assert {name: getattr(done, name) for name in names} == stated
    assert (done.key, done.title, done.text, done.published) == (
        (ad.key, ad.title, ad.text, ad.published)
    )
    assert complete(done) == done


TITLES = st.lists(
    st.sampled_from(
        [
            "Koch", "Köchin (m/w/d)", "Pflegefachkraft", "Ausbildung", "Vollzeit",
            "Teilzeit 30 Std./Woche", "Minijob", "Nachtschicht", "befristet",
            "Werkstudent", "TV-L E 5", "14,80 €/Std.", "Deutsch B1", "Homeoffice",
            "für unseren Kunden", "Quereinsteiger", "anerkannter Abschluss",
            "Erzieherin", "Selbstständige",
        ]
    ),
    max_size=5,
).map(" ".join)  # fmt: skip


@given(
    title=TITLES,
    kind=st.sampled_from(Kind),
    employer=st.sampled_from(["", "Stadt Musterau", "Zeitarbeit Nord GmbH"]),
    occupations=st.sampled_from([(), ("Koch",), ("Pflegefachmann",)]),
    salary=st.sampled_from([None, Salary(published="3.000 € im Monat"), Salary(low=1)]),
    level=st.sampled_from([None, Level.A2]),
    recognition=st.sampled_from([None, Recognition.NOT_NEEDED]),
)
def test_a_title_that_is_remembered_says_what_it_says_when_read_anew(**given):
    bare = Advertisement(source="x", id="1", url="https://x.example/1", **given)
    anew = replace(bare, **module._facts(bare))
    assert complete(bare) == anew
