"""What each column of a panel holds: kind and period, from what stands above it, then from what stands farther off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.columns.captions import is_sentence, read_title
from pipeline.statements.columns.heading import (
    SINCE,
    Heading,
    Headings,
    a_year_apart,
    once_a_day,
    with_days_in_turn,
    with_joined_starts,
    without_parts,
    without_repeats,
)
from pipeline.statements.columns.kinds import kind_of, over_some, percents_of
from pipeline.statements.columns.said_by_column import (
    said_beside,
    said_over,
    sole_period,
    told_fiscally,
    with_days,
    with_lengths,
    with_two_days,
    with_years_of_sides,
)
from pipeline.statements.panels.panel import Panel, Panels
from pipeline.statements.periods.quarters import (
    quarters_of_year,
    with_days_to_date,
    with_fiscal_years,
    with_lengths_of_quarters,
    with_quarters,
    with_whole_year,
    with_years_of_quarters,
)
from pipeline.statements.periods.read import SaidByColumn, Words, fiscal_end, months_to_date, period_start
from pipeline.statements.title_words import STATEMENTS

_OTHER_TIME = re.compile(r"\b(?:ago|prior|previous|last|budget|forecast|plan)\b", ANY_CASE)


def read_headings(
    panels: Panels,
    panel: Panel,
    *,
    statement: str,
    calendar: FiscalCalendar,
    earlier: dict[int, Heading],
    document: Words,
) -> Headings:
    """The heading of each (block, column) of a panel; `earlier` are the columns of the panel before, if alike.

    `statement` is the panel's class: a balance sheet's columns are instants; cash flows of no length that is printed
    run from the year's beginning; days a quarter apart are quarters of income.
    """
    return _Reader(panels, panel, statement, calendar, earlier, document).read()


class _Reader:
    """Reads the headings of one panel, block by block."""

    def __init__(
        self,
        panels: Panels,
        panel: Panel,
        statement: str,
        calendar: FiscalCalendar,
        earlier: dict[int, Heading],
        document: Words,
    ) -> None:
        self._panels, self._panel, self._statement, self._calendar = panels, panel, statement, calendar
        self._is_instant, self._is_to_date = statement == "balance", statement == "cash_flow"
        self._earlier = earlier
        # The quarter that a release is about is not what its cash flows span.
        self._document = document._replace(months=None) if self._is_to_date else document
        self._title = read_title(panel.title, calendar)
        self._percents = percents_of(panel)
        self._quarters: dict[int, int] = {}
        self._headings: Headings = {}

    def read(self) -> Headings:
        for block in sorted({line.block for line in self._panel.lines}):
            self._read_block(block)
        headings = with_days_in_turn(self._headings, self._lines_of_days())
        apart = a_year_apart(headings, may_be_short=not self._is_instant and not self._title.names_days)
        own = without_repeats(without_parts(with_joined_starts(apart), self._panel.title))
        return once_a_day(own, self._filled()) if self._is_instant else own

    def _filled(self) -> set[int]:
        """The columns in which rows print something."""
        return {cell.first for line in self._panel.lines for cell in line.row.cells}

    def _lines_of_days(self) -> Iterator[str]:
        """The lines beside the headings and above them that may name the days of columns, the nearest first."""
        for block in sorted({block for block, _ in self._headings}, reverse=True):
            rows = reversed(self._panels.blocks[block])
            yield from (row.label.text for row in rows if row.label is not None and not is_sentence(row.label.text))
        yield from (line for line in reversed(self._title.lines) if not is_sentence(line))

    def _read_block(self, block: int) -> None:
        own = self._words_of_block(block)
        rows = self._panels.blocks[block]
        of_some = over_some(rows, self._panel.grid.columns)
        told = told_fiscally(own, self._document, self._calendar)
        sole = sole_period(own) if self._statement in STATEMENTS else Words()
        seen: dict[date, int] = {}  # ends of columns, and how often they were met
        for column, (words, found_in, text) in (own if self._is_instant else with_lengths(own)).items():
            above = self._headings.get((block - 1, column))
            before = above or self._earlier.get(column)
            kind = before.kind if before and not text else kind_of(rows, of_some, column, self._percents)
            sources = self._sources(words, text, above, before, sole)
            full, found_in = _completed(words, found_in, sources, self._calendar, told, instant=self._is_instant)
            end = self._end(full)
            months = self._months(words.months, full, end, seen, text)
            start = period_start(end, months, full.start) if end and months else None
            if kind == "amount" and end is None and not text:
                kind = "note"
            self._headings[block, column] = Heading(text, kind, start, end, months, found_in if end else "none")

    def _words_of_block(self, block: int) -> SaidByColumn:
        """What the headings of a block say of its columns, each with what the others and the title say of it."""
        rows, title, calendar = self._panels.blocks[block], self._title, self._calendar
        columns = range(1, self._panel.grid.columns + 1)
        left = said_beside(rows)
        own = {column: said_over(rows, column, left, calendar, title.day_line) for column in columns}
        labels = (row.label.text for row in rows if row.label is not None)
        above = {column: heading for (number, column), heading in self._headings.items() if number == block - 1}
        own = with_days(with_years_of_sides(with_two_days(own, [*labels, *title.lines], above), title.days), title.days)
        if any(row.cells for row in rows):
            self._quarters = quarters_of_year(rows, own)
        told = title.caption.filled(self._document)
        own = with_whole_year(with_quarters(with_fiscal_years(own), self._quarters, told, calendar))
        own = with_days_to_date(with_years_of_quarters(own, calendar), calendar)
        has_length = title.caption.months or title.caption.to_date
        return with_lengths_of_quarters(own) if self._statement == "income" and not has_length else own

    def _sources(
        self, words: Words, text: str, above: Heading | None, before: Heading | None, sole: Words
    ) -> Sequence[tuple[Words, str]]:
        """What may complete the words of a column, nearest first; `sole` is the one period that its block names."""
        caption, earlier = (self._title.caption, "caption"), (_period_of(before), "earlier")
        document = (self._document, "document")
        if above is not None and not text:  # the same columns, in the rows of another year
            return earlier, caption, document
        if words == Words() and not _OTHER_TIME.search(text):
            return (sole, "header"), caption, earlier, document
        if words == Words(year=words.year):  # "June 30," stands over the first of several years
            return caption, earlier, document, (sole, "header")
        return caption, earlier, document

    def _end(self, words: Words) -> date | None:
        of_year = words.months == 12  # "Year End 2001" is a day, too
        return words.ends() or (fiscal_end(words, self._calendar) if of_year or not self._is_instant else None)

    def _months(self, own: int | None, words: Words, end: date | None, seen: dict[date, int], text: str) -> int | None:
        """The length of a column, of which its own heading, of this text, says `own`."""
        if self._is_instant or (own is None and SINCE.search(text)):  # since a day that the heading does not say
            return None
        months = own or _months_told(words, end, self._title.lengths, seen, self._calendar)
        if self._is_to_date and end is not None and months is None:
            return months_to_date(end, self._calendar)
        return months


def days_printed(panels: Panels, panel: Panel, calendar: FiscalCalendar) -> Iterator[date]:
    """The days that the headings of a panel's columns print."""
    line = read_title(panel.title, calendar).day_line
    for block in {line.block for line in panel.lines}:
        rows = panels.blocks[block]
        left = said_beside(rows)
        for column in range(1, panel.grid.columns + 1):
            if end := said_over(rows, column, left, calendar, line).words.ends():
                yield end


def _period_of(heading: Heading | None) -> Words:
    return Words(heading.months, heading.end) if heading else Words()


def _completed(
    words: Words,
    found_in: str,
    sources: Sequence[tuple[Words, str]],
    calendar: FiscalCalendar,
    told: Mapping[int, date],
    *,
    instant: bool,
) -> tuple[Words, str]:
    """The words, filled from each of the sources in turn (the caption, the same column above, the document).

    `told` are the days that the document says of fiscal years.
    """
    for other, name in sources:
        if words.ends() is not None and (instant or words.months or words.to_date):
            break
        if _ends_apart(words, other, calendar):
            continue  # see fiscal_end
        if name == "document" and words.year and words.year in told and not (words.end or words.month_day):
            other, words = other._replace(end=told[words.year]), words._replace(year=None)
        filled = words.filled(other)
        if words.year and words == Words(words.months, year=words.year) and (end := filled.ends()):
            filled = filled._replace(end=calendar.printed(end))  # the day was of another year
        found_in = name if filled.ends() != words.ends() else found_in
        words = filled
    return words, found_in


def _ends_apart(words: Words, other: Words, calendar: FiscalCalendar) -> bool:
    """Whether months counted from a year's beginning end on another day than a quarter: "Nine Months 1999"."""
    if words.months == 12:
        return bool(words.year and other.months in (3, 6, 9))
    end, day = fiscal_end(words, calendar), other.ends()
    return end is not None and day is not None and month_end(day).month != end.month


def _months_told(
    words: Words, end: date | None, lengths: Sequence[int], seen: dict[date, int], calendar: FiscalCalendar
) -> int | None:
    """The length that completed words give; where the caption names several, the same end met again takes the next."""
    if words.to_date and words.months is None and end is not None:
        return months_to_date(end, calendar)
    if len(lengths) > 1 and end is not None:
        position = seen.get(end, 0)
        seen[end] = position + 1
        return lengths[min(position, len(lengths) - 1)]
    return words.months
