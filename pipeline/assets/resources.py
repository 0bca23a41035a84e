"""Dagster's resources: the warehouse, where its files lie, held by one run at a time; and the workers."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TextIO

import dagster as dg
from pydantic import PrivateAttr

from pipeline.executors import DaskWorkers, Workers, local_workers
from pipeline.isolated import Limits
from pipeline.settings import Settings
from pipeline.warehouse import run_lock

POOL = "warehouse"
OWNERS = ["team:first-print"]


@contextmanager
def _terminal() -> Iterator[TextIO | None]:
    """The terminal, if there is one, taken before the first step: in a step Dagster captures the standard streams."""
    if not sys.stderr.isatty():
        yield None
        return
    with os.fdopen(os.dup(sys.stderr.fileno()), "w") as terminal:
        yield terminal


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]  # dagster's own subclasses leave it bare too
    """Paths as strings, since the UI shows and edits them; and what dbt may take of memory."""

    raw_dir: str
    build_path: str
    warehouse_path: str
    marts_dir: str
    pages_dir: str
    dbt_memory: str

    _terminal: TextIO | None = PrivateAttr(default=None)

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        return cls(
            raw_dir=str(settings.raw_dir),
            build_path=str(settings.build_path),
            warehouse_path=str(settings.warehouse_path),
            marts_dir=str(settings.marts_dir),
            pages_dir=str(settings.pages_dir),
            dbt_memory=settings.dbt_memory,
        )

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Self]:
        """The in-process executor sets resources up once a run, so the lock is held from the first step to the last."""
        with run_lock(Path(self.build_path)), _terminal() as self._terminal:
            yield self

    @property
    def terminal(self) -> TextIO | None:
        """Where somebody is watching; null in the UI and in a scheduled run."""
        return self._terminal


class Readers(dg.ConfigurableResource):  # type: ignore[type-arg]
    """What reads filings and writes pages: processes here, or a Dask cluster; and what one filing may take of them."""

    processes: int
    dask_address: str | None
    filing_seconds: float
    filing_memory: int  # megabytes

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        return cls(
            processes=settings.workers,
            dask_address=settings.dask_address,
            filing_seconds=settings.filing_seconds,
            filing_memory=settings.filing_memory,
        )

    def anywhere(self, jobs: int) -> Workers:
        """Workers for so many jobs, on the cluster where there is one."""
        return DaskWorkers(self.dask_address, self._limits) if self.dask_address else self.here(jobs)

    def here(self, jobs: int) -> Workers:
        """Workers for so many jobs, on this machine."""
        return local_workers(jobs, self.processes, self._limits)

    @property
    def _limits(self) -> Limits:
        return Limits(self.filing_seconds, self.filing_memory * 2**20)
