"""Print every table that the finder sees in a filing: columns, headings over them, places of page breaks and rules.

python -m benchmarks.show_grids FILE [FILE ...]
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.filing import open_filing
from pipeline.tables import find_grids
from pipeline.tables.grid import Grid, GridRow


def picture(grid: Grid, number: int) -> Table:
    """A grid as a table of the terminal; a heading over several columns stands in its first, with its reach."""
    shown = Table(title="\n".join(grid.above), caption=f"grid {number}, {grid.columns} columns")
    for n in range(grid.columns + 1):
        shown.add_column(str(n), justify="right" if n else "left", overflow="fold")
    for row in grid.rows:
        if row.ruled_above:
            shown.add_section()
        shown.add_row(*_printed(row, grid.columns))
    return shown


def _printed(row: GridRow, columns: int) -> list[str]:
    out = [""] * (columns + 1)
    if row.label is not None:
        out[0] = "  " * row.indent + row.label.text
    for cell in row.cells:
        reach = f" [{cell.first}-{cell.last}]" if cell.last > cell.first else ""
        out[cell.first] = f"{out[cell.first]} {cell.text}{reach}".strip()
    return out


def main(paths: list[str]) -> None:
    """Show the tables of each file."""
    console = Console(width=220, highlight=False, markup=False)
    for path in paths:
        filing = open_filing(Path(path).read_bytes(), path)
        for document in filing.documents:
            for number, grid in enumerate(find_grids(document), 1):
                console.print(picture(grid, number))


if __name__ == "__main__":
    main(sys.argv[1:])
