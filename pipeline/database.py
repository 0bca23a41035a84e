"""DuckDB files as this project opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

MEMORY = "1GB"  # what more a scan of a large file would keep in memory is better left to the system's cache


def quoted(path: Path) -> str:
    """A path as a string of SQL."""
    return "'" + str(path).replace("'", "''") + "'"


def database(path: Path | None = None, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a file, or to a database in memory; raises `duckdb.Error`.

    It takes `MEMORY` at most: a sort that needs more goes through the disk, so that a run's memory is the same however
    large the warehouse is.
    """
    return duckdb.connect(str(path or ":memory:"), read_only=read_only, config={"memory_limit": MEMORY})


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """What is done within takes effect as a whole or, where it fails, not at all; raises what made it fail."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        with suppress(duckdb.Error):  # after a commit that failed, as on a full disk, none is open
            connection.rollback()
        raise
