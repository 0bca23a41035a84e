"""What resolves the words for a period to dates: the fiscal calendar and the day of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.filing.fiscal import FiscalCalendar, last_day

JUST_OVER = timedelta(days=45)  # a preliminary figure comes soon after its quarter


@dataclass(frozen=True, slots=True)
class Clock:
    """What resolves words to dates: the fiscal calendar, the day of the report, and whether it reports a quarter."""

    calendar: FiscalCalendar
    today: date | None
    is_release: bool = True

    def fiscal(self, today: date) -> tuple[int, int]:
        """The fiscal year and quarter under way at the report. A quarter that a release reports is over, even when its
        first days would still be a 52/53-week quarter's last."""
        return self.calendar.fiscal(last_day(today.year, today.month) if self.is_release else today)

    @property
    def grace(self) -> timedelta:
        """How long after its end a period may still be expected: results of a release are no expectations."""
        return timedelta(0) if self.is_release else JUST_OVER
