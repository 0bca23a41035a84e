"""The published marts as Parquet, for pandas, Polars, R and whatever reads no DuckDB: a folder a mart, a file a year.

Only the years whose rows have changed are written; each file carries a digest of its rows.
"""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from pipeline.database import database

WHOLE = "all"  # the one file of a mart whose rows are of no filing, or that has none
UNDATED = "undated"  # filings that tell no date

_DIGEST = b"first_print_digest"


def export_marts(warehouse_path: Path, marts_dir: Path) -> dict[str, int]:
    """Write each mart of a published warehouse to `<mart>/<year>.parquet`, by the year in which its filings were filed,
    each file replaced in one step; rows by mart.

    Files of what is gone, and what a killed run left, are removed.
    """
    rows: dict[str, int] = {}
    kept: set[Path] = set()
    with database(warehouse_path, read_only=True) as connection:
        marts = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'marts' order by table_name"
        ).fetchall()
        for (mart,) in marts:
            folder = marts_dir / mart
            folder.mkdir(parents=True, exist_ok=True)
            years = _years(connection, mart)
            for year, (digest, _) in years.items():
                kept.add(folder / f"{year}.parquet")
                if _digest_of(folder / f"{year}.parquet") != digest:
                    _write(connection, mart, year, digest, folder)
            rows[mart] = sum(count for _, count in years.values())
    _remove_others(marts_dir, kept)
    return rows


def _with_years(connection: duckdb.DuckDBPyConnection, mart: str) -> str:
    """A query of the rows of a mart, as `content`, beside the name of their file."""
    columns = [row[0] for row in connection.execute(f'describe marts."{mart}"').fetchall()]
    if "filing_id" not in columns:
        return f"select '{WHOLE}' as year, content from marts.\"{mart}\" as content"
    return f"""
        select
            coalesce(cast(year(coalesce(filings.filed_on, filings.reported_on)) as varchar), '{UNDATED}') as year,
            content
        from marts."{mart}" as content
        left join marts.dim_filing as filings on content.filing_id = filings.filing_id
    """


def _years(connection: duckdb.DuckDBPyConnection, mart: str) -> dict[str, tuple[str, int]]:
    """Digest and number of the rows of each file; one file without rows where there are none."""
    sql = (
        f"select year, sum(hash(content)), count(*) from ({_with_years(connection, mart)}) group by year order by year"
    )
    shape = connection.execute(f'select md5(list(t)::varchar) from (describe marts."{mart}") as t').fetchall()[0][0]
    found = connection.execute(sql).fetchall() or [(WHOLE, 0, 0)]
    return {year: (f"{shape} {digest}", count) for year, digest, count in found}


def _digest_of(file: Path) -> str | None:
    """The digest that a file was written with; null where there is none, or it is not ours."""
    if not file.exists():
        return None
    try:
        return str((pq.read_metadata(file).metadata or {})[_DIGEST].decode())
    except (KeyError, OSError, ValueError):  # not ours, or damaged
        return None


def _write(connection: duckdb.DuckDBPyConnection, mart: str, year: str, digest: str, folder: Path) -> None:
    new = folder / f".{year}.new"
    content = f"select unnest(content) from ({_with_years(connection, mart)}) where year = '{year}'"
    options = f"format parquet, compression zstd, kv_metadata {{{_DIGEST.decode()}: '{digest}'}}"
    connection.execute(f"copy ({content}) to '{str(new).replace(chr(39), chr(39) * 2)}' ({options})")
    os.replace(new, folder / f"{year}.parquet")


def _remove_others(marts_dir: Path, kept: set[Path]) -> None:
    for file in [*marts_dir.rglob("*.parquet"), *marts_dir.rglob(".*.new")]:
        if file not in kept:
            file.unlink()
    for folder in marts_dir.iterdir():
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
