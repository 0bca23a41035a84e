"""What columns tell of each other's headings."""

from datetime import date

import pytest

from pipeline.statements.columns.captions import whole_lines
from pipeline.statements.columns.heading import Heading, with_joined_starts
from pipeline.statements.periods.read import period_start
from pipeline.statements.words import CHANGE


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
    ("heading", "is_change"), [("Amount, Incr.", True), ("Inc (Dec)", True), ("Oak Tool, Inc.", False)]
)
def test_inc_is_a_change_but_in_a_name(heading: str, *, is_change: bool) -> None:
    assert (CHANGE.search(heading) is not None) == is_change
