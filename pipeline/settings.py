"""The environment, read once; nothing else reads it. Each field of a class of settings is a variable in capitals."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT_DIR = Path(__file__).resolve().parent.parent
DBT_PROJECT_DIR = PROJECT_DIR / "dbt_project"

# Absolute at once: Dagster and dbt start processes in directories of their own.
AbsolutePath = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]


def _no_file(path: Path) -> Path:
    if path.is_file():
        raise ValueError(f"{path} is a file; name a folder")
    return path


def _no_folder(path: Path) -> Path:
    if path.is_dir():
        raise ValueError(f"{path} is a folder; name a file in it")
    return path


def _names(value: object) -> object:
    return tuple(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value


# A wrong kind would come out at the end of a run, after all its work.
Folder = Annotated[AbsolutePath, AfterValidator(_no_file)]
File = Annotated[AbsolutePath, AfterValidator(_no_folder)]

Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)]  # "8-K, 8-K/A"
HttpUrl = Annotated[str, Field(pattern=r"^https?://[^/]")]


def _beside(warehouse_path: Path, name: str) -> Path:
    return warehouse_path.with_name(f"{warehouse_path.stem}_{name}")


class Settings(BaseSettings):
    """Where filings come from, where warehouse and pages go; raises `pydantic.ValidationError` on a bad value."""

    model_config = SettingsConfigDict(env_ignore_empty=True, populate_by_name=True, alias_generator=str.upper)

    raw_dir: AbsolutePath = PROJECT_DIR / "data" / "raw"
    warehouse_path: File = PROJECT_DIR / "data" / "warehouse.duckdb"
    pages_dir: Folder = Field(default_factory=lambda given: _beside(given["warehouse_path"], "pages"))
    dagster_home: AbsolutePath = PROJECT_DIR / ".dagster"
    # Of the repository on its host, where the UI's code links lead; else to the files here.
    code_url: Annotated[str, Field(pattern="github|gitlab")] | None = None
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)  # processes on this machine
    dask_address: str | None = None  # of a scheduler whose workers read the filings instead
    filing_seconds: float = Field(default=60, gt=0)  # of the processor that reading one filing may take
    filing_memory: int = Field(default=2048, gt=0)  # megabytes that it may take
    dbt_memory: str = "2GB"  # that its queries may take; what needs more goes through the disk
    keep_runs: int = Field(default=100, ge=1)  # of Dagster's history: 5 MB each

    @property
    def build_path(self) -> Path:
        """The file that a run writes; `publish` copies it to `warehouse_path`."""
        return _beside(self.warehouse_path, "build.duckdb")

    @property
    def marts_dir(self) -> Path:
        """The marts as Parquet files, beside the warehouse."""
        return _beside(self.warehouse_path, "marts")


class EdgarSettings(BaseSettings):
    """How EDGAR is asked, for what, and as whom; raises `pydantic.ValidationError` on a bad value."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, populate_by_name=True, alias_generator=lambda name: f"EDGAR_{name.upper()}"
    )

    raw_dir: str = Field(default=str(PROJECT_DIR / "data" / "raw"), validation_alias="RAW_DIR")  # or s3://bucket/raw
    user_agent: str = Field(default="", validation_alias="SEC_USER_AGENT")  # "First Print you@example.com"
    url: HttpUrl = "https://www.sec.gov"  # indexes, filings, archives of days, the current feed
    data_url: HttpUrl = "https://data.sec.gov"  # a company's submissions
    rate: float = Field(default=8, gt=0, le=10)  # requests a second, of all processes of the machine together
    forms: Annotated[Names, Field(min_length=1)] = ("8-K", "8-K/A")  # others: 8-K405, 8-KT, 6-K
    watch: Names = ()  # tickers or CIKs whose filings are fetched as they come in
    state_dir: AbsolutePath = Path("~/.cache/first-print")  # what processes share: the rate, pauses, answers to compare
    block_seconds: float = Field(default=600, gt=0)  # how long EDGAR blocks whoever asks too fast
    timeout: float = Field(default=30, gt=0)  # seconds without a byte, after which a request is tried again

    @field_validator("raw_dir")
    @classmethod
    def _be_absolute(cls, raw_dir: str) -> str:
        return raw_dir if "://" in raw_dir else str(Path(raw_dir).expanduser().absolute())

    @field_validator("forms")
    @classmethod
    def _be_in_capitals(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(form.upper() for form in forms)


def what_is_wrong(error: ValidationError) -> str:
    """A line a setting: its variable and what is wrong with it."""
    # A default that could not be made follows from another fault.
    faults = [fault for fault in error.errors() if fault["type"] != "default_factory_not_called"]
    return "\n".join(f"{fault['loc'][0]}: {fault['msg'].removeprefix('Value error, ')}" for fault in faults)


def tell_dbt(build_path: Path, models_digest: str, memory: str) -> None:
    """Put what dbt has to know where it looks for it: into the environment of the processes started from here."""
    os.environ["BUILD_PATH"] = str(build_path)
    os.environ["MODELS_DIGEST"] = models_digest
    os.environ["DBT_MEMORY"] = memory
