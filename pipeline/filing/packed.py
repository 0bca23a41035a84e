"""Files as stored: packed by gzip, or not."""

from __future__ import annotations

import zlib

MAX_UNPACKED = 512 * 2**20  # bytes, since a worker holds them in memory

_MAGIC = b"\x1f\x8b"


class PackedError(ValueError):
    """What is packed cannot be unpacked, or is too large; `code` is the issue's."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def unpacked(data: bytes) -> bytes:
    """What a gzip file holds; other bytes as they are. Raises `PackedError`."""
    if not data.startswith(_MAGIC):
        return data
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        text = unpack.decompress(data, MAX_UNPACKED)
    except zlib.error as error:
        raise PackedError("damaged_gzip", f"The file cannot be unpacked ({error}); fetch it again.") from error
    if unpack.unconsumed_tail:
        message = f"The file unpacks to more than {MAX_UNPACKED / 2**20:,.0f} MB; split it into its submissions."
        raise PackedError("too_large", message)
    if not unpack.eof:
        raise PackedError("damaged_gzip", "The file is packed and breaks off before its end; fetch it again.")
    return text
