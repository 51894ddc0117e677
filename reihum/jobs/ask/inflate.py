"""Unpacking what is sent packed, and never more than a bound of it."""

import zlib

from reihum.jobs.ask.failed import too_large, truncated, undecodable

GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
ENCODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}


class Bounded:
    """Takes an answer piece by piece and holds at most `limit` bytes of it, unpacked.

    A kilobyte may unpack into a megabyte: each piece is unpacked only as far as there
    is room, so that what is too large costs no memory.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        encoding = encoding.strip().lower()
        if encoding not in ENCODINGS:
            raise undecodable()
        packed = encoding not in {"", "identity"}
        self._unpack = zlib.decompressobj(GZIP_OR_ZLIB) if packed else None
        self._raw_deflate = encoding == "deflate"
        self._limit = limit
        self._taken = 0  # bytes as they came
        self._pieces = bytearray()

    def take(self, piece: bytes) -> None:
        """Add a piece as it came; raise `Failed` where it is too large or broken."""
        self._taken += len(piece)
        self._pieces += piece if self._unpack is None else self._unpacked(piece)
        # What comes behind the end of what is packed, or unpacks into nothing, adds no
        # piece: it is counted as it came.
        if max(len(self._pieces), self._taken) > self._limit:
            raise too_large()

    def whole(self) -> bytes:
        """Return the answer; raise `Failed` where its end is missing."""
        if self._unpack is not None and not self._unpack.eof and self._pieces:
            raise truncated()
        return bytes(self._pieces)

    def _unpacked(self, piece: bytes) -> bytes:
        room = self._limit - len(self._pieces) + 1
        try:
            return self._decompress(piece, room)
        except zlib.error:
            raise undecodable() from None

    def _decompress(self, piece: bytes, room: int) -> bytes:
        unpack = self._unpack
        assert unpack is not None  # noqa: S101  (only called where something is packed)
        try:
            return unpack.decompress(piece, room)
        except zlib.error:
            if not self._raw_deflate or self._pieces:
                raise
        # "deflate" is sent with and without a header; the first piece shows which.
        self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)
        return self._unpack.decompress(piece, room)
