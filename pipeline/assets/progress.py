"""How long work goes on: a bar where somebody watches a terminal, lines with count and rate in the log elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import dagster as dg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.assets.resources import Warehouse

EVERY = 10  # seconds between lines in the log

OnProgress = Callable[[int, int], None]


@contextmanager
def progress(context: dg.AssetExecutionContext, warehouse: Warehouse, doing: str, things: str) -> Iterator[OnProgress]:
    """A function to be called with what is done and what there is: "Reading", "filings" -> `120 of 400 filings, 25/s`.

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
            rate = f"{done / max(now - started, 0.001):,.1f}/s"
            bar.update(task, completed=done, total=total, rate=rate)
            if now - said >= EVERY:
                said = now
                say(f"{done:,} of {total:,} {things}, {rate}")

        yield on_progress
