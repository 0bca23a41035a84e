"""The rows of a grid that belong to one statement, with the headings of columns in force above each."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.tables.grid import Grid, GridRow


@dataclass(slots=True)
class Panel:
    """Rows of a grid that belong together, below their title."""

    grid: Grid
    title: list[str]
    lines: list[Line] = field(default_factory=list)

    def labels(self) -> list[str]:
        """The labels of its rows of numbers, in printed order."""
        return [line.row.label.text for line in self.lines if not line.is_heading and line.row.label is not None]


@dataclass(slots=True)
class Line:
    """A row of numbers or a heading of rows, and the column headings (a block of rows) in force above it."""

    row: GridRow
    block: int  # index of the heading block in `Panels.blocks`
    is_heading: bool


@dataclass(slots=True)
class Panels:
    """A grid's panels in printed order, and its blocks of column headings, top down."""

    panels: list[Panel]
    blocks: list[list[GridRow]]
