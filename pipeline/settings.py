"""The environment, read once: RAW_DIR, WAREHOUSE_PATH, PAGES_DIR, DAGSTER_HOME, and how filings are read: WORKERS,
DASK_ADDRESS, FILING_SECONDS, FILING_MEMORY. Nothing else reads it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_DIR = Path(__file__).resolve().parent.parent
DBT_PROJECT_DIR = PROJECT_DIR / "dbt_project"

# Absolute at once: Dagster and dbt start processes in directories of their own.
AbsolutePath = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]


def _beside(warehouse_path: Path, name: str) -> Path:
    return warehouse_path.with_name(f"{warehouse_path.stem}_{name}")


class Settings(BaseSettings):
    """Where filings come from, where warehouse and pages go; raises `pydantic.ValidationError` on a bad value."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    raw_dir: AbsolutePath = PROJECT_DIR / "data" / "raw"
    warehouse_path: AbsolutePath = PROJECT_DIR / "data" / "warehouse.duckdb"
    pages_dir: AbsolutePath = Field(default_factory=lambda given: _beside(given["warehouse_path"], "pages"))
    dagster_home: AbsolutePath = PROJECT_DIR / ".dagster"
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)  # processes on this machine
    dask_address: str | None = None  # of a scheduler whose workers read the filings instead
    filing_seconds: float = Field(default=60, gt=0)  # of the processor that reading one filing may take
    filing_memory: int = Field(default=2048, gt=0)  # megabytes that it may take

    @property
    def build_path(self) -> Path:
        """The file that a run writes; `publish` copies it to `warehouse_path`."""
        return self.warehouse_path.with_name(f"{self.warehouse_path.stem}_build.duckdb")

    @property
    def marts_dir(self) -> Path:
        """The marts as Parquet files, beside the warehouse."""
        return _beside(self.warehouse_path, "marts")


def tell_dbt(build_path: Path, models_digest: str) -> None:
    """Put what dbt has to know where it looks for it: into the environment of the processes started from here."""
    os.environ["BUILD_PATH"] = str(build_path)
    os.environ["MODELS_DIGEST"] = models_digest
