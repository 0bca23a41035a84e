"""The models over a small warehouse: concepts of whole invented statements, keys, companies, ratios."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from pipeline.warehouse import attach_scratch
from tests.dbt_project.filings_of_models import FILES, PTIX, fill
from tests.dbt_project.small_warehouse import Records, dbt, read_lines
from tests.warehouse.said_rows import said_rows


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("dbt")
    records = Records()
    fill(records)
    records.write(folder / "build.duckdb")
    done = dbt("build", folder / "build.duckdb", folder)
    assert done.returncode == 0, done.stdout
    with duckdb.connect(str(folder / "build.duckdb"), read_only=True) as connection:
        attach_scratch(connection, folder / "build.duckdb")
        yield connection


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_of_a_statement_bears_its_concept(warehouse: duckdb.DuckDBPyConnection, file: Path) -> None:
    said = warehouse.execute(
        """
        select label, concept from scratch.intermediate.int_facts
        where filing_id = ? and column_no = 1 order by document_no, table_no, line_no
        """,
        [file.stem],
    ).fetchall()
    meant = [(line.label, line.concept) for line in read_lines(file)]
    assert len(said) == len(meant)
    assert [(*a, b[1]) for a, b in zip(said, meant, strict=True) if a != b] == []  # label, said, meant


@pytest.mark.parametrize(
    ("ratio", "period_start", "value", "basis"),
    [
        ("gross_margin", date(2003, 4, 1), "0.4848", "printed"),
        ("effective_tax_rate", date(2003, 4, 1), "0.3096", "printed"),
        ("current_ratio", None, "6.3611", "printed"),
        ("revenue_growth_yoy", date(2003, 4, 1), "0.9091", "printed"),
        ("revenue_growth_qoq", date(2003, 4, 1), "0.1447", "six months less the quarter"),
    ],
)
def test_ratios_of_july_2003(
    warehouse: duckdb.DuckDBPyConnection, ratio: str, period_start: date | None, value: str, basis: str
) -> None:
    rows = warehouse.execute(
        """
        select round(value, 4), basis, reason from marts.fct_ratios
        where filing_id = ? and ratio = ? and period_start is not distinct from ? and period_end = '2003-06-30'
        """,
        [PTIX, ratio, period_start],
    ).fetchall()
    assert rows == [(Decimal(value), basis, None)]


def test_all_rows_of_filings_are_told_of(warehouse: duckdb.DuckDBPyConnection) -> None:
    told = "select filing_id, mart, row_count, digest from intermediate.int_said_rows order by all"
    rows = warehouse.execute(told).fetchall()
    assert rows == warehouse.execute(f"from ({said_rows(warehouse)}) order by all").fetchall()
    assert len({mart for _, mart, _, _ in rows}) > 9


def test_blank_cells_are_no_facts(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select period_start, period_end, value from marts.fct_income where filing_id = ? and concept = ?",
        [PTIX, "RestructuringCharges"],
    ).fetchall()
    assert rows == [(date(2002, 1, 1), date(2002, 6, 30), Decimal(163))]


def test_a_tax_printed_with_the_sign_of_its_effect_gives_a_positive_rate(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select period_end, value, reason from marts.fct_ratios
        where filing_id = 'taxes' and ratio in ('effective_tax_rate', 'net_margin') order by all
        """
    ).fetchall()
    assert rows == [
        (date(2002, 6, 30), None, "the denominator is negative"),
        (date(2002, 6, 30), None, "the denominator is zero"),
        (date(2003, 6, 30), Decimal("0.06"), None),
        (date(2003, 6, 30), Decimal("0.4"), None),
    ]


def test_a_line_printed_twice_is_one_fact(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select table_no, line_no from marts.fct_income
        where filing_id = 'printed-twice' and concept = 'Revenues' order by all
        """
    ).fetchall()
    assert rows == [(1, 3), (2, 3)]


def test_the_totals_of_both_sides_without_labels_are_two_lines(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select table_no, concept from marts.fct_balance where filing_id = 'two-sides' and value = 900 order by all"
    ).fetchall()
    assert rows == [
        (1, "Assets"),
        (1, "CashAndCashEquivalentsAtCarryingValue"),
        (2, "LiabilitiesAndStockholdersEquity"),
    ]


def test_of_two_totals_without_labels_the_one_that_holds_the_other_is_the_total(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        """
        select filing_id, line_no from marts.fct_balance
        where filing_id in ('less-treasury', 'two-totals') and concept = 'StockholdersEquity' order by all
        """
    ).fetchall()
    assert rows == [("less-treasury", 6), ("two-totals", 6)]


def test_a_sum_of_equity_above_treasury_shares_is_not_of_liabilities(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select line_no from marts.fct_balance"
        " where filing_id = 'less-treasury-twice-added' and concept = 'Liabilities'"
    ).fetchall()
    assert rows == [(2,)]


def test_what_adds_up_the_shares_of_all_owners_is_total_equity(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select concept from marts.fct_balance where filing_id = 'owners-apart' and label = ''"
    ).fetchall()
    assert rows == [("StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",)]


def test_what_adds_up_the_lines_since_the_total_above_is_no_total_of_all(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select line_no, concept from marts.fct_balance
        where filing_id = 'two-sums' and label = '' order by all
        """
    ).fetchall()
    assert rows == [(3, "LiabilitiesCurrent"), (6, None)]


def test_the_last_sum_of_property_is_all_of_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select line_no, concept from marts.fct_balance
        where filing_id = 'property-in-parts' and label = '' order by all
        """
    ).fetchall()
    assert rows == [
        (4, None),
        (7, "PropertyPlantAndEquipmentNet"),
        (9, "Assets"),
        (12, "LiabilitiesAndStockholdersEquity"),
    ]


def test_what_adds_up_all_above_it_is_the_total_of_revenues(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select line_no, concept from marts.fct_income
        where filing_id = 'sums-first' and concept is not null order by all
        """
    ).fetchall()
    assert rows == [
        (3, "Revenues"),
        (4, "SellingGeneralAndAdministrativeExpense"),
        (5, "IncomeLossFromEquityMethodInvestments"),
        (6, "NetIncomeLoss"),
    ]


def test_a_total_of_revenues_may_have_totals_above_it(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select line_no from marts.fct_income where filing_id = 'sums-of-sums' and concept = 'Revenues'"
    ).fetchall()
    assert rows == [(6,)]


def test_what_is_left_of_revenues_after_costs_is_no_total_of_them(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select line_no from marts.fct_income where filing_id = 'costs-first' and concept = 'Revenues'"
    ).fetchall()
    assert rows == [(1,)]


def test_what_totals_without_words_are_of(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select filing_id, line_no, concept from (from marts.fct_balance union all by name from marts.fct_income)
        where label = '' and filing_id in (
            'capitalized-last', 'costs-and-expenses', 'deposits-first', 'franchises-apart', 'half-of-gross-profit',
            'in-service', 'one-heading-a-side', 'partners-by-kind', 'pay-deferred-in-equity', 'rest-below-interest',
            'rest-of-gross-profit', 'revenue-less-cost', 'special-items', 'taxed-among-expenses', 'unspent', 'untaxed'
        )
        order by all
        """
    ).fetchall()
    of_a_side = [
        (3, "AssetsCurrent"),
        (6, "Assets"),
        (9, "LiabilitiesCurrent"),
        (12, "LiabilitiesAndStockholdersEquity"),
    ]
    others = [
        ("partners-by-kind", 5, "MinorityInterest"),
        ("pay-deferred-in-equity", 4, None),
        ("rest-below-interest", 6, "IncomeLossFromContinuingOperationsBeforeIncomeTaxes"),
        ("rest-of-gross-profit", 3, "Revenues"),
        ("rest-of-gross-profit", 8, "OperatingExpenses"),
        ("rest-of-gross-profit", 9, "OperatingIncomeLoss"),
        ("revenue-less-cost", 3, "GrossProfit"),
        ("special-items", 7, None),
        ("taxed-among-expenses", 5, "CostsAndExpenses"),
        ("unspent", 3, None),
        ("untaxed", 4, "CostsAndExpenses"),
    ]
    of_plant = [("in-service", 3, None), ("in-service", 5, "PropertyPlantAndEquipmentNet")]
    one_heading = [("one-heading-a-side", *line) for line in of_a_side]
    above = [
        ("capitalized-last", 5, "NonoperatingIncomeExpense"),
        ("costs-and-expenses", 3, None),
        ("deposits-first", 4, None),
        ("franchises-apart", 4, "Revenues"),
        ("franchises-apart", 7, "CostsAndExpenses"),
        ("half-of-gross-profit", 6, "OperatingExpenses"),
    ]
    assert rows == [*above, *of_plant, *one_heading, *others]


def test_what_goods_and_handling_them_cost_is_the_cost_of_sales(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select line_no from marts.fct_income where filing_id = 'goods-and-their-way' and concept = 'CostOfRevenue'"
    ).fetchall()
    assert rows == [(4,)]


def test_revenues_are_net_of_allowances_and_costs_are_what_stands_above_operating_income(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        """
        select filing_id, line_no, concept from marts.fct_income
        where filing_id like 'allowances-off%' and concept in ('Revenues', 'CostsAndExpenses') order by all
        """
    ).fetchall()
    told = [(5, "Revenues"), (8, "CostsAndExpenses")]
    filings = ("allowances-off", "allowances-off-named", "allowances-off-total")
    assert rows == [(filing, *line) for filing in filings for line in told]


def test_a_statement_begins_anew_with_the_line_with_which_its_table_began(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select line_no from marts.fct_income where filing_id = 'years-below' and concept = 'Revenues' order by all"
    ).fetchall()
    assert rows == [(1,), (4,)]


def test_the_last_line_of_other_income_is_the_total_if_it_makes_pretax_income(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select filing_id, concept from marts.fct_income where filing_id like 'other-%' and line_no = 4 order by all"
    ).fetchall()
    assert rows == [
        ("other-adds-up", "NonoperatingIncomeExpense"),
        ("other-apart", "OtherNonoperatingIncomeExpense"),
        ("other-of-finance", "NonoperatingIncomeExpense"),
    ]


def test_interest_net_of_what_is_earned_above_it_is_no_cost(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select filing_id, line_no, concept from marts.fct_income
        where filing_id like 'interest-of-%' and concept like 'Interest%' order by all
        """
    ).fetchall()
    assert rows == [
        ("interest-of-both", 2, "InterestExpense"),
        ("interest-of-both", 4, "InterestIncomeExpenseNonoperatingNet"),
        ("interest-of-costs", 5, "InterestExpense"),
    ]


def test_what_is_left_above_the_taxes_is_pretax_income(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select filing_id from marts.fct_income
        where line_no = 4 and concept = 'IncomeLossFromContinuingOperationsBeforeIncomeTaxes'
            and filing_id in ('before-tax', 'beside-tax')
        """
    ).fetchall()
    assert rows == [("before-tax",)]


def test_cash_at_the_beginning_and_the_end_is_of_a_day(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        "select label, cast(period_end as varchar), months, cast(value as integer) from marts.fct_cash_flow"
        " where filing_id = 'cash-of-two-years' and concept like 'CashCashEquivalents%' order by line_no, column_no"
    ).fetchall()
    assert found == [
        ("Cash, beginning of year", "2002-12-31", None, 12),
        ("Cash, beginning of year", "2001-12-31", None, 10),
        ("Cash, end of year", "2003-12-31", None, 17),
        ("Cash, end of year", "2002-12-31", None, 12),
    ]


def test_companies_without_a_cik_join_those_that_bear_their_name(warehouse: duckdb.DuckDBPyConnection) -> None:
    ids = dict(warehouse.execute("select filing_id, company_id from marts.dim_filing").fetchall())
    assert ids["no-cik"] == ids[PTIX] == "0001003950"
    assert ids["by-former-name"] == ids["renamed"] == "9999999999"
    assert ids["nobody"] is None
    assert ids["taxes"] == "sign reversed"
    companies = warehouse.execute(
        "select cik, company, filings from marts.dim_company where company_id = '0001003950'"
    ).fetchall()
    assert companies == [(1003950, "PERFORMANCE TECHNOLOGIES INC /DE/", 2)]


def test_a_company_that_only_joins_in_filings_of_others_has_no_page(warehouse: duckdb.DuckDBPyConnection) -> None:
    without = warehouse.execute("select company from marts.dim_company where page is null").fetchall()
    assert without == [("Joining Power Co",)]


def test_the_contract(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Names and types that readers rely on."""
    columns = {
        f"{table}.{column}": kind
        for table, column, kind in warehouse.execute(
            "select table_name, column_name, data_type from duckdb_columns() where schema_name = 'marts'"
        ).fetchall()
    }
    assert columns["fct_income.value"] == columns["fct_balance.value"] == "DECIMAL(28,4)"
    assert columns["fct_ratios.value"] == "DECIMAL(28,6)"
    assert columns["dim_filing.items"] == "VARCHAR[]"
    assert columns["dim_company.cik"] == "BIGINT"
    assert columns["fct_income.months"] == columns["fct_income.line_no"] == "INTEGER"
    assert "fct_balance.months" not in columns
    assert columns["fct_guidance.low"] == columns["fct_guidance.high"] == "DECIMAL(28,4)"
