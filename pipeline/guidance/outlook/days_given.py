"""The days on which the guidance in the columns of a table was given, as their headers tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from pipeline.filing.dates import MONTH, YEAR, find_dates
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.words import CURRENT, GIVEN_ON

_FEW_DAYS = 7  # from guidance to its report
_DAY_ALONE = re.compile(  # not "quarter ending September 2009", nor what says that it is a day of guidance
    r"(?<!ended )(?<!ending )(?<!through )(?<!of )(?<!on )"
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}},?\s+)?(?P<year>{YEAR})\b",
    ANY_CASE,
)
_AS_OF = re.compile(  # "As of May", "As of May 4", "As of Q1 2026"
    rf"\bas of (?:the )?(?:(?P<month>{MONTH})(?:\s+(?P<day>\d{{1,2}}))?\b(?!,?\s*\d)"
    rf"|(?:(?P<ordinal>{'|'.join(QUARTERS)}) quarter|q(?P<digit>[1-4])),? (?:of )?(?P<year>{YEAR})\b)",
    ANY_CASE,
)


def told_as_given(headers: Sequence[str], today: date | None) -> list[str]:
    """Headers that differ by days or months, up to that of the report, as what was guided then: "July 2021" beside
    "April 2021", "August 3, 2022" beside "May 4, 2022", "February 2011" beside "Current update"; those that say as of
    which month or quarter, with its day."""
    if today is None:
        return list(headers)
    as_of = [given for header in headers for given in _AS_OF.finditer(header)]
    if not any(_month_of(given, today) > (today.year, today.month + 2) for given in as_of):  # guided for
        headers = [_AS_OF.sub(partial(_as_of_month, today), header) for header in headers]
    told = [match for match in map(_DAY_ALONE.search, headers) if match is not None]
    days = {day.value for match in told for day in find_dates(_first_day(match))}
    if not days:
        return list(headers)
    since = (today - max(days)).days
    is_of_balance = (max(days) + timedelta(days=1)).day == 1
    is_of_report = 0 <= since <= _FEW_DAYS and not is_of_balance if told[0]["day"] else 0 <= since < today.day
    if not (len(days) > 1 and is_of_report) and not any(map(CURRENT.search, headers)):
        return list(headers)
    return [_DAY_ALONE.sub(lambda day: f"as of {_first_day(day)}", header) for header in headers]


def _as_of_month(today: date, given: re.Match[str]) -> str:
    year, month = _month_of(given, today)
    return f"as of {month}/{given['day'] or 1}/{year}"


def _month_of(given: re.Match[str], today: date) -> tuple[int, int]:
    """The year and month of "as of Q2 2026", its last one, or of "as of May", told in August: of this year."""
    if given["year"]:
        return int(given["year"]), 3 * int(given["digit"] or QUARTERS[given["ordinal"].lower()])
    first = find_dates(f"{given['month']} 1, {today.year}")[0].value
    return today.year if first <= today else today.year - 1, first.month


def _first_day(match: re.Match[str]) -> str:
    """A day as printed, the first of a month."""
    return f"{match['month']} {match['day'] or '1, '}{match['year']}"


def given_on(header: str) -> tuple[str, date] | None:
    """What a header prints beside the day on which its guidance was given, and that day."""
    given = GIVEN_ON.search(header)
    days = find_dates(given[0]) if given else []
    return (GIVEN_ON.sub("", header).strip(), days[0].value) if days else None
