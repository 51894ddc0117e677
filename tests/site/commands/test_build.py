"""What has to be there before anything is served is noticed when it is missing."""

import pytest

from reihum.jobs.places import towns
from reihum.site.commands import build

pytestmark = pytest.mark.unit


def test_an_installation_without_the_list_of_places_has_to_be_built(
    settings, monkeypatch, tmp_path
):
    settings.VAR = tmp_path
    monkeypatch.setattr(build, "PLACES", tmp_path / "jobs")
    monkeypatch.setattr(build, "outdated", lambda: False)
    (tmp_path / "secret_key").touch()
    assert build.needed()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / towns.FILE).touch()
    assert not build.needed()
