"""What goes wrong in a long run, done on purpose: kills, a full disk, a damaged build file, with readers all the while.

    python -m benchmarks.faults FOLDER [--filings 10000] [--kills 20]

A run over all filings is killed again and again, and started again. Each time the published file must be whole, and in
the end the rows those of a run that nothing befell. The full disk is a small tmpfs, which takes root; without it that
part is passed over.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psutil

from benchmarks.generated import write
from benchmarks.scale import Folder

SEED = 2003
PUBLISHED = 100  # filings before the first fault
STARTING = 10  # seconds that a run needs before it reads
READER = """
import signal, sys, time, duckdb
stopped = []
signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
reads = 0
while not stopped:
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        filings, = connection.execute("select count(*) from raw.filings").fetchone()
        modelled, = connection.execute("select count(*) from marts.dim_filing").fetchone()
        assert filings == modelled, (filings, modelled)
    reads += 1
    time.sleep(0.1)
print(reads)
"""


@contextmanager
def reading(published: Path) -> Iterator[None]:
    """Somebody who opens the published file over and over; fails where one time it could not be read or was half."""
    command = [sys.executable, "-c", READER, str(published)]
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield
    finally:
        reader.terminate()
        output, _ = reader.communicate()
        print(f"readers: exit status {reader.returncode}, {output.strip().splitlines()[-1]} times opened")


def kill_all(process: subprocess.Popen[str]) -> None:
    """A run and the dbt that it started, as where a machine goes down; readers end by themselves."""
    dbt = [child for child in psutil.Process(process.pid).children() if "dbt" in " ".join(child.cmdline())]
    for each in (process, *dbt):
        each.kill()
    process.communicate()


def fingerprint(build_path: Path) -> dict[str, tuple[int, int]]:
    """Rows and a digest of each raw table, whatever their order."""
    with duckdb.connect(str(build_path), read_only=True) as connection:
        tables = connection.execute("select table_name from duckdb_tables() where schema_name = 'raw'").fetchall()
        return {
            table: connection.execute(f"select count(*), sum(hash(row)) from raw.{table} as row").fetchall()[0]
            for (table,) in tables
        }


def complete(folder: Folder) -> None:
    output, _ = (process := folder.start()).communicate()
    if process.returncode:
        raise RuntimeError(output)


def kills(folder: Folder, count: int, within: float) -> None:
    """Kill runs at random moments, `within` seconds from their start at the latest, then let one end."""
    chance = random.Random(SEED)
    with reading(folder.settings.warehouse_path):
        for number in range(count):
            process = folder.start()
            moment = chance.uniform(0, within)
            time.sleep(moment)
            done = process.poll() is not None
            if not done:
                kill_all(process)
            with duckdb.connect(str(folder.settings.warehouse_path), read_only=True) as connection:
                (files,) = connection.execute("select count(*) from raw.files").fetchall()[0]
            pages = sum(1 for _ in folder.settings.pages_dir.rglob("*.html"))
            print(
                f"kill {number + 1:>2} after {moment:5.1f} s{' (had ended)' if done else ''}: "
                f"{files:,} filings published, {pages:,} pages",
                flush=True,
            )
        complete(folder)


def message_of(folder: Folder, what: str) -> None:
    output, _ = (process := folder.start()).communicate()
    print(f"{what}: exit status {process.returncode}\n  " + "\n  ".join(output.strip().splitlines()[-6:]))


def full_disk(folder: Folder, megabytes: int) -> None:
    """Run where the disk is too small by far, then make it larger and run again."""
    with_disk = Folder(folder.folder / "small_disk")
    shutil.rmtree(with_disk.raw_dir)
    with_disk.raw_dir.symlink_to(folder.raw_dir)
    disk = with_disk.folder / "disk"
    disk.mkdir(exist_ok=True)
    with_disk.settings.warehouse_path = disk / "warehouse.duckdb"
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(disk)], check=True)
    try:
        message_of(with_disk, f"disk of {megabytes} MB")
        subprocess.run(["mount", "-o", "remount,size=16g", str(disk)], check=True)
        complete(with_disk)
        same = fingerprint(with_disk.settings.build_path) == fingerprint(folder.settings.build_path)
        print(f"with room again: rows {'the same' if same else 'DIFFER'}")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def damaged(folder: Folder, more: range) -> None:
    """Overwrite some bytes in the middle of the build file, run, do as the message says, run again."""
    published = folder.settings.warehouse_path.read_bytes()
    write(folder.raw_dir, more)
    build_path = folder.settings.build_path
    with build_path.open("r+b") as file:
        for part in range(1, 16):
            file.seek(build_path.stat().st_size * part // 16)
            file.write(bytes(64))
    message_of(folder, "damaged build file")
    print(f"published file {'as it was' if folder.settings.warehouse_path.read_bytes() == published else 'CHANGED'}")
    build_path.unlink()
    build_path.with_name(f"{build_path.name}.wal").unlink(missing_ok=True)
    complete(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--filings", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    arguments = parser.parse_args()
    undisturbed = Folder(arguments.folder.absolute() / "undisturbed")
    begun = time.monotonic()
    write(undisturbed.raw_dir, range(arguments.filings))
    complete(undisturbed)
    expected = fingerprint(undisturbed.settings.build_path)
    seconds = time.monotonic() - begun
    print(f"{arguments.filings:,} filings without a fault: {seconds:,.0f} s", flush=True)

    folder = Folder(arguments.folder.absolute() / "disturbed")
    write(folder.raw_dir, range(PUBLISHED))  # something to read from the beginning
    complete(folder)
    write(folder.raw_dir, range(arguments.filings))
    kills(folder, arguments.kills, 2 * seconds / arguments.kills + STARTING)
    same = fingerprint(folder.settings.build_path) == expected
    print(f"after {arguments.kills} kills: rows {'the same' if same else 'DIFFER'}, {expected['files'][0]:,} files")
    damaged(folder, range(arguments.filings, arguments.filings + 10))
    if os.geteuid() == 0:
        full_disk(undisturbed, max(16, arguments.filings // 100))


if __name__ == "__main__":
    main()
