from datetime import date

import pytest

from pipeline.filing.dates import find_dates
from pipeline.filing.fiscal import FiscalCalendar
from pipeline.filing.infer_calendar import infer_calendar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ended June 30, 2003", date(2003, 6, 30)),
        ("as of Sept. 28,2019", date(2019, 9, 28)),
        ("31 December 2019", date(2019, 12, 31)),
        ("at 6/30/98", date(1998, 6, 30)),
        ("ended Jun. 30/98", date(1998, 6, 30)),
        ("31.12.2019", date(2019, 12, 31)),
        ("2020-03-31", date(2020, 3, 31)),
    ],
)
def test_a_date_in_every_shape(text: str, value: date) -> None:
    (mention,) = find_dates(text)
    assert mention.value == value
    assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


def test_no_day_of_the_calendar_is_no_date() -> None:
    assert find_dates("February 30, 2003 and may 12 of them") == []
    assert find_dates("Twelve Months Ended February 29/28") == []


def test_calendar_year() -> None:
    calendar = FiscalCalendar()
    assert calendar.quarter(2003, 3) == (date(2003, 7, 1), date(2003, 9, 30))
    assert calendar.half(2003, 2) == (date(2003, 7, 1), date(2003, 12, 31))
    assert calendar.year(2003) == (date(2003, 1, 1), date(2003, 12, 31))
    assert calendar.fiscal(date(2003, 12, 31)) == (2003, 4)


def test_june_year() -> None:
    calendar = FiscalCalendar(6)
    assert calendar.quarter(2020, 1) == (date(2019, 7, 1), date(2019, 9, 30))
    assert calendar.fiscal(date(2019, 9, 28)) == (2020, 1)
    assert calendar.fiscal(date(2020, 7, 4)) == (2020, 4)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("offset", [0, 1])
def test_a_quarter_knows_its_own_name(month: int, offset: int) -> None:
    calendar = FiscalCalendar(month, offset)
    for quarter in (1, 2, 3, 4):
        assert calendar.fiscal(calendar.quarter(2019, quarter)[1]) == (2019, quarter)


@pytest.mark.parametrize(
    ("text", "header", "calendar"),
    [
        ("results for the third fiscal quarter ended September 30, 2003", None, FiscalCalendar(12)),
        ("the second quarter and six months ended June 30, 2003", None, FiscalCalendar(12)),
        ("third quarter of fiscal 2020, ended March 28, 2020", None, FiscalCalendar(6)),
        ("the fourth quarter of fiscal 2019 ended February 1, 2020", None, FiscalCalendar(1, 1)),
        ("thirty-nine weeks ended October 31", None, FiscalCalendar(1)),
        ("the fourth quarter (the quarter ended June 30, 2011)", None, FiscalCalendar(6)),
        ("the first quarter of fiscal\nyear 2006 ended August 31, 2005", None, FiscalCalendar(5)),
        (
            "(All comparisons are to the second quarter of 2025)\n\nFor the three months ended June 30,\n2026",
            None,
            FiscalCalendar(12),
        ),
        ("for the nine months ending Nov. 30, 1997", None, FiscalCalendar(2)),
        ('the fiscal year ending January 31, 2004 ("fiscal 2003")', None, FiscalCalendar(1, 1)),
        ('the fiscal year ending January 31, 2004 ("fiscal 2003") of a partner', "1231", FiscalCalendar(12)),
        ("the 2003 fiscal year ending January 31, 2004", None, FiscalCalendar(1, 1)),
        ("sales of the 2003\n      fiscal year ending January 31, 2004", None, FiscalCalendar(1, 1)),
        ("Fiscal year ended January 31, 2003\tFiscal year ended January 31, 2004", None, FiscalCalendar(1)),
        ("nothing said", "0930", FiscalCalendar(9)),
        ("nothing said", "0202", FiscalCalendar(1)),
        ("nothing said", "0000", FiscalCalendar(12)),
        ("nothing said", None, FiscalCalendar(12)),
    ],
)
def test_a_calendar_is_read_from_what_the_text_says(text: str, header: str | None, calendar: FiscalCalendar) -> None:
    assert infer_calendar(text, header) == calendar


@pytest.mark.parametrize(
    ("text", "reported_on", "calendar"),
    [
        ("results of the third quarter of fiscal 2003, better than those of the third quarter of fiscal 2002",
         date(2003, 11, 20), FiscalCalendar(1, 1)),
        ("results of the third quarter of fiscal 2004, and of the third quarter of fiscal 2003",
         date(2003, 11, 20), FiscalCalendar(1, 0)),
        ("what it expects of the fourth quarter of fiscal 2004", date(2003, 11, 20), FiscalCalendar(1, 0)),
        ("what it expects of the fourth quarter of fiscal 2003", date(2003, 11, 20), FiscalCalendar(1, 1)),
        ("For fiscal 2004, the Company expects to open 12 stores", date(2004, 3, 4), FiscalCalendar(1, 1)),
        ("For 2004, Oak Stores, Inc. plans 12 stores", date(2004, 3, 4), FiscalCalendar(1, 1)),
        ("Oak plans to open 95 stores in fiscal 2004. It expects to open 48 in the third quarter of fiscal 2004",
         date(2004, 1, 8), FiscalCalendar(1, 1)),
        ("The Company plans to open 95 new stores in fiscal 2004", date(2003, 11, 20), FiscalCalendar(1, 0)),
        ("Oak expects to open 12 new stores in fiscal 2004", date(2003, 12, 4), FiscalCalendar(1, 0)),
        ("Oak expects to open 5 more stores in fiscal 2004", date(2004, 1, 8), FiscalCalendar(1, 0)),
        ("Oak expects to open its second distribution center in 2004", date(2004, 1, 8), FiscalCalendar(1, 0)),
        ("Oak plans to open 9 stores in fiscal 2004. For fiscal 2005, it expects higher sales",
         date(2004, 1, 8), FiscalCalendar(1, 0)),
        ("In fiscal 2004, results exceeded our plan", date(2004, 3, 4), FiscalCalendar(1, 0)),
        ("During fiscal 2004, the Oak Street project was completed", date(2004, 3, 4), FiscalCalendar(1, 0)),
        ("Fiscal 2004 Financial Outlook", date(2004, 3, 4), FiscalCalendar(1, 1)),
        ("Updated Outlook for Fiscal 2004:", date(2004, 3, 4), FiscalCalendar(1, 1)),
        ("Estimates for 2004 net sales", date(2004, 3, 4), FiscalCalendar(1, 0)),
        ("Fiscal 2004 Results versus Guidance", date(2004, 3, 4), FiscalCalendar(1, 0)),
        ("Fiscal 2004 Original Guidance", date(2004, 3, 4), FiscalCalendar(1, 0)),
        ("earnings of fiscal 2004", date(2004, 3, 4), FiscalCalendar(1, 0)),
        ("sales of the fourth quarter of 2002, and of the fourth quarter 2001", date(2003, 3, 4), FiscalCalendar(1, 1)),
        ("sales of the fourth quarter of 2003, and of the fourth quarter 2002", date(2003, 3, 4), FiscalCalendar(1, 0)),
        ("net income for the fiscal 2009 fourth quarter; in the fiscal 2008 fourth quarter", date(2010, 3, 31),
         FiscalCalendar(1, 1)),
        ("Reports Fourth Quarter and Fiscal 2010 Results. This compares with income for the fiscal 2009 fourth quarter",
         date(2010, 3, 20), FiscalCalendar(1, 0)),
        ("results exceeded previously issued fiscal 2009 guidance", date(2009, 3, 12), FiscalCalendar(1, 0)),
        ("compared with 2007 third quarter income; 2008 third quarter results", date(2008, 11, 19),
         FiscalCalendar(1, 1)),
        ("PROVIDES 2010 OUTLOOK", date(2010, 3, 20), FiscalCalendar(1, 1)),
        ("exceeded its previously issued fiscal 2010 guidance", date(2010, 3, 20), FiscalCalendar(1, 0)),
        ("up from 2009 fourth quarter income; 2010 fourth quarter results", date(2010, 3, 20), FiscalCalendar(1, 0)),
        ("fiscal 2003 (ending January 31, 2004)", date(2003, 3, 4), FiscalCalendar(1, 1)),
        ("fiscal 2004, which ends on January 31, 2004", date(2003, 3, 4), FiscalCalendar(1, 0)),
    ],
)  # fmt: skip
def test_the_quarter_that_is_reported_names_its_year(text: str, reported_on: date, calendar: FiscalCalendar) -> None:
    assert infer_calendar(text, "0131", reported_on) == calendar


@pytest.mark.parametrize(
    ("text", "reported_on", "calendar"),
    [
        ("FIRST QUARTER EARNINGS\n\nfor the thirteen weeks ended May 4, 2002", date(2002, 5, 16), FiscalCalendar(1)),
        ("FIRST QUARTER EARNINGS PER SHARE OF $.12\n\nfor the thirteen weeks ended May 4, 2002", date(2002, 5, 16),
         FiscalCalendar(1)),
        ("Third Quarter Fiscal Year 2024 Financial Results\n\nfor the fiscal quarter ended April 30, 2024",
         date(2024, 6, 4), FiscalCalendar(7)),
        ("ANNOUNCES FINANCIAL RESULTS FOR SECOND QUARTER FISCAL YEAR 2020\n\nthree months ended September 30, 2019",
         date(2019, 11, 5), FiscalCalendar(3)),
        ("2008 third quarter loss, for the quarter ended November 1, 2008", date(2008, 11, 19), FiscalCalendar(1, 1)),
        ("for the quarter ended September 30, 2003; fourth quarter earnings are expected", date(2003, 10, 23),
         FiscalCalendar(12)),
        ("for the three months ended June 30, 2001, compared with the first quarter loss of 2001", date(2001, 7, 20),
         FiscalCalendar(12)),
        ("SEES HIGHER FOURTH QUARTER PROFITS, for the quarter ended September 30, 2003", date(2003, 10, 20),
         FiscalCalendar(12)),
        ("Oak, which plans to open 30 stores, reported third quarter earnings\n\nfor the quarter ended April 30, 2024",
         date(2024, 6, 4), FiscalCalendar(7)),
        ("Warner Announces Third Quarter Results\n\nfor the quarter ended April 30, 2024", date(2024, 6, 4),
         FiscalCalendar(7)),
        ("REPORTS LOWER FIRST QUARTER EARNINGS, for the quarter ended September 30, 2003", date(2003, 10, 20),
         FiscalCalendar(6)),
        ("for the three months ended March 31, 2003, up from fourth quarter 2002 earnings", date(2003, 4, 24),
         FiscalCalendar(12)),
        ("second quarter sales rose, for the quarter ended November 30, 2003", date(2003, 12, 20), FiscalCalendar(5)),
        ("third quarter ended September 4, 2012; the fiscal year, which ends December 25, 2012", date(2012, 10, 16),
         FiscalCalendar(12)),
        ("for the quarter ended December 31, 2003; the lease year, which ends June 30, 2004", date(2004, 1, 20),
         FiscalCalendar(12)),
    ],
)  # fmt: skip
def test_without_a_phrase_the_headline_names_the_quarter(
    text: str, reported_on: date, calendar: FiscalCalendar
) -> None:
    assert infer_calendar(text, None, reported_on) == calendar
