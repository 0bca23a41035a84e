"""The period that a column's heading names: its length in months and the day it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.filing.counts import COUNTS
from pipeline.filing.dates import MONTH, YEAR, YEAR_ALONE, find_dates, month_number
from pipeline.filing.fiscal import NEAR_END, FiscalCalendar, in_year, last_day, month_day_of, month_end
from pipeline.filing.patterns import ANY_CASE, at_word
from pipeline.statements.periods.fiscal_labels import HALF, fiscal_label, is_short_quarter, quarters_to_date
from pipeline.statements.periods.short_years import full_year, spelled_out
from pipeline.tables.words import PERIOD_WORDS, names_period

_MOST_WEEKS = 53
_OF_LONG_QUARTERS = {16: 3, 17: 3, 36: 9}  # months of weeks: of quarters of 12 weeks, one of them longer
_COUNT = rf"(?:{'|'.join(sorted(COUNTS, key=len, reverse=True)).replace('-', '[ -]')}|\d{{1,2}})"
_DAYS = 365.25 / 12  # of a month
_MONTH_LETTERS = "adfjmnos"  # that the names of months begin with
_MONTHS = re.compile(
    at_word(
        "efnost0-9",
        rf"(?P<count>{_COUNT})[\s-]*(?:\(\d*\)\s*)?(?:fiscal\s+)?(?P<unit>months?|mo?ths?\b|mos?\b|weeks?|wks?\b|quarters\b)",
    ),
    ANY_CASE,
)
_DAYS_ENDED = re.compile(r"\b(?P<count>\d{2,3})[\s-]days?\b(?=.*\bended\b)", ANY_CASE)
_SHORT_MONTHS = re.compile(r"(?<![\w$.,])(?:(?P<count>3|6|9|12)M(?=[\s'’-]*\d)|[TL]TM)\b")  # "9M 2005", "LTM June 2005"
_ONE_MONTH = re.compile(r"\bmonth\s+(?:end(?:ed|ing)|of)\b|\bcurrent\s+month\b", ANY_CASE)
_QUARTER = re.compile(
    r"\b(?:(?:quarter|qtr|qtd)\b|(?:quarters|qtrs)\b(?!\s*(?:-|–)?\s*to[\s-]+date)"
    r"|q[1-4]\s+\d\d?/\d)",  # "Q1" above "6/30/00"
    ANY_CASE,
)
_YEAR = re.compile(  # but not of "this year" beside "last year", nor "a year ago", which say no length
    r"(?<!this )(?<!last )(?<!current )(?<!prior )(?<!previous )\b(?:fiscal\s+)?(?:years?|yrs?)\b"
    r"(?!\s*-?to[\s-]+date|\sago)|\bannual\b|\bfull[\s-]year\b",
    ANY_CASE,
)
_TO_DATE = re.compile(r"\byear[\s-]+to[\s-]+date\b|\by-?t-?d\b", ANY_CASE)
_MONTH_DAY = re.compile(
    at_word(_MONTH_LETTERS, rf"(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})\b(?!\s*\d)(?!,?\s*{YEAR})"), ANY_CASE
)
_LEAP_DAY = re.compile(r"\bfeb(?:ruary)?\b\.?\s*(?:28\W{1,2}29|29\W{1,2}28)\b", ANY_CASE)  # its end, in whatever year
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})(?!,?\s*{YEAR})", ANY_CASE)
_MONTH_YEAR = re.compile(
    at_word(
        _MONTH_LETTERS,
        rf"(?P<month>{MONTH})[\s,'’-]*(?P<year>{YEAR}|['’]\d\d|(?<=-)\d\d|0\d|3[2-9]|[4-9]\d)\b",
    ),
    ANY_CASE,
)
_MONTH_TO_MONTH = re.compile(  # January - September, no days
    at_word(
        _MONTH_LETTERS,
        rf"(?P<first>{MONTH})\s*(?:[-\u2013\u2014]|to|through)\s*(?P<last>{MONTH})(?!\s*\d{{1,2}}(?!\d))",
    ),
    ANY_CASE,
)
_DAY_TO_DAY = re.compile(  # January 1 - September 30, with one year or none
    at_word(
        _MONTH_LETTERS,
        rf"(?P<first>{MONTH})\s*(?P<from>\d{{1,2}}),?\s*(?:[-\u2013\u2014]|to|through|thru)\s*"
        rf"(?P<last>{MONTH})\s*(?P<to>\d{{1,2}})(?!\d)",
    ),
    ANY_CASE,
)
_NUMBERED_MONTHS = re.compile(rf"(?<![\d/])(?P<first>1[0-2]|[1-9])\s?[-\u2013]\s?(?P<last>1[0-2]|[1-9])/(?={YEAR})")
_MONTH_SLASH = re.compile(r"(?<![\d/])(?P<month>1[0-2]|0?[1-9])/(?P<other>\d\d)(?![\d/])")  # 6/99 or 6/30
FROM_TO = re.compile(r"\b(?:to|through|thru)\b|\s[-\u2013\u2014]\s", ANY_CASE)
_ANY = re.compile(r"\d|mo?n?ths?|mos?\b|we?e?ks?|quarter|qt[rd]|half|year|annual|y-?t-?d", ANY_CASE)  # all name one
_PERIOD_ALONE = re.compile(
    rf"{PERIOD_WORDS.pattern}|\b(?:for|the|as|of|at|and|to|in|date|fiscal|periods?|unaudited|{MONTH}|{_COUNT})\b",
    ANY_CASE,
)


class Words(NamedTuple):
    """What a heading says of a period; what it leaves open is null."""

    months: int | None = None
    end: date | None = None
    month_day: tuple[int, int] | None = None  # an end without its year
    year: int | None = None  # the year of a month and day, or a year alone
    to_date: bool = False  # from the beginning of the fiscal year
    quarter_of: int | None = None  # the year of a quarter whose end was counted, not printed: "Third Quarter 1999"
    start: date | None = None  # printed before the end: "January 1, 2021 through February 5, 2021"

    def filled(self, other: Words) -> Words:
        """These words, and from the other what they leave open."""
        return Words(
            self.months or (None if self.to_date else other.months),
            self.end or (None if self.month_day or self.year else other.end),
            self.month_day or other.month_day or (month_day_of(other.end) if self.year and other.end else None),
            self.year or other.year or (other.end.year if other.end and self.month_day else None),
            self.to_date or (other.to_date and self.months is None),
            self.quarter_of,
            self.start,
        )

    def ends(self) -> date | None:
        """The day the period ends, once day and year are known."""
        if self.end is not None:
            return self.end
        if self.month_day is None or self.year is None:
            return None
        return in_year(self.month_day, self.year)


class Said(NamedTuple):
    """What the headings of a column say of its period, where that was found (header, caption), and their text."""

    words: Words
    found_in: str
    text: str

    def with_words(self, **words: Any) -> Said:
        """The same, some of the words others."""
        return self._replace(words=self.words._replace(**words))


SaidByColumn = dict[int, Said]


@lru_cache(maxsize=1024)  # headings stand over many columns, and over many tables
def read_words(text: str, calendar: FiscalCalendar) -> Words:
    """Read a heading: "Three Months Ended June 30, 2003", "13 weeks ended", "Q2 FY25", "2003"."""
    if not _ANY.search(text):
        return Words()
    text = spelled_out(text)
    months, to_date = _length(text), bool(_TO_DATE.search(text))
    if dates := find_dates(text):
        return _of_days(text, [mention.value for mention in dates], months, to_date=to_date)
    if months is None and (days := _DAY_TO_DAY.search(text)):
        months = _months_of_days(days)
    if (label := fiscal_label(text, calendar)) is not None:
        return _of_fiscal_label(text, label, months, calendar, to_date=to_date)
    years = YEAR_ALONE.findall(text)
    year = int(years[-1]) if years else None
    if year and (span := _month_to_month(text)):
        first, last = span
        return Words(months or (last - first) % 12 + 1, last_day(year, last))
    if month_day := _day_without_year(text, is_year_named=year is not None):
        return Words(months, None, month_day, year, to_date)
    return Words(months, _month_of_year(text), None, year, to_date)


def _of_days(text: str, days: Sequence[date], months: int | None, *, to_date: bool) -> Words:
    """What a heading says that prints whole days, the last of them the end."""
    end = days[-1]
    if printed := _printed_start(text, days):
        start, counted = printed
        if months is None or abs(months - counted) <= 1:
            return Words(months or counted, end, to_date=to_date, start=start)
    if months is None and not to_date and is_short_quarter(text):
        months = 3
    return Words(months, end, to_date=to_date)


def _printed_start(text: str, days: Sequence[date]) -> tuple[date, int] | None:
    """The day that a period is said to begin on, and the months from it to the end, whose year may be the only one:
    "May 8 - June 30, 1999"."""
    end = days[-1]
    if len(days) == 2 and FROM_TO.search(text):  # April 1, 1999 to June 30, 1999
        return days[0], max(1, round((end - days[0]).days / _DAYS))
    span = _DAY_TO_DAY.search(text)
    if span is None:
        return None
    first = month_number(span["first"]), int(span["from"])
    return in_year(first, end.year - (first > (end.month, end.day))), _months_of_days(span)


def _of_fiscal_label(
    text: str, label: tuple[int, int, date], months: int | None, calendar: FiscalCalendar, *, to_date: bool
) -> Words:
    """What a heading says that names a fiscal quarter or year: its length, the year and the end that is counted."""
    length, named, end = label
    if length == 12 and (day := _day_without_year(text, is_year_named=True)):  # "Quarter Ended June 30, FY 2005"
        return Words(months, _day_of_year(day, calendar.year(named)), to_date=to_date)
    if length == 12 and months in (6, 9):  # "Nine Months Fiscal 2005"
        return Words(months, calendar.quarter(named, months // 3)[1], to_date=to_date)
    if length == 12 and (to_date or months == 3):  # "YTD FY'05"
        return Words(months, year=named, to_date=to_date)
    quarter_of = named if length == 3 else None
    return Words(months if to_date or months else length, end, to_date=to_date, quarter_of=quarter_of)


def _day_without_year(text: str, *, is_year_named: bool) -> tuple[int, int] | None:
    """Month and day of "June 30", "30 June", "6/30", "February 28/29"; "Mar 05" only beside its year, or "Mar 05,"."""
    if _LEAP_DAY.search(text):
        return 2, 29
    if span := _DAY_TO_DAY.search(text):
        return month_number(span["last"]), int(span["to"])
    for match in (*_MONTH_DAY.finditer(text), *_DAY_MONTH.finditer(text)):
        may_be_year = match["day"].startswith("0") and not (is_year_named or text.startswith(",", match.end()))
        if 1 <= int(match["day"]) <= 31 and not may_be_year:
            return month_number(match["month"]), int(match["day"])
    slash = _MONTH_SLASH.search(text)
    return (int(slash["month"]), int(slash["other"])) if slash and 9 < int(slash["other"]) < 32 else None


def _months_of_days(span: re.Match[str]) -> int:
    """The nearest number of whole months from a day to a day, one at least."""
    apart = (month_number(span["last"]) - month_number(span["first"])) % 12
    return max(1, round(apart + (int(span["to"]) - int(span["from"])) / _DAYS))


def _month_to_month(text: str) -> tuple[int, int] | None:
    """First and last month of "January - September", "1-9/2003"."""
    if span := _MONTH_TO_MONTH.search(text):
        return month_number(span["first"]), month_number(span["last"])
    span = _NUMBERED_MONTHS.search(text)
    return (int(span["first"]), int(span["last"])) if span else None


def _month_of_year(text: str) -> date | None:
    """The last day of "June 1999", "Jun-99", "6/99"."""
    if match := _MONTH_YEAR.search(text):
        return last_day(full_year(match["year"].lstrip("'’")), month_number(match["month"]))
    slash = _MONTH_SLASH.search(text)
    return last_day(full_year(slash["other"]), int(slash["month"])) if slash else None


def fiscal_end(words: Words, calendar: FiscalCalendar) -> date | None:
    """The end of months of a fiscal year that are counted from its beginning: "Six Months 1999", "Year 1999"."""
    if words.end is not None or words.month_day is not None or words.year is None or words.months not in (6, 9, 12):
        return None
    return calendar.quarter(words.year, words.months // 3)[1]


@lru_cache(maxsize=1 << 13)  # asked of every label
def is_period(text: str) -> bool:
    """Whether words name a period or a day, and nothing else: "For the Three Months Ended March 31, 2020"."""
    return names_period(text) and not any(map(str.isalpha, _PERIOD_ALONE.sub("", text)))


def period_start(end: date, months: int, printed: date | None = None) -> date:
    """The first day of a period of so many months: the one that is printed, unless that of quarters is near."""
    counted = _counted_start(end, months)
    if printed is None or (months % 3 == 0 and abs(printed - counted) <= NEAR_END):
        return counted
    return printed


def _counted_start(end: date, months: int) -> date:
    """The first day of so many months: month-aligned where their end is a month's end, else of 13 weeks a quarter where
    they are quarters."""
    aligned = month_end(end)
    if aligned != end and abs(end - aligned) <= NEAR_END and months % 3 == 0:
        return end - timedelta(weeks=13 * months // 3) + timedelta(days=1)
    first = aligned.year * 12 + aligned.month - months  # months since year 0, January = 0
    start = date(first // 12, first % 12 + 1, 1)
    return start + (end - aligned)


def _day_of_year(day: tuple[int, int], year: tuple[date, date]) -> date:
    """The day on which a period of a fiscal year ends: its last such day, or one that runs over its end by a few."""
    start, end = year
    days = (in_year(day, n) for n in range(start.year, end.year + 2))
    return max(on for on in days if on <= end + NEAR_END)


def months_to_date(end: date, calendar: FiscalCalendar) -> int:
    """How many months of the fiscal year have gone by at a period's end."""
    return 3 * calendar.fiscal(end)[1]


def _length(text: str) -> int | None:
    if match := _MONTHS.search(text):
        return _months_counted(match["count"].lower().replace(" ", "-"), match["unit"].lower())
    if match := _DAYS_ENDED.search(text):
        return max(1, round(int(match["count"]) / _DAYS))
    if months := quarters_to_date(text):
        return months
    if match := _SHORT_MONTHS.search(text):
        return int(match["count"] or 12)
    if _ONE_MONTH.search(text):
        return 1
    if _TO_DATE.search(text):
        return None
    named = ((HALF, 6), (_QUARTER, 3), (_YEAR, 12))
    return next((months for pattern, months in named if pattern.search(text)), None)


def _months_counted(words: str, unit: str) -> int | None:
    """The months of "twenty-six" "weeks", "9" "months"; null where it is no length of a period."""
    count = int(words) if words.isdigit() else COUNTS.get(words, 0)
    if unit.startswith("w"):
        months = _OF_LONG_QUARTERS.get(count) or max(1, round(12 * count / 52))
        return months if 1 <= count <= _MOST_WEEKS else None
    if unit == "quarters":
        return 3 * count if 2 <= count <= 4 else None
    return count if 1 <= count <= 24 else None
