"""What dbt costs as the warehouse grows: a full refresh, and an increment of one filing, at 1x, 10x and 100x.

    python -m benchmarks.growth BUILD_FILE [--times 1 10 100]

The raw tables of a build file are copied with new keys (filings, paths, companies of their own); then `dbt build` runs
over all, and again with one filing more. Prints processor time, which does not count what else the machine does, wall
time, and the most memory that dbt held.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from rich.console import Console
from rich.table import Table

from pipeline.records import RECORDS
from pipeline.settings import DBT_PROJECT_DIR

TIMES = (1, 10, 100)


@dataclass(frozen=True, slots=True)
class Cost:
    """One `dbt build`: seconds of processor and of wall time, most memory in bytes, its slowest nodes by name."""

    processor_seconds: float
    seconds: float
    memory: int
    slowest: list[tuple[str, float]]


def copy_raw(source: Path, target: Path, copies: range, only: str | None = None) -> None:
    """Copies of all filings of `source` (or of one) into `target`, the keys of filings and registrants new in each."""
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"attach '{source}' as source (read_only)")
        connection.execute("create schema if not exists raw")
        for record in RECORDS:
            columns = [row[0] for row in connection.execute(f"describe source.raw.{record.TABLE}").fetchall()]
            renamed = {
                "filing_id": "filing_id || '-' || copy",
                "path": "path || '-' || copy",
                "cik": "cik + 10000000 * copy",
                "company": "company || ' ' || copy",
                "file_number": "file_number || '-' || copy",
            }
            select = ", ".join(f"{renamed[name]} as {name}" if name in renamed else name for name in columns)
            copied = f"""
                select {select} from source.raw.{record.TABLE}, range({copies.start}, {copies.stop}) as copies(copy)
                where {"true" if only is None else f"filing_id = '{only}'"}
            """
            connection.execute(
                f"create table if not exists raw.{record.TABLE} as from source.raw.{record.TABLE} limit 0"
            )
            connection.execute(f"insert into raw.{record.TABLE} {copied}")


def dbt_build(build_file: Path, folder: Path) -> Cost:
    """Run `dbt build` as a process of its own; raises `CalledProcessError` where it fails."""
    dbt = str(Path(sys.executable).with_name("dbt"))
    arguments = [
        "--project-dir",
        DBT_PROJECT_DIR,
        "--profiles-dir",
        DBT_PROJECT_DIR,
        "--target-path",
        folder / "target",
    ]
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
        "usage = resource.getrusage(resource.RUSAGE_CHILDREN); print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)"
    )
    command = [dbt, "--no-use-colors", "build", *map(str, arguments), "--log-path", str(folder / "logs")]
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        env={**os.environ, "BUILD_PATH": str(build_file)},
        check=True,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - begun
    results = json.loads((folder / "target" / "run_results.json").read_text())["results"]
    nodes = sorted(((r["unique_id"], r["execution_time"]) for r in results), key=lambda node: -node[1])
    processor_seconds, kilobytes = done.stdout.split()
    return Cost(float(processor_seconds), seconds, int(kilobytes) * 1024, nodes[:8])


def measure(source: Path, times: int) -> Iterator[tuple[str, Cost]]:
    """A full refresh over so many copies, then an increment of one filing."""
    with TemporaryDirectory(prefix="growth-") as folder:
        build_file = Path(folder) / "growth.duckdb"
        copy_raw(source, build_file, range(times))
        yield "full refresh", dbt_build(build_file, Path(folder))
        with duckdb.connect(str(source), read_only=True) as connection:
            one = connection.execute(
                "select filing_id from marts.fct_income group by 1 order by count(*), 1"
            ).fetchall()
        copy_raw(source, build_file, range(times, times + 1), only=one[len(one) // 2][0])
        yield "increment of one filing", dbt_build(build_file, Path(folder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("build_file", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=TIMES)
    arguments = parser.parse_args()
    table = Table("copies", "what", "processor", "wall", "memory", "slowest")
    for times in arguments.times:
        for what, cost in measure(arguments.build_file, times):
            slowest = ", ".join(f"{name.split('.')[2]} {seconds:.1f}" for name, seconds in cost.slowest)
            times_spent = (f"{cost.processor_seconds:.1f} s", f"{cost.seconds:.1f} s")
            table.add_row(f"{times} x", what, *times_spent, f"{cost.memory / 1e9:.2f} GB", slowest)
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
