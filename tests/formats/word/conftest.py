from collections.abc import Iterator

import pytest

from tests.witness import Witness, summoned


@pytest.fixture(scope="session")
def witness(tmp_path_factory) -> Iterator[Witness]:
    """LibreOffice, started once for all files."""
    yield from summoned(tmp_path_factory.mktemp("libreoffice"))
