"""Labels printed once, between the columns at their left and those at their right: they are of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.tables.grid import Grid, GridRow
from pipeline.tables.words import names_period


def labelled_from(left: Grid, right: Grid, text: str) -> Grid:
    """The left one of two tables side by side with the labels of the right one, where it has none and its columns are
    of periods: the numbers of lines are not."""
    is_of_periods = any(names_period(cell.text) for row in left.rows for cell in row.cells)
    if not is_of_periods or any(row.label is not None for row in left.rows):
        return left
    rows = tuple(_labelled(left, right, text))
    return replace(left, rows=rows) if sum(bool(row.cells) for row in rows) == len(left.rows) else left


def _labelled(left: Grid, right: Grid, text: str) -> Iterator[GridRow]:
    """The left rows with the label of the right row on their line, and the headings that stand between them."""
    on_line = {_line_of(row, text): row for row in left.rows}
    for row in right.rows:
        if not row.cells:
            yield row
        elif (beside := on_line.get(_line_of(row, text))) is not None:
            yield replace(beside, label=row.label, indent=row.indent)


def _line_of(row: GridRow, text: str) -> int:
    """Where the line begins on which a row's cells stand."""
    return text.rfind("\n", 0, row.cells[0].start)
