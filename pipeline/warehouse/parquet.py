"""The published marts as Parquet, for pandas, Polars, R and whatever reads no DuckDB.

Each mart is a folder with a file a quarter of filing, as in EDGAR's indexes. Only the quarters whose rows have changed
are written, all of a mart in one look at it; each file carries the digest of its rows.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from pipeline.database import database, quoted

WHOLE = "all"  # the one file of a mart whose rows are of no filing, or that has none
UNDATED = "undated"  # filings that tell no date

_DIGESTS = "first_print_digests"  # of the files that were written together, by quarter
_NEW = ".new"  # the folder of files that are under way
_QUARTER = "filed_in"


def export_marts(warehouse_path: Path, marts_dir: Path) -> dict[str, int]:
    """Write each mart of a published warehouse to `<mart>/<quarter>.parquet`, by the quarter in which its filings were
    filed (2003Q3), each file replaced in one step; rows by mart.

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
            quarters = _quarters(connection, mart)
            digests = {quarter: digest for quarter, (digest, _) in quarters.items()}
            stale = {quarter: digest for quarter, digest in digests.items() if _digest_of(folder, quarter) != digest}
            if stale:
                _write(connection, mart, stale, folder)
            kept |= {folder / f"{quarter}.parquet" for quarter in quarters}
            rows[mart] = sum(count for _, count in quarters.values())
    _remove_others(marts_dir, kept)
    return rows


def _with_quarters(rows: str) -> str:
    """A query of rows that are of filings, as `content`, beside the quarter that names their file."""
    return f"""
        select
            coalesce(year(filings.said_on) || 'Q' || quarter(filings.said_on), '{UNDATED}') as {_QUARTER},
            content
        from ({rows}) as content
        left join (select filing_id, said_on from marts.dim_filing) as filings
            on content.filing_id = filings.filing_id
    """


def _quarters(connection: duckdb.DuckDBPyConnection, mart: str) -> dict[str, tuple[str, int]]:
    """Digest and number of the rows of each file; one file without rows where there are none.

    Of rows that are of filings `int_said_rows` knows them: no mart is read for them.
    """
    described = connection.execute(f'describe marts."{mart}"').fetchall()
    if "filing_id" in (column[0] for column in described):
        said = _with_quarters(f"from intermediate.int_said_rows where mart = '{mart}'")
        sql = f"select {_QUARTER}, sum(content.digest), sum(content.row_count) from ({said}) group by all order by all"
    else:
        sql = f"select '{WHOLE}', sum(hash(content)), count(*) from marts.\"{mart}\" as content having count(*) > 0"
    shape = hashlib.md5(repr(described).encode()).hexdigest()
    found = connection.execute(sql).fetchall() or [(WHOLE, 0, 0)]
    return {quarter: (f"{shape} {digest}", int(count)) for quarter, digest, count in found}


def _digest_of(folder: Path, quarter: str) -> str | None:
    """The digest that a file was written with; null where there is none, or it is not ours."""
    file = folder / f"{quarter}.parquet"
    if not file.exists():
        return None
    try:
        return str(json.loads((pq.read_metadata(file).metadata or {})[_DIGESTS.encode()])[quarter])
    except (KeyError, OSError, ValueError):  # not ours, or damaged
        return None


def _write(connection: duckdb.DuckDBPyConnection, mart: str, stale: dict[str, str], folder: Path) -> None:
    """Write the files of some quarters, by the digests of their rows."""
    new = folder / _NEW
    shutil.rmtree(new, ignore_errors=True)
    options = f"format parquet, compression zstd, kv_metadata {{{_DIGESTS}: '{json.dumps(stale)}'}}"
    if WHOLE in stale:  # no rows make no partition
        file = _new_file(folder, WHOLE)
        file.parent.mkdir(parents=True)
        connection.execute(f'copy (from marts."{mart}") to {quoted(file)} ({options})')
    else:
        quarters = ", ".join(f"'{quarter}'" for quarter in stale)
        rows = f"from ({_with_quarters(f'from marts.{mart}')}) where {_QUARTER} in ({quarters})"
        content = f"select unnest(content), {_QUARTER} {rows}"
        connection.execute(f"set partitioned_write_max_open_files = {len(stale)}")  # past them a quarter has two files
        connection.execute(f"copy ({content}) to {quoted(new)} ({options}, partition_by ({_QUARTER}))")
    for quarter in stale:
        os.replace(_new_file(folder, quarter), folder / f"{quarter}.parquet")
    shutil.rmtree(new)


def _new_file(folder: Path, quarter: str) -> Path:
    """Where DuckDB writes the file of a quarter."""
    return folder / _NEW / f"{_QUARTER}={quarter}" / "data_0.parquet"


def _remove_others(marts_dir: Path, kept: set[Path]) -> None:
    for left in marts_dir.glob(f"*/{_NEW}"):  # by a killed run
        shutil.rmtree(left)
    for file in marts_dir.rglob("*.parquet"):
        if file not in kept:
            file.unlink()
    for folder in marts_dir.iterdir():
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
