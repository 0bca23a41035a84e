"""The published marts as Parquet files, one a mart, for pandas, Polars, R and whatever reads no DuckDB."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb


def export_marts(warehouse_path: Path, marts_dir: Path) -> dict[str, int]:
    """Write each mart of a published warehouse to `<mart>.parquet`, each replaced in one step; rows by mart.

    Files of marts that are gone, and what a killed run left, are removed.
    """
    marts_dir.mkdir(parents=True, exist_ok=True)
    rows: dict[str, int] = {}
    with duckdb.connect(str(warehouse_path), read_only=True) as connection:
        marts = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'marts' order by table_name"
        ).fetchall()
        for (mart,) in marts:
            new = marts_dir / f".{mart}.new"
            copied = connection.sql(f'from marts."{mart}"')
            copied.write_parquet(str(new), compression="zstd")
            rows[mart] = int(copied.aggregate("count(*)").fetchall()[0][0])
            os.replace(new, marts_dir / f"{mart}.parquet")
    for file in [*marts_dir.glob("*.parquet"), *marts_dir.glob(".*.new")]:
        if file.stem not in rows:
            file.unlink()
    return rows
