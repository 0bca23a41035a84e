"""The release of July 2003 in data/raw, from its page to the published warehouse: figures that were checked by hand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from tests.running import Run

FILING = "0001003950-03-000013"


@pytest.fixture(scope="module")
def warehouse(published_samples: Run) -> Iterator[duckdb.DuckDBPyConnection]:
    """The samples, published by a run as `make run` starts it."""
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        yield connection


def figures(warehouse: duckdb.DuckDBPyConnection, table: str, label: str) -> list[tuple[int | None, str, int]]:
    """Months, end and value of a line, in printed order."""
    return warehouse.execute(
        f"""
        select {"months" if table == "fct_income" else "null"}, cast(period_end as varchar), cast(value as bigint)
        from marts.{table} where filing_id = ? and label = ?
        order by line_no, column_no
        """,
        [FILING, label],
    ).fetchall()


def test_the_filing(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select form, items, cast(reported_on as varchar), is_earnings_release from marts.dim_filing"
        " where filing_id = ?",
        [FILING],
    ).fetchall()
    assert rows == [("8-K", ["7", "12"], "2003-07-23", True)]


def test_every_number_of_both_statements(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert warehouse.execute("select count(*) from marts.fct_income where filing_id = ?", [FILING]).fetchall() == [
        (71,)
    ]
    assert warehouse.execute("select count(*) from marts.fct_balance where filing_id = ?", [FILING]).fetchall() == [
        (49,)
    ]


def test_blank_cells_stay_blank(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert figures(warehouse, "fct_income", "Restructuring charge") == [(6, "2002-06-30", 163_000)]
    assert figures(warehouse, "fct_balance", "Marketable securities") == [(None, "2002-12-31", 2_006_000)]


def test_periods_and_signs(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert figures(warehouse, "fct_income", "Sales") == [
        (3, "2003-06-30", 12_636_000),
        (3, "2002-06-30", 6_619_000),
        (6, "2003-06-30", 23_675_000),
        (6, "2002-06-30", 13_026_000),
    ]
    assert figures(warehouse, "fct_income", "Equity in loss of unconsolidated company, net of tax") == [
        (3, "2003-06-30", -81_000),
        (6, "2003-06-30", -98_000),
    ]
    assert figures(warehouse, "fct_balance", "Treasury stock") == [
        (None, "2003-06-30", -12_825_000),
        (None, "2002-12-31", -12_782_000),
    ]


def test_guidance(warehouse: duckdb.DuckDBPyConnection) -> None:
    items = warehouse.execute(
        """
        select metric, low, high, unit, form, cast(period_start as varchar), cast(period_end as varchar)
        from marts.fct_guidance where filing_id = ? order by char_start, low desc
        """,
        [FILING],
    ).fetchall()
    quarter = ("2003-07-01", "2003-09-30")
    assert sorted(items) == [
        ("effective_tax_rate", Decimal(31), Decimal(31), "percent", "point", *quarter),
        ("eps", Decimal(".05"), Decimal(".09"), "USD/share", "range", *quarter),
        ("gross_margin", Decimal("47.5"), Decimal("49.5"), "percent", "range", *quarter),
        ("revenue", Decimal(12_500_000), Decimal(13_500_000), "USD", "range", *quarter),
    ]


@pytest.mark.parametrize(
    ("ratio", "value"),
    [
        ("gross_margin", "0.4848"),
        ("effective_tax_rate", "0.3096"),
        ("current_ratio", "6.36"),
        ("revenue_growth_yoy", "0.909"),
        ("revenue_growth_qoq", "0.145"),
    ],
)
def test_ratios(warehouse: duckdb.DuckDBPyConnection, ratio: str, value: str) -> None:
    ((found,),) = warehouse.execute(
        """
        select value from marts.fct_ratios
        where filing_id = ? and ratio = ? and period_end = date '2003-06-30' and value is not null
        order by period_start desc nulls first limit 1
        """,
        [FILING, ratio],
    ).fetchall()
    assert round(found, len(value.split(".")[1])) == Decimal(value)


def test_every_number_stands_where_it_says(warehouse: duckdb.DuckDBPyConnection) -> None:
    wrong = warehouse.execute(
        """
        select count(*) from marts.fct_income as facts
        inner join raw.documents as documents using (filing_id, document_no)
        where substr(documents.text, facts.char_start + 1, facts.char_end - facts.char_start) != facts.printed
        """
    ).fetchall()
    assert wrong == [(0,)]


def test_what_its_prose_says_agrees_with_its_tables(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select metric, value, period_end, verdict from marts.fct_claims where filing_id = ? order by claim_no",
        [FILING],
    ).fetchall()
    quarter, year_before, then = date(2003, 6, 30), date(2002, 6, 30), date(2002, 12, 31)
    assert rows == [
        ("revenue", 12_600_000, quarter, "agrees"),
        ("revenue", 6_600_000, year_before, "agrees"),
        ("net_income", 700_000, quarter, "agrees"),
        ("eps", Decimal("0.06"), quarter, "agrees"),
        ("net_income", 400_000, year_before, "agrees"),
        ("eps", Decimal("0.03"), year_before, "agrees"),
        ("revenue", 23_700_000, quarter, "agrees"),
        ("revenue", 13_000_000, year_before, "agrees"),
        ("net_income", 1_000_000, quarter, "agrees"),
        ("eps", Decimal("0.08"), quarter, "agrees"),
        ("cash_balance", 24_000_000, quarter, "agrees"),
        ("cash_balance", 24_100_000, then, "agrees"),
    ]
