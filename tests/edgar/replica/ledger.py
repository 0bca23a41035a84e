"""What a replica was asked: every request with its moment, and what the test wants to know of them."""

from bisect import bisect_right
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Request:
    """One request and what it got; `at` is in seconds of the monotonic clock, when its head had come."""

    at: float
    host: str  # www, data, elsewhere
    method: str
    path: str  # with its query
    user_agent: str
    connection: int
    status: int
    fault: str  # "" where it was answered truly
    accession_number: str  # of the filing that the body is, or would be
    size: int  # bytes of the body, as sent


class Ledger(list[Request]):
    """The requests in the order of their answers."""

    @property
    def connections(self) -> int:
        """How many connections they came over."""
        return len({request.connection for request in self})

    @property
    def by_path(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(request.path for request in self)

    @property
    def by_status(self) -> Counter[int]:
        """How often each status was given."""
        return Counter(request.status for request in self)

    @property
    def by_fault(self) -> Counter[str]:
        """How often each fault was shown."""
        return Counter(request.fault for request in self if request.fault)

    @property
    def bodies(self) -> Counter[str]:
        """How often each filing was sent whole and as itself, by accession number; archives do not count."""
        whole = ("", "slow", "hostile_filename")
        return Counter(r.accession_number for r in self if r.accession_number and r.status == 200 and r.fault in whole)

    def busiest(self, seconds: float = 1.0, hosts: tuple[str, ...] = ("www", "data")) -> int:
        """The most requests that came within any window of so many seconds.

        A replica in threads of a busy process sees them late and then close together: measure a rate on one that runs
        as a process.
        """
        moments = sorted(request.at for request in self if request.host in hosts)
        return max((place - bisect_right(moments, at - seconds) + 1 for place, at in enumerate(moments)), default=0)

    def a_second(self) -> float:
        """Requests a second from the first to the last."""
        moments = [request.at for request in self]
        return (len(self) - 1) / (max(moments) - min(moments)) if len(self) > 1 else 0.0

    def told(self) -> list[dict[str, Any]]:
        """All of it as JSON can carry it."""
        return [asdict(request) for request in self]

    @classmethod
    def of(cls, told: list[dict[str, Any]]) -> "Ledger":
        """A ledger that another process told."""
        return cls(Request(**request) for request in told)
