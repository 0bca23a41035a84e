"""Raw tables in the build file, the published file and its marts as Parquet: a run holds `run_lock` around them all."""

from pipeline.warehouse.build_file import WarehouseError, run_lock
from pipeline.warehouse.discover import discover
from pipeline.warehouse.load import LoadSummary, load
from pipeline.warehouse.parquet import export_marts
from pipeline.warehouse.publish import Published, publish
from pipeline.warehouse.scratch import attach_scratch, remove_scratch

__all__ = [
    "LoadSummary",
    "Published",
    "WarehouseError",
    "attach_scratch",
    "discover",
    "export_marts",
    "load",
    "publish",
    "remove_scratch",
    "run_lock",
]
