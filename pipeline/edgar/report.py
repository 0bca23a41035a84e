"""What a fetch came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a filing that was found."""

    FETCHED = "fetched"
    KNOWN = "known"  # stored, or looked at, before
    OTHER_ITEMS = "other items"  # looked at now, and not stored
    MISSING = "missing"  # listed, and not there
    REFUSED = "refused"  # not what was asked for, or too large, or EDGAR would not give it


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one filing: bytes stored, and why it is not here, if it is not."""

    outcome: Outcome
    size: int = 0
    reason: str = ""


@dataclass(slots=True)
class Report:
    """Counts, in filings unless a name says else; `lost` says why each missing or refused filing is not here.

    Requests, bytes received and seconds are the client's, since it was made: those of finding are among them.
    """

    found: int
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    lost: dict[str, str] = field(default_factory=dict)
    stored_bytes: int = 0
    received_bytes: int = 0
    requests: int = 0
    seconds: float = 0

    def settle(self, accession_number: str, fate: Fate) -> None:
        """Count what became of a filing."""
        self.outcomes[fate.outcome] += 1
        self.stored_bytes += fate.size
        if fate.reason:
            self.lost[accession_number] = fate.reason

    @property
    def done(self) -> int:
        """How many of those found are settled."""
        return self.outcomes.total()

    @property
    def requests_a_second(self) -> float:
        """Of the whole span, waits included."""
        return self.requests / self.seconds if self.seconds else 0.0
