"""What pages say, as the published warehouse holds it: a file of `queries/` each kind of rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb

Row = dict[str, Any]

_QUERIES = {file.stem: file.read_text() for file in sorted((Path(__file__).parent / "queries").glob("*.sql"))}
_TABLE = re.compile(r"\b(?:raw|marts)\.\w+")
OF_A_FILING = ("filings", "documents", "numbers", "guidance", "claims", "sums", "issues")


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """All rows of a query, in its order."""
    return _fetch(connection.execute(_QUERIES[query]))


def rows_by_filing(connection: duckdb.DuckDBPyConnection, query: str, ids: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of some filings, in the order of their columns."""
    found: dict[str, list[Row]] = defaultdict(list)
    sql = f"select * from ({_QUERIES[query]}) where filing_id in (select unnest($ids)) order by all"
    for row in _fetch(connection.execute(sql, {"ids": list(ids)})):
        found[row["filing_id"]].append(row)
    return found


def _fetch(result: duckdb.DuckDBPyConnection) -> list[Row]:
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def digests(connection: duckdb.DuckDBPyConnection, version: str) -> dict[str, str]:
    """A digest of all that a filing's page says, by filing: another one means that the page is to be written anew.

    It is taken of the tables that the queries read, each scanned once: joining them for all filings would take memory
    as the warehouse grows. Of `filings` it is taken as queried, since a filing's neighbours are on its page.
    """
    with_filing = connection.execute(
        "select schema_name || '.' || table_name from duckdb_columns() where column_name = 'filing_id'"
    ).fetchall()
    read = {table for query in OF_A_FILING[1:] for table in _TABLE.findall(_QUERIES[query])}
    of_filings = read & {table for (table,) in with_filing}
    of_all = [
        _fetch(connection.execute(f"select bit_xor(hash(row)) from {table} as row"))
        for table in sorted(read - of_filings)
    ]
    parts: dict[str, list[str]] = defaultdict(list)
    for source in (f"({_QUERIES['filings']})", *sorted(of_filings)):
        sql = f"select filing_id, sum(hash(row)) from {source} as row group by filing_id"
        for filing_id, value in connection.execute(sql).fetchall():
            parts[filing_id].append(f"{source} {value}")
    return {filing_id: digest(version, of_all, *of_a_filing) for filing_id, of_a_filing in parts.items()}


def digest(*parts: object) -> str:
    """A digest of things by what they print."""
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "replace"), digest_size=12).hexdigest()
