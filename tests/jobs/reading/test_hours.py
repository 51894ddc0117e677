"""Working time, hours, contract, place of work and kind, as texts say them."""

import pytest

from reihum.jobs.model import Contract, Kind, Remote, WorkingTime
from reihum.jobs.reading.hours import (
    contract,
    kind,
    remote,
    weekly_hours,
    working_times,
)

pytestmark = pytest.mark.unit

FULL, PART, MINI, SHIFT = WorkingTime


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Koch (m/w/d) in Vollzeit", {FULL}),
        ("in Voll- oder Teilzeit", {FULL, PART}),
        ("Vollzeit/Teilzeit", {FULL, PART}),
        ("Teilzeit, 20 Std./Woche", {PART}),
        ("Full-time or part time", {FULL, PART}),
        ("als Minijob", {MINI}),
        ("auf 556-€-Basis", {MINI}),
        ("520 Euro Job", {MINI}),
        ("geringfügige Beschäftigung", {MINI}),
        ("im 3-Schicht-System", {SHIFT}),
        ("Bereitschaft zum Schichtdienst", {SHIFT}),
        ("Wochenendarbeit", {SHIFT}),
        ("in Dauernachtwache", {SHIFT}),
        ("Pflegekraft im Nachtdienst", {SHIFT}),
        ("kein Schichtdienst", set()),
        ("keine Nacht- und Wochenenddienste", set()),
        ("Schichtleiter im Restaurant", set()),
        ("Eine dicke Schicht Sahne", set()),
        ("Koch gesucht", set()),
    ],
)
def test_working_times(text, times):
    assert working_times(text.lower()) == times


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("30 Stunden/Woche", 30),
        ("30 Std. pro Woche", 30),
        ("39,5 Wochenstunden", 39.5),
        ("in der 38,5-Stunden-Woche", 38.5),
        ("40h/Woche", 40),
        ("39 Std./Wo.", 39),
        ("wöchentliche Arbeitszeit von 39 Stunden", 39),
        ("Wochenarbeitszeit: 37,5 Std.", 37.5),
        ("20-30 Stunden pro Woche", None),
        ("24 Stunden am Tag, 7 Tage die Woche", None),
        ("168 Stunden pro Woche", None),
        ("1 Stunde pro Woche", None),
        ("jede Woche Obst", None),
    ],
)
def test_hours_a_week_are_one_number_or_none(text, hours):
    assert weekly_hours(text.lower()) == hours


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("unbefristeter Arbeitsvertrag", Contract.PERMANENT),
        ("in Festanstellung", Contract.PERMANENT),
        ("keine Befristung", Contract.PERMANENT),
        ("die Befristung kann entfallen", Contract.TEMPORARY),
        ("Permanent contract", Contract.PERMANENT),
        ("a permanent position in our kitchen", Contract.PERMANENT),
        ("Cook, fixed-term until May", Contract.TEMPORARY),
        ("befristet bis 31.12.2027", Contract.TEMPORARY),
        ("als Elternzeitvertretung", Contract.TEMPORARY),
        ("zunächst befristet, danach unbefristet", Contract.TEMPORARY),
        ("unbefristete und befristete Stellen", None),
        ("Koch", None),
        ("in leitender Vertretung", None),
    ],
)
def test_for_how_long(text, term):
    assert contract(text.lower()) is term


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Homeoffice möglich", Remote.PARTLY),
        ("mobiles Arbeiten an zwei Tagen", Remote.PARTLY),
        ("Developer (remote)", Remote.PARTLY),
        ("100 % remote", Remote.YES),
        ("Vollständig im Homeoffice? Vollständig remote!", Remote.YES),
        ("Homeoffice ist leider nicht möglich", Remote.NO),
        ("kein Homeoffice", Remote.NO),
        ("Automobilverkäufer im Office", None),
        ("Sicherer Remote-Zugriff auf Server", None),
        ("Koch", None),
    ],
)
def test_where_it_can_be_done(text, where):
    assert remote(text.lower()) is where


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Ausbildung zum Koch / zur Köchin 2027", Kind.APPRENTICESHIP),
        ("Azubi Küche (m/w/d)", Kind.APPRENTICESHIP),
        ("Auszubildende/r als Fachlagerist", Kind.APPRENTICESHIP),
        ("Duales Studium Soziale Arbeit", Kind.APPRENTICESHIP),
        ("Praktikum in der Schulküche", Kind.INTERNSHIP),
        ("Werkstudent:in Einkauf", Kind.INTERNSHIP),
        ("Trainer als freiberufliche Honorarkraft", Kind.SELF_EMPLOYED),
        ("Koch (m/w/d)", Kind.WORK),
        ("Ausbildungsleiter Küche", Kind.WORK),
        ("Ausbilder Metall", Kind.WORK),
        ("Helfer ohne Ausbildung", Kind.WORK),
        ("International Sales Manager", Kind.WORK),
    ],
)
def test_what_kind_of_offer_a_title_names(title, what):
    assert kind(title.lower()) is what
