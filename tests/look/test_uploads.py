"""A file that is too large is let go of while it comes in."""

from io import BytesIO

import pytest
from django.core.files.uploadhandler import SkipFile
from django.test import RequestFactory

from reihum.look import uploads
from reihum.look.uploads import Bounded, refused_size

pytestmark = pytest.mark.unit

BOUNDARY = "grenze"


def part(name: str, more: str = "") -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{more}'
    return f"{head}\r\n\r\n".encode()


def sent(size: int):
    """Return a request with a word and a file of this size, and its line."""
    content = (
        part("member") + b"BY\r\n"
        + part("file", '; filename="x.docx"') + b"x" * size
        + f"\r\n--{BOUNDARY}--\r\n".encode()
    )  # fmt: skip
    request = RequestFactory().post(
        "/", content, content_type=f"multipart/form-data; boundary={BOUNDARY}"
    )
    line = BytesIO(content)
    request._stream = line
    return request, line


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 100_000)
    monkeypatch.setattr(uploads, "_HOPELESS", 1_000_000)


def test_what_is_small_enough_comes_through():
    request, _ = sent(99_000)
    assert refused_size(request) is None
    assert len(request.FILES["file"].read()) == 99_000


def test_what_is_announced_as_too_large_is_heard_to_the_end_but_not_kept():
    request, line = sent(900_000)
    refusal = refused_size(request)
    assert "1 MB" in refusal.text.de
    assert (refusal.field, dict(request.FILES)) == ("file", {})
    assert request.POST["member"] == "BY"
    assert not line.read()


def test_what_is_hopelessly_large_is_not_heard_to_the_end():
    request, line = sent(3_000_000)
    assert refused_size(request) is not None
    assert len(line.read()) > 2_000_000


def test_who_announces_too_little_is_found_out_on_the_way():
    request, _ = sent(10)
    handler = Bounded(request)
    handler.handle_raw_input(None, {}, 1, BOUNDARY)
    handler.new_file("file", "x.docx", "", 0)
    assert handler.receive_data_chunk(b"x" * 90_000, 0)
    with pytest.raises(SkipFile):
        handler.receive_data_chunk(b"x" * 90_000, 90_000)
    assert refused_size(request) is not None


def test_a_request_without_a_file_is_none_of_its_business():
    assert refused_size(RequestFactory().post("/", {"member": "BY"})) is None
