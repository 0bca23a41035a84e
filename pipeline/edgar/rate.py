"""No more than so many requests a second, by all threads and processes of the machine together, and none in a pause."""

from __future__ import annotations

import math
import os
import time
from pathlib import Path
from threading import Event, Lock

from filelock import FileLock
from pyrate_limiter import Limiter, Rate, SQLiteBucket

from pipeline.edgar.errors import EdgarError, in_state_dir

SHORTEST = 105  # milliseconds between two requests: their ways differ in length, and more than 10 must not arrive
_POLL = 0.01  # seconds between two looks at a lock that another holds
_LONGEST_SLEEP = 0.5  # seconds, after which a stop is seen


class RequestRate:
    """Turns of sending, evenly spaced: one every 1/`per_second` seconds, in the order of nobody.

    The state lies in `state_dir`: whoever shares it shares the rate. A killed process leaves its turn to the others.
    """

    def __init__(self, per_second: float, state_dir: Path) -> None:
        self._state_dir = state_dir
        self._threads = Lock()  # a FileLock lets in every thread of the process that holds it
        self._processes = FileLock(state_dir / "rate.lock", thread_local=False, poll_interval=_POLL)
        self._paused_until = state_dir / "paused"
        self._stopped = Event()
        milliseconds = max(round(1000 / per_second), SHORTEST)
        self._interval = milliseconds / 1000
        with in_state_dir(state_dir):
            state_dir.mkdir(parents=True, exist_ok=True)
            with self._processes:
                path = str(state_dir / "rate.sqlite")
                self._bucket = SQLiteBucket.init_from_file([Rate(1, milliseconds)], db_path=path)
        self._limiter = Limiter(self._bucket, buffer_ms=1)

    def wait(self, until: float = math.inf) -> None:
        """Return when it is this caller's turn; raises `EdgarError` once `stop` was called, and for a pause that goes
        on beyond `until`, a moment of the monotonic clock.
        """
        while True:
            self._sleep_through_pause(until)
            # Waiting for the slot is done with the locks held: the time that is noted is the time of sending.
            with self._threads, in_state_dir(self._state_dir), self._processes:
                if self._pause_left() <= 0:
                    if not self._limiter.try_acquire("edgar", timeout=2 * self._interval):
                        self._bucket.flush()  # the clock was set back: turns that are noted lie in the future
                    return

    def pause(self, seconds: float) -> None:
        """Let no process send for so long; a pause that ends later stays."""
        if seconds > self._pause_left():
            until = time.time() + seconds
            with in_state_dir(self._state_dir):
                self._paused_until.touch()
                os.utime(self._paused_until, (until, until))

    def stop(self) -> None:
        """Have every waiting thread of this process give up."""
        self._stopped.set()

    def close(self) -> None:
        """Give the files free."""
        self._limiter.close()

    def _sleep_through_pause(self, until: float) -> None:
        while (left := self._pause_left()) > 0 and not self._stopped.is_set():
            if time.monotonic() + left > until:
                raise EdgarError(f"EDGAR wants no request for another {left:,.0f} seconds.")
            self._stopped.wait(min(left, _LONGEST_SLEEP))
        if self._stopped.is_set():
            raise EdgarError("Stopped before the request was sent.")

    def _pause_left(self) -> float:
        try:
            return self._paused_until.stat().st_mtime - time.time()
        except FileNotFoundError:
            return 0
