"""Schedule and sensors for an hour against a replica of EDGAR, while filings arrive: what grows?

    python -m benchmarks.soak [--minutes 60] [--every 5]

Looked at each minute: memory and open files of the daemon, the web server and the code servers; disk of Dagster's
history, of dbt's artifacts and of the build file. In the end every filing that arrived must be published, once.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dagster as dg
import duckdb
import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.scale import Folder, size_of
from pipeline.edgar.listing import may_hold_a_release
from pipeline.settings import DBT_PROJECT_DIR, PROJECT_DIR
from tests.edgar.replica import running
from tests.edgar.replica.process import Running

LOCATION = "benchmarks.soak_location"
ROLES = {"daemon": "dagster._daemon", "web server": "dagster_webserver", "code server": "dagster api grpc"}
KEEP_RUNS = 10
SHOWN = 8  # looks in the table, evenly spaced


@dataclass(frozen=True, slots=True)
class Look:
    """Megabytes and open files by role, megabytes on disk by place, at a minute; runs that are kept."""

    minute: float
    memory: dict[str, float]
    files: dict[str, int]
    disk: dict[str, float]
    runs: int
    published: int


def environment(folder: Folder, edgar: Running) -> dict[str, str]:
    watch = sorted({str(cik) for filing in edgar.filings for cik in filing["ciks"]})
    return {
        **folder.environment,
        "EDGAR_DATA_URL": edgar.data_url,
        "EDGAR_STATE_DIR": str(folder.folder / "state"),
        "EDGAR_URL": edgar.www_url,
        "EDGAR_WATCH": ",".join(watch),
        "KEEP_RUNS": str(KEEP_RUNS),
        "SEC_USER_AGENT": "First Print bench@example.com",
    }


@contextmanager
def dagster_dev(variables: dict[str, str], log: Path) -> Iterator[psutil.Process]:
    """Daemon, web server and code servers, with every schedule and sensor switched on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [str(Path(sys.executable).with_name("dagster"))]
    for kind in ("schedule", "sensor"):
        switch_on = [*command, kind, "start", "--start-all", "--module-name", LOCATION]
        done = subprocess.run(switch_on, cwd=PROJECT_DIR, env=variables, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
    with log.open("w") as written:
        server = subprocess.Popen(
            [*command, "dev", "--module-name", LOCATION, "--port", port],
            cwd=PROJECT_DIR, env=variables, stdout=written, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        yield psutil.Process(server.pid)
    finally:
        os.killpg(server.pid, signal.SIGKILL)


def is_wanted(filing: dict[str, Any]) -> bool:
    """Whether it is a current report that is fetched by its items."""
    day = date.fromisoformat(filing["filed_on"])
    return filing["form"].startswith("8-K") and may_hold_a_release(filing["items"], day)


def megabytes(place: Path) -> float:
    return size_of(place) / 2**20 if place.exists() else 0.0


def published(warehouse_path: Path) -> list[str]:
    if not warehouse_path.exists():
        return []
    with duckdb.connect(str(warehouse_path), read_only=True) as connection:
        return [row[0] for row in connection.execute("select filing_id from raw.filings").fetchall()]


def look(server: psutil.Process, folder: Folder, begun: float) -> Look:
    memory: dict[str, float] = dict.fromkeys(ROLES, 0.0)
    files: dict[str, int] = dict.fromkeys(ROLES, 0)
    for process in server.children(recursive=True):
        try:
            command = " ".join(process.cmdline())
            for role, words in ROLES.items():
                if words in command:
                    memory[role] = max(memory[role], process.memory_info().rss / 2**20)
                    files[role] = max(files[role], process.num_fds())
        except psutil.Error:  # ended meanwhile
            continue
    disk = {
        "history": megabytes(folder.folder / "history") + megabytes(folder.folder / "storage"),
        "dbt": megabytes(DBT_PROJECT_DIR / "target"),
        "build file": megabytes(folder.settings.build_path),
    }
    with dg.DagsterInstance.from_config(str(folder.folder)) as instance:
        runs = instance.get_runs_count()
    return Look(
        (time.monotonic() - begun) / 60, memory, files, disk, runs, len(published(folder.settings.warehouse_path))
    )


def shown(looks: list[Look]) -> Table:
    table = Table(
        "minute", "MB daemon / web / code", "open files", "MB history / dbt / build file", "runs kept", "filings"
    )
    for each in looks[:: max(1, len(looks) // SHOWN)] + looks[-1:]:
        table.add_row(
            f"{each.minute:.0f}",
            " / ".join(f"{value:.0f}" for value in each.memory.values()),
            " / ".join(map(str, each.files.values())),
            " / ".join(f"{value:.0f}" for value in each.disk.values()),
            str(each.runs),
            str(each.published),
        )
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--every", type=float, default=5)
    arguments = parser.parse_args()
    today = date.today()
    with (
        TemporaryDirectory() as name,
        running(today - timedelta(days=3), today, 20, (), "--block-seconds=5") as edgar,
    ):
        folder = Folder(Path(name))
        looks: list[Look] = []
        begun = time.monotonic()
        with dagster_dev(environment(folder, edgar), Path(name) / "dagster.log") as server:
            while time.monotonic() - begun < 60 * arguments.minutes:
                until = time.monotonic() + 60
                while time.monotonic() < until:
                    edgar.arrive()
                    time.sleep(arguments.every)
                looks.append(look(server, folder, begun))
                print(looks[-1], flush=True)
            expected = {filing["accession_number"] for filing in edgar.filings if is_wanted(filing)}
            patience = time.monotonic() + 900
            while (
                missing := expected - set(published(folder.settings.warehouse_path))
            ) and time.monotonic() < patience:
                time.sleep(10)
            looks.append(look(server, folder, begun))
        found = published(folder.settings.warehouse_path)
        Console(width=160).print(shown(looks))
        twice = len(found) - len(set(found))
        print(f"{len(expected):,} current reports that are wanted: {len(missing):,} missing, {twice} twice.")


if __name__ == "__main__":
    main()
