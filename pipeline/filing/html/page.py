"""The text that a document's elements are written to, and the table cells that are marked while it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.filing.characters import BULLET, BULLETS, COLUMN_GAP, NBSP, blanks_at_end, cleaned
from pipeline.filing.opened import HtmlCell, HtmlTable
from pipeline.filing.tabs import expand_tabs

NBSP_POINTS = 3.0
MAX_SPAN = 400  # columns or rows; what says more is a fault of markup
CELL, LINE, PARAGRAPH = -1, 1, 2  # breaks: the next cell of a row, a line's end, a blank line

_BREAKS = {CELL: "\t", 0: "", LINE: "\n", PARAGRAPH: "\n\n"}
_MARK = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z]|[*†‡§#]+)\s*\)?(?:\s*,\s*\(?(?:\d{1,2}|[A-Za-z])\)?)*")  # a footnote's
_SPAN = re.compile(r"\s*(\d{1,6})")


@dataclass(slots=True)
class _Cell:
    colspan: int
    rowspan: int
    start: int = -1  # -1 until it prints
    indent: float = 0.0


@dataclass(slots=True)
class _Table:
    rows: list[list[HtmlCell]] = field(default_factory=list)
    cell: _Cell | None = None
    start: int = -1
    is_layout: bool = False  # it holds another table, or fixed-width text

    def last_row(self) -> list[HtmlCell]:
        """The row that a cell goes to, begun where the cell stands in none."""
        if not self.rows:
            self.rows.append([])
        return self.rows[-1]


class Page:
    """Writes text, collapsing blanks as a browser does; breaks are pending until the next text."""

    __slots__ = (
        "_blank",
        "_breaks",
        "_finished",
        "_item",
        "_length",
        "_nbsp_line",
        "_parts",
        "_pre",
        "_raised",
        "_tables",
        "depth",
    )

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._breaks = 0  # the pending one, 0 for none
        self._blank = 0  # pending blanks
        self._nbsp_line = False  # the line so far holds nothing but no-break blanks: it prints as a blank line
        self._item = False  # a point of a list begins with the next text
        self._pre = 0
        self._raised = False
        self._tables: list[_Table] = []
        self._finished: list[HtmlTable] = []
        self.depth = 0  # of tables in tables, at the most

    def write_cell(
        self, row: list[HtmlCell], text: str, colspan: str | None, rowspan: str | None, indent: float
    ) -> None:
        """A cell of a row that holds one text that prints: `open_cell`, `indent`, `write`, `close_cell` in one."""
        if text[0] == NBSP:
            indent += NBSP_POINTS * (len(text) - len(text.lstrip(NBSP)))
        printed = " ".join(text.split())
        if not printed.isascii() and not (printed := cleaned(printed)):
            row.append(empty_cell(colspan, rowspan))
            return
        if self._breaks == CELL:
            self._parts.append(f"\t{printed}")
            self._length += 1 + len(printed)
        else:
            self._emit(printed, False)
            self._breaks = CELL
        end = self._length
        row.append(HtmlCell(end - len(printed), end, _span(colspan), _span(rowspan), indent))

    def write(self, text: str) -> None:
        """Text of a text node; blanks collapse, except in `<pre>`."""
        if self._pre:
            self._write_pre(text)
            return
        words = text.split()
        cell = self._tables[-1].cell if self._tables else None
        if not words:
            self._write_blanks(text, cell)
            return
        first = text[0]
        if first == NBSP and cell is not None and cell.start < 0:
            cell.indent += NBSP_POINTS * (len(text) - len(text.lstrip(NBSP)))
        if NBSP in text and cell is None and COLUMN_GAP.search(text):
            printed = COLUMN_GAP.sub(lambda gap: "\0" * len(gap[0]), text)
            printed = " ".join(printed.split()).replace("\0", " ").rstrip()
        else:
            printed = " ".join(words)
        if not printed.isascii() and not (printed := cleaned(printed)):
            return
        self._emit(printed, self._blank or first.isspace())
        self._blank = text[-1].isspace()
        if self._blank and cell is None and text[-1] == NBSP:
            self._blank = blanks_at_end(text)

    def _write_blanks(self, text: str, cell: _Cell | None) -> None:
        if NBSP in text:
            if cell is not None and cell.start < 0:
                cell.indent += NBSP_POINTS * text.count(NBSP)
            if self._breaks > 0 and not self._tables:
                self._nbsp_line = True
            if cell is None:
                self._blank = max(self._blank, blanks_at_end(text))
        if text:
            self._blank = self._blank or 1

    def _emit(self, printed: str, blanks: int) -> None:
        if self._raised:
            self._raised = False
            blanks = blanks or _MARK.fullmatch(printed) is not None
        if lead := self._lead(blanks):
            self._parts.append(lead)
            self._length += len(lead)
        if self._item:
            self._item = False
            if not self._tables and printed[0] not in BULLETS:
                printed = f"{BULLET} {printed}"
        self._begin_at_text()
        self._parts.append(printed)
        self._length += len(printed)

    def _lead(self, blanks: int) -> str:
        """What prints in front of the next text: the pending break, and blanks."""
        if not self._breaks:
            return " " * blanks if self._length else ""
        lead = _BREAKS[self._breaks] if self._length else ""
        self._breaks = 0
        self._nbsp_line = False
        return lead + " " * blanks if blanks > 1 else lead

    def _begin_at_text(self) -> None:
        """Tables and cells begin where they first print."""
        for table in reversed(self._tables):
            if table.start >= 0 and (table.cell is None or table.cell.start >= 0):
                break
            if table.start < 0:
                table.start = self._length
            if table.cell is not None and table.cell.start < 0:
                table.cell.start = self._length

    def _write_pre(self, text: str) -> None:
        kept = expand_tabs(text.replace(NBSP, " "))
        if self._pre == 1:  # the first text of the element
            kept = kept.removeprefix("\n")
        self._pre = 2
        if not kept.strip() and self._breaks:
            return
        ends = len(kept) - len(kept.rstrip("\n"))
        self._emit(kept[: len(kept) - ends], False)
        if ends:
            self._parts.append("\n" * ends)
            self._length += ends

    def break_line(self) -> None:
        """`<br>`: a line's end, a blank line where the line was empty."""
        if self._pre:
            self._parts.append("\n")
            self._length += 1
        else:
            self.break_block(PARAGRAPH if self._breaks > 0 else LINE)

    def break_block(self, breaks: int) -> None:
        """The edge of a block; none at the start of a cell."""
        self._blank = 0
        if self._tables and (cell := self._tables[-1].cell) is not None and cell.start < 0:
            return
        if self._nbsp_line and self._breaks > 0:
            breaks = PARAGRAPH
        self._nbsp_line = False
        if breaks > self._breaks:
            self._breaks = breaks

    def indent(self, points: float) -> None:
        """How far an element indents the cell that it begins or stands in; nothing once the cell prints."""
        if self._tables and (cell := self._tables[-1].cell) is not None and cell.start < 0:
            cell.indent += points

    def raise_next(self) -> None:
        """A superscript follows: a footnote mark is set off by a blank."""
        self._raised = True

    @property
    def is_loose(self) -> bool:
        """Whether what follows stands in no table."""
        return not self._tables

    def open_pre(self) -> None:
        self._pre = 1
        if self._tables:
            self._tables[-1].is_layout = True

    def close_pre(self) -> None:
        self._pre = 0

    def open_table(self) -> None:
        if self._tables:
            self._tables[-1].is_layout = True
        self._tables.append(_Table())
        self.depth = max(self.depth, len(self._tables))

    def open_item(self) -> None:
        """A point of a list: its bullet is set in front of its text, where it prints none; cells hold labels."""
        self._item = True

    def open_row(self) -> list[HtmlCell]:
        """A row of the innermost table, to which cells may be added that print nothing."""
        row: list[HtmlCell] = []
        if self._tables:
            self._tables[-1].rows.append(row)
        return row

    def open_cell(self, colspan: str | None, rowspan: str | None) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        if table.last_row():
            self._breaks = max(self._breaks, 0) or CELL
        self._blank = 0
        table.cell = _Cell(_span(colspan), _span(rowspan))

    def close_cell(self) -> None:
        if not self._tables or (cell := self._tables[-1].cell) is None:
            return
        table = self._tables[-1]
        if cell.start >= 0:
            table.rows[-1].append(HtmlCell(cell.start, self._length, cell.colspan, cell.rowspan, cell.indent))
            self._breaks = CELL
        else:
            table.rows[-1].append(HtmlCell(0, 0, cell.colspan, cell.rowspan))
        table.cell = None
        self._blank = 0

    def close_table(self) -> None:
        if not self._tables:
            return
        table = self._tables.pop()
        rows = tuple(tuple(row) for row in table.rows if row)
        if table.start >= 0 and rows and not table.is_layout:
            self._finished.append(HtmlTable(table.start, self._length, rows))

    def finish(self) -> tuple[str, tuple[HtmlTable, ...]]:
        """The text, and the tables in reading order."""
        return "".join(self._parts), tuple(self._finished)


@lru_cache(maxsize=256)
def _span(value: str | None) -> int:
    found = _SPAN.match(value) if value else None
    return min(max(int(found[1]), 1), MAX_SPAN) if found else 1


@lru_cache(maxsize=256)  # most cells of a page print nothing: columns of blanks between its columns
def empty_cell(colspan: str | None, rowspan: str | None) -> HtmlCell:
    return HtmlCell(0, 0, _span(colspan), _span(rowspan))
