import json

import pytest

from reihum.records.models import Report
from tests.public.conftest import UNRELEASED

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_a_resolution_can_be_taken_away_as_json(resolved, client):
    resolved()
    answer = client.get("/intmk/beschluesse/2026-u1.json")
    found = json.loads(answer.content)
    assert answer["Content-Type"] == "application/json"
    assert found["id"] == "2026-u1"
    assert found["address"] == "http://testserver/intmk/beschluesse/2026-u1/"
    assert found["votes"]["SN"] == "no"
    assert found["result"]["en"] == "Adopted with 13 of 16 votes"
    assert [paragraph["number"] for paragraph in found["text"]] == ["", "1.", "3."]


def test_a_resolution_can_be_taken_away_as_markdown(resolved, client):
    resolved()
    answer = client.get("/intmk/beschluesse/2026-u1.md")
    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert f"Sie lehnt {UNRELEASED} ab." in answer.content.decode()


def test_what_is_not_released_is_not_taken_away_either(resolved, client):
    resolved(released=("resolution",), statement="Nicht mit uns.")
    found = json.loads(client.get("/intmk/beschluesse/2026-u1.json").content)
    assert (found["votes"], found["statements"]) == (None, [])
    assert found["result"] == {"de": "angenommen", "en": "adopted"}
    assert (
        "Nicht mit uns"
        not in client.get("/intmk/beschluesse/2026-u1.md").content.decode()
    )


def test_an_old_resolution_is_not_made_more_exact(held, printed, client):
    row = printed(held(13, "2018-03-15", "2018-03-16"), "2.4", "Öffnung")
    row.adopted_on = "2018-03"
    row.save()
    found = json.loads(client.get("/intmk/beschluesse/13-2.4.json").content)
    assert found["adopted_on"] == "2018-03"
    assert (found["text"], found["result"], found["votes"]) == (None, None, None)


def test_what_is_only_inferred_is_no_data(held, printed, client):
    row = printed(held(12, "2017-03"), "2.1", "Einwanderungsgesetz")
    Report.objects.create(resolution=row, yes=15, no=["BY"])
    found = json.loads(client.get("/intmk/beschluesse/12-2.1.json").content)
    assert found["votes"] is None
    assert found["result"]["de"] == "angenommen mit 15 von 16"


@pytest.mark.parametrize("ending", ["json", "md"])
def test_an_unreleased_resolution_is_no_file(resolved, client, ending):
    resolved("22-83.91", published=False)
    answer = client.get(f"/intmk/beschluesse/22-83.91.{ending}")
    assert answer.status_code == 404
    assert UNRELEASED not in answer.content.decode()
