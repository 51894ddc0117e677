"""Advertisements for tests: small ones by hand, and handfuls of labelled ones."""

from functools import cache
from typing import Any

from hypothesis import strategies as st

from reihum.jobs.model import Advertisement, Place, Point
from tests.jobs.merge.labelled import pairs

CHEMNITZ = Place("Chemnitz", postcode="09111", point=Point(50.83, 12.92))
LEIPZIG = Place("Leipzig", postcode="04109", point=Point(51.34, 12.37))
TEXT = (
    "Sie backen Brot und Brötchen, formen Teige und bedienen den Ofen. Die Schicht"
    " beginnt um zwei Uhr in der Nacht. Wir zahlen Zuschläge und geben dreißig Tage"
    " Urlaub im Jahr. Deutsch lernen Sie bei uns am Nachmittag im eigenen Kurs."
)


def ad(source: str = "arbeitsagentur", id: str = "1", **told: Any) -> Advertisement:  # noqa: A002
    """Return an advertisement of a baker in Chemnitz, with what is told otherwise."""
    usual = {
        "title": "Bäcker (m/w/d)", "employer": "Backhaus Kornfeld GmbH",
        "places": (CHEMNITZ,), "url": f"https://{source}.example/{id}",
    }  # fmt: skip
    return Advertisement(source=source, id=id, **(usual | told))


@cache
def labelled() -> tuple[Advertisement, ...]:
    """Return all advertisements of the labelled pairs, each key once."""
    found = {
        one.key: one
        for folder in ("tuning", "unseen")
        for pair in pairs(folder)
        for one in (pair.one, pair.two)
    }
    return tuple(found.values())


@st.composite
def handfuls(draw: st.DrawFn, most: int = 60) -> list[Advertisement]:
    """Draw advertisements that stand near each other in the files: often copies."""
    everything = labelled()
    start = draw(st.integers(0, len(everything) - 1))
    width = draw(st.integers(1, most))
    near = everything[start : start + width]
    return draw(st.permutations(near))
