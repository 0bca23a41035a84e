"""What the UI is told of models, on a small database in memory: columns' origins, shares, previews, what failed."""

from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from pipeline.assets.column_lineage import column_lineage
from pipeline.assets.dbt_results import NEXT, what_failed
from pipeline.assets.model_metadata import model_metadata
from pipeline.assets.shown_rows import LONGEST, markdown_rows, shown_rows

RATIOS = """
with margins as (select * from w.intermediate.amounts where unit = 'USD')
select filing_id, gross / sales as value, null as reason from margins
union all by name
select 'growth' as reason, filing_id, sales as value from w.intermediate.earlier
"""


def node(schema: str, name: str, *parents: str) -> dict[str, Any]:
    depends = {"nodes": [f"model.p.{parent}" for parent in parents]}
    return {"schema": schema, "alias": name, "name": name, "resource_type": "model", "depends_on": depends}


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    opened.execute("create schema intermediate; create schema marts")
    opened.execute("create table intermediate.amounts (filing_id varchar, unit varchar, gross integer, sales integer)")
    opened.execute("create table intermediate.earlier (filing_id varchar, sales integer)")
    opened.execute("create table marts.fct_ratios (filing_id varchar, value double, reason varchar)")
    opened.execute(
        "create table marts.fct_income (fact_id varchar, filing_id varchar, line_no integer, concept varchar)"
    )
    opened.execute("insert into marts.fct_income values ('k', 'a', 1, 'Revenues'), ('l', 'a', 2, null)")
    return opened


MANIFEST = {
    "nodes": {
        "model.p.amounts": node("intermediate", "amounts"),
        "model.p.earlier": node("intermediate", "earlier"),
        "model.p.fct_ratios": node("marts", "fct_ratios", "amounts", "earlier"),
        "model.p.fct_income": node("marts", "fct_income", "amounts"),
    }
}
RESULTS = {
    "model.p.fct_ratios": {"status": "success", "compiled_code": RATIOS},
    "model.p.fct_income": {"status": "success", "compiled_code": "select no_such_column from amounts where"},
}


def test_columns_are_followed_through_ctes_and_unions_by_name(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    found = column_lineage(connection, MANIFEST, RESULTS, tmp_path / "kept.json")
    origins = {
        column: {(origin.asset_key.to_user_string(), origin.column_name) for origin in made_from}
        for column, made_from in found["model.p.fct_ratios"].deps_by_column.items()
    }
    amounts, earlier = "intermediate/amounts", "intermediate/earlier"
    assert origins == {
        "filing_id": {(amounts, "filing_id"), (earlier, "filing_id")},
        "value": {(amounts, "gross"), (amounts, "sales"), (earlier, "sales")},
        "reason": set(),
    }
    assert "model.p.fct_income" not in found  # its SQL cannot be read


def test_what_is_kept_is_read_again_where_the_sql_has_changed(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.json"
    first = column_lineage(connection, MANIFEST, RESULTS, kept)
    written = kept.read_bytes()
    assert column_lineage(connection, MANIFEST, RESULTS, kept) == first
    assert kept.read_bytes() == written
    other = {"model.p.fct_ratios": {"status": "success", "compiled_code": "select filing_id from intermediate.earlier"}}
    assert set(column_lineage(connection, MANIFEST, other, kept)["model.p.fct_ratios"].deps_by_column) == {"filing_id"}


def test_tables_tell_their_rows_and_marts_a_preview_and_shares(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    told = model_metadata(connection, MANIFEST, RESULTS, tmp_path / "kept.json")
    assert told["model.p.fct_income"]["dagster/row_count"] == 2
    assert told["model.p.fct_income"]["share_with_a_concept"] == dg.MetadataValue.float(0.5)
    preview = told["model.p.fct_income"]["preview"].value
    assert preview == "| filing_id | concept |\n| --- | --- |\n| a | Revenues |\n| a |  |"
    assert "| value | intermediate/amounts.gross, " in told["model.p.fct_ratios"]["columns_made_from"].value


def test_long_and_odd_values_are_shown(connection: duckdb.DuckDBPyConnection) -> None:
    query = f"select repeat('x', {LONGEST + 1}) as long, 'a | b' as piped, date '2003-06-30' as day, 1 as number"
    (record,) = shown_rows(connection, query, 5).records
    assert record.data == {"long": "x" * LONGEST + "…", "piped": "a | b", "day": "2003-06-30", "number": 1}
    assert "| a \\| b |" in markdown_rows(connection, query, 5).value


def test_a_failed_build_names_checks_and_models() -> None:
    manifest = {
        "nodes": {
            "test.p.unique": {"name": "unique_id", "attached_node": "model.p.filings", "resource_type": "test"},
            "model.p.facts": {"name": "facts", "resource_type": "model"},
        }
    }
    results = {
        "test.p.unique": {"status": "fail", "failures": 1},
        "model.p.facts": {"status": "error", "message": "Binder Error:\n  no column"},
        "model.p.other": {"status": "skipped"},
    }
    assert what_failed(manifest, results).splitlines() == [
        "The check unique_id of filings fails on 1 row.",
        "Model facts cannot be built: Binder Error: no column",
    ]
    assert "next run" in NEXT
