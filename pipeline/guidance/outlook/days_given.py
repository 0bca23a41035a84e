"""Headers of columns of a table of outlook, as of the day on which their guidance was given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from pipeline.filing.dates import MONTH, YEAR, find_dates
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.words import GIVEN_ON, MONTH_ALONE, TOLD
from pipeline.guidance.terms.clock import Clock

_OF_MONTH = re.compile(rf"\bas of (?P<month>{MONTH})\b(?!\s*\d)", ANY_CASE)
_OF_QUARTER = re.compile(
    rf"\bas of (?:the )?(?:(?P<ordinal>{'|'.join(QUARTERS)}) quarter|q(?P<digit>[1-4])),? (?:of )?(?P<year>{YEAR})\b",
    ANY_CASE,
)
_FEW_DAYS = 7  # from guidance to its report


def told_as_given(headers: Sequence[str], clock: Clock) -> list[str]:
    """Headers that differ by months alone, up to the one of the report, as what was guided then: "July 2021" beside
    "April 2021"; those that say as of which quarter, with its last month, where all have begun."""
    today = clock.today
    if today is not None and _are_days_given(headers, today):
        headers = [_before_day(header) for header in headers]
    quarters = filter(None, map(_OF_QUARTER.search, headers))
    if not any(_is_to_come(quarter, clock) for quarter in quarters):
        headers = [_OF_QUARTER.sub(_with_month, header) for header in headers]
    if today is not None:
        headers = [_OF_MONTH.sub(partial(_with_year, today), header) for header in headers]
    filled = [header for header in headers if header]
    months = [month for header in filled if (month := MONTH_ALONE.search(header))]
    rest = [MONTH_ALONE.sub("", header) for header in filled]
    if len(months) < len(filled) or len(set(rest)) == len(rest):
        return list(headers)
    if today is None or max(find_dates(_first_day(month))[0].value for month in months) != today.replace(day=1):
        return list(headers)
    return [MONTH_ALONE.sub(lambda month: f"as of {_first_day(month)}", header) for header in headers]


def _are_days_given(headers: Sequence[str], today: date) -> bool:
    """Whether each header prints one day, and no word of guidance given or of a period ended then, the last of them
    that of the report: "August 3, 2022" beside "May 4, 2022"."""
    days = [find_dates(header) for header in headers if header]
    if any(len(told) != 1 for told in days) or any(
        GIVEN_ON.search(header) or TOLD.search(header) for header in headers
    ):
        return False
    told = {day.value for (day,) in days}
    is_of_balance = all((day + timedelta(days=1)).day == 1 for day in told)  # sheets: "October 31", "January 31"
    return len(told) > 1 and not is_of_balance and 0 <= (today - max(told)).days <= _FEW_DAYS


def _before_day(header: str) -> str:
    day = next(iter(find_dates(header)), None)
    return header if day is None else f"{header[: day.start]}as of {header[day.start :]}"


def _with_year(today: date, month: re.Match[str]) -> str:
    """ "as of May", told in August: of this year."""
    first = find_dates(f"{month['month']} 1, {today.year}")[0].value
    return f"as of {month['month']} 1, {today.year if first <= today else today.year - 1}"


def _is_to_come(quarter: re.Match[str], clock: Clock) -> bool:
    """Whether a quarter is guided for: "Stores as of Fourth Quarter 2026", told in May."""
    first, _ = clock.calendar.quarter(int(quarter["year"]), _number(quarter))
    return clock.today is not None and first > clock.today


def _with_month(quarter: re.Match[str]) -> str:
    return f"as of {3 * _number(quarter)}/1/{quarter['year']}"


def _number(quarter: re.Match[str]) -> int:
    return int(quarter["digit"] or QUARTERS[quarter["ordinal"].lower()])


def _first_day(month: re.Match[str]) -> str:
    return f"{month['month']} 1, {month['year']}"
