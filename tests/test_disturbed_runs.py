"""Runs that are read, interrupted and killed: the published file is always whole, and the next run goes on."""

import hashlib
import random
import subprocess
import sys
import time

from tests.running import Run, digest

PUBLISHED = 2  # runs, while a reader reads
KILLS = 6  # `make bench-faults` has more
SEED = 2003

READ = """
import os, sys, time, duckdb
held = duckdb.connect(sys.argv[1], read_only=True)
before = held.execute("from raw.files order by path").fetchall()
reads = 0
while not os.path.exists(sys.argv[2]):
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        files, = connection.execute("select count(*) from raw.filings").fetchone()
        modelled, = connection.execute("select count(*) from marts.dim_filing").fetchone()
        assert files == modelled, (files, modelled)
    assert held.execute("from raw.files order by path").fetchall() == before
    reads += 1
    time.sleep(0.05)  # leaves the cores to the runs
print(reads)
"""


def test_readers_never_meet_an_error_while_runs_publish(published: Run) -> None:
    done = published.home / "done"
    reader = subprocess.Popen(
        [sys.executable, "-c", READ, str(published.warehouse_path), str(done)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    for number in range(PUBLISHED):
        before = digest(published.warehouse_path)
        published.write(number, sales=f"{number + 2},000")
        published.complete()
        assert digest(published.warehouse_path) != before
    done.touch()
    output, _ = reader.communicate(timeout=30)
    assert reader.returncode == 0, output
    assert int(output) > 10 * PUBLISHED


def test_interrupted_run_says_so(published: Run) -> None:
    before = digest(published.warehouse_path)
    process = published.start()
    assert process.stdout is not None
    while "Building" not in process.stdout.readline():
        assert process.poll() is None
    process.terminate()
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 130, output
    assert "Interrupted" in output
    assert digest(published.warehouse_path) == before


def test_killed_run_leaves_the_published_file_and_the_next_one_completes(published: Run) -> None:
    """A run killed after its publish has published: then the file is the new one, whole."""
    if not published.seconds:  # no test before this one has timed a run
        published.complete()
    chance = random.Random(SEED)
    moments = [(slot + chance.random()) * published.seconds / KILLS for slot in range(KILLS)]
    files = len(list(published.raw_dir.iterdir())) - 1
    unchanged = 0
    for kill, moment in enumerate(moments):
        before = digest(published.warehouse_path)
        rows = published.query("select filing_id, sha256 from raw.files order by all")
        for number in range(files):
            published.write(number, sales=f"{kill + 1},00{number % 10}")
        process = published.start()
        time.sleep(moment)
        process.kill()
        process.communicate()
        now = published.query("select filing_id, sha256 from raw.files order by all")
        if digest(published.warehouse_path) == before:
            unchanged += 1
            assert now == rows
        else:
            assert [filing for filing, _ in now] == [filing for filing, _ in rows]
            assert published.query("select count(*) from marts.dim_filing") == [(files,)]
    assert unchanged >= KILLS // 2

    published.complete()
    expected = {hashlib.sha256(file.read_bytes()).hexdigest() for file in published.raw_dir.iterdir()}
    assert {sha256 for (sha256,) in published.query("select sha256 from raw.files")} == expected
    assert not list(published.warehouse_path.parent.glob(".warehouse.duckdb.new-*"))
