"""EDGAR's limit: so many requests in any second, or nothing until the rate has been lower for ten minutes."""

from collections import deque
from threading import Lock


class RateLimit:
    """The moments of the last second, and until when the door is closed; `limit` null: no limit."""

    def __init__(self, limit: int | None, block_seconds: float) -> None:
        self.limit, self.block_seconds = limit, block_seconds
        self.blocks = 0
        self._closed_until = float("-inf")
        self._moments: deque[float] = deque()
        self._lock = Lock()

    def refuses(self, at: float) -> bool:
        """Whether a request at a moment (seconds) is refused; a refused one counts too."""
        if self.limit is None:
            return False
        with self._lock:
            self._moments.append(at)
            while self._moments[0] <= at - 1:
                self._moments.popleft()
            if len(self._moments) > self.limit:
                self.blocks += at >= self._closed_until
                self._closed_until = at + self.block_seconds
            return at < self._closed_until
