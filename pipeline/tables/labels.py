"""Labels that wrap over several lines, joined into one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.words import goes_on


def join_wrapped(rows: Sequence[GridRow], apart: Sequence[bool]) -> list[GridRow]:
    """Rows with each wrapped label in one. `apart[n]`: row n does not follow directly on row n - 1.

    A label without numbers goes on in the next row, or is the rest of the label of the row above, where its words say
    so (a comma, an open bracket, a small letter); otherwise it is a heading of its own. Two rows of numbers stay two.
    """
    joined: list[GridRow] = []
    for row, is_apart in zip(rows, apart, strict=True):
        previous = joined[-1] if joined else None
        if (
            previous is None
            or previous.label is None
            or row.label is None
            or (previous.cells and row.cells)
            or is_apart
            or not goes_on(previous.label.text, row.label.text)
        ):
            joined.append(row)
        elif not previous.cells:
            joined[-1] = _extended(previous, row)
        elif row.indent >= previous.indent and not _heads(row.label.text):
            joined[-1] = replace(previous, label=_with_rest(previous.label, row.label))
        else:
            joined.append(row)
    return joined


def _heads(words: str) -> bool:
    """Whether words below a row of numbers head the rows below: "Shares:"; "share:" is the rest of a label."""
    return words.endswith(":") and words[0].isupper()


def _extended(upper: GridRow, lower: GridRow) -> GridRow:
    assert upper.label is not None
    assert lower.label is not None
    label = GridCell(f"{upper.label.text} {lower.label.text}", upper.label.start, lower.label.end, 0, 0)
    return GridRow(
        label,
        lower.cells,
        upper.indent,
        upper.ruled_above or lower.ruled_above,
        upper.page_break_above or lower.page_break_above,
    )


def _with_rest(upper: GridCell, rest: GridCell) -> GridCell:
    # The numbers stand between the two parts: the span keeps to the first.
    return GridCell(f"{upper.text} {rest.text}", upper.start, upper.end, 0, 0)
