"""The build file's tables to the published file, in one step that readers never notice."""

from __future__ import annotations

import fcntl
import mmap
import os
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

import duckdb

from pipeline.database import database
from pipeline.warehouse.build_file import WarehouseError, connect, damaged

SCHEMAS = ("raw", "intermediate", "marts")

_FICLONE = 0x40049409  # linux/fs.h
_AT_ONCE = 4 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Published:
    """The published file: bytes, and rows by table (`schema.table`)."""

    path: Path
    size: int
    rows: dict[str, int]


def _quoted(*names: str) -> str:
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def _copy(source: FileIO, target: Path) -> None:
    """Copy a file in the cheapest way that the file system knows."""
    for copy in (_share_blocks, _write_past_cache):
        with suppress(OSError):  # there is no such way here, or the last one tells what is wrong
            copy(source, target)
            return
    source.seek(0)
    with target.open("wb") as written:
        shutil.copyfileobj(source, written, _AT_ONCE)


def _share_blocks(source: FileIO, target: Path) -> None:
    """At no cost of time or disk: XFS and Btrfs can."""
    with target.open("wb") as written:
        fcntl.ioctl(written, _FICLONE, source.fileno())


def _write_past_cache(source: FileIO, target: Path) -> None:
    """Without a second copy in the system's cache, which takes half of the time."""
    buffer = mmap.mmap(-1, _AT_ONCE)  # of whole pages of memory, as O_DIRECT asks for
    with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_DIRECT, 0o666), "wb", buffering=0) as written:
        while size := source.readinto(buffer):
            rest = memoryview(buffer)[:size]
            while rest:
                rest = rest[written.write(rest) :]


def _names(connection: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [_quoted(*row) for row in connection.execute(query, [list(SCHEMAS)]).fetchall()]


def _drop_what_stays_behind(connection: duckdb.DuckDBPyConnection) -> None:
    """Schemas of the build alone, and views: they name the build file's catalog and would break under another name."""
    views = (
        "select schema_name, view_name from duckdb_views() where not internal and schema_name in (select unnest($1))"
    )
    schemas = "select schema_name from duckdb_schemas() where not internal and schema_name not in (select unnest($1))"
    for view in _names(connection, views):
        connection.execute(f"drop view {view}")
    for schema in _names(connection, schemas):
        connection.execute(f"drop schema {schema} cascade")


def _read_all(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Read every block of a table, so that a damaged one is met here and not by a reader; its rows.

    DuckDB holds each block against its checksum as it reads it, and `any_value` looks through all values of a column.
    """
    query = f"select count(*), any_value(columns(*)) from {table}"
    return int(connection.cursor().execute(query).fetchall()[0][0])


def _copy_what_is_whole(build_path: Path, new: Path) -> dict[str, int]:
    """Copy the build file and meanwhile read all that is published of it: the copy has its bytes; rows by table."""
    tables = """
        select schema_name, table_name from duckdb_tables()
        where schema_name in (select unnest($1))
        order by list_position($1, schema_name), table_name
    """
    with (
        build_path.open("rb", buffering=0) as source,  # closed last: to close it ends DuckDB's lock on the file
        connect(build_path) as connection,  # waits for others, and keeps them off until the copy is made
    ):
        connection.execute("checkpoint")  # also of what a killed process left in the write-ahead log
        found = connection.execute(tables, [list(SCHEMAS)]).fetchall()
        with ThreadPoolExecutor(3) as threads:  # two read: by itself DuckDB reads a table of few long rows with one
            copied = threads.submit(_copy, source, new)
            try:
                counts = list(threads.map(lambda names: _read_all(connection, _quoted(*names)), found))
            except duckdb.OutOfMemoryException:
                raise
            except duckdb.Error as error:
                raise damaged(build_path, error) from error
            copied.result()
    return {f"{schema}.{table}": count for (schema, table), count in zip(found, counts, strict=True)}


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
    """Copy the build file, take out what is for the build alone, and rename the copy over `warehouse_path`.

    Readers keep the file they opened, and whoever opens it next gets the new one. Whatever fails, the old file stays
    as it was. Raises `WarehouseError` where the build file is missing, damaged or held by another process for too long.
    """
    if not build_path.exists():
        raise WarehouseError(f"There is no build file {build_path} to publish; load filings first.")
    target = warehouse_path.resolve()  # where it is a link, the file that it points at is replaced
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.new-"
    _remove_leftovers(target.parent, prefix)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=target.parent) as folder:
        new = Path(folder) / target.name
        rows = _copy_what_is_whole(build_path, new)
        with database(new) as connection:
            _drop_what_stays_behind(connection)
            connection.execute("checkpoint")
        _sync(new)
        size = new.stat().st_size
        # A log left by a killed writer of the old file is that file's; beside the new one it would keep readers out.
        target.with_name(f"{target.name}.wal").unlink(missing_ok=True)
        os.replace(new, target)
    _sync(target.parent)
    return Published(warehouse_path, size, rows)
