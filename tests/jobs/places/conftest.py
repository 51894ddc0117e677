"""A folder with a few towns, and who knows them."""

from pathlib import Path

import pytest

from reihum.jobs.places.extract import lines
from reihum.jobs.places.places import Places
from reihum.jobs.places.towns import FILE, text_of
from tests.jobs.places.some_towns import cities


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / FILE).write_text("".join(text_of(lines(cities()))), "utf-8")
    return tmp_path


@pytest.fixture
def places(folder) -> Places:
    return Places(folder)
