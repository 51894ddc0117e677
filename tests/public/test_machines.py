import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from reihum.public import errors

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_robots_stay_out_of_the_office(db, client):
    answer = client.get("/robots.txt")
    assert "Disallow: /buero/" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")


def test_the_sitemap_names_every_public_page_once_by_its_german_address(
    resolved, client
):
    resolved()
    found = client.get("/sitemap.xml").content.decode()
    assert "<loc>http://testserver/intmk/beschluesse/2026-u1/</loc>" in found
    assert found.count("/intmk/konferenzen/22/<") == 1
    assert "/en/" not in found


def test_every_address_of_the_sitemap_answers(resolved, client):
    resolved()
    found = client.get("/sitemap.xml").content.decode()
    addresses = [part.partition("</loc>")[0] for part in found.split("<loc>")[1:]]
    assert len(addresses) > 5
    for address in addresses:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (400, lambda request: errors.bad_request(request, ValueError())),
        (403, lambda request: errors.forbidden(request, PermissionError())),
        (404, lambda request: errors.not_found(request, ValueError())),
        (404, lambda request: errors.not_found(request, ValueError({"tried": []}))),
    ],
)
def test_an_error_is_told_without_asking_the_database(
    db, status, answer, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert answer(RequestFactory().get("/")).status_code == status


@pytest.mark.django_db(databases=[])
def test_the_page_of_a_breakdown_needs_no_database(monkeypatch):
    def broken(*_arguments):
        raise RuntimeError

    monkeypatch.setattr("reihum.public.home.all_bodies", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Das liegt nicht an Ihnen." in answer.content.decode()


def test_a_foreign_host_is_told_that_nobody_understands(client, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.raise_request_exception = False
    answer = client.get("/robots.txt", headers={"host": "example.org"})
    assert answer.status_code == 400
    assert "nicht zu verstehen" in answer.content.decode()
    assert "example.org" not in answer.content.decode()


def test_what_is_forbidden_is_told(rf):
    answer = errors.forbidden(rf.get("/"), exception=PermissionDenied())
    assert answer.status_code == 403
    assert "Das ist Ihnen hier nicht möglich" in answer.content.decode()
