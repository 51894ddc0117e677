import pytest

from reihum.acts.minutes import fix, keep
from reihum.reads.minutes import frame_of, session, version, versions
from reihum.records.models import Conference, Item, Report, Resolution
from reihum.rules.laender import CODES
from reihum.rules.stages import Stage
from reihum.rules.visibility import STRANGER
from tests.conftest import NOW
from tests.paper import adopted
from tests.voting import votable

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_what_happened_stands_in_printed_order(office, intmk):
    adopted(office, intmk, number="2.10")
    votable(intmk, number="2.9")
    Item.objects.create(
        conference=Conference.objects.get(number=22), number="2", title="Integration",
        section=True,
    )  # fmt: skip
    happened = session("intmk", 22, office.viewer)
    assert [item.number for item in happened.items] == ["2", "2.9", "2.10"]
    section, waiting, decided = happened.items
    assert (section.section, waiting.stage) == (True, Stage.ON_AGENDA)
    assert waiting.outcome is None
    assert decided.outcome.no == ("BY",)
    assert (decided.key, decided.submitters) == ("22-2.10", ("NI",))
    assert happened.present == CODES
    assert happened.name == "Integrationsministerkonferenz"
    assert happened.demo


def test_items_dealt_with_together_point_at_each_other(office, intmk):
    first, second = votable(intmk, number="3"), votable(intmk, number="5")
    Item.objects.filter(pk=second.pk).update(joined_with=first, stage="merged")
    three, five = session("intmk", 22, office.viewer).items
    assert three.joined == ("5",)
    assert five.joined_with == "3"


def test_an_old_vote_is_told_as_its_source_tells_it(office, intmk):
    held = Conference.objects.create(body=intmk, number=7, begins="2012-03-21")
    item = Item.objects.create(
        conference=held, number="2.1", title="Ausschuss", submitters="all",
        stage="adopted",
    )  # fmt: skip
    row = Resolution.objects.create(
        body=intmk, key="7-2.1", title="Ausschuss", item=item, conference=held,
        adopted_on="2012-03-21", published_at=NOW, released=["resolution"],
    )  # fmt: skip
    Report.objects.create(resolution=row, words="einstimmig")
    (one,) = session("intmk", 7, office.viewer).items
    assert (one.reported, one.outcome, one.wording) == ("einstimmig", None, ())
    assert one.submitters == ("all",)


def test_the_draft_is_the_offices_alone(office, acting, intmk):
    adopted(office, intmk)
    keep(office, conference=22, opening="Entwurf", closing="")
    assert frame_of("intmk", 22, office.viewer).opening == "Entwurf"
    for viewer in (acting("BY").viewer, acting("bundesministerium").viewer, STRANGER):
        assert session("intmk", 22, viewer) is None
        assert frame_of("intmk", 22, viewer).opening == ""
    assert session("intmk", 99, office.viewer) is None


def test_fixed_versions_are_for_members_and_nobody_else(office, acting, intmk):
    adopted(office, intmk)
    fix(
        office, conference=22, state="provisional", as_of=NOW.date(),
        opening="", closing="",
    )  # fmt: skip
    for viewer in (office.viewer, acting("BY").viewer):
        assert [row.number for row in versions("intmk", 22, viewer)] == [1]
        head, written = version("intmk", 22, 1, viewer)
        assert (head.as_of, written.entries[0].key) == (NOW.date(), "22-2.4")
    for viewer in (acting("bundesministerium").viewer, STRANGER):
        assert versions("intmk", 22, viewer) == ()
        assert version("intmk", 22, 1, viewer) is None


def test_the_questions_do_not_grow_with_the_agenda(
    office, intmk, django_assert_max_num_queries
):
    adopted(office, intmk)
    with django_assert_max_num_queries(12) as one:
        session("intmk", 22, office.viewer)
    adopted(office, intmk, number="2.5")
    with django_assert_max_num_queries(len(one)):
        session("intmk", 22, office.viewer)
