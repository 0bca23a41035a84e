"""Runs of the whole pipeline in processes of their own, as `make run` starts them, on a small RAW_DIR."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipeline.dagster_home import make_ready
from pipeline.settings import PROJECT_DIR

FETCHED = shutil.ignore_patterns("edgar")  # what `make fetch` adds to data/raw is no sample

PAGE = """                                                                    Exhibit 99.1
INVENTED INSTRUMENTS {number} INC. REPORTS SECOND QUARTER RESULTS

BOSTON, July 23, 2003 -- Invented Instruments {number} Inc. today announced results for the quarter ended June 30, 2003.
Management expects revenue to be $1.1 million to $1.3 million in the third quarter 2003.

                        INVENTED INSTRUMENTS {number} INC.
                  CONSOLIDATED STATEMENTS OF INCOME (UNAUDITED)
                    (in thousands, except per share amounts)

                                              Three Months Ended
                                                   June 30,
                                             2003            2002
                                           -------         -------
Sales                                      ${sales:>6}         $   900
Cost of sales                                  400             380
                                           -------         -------
Gross profit                                   600             520
Operating expenses                             500             450
                                           -------         -------
Net income                                 $   100         $    70
                                           =======         =======
Basic earnings per share                   $   .10         $   .07
                                           =======         =======
"""

# Processes of their own: one that holds a file is given the same again, whatever stands at its path by then.
HOLD = """
import os, sys, time, duckdb
held = duckdb.connect(sys.argv[1], read_only=True)
before = held.execute("from raw.files order by path").fetchall()
while not os.path.exists(sys.argv[2]):
    assert held.execute("from raw.files order by path").fetchall() == before
    time.sleep(0.2)
"""
OPEN = """
import os, sys, time, duckdb
opened = 0
while not os.path.exists(sys.argv[2]):
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        files, = connection.execute("select count(*) from raw.filings").fetchone()
        modelled, = connection.execute("select count(*) from marts.dim_filing").fetchone()
        assert files == modelled, (files, modelled)
    opened += 1
    time.sleep(0.2)  # leaves the cores to the runs
print(opened)
"""
OPENED = 20  # times at least, while a run publishes


class Run:
    """RAW_DIR, warehouse and Dagster instance of one test."""

    def __init__(self, folder: Path) -> None:
        self.raw_dir = folder / "raw"
        self.warehouse_path = folder / "warehouse.duckdb"
        self.build_path = folder / "warehouse_build.duckdb"
        self.marts_dir = folder / "warehouse_marts"
        self.pages_dir = folder / "warehouse_pages"
        self.home = folder / "dagster"
        self.seconds = 0.0  # that the last complete run took
        self.raw_dir.mkdir(parents=True, exist_ok=True)
        make_ready(self.home)

    def write(self, number: int, sales: str = "1,000") -> Path:
        """A release of an invented company, its sales in thousands."""
        file = self.raw_dir / f"{number:02}.txt"
        file.write_text(PAGE.format(number=number, sales=sales))
        return file

    def start(self) -> "subprocess.Popen[str]":
        """`python -m pipeline`, under way."""
        return subprocess.Popen(
            [sys.executable, "-m", "pipeline"],
            cwd=PROJECT_DIR,
            env={
                **os.environ,
                "RAW_DIR": str(self.raw_dir),
                "WAREHOUSE_PATH": str(self.warehouse_path),
                "DAGSTER_HOME": str(self.home),
                "WORKERS": "2",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def complete(self) -> str:
        """Run to the end; what it printed."""
        started = time.monotonic()
        process = self.start()
        output, _ = process.communicate(timeout=600)
        assert process.returncode == 0, output
        self.seconds = time.monotonic() - started
        return output

    @contextmanager
    def being_read(self) -> Iterator[None]:
        """One process holds the published file, another opens it again and again: neither may meet an error, or a file
        that is not whole."""
        done = self.home / "done"
        done.unlink(missing_ok=True)
        readers = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(self.warehouse_path), str(done)],
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for script in (HOLD, OPEN)
        ]
        try:
            yield
        finally:
            done.touch()
            outputs = [reader.communicate(timeout=30)[0] for reader in readers]
        assert [reader.returncode for reader in readers] == [0, 0], outputs
        assert int(outputs[1]) > OPENED

    def query(self, sql: str) -> list[tuple[object, ...]]:
        """Rows of the published warehouse."""
        with duckdb.connect(str(self.warehouse_path), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every published table."""
        tables = self.query("select schema_name || '.' || table_name from duckdb_tables()")
        return {str(table): sorted(self.query(f"from {table}"), key=repr) for (table,) in tables}


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
