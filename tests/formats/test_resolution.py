import json
from dataclasses import replace

import pytest

from reihum.formats.resolution import Paper, as_data, as_markdown
from reihum.rules.dates import NB, PartialDate
from reihum.rules.facts import Procedure
from reihum.rules.text import read
from reihum.rules.words import Text

pytestmark = pytest.mark.unit
PAPER = Paper(
    body="intmk",
    short="IntMK",
    name="Integrationsministerkonferenz",
    key="22-2.4",
    number="2.4",
    title="Öffnung der Sprachkurse",
    conference=22,
    adopted_on=PartialDate(2027, 4, 15),
    procedure=Procedure.SESSION,
    submitters=("NI", "RP"),
    wording=read("1. Sie bitten um Bericht."),
    result=Text("angenommen mit 13 von 16", "adopted with 13 of 16"),
    votes={"BY": "no", "NI": "yes"},
    statements=(("BY", "Bayern hält …"),),
    address="https://example.org/intmk/beschluesse/22-2.4/",
)
HELD_BACK = replace(PAPER, wording=(), result=None, votes=None, statements=())


def test_as_markdown_it_reads_like_the_page():
    assert as_markdown(PAPER) == (
        f"IntMK · 22-2.4 · TOP{NB}2.4 der 22.{NB}Integrationsministerkonferenz · "
        f"15.{NB}April 2027\n"
        "\n"
        "# Öffnung der Sprachkurse\n"
        "\n"
        "Antrag: NI, RP\n"
        "\n"
        "## Beschluss\n"
        "\n"
        "1\\. Sie bitten um Bericht.\n"
        "\n"
        "## Abstimmungsergebnis\n"
        "\n"
        "angenommen mit 13 von 16\n"
        "\n"
        "## Protokollerklärung Bayern\n"
        "\n"
        "Bayern hält …\n"
        "\n"
        "<https://example.org/intmk/beschluesse/22-2.4/>\n"
    )


def test_what_is_not_released_is_not_in_the_file():
    text = as_markdown(HELD_BACK)
    assert "Der Wortlaut liegt hier nicht vor." in text
    assert "Abstimmungsergebnis" not in text
    data = as_data(HELD_BACK)
    assert (data["text"], data["result"], data["votes"]) == (None, None, None)
    assert data["statements"] == []


@pytest.mark.parametrize(
    ("values", "origin"),
    [
        ({"procedure": Procedure.CIRCULAR}, "Umlaufbeschluss"),
        ({"conference": None}, "Beschluss"),
        ({"number": ""}, f"22.{NB}Integrationsministerkonferenz"),
    ],
)
def test_it_says_where_it_comes_from_as_far_as_that_is_known(values, origin):
    assert f"· {origin} ·" in as_markdown(replace(PAPER, **values))


def test_a_demonstration_says_so():
    demo = replace(PAPER, demo=True, submitters=("all",))
    assert "**Vorführung" in as_markdown(demo)
    assert "Antrag: alle Länder" in as_markdown(demo)
    assert "Antrag" not in as_markdown(replace(PAPER, submitters=()))
    assert as_data(demo)["demonstration"] is True


def test_the_data_are_ready_for_json():
    data = json.loads(json.dumps(as_data(PAPER)))
    assert data["id"] == "22-2.4"
    assert data["adopted_on"] == "2027-04-15"
    assert data["votes"] == {"BY": "no", "NI": "yes"}
    assert data["text"][0]["number"] == "1."
    assert data["result"]["en"] == "adopted with 13 of 16"
    assert data["statements"] == [
        {"member": "BY", "name": "Bayern", "text": "Bayern hält …"}
    ]
