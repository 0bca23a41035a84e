"""Workers that are no processes: what is patched in a test is patched for them too."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from pipeline.executors import Workers
from pipeline.isolated import Limits


class _AtOnce(Executor):
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


class InProcess(Workers):
    """Each call at once, in the caller's thread, without limits."""

    def __init__(self, jobs: int = 1) -> None:
        super().__init__(_AtOnce(), 1, Limits(0, 0))

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return self._threads.submit(fn, *args, **kwargs)
