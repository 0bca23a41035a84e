"""The columns of a table of outlook: which hold a guided value, for which period, on which basis; low beside high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from pipeline.filing.dates import YEAR, YEAR_ALONE
from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.column_roles import Heads, parts_of, without_ends
from pipeline.guidance.outlook.days_given import told_as_given
from pipeline.guidance.outlook.unit_words import UNIT_BEHIND
from pipeline.guidance.outlook.words import (
    ACTUAL,
    DASHES,
    ESTIMATED,
    GIVEN_ON,
    HEADS_FORMER,
    HIGH,
    LOW,
    MIDDLE,
    NO_GUIDANCE,
    NOTE_MARK,
    OF_CHANGE,
    RANGE,
)
from pipeline.guidance.terms.action_words import UNCHANGED
from pipeline.guidance.terms.amounts import amounts
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.period_words import FULL_YEAR
from pipeline.guidance.terms.periods import Guided, guided_periods
from pipeline.guidance.terms.wording import QUALITATIVE
from pipeline.tables.grid import GridCell, GridRow

_LENGTH = re.compile(r"\(?\d+[ -](?:weeks?|months?)\)?", ANY_CASE)  # of a period, below its day
_HEADS = re.compile(  # a column; "4Q 2008 1", "Q2 2024 Outlook 1" with the mark of a note
    r"(?:scenario|case) \d$|\d+[ -](?:weeks?|months?) (?:periods? )?end(?:s|ed|ing)\b"
    rf"|(?:\w+ ){{0,2}}{YEAR} [1-9]$|[^$%]*\b(?:outlook|guidance|forecast|estimates?|range|target) [1-9]$",
    ANY_CASE,
)
_QUARTER = re.compile(  # without a year
    rf"\b(?:(?P<ordinal>{'|'.join(QUARTERS)}) (?:quarter|qtr)\b|q(?P<digit>[1-4])\b)"
    r"(?!['’]| (?:of )?(?:fiscal )?(?:19|20)\d\d)",
    ANY_CASE,
)
_SHORT = 60  # characters of a cell with words in the place of an amount
_OF_WORDS = re.compile(r"\W*(?:comments?|notes?)\W*", ANY_CASE)  # heads a column of words
_HEADS_ENDS = re.compile(r"(?:(?:19|20)\d\d )?(?:low(?: end)? high(?: end)?|(?:\w+ )?range)", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Column:
    """Columns `first` to `last` that hold one value; `is_former`: it was guided before and stands for comparison."""

    header: str
    first: int
    last: int
    period: Guided | None
    is_former: bool
    is_range: bool  # its first and last column hold low and high
    high: int = 0  # the column that holds the high end, where it stands apart from the low one
    is_over: bool = False  # its period ended days ago, or is told so far: only ranges are guided in it
    is_change: bool = False  # it guides where its row prints nothing else: "RevPAR growth"
    part: str = ""  # of the company, that it alone is of: "Domestic"


@lru_cache(maxsize=1 << 12)  # dashes, years and headings come again and again
def is_value(text: str) -> bool:
    """Whether a cell prints an amount, words in its place, or that nothing changed."""
    text = UNIT_BEHIND.sub(" ", NOTE_MARK.sub("", text))
    if _HEADS.match(text):
        return False
    return bool(
        amounts(text, bare=True) or (len(text) <= _SHORT and QUALITATIVE.search(text)) or UNCHANGED.fullmatch(text)
    )


def is_data(row: GridRow) -> bool:
    """Whether a row prints values, and not the lengths of its columns' periods."""
    if row.label is None and all(_LENGTH.fullmatch(cell.text) for cell in row.cells):
        return False
    return any(is_value(cell.text) for cell in row.cells)


def columns_of(
    headings: Sequence[GridRow], count: int, clock: Clock, table_period: Guided | None, over: str = ""
) -> list[Column]:
    """The columns that guide, left to right; past periods, changes and midpoints fall out. `over`: the line above the
    table, which may head columns that nothing else does."""
    headers = told_as_given([_header(headings, number) for number in range(1, count + 1)], clock.today)
    periods = [_quarter_in(table_period, header, clock.today) or _periods_of(header, clock) for header in headers]
    heads = Heads(headers, periods, table_period, clock.today)
    parts = parts_of(headers, clock)
    found: list[Column] = []
    first = 0
    while first < count:
        last = first
        stands_twice = first > 0 and headers[first - 1] == headers[first] != ""  # an amount and one a share
        while last + 1 < count and not stands_twice and _is_one(headers[first], headers[last], headers[last + 1]):
            last += 1
        if last == first and _has_middle(headers[first : first + 3]):
            last += 2
        header, told = headers[first], periods[first] or periods[last]
        former = heads.is_former(first)
        is_over = heads.is_past(first)
        if heads.is_settled(first) or (is_over and not heads.is_just_over(first)):
            first = last + 1
            continue
        ends = header or (over if _HEADS_ENDS.fullmatch(over) else "")
        is_range = last > first and bool(LOW.search(f"{ends} {headers[last]}") or RANGE.search(ends))
        if former or heads.guides(first):
            period = next((p for p in told[1:] if told[0].covers(p)), told[0]) if told else None
            is_over = is_over or heads.is_told_beside(first)
            told_of = Column(header, first + 1, last + 1, period, former, is_range, part=parts[first])
            found.append(replace(told_of, is_over=is_over))
        elif OF_CHANGE.search(header) and not ACTUAL.search(header):
            found.append(Column(header, first + 1, last + 1, None, False, is_range, is_change=True))
        first = last + 1
    return _with_ends(found)


def _quarter_in(year: Guided | None, header: str, today: date | None) -> list[Guided]:
    """The quarter of the table's year that a header names without one, where it is to come: "4th Qtr" of 2004, told in
    February."""
    if year is None or YEAR_ALONE.search(header):
        return []
    quarter = _quarter_of(header, [replace(year, to=0)], today)
    return [quarter] if quarter is not None else []


def _periods_of(header: str, clock: Clock) -> list[Guided]:
    """The periods that a header names; what is marked as an estimate is none of a release's results: "4Q 2009E"."""
    told = ESTIMATED.sub("", GIVEN_ON.sub("", header))
    periods = guided_periods(told, replace(clock, is_release=False) if ESTIMATED.search(header) else clock)
    if periods and _is_full_year(told, periods):
        return periods[-1:]
    quarter = _quarter_of(told, periods, clock.today)
    return [periods[0], quarter] if quarter is not None else periods


def _is_full_year(header: str, periods: Sequence[Guided]) -> bool:
    """Whether a header ends in the full year of all that it names, or names again: below "Third Quarter and Full Year
    Guidance"."""
    lowest = periods[-1]
    is_told = FULL_YEAR.fullmatch(lowest.words) is not None or any(map(lowest.is_same, periods[:-1]))
    return is_told and not without_ends(header[lowest.to :]) and all(map(lowest.covers, periods))


def _quarter_of(header: str, periods: Sequence[Guided], today: date | None) -> Guided | None:
    """The quarter to come that a header names behind its year, whenever the next such is: "Year Ending December 31,
    2008" above "Third Quarter", told in January; not in brackets: "2008 (with a second quarter acquisition)"."""
    year = periods[0] if periods else None
    if year is None or year.start is None or year.end is None or not year.is_year:
        return None
    if any(map(year.covers, periods[1:])):
        return None
    quarter = _QUARTER.search(header, year.to)
    if quarter is None or "(" in header[year.to : quarter.start()].rpartition(")")[2]:
        return None
    number = int(quarter["digit"] or QUARTERS[quarter["ordinal"].lower()])
    end = month_end(year.end)
    first, last = FiscalCalendar(end.month).quarter(end.year, number)
    if today is None or last < today:
        return None
    return Guided(first, last, quarter[0], quarter.start(), quarter.end())


def _with_ends(columns: Sequence[Column]) -> list[Column]:
    """The columns, ends of ranges that stand apart taken together: "Low: Q2, year", "High: Q2, year"."""
    taken: set[int] = set()
    found: list[Column] = []
    for n, column in enumerate(columns):
        if n in taken:
            continue
        behind = (m for m in range(n + 1, len(columns)) if m not in taken)
        end = next((m for m in behind if _are_ends(column, columns[m])), None)
        taken |= {end} if end is not None else set()
        found.append(column if end is None else replace(column, high=columns[end].first))
    return found


def _are_ends(low: Column, high: Column) -> bool:
    if low.last > low.first or high.last > high.first or without_ends(low.header) != without_ends(high.header):
        return False
    return _tells_ends(low.header, high.header) or _tells_ends(high.header, low.header)


def _is_one(first: str, left: str, right: str) -> bool:
    """Whether two neighbours are the ends of one range, in any order, or two columns below one heading."""
    if left == first and (_tells_ends(left, right) or _tells_ends(right, left)):
        bare = {without_ends(left), without_ends(right)}
        return len(bare) == 1 or "" in bare  # a heading may stand over one alone
    return first == right and not LOW.search(right) and not HIGH.search(right)


def _tells_ends(low: str, high: str) -> bool:
    return bool(LOW.search(low) and HIGH.search(high) and not HIGH.search(low))


def _has_middle(headers: Sequence[str]) -> bool:
    """Whether three columns are a range and its middle, or the dash between its ends: low, mid, high."""
    if len(headers) < 3 or not (MIDDLE.search(headers[1]) or headers[1].strip() in ("", without_ends(headers[0]))):
        return False
    return LOW.search(headers[0]) is not None and HIGH.search(headers[2]) is not None


def _header(headings: Sequence[GridRow], number: int) -> str:
    return " ".join(cell.text for row in headings for cell in _above(row, number) if not DASHES.fullmatch(cell.text))


def _above(row: GridRow, number: int) -> Sequence[GridCell]:
    """The cells of a heading row above a column. Where a column of words ("Unchanged") or one that is never filled
    together with it was taken into it, there are more of them: those that head a guided value, if others do not."""
    cells = [cell for cell in row.cells if cell.first <= number <= cell.last]
    cells = [cell for cell in cells if not _OF_WORDS.fullmatch(cell.text)] or cells
    if len(cells) < 2:
        return cells
    heads = [cell for cell in cells if not HEADS_FORMER.search(cell.text) and not NO_GUIDANCE.search(cell.text)]
    return heads if any(" " in cell.text for cell in heads) else cells
