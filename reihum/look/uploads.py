"""Files that are sent to us: what is too large is let go of while it comes in."""

from typing import Final

from django.core.files.uploadhandler import (
    FileUploadHandler,
    SkipFile,
    StopUpload,
)
from django.http import HttpRequest
from typing_extensions import override

from reihum.rules.attachment import LARGEST, too_large
from reihum.rules.words import Refusal

SIZE: Final = "reihum.too_large"  # in the request's META: how large it was
_HOPELESS = 50 * LARGEST  # from here on we do not listen to the end
_AROUND = 64 * 1024  # what a form weighs besides its file


class Bounded(FileUploadHandler):
    """Stands before Django's own handlers, and passes on only what is small enough.

    What is too large by its announced length is not taken at all. Its sender is heard
    to the end all the same, so that a browser shows our answer and not a broken line.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.announced = 0
        self.come = 0

    @override
    def handle_raw_input(
        self, input_data: object, META: dict[str, str], content_length: int,
        boundary: bytes | str, encoding: str | None = None,
    ) -> None:  # fmt: skip
        self.announced = content_length

    @override
    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]
        self.come = 0
        if self.announced > LARGEST + _AROUND:
            self._say(self.announced)
            if self.announced > _HOPELESS:
                raise StopUpload(connection_reset=True)
            raise SkipFile

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.come += len(raw_data)
        if self.come > LARGEST:
            self._say(max(self.come, self.announced))
            raise SkipFile
        return raw_data

    @override
    def file_complete(self, file_size: int) -> None:
        return None

    def _say(self, size: int) -> None:
        assert self.request is not None  # noqa: S101  (Django gives it)
        self.request.META[SIZE] = str(size)


def refused_size(request: HttpRequest) -> Refusal | None:
    """Return that the file of this request was too large, if it was."""
    _ = request.FILES  # reading them is what finds out
    size = request.META.get(SIZE)
    return None if size is None else too_large(int(size))
