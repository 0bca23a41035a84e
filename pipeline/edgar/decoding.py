"""Bodies unpacked within a limit. Not left to httpx, which takes the end of a truncated gzip stream for its end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from pipeline.edgar.errors import TooLargeError, UnusableError

_PIECE = 2**20  # bytes unpacked at once, whatever a few packed ones promise
_WINDOW = {"gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}


def decoded(raw: Iterator[bytes], encoding: str, limit: int, source: str) -> Iterator[bytes]:
    """The pieces of a body, its content-encoding undone.

    Raises `TooLargeError` once more than `limit` bytes came of it, `UnusableError` where it breaks off or is no such.
    """
    encoding = encoding.strip().lower().removeprefix("x-")  # the same (RFC 9110); so the store behind /Archives has it
    pieces = raw if encoding in ("", "identity") else _unpacked(raw, encoding, source)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooLargeError(
                f"{source} is larger than {limit / 2**20:,.0f} MB, the most that is taken; it was dropped."
            )
        yield piece


def _unpacked(raw: Iterator[bytes], encoding: str, source: str) -> Iterator[bytes]:
    if encoding not in _WINDOW:
        raise UnusableError(f"{source} is packed as {encoding!r}, which was not asked for.")
    unpack = zlib.decompressobj(_WINDOW[encoding])
    try:
        for packed in raw:
            while packed and not unpack.eof:
                yield unpack.decompress(packed, _PIECE)
                packed = unpack.unconsumed_tail
        while not unpack.eof and (piece := unpack.decompress(b"", _PIECE)):
            yield piece
    except zlib.error as error:
        raise UnusableError(f"{source} cannot be unpacked ({error}).") from error
    if not unpack.eof:
        raise UnusableError(f"{source} broke off before its end.")
