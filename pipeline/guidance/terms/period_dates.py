"""The dates of the periods that words name, kind by kind: quarters, halves, years, what is left of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.filing.counts import COUNTS
from pipeline.filing.dates import month_number
from pipeline.filing.fiscal import Period, last_day, month_end
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.clock import JUST_OVER, Clock
from pipeline.guidance.terms.period_words import (
    ALSO_ENDING,
    AT_DATE,
    BARE_YEAR,
    DURING_YEARS,
    END_OF_MONTH,
    ENDING,
    FISCAL_YEAR,
    HALF,
    HORIZON,
    MONTH_OPENS,
    MONTH_QUARTER,
    MONTHS,
    ONE_MONTH,
    QUARTER,
    REST,
    SHORT_QUARTER,
    SPAN_OF_YEARS,
    THIS,
    THROUGH,
    YEAR_ENDS,
    YEARS,
)

_BY = re.compile(r"\bby\s+(?:the\s+)?$", ANY_CASE)  # "by the fourth quarter": one to come
_OF_WHAT = re.compile(r"[\s-](?:month|week)", ANY_CASE)
_YEARS = ("year", "before", "after", "of", "short")  # groups of the patterns that hold one

_LONG_AHEAD = timedelta(days=240)  # of a month that no year is named with
_SPEAKS_WITHIN = timedelta(days=1)  # from the report: "our outlook as of August 3, 2021"
Dates = tuple[date | None, date]  # first, where the words name it, and last
Resolve = Callable[[re.Match[str], Clock], Dates | None]


def _year_of(match: re.Match[str]) -> int | None:
    """The year that the words name."""
    groups = match.groupdict()
    printed = next((groups[group] for group in _YEARS if groups.get(group)), None)
    if printed is None:
        return None
    digits = printed.strip("'’ ")
    return int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _ending(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the quarter ending March 31, 2021": the length that stands before the day; "the five weeks ending December 31"
    are the month that ends then."""
    month = month_number(match["month"]) if match["month"] else int(match["number"])
    day = int(match["day"] or match["date"] or 28)
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    return _to_day(_year_of(match), month, min(day, 28), _months_in(match["length"].lower()), clock)


def _months_in(length: str) -> int:
    """How many months a quarter, a year, so many months or weeks are, which make up a few whole months."""
    if length.startswith(("q", "year")):  # "Q2 ending"
        return 3 if length.startswith("q") else 12
    printed = _OF_WHAT.split(length)[0]
    count = int(printed) if printed.isdigit() else COUNTS[printed]
    return round(count * 12 / 52) if "week" in length or count > 12 else count  # "the 13 and 52 weeks"


def _to_day(year: int | None, month: int, day: int, months: int, clock: Clock) -> Period | None:
    """So many months up to a day, of the year named or else to come."""

    def span(of: int) -> Period:
        return _back(month_end(date(of, month, day)), months)

    if year is not None:
        return span(year)
    return None if clock.today is None else _coming(span, clock.today.year, clock)


def _back(last: date, months: int) -> Period:
    first = last.year * 12 + last.month - months  # months since year 0, January = 0
    return date(first // 12, first % 12 + 1, 1), last


def _quarter(match: re.Match[str], clock: Clock) -> Period | None:
    groups = match.groupdict()
    number = int(groups.get("number") or groups.get("digit") or QUARTERS[(groups.get("ordinal") or "first").lower()])
    return _of_year(match, clock, lambda year: clock.calendar.quarter(year, number))


def _half(match: re.Match[str], clock: Clock) -> Period | None:
    word = match["number"] or match["digit"] or match["half"].lower()
    half = 1 if word in ("1", "first", "1st") else 2
    return _of_year(match, clock, lambda year: clock.calendar.half(year, half))


def _of_year(match: re.Match[str], clock: Clock, periods: Callable[[int], Period]) -> Period | None:
    year = _year_of(match)
    if year is not None:
        return periods(year)
    if clock.today is None:
        return None
    year = clock.fiscal(clock.today)[0]
    if _BY.search(match.string, 0, match.start()):
        return next(p for p in map(periods, (year - 1, year, year + 1)) if p[1] >= clock.today)
    return _coming(periods, year, clock)


def _coming(periods: Callable[[int], Period], year: int, clock: Clock) -> Period | None:
    """The first such period not over at the report; none where a release just reported it."""
    assert clock.today is not None
    spans = [periods(y) for y in (year - 1, year, year + 1)]
    coming = next(p for p in spans if p[1] >= clock.today - clock.grace)
    just_over = next((p for p in spans if timedelta(0) < clock.today - p[1] <= 2 * JUST_OVER), None)
    is_short = (coming[1] - coming[0]).days < 200
    is_next = coming == spans[2] and coming[0] - clock.today > 2 * JUST_OVER  # "the second quarter", told in December
    return None if is_short and (is_next or (clock.is_release and just_over is not None)) else coming


def _month_quarter(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the December quarter": the three months that end with it."""
    return _to_day(_year_of(match), month_number(match["month"]), 28, 3, clock)


def _months(match: re.Match[str], clock: Clock) -> Period | None:
    """ "July - December, 2011": up to the last month of a year, from within it or the year before."""
    first, last = month_number(match["first"]), month_number(match["last"])
    return _to_day(_year_of(match), last, 28, (last - first) % 12 + 1, clock)


def _one_month(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the month of June"; "September", told in October, is the one just over."""
    coming = _coming_month(match, clock)
    if coming is None or match["year"] or clock.today is None or coming[0] - clock.today <= _LONG_AHEAD:
        return coming
    return _month(coming[1].year - 1, coming[1].month)


def _coming_month(match: re.Match[str], clock: Clock) -> Period | None:
    """A month of the year named, or the next one."""
    month = month_number(next(name for group, name in match.groupdict().items() if name and group != "year"))
    year = _year_of(match)
    if year is not None:
        return _month(year, month)
    if clock.today is None:
        return None
    return _month(clock.today.year + (month < clock.today.month), month)


def _month(year: int, month: int) -> Period:
    return date(year, month, 1), last_day(year, month)


def _years(match: re.Match[str], clock: Clock) -> Period | None:
    """ "2023 through 2027"."""
    first, last = int(match["first"]), int(match["last"])
    return (clock.calendar.year(first)[0], clock.calendar.year(last)[1]) if first < last else None


def _during_years(match: re.Match[str], clock: Clock) -> Period | None:
    """ "over 2023 to 2024", "from 2023 to 2027"; growth "from 2023 to 2024" is that of one year."""
    return None if match["from"] and int(match["last"]) - int(match["first"]) < 2 else _years(match, clock)


def _span_of_years(match: re.Match[str], clock: Clock) -> Period | None:
    """ "the five years ending 2030"."""
    last = int(match["last"])
    return clock.calendar.year(last - COUNTS[match["count"].lower()] + 1)[0], clock.calendar.year(last)[1]


def _through(match: re.Match[str], clock: Clock) -> Dates:
    """ "through 2030": from when is not said, where that is no year under way."""
    year = int(match["year"])
    first, last = clock.calendar.year(year)
    is_under_way = clock.today is None or year <= clock.fiscal(clock.today)[0]
    return (first if is_under_way else None), last


def _rest(match: re.Match[str], clock: Clock) -> Period | None:
    """The quarters of a year that are not over."""
    if clock.today is None:
        return None
    named = _year_of(match)
    year, quarter = clock.fiscal(clock.today)
    if named is not None and named != year:
        return clock.calendar.year(named)
    return clock.calendar.quarter(year, quarter)[0], clock.calendar.year(year)[1]


def _fiscal_year(match: re.Match[str], clock: Clock) -> Period | None:
    """A year by the company's calendar, unless the words name that of all: "calendar year 2014"."""
    year = _year_of(match)
    if year is not None and match[0].lower().startswith("calendar"):
        return date(year, 1, 1), date(year, 12, 31)
    return None if year is None else clock.calendar.year(year)


def _year_ends(match: re.Match[str], clock: Clock) -> Period | None:
    year = _year_of(match)
    if year is None:
        if clock.today is None:
            return None
        year = clock.fiscal(clock.today)[0]
    return clock.calendar.year(year)


def _at_date(match: re.Match[str], clock: Clock) -> Period | None:
    """ "at December 31, 2019": the year that ends then; the day of the report is the one on which it speaks, unless it
    ends a month."""
    day, month, year = int(match["day"]), month_number(match["month"]), int(match["year"])
    today = clock.today
    if not 1 <= day <= 31:
        return None
    last = month_end(date(year, month, min(day, 28)))
    if today is not None and day < last.day and abs(today - date(year, month, day)) <= _SPEAKS_WITHIN:
        return None
    return _back(last, 12)


def _end_of_month(match: re.Match[str], clock: Clock) -> Dates | None:
    """ "by the end of June": from when is not said."""
    period = _coming_month(match, clock)
    return (None, period[1]) if period else None


def _this(match: re.Match[str], clock: Clock) -> Period | None:
    if clock.today is None:
        return None
    calendar = clock.calendar
    year, quarter = clock.fiscal(clock.today)
    if (match["length"] or "").lower() == "quarter" or match["quarter"]:
        return calendar.quarter(year, quarter)
    begun = clock.today - calendar.year(year)[0]
    if (
        match["which"]
        and match["which"].lower() in ("next", "following", "upcoming", "coming")
        and begun > 2 * JUST_OVER
    ):
        return calendar.year(year + 1)
    return calendar.year(year)


def _no_dates(match: re.Match[str], clock: Clock) -> Period | None:
    return None


RULES: list[tuple[re.Pattern[str], Resolve]] = [
    (ENDING, _ending),
    (ALSO_ENDING, _ending),
    (HORIZON, _no_dates),
    (SHORT_QUARTER, _quarter),
    (QUARTER, _quarter),
    (MONTHS, _months),
    (MONTH_QUARTER, _month_quarter),
    (ONE_MONTH, _one_month),
    (MONTH_OPENS, _coming_month),
    (HALF, _half),
    (REST, _rest),
    (YEAR_ENDS, _year_ends),
    (AT_DATE, _at_date),
    (END_OF_MONTH, _end_of_month),
    (SPAN_OF_YEARS, _span_of_years),
    (YEARS, _years),
    (THROUGH, _through),
    (DURING_YEARS, _during_years),
    (FISCAL_YEAR, _fiscal_year),
    (BARE_YEAR, _fiscal_year),
    (THIS, _this),
]
