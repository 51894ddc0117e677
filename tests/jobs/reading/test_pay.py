"""Pay as portals and people write it; what cannot be true is not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reihum.jobs.model import PayUnit, Salary
from reihum.jobs.reading.pay import PLAUSIBLE, pay_in, plausible, stated
from reihum.jobs.reading.pay_group import group_in

pytestmark = pytest.mark.unit

HOUR, DAY, MONTH, YEAR = PayUnit.HOUR, PayUnit.DAY, PayUnit.MONTH, PayUnit.YEAR


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3.050 bis 3.400 € im Monat", 3050, 3400, MONTH),
        ("ab 14,80 €/Std.", 14.8, None, HOUR),
        ("ab 14,80 € je Stunde", 14.8, None, HOUR),
        ("bis zu 3.400 EUR brutto monatlich", None, 3400, MONTH),
        ("17 € pro Stunde", 17, 17, HOUR),
        ("Stundenlohn: 15,50 Euro", 15.5, 15.5, HOUR),
        ("Jahresgehalt 50.000 € - 60.000 €", 50000, 60000, YEAR),
        ("45-55 T€ p. a.", 45000, 55000, YEAR),
        ("45k bis 55k € im Jahr", 45000, 55000, YEAR),
        ("€50,000 – €62,500.50 per year", 50000, 62500.5, YEAR),
        ("Tagessatz 320 €", 320, 320, DAY),
        ("Altersvorsorge, bis zu 3.900 € brutto/Monat", None, 3900, MONTH),
        ("2.900,00 € - 3.250,00 € brutto pro Monat", 2900, 3250, MONTH),
        ("Monatsgehalt von 2800 Euro", 2800, 2800, MONTH),
    ],
)
def test_a_sum_with_its_unit_is_found_in_a_text(text, low, high, unit):
    for around in (text, f"Wir bieten:\n– {text}, 30 Tage Urlaub\n– Obst"):
        salary = pay_in(around)
        assert salary is not None
        assert (salary.low, salary.high, salary.unit) == (low, high, unit)
        assert salary.published in " ".join(around.split())


@pytest.mark.parametrize(
    "text",
    [
        "Umsatz von 10 Mio. € im Jahr",
        "Kita-Zuschuss bis 300 € im Monat",
        "Willkommensprämie: 500 € pro Monat",
        "50 € Gutschein im Monat",
        "Weihnachtsgeld 1.000 € im Jahr",
        "1 € pro Stunde",
        "10.000.000 € im Jahr",
        "4.000 € bis 3.000 € im Monat",
        "30 Tage Urlaub im Jahr",
        "Vergütung im 1. Jahr 1.000 €",
        "Tel. 0371 555 12 34",
    ],
)
def test_money_that_is_no_pay_or_cannot_be_true_is_left_alone(text):
    assert pay_in(text) is None


@pytest.mark.parametrize(
    ("text", "salary"),
    [
        ("50k", Salary(published="50k", low=50000, high=50000)),
        ("50.000 - 60.000", Salary(published="50.000 - 60.000", low=50000, high=60000)),
        ("nach Vereinbarung", Salary(published="nach Vereinbarung")),
        ("1 € pro Stunde", Salary(published="1 € pro Stunde")),
        ("10.000.000 €", Salary(published="10.000.000 €")),
        ("5.000 bis 3.000 € im Monat", Salary(published="5.000 bis 3.000 € im Monat")),
        (
            "TV-L E 5, ab 3.050 € im Monat",
            Salary(
                "TV-L E 5, ab 3.050 € im Monat", 3050, None, MONTH, "EUR", "TV-L E 5"
            ),
        ),
        ("E 11", Salary(published="E 11", group="E 11")),
        ("A11", Salary(published="A11", group="A 11")),
    ],
)
def test_what_is_published_as_pay_is_kept_and_no_unit_guessed(text, salary):
    assert stated(text) == salary


def test_no_pay_is_no_pay():
    assert stated(" \n") is None
    assert pay_in("Wir suchen einen Koch.") is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Vergütung nach TV-L E 5", "TV-L E 5"),
        ("Entgeltgruppe 9b TV-L", "TV-L E 9b"),
        ("TV-L, EG 9b", "TV-L E 9b"),
        ("TVöD S 8a", "TVöD S 8a"),
        ("TVöD-SuE S 8a", "TVöD S 8a"),
        ("EG 5 TVöD-VKA", "TVöD E 5"),
        ("Entgeltgruppe 5 bis 6 TVöD", "TVöD E 5–E 6"),
        ("TVöD Entgeltgruppe E 9a – E 10", "TVöD E 9a–E 10"),
        ("TVöD P 7", "TVöD P 7"),
        ("Besoldungsgruppe A 11", "A 11"),
        ("Entgeltgruppe 9b", "E 9b"),
        ("Bezahlung nach TVöD", "TVöD"),
        ("an der Autobahn A 11 gelegen", ""),
        ("5 Tage die Woche", ""),
        ("Sie haben TV-Erfahrung", ""),
    ],
)
def test_pay_groups_have_one_form(text, group):
    assert group_in(text) == group


sums = st.none() | st.floats(0, 2e7, allow_nan=False)


@given(sums, sums, st.sampled_from([*PayUnit, None]))
def test_nothing_implausible_is_ever_said(low, high, unit):
    least, most = PLAUSIBLE[unit]
    low, high = plausible(low, high, unit)
    for one in (low, high):
        assert one is None or least <= one <= most
    if low is not None and high is not None:
        assert low <= high


@given(st.text(st.sampled_from("1234567890.,-–€k TVLöDESAEG/Std bis ab Monat\n")))
def test_whatever_is_written_it_does_not_fail(text):
    pay_in(text)
    stated(text)
