"""What the UI tells of a dbt model beside what dbt says: rows, a preview, shares worth watching, origins of columns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb

from pipeline.assets.column_lineage import column_lineage
from pipeline.assets.shown_rows import markdown_rows, markdown_table

PREVIEW_ROWS = 8

# Shares that Dagster draws run by run; each is of the rows of one mart, null where it has none.
_WITH_A_CONCEPT = {"share_with_a_concept": "count(concept) / count(*)"}
SHARES = {
    "fct_income": _WITH_A_CONCEPT,
    "fct_balance": _WITH_A_CONCEPT,
    "fct_cash_flow": _WITH_A_CONCEPT,
    "fct_identities": {"share_holding": "avg(cast(holds as integer))"},
    "fct_claims": {"share_agreeing": "count_if(verdict = 'agrees') / count_if(verdict != 'nothing to compare')"},
    "fct_guidance": {"share_with_a_period": "count(period_end) / count(*)"},
    "dim_filing": {"share_earnings_releases": "avg(cast(is_earnings_release as integer))"},
}


def model_metadata(
    connection: duckdb.DuckDBPyConnection,
    manifest: Mapping[str, Any],
    results: Mapping[str, Mapping[str, Any]],
    lineage_path: Path,
) -> dict[str, dict[str, Any]]:
    """By dbt's unique id, the metadata of each table that a build has made; views have neither rows nor preview."""
    rows = connection.execute("select schema_name, table_name, database_name from duckdb_tables()").fetchall()
    databases = {(schema, table): database for schema, table, database in rows}
    lineage = column_lineage(connection, manifest, results, lineage_path)
    told: dict[str, dict[str, Any]] = {}
    for unique_id, result in results.items():
        node = manifest["nodes"].get(unique_id)
        if node is None or node["resource_type"] not in ("model", "seed") or result["status"] != "success":
            continue
        told[unique_id] = {}
        table = node["schema"], node["alias"]
        if table in databases:
            told[unique_id] |= _table(connection, databases[table], *table)
        if unique_id in lineage:
            told[unique_id]["dagster/column_lineage"] = lineage[unique_id]
            told[unique_id]["columns_made_from"] = _made_from(lineage[unique_id])
    return told


def _made_from(lineage: dg.TableColumnLineage) -> dg.MarkdownMetadataValue:
    """The lineage of columns in words, since the open UI draws none."""
    made_from = (
        (column, ", ".join(f"{origin.asset_key.to_user_string()}.{origin.column_name}" for origin in origins))
        for column, origins in lineage.deps_by_column.items()
    )
    return markdown_table(("column", "made from"), made_from)


def _table(connection: duckdb.DuckDBPyConnection, database: str, schema: str, table: str) -> dict[str, Any]:
    name = f'"{database}"."{schema}"."{table}"'
    metadata: dict[str, Any] = {
        "dagster/row_count": connection.execute(f"select count(*) from {name}").fetchall()[0][0]
    }
    if schema == "marts":
        # Keys and places say little to a reader.
        told = "columns(lambda name: name = 'filing_id' or not regexp_matches(name, '(_id|_no)$|^char_'))"
        metadata["preview"] = markdown_rows(connection, f"select {told} from {name}", PREVIEW_ROWS)
        for share, expression in SHARES.get(table, {}).items():
            value = connection.execute(f"select nullif({expression}, 'nan') from {name}").fetchall()[0][0]
            if value is not None:
                metadata[share] = dg.MetadataValue.float(round(float(value), 4))
    return metadata
