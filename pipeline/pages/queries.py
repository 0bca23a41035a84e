"""What pages say, as the published warehouse holds it: a file of `queries/` each kind of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb

Row = dict[str, Any]

_QUERIES = {file.stem: file.read_text() for file in sorted((Path(__file__).parent / "queries").glob("*.sql"))}
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
    """A digest of all that a filing's page says, by filing: another one means that the page is to be written anew."""
    parts: dict[str, list[str]] = defaultdict(list)
    for query in OF_A_FILING:
        sql = f"select filing_id, sum(hash(content)) from ({_QUERIES[query]}) as content group by filing_id"
        for filing_id, value in connection.execute(sql).fetchall():
            parts[filing_id].append(f"{query} {value}")
    return {filing_id: digest(version, *of_a_filing) for filing_id, of_a_filing in parts.items()}


def digest(*parts: object) -> str:
    """A digest of things by what they print."""
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "replace"), digest_size=12).hexdigest()
