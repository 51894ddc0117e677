"""Files that belong to a motion (Anlagen), and Word files that a text came from."""

from collections.abc import Mapping
from enum import StrEnum

from reihum.rules.words import Refusal, Text, listed

MEBI = 1024 * 1024
LARGEST = 20 * MEBI
MOST = 20  # annexes of one motion
LONGEST_NAME = 200


class Kind(StrEnum):
    """What a file is to a motion."""

    ANNEX = "annex"  # Anlage: everybody who reads the motion reads it
    SOURCE = "source"  # the Word file that a text came from: its Land's own


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Ending → media type, and how the bytes of such a file begin.
TYPES: Mapping[str, tuple[str, bytes]] = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": (DOCX, b"PK\x03\x04"),
    "xlsx": (_XLSX, b"PK\x03\x04"),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}


def unknown_attachment() -> Refusal:
    """Say that there is no such file, at least not for the one who asks."""
    return Refusal.unknown(
        "Diese Datei gibt es nicht, oder sie gehört einem anderen Land.",
        "There is no such file, or it belongs to another Land.",
    )


def ending(name: str) -> str:
    """Return "pdf" for "Anlage 1.PDF"."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def clean_name(name: str) -> str:
    """Return a file's name without a path, and without what misleads who reads it."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in bare if sign.isprintable()).strip(" .")
    if len(kept) <= LONGEST_NAME:
        return kept or "Datei"
    tail = f".{ending(kept)}"
    return kept[: LONGEST_NAME - len(tail)] + tail


def media_type(name: str) -> str:
    """Return the media type that the ending of a name stands for."""
    return TYPES.get(ending(name), ("application/octet-stream", b""))[0]


def check_size(size: int) -> Refusal | None:
    """Return why a file of this size is not taken, if so."""
    return too_large(size) if size > LARGEST else None


def too_large(size: int) -> Refusal:
    """Say that a file is larger than we take."""
    return Refusal.invalid(
        f"Die Datei hat {in_mebi(size)} MB, möglich sind {LARGEST // MEBI} MB. Meist "
        "sind Bilder der Grund: verkleinern Sie diese, oder geben Sie sie als Anlage "
        "im Format PDF.",
        f"The file has {in_mebi(size)} MB, {LARGEST // MEBI} MB are possible. Mostly "
        "pictures are the reason: make them smaller, or send them as an annex in PDF.",
        "file",
    )


def too_large_to_carry() -> Text:
    """Say that a file cannot be taken along in a form until the motion is saved."""
    return Text(
        "Die Datei selbst ist zu groß, um beim Sichern mitzukommen. Brauchen Sie ihre "
        "Anlagen, fügen Sie diese danach beim Antrag hinzu.",
        "The file itself is too large to come along when you save. If you need its "
        "annexes, add them to the motion afterwards.",
    )


def in_mebi(size: int) -> int:
    """Return a size in whole megabytes, rounded up."""
    return -(-size // MEBI)


def check_annex(name: str, content: bytes, already: int) -> Refusal | None:
    """Return why a file cannot be an annex, if so."""
    if already >= MOST:
        return Refusal.conflict(
            f"Der Antrag hat schon {MOST} Anlagen; mehr sind nicht möglich.",
            f"The motion has {MOST} annexes already; more are not possible.",
            "file",
        )
    if not content:
        return Refusal.invalid("Die Datei ist leer.", "The file is empty.", "file")
    return check_size(len(content)) or _check_type(name, content)


def _check_type(name: str, content: bytes) -> Refusal | None:
    known = TYPES.get(ending(name))
    if known is None:
        possible = listed(f".{one}" for one in TYPES if one != "jpeg")
        return Refusal.invalid(
            f"„{name}“ kann keine Anlage sein. Möglich sind {possible.de}.",
            f"“{name}” cannot be an annex. Possible are {possible.en}.",
            "file",
        )
    if content.startswith(known[1]):
        return None
    return Refusal.invalid(
        f"„{name}“ ist keine .{ending(name)}-Datei, sie heißt nur so. Bitte speichern "
        "Sie die Datei in ihrem Programm in diesem Format.",
        f"“{name}” is no .{ending(name)} file, it is only called so. Please save it in "
        "that format with the programme that it comes from.",
        "file",
    )
