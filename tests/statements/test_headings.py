"""What columns tell of each other's headings."""

from datetime import date

import pytest

from pipeline.statements.column_words import CHANGE
from pipeline.statements.columns.captions import whole_lines
from pipeline.statements.columns.heading import Heading, with_joined_starts
from pipeline.statements.columns.said_by_column import with_lengths
from pipeline.statements.periods.read import Said, Words, period_start
from tests.statements.test_cases import read


def heading(end: date, months: int) -> Heading:
    return Heading("", "amount", period_start(end, months), end, months, "header")


def test_a_year_of_53_weeks_begins_where_the_one_beside_it_ends() -> None:
    ends = [date(2021, 1, 2), date(2019, 12, 28), date(2018, 12, 29)]
    headings = {(0, column): heading(end, 12) for column, end in enumerate(ends)}
    starts = [found.start for found in with_joined_starts(headings).values()]
    assert starts == [date(2019, 12, 29), date(2018, 12, 30), date(2017, 12, 31)]


def test_a_quarter_begins_on_its_own_beside_that_of_the_year_before() -> None:
    headings = {(0, column): heading(end, 3) for column, end in enumerate([date(2021, 1, 2), date(2019, 12, 28)])}
    assert with_joined_starts(headings) == headings


def test_days_of_a_title_go_on_in_a_line_of_days_alone() -> None:
    days = ["As of March 31, 2004 (unaudited)", "and December 31, 2003 (Note 1)"]
    assert whole_lines(days) == [" ".join(days)]


def test_days_of_a_title_do_not_go_on_in_that_of_another_statement() -> None:
    titles = ["Statements of Income, March 31, 2004 and 2003, and", "Balance Sheets, March 31, 2004"]
    assert whole_lines(titles) == titles


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Quarters Ended June 30 (10 weeks of Elm included)", "Quarters Ended June 30 "),
        ("1998 includes two months of Elm", ""),
        ("(13 weeks)", "(13 weeks)"),
        ("(Thousands, excluding shares, year ended May 30)", "(Thousands, excluding shares, year ended May 30)"),
        ("Sales Including Taxes, Year Ended June 30", "Sales Including Taxes, Year Ended June 30"),
    ],
)
def test_what_figures_hold_says_nothing_of_their_period(line: str, kept: str) -> None:
    assert whole_lines([line]) == [kept]


@pytest.mark.parametrize(
    ("heading", "is_change"), [("Amount, Incr.", True), ("Inc (Dec)", True), ("Oak Tool, Inc.", False)]
)
def test_inc_is_a_change_but_in_a_name(heading: str, *, is_change: bool) -> None:
    assert (CHANGE.search(heading) is not None) == is_change


@pytest.mark.parametrize(
    ("own", "beside", "is_own"),
    [
        ("1998", "1998 Adj.", False),
        ("1998 Rep.", "1998 As Adj.", False),
        ("1998", "1998 (PF)", False),
        ("1998", "1998 w/o charges", False),
        ("1998", "1998 Ongoing", False),
        ("1998", "1998 Restated", True),
        ("1998", "1998 (53 weeks)", True),
        ("1998", "1998 (without audit)", True),
        ("1998 Mills", "1998 Stores", True),
    ],
)
def test_a_column_beside_one_of_its_period(own: str, beside: str, *, is_own: bool) -> None:
    page = (
        "STATEMENTS OF INCOME\n\n"
        f"{'':20}{'Years Ended December 31,':>50}\n{'':20}{own:>20}{beside:>20}{'1997':>20}\n"
        f"{'Net sales':20}{'12,000':>20}{'11,800':>20}{'11,000':>20}\n"
        f"{'Cost of sales':20}{'7,200':>20}{'7,100':>20}{'6,600':>20}\n"
        f"{'Net income':20}{'1,100':>20}{'1,200':>20}{'1,000':>20}\n"
    )
    assert [column.kind == "amount" for column in read(page).columns] == [True, is_own, True]


@pytest.mark.parametrize(("day", "months"), [(date(2000, 7, 1), 3), (date(2000, 12, 31), None)])
def test_a_length_reaches_over_a_change_to_the_day_a_year_ago_alone(day: date, months: int | None) -> None:
    own = {
        1: Said(Words(3, date(2001, 6, 30)), "header", "Quarter Ended June 30, 2001"),
        2: Said(Words(), "header", "Change"),
        3: Said(Words(end=day), "header", f"{day:%B %d, %Y}"),
    }
    assert with_lengths(own)[3].words.months == months
