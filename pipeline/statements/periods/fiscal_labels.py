"""Quarters, halves and years by their fiscal names: "Q2 FY25", "Q-1 01", "1H99", "Second Quarter 1999", "FY 03"."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from pipeline.filing.dates import YEAR, YEAR_ALONE
from pipeline.filing.fiscal import FiscalCalendar
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.periods.short_years import full_year

HALF = re.compile(
    r"\b(?:(?P<a>first|second|1st|2nd)\s+half|half[\s-]year|(?P<b>[12])h(?=\s|\d|$)|h(?P<c>[12])\b)", ANY_CASE
)
_SECOND = ("2", "2nd", "second")
_FISCAL_QUARTER = re.compile(
    rf"\b(?:(?:f?q[\s-]?|quarter\s|qtr\.?\s)(?P<a>[1-4])|(?P<b>[1-4])\s?q(?:tr\.?)?|(?P<c>{'|'.join(QUARTERS)})\s+(?:fiscal\s+)?(?:quarter|qtr))"
    rf"(?:[\s.,'’‘/-]|of|fiscal|fy|year)*(?P<year>{YEAR}|\d\d(?!\s?-?\s?(?:weeks|wks|months|mos|days)\b))?\b",
    ANY_CASE,
)
_QUARTERS_TO_DATE = re.compile(r"\bq\s?1\s?(?:-|\u2013|to)\s?q\s?(?P<last>[2-4])\b", ANY_CASE)  # from the first on
_SHORT_QUARTER = re.compile(r"f?q[1-4]\b|[1-4]q", ANY_CASE)
FISCAL_YEAR = re.compile(rf"\b(?:fiscal(?:\s+year)?|fy)[\s-]?['’]?(?P<year>{YEAR}|\d\d)\b", ANY_CASE)


def quarters_to_date(text: str) -> int | None:
    """The months of "Q1-Q3"."""
    span = _QUARTERS_TO_DATE.search(text)
    return 3 * int(span["last"]) if span else None


def is_short_quarter(text: str) -> bool:
    """Whether the short name of a quarter stands at the head of a day: "Q4 FY10" above "30-Sep-10"."""
    return _SHORT_QUARTER.match(text) is not None


def fiscal_label(text: str, calendar: FiscalCalendar) -> tuple[int, int, date] | None:
    """Length, year and end of a fiscal label that names its year."""
    if (months := quarters_to_date(text)) and (years := YEAR_ALONE.findall(text)):
        return months, int(years[-1]), calendar.quarter(int(years[-1]), months // 3)[1]
    if quarters := list(_FISCAL_QUARTER.finditer(text)):
        nearest = quarters[-1]  # to the numbers
        number = int(nearest["a"] or nearest["b"] or QUARTERS[nearest["c"].lower()])
        named = nearest["year"] or next(chain(YEAR_ALONE.findall(text), FISCAL_YEAR.findall(text)), None)
        return (3, full_year(named), calendar.quarter(full_year(named), number)[1]) if named else None
    if (match := HALF.search(text)) and (year := _year_beside(text, match)):
        half = (match["a"] or match["b"] or match["c"] or "").lower()
        return (6, year, calendar.quarter(year, 4 if half in _SECOND else 2)[1]) if half else None
    if match := FISCAL_YEAR.search(text):
        year = full_year(match["year"])
        return 12, year, calendar.year(year)[1]
    return None


def _year_beside(text: str, match: re.Match[str]) -> int | None:
    """The year that is printed after a fiscal label, or else anywhere: "1H99", "H1 1999", "First Half 1999"."""
    short = re.match(r"[\s'’-]*(?:fy)?\s?['’]?(\d\d)\b", text[match.end() :], ANY_CASE)
    years = YEAR_ALONE.findall(text)
    return int(years[-1]) if years else full_year(short[1]) if short else None
