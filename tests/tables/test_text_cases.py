"""Written cases: a text in, the rows out. A case is a `.txt` file, text and expectation parted by a line of `>>>>`.

A row is `label | first[-last]: text | ...`, `>` before the label for each step of indent, `---` for a rule above; a
line `== above ...` begins a grid and lists the lines above it.
"""

from pathlib import Path

import pytest

from pipeline.filing.decoding import as_printed
from pipeline.tables.grid import Grid, GridRow
from pipeline.tables.text import find_text_grids

CASES = sorted((Path(__file__).parent.parent / "cases" / "tables").glob("*.txt"))


def printed(grid: Grid) -> list[str]:
    return [f"== {' / '.join(grid.above)}".rstrip(), *(printed_row(row) for row in grid.rows)]


def printed_row(row: GridRow) -> str:
    label = ">" * row.indent + (row.label.text if row.label else "")
    cells = [f"{c.first if c.first == c.last else f'{c.first}-{c.last}'}: {c.text}" for c in row.cells]
    marks = ("--- " if row.ruled_above else "") + ("^L " if row.page_break_above else "")
    return marks + " | ".join([label, *cells]).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    page, expected = case.read_text().split("\n>>>>\n")
    text = as_printed(page)
    grids = find_text_grids(text)
    assert [line for grid in grids for line in printed(grid)] == [line.strip() for line in expected.strip().split("\n")]
    for grid in grids:
        assert grid.columns == max(cell.last for row in grid.rows for cell in row.cells)
        for cell in (cell for row in grid.rows for cell in row.cells):
            stands = text[cell.start : cell.end]
            assert stands == stands.strip()
            assert " ".join(stands.split()) == cell.text


def test_there_are_cases() -> None:
    assert len(CASES) > 8
