"""The period that a column's heading names: its length in months and the day it ends."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.filing.dates import MONTH, YEAR, find_dates, month_number
from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.tables.words import PERIOD_WORDS

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "twenty-six": 26, "twenty-seven": 27, "thirty-nine": 39, "forty": 40, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
_COUNT = (
    rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|twenty six|thirty nine|fifty two|fifty three|\d{{1,2}})"
)
_MONTHS = re.compile(rf"\b(?P<count>{_COUNT})[\s-]*\(?\d*\)?\s*(?P<unit>months?|mos?\b|weeks?)", re.IGNORECASE)
_QUARTER = re.compile(r"\bquarters?\b(?!\s*(?:-|–)?\s*to)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:fiscal\s+)?years?\b(?!\s*-?to)|\bannual\b|\bfull[\s-]year\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\byear[\s-]+to[\s-]+date\b|\bytd\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:first|second|1st|2nd)\s+half\b|\bhalf[\s-]year\b|\b[12]h\s?\d{2}", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_FISCAL_QUARTER = re.compile(
    rf"\b(?:q(?P<a>[1-4])|(?P<b>[1-4])\s?q|(?P<c>{'|'.join(_ORDINALS)})\s+(?:fiscal\s+)?(?:quarter|qtr))"
    rf"(?:[\s,'’‘-]|of|fiscal|fy|year)*(?P<year>{YEAR}|\d\d)?\b",
    re.IGNORECASE,
)
_FISCAL_YEAR = re.compile(rf"\b(?:fiscal(?:\s+year)?|fy)\s?['’]?(?P<year>{YEAR}|\d\d)\b", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})\b(?!\s*\d)(?!,?\s*{YEAR})", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})(?!,?\s*{YEAR})", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})[\s,'’-]*(?P<year>{YEAR}|['’]\d\d|(?<=-)\d\d)\b", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"\b{YEAR}\b")
_PERIOD_ALONE = re.compile(
    rf"{PERIOD_WORDS.pattern}|\b(?:for|the|as|of|at|and|to|in|fiscal|unaudited|{MONTH}|{_COUNT})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a heading says of a period; what it leaves open is null."""

    months: int | None = None
    end: date | None = None
    month_day: tuple[int, int] | None = None  # an end without its year
    year: int | None = None  # a year without its day
    to_date: bool = False  # from the beginning of the fiscal year

    def filled(self, other: Words) -> Words:
        """These words, and from the other what they leave open."""
        return Words(
            self.months or (None if self.to_date else other.months),
            self.end or (None if self.month_day or self.year else other.end),
            self.month_day or other.month_day or (_month_day(other.end) if self.year else None),
            self.year or other.year or (other.end.year if other.end and self.month_day else None),
            self.to_date or (other.to_date and self.months is None),
        )

    def ends(self) -> date | None:
        """The day the period ends, once day and year are known."""
        if self.end is not None:
            return self.end
        if self.month_day is None or self.year is None:
            return None
        month, day = self.month_day
        return date(self.year, month, min(day, monthrange(self.year, month)[1]))


def read_words(text: str, calendar: FiscalCalendar) -> Words:
    """Read a heading: "Three Months Ended June 30, 2003", "13 weeks ended", "Q2 FY25", "2003"."""
    months, to_date = _length(text), bool(_TO_DATE.search(text))
    if dates := find_dates(text):
        return Words(months, dates[-1].value, to_date=to_date)
    if (fiscal := _fiscal(text, calendar)) is not None:
        length, end = fiscal
        return Words(months if to_date or months else length, end, to_date=to_date)
    day = next((m for m in (*_MONTH_DAY.finditer(text), *_DAY_MONTH.finditer(text)) if 1 <= int(m["day"]) <= 31), None)
    years = _YEAR_ALONE.findall(text)
    if day is not None:
        month_day = (month_number(day["month"]), int(day["day"]))
        return Words(months, None, month_day, int(years[-1]) if years else None, to_date)
    if month := _MONTH_YEAR.search(text):
        year = _full_year(month["year"].lstrip("'’"))
        number = month_number(month["month"])
        return Words(months, date(year, number, monthrange(year, number)[1]), to_date=to_date)
    return Words(months, None, None, int(years[-1]) if years else None, to_date)


def is_period(text: str) -> bool:
    """Whether words name a period or a day, and nothing else: "For the Three Months Ended March 31, 2020"."""
    return bool(PERIOD_WORDS.search(text)) and not any(map(str.isalpha, _PERIOD_ALONE.sub("", text)))


def period_start(end: date, months: int) -> date:
    """The first day of a period of so many months; month-aligned where its end is a month's end."""
    aligned = month_end(end)
    first = aligned.year * 12 + aligned.month - months  # months since year 0, January = 0
    start = date(first // 12, first % 12 + 1, 1)
    return start + (end - aligned) if aligned != end else start


def months_to_date(end: date, calendar: FiscalCalendar) -> int:
    """How many months of the fiscal year have gone by at a period's end."""
    return 3 * calendar.fiscal(end)[1]


def _length(text: str) -> int | None:
    if match := _MONTHS.search(text):
        words = match["count"].lower().replace(" ", "-")
        count = _COUNTS.get(words) or int(words) if words.isdigit() or words in _COUNTS else 0
        if match["unit"].lower().startswith("week"):
            return {13: 3, 14: 3, 12: 3, 16: 3, 26: 6, 27: 6, 28: 6, 39: 9, 40: 9, 52: 12, 53: 12}.get(count)
        return count if 1 <= count <= 24 else None
    if _TO_DATE.search(text):
        return None
    if _HALF.search(text):
        return 6
    if _QUARTER.search(text):
        return 3
    return 12 if _YEAR.search(text) else None


def _fiscal(text: str, calendar: FiscalCalendar) -> tuple[int, date] | None:
    """Length and end of a fiscal label that names its year."""
    if match := _FISCAL_QUARTER.search(text):
        number = int(match["a"] or match["b"] or _ORDINALS[match["c"].lower()])
        year = match["year"] or next(iter(_YEAR_ALONE.findall(text)), None)
        return (3, calendar.quarter(_full_year(year), number)[1]) if year else None
    if match := _FISCAL_YEAR.search(text):
        return 12, calendar.year(_full_year(match["year"]))[1]
    return None


def _full_year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (1900 if year >= 70 else 2000)


def _month_day(day: date | None) -> tuple[int, int] | None:
    if day is None:
        return None
    last = (day + timedelta(days=1)).day == 1
    return day.month, 31 if last else day.day
