import pytest

from reihum.reads.published import published
from reihum.reads.register import folded, register
from reihum.reads.rulebooks import text_on
from reihum.records.models import (
    Ballot,
    BodyName,
    CastVote,
    Conference,
    Item,
    Report,
    Resolution,
)
from reihum.rules.dates import PartialDate
from reihum.rules.visibility import STRANGER, Viewer
from tests.conftest import NOW

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

TITLES = {
    "13-2.10": "Öffnung der bundesfinanzierten Sprachkurse",
    "13-2.4": "Öffnung der Migrationsberatung",
    "13-2.9b": "Ausbau der Frauenkurse",
    "16-A3": "6. Bericht zum Integrationsmonitoring",
    "2020-u3": "Corona und Integration",
}
YEARS = {"13": (2018, 13), "16": (2021, 16), "2020": (2020, None)}


@pytest.fixture
def old(intmk):
    """Five old resolutions, and one that is not published."""
    for key, title in TITLES.items():
        year, _conference = YEARS[key.partition("-")[0]]
        Resolution.objects.create(
            body=intmk, key=key, title=title, adopted_on=PartialDate(year, 3),
            published_at="2026-01-01T00:00Z",
            procedure="circular" if "u" in key else "session",
        )  # fmt: skip
    Resolution.objects.create(
        body=intmk, key="22-1", title="Öffnung aller Türen", adopted_on="2027-04-15"
    )
    BodyName.objects.create(
        body=intmk, name="Integrationsminister:innenkonferenz", kind="chair"
    )
    return intmk


@pytest.fixture
def voted(intmk):
    """Make a published resolution on which Hesse abstained."""

    def make(key: str, *, released: list[str]) -> None:
        item = Item.objects.create(
            conference=Conference.objects.get(number=22), number="U1", title="Punkt"
        )
        ballot = Ballot.objects.create(
            item=item, rulebook=(text_on("intmk", NOW.date())), opened_at=NOW,
            closed_at=NOW, adopted=True, procedure="circular",
        )  # fmt: skip
        CastVote.objects.create(
            ballot=ballot, member="HE", vote="abstain", at=NOW, by="hessen"
        )
        Resolution.objects.create(
            body=intmk, key=key, title="Punkt", ballot=ballot, item=item,
            adopted_on=PartialDate(2026, 9), procedure="circular", published_at=NOW,
            released=released,
        )  # fmt: skip

    return make


def keys(**narrowed) -> list[str]:
    return [row.key for row in register("intmk", STRANGER, **narrowed).rows]


def test_the_newest_come_first_and_one_day_in_the_order_of_its_numbers(old):
    assert keys() == ["16-A3", "2020-u3", "13-2.4", "13-2.9b", "13-2.10"]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("öffnung", ["13-2.4", "13-2.10"]),
        ("OFFNUNG sprach", ["13-2.10"]),
        ("2.9b", ["13-2.9b"]),
        ("TOP 2.10", ["13-2.10"]),
        ("Umlaufbeschluss 2020", ["2020-u3"]),
        ("Integrationsminister:innenkonferenz Migrationsberatung", ["13-2.4"]),
        ("intmk monitoring", ["16-A3"]),
        ("Fischerei", []),
    ],
)
def test_words_are_found_in_id_and_title_and_every_name_of_the_body(old, q, found):
    assert keys(q=q) == found


def test_a_name_of_the_body_alone_finds_all_its_resolutions(old):
    assert len(keys(q="Integrationsministerkonferenz")) == len(TITLES)


def test_it_is_narrowed_by_year(old):
    assert keys(year=2018) == ["13-2.4", "13-2.9b", "13-2.10"]


def test_its_pages_are_as_long_as_asked_and_end_where_it_ends(old):
    second = register("intmk", STRANGER, size=2, page=2)
    assert [row.key for row in second.rows] == ["13-2.4", "13-2.9b"]
    assert (second.total, second.pages) == (5, 3)
    assert register("intmk", STRANGER, size=2, page=99).page == 3


def test_members_also_see_what_is_not_published(old):
    assert register("intmk", Viewer(frozenset({"BY"})), q="Türen").total == 1
    assert register("intmk", STRANGER, q="Türen").total == 0


def test_a_longer_list_asks_no_more_questions(old, django_assert_num_queries):
    with django_assert_num_queries(3):
        register("intmk", STRANGER, size=1)
    with django_assert_num_queries(3):
        register("intmk", STRANGER, size=5)


def test_neighbours_follow_time_and_then_the_numbers(old):
    found = published("intmk", "13-2.9b", STRANGER)
    assert found is not None
    assert found.before is not None
    assert found.after is not None
    assert (found.before.key, found.after.key) == ("13-2.4", "13-2.10")
    last = published("intmk", "16-A3", STRANGER)
    assert last is not None
    assert last.after is None


def test_capitals_and_accents_make_no_difference():
    assert folded("ÖFFNUNG") == folded("öffnung")


@pytest.fixture
def reported(old):
    """The 13th conference: Bavaria and Lower Saxony did not vote Yes on two items."""
    row = Resolution.objects.get(key="13-2.4")
    Report.objects.create(resolution=row, yes=15, no=["BY"])
    other = Resolution.objects.get(key="13-2.10")
    Report.objects.create(resolution=other, yes=15, abstain=["NI"])
    Resolution.objects.filter(key="16-A3").update(submitters="BY, NW")


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("Bayern", ["16-A3", "13-2.4"]),
        ("bavaria 2018", ["13-2.4"]),
        ("2018 Öffnung", ["13-2.4", "13-2.10"]),
        ("Sachsen", []),
        ("Niedersachsen", ["13-2.10"]),
        ("Bayern Sprachkurse", []),
    ],
)
def test_a_land_finds_what_it_moved_and_where_it_did_not_vote_yes(reported, q, found):
    assert keys(q=q) == found


def test_a_vote_that_is_not_released_is_not_found_by_its_dissent(intmk, voted):
    voted("2026-u1", released=["resolution"])
    assert keys(q="Hessen") == []
    assert register("intmk", Viewer(frozenset({"BY"})), q="Hessen").total == 1
    Resolution.objects.update(released=["resolution", "votes"])
    assert keys(q="Hessen") == ["2026-u1"]
