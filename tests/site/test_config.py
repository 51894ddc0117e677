"""Settings come from the environment or one file, and a mistake is a sentence."""

from pathlib import Path

import pytest

from reihum.site import config

pytestmark = pytest.mark.unit


def test_the_environment_wins_over_the_file(monkeypatch):
    monkeypatch.setattr(config, "FILE", {"mail_from": "file@example.org", "a": 1})
    monkeypatch.setenv("REIHUM_MAIL_FROM", "env@example.org")
    assert config.setting("mail_from") == "env@example.org"
    assert config.setting("a") == "1"
    assert config.setting("b", "default") == "default"


@pytest.mark.parametrize(("text", "on"), [("yes", True), ("ja", True), ("0", False)])
def test_a_switch_understands_plain_words(monkeypatch, text, on):
    monkeypatch.setenv("REIHUM_HTTPS", text)
    assert config.switch("https") is on


def test_sqlite_is_the_default_and_keeps_its_promises(monkeypatch):
    monkeypatch.delenv("REIHUM_DATABASE")
    found = config.database(Path("/srv/reihum"))
    assert found["NAME"] == "/srv/reihum/reihum.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "foreign_keys=ON" in found["OPTIONS"]["init_command"]


def test_postgresql_is_one_address(monkeypatch):
    monkeypatch.setenv("REIHUM_DATABASE", "postgresql://reihum:p%40ss@db:5433/akten")
    found = config.database(Path("/srv"))
    assert found["ENGINE"].endswith("postgresql")
    assert (found["USER"], found["PASSWORD"]) == ("reihum", "p@ss")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db", 5433, "akten")


def test_another_database_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setenv("REIHUM_DATABASE", "mysql://localhost/reihum")
    with pytest.raises(ValueError, match="REIHUM_DATABASE"):
        config.database(Path("/srv"))


def test_a_moment_without_a_zone_is_local_and_nonsense_is_named(monkeypatch):
    monkeypatch.setenv("REIHUM_NOW", "2027-07-01T09:00")
    found = config.moment("now")
    assert found is not None
    assert found.tzinfo is not None
    monkeypatch.setenv("REIHUM_NOW", "morgen")
    with pytest.raises(ValueError, match="REIHUM_NOW"):
        config.moment("now")
