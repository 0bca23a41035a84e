"""When the job runs: on demand, daily, or when files in RAW_DIR are new or changed."""

import hashlib
from pathlib import Path

import dagster as dg

from pipeline.assets.edgar import GROUP
from pipeline.assets.resources import Warehouse
from pipeline.warehouse import discover

first_print = dg.define_asset_job(
    "first_print",
    selection=dg.AssetSelection.all() - dg.AssetSelection.groups(GROUP),
    description="From the filings in RAW_DIR to the published warehouse; only what is new or changed is read.",
)

daily = dg.ScheduleDefinition(
    name="daily",
    job=first_print,
    cron_schedule="30 5 * * *",
    execution_timezone="America/New_York",
    description="Each morning, after EDGAR has closed (22:00 New York) and before the market opens.",
)


def folder_digest(raw_dir: Path) -> str:
    """A digest of names, sizes and times of change: another one means that a file is new, changed or gone."""
    digest = hashlib.sha256()
    for source in discover(raw_dir).sources:
        status = source.file.stat()
        digest.update(f"{source.path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@dg.sensor(
    job=first_print,
    minimum_interval_seconds=60,
    description="Starts first_print when files in RAW_DIR are new, changed or gone.",
)
def new_filings(context: dg.SensorEvaluationContext, warehouse: dg.ResourceParam[Warehouse]) -> dg.SensorResult:
    raw_dir = Path(warehouse.raw_dir)
    if not raw_dir.is_dir():
        return dg.SensorResult(skip_reason=f"RAW_DIR {raw_dir} is no folder.")
    digest = folder_digest(raw_dir)
    if digest == context.cursor:
        return dg.SensorResult(skip_reason="Nothing in RAW_DIR is new, changed or gone.")
    return dg.SensorResult([dg.RunRequest(run_key=digest)], cursor=digest)
