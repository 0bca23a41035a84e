"""The build file's tables to the published file, in one step that readers never notice."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.warehouse.build_file import WarehouseError, connect

SCHEMAS = ("raw", "intermediate", "marts")


@dataclass(frozen=True, slots=True)
class Published:
    """The published file: bytes, and rows by table (`schema.table`)."""

    path: Path
    size: int
    rows: dict[str, int]


def _quoted(*names: str) -> str:
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _copy_table(connection: duckdb.DuckDBPyConnection, schema: str, table: str) -> int:
    """Copy one table with its comments; its rows."""
    name = _quoted(schema, table)
    connection.execute(f"create table {name} as from build.{name}")
    comments = connection.execute(
        """
        select null as column_name, comment from duckdb_tables()
        where database_name = 'build' and schema_name = $1 and table_name = $2 and comment is not null
        union all
        select column_name, comment from duckdb_columns()
        where database_name = 'build' and schema_name = $1 and table_name = $2 and comment is not null
        """,
        [schema, table],
    ).fetchall()
    for column, comment in comments:
        subject = f"column {name}.{_quoted(column)}" if column else f"table {name}"
        connection.execute(f"comment on {subject} is {_literal(comment)}")
    return int(connection.execute(f"select count(*) from {name}").fetchall()[0][0])


def _copy_table_functions(connection: duckdb.DuckDBPyConnection) -> None:
    """Copy the table functions that analysts call, which name no catalog."""
    functions = connection.execute(
        """
        select schema_name, function_name, parameters, macro_definition from duckdb_functions()
        where database_name = 'build' and schema_name in (select unnest(?)) and function_type = 'table_macro'
        """,
        [list(SCHEMAS)],
    ).fetchall()
    for schema, name, parameters, definition in functions:
        arguments = ", ".join(_quoted(parameter) for parameter in parameters)
        connection.execute(f"create macro {_quoted(schema, name)}({arguments}) as table {definition}")


def _copy(build_path: Path, new: Path) -> dict[str, int]:
    """Write the build file's base tables and table functions into a new database file. Views stay behind: they name the
    build file's catalog and would break under another name."""
    with duckdb.connect(str(new)) as connection:
        connection.execute(f"attach {_literal(str(build_path))} as build (read_only)")
        tables = connection.execute(
            """
            select schema_name, table_name from duckdb_tables()
            where database_name = 'build' and schema_name in (select unnest(?))
            order by all
            """,
            [list(SCHEMAS)],
        ).fetchall()
        for schema in sorted({schema for schema, _ in tables}):
            connection.execute(f"create schema {_quoted(schema)}")
        rows = {f"{schema}.{table}": _copy_table(connection, schema, table) for schema, table in tables}
        _copy_table_functions(connection)
        connection.execute("detach build")
        connection.execute("checkpoint")
    return rows


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove what killed runs left behind; the run lock sees to it that no other run is publishing."""
    for leftover in folder.glob(f"{prefix}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def publish(build_path: Path, warehouse_path: Path) -> Published:
    """Copy the tables of the build file into a new file and rename it over `warehouse_path`.

    Readers keep the file they opened, and whoever opens it next gets the new one. Whatever fails, the old file stays
    as it was. Raises `WarehouseError` where the build file is missing or held by another process for too long.
    """
    if not build_path.exists():
        raise WarehouseError(f"There is no build file {build_path} to publish; load filings first.")
    connect(build_path).close()  # waits for others, and replays what a killed process left in the write-ahead log
    target = warehouse_path.resolve()  # where it is a link, the file that it points at is replaced
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.new-"
    _remove_leftovers(target.parent, prefix)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=target.parent) as folder:
        new = Path(folder) / target.name
        rows = _copy(build_path, new)
        _sync(new)
        size = new.stat().st_size
        # A log left by a killed writer of the old file is that file's; beside the new one it would keep readers out.
        target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
        os.replace(new, target)
    _sync(target.parent)
    return Published(warehouse_path, size, rows)
