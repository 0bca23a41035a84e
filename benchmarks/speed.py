"""How fast a filing is read, as ratios measured in one run, so that they hold on any machine.

    python -m benchmarks.speed FOLDER

HTML: bytes to records against what selectolax needs to build the trees of the same bytes. Text: megabytes a second on
one core. Memory: the peak of one filing against its size.
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table
from selectolax.lexbor import LexborHTMLParser

from pipeline.parse import parse

REPEATS = 3


def seconds(work: Callable[[Path], object], files: Sequence[Path]) -> float:
    """Processor time for all files, one after the other: the least of some repeats, each in a process of its own.

    A fresh process remembers nothing of the files, and processor time does not count what else the machine does.
    """
    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as pool:
        return min(pool.map(_once, [work] * REPEATS, [files] * REPEATS))


def _once(work: Callable[[Path], object], files: Sequence[Path]) -> float:
    start = time.process_time()
    for file in files:
        work(file)
    return time.process_time() - start


def build_tree(file: Path) -> object:
    return LexborHTMLParser(file.read_bytes())


def read(file: Path) -> object:
    return parse(file.read_bytes(), file.name)


def peak_ratio(file: Path) -> float:
    """Bytes allocated at the peak of reading one file, as a multiple of its size."""
    tracemalloc.start()
    read(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / file.stat().st_size


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    html = sorted(folder.glob("*.htm"))
    text = [f for f in sorted(folder.glob("*.txt")) if b"<html" not in f.read_bytes().lower()]
    size = sum(f.stat().st_size for f in text)
    largest = max(html + text, key=lambda f: f.stat().st_size)

    trees, records = seconds(build_tree, html), seconds(read, html)
    table = Table("Speed", "measured", "")
    table.add_row("HTML, bytes to records / trees alone", f"{records / trees:.1f} x", f"{len(html)} files")
    table.add_row("text, one core", f"{size / 1e6 / seconds(read, text):.1f} MB/s", f"{len(text)} files")
    table.add_row("memory at the peak / size of the filing", f"{peak_ratio(largest):.1f} x", largest.name)
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
