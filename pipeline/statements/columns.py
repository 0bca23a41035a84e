"""What each column of a panel holds: kind and period, from what stands above it, then from what stands farther off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.filing.dates import YEAR, YEAR_ALONE, find_dates
from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.column_kinds import kind_of, percents_of
from pipeline.statements.fiscal_labels import FISCAL_YEAR
from pipeline.statements.heading import (
    SINCE,
    Heading,
    a_year_apart,
    joined,
    with_days_in_turn,
    with_two_days,
    with_years_of_sides,
    without_parts,
    without_repeats,
)
from pipeline.statements.lengths import lengths_named
from pipeline.statements.panels import Panel, Panels
from pipeline.statements.periods import (
    Words,
    WordsByColumn,
    days_of_years,
    fiscal_end,
    is_period,
    months_to_date,
    period_start,
    read_words,
)
from pipeline.statements.primary import STATEMENTS
from pipeline.statements.quarters import (
    quarters_of_year,
    with_days_to_date,
    with_fiscal_years,
    with_lengths_of_quarters,
    with_quarters,
    with_whole_year,
    with_years_of_quarters,
)
from pipeline.statements.words import LENGTH
from pipeline.tables.words import PERIOD_WORDS

_YEARS = re.compile(rf",?\s*\b{YEAR}(?:,\s*{YEAR})*,?\s+and\s+{YEAR}\b")  # of all columns: "June 30, 2003 and 2002"
_FISCAL_YEAR = re.compile(rf"{FISCAL_YEAR.pattern}\W*", ANY_CASE)
_OTHER_TIME = re.compile(r"\b(?:ago|prior|previous|last|budget|forecast|plan)\b", ANY_CASE)
_MANY_WORDS = re.compile(r"(?:\S+ ){8}")
_DATELINE = re.compile(  # "Dover, May 2, 2001 -- Oak Corp. today said"
    rf"[A-Z][A-Za-z. ]+,\s(?:(?!ended\b).)*\b{YEAR}\)?\s*[-\u2013\u2014]+\s*\S+(?: \S+){{3}}"
)


def read_headings(
    panels: Panels,
    panel: Panel,
    *,
    kind: str,
    calendar: FiscalCalendar,
    earlier: dict[int, Heading],
    document: Words,
) -> dict[tuple[int, int], Heading]:
    """The heading of each (block, column) of a panel; `earlier` are the columns of the panel before, if alike.

    `kind` is the panel's class: a balance sheet's columns are instants; cash flows of no length that is printed run
    from the year's beginning; days a quarter apart are quarters of income.
    """
    instant, to_date = kind == "balance", kind == "cash_flow"
    if to_date:
        document = replace(document, months=None)  # the quarter that a release is about is not what its cash flows span
    caption, day = _caption(panel, calendar), _day_above(panel, calendar)
    lengths = lengths_named(filter(is_period, panel.title)) or lengths_named(panel.title)
    days = days_of_years(panel.title)
    percents = percents_of(panel)
    out: dict[tuple[int, int], Heading] = {}
    quarters: dict[int, int] = {}
    for block in sorted({line.block for line in panel.lines}):
        seen: dict[date, int] = {}
        own = {column: _words(panels, block, column, calendar, day) for column in range(1, panel.grid.columns + 1)}
        labels = (row.label.text for row in panels.blocks[block] if row.label is not None)
        above_it = {column: heading for (number, column), heading in out.items() if number == block - 1}
        own = _with_days(with_years_of_sides(with_two_days(own, [*labels, *panel.title], above_it), days), days)
        if any(row.cells for row in panels.blocks[block]):
            quarters = quarters_of_year(panels.blocks[block], own)
        own = with_whole_year(with_quarters(with_fiscal_years(own), quarters, caption.filled(document), calendar))
        own = with_days_to_date(with_years_of_quarters(own, calendar), calendar)
        if kind == "income" and not (caption.months or caption.to_date):
            own = with_lengths_of_quarters(own)
        told = _told_fiscally(own, document, calendar)
        sole = _sole_period(own) if kind in STATEMENTS else Words()
        for column, (words, found_in, text) in (own if instant else _with_lengths(own)).items():
            above = out.get((block - 1, column))
            before = above or earlier.get(column)
            own_months = words.months
            is_like_before = before is not None and not text
            holds = before.kind if before and is_like_before else kind_of(panels.blocks[block], panel, column, percents)
            sources = [(caption, "caption"), (_words_of(before), "earlier"), (document, "document")]
            if above is not None and is_like_before:  # the same columns, in the rows of another year
                sources.insert(0, sources.pop(1))
            elif words == Words() and not _OTHER_TIME.search(text):
                sources.insert(0, (sole, "header"))
            elif words == Words(year=words.year):  # "June 30," stands over the first of several years
                sources.append((sole, "header"))
            words, found_in = _completed(words, found_in, sources, calendar, told, instant=instant)
            of_year = words.months == 12  # "Year End 2001" is a day, too
            end = words.ends() or (fiscal_end(words, calendar) if of_year or not instant else None)
            months = None if instant else own_months or _months(words, end, lengths, seen, calendar)
            if to_date and end is not None and months is None:
                months = months_to_date(end, calendar)
            if own_months is None and SINCE.search(text):  # a day that the heading does not say
                months = None
            start = period_start(end, months, words.start) if end and months else None
            if holds == "amount" and end is None and not text:
                holds = "note"
            out[block, column] = Heading(text, holds, start, end, months, found_in if end else "none")
    beside = [row.label.text for block, _ in out for row in panels.blocks[block] if row.label is not None]
    out = with_days_in_turn(out, [line for line in (*panel.title, *beside) if not _is_sentence(line)])
    apart = a_year_apart(out, may_be_short=not instant and not _names_days(panel))
    return without_repeats(without_parts(joined(apart)))


def days_printed(panels: Panels, panel: Panel, calendar: FiscalCalendar) -> Iterator[date]:
    """The days that the headings of a panel's columns print."""
    day = _day_above(panel, calendar)
    for block in {line.block for line in panel.lines}:
        for column in range(1, panel.grid.columns + 1):
            if end := _words(panels, block, column, calendar, day)[0].ends():
                yield end


def _words(panels: Panels, block: int, column: int, calendar: FiscalCalendar, day: str) -> tuple[Words, str, str]:
    """What a block of headings says of a column; the period that stands beside the headings, at the left, holds for
    all, two days there for none.

    A fiscal year alone is that of the day which stands there, or else above: "Quarter Ended June 30" over "FY 2005".
    """
    rows = panels.blocks[block]
    cells = [cell for row in rows for cell in row.cells if cell.first <= column <= cell.last]
    text = " ".join(cell.text for cell in cells)
    own = any(cell.first == cell.last and YEAR_ALONE.search(cell.text) for cell in cells)
    said = " ".join(_YEARS.sub("", cell.text) if own and cell.first < cell.last else cell.text for cell in cells)
    labels = (row.label.text for row in rows if row.label is not None)
    left = " ".join(label for label in labels if PERIOD_WORDS.search(label) and len(find_dates(label)) < 2)
    if _FISCAL_YEAR.fullmatch(said):
        said = f"{left or day} {said}"
    return read_words(said, calendar).filled(_beside(left, calendar)), "header" if text else "none", text


def _with_days(own: WordsByColumn, days: Mapping[int, date]) -> WordsByColumn:
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


def _with_lengths(own: WordsByColumn) -> WordsByColumn:
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


def _sole_period(own: WordsByColumn) -> Words:
    """The one period that headings of a table name, perhaps over some of its columns; no words where they name more."""
    dated = {words for words, _, _ in own.values() if words.ends() is not None}
    return dated.pop() if len(dated) == 1 else Words()


def _told_fiscally(own: WordsByColumn, document: Words, calendar: FiscalCalendar) -> dict[int, date]:
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


def _words_of(heading: Heading | None) -> Words:
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
            other, words = replace(other, end=told[words.year]), replace(words, year=None)
        filled = words.filled(other)
        if words.year and words == Words(words.months, year=words.year) and (end := filled.ends()):
            filled = replace(filled, end=calendar.printed(end))  # the day was of another year
        found_in = name if filled.ends() != words.ends() else found_in
        words = filled
    return words, found_in


def _ends_apart(words: Words, other: Words, calendar: FiscalCalendar) -> bool:
    """Whether months counted from a year's beginning end on another day than a quarter: "Nine Months 1999"."""
    if words.months == 12:
        return bool(words.year and other.months in (3, 6, 9))
    end, day = fiscal_end(words, calendar), other.ends()
    return end is not None and day is not None and month_end(day).month != end.month


def _months(
    words: Words, end: date | None, lengths: list[int], seen: dict[date, int], calendar: FiscalCalendar
) -> int | None:
    """The length; where the caption names several, the same end met again takes the next of them."""
    if words.to_date and words.months is None and end is not None:
        return months_to_date(end, calendar)
    if len(lengths) > 1 and end is not None:
        position = seen.get(end, 0)
        seen[end] = position + 1
        return lengths[min(position, len(lengths) - 1)]
    return words.months


def _caption(panel: Panel, calendar: FiscalCalendar) -> Words:
    words = Words()
    for line in reversed(panel.title):
        if not _is_sentence(line):
            words = words.filled(_beside(line, calendar))
    return words


def _day_above(panel: Panel, calendar: FiscalCalendar) -> str:
    """The line of a title that names the day of each column's year: "Quarters Ended June 30, 2003 and 2002"."""
    lines = (_YEARS.sub("", line) for line in reversed(panel.title) if is_period(line) or LENGTH.search(line))
    return next((line for line in lines if read_words(line, calendar).month_day), "")


def _names_days(panel: Panel) -> bool:
    """Whether a caption names more than one day."""
    titles = " ".join(line for line in panel.title if not _is_sentence(line))
    return len({found.value for found in find_dates(titles)}) > 1


def _beside(text: str, calendar: FiscalCalendar) -> Words:
    """What a line above or beside headings says of their columns; the name of a year is no length of its quarters."""
    words = read_words(text, calendar)
    return replace(words, months=None) if _FISCAL_YEAR.fullmatch(text) else words


def _is_sentence(line: str) -> bool:
    """Whether a line is a sentence of the release: it tells what the release is about, not the table below."""
    return (line.endswith(".") and _MANY_WORDS.search(line) is not None) or _DATELINE.match(line) is not None
