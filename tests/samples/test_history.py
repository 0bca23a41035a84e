"""The samples through to their history: a corrected figure, what was known on a day, guidance and what came of it."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from tests.running import Run

FIRST, CORRECTED = "9999999001-03-000009", "9999999001-03-000010"  # the second quarter of 2003, and its 8-K/A
RESEARCH = "ResearchAndDevelopmentExpense"


@pytest.fixture(scope="module")
def warehouse(published_samples: Run) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        yield connection


def test_the_amendment_revises_one_figure(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select filing_id, first_filing_id, concept, first_value, value from marts.fct_revisions where is_revised"
    ).fetchall()
    assert rows == [(CORRECTED, FIRST, RESEARCH, 1_862_000, 1_826_000)]


KNOWN = {date(2003, 7, 16): None, date(2003, 7, 17): 1862, date(2003, 7, 22): 1826}


@pytest.mark.parametrize(("day", "value"), KNOWN.items())
def test_what_was_known_on_a_day(warehouse: duckdb.DuckDBPyConnection, day: date, value: int | None) -> None:
    rows = warehouse.execute(
        "select value from marts.reported_as_of(?) where concept = ? and months = 3 and period_end = date '2003-06-30'",
        [day, RESEARCH],
    ).fetchall()
    assert rows == ([(1000 * value,)] if value else [])


def test_guidance_of_a_year_is_followed_to_its_outcome(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """
        select outcomes.said_on, outcomes.low, outcomes.reported, guidance.computed_action, outcomes.verdict
        from marts.fct_guidance_outcomes as outcomes
        inner join marts.fct_guidance as guidance using (guidance_id)
        where outcomes.metric = 'revenue'
            and outcomes.period_start = date '2003-01-01'
            and outcomes.period_end = date '2003-12-31'
        order by outcomes.said_on
        """
    ).fetchall()
    printed = 58_373_000
    assert rows == [
        (date(2003, 1, 23), 54_000_000, printed, "initiates", "above"),
        (date(2003, 4, 17), 54_000_000, printed, "reaffirms", "above"),
        (date(2003, 7, 17), 57_000_000, printed, "raises", "within"),
        (date(2003, 7, 22), 57_000_000, printed, "reaffirms", "within"),
        (date(2003, 10, 17), 57_000_000, printed, "reaffirms", "within"),
    ]


def test_all_that_must_add_up_does_but_the_misprint_that_an_amendment_corrects(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert warehouse.execute("select count(*) > 800 from marts.fct_identities where holds").fetchall() == [(True,)]
    assert warehouse.execute(
        "select filing_id, concepts, printed, computed - printed from marts.fct_identities where not holds"
    ).fetchall() == [("9999999001-03-000009", ["OperatingExpenses"], 5_071_000, 36_000)]
