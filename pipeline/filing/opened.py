"""What `open_filing` hands on: a filing's facts, its documents and their text, and for HTML the tables marked in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import Document, Filer, Filing, Issue


class HtmlCell(NamedTuple):
    """One `<td>` or `<th>`; `text[start:end]` is what it prints, blanks at the ends left out (0 to 0: nothing)."""

    start: int
    end: int
    colspan: int = 1
    rowspan: int = 1
    indent: float = 0.0  # em or px of padding, margin or text-indent, in points; leading &nbsp; count 3 points each


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """One `<table>` that holds no other; rows in reading order. `start`, `end` bound it in the document's text."""

    start: int
    end: int
    rows: tuple[tuple[HtmlCell, ...], ...]


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document's record, its text never null here, and the tables of an HTML one (none for text)."""

    record: Document
    text: str
    html_tables: tuple[HtmlTable, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedFiling:
    """A filing opened: its records, the documents that can be read (skipped ones are in `skipped`), and the doubts."""

    filing: Filing
    filers: tuple[Filer, ...]
    documents: tuple[OpenedDocument, ...]
    skipped: tuple[Document, ...]
    issues: tuple[Issue, ...]
