"""The documents of a filing: which are read, as text or HTML, and which are skipped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.closed_up import opened_up
from pipeline.filing.decoding import Decoded, as_printed, decode, is_binary
from pipeline.filing.html import read_html
from pipeline.filing.opened import OpenedDocument
from pipeline.filing.submission import Block
from pipeline.records import Document, Issue

MAX_BYTES = 16_000_000  # of one document; the largest releases have about 3,000,000

MAX_DEPTH = 20  # of tables in tables; layouts of real pages have about 5

SKIPPED_TYPES = frozenset({"GRAPHIC", "ZIP", "EXCEL", "XML", "XBRL", "JSON", "PDF"})
# EX-27: financial data schedules of 1993-2001, EX-100 to EX-104: XBRL.
_SKIPPED_TYPE = re.compile(r"EX-(?:27(?:\.|$)|10[0-9](?:\.|$)|.*\.(?:SCH|CAL|DEF|LAB|PRE|INS)$)")
_SKIPPED_NAME = re.compile(r"\.(?:jpe?g|gif|png|pdf|zip|xlsx?|xml|xsd|json|css|js|bmp|tiff?|svg|docx?|pptx?|fil)$")
_ENCODED = re.compile(rb"\s*(?:<PDF>\s*)?begin [0-7]{3,4} \S+\r?\n", re.IGNORECASE)
_WRAPPER = re.compile(rb"\s*<XBRL>[ \t]*\r?\n?", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|body|head|meta|div|font|td|th|tr|br|p)\b[^>]*>", re.IGNORECASE)
_HTML_NAME = re.compile(r"\.x?html?$")
_LOOK = 20_000  # bytes in which HTML shows itself


@dataclass(frozen=True, slots=True)
class Read:
    """A document read (or skipped), and what was met."""

    record: Document
    opened: OpenedDocument | None
    issues: tuple[Issue, ...] = ()


def read_document(block: Block, filing_id: str, path: str, document_no: int) -> Read:
    """One document's text and tables, offsets into the text as stored; what is no page to read is skipped."""

    def record(format_: str, text: str | None) -> Document:
        return Document(
            filing_id, document_no, block.type, block.sequence, block.filename, block.description, format_, text
        )

    def issue(severity: str, code: str, message: str) -> Issue:
        return Issue(filing_id, path, "open", severity, code, message, document_no)

    if is_skipped(block):
        return Read(record("skipped", None), None)
    if len(block.data) > MAX_BYTES:
        message = (
            f"Document {document_no} has {len(block.data):,} bytes, more than the {MAX_BYTES:,} that are read; "
            "split it, or cut it down to the pages wanted."
        )
        return Read(record("skipped", None), None, (issue("error", "document_too_large", message),))
    if is_binary(block.data):
        message = f"Document {document_no} is no text but binary data; see the original on EDGAR."
        return Read(record("skipped", None), None, (issue("warning", "binary_document", message),))

    decoded = _decoded(block)
    issues: list[Issue] = []
    if decoded.lost:
        message = (
            f"{decoded.lost} bytes of document {document_no} are neither UTF-8 nor windows-1252 and stand as U+FFFD; "
            "compare the numbers near them with the original."
        )
        issues.append(issue("warning", "undecodable_bytes", message))
    if _is_html(block):
        text, tables, depth = read_html(decoded.utf8)
        if depth > MAX_DEPTH:
            message = (
                f"Tables of document {document_no} stand {depth} deep in one another; only the innermost are read as "
                "tables, so compare their rows with the page."
            )
            issues.append(issue("warning", "deeply_nested_tables", message))
        document = OpenedDocument(record("html", text), text, tables)
    else:
        text = opened_up(as_printed(decoded.text))
        document = OpenedDocument(record("text", text), text)
    return Read(document.record, document, tuple(issues))


def html_source(block: Block) -> str | None:
    """The HTML that a document's text is read from; null where it has none or is skipped."""
    if is_skipped(block) or len(block.data) > MAX_BYTES or is_binary(block.data) or not _is_html(block):
        return None
    return _decoded(block).text


def is_skipped(block: Block) -> bool:
    """Graphics, spreadsheets, XBRL, PDF, financial data schedules: what holds no page to read."""
    kind, name = (block.type or "").upper(), (block.filename or "").lower()
    return (
        kind in SKIPPED_TYPES
        or _SKIPPED_TYPE.match(kind) is not None
        or _SKIPPED_NAME.search(name) is not None
        or _ENCODED.match(block.data) is not None
    )


def _decoded(block: Block) -> Decoded:
    wrapper = _WRAPPER.match(block.data)
    return decode(block.data[wrapper.end() :] if wrapper else block.data)


def _is_html(block: Block) -> bool:
    """By its tags; a file name alone would not tell (old `.txt` documents hold HTML, old `.htm` ones plain text)."""
    head = block.data[:_LOOK]
    found = _HTML.search(head)
    if found is None:
        return False
    named = _HTML_NAME.search((block.filename or "").lower()) is not None
    return named or b"<html" in head.lower() or len(_HTML.findall(head)) > 10
