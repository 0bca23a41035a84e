"""Rows, of a query or not, as the UI shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import dagster as dg
import duckdb

LONGEST = 200  # characters of one value


def shown_rows(connection: duckdb.DuckDBPyConnection, query: str, most: int) -> dg.TableMetadataValue:
    """The first rows of a query, as a table in place."""
    names, rows = _fetch(connection, query, most)
    return dg.MetadataValue.table([dg.TableRecord(dict(zip(names, row, strict=True))) for row in rows])


def markdown_rows(connection: duckdb.DuckDBPyConnection, query: str, most: int) -> dg.MarkdownMetadataValue:
    """The first rows of a query, as a table in a window of its own: for many columns."""
    return markdown_table(*_fetch(connection, query, most))


def markdown_table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> dg.MarkdownMetadataValue:
    """A table in a window of its own."""
    cells = (names, ["---"] * len(names), *rows)
    return dg.MetadataValue.md("\n".join(f"| {' | '.join(map(_cell, row))} |" for row in cells))


def _fetch(connection: duckdb.DuckDBPyConnection, query: str, most: int) -> tuple[list[str], list[list[Any]]]:
    found = connection.execute(f"select * from ({query}) limit {most}")
    return [column[0] for column in found.description or ()], [
        [_shown(value) for value in row] for row in found.fetchall()
    ]


def _shown(value: Any) -> str | int | float | bool | None:
    if value is None or isinstance(value, (int, float, bool)):
        return value
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _cell(value: Any) -> str:
    return "" if value is None else " ".join(str(value).replace("|", "\\|").split())
