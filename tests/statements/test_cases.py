"""Each file of tests/cases/statements is a page and, below a line of `=`, the cells that its primary tables hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.filing import open_filing
from pipeline.statements import Statements, read_statements
from pipeline.tables import find_grids

CASES = sorted((Path(__file__).parents[1] / "cases" / "statements").glob("*.[th]*"))  # .txt and .htm


def read(page: str, name: str = "case.txt", *, release: bool = True) -> Statements:
    """The statements of a page, told to be of an earnings release or not."""
    opened = open_filing(page.encode(), name)
    filing = replace(opened, filing=replace(opened.filing, is_earnings_release=release))
    return read_statements(filing, {document.record.document_no: find_grids(document) for document in filing.documents})


def page_of(case: Path) -> str:
    return case.read_text().split("\n====\n")[0]


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
    expected = case.read_text().split("\n====\n")[1]
    assert primary_cells(read(page_of(case), case.name)) == expected.strip().splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_cell_stands_where_it_says(case: Path) -> None:
    cells = read(page_of(case), case.name).cells
    text = open_filing(page_of(case).encode(), case.name).documents[0].text
    assert cells
    assert all(text[cell.char_start : cell.char_end] == cell.printed for cell in cells)


def test_what_is_no_release_has_no_primary_table() -> None:
    statements = read(page_of(CASES[0]), release=False)
    assert statements.tables
    assert not any(table.is_primary for table in statements.tables)


@pytest.mark.parametrize(("sign", "is_statement"), [("%", False), ("", True)])
def test_a_statement_in_percentages_alone_is_none(sign: str, *, is_statement: bool) -> None:
    rows = [("Sales", "100.0"), ("Cost of food", "26.6"), ("Payroll and benefits", "33.5"), ("Operating income", "6.9")]
    lines = [f"{label:30}{amount + sign:>10}{amount + sign:>10}" for label, amount in rows]
    page = "\n".join(["STATEMENTS OF INCOME", "", f"{'':30}{'2007':>10}{'2006':>10}", *lines])
    assert [table.is_primary for table in read(page).tables] == [is_statement]


@pytest.mark.parametrize(
    ("end", "serves"),
    [
        ("", True),
        ("Total liabilities and stockholders' equity  9,100   8,800\n", False),
        ("Total liabilities                         4,000      3,700\n" + f"{'9,100':>47}{'8,800':>11}\n", False),
    ],
    ids=["selected", "whole", "whole without words"],
)
def test_what_is_selected_from_a_statement_that_is_not_printed_stands_in_for_it(end: str, *, serves: bool) -> None:
    page = (
        "Selected Balance Sheet Data (in thousands)\n\n"
        "                                         June 30,   June 30,\n"
        "                                           2008       2007\n"
        "                                          ------     ------\n"
        "Cash and cash equivalents                 $1,200     $1,100\n"
        "Total assets                               9,100      8,800\n"
        "Total stockholders' equity                 5,100      4,900\n"
    )
    [table] = read(page + end).tables
    assert (table.class_, table.is_primary, table.is_stand_in) == ("balance", True, serves)
