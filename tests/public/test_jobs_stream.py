"""The page of a search comes in parts, ends complete, and never fills the house."""

import pytest

from reihum.public import jobs_stream
from reihum.public.jobs_stream import Chunks, Places
from tests.public.job_search import COOK, many

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ASKED = "/jobs/?was=Koch&wo=Chemnitz"


@pytest.fixture
def room(monkeypatch) -> Places:
    """A house with a single place to wait in."""
    places = Places(1)
    for module in ("jobs", "jobs_details", "jobs_files"):
        monkeypatch.setattr(f"reihum.public.{module}.PLACES", places)
    return places


def test_frame_and_form_are_there_before_any_portal_is_asked(prepare, client):
    search = prepare()
    parts = iter(client.get(ASKED).streaming_content)
    beginning, waiting = next(parts).decode(), next(parts).decode()
    assert 'name="was" value="Koch"' in beginning
    assert "Das dauert höchstens 2 Sekunden." in waiting
    assert search.owns == []
    next(parts)
    assert len(search.owns) == 1


def test_states_of_the_list_are_inert_and_the_last_is_the_page_itself(prepare, client):
    prepare(before=3, entries=many(5))
    parts = [part.decode() for part in client.get(ASKED).streaming_content]
    states = [part for part in parts if "<template" in part]
    assert [one.count('class="r-job"') for one in states] == [1, 2, 3]
    assert all(one.strip().endswith("</template>") for one in states)
    *_, complete, end = parts
    assert complete.count('class="r-job"') == 5
    assert "<template" not in complete
    assert end.strip().endswith("</html>")


def test_a_list_that_is_complete_at_once_needs_no_state_before_it(prepare, client):
    prepare(before=0)
    assert "<template" not in client.get(ASKED).getvalue().decode()


def test_each_part_speaks_the_language_of_its_page(prepare, client):
    """Parts are written later, when the thread may have served somebody else."""
    prepare()
    parts = client.get("/en/jobs/?was=cook").streaming_content
    next(parts)
    client.get("/jobs/")
    assert "Die Portale" not in b"".join(parts).decode()


def test_a_search_that_breaks_off_says_so_and_the_page_ends(prepare, client, caplog):
    prepare(fails=True)
    page = client.get(ASKED).getvalue().decode()
    assert "Die Suche ist abgebrochen." in page
    assert "geheime Ursache" not in page
    assert page.strip().endswith("</html>")
    assert "geheime Ursache" in caplog.text


def test_looking_whether_the_page_exists_asks_no_portal(prepare, client):
    search = prepare()
    answer = client.head(ASKED)
    assert (answer.status_code, answer.streaming) == (200, False)
    assert search.owns == []
    assert answer.headers["Content-Type"].startswith("text/html")
    told = client.head(ASKED, headers={"accept": "application/json"})
    assert told.headers["Content-Type"] == "application/json"


def test_where_too_many_search_one_more_is_told_to_come_again(prepare, client, room):
    prepare()
    first = client.get(ASKED)
    for address in (ASKED, f"{ASKED}&format=json", f"/jobs/stellen.csv{ASKED[6:]}",
                    f"/jobs/stellen.atom{ASKED[6:]}",
                    f"/jobs/anzeige/?id={COOK.key}"):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 503, address
        assert answer.headers["Retry-After"] == "5"
        assert "Gerade suchen sehr viele Menschen." in answer.content.decode()
    assert client.get("/jobs/").status_code == 200
    first.getvalue()
    assert client.get(ASKED).status_code == 200


@pytest.mark.parametrize("read", [0, 1, 2, 99])
def test_whoever_leaves_early_leaves_the_place_too(prepare, client, room, read):
    prepare()
    answer = client.get(ASKED)
    for _part in zip(range(read), answer.streaming_content, strict=False):
        pass
    answer.close()
    assert room.take() is not None


def test_a_page_that_cannot_be_written_leaves_its_place(
    prepare, client, room, monkeypatch
):
    prepare()

    def broken(*_given):
        raise RuntimeError("kaputt")

    monkeypatch.setattr("reihum.public.jobs.render_to_string", broken)
    with pytest.raises(RuntimeError, match="kaputt"):
        client.get(ASKED)
    assert room.take() is not None


def test_a_place_is_left_once_however_often_it_is_said():
    places = Places(1)
    place = places.take()
    assert place is not None
    place.leave()
    place.leave()
    assert places.take() is not None
    assert places.take() is None


def test_chunks_that_nobody_reads_leave_their_place():
    places = Places(1)

    def never():
        yield "nie"

    chunks = Chunks(never(), places.take())
    assert places.take() is None
    chunks.close()
    assert places.take() is not None


def test_the_number_of_places_is_a_setting(settings):
    assert jobs_stream.PLACES.number == settings.REIHUM_JOBS.at_once
