"""The one shape of a table, however it was printed: rows of cells, each with its place in the document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class GridCell:
    """Printed characters (`text[start:end]`, its lines joined by single blanks) over columns `first` to `last`.

    Column 0 holds the labels; 1, 2, ... are the columns of numbers, left to right, spacers fallen out. A number's cell
    covers one column, and its span holds all that belongs to it: "$ (1,234)", "47.5 %". A header may cover several.
    """

    text: str
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class GridRow:
    """One printed line of a table, its wrapped label joined; `label` is null where nothing stands at the left."""

    label: GridCell | None
    cells: tuple[GridCell, ...]  # by column; header fragments as well as numbers
    indent: int = 0  # depth of the label in steps, 0 at the margin
    ruled_above: bool = False  # a rule (dashes, or a top border) stands over the numbers
    page_break_above: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: all its rows, heading rows among them, in printed order, and the lines that stand above it.

    `above` holds the few lines of text before the table (title, "(in thousands, except per share data)", dates), top
    down. For HTML these are the blocks before the `<table>`; a title inside the table is one of its rows.
    """

    start: int
    end: int
    above: tuple[str, ...]
    rows: tuple[GridRow, ...]
    columns: int  # how many columns of numbers
