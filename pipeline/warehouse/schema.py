"""The raw tables in DuckDB, as `pipeline.records` describes them."""

from __future__ import annotations

import duckdb

from pipeline.database import transaction
from pipeline.records import RECORDS, Record, description, to_arrow


def _columns(connection: duckdb.DuckDBPyConnection, relation: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in connection.sql(f"describe {relation}").fetchall()]


def _create(connection: duckdb.DuckDBPyConnection, record: type[Record]) -> bool:
    """Create one raw table where it is missing or of another shape; true where it had another shape."""
    name = f"raw.{record.TABLE}"
    empty = to_arrow(record, [])
    connection.register("empty", empty)
    try:
        exists = connection.execute(
            "select count(*) > 0 from duckdb_tables() where schema_name = 'raw' and table_name = ?", [record.TABLE]
        ).fetchall()[0][0]
        if exists and _columns(connection, name) == _columns(connection, "empty"):
            return False
        connection.execute(f"create or replace table {name} as from empty")
        comment = description(record).replace("'", "''")
        connection.execute(f"comment on table {name} is '{comment}'")
        return bool(exists)
    finally:
        connection.unregister("empty")


def create_raw_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what is missing of the raw tables. Where an older version made one of another shape, all are emptied,
    so that every filing is read anew into the present one."""
    connection.execute("create schema if not exists raw")
    with transaction(connection):
        reshaped = [_create(connection, record) for record in RECORDS]
        if any(reshaped):
            for record in RECORDS:
                connection.execute(f"delete from raw.{record.TABLE}")
