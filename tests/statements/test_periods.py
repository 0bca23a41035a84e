"""Words of headings, and the months and the last day that they name, in a fiscal year that ends on December 31."""

from datetime import date

import pytest

from pipeline.filing.infer_calendar import infer_calendar
from pipeline.statements.periods.read import fiscal_end, is_period, months_to_date, period_start, read_words

CALENDAR = infer_calendar("Results of the quarter ended June 30, 1999; our fiscal year ends December 31.", None)
JUNE, DECEMBER = date(1999, 6, 30), date(1999, 12, 31)

HEADINGS = {
    "Three Months Ended June 30, 1999": (3, JUNE),
    "Three-Month Period Ended June 30, 1999": (3, JUNE),
    "Quarter Ended Jun. 30, 1999": (3, JUNE),
    "For the Qtr. Ended 6/30/99": (3, JUNE),
    "6 mths 30/6/99": (6, JUNE),
    "April 1, 1999 through June 30, 1999": (3, JUNE),
    "April 1 through June 30, 1999": (3, JUNE),
    "Period from June 3 to June 30, 1999": (1, JUNE),
    "Period from April 20, through June 30, 1999": (2, JUNE),
    "January 1 - December 31, 1999": (12, DECEMBER),
    "13 wks ended July 3, 1999": (3, date(1999, 7, 3)),
    "53 weeks ended January 1, 2000": (12, date(2000, 1, 1)),
    "Five Weeks Ended July 3, 1999": (1, date(1999, 7, 3)),
    "22 Weeks Ended July 3, 1999": (5, date(1999, 7, 3)),
    "Thirty-Five Weeks Ended July 3, 1999": (8, date(1999, 7, 3)),
    "Sixteen Weeks Ended July 3, 1999": (3, date(1999, 7, 3)),
    "Forty-Eight Weeks Ended July 3, 1999": (11, date(1999, 7, 3)),
    "99 Weeks Ended July 3, 1999": (None, date(1999, 7, 3)),
    "Second Quarter 1999": (3, JUNE),
    "2nd Qtr. 1999": (3, JUNE),
    "Quarter 4 1999": (3, DECEMBER),
    "Q2'99": (3, JUNE),
    "2nd Qtr. '99": (3, JUNE),
    "QTR 2 1999": (3, JUNE),
    "6M 1999": (6, JUNE),
    "TTM June 1999": (12, JUNE),
    "2Q99": (3, JUNE),
    "1999 Q2": (3, JUNE),
    "H1 1999": (6, JUNE),
    "2H99": (6, DECEMBER),
    "First Half 1999": (6, JUNE),
    "Six Months 1999": (6, JUNE),
    "Year 1999": (12, DECEMBER),
    "FY99": (12, DECEMBER),
    "Fiscal 1999": (12, DECEMBER),
    "YTD June 1999": (6, JUNE),
    "6M Stores, June 1999": (None, JUNE),
    "Jun-99": (None, JUNE),
    "June '99": (None, JUNE),
    "06/99": (None, JUNE),
    "as of 6-30-99": (None, JUNE),
    "June 30, '99": (None, JUNE),
    "30.06.1999": (None, JUNE),
    "05.06.1999": (None, date(1999, 6, 5)),
    "30th June 1999": (None, JUNE),
    "1999-06-30": (None, JUNE),
    "Successor August 15 - September 30, 1998": (1, date(1998, 9, 30)),
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_heading(heading: str) -> None:
    words = read_words(heading, CALENDAR)
    end = words.ends() or fiscal_end(words, CALENDAR)
    months = months_to_date(end, CALENDAR) if words.to_date and end else words.months
    assert (months, end) == HEADINGS[heading]


@pytest.mark.parametrize(
    ("heading", "start"),
    [
        ("Period from May 8, 1999 to June 30, 1999", date(1999, 5, 8)),
        ("Successor May 8 - June 30, 1999", date(1999, 5, 8)),
        ("November 20 through February 7, 1999", date(1998, 11, 20)),
        ("35 Weeks from May 1, 1999 to January 1, 2000", date(1999, 5, 1)),
        ("Two Months Ended June 30, 1999", None),
        ("Three Months Ended March 31, 1998 through June 30, 1999", None),
    ],
)
def test_a_period_begins_on_the_day_that_is_printed(heading: str, start: date | None) -> None:
    assert read_words(heading, CALENDAR).start == start


@pytest.mark.parametrize("heading", ["Three Months Ended 6/30", "Three Months Ended June 30", "April 1 to June 30"])
def test_a_day_waits_for_its_year(heading: str) -> None:
    words = read_words(heading, CALENDAR)
    assert words.ends() is None
    assert words.filled(read_words("1999", CALENDAR)).ends() == JUNE


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [
        (JUNE, 3, date(1999, 4, 1)),
        (date(1999, 7, 3), 3, date(1999, 4, 4)),  # 13 weeks
        (date(1999, 6, 26), 6, date(1998, 12, 27)),
        (date(1999, 7, 3), 1, date(1999, 6, 4)),
    ],
)
def test_where_a_period_starts(end: date, months: int, start: date) -> None:
    assert period_start(end, months) == start


def test_a_period_of_no_quarters_starts_where_it_says() -> None:
    words = read_words("Period from January 1, 1999 through February 5, 1999", CALENDAR)
    assert period_start(date(1999, 2, 5), 1, words.start) == date(1999, 1, 1)
    words = read_words("April 3, 1999 through June 30, 1999", CALENDAR)
    assert period_start(JUNE, 3, words.start) == date(1999, 4, 1)
    words = read_words("April 15, 1999 through June 30, 1999", CALENDAR)
    assert period_start(JUNE, 3, words.start) == date(1999, 4, 15)


@pytest.mark.parametrize("words", ["For the Three Months Ended March 31, 2020", "As of March 31", "Fiscal year 2020"])
def test_words_that_are_a_period(words: str) -> None:
    assert is_period(words)


@pytest.mark.parametrize("words", ["Quarter ended revenue", "March 31, 2020 compared to 2019", "Net sales"])
def test_words_that_are_more_than_a_period(words: str) -> None:
    assert not is_period(words)


def test_a_count_behind_year_to_date_is_no_year() -> None:
    assert read_words("YTD 39 weeks", CALENDAR).months == 9


@pytest.mark.parametrize(("heading", "end"), [("Mar 05", date(2005, 3, 31)), ("July 03,", None)])
def test_a_day_with_its_comma_is_no_year(heading: str, end: date | None) -> None:
    assert read_words(heading, CALENDAR).ends() == end
