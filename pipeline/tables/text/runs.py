"""Headings that follow one another: "1999 1998 1997" beside "1999 1998", "1Q 2Q 3Q 4Q Year" beside "1Q 2Q"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.filing.dates import find_dates
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.values import is_year
from pipeline.tables.words import DAY_OF_MONTH, MONTH_NAME

_QUARTER = re.compile(
    r"(?:(?P<named>first|second|third|fourth)(?:\s(?:quarter|qtr)\.?)?|q(?:uarter\s)?(?P<behind>[1-4])"
    r"|(?P<number>[1-4])(?:q|st|nd|rd|th)(?:\s?(?:quarter|qtr)\.?)?|(?P<year>(?:full|fiscal|total)(?:\syear)?|year))\W*",
    ANY_CASE,
)
_ENDS_IN_YEAR = re.compile(r"\d\d\W*$")
_PART_OF_DATE = re.compile(
    rf"(?:{DAY_OF_MONTH.pattern}|{MONTH_NAME.pattern}|\d{{1,2}},?)?\s?(?:(?:19|20)\d\d)?|\d\d?/\d\d?/\d\d(?:\d\d)?",
    ANY_CASE,
)
_Run = tuple[int, int]  # the first and the last of its headings


def runs_of_periods(texts: Sequence[str]) -> list[_Run]:
    """The runs that the headings of a line make, of years, of quarters or of days; none where there is but one."""
    return _of_years(texts) or _of_quarters(texts) or _of_days(texts)


def is_part_of_date(text: str) -> bool:
    """Whether a heading is a date or the part of one that stands in its line: a month, a day, a year."""
    return _PART_OF_DATE.fullmatch(text) is not None


def runs_of_dates(dates: Sequence[str]) -> list[_Run]:
    """The runs of columns that a date which comes again begins: no two of one length end with it. None where there is
    but one, or where not all dates are said as far; a column without a date goes with those before it."""
    if len({any(map(str.isalpha, day)) for day in dates if day}) != 1:
        return []
    starts = [0]
    met: set[str] = set()
    for n, day in enumerate(dates):
        if day in met:
            starts.append(n)
            met = set()
        met |= {day} if day else set()
    runs = list(pairwise([*starts, len(dates)]))
    return [(first, after - 1) for first, after in runs] if len(runs) > 1 else []


def _of_years(texts: Sequence[str]) -> list[_Run]:
    """The years that follow one another, up or down, where all of a line are such."""
    if not all(map(is_year, texts)):
        return []
    years = [int(text[:4]) for text in texts]
    return _in_order(years, farthest=1)


def _of_days(texts: Sequence[str]) -> list[_Run]:
    """The days that follow one another, up or down, where all of a line are such."""
    if len(texts) < 4 or not all(map(_ENDS_IN_YEAR.search, texts)):
        return []
    days = [found[0].value.toordinal() for text in texts if (found := find_dates(text))]
    return _in_order(days, farthest=max(days)) if len(days) == len(texts) else []


def _in_order(numbers: Sequence[int], farthest: int) -> list[_Run]:
    """Where numbers go on in one direction, by no more than so much; none where one goes alone."""
    starts = [0]
    is_up: bool | None = None
    for n, (before, after) in enumerate(pairwise(numbers), 1):
        step = after - before
        if 0 < abs(step) <= farthest and is_up in (None, step > 0):
            is_up = step > 0
        else:
            starts.append(n)
            is_up = None
    runs = list(pairwise([*starts, len(numbers)]))
    return [(first, after - 1) for first, after in runs] if all(after - first > 1 for first, after in runs) else []


def _of_quarters(texts: Sequence[str]) -> list[_Run]:
    """First and last of the quarters of each year, "1Q 2Q 3Q 4Q Year" beside "1Q 2Q"; none where they are of one."""
    numbers = [(n, _number_of(match)) for n, text in enumerate(texts) if (match := _QUARTER.fullmatch(text))]
    if any(number == before - 1 for (_, before), (_, number) in pairwise(numbers)):  # from the last one back
        return []
    starts = [n for (_, before), (n, number) in pairwise(numbers) if number <= before]
    runs = list(pairwise([0, *starts, len(texts)]))
    few = 2 * len(numbers) <= len(texts) or len(starts) >= len(numbers) - 1
    return [] if few or not starts else [(first, after - 1) for first, after in runs]


def _number_of(quarter: re.Match[str]) -> int:
    """1 to 4, or 5 for the year behind its quarters."""
    number = quarter["number"] or quarter["behind"]
    return int(number) if number else 5 if quarter["year"] else QUARTERS[quarter["named"].lower()]
