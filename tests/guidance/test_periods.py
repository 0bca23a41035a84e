"""Guided periods as words name them, by the fiscal calendar and the day of the report."""

from datetime import date

import pytest

from pipeline.filing.fiscal import FiscalCalendar
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import guided_periods

CALENDAR_YEAR = Clock(FiscalCalendar(12), date(2020, 4, 29))
JUNE_YEAR = Clock(FiscalCalendar(6), date(2020, 4, 29))
UPDATE = Clock(FiscalCalendar(12), date(2020, 4, 2), is_release=False)

NAMED = [
    (CALENDAR_YEAR, "the second quarter of 2020", "2020-04-01", "2020-06-30"),
    (CALENDAR_YEAR, "fiscal 2020 fourth quarter", "2020-10-01", "2020-12-31"),
    (CALENDAR_YEAR, "Q2 2020", "2020-04-01", "2020-06-30"),
    (CALENDAR_YEAR, "2Q20", "2020-04-01", "2020-06-30"),
    (CALENDAR_YEAR, "Q3'20", "2020-07-01", "2020-09-30"),
    (CALENDAR_YEAR, "the June quarter", "2020-04-01", "2020-06-30"),
    (CALENDAR_YEAR, "the December 2020 quarter", "2020-10-01", "2020-12-31"),
    (CALENDAR_YEAR, "the second half of the year", "2020-07-01", "2020-12-31"),
    (CALENDAR_YEAR, "2H20", "2020-07-01", "2020-12-31"),
    (CALENDAR_YEAR, "full-year 2020", "2020-01-01", "2020-12-31"),
    (CALENDAR_YEAR, "2020 guidance", "2020-01-01", "2020-12-31"),
    (CALENDAR_YEAR, "the remainder of 2020", "2020-04-01", "2020-12-31"),
    (CALENDAR_YEAR, "the balance of the year", "2020-04-01", "2020-12-31"),
    (CALENDAR_YEAR, "the quarter ending June 30, 2020", "2020-04-01", "2020-06-30"),
    (CALENDAR_YEAR, "13 weeks ending August 1, 2020", "2020-05-01", "2020-07-31"),
    (CALENDAR_YEAR, "next quarter", "2020-04-01", "2020-06-30"),
    (CALENDAR_YEAR, "next year", "2021-01-01", "2021-12-31"),
    (JUNE_YEAR, "the fourth quarter", "2020-04-01", "2020-06-30"),
    (JUNE_YEAR, "FY21", "2020-07-01", "2021-06-30"),
    (JUNE_YEAR, "the second half of fiscal 2021", "2021-01-01", "2021-06-30"),
    (JUNE_YEAR, "the current fiscal year", "2019-07-01", "2020-06-30"),
    (UPDATE, "the first quarter", "2020-01-01", "2020-03-31"),
]
NOT_GUIDED = ["the first quarter of 2020", "over 2019", "compared to the second quarter of 2020", "April 30, 2020"]


@pytest.mark.parametrize(("clock", "words", "start", "end"), NAMED, ids=lambda value: str(value)[:40])
def test_a_period(clock: Clock, words: str, start: str, end: str) -> None:
    (period,) = guided_periods(words, clock)
    assert (str(period.start), str(period.end)) == (start, end)


@pytest.mark.parametrize("words", NOT_GUIDED)
def test_what_is_over_or_compared_with_is_not_guided(words: str) -> None:
    assert guided_periods(words, CALENDAR_YEAR) == []


def test_a_span_without_dates() -> None:
    (period,) = guided_periods("over the next ten years", CALENDAR_YEAR)
    assert (period.start, period.end) == (None, None)


def test_two_quarters() -> None:
    periods = guided_periods("in the third and fourth quarters of 2020", CALENDAR_YEAR)
    assert [period.end for period in periods] == [date(2020, 9, 30), date(2020, 12, 31)]
