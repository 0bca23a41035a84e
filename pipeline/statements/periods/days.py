"""The days that a line names, and the same day of another year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.filing.dates import YEAR, YEAR_ALONE, find_dates
from pipeline.filing.fiscal import in_year, month_day_of
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.periods.read import FROM_TO

_SPAN = re.compile(rf"{FROM_TO.pattern}|\b(?:from|between|beginning|commencing)\b", ANY_CASE)
_AND_YEARS = re.compile(rf"(?:, ?{YEAR})*,? and {YEAR}\b", ANY_CASE)


def days_of_years(title: Sequence[str]) -> dict[int, date]:
    """By year: the days that one line names, one a year, "September 30, 2006 and December 31, 2005"; not a span."""
    for line in reversed(title):
        days = [mention.value for mention in find_dates(line)]
        if len(days) > 1 and len({day.year for day in days}) == len(days) and not _SPAN.search(line):
            return {day.year: day for day in days}
    return {}


def days_named(line: str) -> list[date]:
    """The days that a line names, no span: one of each year, too, "December 31, 2002 and 2001 and June 30, 2002"."""
    if _SPAN.search(line):
        return []
    days: list[date] = []
    for mention in find_dates(line):
        others = _AND_YEARS.match(line, mention.end)
        years = YEAR_ALONE.findall(others.group()) if others else ()
        days += [mention.value, *(in_year(month_day_of(mention.value), int(year)) for year in years)]
    return list(dict.fromkeys(days))


def year_before(end: date) -> date:
    """The same day, or month's end, of the year before."""
    return in_year(month_day_of(end), end.year - 1)
