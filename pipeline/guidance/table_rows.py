"""How the rows of a table of outlook go together: parts below what they are of, low above high."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.table_words import HIGH, LOW
from pipeline.tables.grid import Grid, GridRow

_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\dE?", ANY_CASE)
_DASH = re.compile(r"[-–—•]\s*[A-Za-z]")


def with_years_as_labels(grid: Grid) -> Grid:
    """The table with the years that begin its rows as their labels, where a column of numbers was made of them."""
    return replace(grid, rows=tuple(map(_labelled, grid.rows)))


def _labelled(row: GridRow) -> GridRow:
    if row.label is not None or len(row.cells) < 2 or not _YEAR.fullmatch(row.cells[0].text):
        return row
    if all(_YEAR.fullmatch(cell.text) for cell in row.cells):
        return row  # a heading
    return replace(row, label=row.cells[0], cells=row.cells[1:])


def low_rows(grid: Grid) -> set[int]:
    """The rows, by their numbers, that print the low ends of ranges whose high ends the next row prints: "Earnings per
    share - low" above "Earnings per share - high"."""
    return {n for n, (row, after) in enumerate(zip(grid.rows, grid.rows[1:], strict=False)) if _are_ends(row, after)}


def _are_ends(row: GridRow, after: GridRow) -> bool:
    if row.label is None or after.label is None or not (row.cells and after.cells):
        return False
    low, high = row.label.text, after.label.text
    if not (LOW.search(low) and HIGH.search(high)) or HIGH.search(low):
        return False
    return LOW.sub("", low).split() == HIGH.sub("", high).split()


def is_part(row: GridRow, parent: GridRow) -> bool:
    """Whether a row is a part of one above it: set in from it, or behind a dash ("- Europe")."""
    assert row.label is not None
    return row is not parent and (row.indent > parent.indent or _DASH.match(row.label.text) is not None)
