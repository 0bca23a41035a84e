"""What pages say, as the published warehouse holds it: a file of `queries/` each kind of rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb

from pipeline.database import database, quoted

Row = dict[str, Any]

_QUERIES = {file.stem: file.read_text() for file in sorted((Path(__file__).parent / "queries").glob("*.sql"))}
_TABLE = re.compile(r"\b(?:raw|marts)\.\w+")
OF_A_FILING = ("documents", "numbers", "guidance", "claims", "sums", "issues")


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """All rows of a query, in its order."""
    return _fetch(connection.execute(_QUERIES[query]))


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
    connection.execute(f"attach {quoted(source)} as source (read_only)")
    connection.execute("create schema raw; create schema marts")
    of_filings, of_all = _tables(connection)
    for table in of_all:
        connection.execute(f"create table {table} as from source.{table}")
    for table in of_filings:
        of_some = "filing_id in (select unnest($ids))"
        # What a run has changed stands together: without these bounds all that was ever read would be unpacked.
        bounds = f"select coalesce(min(rowid), 0), coalesce(max(rowid), 0) from source.{table} where {of_some}"
        ((first, last),) = connection.execute(bounds, {"ids": list(ids)}).fetchall()
        rows_of_some = f"from source.{table} where rowid between {first} and {last} and {of_some} {order}"
        connection.execute(f"create table {table} as {rows_of_some}", {"ids": list(ids)})
    connection.execute("detach source")


def rows_by_filing(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, list[Row]]:
    """The rows of each filing, in the order of their columns."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _fetch(connection.execute(f"select * from ({_QUERIES[query]}) order by all")):
        found[row["filing_id"]].append(row)
    return found


def _tables(connection: duckdb.DuckDBPyConnection) -> tuple[list[str], list[str]]:
    """The tables that the queries `OF_A_FILING` read: those whose rows are of filings, and the others."""
    with_filing = connection.execute(
        "select distinct schema_name || '.' || table_name from duckdb_columns() where column_name = 'filing_id'"
    ).fetchall()
    read = {table for query in OF_A_FILING for table in _TABLE.findall(_QUERIES[query])}
    of_filings = read & {table for (table,) in with_filing}
    return sorted(of_filings), sorted(read - of_filings)


def _fetch(result: duckdb.DuckDBPyConnection) -> list[Row]:
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def digests(connection: duckdb.DuckDBPyConnection, version: str) -> dict[str, str]:
    """A digest of all that a filing's page says, by filing: another one means that the page is to be written anew.

    It is taken of the tables that the queries read, each scanned once: joining them for all filings would take memory
    as the warehouse grows. Of `filings` it is taken as queried, since a filing's neighbours are on its page.
    """
    of_filings, of_all = _tables(connection)
    common = [connection.execute(f"select bit_xor(hash(row)) from {table} as row").fetchall() for table in of_all]
    parts: dict[str, list[str]] = defaultdict(list)
    for source in (f"({_QUERIES['filings']})", *of_filings):
        sql = f"select filing_id, sum(hash(row)) from {source} as row group by filing_id"
        for filing_id, value in connection.execute(sql).fetchall():
            parts[filing_id].append(f"{source} {value}")
    return {filing_id: digest(version, common, *of_a_filing) for filing_id, of_a_filing in parts.items()}


def digest(*parts: object) -> str:
    """A digest of things by what they print."""
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "replace"), digest_size=12).hexdigest()
