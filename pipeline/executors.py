"""Where filings are parsed: in a process pool, or in this process where one worker is enough."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any

FILES_WORTH_A_POOL = 16  # below this, starting processes takes longer than parsing


class InProcessExecutor(Executor):
    """Runs each call at once, in the caller's thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def _end_with_parent() -> None:
    """Workers of a killed run would wait for work forever, since each holds the queue's other end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _watch_parent() -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()


def process_pool(workers: int) -> Executor:
    """A pool of fresh processes: forked ones would inherit DuckDB's threads and locks in an unknown state."""
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_watch_parent)


def executor_for(files: int, workers: int) -> Callable[[], Executor]:
    """What makes the executor for so many files: in-process for few of them or a single worker, else a pool."""
    if workers == 1 or files < FILES_WORTH_A_POOL:
        return InProcessExecutor
    return lambda: process_pool(workers)
