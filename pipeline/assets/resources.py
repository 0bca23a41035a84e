"""The warehouse as a Dagster resource: where its files lie, held by one run at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import dagster as dg

from pipeline.settings import Settings
from pipeline.warehouse import run_lock

POOL = "warehouse"
OWNERS = ["team:first-print"]


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]  # dagster's own subclasses leave it bare too
    """Paths and workers as strings and numbers, since the UI shows and edits them."""

    raw_dir: str
    build_path: str
    warehouse_path: str
    workers: int

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        return cls(
            raw_dir=str(settings.raw_dir),
            build_path=str(settings.build_path),
            warehouse_path=str(settings.warehouse_path),
            workers=settings.workers,
        )

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Self]:
        """The in-process executor sets resources up once a run, so the lock is held from the first step to the last."""
        with run_lock(Path(self.build_path)):
            yield self
