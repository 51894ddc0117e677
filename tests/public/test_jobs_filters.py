"""Filters and the map: what each would leave, what is on, where every link leads."""

import re

import pytest

from reihum.jobs.model import Level, WorkingTime
from tests.public.job_search import ASKED, final, many

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_german_word_of_a_filter_is_explained_where_it_stands(prepare, whole):
    prepare()
    shown = final(whole(ASKED)).partition('id="filter"')[2]
    assert "Eine kleine Arbeit." in shown.partition('id="karte"')[0]
    assert 'href="#begriff' not in shown


def test_only_portals_that_have_something_can_be_chosen(prepare, whole):
    prepare()
    shown = final(whole(f"{ASKED}&portal=personio"))
    assert 'name="portal" value="arbeitsagentur"' in shown
    assert 'name="portal" value="personio" form="suche" checked' in shown
    assert 'name="portal" value="softgarden"' not in shown


def test_filters_show_what_each_would_leave_and_what_is_on(prepare, whole):
    search = prepare()
    address = (
        f"{ASKED}&deutsch=b1&zeit=teil&zeit=mini&art=ausbildung&dienst=ja&seit=7"
        "&portal=arbeitsagentur&land=SN&ohne_anerkennung=ja&reihenfolge=neu&genau=ja"
    )
    shown = final(whole(address))
    ticked = re.findall(r'name="(\w+)" value="([\w-]+)" form="suche" checked', shown)
    assert ticked == [
        ("deutsch", "b1"), ("ohne_angabe", "ja"), ("zeit", "teil"), ("zeit", "mini"),
        ("art", "ausbildung"), ("dienst", "ja"), ("ohne_anerkennung", "ja"),
        ("seit", "7"), ("portal", "arbeitsagentur"), ("land", "SN"),
    ]  # fmt: skip
    assert '<option value="neu" selected>' in shown
    assert "<span>bis B1</span><small>29</small>" in shown
    assert "Eingrenzen (10)" in shown
    (query,) = search.asked
    assert query.level is Level.B1
    assert query.working_time == {WorkingTime.PART, WorkingTime.MINI}


def test_what_is_unstated_can_be_left_out_without_a_script(prepare, whole):
    """A box that is not ticked sends nothing, so something hidden says no."""
    search = prepare()
    shown = final(whole(f"{ASKED}&ohne_angabe=nein"))
    assert 'name="ohne_angabe" value="ja" form="suche"><span>' in shown
    whole(f"{ASKED}&ohne_angabe=ja&ohne_angabe=nein")
    assert [one.level_unstated for one in search.asked] == [False, True]


def test_every_link_keeps_the_rest_of_the_query(prepare, whole):
    prepare(entries=many(45))
    shown = final(whole(f"{ASKED}&km=50&zeit=voll&seite=2"))
    kept = "was=Koch&amp;wo=Chemnitz&amp;km=50&amp;zeit=voll"
    for link in (
        f'href="?{kept}&amp;seite=3"',
        f'href="?{kept}"',
        f'href="?{kept}&amp;land=SN"',
        f'href="/jobs/merken/?{kept}&amp;seite=2"',
        f'href="/jobs/stellen.csv?{kept}',
        f'href="/jobs/stellen.atom?{kept}',
        'href="?was=Koch&amp;wo=Chemnitz&amp;km=50&amp;genau=ja&amp;zeit=voll"',
    ):
        assert link in shown


def test_the_map_counts_jobs_and_narrows_to_a_land(prepare, whole):
    prepare()
    shown = final(whole(ASKED))
    assert 'data-land="SN"' in shown
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;land=SN"' in shown
    assert 'href="?was=Koch&amp;wo=Chemnitz&amp;land=BY"' not in shown
    assert shown.count('class="r-tile') == 16


def test_what_opens_the_filters_has_its_place_before_the_list_is_complete(
    prepare, whole
):
    prepare()
    shown = whole(f"{ASKED}&deutsch=b1")
    before = shown.partition("<template")[2].partition("</template>")[0]
    button = re.search(r'<button class="r-btn r-menu"[^>]*disabled>([^<]+)', before)
    assert button[1] == "Eingrenzen (1)"


def test_who_goes_by_keyboard_may_pass_the_filters(prepare, whole):
    prepare()
    shown = final(whole(ASKED))
    link = shown.index('href="#ergebnisse">3 Stellen, aus 4')
    assert link < shown.index('id="filter"') < shown.index('id="ergebnisse"')
