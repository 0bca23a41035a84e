"""The build file: one run at a time writes it, and a run that meets another one waits."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipeline.database import database

PATIENCE = 60.0  # seconds to wait for another run
POLL = 0.2


class WarehouseError(RuntimeError):
    """The warehouse cannot be built; the message says what to do."""


def _busy(build_path: Path, patience: float) -> WarehouseError:
    return WarehouseError(
        f"Another run is writing {build_path} and was not done after {patience:.0f} seconds. Wait for it to end, "
        "or give this run a WAREHOUSE_PATH of its own."
    )


def damaged(build_path: Path, error: duckdb.Error) -> WarehouseError:
    """What to do where the build file cannot be read."""
    return WarehouseError(
        f"{build_path} is damaged or no DuckDB database ({error}). It holds only what a run builds anew: delete it and "
        "run again."
    )


@contextmanager
def run_lock(build_path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the build file for the whole of a run, so that what is published is what was loaded and tested.

    The kernel frees the lock when the process ends, however it ends. Raises `WarehouseError` after `patience` seconds.
    """
    build_path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience
    with build_path.with_suffix(".lock").open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise _busy(build_path, patience) from None
                time.sleep(POLL)
        yield


def connect(build_path: Path, patience: float = PATIENCE) -> duckdb.DuckDBPyConnection:
    """Open the build file for writing; waits for a process that still has it open (a killed run's dbt, a query).

    Raises `WarehouseError` after `patience` seconds, or where the file is no DuckDB database.
    """
    build_path.parent.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + patience
    while True:
        try:
            return database(build_path)
        except duckdb.IOException as error:
            if "No space left" in str(error):
                raise
            if "lock" not in str(error).lower():
                raise damaged(build_path, error) from error
            if time.monotonic() >= deadline:
                raise _busy(build_path, patience) from error
            time.sleep(POLL)
