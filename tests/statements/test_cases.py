"""Each file of tests/cases/statements is a page and, below a line of `=`, the cells that its primary tables hold."""

from pathlib import Path

import pytest

from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.records import Document, Filing
from pipeline.statements import Statements, read_statements
from pipeline.tables import find_grids

CASES = sorted((Path(__file__).parents[1] / "cases" / "statements").glob("*.txt"))


def opened(text: str, *, release: bool = True) -> OpenedFiling:
    """A filing of one fixed-width document."""
    filing = Filing("case", "case.txt", None, "8-K", (), (), None, None, None, None, None, "none", release, ())
    document = OpenedDocument(Document("case", 1, "EX-99.1", 1, None, None, "text", text), text)
    return OpenedFiling(filing, (), (document,), (), ())


def read(text: str, *, release: bool = True) -> Statements:
    """The statements of a page."""
    filing = opened(text, release=release)
    return read_statements(filing, {1: find_grids(filing.documents[0])})


def primary_cells(statements: Statements) -> list[str]:
    """Cells that the marts take: statement | label | months | end | value | unit."""
    classes = {table.table_no: table.class_ for table in statements.tables if table.is_primary}
    kinds = {(column.table_no, column.column_no): column.kind for column in statements.columns}
    return [
        f"{classes[c.table_no]} | {c.label} | {c.months or '-'} | {c.period_end} | {c.value.normalize():f} | {c.unit}"
        for c in statements.cells
        if c.table_no in classes and kinds[c.table_no, c.column_no] == "amount" and c.unit not in ("percent", "number")
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    page, expected = case.read_text().split("\n====\n")
    assert primary_cells(read(page)) == expected.strip().splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_cell_stands_where_it_says(case: Path) -> None:
    page = case.read_text().split("\n====\n")[0]
    cells = read(page).cells
    assert cells
    assert all(page[cell.char_start : cell.char_end] == cell.printed for cell in cells)


def test_what_is_no_release_has_no_primary_table() -> None:
    statements = read(CASES[0].read_text().split("\n====\n")[0], release=False)
    assert statements.tables
    assert not any(table.is_primary for table in statements.tables)
