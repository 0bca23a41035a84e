"""Where filings are parsed and pages written: in processes of this machine, or in those of a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from math import ceil
from typing import Any

from pipeline.isolated import Limits, isolated

JOBS_WORTH_A_PROCESS = 16  # starting one takes as long as parsing so many filings


class Workers(Executor):
    """Runs each call on a thread of another executor, and there in a process with limits; `slots` calls at once."""

    def __init__(self, threads: Executor, slots: int, limits: Limits) -> None:
        self.slots = slots
        self._threads = threads
        self._limits = limits

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return self._threads.submit(isolated, self._limits, fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what is under way; whoever wants less cancels its futures first."""
        self._threads.shutdown(wait)


def local_workers(jobs: int, processes: int, limits: Limits) -> Workers:
    """Processes of this machine, no more than so many jobs are worth."""
    slots = min(processes, max(1, ceil(jobs / JOBS_WORTH_A_PROCESS)))
    return Workers(ThreadPoolExecutor(slots), slots, limits)


class ClusterError(RuntimeError):
    """The Dask cluster cannot be reached or is gone; the message says what to do."""


class DaskWorkers(Workers):
    """The threads of a Dask cluster, which must be able to import `pipeline` and to read RAW_DIR."""

    def __init__(self, address: str, limits: Limits) -> None:
        """Raises `ClusterError` where no scheduler answers, or `distributed` is not installed."""
        try:
            from distributed import Client
        except ImportError as error:
            message = "DASK_ADDRESS is set, but Dask is not installed: pip install '.[cluster]'."
            raise ClusterError(message) from error
        try:
            self._client = Client(address)
        except OSError as error:
            message = f"No Dask scheduler answers at {address}; start it, or unset DASK_ADDRESS to read here."
            raise ClusterError(message) from error
        self._client.wait_for_workers(1)
        slots = sum(self._client.nthreads().values())
        # Not pure: Dask would keep results by their arguments, and a file may have changed under its name.
        super().__init__(self._client.get_executor(pure=False), slots, limits)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait)
        self._client.close()
