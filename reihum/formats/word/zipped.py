"""The zip that a Word file is: the same parts always give the same bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

# The oldest date that a zip can hold: a file says nothing about when it was written.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file that `safety.unpack` has let pass."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            info.filename: archive.read(info)
            for info in archive.infolist()
            if not info.is_dir()
        }


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a file, the list of contents first as readers expect it."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(parts, key=lambda one: (one != _FIRST, one)):
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.create_system = 0  # otherwise it depends on who runs it
            archive.writestr(info, parts[name], zipfile.ZIP_DEFLATED)
    return file.getvalue()
