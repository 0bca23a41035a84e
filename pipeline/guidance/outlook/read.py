"""Tables of outlook: a metric a row, a period or the ends of a range a column, and bridges from GAAP to non-GAAP."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.bridges import is_end
from pipeline.guidance.outlook.cells import BASIS_AHEAD, are_ends, by_basis, is_to_between
from pipeline.guidance.outlook.columns import Column
from pipeline.guidance.outlook.guiding_rows import guiding_rows, lead_of
from pipeline.guidance.outlook.is_outlook import goes_on, is_of_outlook
from pipeline.guidance.outlook.item import Row, item_of
from pipeline.guidance.outlook.row_metrics import is_period, led_to, metric_of, unnamed, with_unit
from pipeline.guidance.outlook.rows import low_rows
from pipeline.guidance.outlook.unit_words import NAMED_UNIT, UNIT
from pipeline.guidance.outlook.words import OF_CHANGE, OF_REVENUE, OUTLOOK, PAST_YEAR, SCALE, SHARES_SCALE
from pipeline.guidance.sentence.statement import Item
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.action_words import UNCHANGED
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided, guided_period
from pipeline.tables.grid import Grid, GridCell

_BY_PART = re.compile(  # "Capital Expenditure Guidance by Area"
    r"\bby (?:\w+ )?(?:area|region|segment|basin|business|category|country|project|property|asset)s?\b", ANY_CASE
)
_OF_TWO = re.compile(  # columns: "First Quarter and Full Year 2009 Outlook", with no further heading below
    r"(?!.*\b(quarter|year)\b.*\b\1\b).*\bquarter and (?:for )?(?:the )?(?:full|fiscal|year|\d{4})\b"
    r"(?!.*\b(?:(?:outlook|guidance)\W+\w|q[1-4]\b|fy))|.*\bactuals?\b",
    ANY_CASE,
)
_DASHED = re.compile(r"\bto [-–—] ")  # the dash between two ends, printed with the second: "4.5%", "- 5.5%"
_POWER = re.compile(r"\s*(?:thousand|million|billion)s?\b", ANY_CASE)  # in a cell of its own
_ENDED = re.compile(  # "Quarter ended January 31" of this year, "FFO per share - 2011 actual"
    r"\bended\b(?!.*\b(?:19|20)\d\d\b)"
    r"|^(?!.*\b(?:over|from|to|vs|versus|than|above|below|against|with) .*\bactual\b).*\b(?:(?:19|20)\d\d actual"
    r"|actual (?:19|20)\d\d)\b",
    ANY_CASE,
)
_NOTE = re.compile(r"\s*(?:\((?![mM]\))\w\)|\*+|[¹²³†‡])+$")


@dataclass(frozen=True, slots=True)
class TableItem:
    """An item with its row's printed words, from the label to the value."""

    item: Item
    start: int
    end: int


def table_items(text: str, grid: Grid, above: Above, clock: Clock, before: Grid | None = None) -> Iterator[TableItem]:
    """The items of a table, in printed order; none where neither heading nor columns speak of an outlook. `before`: the
    last table of outlook above it."""
    if not (is_of_outlook(grid, above.texts, clock) or goes_on(text, grid, before, clock)):
        return
    lows = low_rows(grid)
    low: list[TableItem] = []
    for number, row, columns, period in guiding_rows(text, grid, above, clock, before):
        items = list(_row_items(text, row, columns, replace(above, period=period), clock))
        if number in lows:
            low = items
        elif number - 1 in lows:
            yield from _ranges(low, items)
        else:
            yield from items


def _ranges(low: Sequence[TableItem], high: Sequence[TableItem]) -> Iterator[TableItem]:
    """The items of two rows that print the ends of ranges, a range a period and basis; an end without the other stays
    alone."""
    ends = {(last.item.period, last.item.basis): last for last in high}
    for first in low:
        last = ends.pop((first.item.period, first.item.basis), None)
        if last is None or first.item.low is None or last.item.high is None:
            yield from (end for end in (first, last) if end is not None)
        else:
            least, most = sorted((first.item.low, last.item.high))
            yield TableItem(replace(first.item, low=least, high=most, form="range"), first.start, last.end)
    yield from ends.values()


def _row_items(text: str, row: Row, columns: Sequence[Column], above: Above, clock: Clock) -> Iterator[TableItem]:
    label = _NOTE.sub("", row.label)
    is_over = (PAST_YEAR.match(label) and guided_period(label, clock) is None) or _ENDED.search(label)
    former = next((value for column in columns if column.is_former and (value := _printed(text, row, column))), None)
    is_growth = OF_CHANGE.search(label) and not any(_printed(text, row, c) for c in columns if not c.is_change)
    for column in columns:
        printed = _printed(text, row, column)
        if column.is_former or not printed or is_over or (column.is_change and not is_growth):
            continue
        unchanged = UNCHANGED.fullmatch(printed[0]) is not None
        value = former if unchanged else printed
        if value is None:
            continue
        own = _narrower(guided_period(label, clock), column.period)
        period = own or guided_period(row.section, clock) or above.period
        for basis, words in by_basis(label, value[0]):
            named = with_unit(label, words, row.caption, column.header, row.head, row.lead, row.section or row.head)
            items = (
                item_of(named, row, column, metric, words, period, above)
                for metric in _metrics(named, row, column, words, clock)
            )
            item = next((item for item in items if item is not None), None)
            if item is not None and (not column.is_over or item.form == "range"):
                assert row.row.label is not None
                told = item.action if item.action != "initiates" else above.action(item.metric, item.period, clock)
                item = replace(item, basis=basis or item.basis, action="reaffirms" if unchanged else told)
                yield TableItem(item, row.row.label.start, value[1])


def _metrics(label: str, row: Row, column: Column, printed: str, clock: Clock) -> Iterator[Metric]:
    """What a row's value may be of: the metric that is named, else what the label says."""
    named = metric_of(label, row.section, column.header)
    if named is None:
        named = led_to((row.head, lead_of(row.lead)), label, clock)
    if named is None and is_period(label, clock):
        named = led_to(row.titles, label, clock)
    if named is None and "%" not in printed and not (UNIT.search(label) and SCALE.search(label) is None):
        named = led_to(tuple(filter(_BY_PART.search, row.titles)), label, clock)
    if named is not None and named.name == "revenue" and OF_REVENUE.search(column.header):
        return
    if named is not None and not (row.is_bridge and not is_end(label, named)):
        yield named
    if row.is_bridge:
        return
    is_whole = is_period(label, clock) and not (SCALE.search(column.header) or SHARES_SCALE.search(column.header))
    counted = NAMED_UNIT.search(column.header) if is_whole else None  # "Aircraft additions"
    own = unnamed(column.header if counted else label, row.section or row.head, printed)
    if own is not None:
        yield replace(own, units=own.units | {"count": counted[0].lower()}) if counted else own


def _printed(text: str, row: Row, column: Column) -> tuple[str, int] | None:
    """What a row prints in a column, and where it ends: "$ 100 to $ 110 million" of two cells and what is between."""
    filled = [c for c in row.row.cells if any(map(str.isalnum, c.text))]
    cells = [c for c in filled if column.first <= c.first <= column.last]
    cells = [
        cell for n, cell in enumerate(cells) if not n or cell.first > cells[n - 1].first or BASIS_AHEAD.match(cell.text)
    ]
    if not cells:
        return None
    if column.high and (high := next((c for c in filled if c.first == column.high), None)):
        return _range(text, row, cells[0], high)
    ranges = [(low, high) for low, high in pairwise(filled) if is_to_between(text, low, high)]
    if any(high is cells[0] for _, high in ranges):
        return None  # an end of what the column before prints
    last = next((high for low, high in ranges if low is cells[-1]), cells[-1])
    is_range = column.is_range or (
        len(cells) == 2 and _heads_ends(row, column) and not ranges and are_ends(text, *cells)
    )
    if is_range and len(cells) in (2, column.last - column.first + 1):
        printed, end = _range(text, row, cells[0], cells[-1])
        return _DASHED.sub("to ", printed), end
    return _from(text, row, cells[0], last)


def _heads_ends(row: Row, column: Column) -> bool:
    """Whether one heading stands over a column's cells, or over all: "Reconciliation of Third Quarter guidance"."""
    heading = column.header or (row.section if OUTLOOK.search(row.section) else "")
    return heading != "" and _OF_TWO.match(heading) is None


def _range(text: str, row: Row, low: GridCell, high: GridCell) -> tuple[str, int]:
    """Two cells as the ends of a range, with the scale or unit that the row ends with, and where they end."""
    printed, end = _from(text, row, high, high)
    return f"{low.text.rstrip(' -–—')} to {printed}", end


def _from(text: str, row: Row, first: GridCell, last: GridCell) -> tuple[str, int]:
    """What a row prints from one cell to another, with the power behind it, or to its end where that is its last, and
    where it ends."""
    power = _POWER.match(text, last.end)
    stop = row.stop if last is row.row.cells[-1] else power.end() if power else last.end
    printed = text[first.start : stop].rstrip(" \t\r\n=_-")  # a rule may stand below
    return " ".join(printed.split()).replace(" )", ")"), first.start + len(printed)


def _narrower(told: Guided | None, column: Guided | None) -> Guided | None:
    """The period of a row, or that of its column where it lies within: "2019 earnings per share", fourth quarter."""
    if told is None or column is None:
        return told or column
    return column if told.covers(column) else told
