"""What fetching is worth: a month's backfill from a replica of EDGAR, first with every fault, then with none.

    python -m benchmarks.edgar [--filings 2000 --processes 4 --share 0.05]

With faults: several processes fetch the same month at once, are killed twice on the way and started again. Nothing may
be lost, nothing may come twice but what a killed process had under way, no second may have more than ten requests.
Without: one process; what rate it reaches, and what it costs.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from rich.console import Console
from rich.table import Table

from pipeline.edgar.transfer import THREADS
from tests.edgar.replica import generate, running
from tests.edgar.replica.envelope import submission
from tests.edgar.replica.ledger import Ledger
from tests.edgar.replica.process import Running

FIRST, LAST = date(2003, 7, 1), date(2003, 7, 31)
KINDS = (  # the first that hits is shown, and what is missing is missing for good
    "missing", "block", "block_429", "too_many", "server_error", "unavailable", "reset", "slow", "truncated", "short",
    "truncated_gzip", "html", "other_filing", "redirect",
)  # fmt: skip
KILLS = 2
SETTLED = 0.1  # share of the filings, after which memory is compared with that at the end
MOST_A_SECOND = 10


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of wall and processor, and bytes of memory once it had settled and at the end."""

    seconds: float
    cpu_seconds: float
    settled: int
    at_the_end: int


def start(edgar: Running, raw_dir: Path) -> psutil.Popen:
    """A fetch of the month as people start it, at the default rate."""
    environment = {
        "SEC_USER_AGENT": "First Print bench@example.com",
        "EDGAR_URL": edgar.www_url,
        "EDGAR_DATA_URL": edgar.data_url,
        "EDGAR_STATE_DIR": str(raw_dir.parent / "state"),
        "EDGAR_BLOCK_SECONDS": "0.5",
        "EDGAR_TIMEOUT": "3",
        "RAW_DIR": str(raw_dir),
    }
    return psutil.Popen(
        [sys.executable, "-m", "pipeline.edgar", "--from", f"{FIRST}", "--to", f"{LAST}"],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def stored(raw_dir: Path) -> list[Path]:
    """The filings that are stored."""
    return list((raw_dir / "edgar").rglob("*.txt.gz"))


def backfill(raw_dir: Path, count: int, processes: int, share: float) -> Ledger:
    """The requests of a backfill with faults, killed `KILLS` times."""
    chance = random.Random(2003)
    faults = tuple(f"{kind}:{share}" for kind in KINDS)
    with running(FIRST, LAST, count, faults, "--rate-limit=0") as edgar:
        for kill in range(KILLS + 1):
            under_way = [start(edgar, raw_dir) for _ in range(processes)]
            until = count * (kill + chance.random()) / (KILLS + 1)
            while kill < KILLS and len(stored(raw_dir)) < until:
                time.sleep(0.2)
            for process in under_way:
                if kill < KILLS:
                    process.kill()
                process.wait()
        return edgar.requests


def at_the_limit(raw_dir: Path, count: int) -> tuple[Ledger, Cost]:
    """The requests of a backfill without faults by one process, and what that cost."""
    with running(FIRST, LAST, count, (), f"--rate-limit={MOST_A_SECOND}") as edgar:
        started = time.monotonic()
        process = start(edgar, raw_dir)
        settled = memory = 0
        cpu = 0.0
        while process.poll() is None:
            with process.oneshot():
                times, memory = process.cpu_times(), process.memory_info().rss or memory
            cpu = max(cpu, times.user + times.system)
            if not settled and len(stored(raw_dir)) >= SETTLED * count:
                settled = memory
            time.sleep(0.5)
        return edgar.requests, Cost(time.monotonic() - started, cpu, settled, memory)


def findings(raw_dir: Path, requests: Ledger, count: int, processes: int) -> list[tuple[str, str, bool]]:
    """What the backfill came to, in words, and whether it is as it must be."""
    missing = {request.accession_number for request in requests if request.fault == "missing"}
    filed = {
        filing.accession_number: submission(filing).encode("latin-1")
        for filing in generate(FIRST, LAST, count)
        if filing.form in ("8-K", "8-K/A") and filing.accession_number not in missing
    }
    held = {file.name.removesuffix(".txt.gz"): gzip.decompress(file.read_bytes()) for file in stored(raw_dir)}
    twice = sum(requests.bodies.values()) - len(requests.bodies)
    busiest = requests.busiest()
    elsewhere = sum(request.host == "elsewhere" for request in requests)
    same = sum(filed.get(number) == text for number, text in held.items())
    killed = KILLS * processes
    return [
        ("filings there, and stored byte for byte", f"{len(filed):,}, {same:,}", held == filed),
        ("filings listed that are missing", f"{len(missing):,}", True),
        ("requests, answered with a fault", f"{len(requests):,}, {sum(requests.by_fault.values()):,}", True),
        (f"texts that came twice, of {killed} killed processes", f"{twice}", twice <= killed * THREADS),
        ("most requests in any second", f"{busiest}", busiest <= MOST_A_SECOND),
        ("requests to other hosts", f"{elsewhere}", elsewhere == 0),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--filings", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--share", type=float, default=0.05, help="of each fault")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        raw_dir = Path(folder) / "faults" / "raw"
        requests = backfill(raw_dir, given.filings, given.processes, given.share)
        found = findings(raw_dir, requests, given.filings, given.processes)
        calm, cost = at_the_limit(Path(folder) / "calm" / "raw", given.filings)
    busiest, growth = calm.busiest(), cost.at_the_end / cost.settled - 1
    found += [
        ("one process, no faults: requests a second", f"{calm.a_second():.2f}", True),
        ("most requests in any second", f"{busiest}", busiest <= MOST_A_SECOND),
        ("share of a processor", f"{cost.cpu_seconds / cost.seconds:.1%}", True),
        ("memory at a tenth, at the end", f"{cost.settled / 1e6:.0f} MB, {cost.at_the_end / 1e6:.0f} MB", growth < 0.2),
    ]
    table = Table("finding", "value", "", title=f"{given.filings:,} filings, {given.share:.0%} of each fault")
    for words, value, is_right in found:
        table.add_row(words, value, "" if is_right else "WRONG")
    Console().print(table)
    return 0 if all(is_right for *_, is_right in found) else 1


if __name__ == "__main__":
    sys.exit(main())
