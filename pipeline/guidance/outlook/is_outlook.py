"""Whether a table is one of outlook: by the lines above it, its first rows, or what it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.dates import YEAR_ALONE
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.columns import is_data
from pipeline.guidance.outlook.row_metrics import is_period
from pipeline.guidance.outlook.words import (
    DATED,
    ENDS_OF_RANGE,
    HEADLINE,
    HEDGED,
    LOW,
    OF_WHAT_COMES,
    OUTLOOK,
    RANGE,
    TOLD,
)
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import Guided, guided_period
from pipeline.tables.grid import Grid, GridCell, GridRow

_THIS_YEAR = re.compile(r"\bthis year\b", ANY_CASE)
_LAST_YEAR = re.compile(r"\blast year\b|%", ANY_CASE)  # beside it
_HEAD = 4  # rows that may be its headings
_ABOVE = 4  # lines above a table
_BELOW = 5  # lines from the title of a statement to its columns
_NEAREST = 2
_SHORT = 60  # characters of a heading
_NOT_OUTLOOK = re.compile(
    r"\bcredit loss|\b(?:selected|comparable|peer) (?:public(?:ly[ -]traded)? )?compan(?:y"
    r"|ies)(?: trading)? (?:analysis|multiples)\b|\bprecedent transactions\b|\bby (?:\w+ ){0,3}research analysts\b"
    r"|\bestimated (?:fair|useful)|\bfair value|\bmaturit|\bamortization expense\b|\bbackorder"
    r"|\bpension (?:\w+\W{1,3}){0,2}assumptions\b",
    ANY_CASE,
)
_STATEMENT = re.compile(
    r"(?:^\W*|\b(?:consolidated|condensed) (?:\w+ )*)"
    r"(?:(?:statements? of (?:\w+ )*(?:operations|income|earnings|loss|cash flows?|position|condition)|balance sheets"
    r"|(?:income|earnings|cash flow) statements?(?!:| (?:items|metrics|assumptions|guidance|outlook)\b))\b)",
    ANY_CASE,
)
_OF_AN_INDUSTRY = re.compile(r"\bindustry\b(?! (?:leading|segments?|groups?|solutions))|\bmarket outlook\b", ANY_CASE)
_OF_THE_COMPANY = re.compile(r"\b(?:company|guidance|our)\b", ANY_CASE)
_ASSUMED = re.compile(r"(?:[\w-]+ ){0,3}assumptions\b[^.$%]{0,60}", ANY_CASE)  # "Key assumptions:"
_COMMITTED = re.compile(  # by period, or told by others: no outlook
    r"\b(?:consensus|analysts?|principal|(?:re)?payments?|contract\w*|commit\w+|obligations|backlog|charters?"
    r"|dividends?|leases?|expirations?)\b",
    ANY_CASE,
)
_DATED_END = re.compile(r"(?<=\d )(?:low|high)(?: end)?$", ANY_CASE)  # "Q3'19 Low"
_WAS = re.compile(r"\b(?:was|were)\b", ANY_CASE)
_PRELIMINARY = re.compile(r"\bpreliminary\b|\bestimate", ANY_CASE)


def is_of_outlook(grid: Grid, above: Sequence[str], clock: Clock) -> bool:
    """Whether the lines above a table, or its first rows, speak of an outlook; not across the period that it reports:
    "For the three months ended June 30", told in July."""
    _, head = headings_of(grid, above)
    lines = [*grid.above[-_ABOVE:], *reversed(above)]
    caption = " ".join(line for line in lines if _heads(line, grid, clock))
    nearest = grid.above[-_NEAREST:]
    told = " ".join(nearest) if any(_reports(line, clock) for line in nearest) else caption
    spoken = _title_of_statement(grid, clock) or (head if _head_reports(grid, clock) else f"{told} {head}")
    speaks = OUTLOOK.search(spoken) is not None or _is_of_ends(grid, clock)
    if not (speaks or _is_of_quarter_and_year(grid, clock)):
        return False
    labels = _labels_above(grid)
    is_committed = any(map(_COMMITTED.search, (*nearest, labels)))
    if (is_committed and not speaks) or _NOT_OUTLOOK.search(caption) or any(map(_is_of_hedges, nearest)):
        return False
    if _is_of_hedges(labels) and not OUTLOOK.search(head):
        return False
    titles = (line for line in nearest if len(line) <= _SHORT and not _OF_THE_COMPANY.search(line))
    return not any(map(_OF_AN_INDUSTRY.search, (labels, *titles)))


def _is_of_ends(grid: Grid, clock: Clock) -> bool:
    """Whether the first rows head the ends of ranges, of periods to come ("Low" below "2019", "Q3'19 Low"), or the line
    that leads to the table is of one."""
    cells = [cell.text for row in grid.rows[:_HEAD] for cell in row.cells]
    ends = [end[0] for text in cells if (end := ENDS_OF_RANGE.fullmatch(text) or _DATED_END.search(text))]
    if not ends or not LOW.match(ends[0]) or len(ends) % 2:
        return False
    leads = (line for line in grid.above[-1:] if line.endswith(":") and not _WAS.search(line))
    periods = [period for text in (*cells, *leads) if (period := guided_period(text, clock))]
    return any(p.end is not None and clock.today is not None and p.end > clock.today for p in periods)


def _is_of_quarter_and_year(grid: Grid, clock: Clock) -> bool:
    """Whether the first rows head two columns of a quarter to come and of its year, and nothing else."""
    if clock.today is None:
        return False
    for row in grid.rows[:_HEAD]:
        told = [guided_period(cell.text, clock) for cell in row.cells if is_period(cell.text, clock)]
        periods = [period for period in told if period is not None and not _is_over(period, clock)]
        if len(periods) == len(row.cells) == 2:
            quarter, year = periods
            return quarter.is_quarter and year.is_year and year.covers(quarter)
    return False


def goes_on(text: str, grid: Grid, before: Grid | None, clock: Clock) -> bool:
    """Whether a table stands right below one of outlook, nothing in between, and is of a period to come: the quarter
    below the year; or only a line for its assumptions; nothing that is hedged, committed or told by others."""
    between = "" if before is None else text[before.end : grid.start].strip()
    if before is None or (between and not _ASSUMED.fullmatch(between)) or _head_reports(grid, clock):
        return False
    heads = [cell.text for row in grid.rows[:_HEAD] if not is_data(row) for cell in _all_cells(row)]
    labels = _labels_above(grid)
    if _is_of_hedges(labels) or _COMMITTED.search(labels):
        return False
    periods = [period for head in heads if (period := guided_period(head, clock))]
    return bool(periods or between) and not any(_is_over(period, clock) for period in periods)


def _labels_above(grid: Grid) -> str:
    """What heads the labels of a table."""
    return label_cells([row for row in grid.rows[:2] if not is_data(row)])


def _is_of_hedges(line: str) -> bool:
    """Whether a line heads what is hedged, and no outlook beside: "DERIVATIVES INFORMATION"."""
    return len(line) <= _SHORT and HEDGED.match(line) is not None and OUTLOOK.search(line) is None


def _title_of_statement(grid: Grid, clock: Clock) -> str:
    """The title that names a table a statement, with what stands below it, of periods that are over; what is told
    above is of another thing."""
    rows = (" ".join(cell.text for cell in _all_cells(row)) for row in grid.rows[: _HEAD + _BELOW])
    lines = [*grid.above[-_ABOVE:], *rows]
    titles = [n for n, line in enumerate(lines[: len(grid.above[-_ABOVE:]) + _HEAD]) if _STATEMENT.search(line)]
    below = lines[titles[-1] : titles[-1] + _BELOW] if titles else []
    is_over = any(_names_past_year(line, clock) or _reports(line, clock) for line in below)
    return " ".join(below) if is_over else ""


def _reports(line: str, clock: Clock) -> bool:
    """Whether a line tells of a period that has ended."""
    return TOLD.search(line) is not None and guided_period(line, clock) is None


def _head_reports(grid: Grid, clock: Clock) -> bool:
    """Whether the first rows of a table head columns of periods that have ended, and of none to come; not what is
    known of them in ranges, or told as preliminary, alone."""
    cells = list(dict.fromkeys(cell.text for row in grid.rows[:_HEAD] for cell in _all_cells(row)))
    told = [text for text in cells if TOLD.search(text)]
    if not told or clock.today is None or any(OF_WHAT_COMES.search(text) for text in cells):
        return False
    if any(ENDS_OF_RANGE.fullmatch(text) or RANGE.search(text) for text in cells):
        return False
    if any(map(_PRELIMINARY.search, grid.above[-_NEAREST:])):
        return False
    is_this = any(map(_LAST_YEAR.search, cells))
    dated = (text for text in cells if any(map(str.isalpha, text)) and not (is_this and _THIS_YEAR.search(text)))
    return all(_is_over(guided_period(text, clock), clock) for text in (*told, *dated))


def _heads(line: str, grid: Grid, clock: Clock) -> bool:
    """Whether a line may head a table: no headline of results, unless all the columns are of the period that it tells
    an outlook for ("Reports Q4 Results and Raises 2008 Outlook"); a year alone may be told of its quarter."""
    headline = HEADLINE.match(line)
    if headline is None:
        return True
    outlook = guided_period(line[headline.end() :], clock)
    heads = [cell.text for row in grid.rows[:_HEAD] if not is_data(row) for cell in row.cells]
    dated = [guided_period(text, clock) for text in heads if DATED.search(text)]
    if outlook is None or not dated or any(YEAR_ALONE.fullmatch(text) for text in heads):
        return False
    return all(period is not None and period.is_same(outlook) for period in dated)


def _is_over(period: Guided | None, clock: Clock) -> bool:
    """Whether a period has ended; one that cannot be told was one of the past."""
    return period is None or (period.end is not None and clock.today is not None and period.end < clock.today)


def _names_past_year(line: str, clock: Clock) -> bool:
    return clock.today is not None and any(int(year[0]) < clock.today.year for year in YEAR_ALONE.finditer(line))


def headings_of(grid: Grid, above: Sequence[str]) -> tuple[str, str]:
    """What stands above a table, and what its first rows print."""
    return " ".join(lines_above(grid, above)), " ".join(
        cell.text for row in grid.rows[:_HEAD] for cell in _all_cells(row)
    )


def lines_above(grid: Grid, above: Sequence[str]) -> list[str]:
    """The last lines above a table, and those in force above it."""
    return [*grid.above[-_ABOVE:], *reversed(above)]


def label_cells(rows: Sequence[GridRow]) -> str:
    return " ".join(row.label.text for row in rows if row.label is not None)


def _all_cells(row: GridRow) -> list[GridCell]:
    return [*([row.label] if row.label else []), *row.cells]
