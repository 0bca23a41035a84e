"""Raw tables in the build file, and the published file: `load` and `publish`, a run holding `run_lock` around both."""

from pipeline.warehouse.build_file import WarehouseError, run_lock
from pipeline.warehouse.discover import discover
from pipeline.warehouse.load import LoadSummary, load
from pipeline.warehouse.publish import Published, publish

__all__ = ["LoadSummary", "Published", "WarehouseError", "discover", "load", "publish", "run_lock"]
