"""The envelope of an EDGAR submission: its header and its `<DOCUMENT>` blocks, cut apart but not read.

Source: EDGAR's Public Dissemination Service, Technical Specification (the SGML of `.txt` and `.nc` files).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from pipeline.filing.rare import in_bytes

HEADER_START = 4_000  # bytes in which a header must begin where no document follows
HEADER_LINE = 200  # bytes in which its first line ends
HEADER_LIMIT = 200_000  # bytes in which it must end
MAX_DOCUMENTS = 1_000  # the largest submissions have some hundred
OPENING_LIMIT = 2_000_000  # bytes in which the first document must begin

_DOCUMENT = in_bytes(rb"<DOCUMENT>\s*<TYPE>")
_TEXT = re.compile(rb"<TEXT>[ \t]*\r?\n?", re.IGNORECASE)
_FIELD = re.compile(rb"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n<]*)", re.IGNORECASE)
_HEADER = re.compile(
    rb"<(?:(?:SEC|IMS)-(?:HEADER|DOCUMENT)|SUBMISSION)>|^\s*+<?ACCESSION[ -]NUMBER[:>]",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_END = re.compile(rb"</(?:SEC|IMS)-HEADER>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """One `<DOCUMENT>`: its fields as printed, and the bytes of its text."""

    type: str | None
    sequence: int | None
    filename: str | None
    description: str | None
    data: bytes
    is_closed: bool  # `</DOCUMENT>` stands at its end


@dataclass(frozen=True, slots=True)
class Submission:
    """A header's bytes (null where there is none) and the documents in printed order, at most `MAX_DOCUMENTS`."""

    header: bytes | None
    blocks: tuple[Block, ...]
    is_cut: bool = False  # there are more documents


def read_submission(data: bytes) -> Submission | None:
    """Cut a file apart; null where it is no submission but a document alone."""
    first = _DOCUMENT.search(data, 0, OPENING_LIMIT)
    opening = data[: first.start() if first else HEADER_LIMIT]
    found = _HEADER.search(opening, 0, len(opening) if first else HEADER_START + HEADER_LINE)
    if first is None and (found is None or found.start() > HEADER_START):
        return None
    header = opening[found.start() :] if found else None
    if header is not None and (end := _HEADER_END.search(header)):
        header = header[: end.start()]
    if first is None:
        return Submission(header, ())
    found_documents = islice(_DOCUMENT.finditer(data, first.start()), MAX_DOCUMENTS + 1)
    starts = [document.start() for document in found_documents]
    is_cut = len(starts) > MAX_DOCUMENTS
    limits = starts[1:] if is_cut else [*starts[1:], len(data)]
    blocks = tuple(_block(data, begin, limit) for begin, limit in zip(starts, limits, strict=False))
    return Submission(header, blocks, is_cut)


def _block(data: bytes, begin: int, limit: int) -> Block:
    is_lower = data.startswith(b"<document", begin)  # pages saved by a browser have their tags so
    end = data.rfind(b"</document>" if is_lower else b"</DOCUMENT>", begin, limit)
    is_closed = end >= 0
    end = end if is_closed else limit
    opening = _TEXT.search(data, begin, end)
    fields = {
        name.upper(): value.strip()
        for name, value in _FIELD.findall(data, begin, opening.start() if opening else begin)
    }
    body = opening.end() if opening else end
    close = data.rfind(b"</text>" if is_lower else b"</TEXT>", body, end)
    sequence = fields.get(b"SEQUENCE", b"")
    return Block(
        _field(fields, b"TYPE"),
        int(sequence) if sequence.isdigit() else None,
        _field(fields, b"FILENAME"),
        _field(fields, b"DESCRIPTION"),
        data[body : close if close >= 0 else end],
        is_closed,
    )


def _field(fields: dict[bytes, bytes], name: bytes) -> str | None:
    return fields.get(name, b"").decode("utf-8", "replace") or None
