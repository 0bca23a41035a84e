"""A call in another process, with a limit of time and memory, so that a filing which kills it costs only itself.

Each thread that calls has one such process and keeps it for its next call; they speak in pickles over its standard
streams. The kernel holds the limits, so that neither an endless loop in C nor a library that ignores errors gets by:
a timer ends the process, and allocations beyond the limit fail. The same on the threads of this process and on those of
a Dask worker, whose own processes may start none by `multiprocessing`.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

ATTEMPTS = 2  # a process may have died of what others did
OUT_OF_MEMORY = 77  # exit status of a process that met its limit

_PROJECT_DIR = Path(__file__).resolve().parent.parent
_of_this_thread = threading.local()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: seconds of the processor, bytes of memory for data."""

    seconds: float
    memory: int


class CallEndedError(Exception):
    """A call has ended with its process; `code` says how in a word, the message what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


def isolated(limits: Limits, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function of a module in the process of this thread. Raises what it raises, or `CallEndedError`."""
    status = 0
    for _ in range(ATTEMPTS):
        child = getattr(_of_this_thread, "child", None) or _Child()
        _of_this_thread.child = child
        try:
            succeeded, value = child.call((limits, function, args, kwargs))
        except (EOFError, OSError, pickle.UnpicklingError):
            status = child.end()
            del _of_this_thread.child
            if status in (-signal.SIGPROF, OUT_OF_MEMORY):
                break
        else:
            if not succeeded:
                raise value
            return value  # type: ignore[no-any-return]
    raise _ended(status, limits)


def _ended(status: int, limits: Limits) -> CallEndedError:
    if status == -signal.SIGPROF:
        return CallEndedError(
            "too_slow",
            f"Reading took more than {limits.seconds:g} seconds of the processor; raise FILING_SECONDS, or report the "
            "filing.",
        )
    if status == OUT_OF_MEMORY:
        return CallEndedError(
            "too_much_memory",
            f"Reading took more than {limits.memory / 2**20:,.0f} MB; raise FILING_MEMORY, or report the filing.",
        )
    how = signal.Signals(-status).name if status < 0 else f"exit status {status}"
    return CallEndedError(
        "worker_died",
        f"The process that read this file died twice ({how}); free memory on its machine, or report the filing.",
    )


class _Child:
    """The process that calls for a thread; it ends when the other end of its standard input is closed."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_PROJECT_DIR
        )

    def call(self, request: object) -> tuple[bool, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(pickle.dumps(request))
        self._process.stdin.flush()
        return pickle.load(self._process.stdout)  # type: ignore[no-any-return]

    def end(self) -> int:
        """End the process; its exit status, which is the one that it had already ended with."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):  # what was still to be written to a dead process
                    stream.close()
        try:
            return self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def __del__(self) -> None:
        if self._process.returncode is None:
            self.end()


def _answer(limits: Limits, function: Callable[..., Any], args: Any, kwargs: Any) -> bytes:
    """What a call gives or raises, as a pickle."""
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, resource.RLIM_INFINITY))
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    try:
        return pickle.dumps((True, function(*args, **kwargs)))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what is left of the heap is not to be trusted with another filing
    except Exception as error:
        try:
            return pickle.dumps((False, error))
        except Exception:  # an exception that holds what cannot be sent
            return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    while True:
        try:
            request = pickle.load(requests)
        except EOFError:
            return
        answers.write(_answer(*request))
        answers.flush()


def _main() -> None:
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends its workers
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    try:
        _serve(requests, answers)
    except BrokenPipeError:
        os._exit(1)  # the run has ended


if __name__ == "__main__":
    _main()
