"""How long work goes on: a bar where somebody watches a terminal; lines with count, rate and time left in the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import dagster as dg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.assets.resources import Warehouse

EVERY = 10  # seconds between lines in the log

OnProgress = Callable[[int, int], None]


@contextmanager
def progress(context: dg.AssetExecutionContext, warehouse: Warehouse, doing: str, things: str) -> Iterator[OnProgress]:
    """A function to be called with what is done and what there is; "Reading", "filings" are told as
    `120 of 400 filings, 25.0/s, 0:00:11 left`.

    Lines of a run that is watched go to the log of the UI alone, since its terminal has the bar.
    """
    terminal = warehouse.terminal
    say = context.log.info if terminal is None else context.log.debug
    columns = (
        TextColumn(f"{doing} {things}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )  # fmt: skip
    started = said = time.monotonic()
    with Progress(*columns, console=Console(file=terminal), disable=terminal is None, transient=True) as bar:
        task = bar.add_task(doing, total=None, rate="")

        def on_progress(done: int, total: int) -> None:
            nonlocal said
            now = time.monotonic()
            speed = done / max(now - started, 0.001)
            rate = f"{speed:,.1f}/s"
            bar.update(task, completed=done, total=total, rate=rate)
            if now - said >= EVERY:
                said = now
                left = timedelta(seconds=round((total - done) / speed)) if speed else "unknown time"
                say(f"{done:,} of {total:,} {things}, {rate}, {left} left")

        yield on_progress
