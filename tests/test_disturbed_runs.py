"""Runs that are read, interrupted and killed: the published file is always whole, and the next run goes on."""

import hashlib
import random
import time

from tests.running import Run, digest

KILLS = 6  # `make bench-faults` has more
SEED = 2003


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


def test_killed_runs_leave_readers_a_whole_file_and_the_next_run_completes(published: Run) -> None:
    """A run killed after its publish has published: then the file is the new one, whole."""
    chance = random.Random(SEED)
    moments = [(slot + chance.random()) * published.seconds / KILLS for slot in range(KILLS)]
    files = len(list(published.raw_dir.iterdir())) - 1
    unchanged = 0
    with published.being_read():
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
        published.complete()
    assert unchanged >= KILLS // 2
    expected = {hashlib.sha256(file.read_bytes()).hexdigest() for file in published.raw_dir.iterdir()}
    assert {sha256 for (sha256,) in published.query("select sha256 from raw.files")} == expected
    assert not list(published.warehouse_path.parent.glob(".warehouse.duckdb.new-*"))
