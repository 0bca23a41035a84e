"""A registrant's fiscal calendar: which months make which quarter of which year.

Periods are month-aligned: a 52/53-week year that ends on February 1 is taken to end with January. The fiscal year bears
the name of the calendar year in which it ends, unless the document names it otherwise (retailers: fiscal 2019 ended
February 1, 2020).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

SPILL = 14  # days by which a 52/53-week period may run into the next month
NEAR_END = timedelta(days=7)  # from a month's end to the day on which a year of 52 or 53 weeks ends

Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """Fiscal year Y ends with month `year_end_month` of the calendar year Y + `year_offset`.

    A period ends on the one of `ends` that lies within a week of its month's end; where none does, or several, with
    the month.
    """

    year_end_month: int = 12
    year_offset: int = 0
    ends: frozenset[date] = frozenset()

    def year(self, year: int) -> Period:
        """First and last day of a fiscal year."""
        return self._months(year, 0, 12)

    def half(self, year: int, half: int) -> Period:
        """First and last day of the first or second half of a fiscal year."""
        return self._months(year, 6 * (half - 1), 6)

    def quarter(self, year: int, quarter: int) -> Period:
        """First and last day of a fiscal quarter, 1 to 4."""
        return self._months(year, 3 * (quarter - 1), 3)

    def fiscal(self, end: date) -> tuple[int, int]:
        """Fiscal year and quarter in which a period's end falls."""
        end = month_end(end)
        months_left = (self.year_end_month - end.month) % 12
        ends_in = end.year + (end.month + months_left > 12)
        return ends_in - self.year_offset, 4 - months_left // 3

    def printed(self, end: date) -> date:
        """The printed end within a week of a day that was reckoned, or that day."""
        near = [day for day in self.ends if abs(day - end) <= NEAR_END]
        return near[0] if len(near) == 1 else end

    def _months(self, year: int, skip: int, count: int) -> Period:
        first = (year + self.year_offset - 1) * 12 + self.year_end_month + skip  # months since year 0, January = 0
        last = first + count - 1
        return date(first // 12, first % 12 + 1, 1), self.printed(last_day(last // 12, last % 12 + 1))


def month_end(day: date) -> date:
    """The last day of the month that a 52/53-week period's end stands for: January 31 for February 1."""
    if day.day <= SPILL:
        return day.replace(day=1) - timedelta(days=1)
    return last_day(day.year, day.month)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month_day_of(day: date) -> tuple[int, int]:
    """Month and day; 31 stands for the month's end."""
    is_last = (day + timedelta(days=1)).day == 1
    return day.month, 31 if is_last else day.day


def in_year(month_day: tuple[int, int], year: int) -> date:
    """Month and day in a year; the month's last day where it has no such day."""
    last = last_day(year, month_day[0])
    return last.replace(day=min(month_day[1], last.day))
