"""The whole job over filings by the thousand, and over some more on top: time, memory and disk of each step.

    python -m benchmarks.scale FOLDER [--sizes 1000 10000 100000] [--more 1000]

Filings are generated (benchmarks/generated.py) into FOLDER and read by one run. What was measured is kept beside them,
so that a stopped measurement goes on. Times are of the clock; beside them the processor time of the run and all its
processes, which holds on a busy machine too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import dagster as dg
import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.generated import write
from pipeline.dagster_home import make_ready
from pipeline.executors import local_workers
from pipeline.isolated import Limits
from pipeline.parse import Source, parse_many
from pipeline.settings import PROJECT_DIR, Settings

SIZES = (1_000, 10_000, 100_000)
MORE = 1_000
POLL = 0.5  # seconds between two looks at the processes
STEPS = {"raw_filings": "load", "dbt_models": "dbt", "published_warehouse": "publish", "marts_as_parquet": "Parquet",
         "pages": "pages"}  # fmt: skip
PARTS = ("run", "reader", "dbt")
LIMITS = Limits(60, 2 * 2**30)


@dataclass(slots=True)
class Cost:
    """One run: seconds by step and in all; seconds of processors, and most bytes of a process, by its part in it."""

    seconds: dict[str, float] = field(default_factory=dict)
    total: float = 0.0
    processor: dict[str, float] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    disk: dict[str, int] = field(default_factory=dict)


class Folder:
    """RAW_DIR, warehouse and Dagster instance of one size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.raw_dir = folder / "raw"
        self.settings = Settings(raw_dir=self.raw_dir, warehouse_path=folder / "warehouse.duckdb", dagster_home=folder)
        self.raw_dir.mkdir(parents=True, exist_ok=True)
        make_ready(folder)

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a process that runs here."""
        return {
            **os.environ,
            "RAW_DIR": str(self.raw_dir),
            "WAREHOUSE_PATH": str(self.settings.warehouse_path),
            "DAGSTER_HOME": str(self.folder),
        }

    def start(self) -> subprocess.Popen[str]:
        """`python -m pipeline`, under way."""
        command = [sys.executable, "-m", "pipeline"]
        return subprocess.Popen(
            command, cwd=PROJECT_DIR, env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def measure(self) -> Cost:
        """Run to the end; raises `RuntimeError` where the run fails."""
        begun = time.monotonic()
        process = self.start()
        cost = watch(process)
        output, _ = process.communicate()
        if process.returncode:
            raise RuntimeError(output)
        cost.total = time.monotonic() - begun
        cost.seconds = self._steps()
        cost.disk = self._disk()
        return cost

    def grow(self, numbers: range) -> Cost:
        """Generate these filings and run; what was measured before is taken from the folder."""
        measured = self.folder / f"{numbers.start}-{numbers.stop}.json"
        if not measured.exists():
            write(self.raw_dir, numbers)
            measured.write_text(json.dumps(asdict(self.measure())))
        return Cost(**json.loads(measured.read_text()))

    def _steps(self) -> dict[str, float]:
        with dg.DagsterInstance.from_config(str(self.folder)) as instance:
            (run,) = instance.get_runs(limit=1)
            stats = instance.get_run_step_stats(run.run_id)
        return {STEPS[s.step_key]: (s.end_time or 0) - (s.start_time or 0) for s in stats if s.step_key in STEPS}

    def _disk(self) -> dict[str, int]:
        """Bytes of the filings and of what is made of them."""
        settings = self.settings
        places = {"filings": self.raw_dir, "build file": settings.build_path, "published": settings.warehouse_path,
                  "Parquet": settings.marts_dir, "pages": settings.pages_dir}  # fmt: skip
        return {name: size_of(place) for name, place in places.items()}


def size_of(place: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    return sum(file.stat().st_size for file in _files(place))


def _files(place: Path) -> Iterator[Path]:
    return (file for file in place.rglob("*") if file.is_file()) if place.is_dir() else iter([place])


def _part(command: list[str]) -> str:
    if "pipeline.isolated" in command:
        return "reader"
    return "dbt" if any(argument.endswith("/dbt") for argument in command) else "run"


def watch(process: subprocess.Popen[str]) -> Cost:
    """Look at a run and its processes until it has ended."""
    cost = Cost()
    spent: dict[tuple[str, int], float] = {}
    root = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            for each in (root, *root.children(recursive=True)):
                with each.oneshot():
                    part = _part(each.cmdline())
                    cost.memory[part] = max(cost.memory.get(part, 0), each.memory_info().rss)
                    spent[part, each.pid] = sum(each.cpu_times()[:2])
        except psutil.Error:  # ended meanwhile
            pass
        time.sleep(POLL)
    cost.processor = {part: sum(seconds for (of, _), seconds in spent.items() if of == part) for part in PARTS}
    return cost


def speed_up(folder: Folder, files: int = 600) -> float:
    """How many times as fast two processes parse as one: the better of two goes of each, one after the other."""
    sources = [Source(file.name, file) for file in sorted(_files(folder.raw_dir))[:files]]
    best = {1: float("inf"), 2: float("inf")}
    for _ in range(2):
        for processes in best:
            begun = time.perf_counter()
            with local_workers(len(sources), processes, LIMITS) as workers:
                for _parsed in parse_many(sources, workers, 32 * processes):
                    pass
            best[processes] = min(best[processes], time.perf_counter() - begun)
    return best[1] / best[2]


def add_row(table: Table, what: str, filings: int, cost: Cost) -> None:
    steps = (f"{cost.seconds.get(step, 0):,.0f}" for step in STEPS.values())
    processor = sum(cost.processor.values())
    memory = " / ".join(f"{cost.memory.get(part, 0) / 2**20:,.0f}" for part in PARTS)
    sizes = " / ".join(f"{size / 2**20:,.0f}" for size in cost.disk.values())
    rates = f"{filings / cost.total:,.1f}", f"{1000 * processor / filings:,.0f}"
    table.add_row(what, f"{cost.total:,.0f}", *steps, f"{processor:,.0f}", *rates, memory, sizes)
    Console(width=200).print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--more", type=int, default=MORE)
    arguments = parser.parse_args()
    table = Table(
        "filings", "seconds", *STEPS.values(), "processor", "a second", "ms each", "MB run / reader / dbt",
        "MB filings / build / published / Parquet / pages",
    )  # fmt: skip
    for size in arguments.sizes:
        folder = Folder(arguments.folder.absolute() / str(size))
        add_row(table, f"{size:,}", size, folder.grow(range(size)))
        add_row(table, f"+ {arguments.more:,}", arguments.more, folder.grow(range(size, size + arguments.more)))
    print(f"Two processes parse {speed_up(folder):.2f} times as fast as one.")


if __name__ == "__main__":
    main()
