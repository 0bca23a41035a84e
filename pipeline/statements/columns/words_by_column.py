"""What the headings of a block say of each of its columns, alone and beside each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.filing.dates import MONTH, YEAR, YEAR_ALONE, find_dates, month_number
from pipeline.filing.fiscal import FiscalCalendar
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.columns.captions import FISCAL_YEAR_ALONE, YEARS, said_by
from pipeline.statements.columns.heading import LAST_YEAR, THIS_YEAR, Heading
from pipeline.statements.panels.panel import Panels
from pipeline.statements.periods.days import days_of_years
from pipeline.statements.periods.read import Words, WordsByColumn, read_words
from pipeline.statements.words import NAMES_MONTH
from pipeline.tables.grid import GridRow
from pipeline.tables.words import PERIOD_WORDS

_TWO_DAYS = re.compile(
    rf"\b(?P<month>{MONTH}) (?P<day>\d\d?),? and (?P<month2>{MONTH}) (?P<day2>\d\d?)\b(?!,? {YEAR}|\d)", ANY_CASE
)
_DAYS = ("month", "day"), ("month2", "day2")


def words_over(
    panels: Panels, block: int, column: int, calendar: FiscalCalendar, day_line: str
) -> tuple[Words, str, str]:
    """What a block of headings says of a column; the period that stands beside the headings, at the left, holds for
    all, two days there for none.

    A fiscal year alone is that of the day which stands there, or else in `day_line`, above: "Quarter Ended June 30"
    over "FY 2005".
    """
    rows = panels.blocks[block]
    cells = [cell for row in rows for cell in row.cells if cell.first <= column <= cell.last]
    text = " ".join(cell.text for cell in cells)
    own = any(cell.first == cell.last and YEAR_ALONE.search(cell.text) for cell in cells)
    of_all = days_over_all(rows) if own else {}
    said = " ".join(_of_all(cell.text, of_all) if own and cell.first < cell.last else cell.text for cell in cells)
    labels = (row.label.text for row in rows if row.label is not None)
    left = " ".join(label for label in labels if PERIOD_WORDS.search(label) and len(find_dates(label)) < 2)
    if FISCAL_YEAR_ALONE.fullmatch(said):
        said = f"{left or day_line} {said}"
    return read_words(said, calendar).filled(said_by(left, calendar)), "header" if text else "none", text


def days_over_all(rows: Sequence[GridRow]) -> dict[int, date]:
    """By year: the days that headings over several columns name, "March 31, 1998 and" above "December 31, 1997"."""
    return days_of_years([" ".join(cell.text for row in rows for cell in row.cells if cell.first < cell.last)])


def _of_all(text: str, days: Mapping[int, date]) -> str:
    """What a heading over several columns says of each: not which of the years, or of the days, is its own."""
    said = YEARS.sub("", text)
    for mention in reversed(list(find_dates(said))) if days else ():
        said = said[: mention.start] + said[mention.end :]
    return said


def with_days(own: WordsByColumn, days: Mapping[int, date]) -> WordsByColumn:
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
    for column, (words, _, text) in own.items():
        year = words.year or (words.quarter_of if counted else None)
        named = by_month_day.get(words.month_day) if words.month_day else days.get(year or 0)
        if named and (words.ends() is None or words.quarter_of):
            filled[column] = replace(words, end=named), "caption", text
    return filled


def with_years_of_sides(own: WordsByColumn, years: Collection[int]) -> WordsByColumn:
    """ "This year" and "last year" are the two years whose days the title names."""
    if len(years) != 2:
        return own
    earlier, later = sorted(years)
    filled = dict(own)
    for column, (words, found_in, text) in own.items():
        if words == Words(words.months):
            year = earlier if LAST_YEAR.search(text) else later if THIS_YEAR.search(text) else None
            filled[column] = replace(words, year=year), found_in, text
    return filled


def with_two_days(own: WordsByColumn, beside: Iterable[str], above: Mapping[int, Heading]) -> WordsByColumn:
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
    return own | {
        column: (replace(own[column][0], month_day=days[year], year=year), *own[column][1:])
        for column, year in years.items()
    }


def with_lengths(own: WordsByColumn) -> WordsByColumn:
    """A column that names a day, and over which no length reaches, takes one of the columns beside it.

    Of two it takes the one with which no other column names its day. A year alone takes length and day of the column
    before it.
    """
    filled = dict(own)
    for column, (words, found_in, text) in own.items():
        if words.year and words == Words(year=words.year) and column - 1 in filled and filled[column - 1][0].months:
            filled[column] = words.filled(filled[column - 1][0]), found_in, text
            continue
        day = words.ends()
        if day is None or words.months or words.to_date:
            continue
        taken = {(other.months, other.to_date) for other, _, _ in filled.values() if other.ends() == day}
        beside = (filled[near][0] for near in (column - 1, column + 1) if near in filled)
        lengths = ((other.months, other.to_date) for other in beside if other.months or other.to_date)
        months, to_date = next((length for length in lengths if length not in taken), (None, False))
        filled[column] = replace(words, months=months, to_date=to_date), found_in, text
    return filled


def sole_period(own: WordsByColumn) -> Words:
    """The one period that headings of a table name, perhaps over some of its columns; no words where they name more."""
    dated = {words for words, _, _ in own.values() if words.ends() is not None}
    return dated.pop() if len(dated) == 1 else Words()


def told_fiscally(own: WordsByColumn, document: Words, calendar: FiscalCalendar) -> dict[int, date]:
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
