"""The environment, read once: RAW_DIR, WAREHOUSE_PATH, WORKERS and DAGSTER_HOME. Nothing else reads it."""

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


class Settings(BaseSettings):
    """Where filings come from and where the warehouse goes; raises `pydantic.ValidationError` on a bad value."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    raw_dir: AbsolutePath = PROJECT_DIR / "data" / "raw"
    warehouse_path: AbsolutePath = PROJECT_DIR / "data" / "warehouse.duckdb"
    dagster_home: AbsolutePath = PROJECT_DIR / ".dagster"
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)

    @property
    def build_path(self) -> Path:
        """The file that a run writes; `publish` copies it to `warehouse_path`."""
        return self.warehouse_path.with_name(f"{self.warehouse_path.stem}_build.duckdb")


def tell_dbt(build_path: Path, models_digest: str) -> None:
    """Put what dbt has to know where it looks for it: into the environment of the processes started from here."""
    os.environ["BUILD_PATH"] = str(build_path)
    os.environ["MODELS_DIGEST"] = models_digest
