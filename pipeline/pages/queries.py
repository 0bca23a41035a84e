"""What pages say, as the published warehouse holds it: a file of `queries/` each kind of rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from pipeline.database import database, quoted

Row = dict[str, Any]

QUERIES = {file.stem: file.read_text() for file in sorted((Path(__file__).parent / "queries").glob("*.sql"))}
_TABLE = re.compile(r"\b(?:raw|marts)\.\w+")
OF_A_FILING = ("documents", "numbers", "guidance", "claims", "sums", "issues")


def gather(warehouse_path: Path, ids: Sequence[str], target: Path) -> None:
    """Copy what pages read of some filings into a file of its own, a filing's rows side by side: there a few of them
    are found without a look at all, however large the warehouse is."""
    with database(target) as connection:
        _copy(connection, warehouse_path, ids, "order by filing_id")


@contextmanager
def some_filings(gathered: Path, ids: Sequence[str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse in memory that holds what pages read of some filings: in the whole one each query would join all."""
    with database() as connection:
        _copy(connection, gathered, ids)
        yield connection


def _copy(connection: duckdb.DuckDBPyConnection, source: Path, ids: Sequence[str], order: str = "") -> None:
    """Make the tables that the queries `OF_A_FILING` read, with the rows of these filings."""
    attach_source(connection, source)
    connection.execute("create schema raw; create schema marts")
    of_filings, of_all = tables_of_a_filing(connection)
    for table in of_all:
        connection.execute(f"create table {table} as from source.{table}")
    for table in of_filings:
        # By their rowid rows are taken out of a large table without unpacking all of it.
        of_some = f"select rowid from source.{table} where filing_id in (select unnest($ids))"
        rows_of_some = f"from source.{table} where rowid in ({of_some}) {order}"
        connection.execute(f"create table {table} as {rows_of_some}", {"ids": list(ids)})
    connection.execute("detach source")


def rows_by_filing(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, list[Row]]:
    """The rows of each filing, in the order of their columns."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in fetch(connection.execute(f"select * from ({QUERIES[query]}) order by all")):
        found[row["filing_id"]].append(row)
    return found


def tables_of_a_filing(connection: duckdb.DuckDBPyConnection) -> tuple[list[str], list[str]]:
    """The tables that the queries `OF_A_FILING` read: those whose rows are of filings, and the others."""
    with_filing = connection.execute(
        "select distinct schema_name || '.' || table_name from duckdb_columns() where column_name = 'filing_id'"
    ).fetchall()
    read = {table for query in OF_A_FILING for table in _TABLE.findall(QUERIES[query])}
    of_filings = read & {table for (table,) in with_filing}
    return sorted(of_filings), sorted(read - of_filings)


def attach_source(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Attach a file as `source`, to be read only."""
    connection.execute(f"attach {quoted(path)} as source (read_only)")


def fetch(result: duckdb.DuckDBPyConnection) -> list[Row]:
    """All rows of a result, by the names of their columns."""
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
