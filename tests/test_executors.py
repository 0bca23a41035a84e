"""Filings are read in processes with limits, here and on a cluster: one that ends its process costs only itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pyarrow as pa
import pytest

from pipeline.executors import ClusterError, DaskWorkers, Workers, local_workers
from pipeline.isolated import Limits
from pipeline.parse import ParsedFile, Source, parse_many
from pipeline.settings import PROJECT_DIR
from tests.deadly import DeadlyFile, DeadlyOnce, eat, kill, loop
from tests.in_process import InProcess
from tests.warehouse.folder import release

LIMITS = Limits(seconds=1, memory=2**30)
DEADLY = {"loop.txt": (loop, "too_slow"), "kill.txt": (kill, "worker_died"), "eat.txt": (eat, "too_much_memory")}


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    """Releases, no two the same."""
    found = []
    for number in range(40):
        file = tmp_path / f"{number:02}.txt"
        file.write_text(release(f"${number + 100},000"))
        found.append(Source(file.name, file))
    return found


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A Dask scheduler and two workers, processes of their own on loopback; its address, and the workers."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT_DIR)}
    dask = str(Path(sys.executable).with_name("dask"))
    with ExitStack() as stack:

        def start(*arguments: str) -> "subprocess.Popen[bytes]":
            process = subprocess.Popen([dask, *arguments], env=environment, stderr=subprocess.PIPE, bufsize=0)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process

        scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        assert scheduler.stderr
        heard = (line.decode() for line in iter(scheduler.stderr.readline, b""))
        address = next(line.split()[-1] for line in heard if "Scheduler at" in line)
        workers = [
            start("worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
            for _ in range(2)
        ]
        yield address, workers


def by_path(parsed: list[ParsedFile]) -> dict[str, dict[str, list[dict[str, object]]]]:
    """All rows of each file, by table."""
    return {
        one.file.path: {"files": pa.Table.from_pylist([{"status": one.file.status}]).to_pylist()}
        | {name: table.to_pylist() for name, table in one.tables.items()}
        for one in parsed
    }


def read(sources: list[Source], workers: Workers) -> dict[str, dict[str, list[dict[str, object]]]]:
    with workers:
        return by_path(list(parse_many(sources, workers, in_flight=8)))


def check_deadly(rows: dict[str, dict[str, list[dict[str, object]]]], others: list[Source]) -> None:
    assert len(rows) == len(others) + len(DEADLY)
    for path, (_, code) in DEADLY.items():
        (issue,) = rows[path]["issues"]
        assert (rows[path]["files"][0]["status"], issue["code"]) == ("refused", code)
        assert len(str(issue["message"])) > 40
    refused = [rows[source.path]["issues"] for source in others if rows[source.path]["files"] != [{"status": "parsed"}]]
    assert refused == []


def with_deadly(sources: list[Source]) -> list[Source]:
    deadly = [Source(path, DeadlyFile(act)) for path, (act, _) in DEADLY.items()]  # type: ignore[arg-type]
    return [*sources[:3], *deadly, *sources[3:]]


@pytest.mark.parametrize("processes", [1, 2])
def test_filing_that_ends_its_process_is_refused_and_the_others_are_read(sources: list[Source], processes: int) -> None:
    rows = read(with_deadly(sources[:10]), local_workers(100, processes, LIMITS))
    check_deadly(rows, sources[:10])


def test_process_killed_in_the_middle_costs_nothing_but_time(sources: list[Source], tmp_path: Path) -> None:
    once = Source(sources[5].path, DeadlyOnce(kill, tmp_path / "killed", tmp_path / sources[5].path))  # type: ignore[arg-type]
    rows = read([*sources[:5], once, *sources[6:]], local_workers(100, 2, LIMITS))
    assert rows == read(sources, InProcess())
    assert (tmp_path / "killed").exists()


def test_few_files_take_few_processes() -> None:
    for jobs, slots in ((0, 1), (16, 1), (17, 2), (1000, 8)):
        with local_workers(jobs, 8, LIMITS) as workers:
            assert workers.slots == slots


KILLED_RUN = """
import os, signal
from pipeline.executors import local_workers
from pipeline.isolated import Limits
workers = local_workers(100, 2, Limits(60, 2**30))
print(*{future.result() for future in [workers.submit(os.getpid) for _ in range(20)]}, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_with_a_killed_run(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", KILLED_RUN], cwd=PROJECT_DIR, capture_output=True, text=True, check=False
    )
    processes = [int(pid) for pid in run.stdout.split()]
    assert run.returncode == -signal.SIGKILL
    assert processes
    deadline = time.monotonic() + 10
    while any(psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE for pid in processes):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_cluster_gives_the_same_rows_and_isolates_what_ends_its_process(
    sources: list[Source], cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    address, _ = cluster
    rows = read(with_deadly(sources[:20]), DaskWorkers(address, LIMITS))
    check_deadly(rows, sources[:20])
    assert {path: found for path, found in rows.items() if path not in DEADLY} == read(sources[:20], InProcess())


def test_cluster_goes_on_without_a_killed_worker(
    sources: list[Source], cluster: tuple[str, list["subprocess.Popen[bytes]"]]
) -> None:
    address, processes = cluster
    with DaskWorkers(address, LIMITS) as workers:
        results = parse_many(sources, workers, in_flight=20)
        parsed = [next(results) for _ in range(4)]
        processes[0].kill()
        parsed += results
    assert by_path(parsed) == read(sources, InProcess())


def test_no_cluster_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from dask import config

    with config.set({"distributed.comm.timeouts.connect": 0.1}), pytest.raises(ClusterError, match="No Dask scheduler"):
        DaskWorkers("tcp://127.0.0.1:1", LIMITS)
