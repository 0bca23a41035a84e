"""How far reading has come, how fast it goes and how long it will take: a bar on a terminal, lines in the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TextIO

from dagster import DagsterLogManager
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

SECONDS_A_LINE = 30.0  # the log of a long run stays readable, and small


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f} a second" if task.speed else "")


def line(done: int, total: int, seconds: float) -> str:
    """'2,560 of 100,000 files read, 41 a second, 0:39:36 left'."""
    rate = done / seconds
    left = timedelta(seconds=round((total - done) / rate))
    return f"{done:,} of {total:,} files read, {rate:,.0f} a second, {left} left"


@contextmanager
def reading(terminal: TextIO | None, log: DagsterLogManager) -> Iterator[Callable[[int, int], None]]:
    """Gives what is called with the number of files done and their total, as batches are loaded."""
    begun = last = time.monotonic()
    columns = (TextColumn("Reading filings"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=terminal), disable=terminal is None, transient=True) as progress:
        task = progress.add_task("read", total=None)

        def on_progress(done: int, total: int) -> None:
            nonlocal last
            progress.update(task, completed=done, total=total)
            now = time.monotonic()
            if now - last >= SECONDS_A_LINE and done < total:
                last = now
                log.info(line(done, total, now - begun))

        yield on_progress
