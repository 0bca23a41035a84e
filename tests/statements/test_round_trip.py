"""A statement made of figures, printed by any layout in text or HTML, is read back: cells, periods, units, scale."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.filing import open_filing
from pipeline.statements import read_statements
from pipeline.tables import find_grids
from tests.statements.printing import Column, Layout, Row, in_html, in_text, month_before

SCALE = "(In thousands, except per share data)"
TITLES = {
    "income": "CONSOLIDATED STATEMENTS OF OPERATIONS",
    "balance": "CONSOLIDATED BALANCE SHEETS",
    "cash_flow": "CONSOLIDATED STATEMENTS OF CASH FLOWS",
}
PRESS = "ACME TODAY ANNOUNCED ITS RESULTS\n\nAcme reported earnings for the quarter. Net sales rose.\n\n"
UNITS = {"money": "USD", "per_share": "USD/share", "shares": "shares"}


@st.composite
def periods(draw: st.DrawFn) -> dict[str, list[Column]]:
    """The periods of each statement at one quarter's end: years to date, or for income a trend of quarters."""
    end = month_before(date(draw(st.integers(1997, 2024)), draw(st.integers(1, 12)), 28), 0)
    to_date = draw(st.sampled_from([3, 6, 9, 12]))
    quarters = [Column(month_before(end, 3 * n), 3) for n in range(draw(st.integers(3, 5)))]
    year_ago = [Column(month_before(end, back), months) for months in (3, to_date) for back in (0, 12)]
    return {
        "income": draw(st.sampled_from([quarters, year_ago[:2], year_ago[2:], list(dict.fromkeys(year_ago))])),
        "balance": [Column(end, None), Column(month_before(end, to_date), None)],
        "cash_flow": year_ago[2:],
    }


layouts = st.builds(
    Layout,
    heads=st.sampled_from(["stacked", "in_line", "own", "one_cell"]),
    beside=st.sampled_from(["", "", "share", "change"]),
    width=st.integers(19, 21),
    by_weeks=st.booleans(),
)


def figures(draw: st.DrawFn, count: int, low: int = 1_000, high: int = 9_999_999) -> list[int]:
    return draw(st.lists(st.integers(low, high), min_size=count, max_size=count))


def figures_or_blanks(draw: st.DrawFn, count: int) -> list[int | None]:
    """A line that not every period has: blank where there was none, a dash where it was zero."""
    drawn = draw(st.lists(st.none() | st.integers(-9_999, 9_999_999), min_size=count, max_size=count))
    return drawn if any(drawn) else [1, *drawn[1:]]


def less(start: list[int], *lines: list[int | None]) -> list[int]:
    return [value - sum(line[at] or 0 for line in lines) for at, value in enumerate(start)]


def income_rows(draw: st.DrawFn, count: int) -> list[Row]:
    """Sales less its costs, by steps, down to net income and what it comes to a share."""
    sales, cost = figures(draw, count, 100_000, 99_999_999), figures(draw, count)
    research, selling, interest, taxes = (figures_or_blanks(draw, count) for _ in range(4))
    shares = figures(draw, count, 1_000, 999_999)
    gross = less(sales, [*cost])
    operating = less(gross, research, selling)
    pre_tax = less(operating, interest)
    net = less(pre_tax, taxes)
    money = {
        "Net sales": sales, "Cost of sales": cost, "Gross profit": gross, "Research and development": research,
        "Selling and administrative": selling, "Income (loss) from operations": operating,
        "Interest expense": interest, "Income (loss) before income taxes": pre_tax, "Income taxes": taxes,
        "Net income (loss)": net,
    }  # fmt: skip
    cents = tuple(round(100 * profit / number) for profit, number in zip(net, shares, strict=True))
    return [
        *(Row(label, "money", tuple(line)) for label, line in money.items()),
        Row("Diluted net income (loss) per share", "per_share", cents),
        Row("Diluted weighted average shares outstanding", "shares", tuple(shares)),
    ]


def balance_rows(draw: st.DrawFn, count: int) -> list[Row]:
    """Assets, and liabilities and equity that come to the same."""
    cash, property_, payable = (figures(draw, count, 10_000) for _ in range(3))
    receivable, inventories, accrued = (figures_or_blanks(draw, count) for _ in range(3))
    current = less(cash, *([-(value or 0) for value in line] for line in (receivable, inventories)))
    assets = [a + b for a, b in zip(current, property_, strict=True)]
    owed = less(payable, [-(value or 0) for value in accrued])
    lines = {
        "Cash and cash equivalents": cash, "Accounts receivable": receivable, "Inventories": inventories,
        "Total current assets": current, "Property and equipment, net": property_, "Total assets": assets,
        "Accounts payable": payable, "Accrued expenses": accrued, "Total current liabilities": owed,
        "Retained earnings": less(assets, [*owed]), "Total liabilities and stockholders' equity": assets,
    }  # fmt: skip
    return [Row(label, "money", tuple(line)) for label, line in lines.items()]


def cash_flow_rows(draw: st.DrawFn, count: int) -> list[Row]:
    """Three sums of activities, their change in cash, and cash before and after it."""
    income, opening = figures(draw, count), figures(draw, count, 10_000_000, 99_999_999)
    depreciation, receivable, capital, borrowed, repaid = (figures_or_blanks(draw, count) for _ in range(5))
    operating = [a + (b or 0) + (c or 0) for a, b, c in zip(income, depreciation, receivable, strict=True)]
    financing = [(a or 0) + (b or 0) for a, b in zip(borrowed, repaid, strict=True)]
    change = [a + (b or 0) + c for a, b, c in zip(operating, capital, financing, strict=True)]
    lines = {
        "Net income": income, "Depreciation and amortization": depreciation, "Accounts receivable": receivable,
        "Net cash provided by operating activities": operating, "Purchases of property and equipment": capital,
        "Net cash used in investing activities": capital, "Proceeds from borrowings": borrowed,
        "Repayment of borrowings": repaid, "Net cash used in financing activities": financing,
        "Net change in cash": change, "Cash at beginning of period": opening,
        "Cash at end of period": [a + b for a, b in zip(opening, change, strict=True)],
    }  # fmt: skip
    return [Row(label, "money", tuple(line)) for label, line in lines.items()]


ROWS = {"income": income_rows, "balance": balance_rows, "cash_flow": cash_flow_rows}


def read(page: str, name: str) -> list[tuple[str, str, date | None, int | None, Decimal, str]]:
    filing = open_filing(page.encode(), name)
    found = read_statements(
        filing, {document.record.document_no: find_grids(document) for document in filing.documents}
    )
    classes = {table.table_no: table.class_ for table in found.tables if table.is_primary}
    amounts = {(column.table_no, column.column_no) for column in found.columns if column.kind == "amount"}
    return [
        (classes[cell.table_no], cell.label, cell.period_end, cell.months, cell.value, cell.unit)
        for cell in found.cells
        if cell.table_no in classes and (cell.table_no, cell.column_no) in amounts
    ]


def expected(kind: str, heads: list[Column], rows: list[Row]) -> list[tuple[str, str, date, int | None, Decimal, str]]:
    factor = {"money": Decimal(1000), "per_share": Decimal("0.01"), "shares": Decimal(1000)}
    return [
        (kind, row.label, column.end, column.months, value * factor[row.unit], UNITS[row.unit])
        for row in rows
        for column, value in zip(heads, row.values, strict=True)
        if value is not None
    ]


Statement = tuple[str, list[Column], list[Row]]


def printed(statements: list[Statement], layout: Layout, printer: Callable[..., str]) -> Iterator[str]:
    """Each statement on the page; only one of income has percentages beside its amounts."""
    for kind, heads, rows in statements:
        yield printer(TITLES[kind], SCALE, heads, rows, layout if kind == "income" else replace(layout, beside=""))


def text_page(statements: list[Statement], layout: Layout) -> str:
    return PRESS + "\n\n".join(printed(statements, layout, in_text))


def html_page(statements: list[Statement], layout: Layout) -> str:
    return f"<html><body><p>{PRESS}</p>{''.join(printed(statements, layout, in_html))}</body></html>"


@settings(max_examples=200, deadline=None)
@given(st.data(), layouts, st.sampled_from([(text_page, "release.txt"), (html_page, "release.htm")]))
def test_what_is_printed_is_read_back(
    data: st.DataObject, layout: Layout, form: tuple[Callable[[list[Statement], Layout], str], str]
) -> None:
    statements = [(kind, heads, ROWS[kind](data.draw, len(heads))) for kind, heads in data.draw(periods()).items()]
    printer, name = form
    page = printer(statements, layout)
    assert read(page, name) == [cell for statement in statements for cell in expected(*statement)], page
