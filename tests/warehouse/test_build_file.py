"""One run at a time writes the build file, and a run that meets another says what to do."""

import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from pipeline.warehouse import WarehouseError, run_lock
from pipeline.warehouse.build_file import connect

HOLD = """
import sys, time
from pathlib import Path
from pipeline.warehouse.build_file import connect, run_lock
with {hold}(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(hold: str, path: Path, seconds: float) -> subprocess.Popen[str]:
    """Another process that holds the build file."""
    command = [sys.executable, "-c", HOLD.format(hold=hold), str(path), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_second_run_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "w_build.duckdb"
    with holder("run_lock", path, 1.0) as other, run_lock(path, patience=20):
        assert other.wait(5) == 0


def test_second_run_gives_up_with_a_message(tmp_path: Path) -> None:
    path = tmp_path / "w_build.duckdb"
    with holder("run_lock", path, 60) as other:
        with pytest.raises(WarehouseError, match=r"w_build.duckdb .* WAREHOUSE_PATH of its own"), run_lock(path, 0.3):
            pass
        other.kill()
    with run_lock(path, 5):  # the kernel has freed it
        pass


def test_connect_waits_and_gives_up_likewise(tmp_path: Path) -> None:
    path = tmp_path / "w_build.duckdb"
    with holder("connect", path, 60) as other:
        started = time.monotonic()
        with pytest.raises(WarehouseError, match="Another run"):
            connect(path, patience=0.5)
        assert time.monotonic() - started >= 0.5
        other.kill()
    connect(path, patience=5).close()


def test_file_that_is_no_database_is_told_from_a_busy_one(tmp_path: Path) -> None:
    path = tmp_path / "w_build.duckdb"
    path.write_bytes(b"this is no database " * 1000)
    with pytest.raises(WarehouseError, match="delete it and run again"):
        connect(path)


def test_what_a_killed_writer_committed_is_there(tmp_path: Path) -> None:
    path = tmp_path / "w_build.duckdb"
    script = "import duckdb,os,sys; c=duckdb.connect(sys.argv[1]); c.execute('create table t as select 1'); os._exit(9)"
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    with connect(path) as connection:
        assert connection.execute("from t").fetchall() == [(1,)]
    assert duckdb.connect(str(path), read_only=True).execute("from t").fetchall() == [(1,)]
