"""A small RAW_DIR and a warehouse beside it."""

from pathlib import Path

import duckdb

from pipeline.executors import local_workers
from pipeline.isolated import Limits
from pipeline.records import RECORDS
from pipeline.warehouse import LoadSummary, load
from tests.in_process import InProcess

RELEASE = """
INVENTED INSTRUMENTS INC. REPORTS FIRST QUARTER RESULTS

(in thousands)                            March 31,
                                    2003            2002
                                    ----            ----
Net sales                         {sales}         $ 900
Cost of sales                         400             380
                                    -----           -----
Gross profit                          600             520
Net income                          $  70           $  50
"""


def release(sales: str = "$1,000") -> str:
    """A page whose content changes with its sales."""
    return RELEASE.format(sales=sales)


class Warehouse:
    """RAW_DIR and the build file of one test."""

    def __init__(self, folder: Path) -> None:
        self.raw_dir = folder / "raw"
        self.raw_dir.mkdir()
        self.build_path = folder / "warehouse_build.duckdb"
        self.warehouse_path = folder / "warehouse.duckdb"

    def write(self, path: str, content: str | bytes = RELEASE) -> Path:
        file = self.raw_dir / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def load(self, workers: int = 1) -> LoadSummary:
        limits = Limits(60, 2 * 2**30)
        make_workers = InProcess if workers == 1 else lambda files: local_workers(files, workers, limits)
        return load(self.build_path, self.raw_dir, make_workers)

    def query(self, sql: str) -> list[tuple[object, ...]]:
        with duckdb.connect(str(self.build_path), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every raw table, in an order that does not depend on how it came there."""
        return {record.TABLE: sorted(self.query(f"from raw.{record.TABLE}"), key=repr) for record in RECORDS}
