"""Tables of HTML: from occupancy of `<td>` columns to grids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pipeline.filing.opened import HtmlCell, HtmlTable
from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.beside import find_cut
from pipeline.tables.columns import HTML, Column, find_columns, place
from pipeline.tables.grid import Grid, GridCell, GridRow
from pipeline.tables.html.headings import heading_cells, heading_row, with_runs
from pipeline.tables.html.items import Item, is_note, read_items, with_labels, with_notes
from pipeline.tables.html.parts import Part, Row, joined, lines_above
from pipeline.tables.labels import join_wrapped
from pipeline.tables.values import is_currency, is_year
from pipeline.tables.words import names_period

_INDENT_STEP = 6.0  # points
_RULE = re.compile(r"[-=_\u2013\u2014\u2550]{3,}")
_PAGE_DIGITS = 3
_PAGE = re.compile(r"[-\u2013\u2014] ?\d{1,3} ?[-\u2013\u2014]|page \d{1,3}(?: of \d{1,3})?", ANY_CASE)


def find_html_grids(text: str, tables: Sequence[HtmlTable]) -> list[Grid]:
    """The grids of a document's tables; those that hold no columns of numbers fall out."""
    grids: list[Grid] = []
    seen = 0
    for part in joined(text, [_read_part(text, table) for table in tables]):
        if found := [grid for half in _parted(part) if (grid := _grid(text, half, seen)) is not None]:
            grids += found
            seen = part.end
    return grids


def _parted(part: Part) -> list[Part]:
    """A table, or the two that stand side by side in it, below the same titles."""
    cut = find_cut([row.items for row in part.rows])
    if cut is None:
        return [part]
    return [part.between(0, cut), part.between(cut, part.width)]


def _read_part(text: str, table: HtmlTable) -> Part:
    """The rows that a table prints, each with whether it is a heading, and whether a rule is drawn above it."""
    ruled = False
    printed: list[tuple[list[Item], bool, bool]] = []
    occupied = list(_occupied(table.rows))
    rows_of_items = with_labels([read_items(text, placed) for placed, _ in occupied])
    for items, (_, width) in zip(rows_of_items, occupied, strict=True):
        if items and _RULE.fullmatch(items[0].text) and all(_RULE.fullmatch(item.text) for item in items):
            ruled = True
        elif items and not _is_page_number(items, width):
            printed.append((items, _is_heading(items), ruled))
            ruled = False
    body = [items for items, is_heading, _ in printed if not is_heading]  # a year stands over brackets and notes too
    certain = {item.core for items in body for item in items if item.is_number and not is_note(item)}
    rows = [Row(with_notes(items, certain), is_heading, ruled) for items, is_heading, ruled in printed]
    return Part(rows, max((columns for _, columns in occupied), default=0), table.start, table.end)


def _occupied(rows: Iterable[Sequence[HtmlCell]]) -> Iterable[tuple[list[tuple[HtmlCell, int, int]], int]]:
    """By row: the cells that print, with their first and last physical column, and how many columns all cells take."""
    taken: dict[int, int] = {}  # physical column -> rows for which a cell above still covers it
    for row in rows:
        placed: list[tuple[HtmlCell, int, int]] = []
        column = 0
        fresh: dict[int, int] = {}
        for cell in row:
            start, end, span, depth, _ = cell
            while column in taken:
                column += 1
            if start < end:
                placed.append((cell, column, column + span - 1))
            if depth > 1:
                fresh.update(dict.fromkeys(range(column, column + span), depth - 1))
            column += span
        if taken or fresh:
            taken = {n: left - 1 for n, left in taken.items() if left > 1} | fresh
        yield placed, column


def _is_page_number(items: Sequence[Item], width: int) -> bool:
    """Whether a row prints the number of a page and nothing else: "- 7 -", "Page 7", "7" over all its columns."""
    if len(items) > 1:
        return False
    (item,) = items
    is_bare = item.text.isdecimal() and len(item.text) <= _PAGE_DIGITS
    return _PAGE.fullmatch(item.text) is not None or (is_bare and item.first == 0 and item.last >= width - 1)


def _is_heading(items: Sequence[Item]) -> bool:
    values = [item for item in items if item.is_number]
    if not values:
        return True
    words = [item for item in items if not item.is_number]
    if any(item.first > 0 for item in words) and all(is_currency(item.text) for item in items if item.first > 0):
        return True
    if all(is_year(item.text) for item in values):
        return len(values) > 1 or all(names_period(item.text) for item in words)
    return False


def _grid(text: str, part: Part, seen: int) -> Grid | None:
    """The grid of a table, its title below `seen`; null where it has no columns of numbers."""
    columns = _columns(part)
    if columns is None:
        return None
    margin = min(row.items[0].first for row in part.rows)
    if 0 < margin < columns[0].left:  # of an empty column, as spreadsheets leave it
        return _grid(text, part.between(margin, part.width), seen)
    labelled_at = {row.items[0].first for row in part.rows if not row.is_heading}
    rows = [_row(row, columns, labelled_at) for row in part.rows]
    rows = with_runs(rows, [row.is_heading for row in part.rows], len(columns))
    indent = min((row.indent for row in rows if row.label is not None), default=0)
    labelled = tuple(_joined_labels(rows, indent))
    return Grid(part.start, part.end, lines_above(text, seen, part.start), labelled, len(columns))


def _columns(part: Part) -> list[Column] | None:
    """The columns of numbers; null where there are dashes alone, or one row that has no words beside its numbers."""
    body = [row for row in part.rows if not row.is_heading]
    marks = [row.marks for row in body if row.marks]
    if not any(not mark.soft for row in marks for mark in row):
        return None
    if len(marks) < 2 and not any(0 < len(row.numbers) < len(row.items) for row in body):
        return None
    return find_columns(marks, HTML)


def _row(row: Row, columns: Sequence[Column], labelled_at: Collection[int]) -> GridRow:
    beyond = len(row.items) if row.is_heading else max(0, len(row.numbers) - len(columns))
    numbers, marks = row.numbers[beyond:], row.marks[beyond:]
    count = _label_items(row, numbers, columns, labelled_at)
    label, rest = row.items[:count], row.items[count:]
    placed = place(marks, columns, HTML)
    cells = [GridCell(item.text, item.start, item.end, n + 1, n + 1) for item, n in zip(numbers, placed, strict=True)]
    if row.is_heading:
        cells = heading_row(rest, columns)
    elif len(rest) > len(numbers):  # words among them
        words = [cell for item in rest if item not in numbers for cell in heading_cells(item, columns)]
        taken = {n + 1 for n in placed}
        cells = [cell for cell in words if cell.first not in taken] + cells
        cells.sort(key=lambda cell: cell.first)
    first = GridCell(" ".join(item.text for item in label), label[0].start, label[-1].end, 0, 0) if label else None
    indent = int(label[0].indent / _INDENT_STEP) if label else 0
    return GridRow(first, tuple(cells), indent, row.ruled)


def _label_items(row: Row, numbers: Sequence[Item], columns: Sequence[Column], labelled_at: Collection[int]) -> int:
    """How many items of a row are its label; left of the first column a heading may stand, too, where no label does."""
    count = 0
    heads = [item for item in row.items if item.first > 0] if row.is_heading else []
    all_head = len(heads) == len(columns) or (1 < len(heads) < len(columns) and heads[0].first not in labelled_at)
    for item in row.items:
        if item in numbers or (item.first >= columns[0].left and (count or item.first > 0)):
            break
        is_over = item.last >= columns[0].left or (all_head and names_period(item.text))
        if row.is_heading and is_over and item.first > 0:
            break
        count += 1
    return count


def _joined_labels(rows: Sequence[GridRow], indent: int) -> list[GridRow]:
    level = [replace(row, indent=max(0, row.indent - indent)) for row in rows] if indent else list(rows)
    return join_wrapped(level, [False] * len(level), [False] * len(level))
