"""What the headings of a block say of each of its columns, alone and beside each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pipeline.filing.dates import MONTH, YEAR, YEAR_ALONE, find_dates, month_number
from pipeline.filing.fiscal import NEAR_END, FiscalCalendar, in_year, month_day_of
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.columns.captions import FISCAL_YEAR_ALONE, YEARS, said_by
from pipeline.statements.columns.heading import LAST_YEAR, THIS_YEAR, Heading
from pipeline.statements.periods.days import days_named
from pipeline.statements.periods.read import Said, SaidByColumn, Words, read_words
from pipeline.statements.title_words import NAMES_MONTH
from pipeline.tables.grid import GridRow
from pipeline.tables.words import names_period

_TWO_DAYS = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d\d?),? and (?P<month2>{MONTH}) (?P<day2>\d\d?)\b(?!,? {YEAR}|\d)", ANY_CASE
)
_YEAR_OF_COLUMN = re.compile(rf"\W*(?:(?:fiscal|fy|year)\W*)*(?P<year>{YEAR})\W*(?:unaudited\W*)?", ANY_CASE)
_LATEST_NAMED_BEFORE = 2  # the last month that a year named by its beginning ends in
_A_YEAR = timedelta(days=365)
_DAYS = ("month", "day"), ("month2", "day2")


def said_beside(rows: Sequence[GridRow]) -> str:
    """What stands beside a block of headings, at the left, of a period; nothing where it names two days."""
    labels = (row.label.text for row in rows if row.label is not None)
    return " ".join(label for label in labels if names_period(label) and len(find_dates(label)) < 2)


def said_over(rows: Sequence[GridRow], column: int, left: str, calendar: FiscalCalendar, day_line: str) -> Said:
    """What a block of headings says of a column; the period that stands beside them, at the left, holds for all.

    A fiscal year alone is that of the day which stands there, or else in `day_line`, above: "Quarter Ended June 30"
    over "FY 2005".
    """
    cells = [cell for row in rows for cell in row.cells if cell.first <= column <= cell.last]
    text = " ".join(cell.text for cell in cells)
    own = any(cell.first == cell.last and YEAR_ALONE.search(cell.text) for cell in cells)
    day = _day_of_own_year(rows, column) if own else None
    said = " ".join(
        _of_all(cell.text, with_days=day is None) if own and cell.first < cell.last else cell.text for cell in cells
    )
    if FISCAL_YEAR_ALONE.fullmatch(said):
        said = f"{left or day_line} {said}"
    words = read_words(said, calendar).filled(said_by(left, calendar))
    if day and not find_dates(said):
        words = words._replace(end=day)
    return Said(words, "header" if text else "none", text)


def _day_of_own_year(rows: Sequence[GridRow], column: int) -> date | None:
    """The day of a column's year that headings over this column and others name: "March 31, 1998 and" above "December
    31, 1997", or the latest alone, for all. A year may be named by its beginning: fiscal 1997 ends in January 1998."""
    cells = [cell for row in rows for cell in row.cells]
    over = [cell for cell in cells if cell.first < cell.last and cell.first <= column <= cell.last]
    below = [cell for cell in cells if any(wide.first <= cell.first == cell.last <= wide.last for wide in over)]
    years = {cell.first: int(own["year"]) for cell in below if (own := _YEAR_OF_COLUMN.fullmatch(cell.text))}
    named = days_named(" ".join(cell.text for cell in over))
    days = {day.year: day for day in named}
    if column not in years or not days or len(days) < len(named):
        return None
    by = max(days) - max(years.values())
    if by not in (0, 1) or any(by and day.month > _LATEST_NAMED_BEFORE for day in named):
        return None
    year = years[column] + by
    return in_year(month_day_of(named[0]), year) if len(named) == 1 else days.get(year)


def _of_all(text: str, *, with_days: bool) -> str:
    """What a heading over several columns says of each: not which of the years is its own, or of the days."""
    said = YEARS.sub("", text)
    for mention in () if with_days else reversed(find_dates(said)):
        said = said[: mention.start] + said[mention.end :]
    return said


def with_days(own: SaidByColumn, days: Mapping[int, date]) -> SaidByColumn:
    """Columns that name years alone, or days without years, take the days that the title says in full.

    So do those that name one quarter of each year.
    """
    years = {year for words, _, _ in own.values() if (year := words.year or words.quarter_of)}
    if not years <= days.keys():
        return own
    quarters = {(words.quarter_of, words.end) for words, _, _ in own.values() if words.quarter_of}
    counted = len({year for year, _ in quarters}) == len(quarters)
    by_month_day = {(day.month, day.day): day for day in days.values()}
    filled = dict(own)
    for column, said in own.items():
        words = said.words
        year = words.year or (words.quarter_of if counted else None)
        named = by_month_day.get(words.month_day) if words.month_day else days.get(year or 0)
        if named and (words.ends() is None or words.quarter_of):
            filled[column] = said.with_words(end=named)._replace(found_in="caption")
    return filled


def with_years_of_sides(own: SaidByColumn, years: Collection[int]) -> SaidByColumn:
    """ "This year" and "last year" are the two years whose days the title names."""
    if len(years) != 2:
        return own
    earlier, later = sorted(years)
    filled = dict(own)
    for column, said in own.items():
        if said.words == Words(said.words.months):
            year = earlier if LAST_YEAR.search(said.text) else later if THIS_YEAR.search(said.text) else None
            filled[column] = said.with_words(year=year)
    return filled


def with_two_days(own: SaidByColumn, beside: Iterable[str], above: Mapping[int, Heading]) -> SaidByColumn:
    """Two days without a year are of the two years of the columns in turn, which may stand above and name no days:
    "Quarter Ended June 29 and July 1"."""
    named = next(filter(None, map(_TWO_DAYS.search, beside)), None)
    if named is None or any(NAMES_MONTH.search(text) for _, _, text in own.values()):
        return own
    ends = {column: heading.end.year for column, heading in above.items() if heading.end}
    years = {column: year for column, (words, _, _) in own.items() if (year := words.year or ends.get(column))}
    if len(set(years.values())) != 2:
        return own
    in_turn = zip(dict.fromkeys(years.values()), _DAYS, strict=True)
    days = {year: (month_number(named[month]), int(named[day])) for year, (month, day) in in_turn}
    return own | {column: own[column].with_words(month_day=days[year], year=year) for column, year in years.items()}


def with_lengths(own: SaidByColumn) -> SaidByColumn:
    """A column that names a day, and over which no length reaches, takes one of the columns beside it.

    Of two it takes the one with which no other column names its day. A year alone takes length and day of the column
    before it.
    """
    filled = dict(own)
    for column, said in own.items():
        words = said.words
        before = filled[column - 1].words if column - 1 in filled else Words()
        if words.year and words == Words(year=words.year) and before.months:
            filled[column] = said._replace(words=words.filled(before))
            continue
        day = words.ends()
        if day is None or words.months or words.to_date:
            continue
        taken = {(other.months, other.to_date) for other, _, _ in filled.values() if other.ends() == day}
        lengths = _lengths_beside(filled, column, day)
        months, to_date = next((length for length in lengths if length not in taken), (None, False))
        filled[column] = said.with_words(months=months, to_date=to_date)
    return filled


def _lengths_beside(own: SaidByColumn, column: int, day: date) -> Iterator[tuple[int | None, bool]]:
    """The lengths of the nearest columns before and behind one that ends on a day: beside it, or over columns without
    one, as percentages, that of a day a year apart. What stands on another day has none."""
    for step in (-1, 1):
        near = column + step
        while near in own and not (own[near].words.months or own[near].words.to_date):
            near += step
        if near not in own:
            continue
        words = own[near].words
        if near == column + step or ((end := words.ends()) and abs(abs(end - day) - _A_YEAR) <= NEAR_END):
            yield words.months, words.to_date


def sole_period(own: SaidByColumn) -> Words:
    """The one period that headings of a table name, perhaps over some of its columns; no words where they name more."""
    dated = {words for words, _, _ in own.values() if words.ends() is not None}
    return dated.pop() if len(dated) == 1 else Words()


def told_fiscally(own: SaidByColumn, document: Words, calendar: FiscalCalendar) -> dict[int, date]:
    """By the fiscal years that columns name, the day that the document says of each; none of calendar years.

    They are fiscal where the latest is that in which the document's period ends: "Six Months 2004" of a release on the
    quarter of December 2003.
    """
    years = {words.year for words, _, _ in own.values() if words.year and not words.month_day}
    if document.end is None or not years:
        return {}
    latest, quarter = calendar.fiscal(document.end)
    if latest == document.end.year or max(years) != latest:
        return {}
    return {year: calendar.quarter(year, quarter)[1] for year in years}
