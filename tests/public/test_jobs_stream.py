"""The page of a search comes in parts, ends complete, and never fills the house."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from reihum.public import jobs_stream
from reihum.public.jobs_stream import Chunks, Places, one_at_a_time
from tests.public.job_search import many

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

ASKED = "/jobs/?was=Koch&wo=Chemnitz"


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
    chunks = Chunks([b"nie"], places.take())
    assert places.take() is None
    chunks.close()
    assert places.take() is not None


def test_the_number_of_places_is_a_setting(settings):
    assert jobs_stream.PLACES.number == settings.REIHUM_JOBS.at_once


def free() -> bool:
    """Return whether somebody else could work on a search now."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(_try).result()


def _try() -> bool:
    if got := jobs_stream.AT_WORK.acquire(blocking=False):
        jobs_stream.AT_WORK.release()
    return got


def test_one_search_is_worked_on_at_a_time():
    assert one_at_a_time(free)() is False
    assert one_at_a_time(one_at_a_time(free))() is False
    assert free() is True


def test_work_that_breaks_does_not_stop_that_of_others():
    with pytest.raises(ZeroDivisionError):
        one_at_a_time(lambda: 1 / 0)()
    assert free() is True


def test_who_waits_for_portals_keeps_nobody_from_working(prepare, client, monkeypatch):
    search, seen = prepare(before=2), []
    made = search._answer

    def looked(*given, **named):
        seen.append(free())
        return made(*given, **named)

    monkeypatch.setattr(search, "_answer", looked)
    client.get(ASKED).getvalue()
    client.get(f"{ASKED}&format=json")
    client.get(f"/jobs/stellen.csv{ASKED[6:]}")
    assert seen == [True] * 9
