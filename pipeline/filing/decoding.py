"""Bytes to text: UTF-8, else windows-1252; what is no text at all is told apart."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from pipeline.filing.tabs import expand_tabs

REPLACEMENT = "\ufffd"

_SAMPLE = 8192  # bytes looked at to tell text from binary
_BINARY_SHARE = 0.01  # of control bytes that no page prints
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\xff\xd8\xff", b"GIF8", b"\x89PNG", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x7fELF")
_WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"  # in windows-1252
_BLANKS = "".join(map(chr, (*range(9), 11, *range(14, 32), 127, 160)))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the same as UTF-8, and how many bytes no encoding explains, each a U+FFFD in the text."""

    text: str
    utf8: bytes
    lost: int


def as_utf8(data: bytes) -> bytes:
    """The bytes without a byte order mark, UTF-16 and UTF-32 (told by their marks) recoded."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text: a known signature, or more control bytes than stray ones."""
    if data.startswith(_MAGIC):
        return True
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL)) > _BINARY_SHARE * len(sample)


def decode(data: bytes) -> Decoded:
    """UTF-8 where the bytes are, or are but for a few; else windows-1252."""
    try:
        return Decoded(data.decode("utf-8"), data, 0)
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    lost = text.count(REPLACEMENT)
    wide = len(text) - len(text.encode("ascii", "ignore")) - lost
    if wide <= lost:
        lost = len(data) - len(data.translate(None, _UNDEFINED))
        text = data.decode("windows-1252", "replace")
    return Decoded(text, text.encode(), lost)


def as_printed(text: str) -> str:
    """Plain text as it prints: line ends as LF, tabs, control characters and no-break blanks as blanks.

    Form feeds stay, one character each.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for character in _BLANKS:  # faster than a pattern
        text = text.replace(character, " ")
    return expand_tabs(text)
