"""What a row of a grid is: numbers, a heading of columns, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import dropwhile

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.column_words import NOTE_MARK
from pipeline.statements.periods.read import is_period
from pipeline.statements.scale import is_scale_words
from pipeline.tables.grid import GridRow
from pipeline.tables.numbers import is_not_meaningful, read_number
from pipeline.tables.values import is_currency, is_year
from pipeline.tables.words import MONTH_NAME, OF_CHANGE, names_period

_SENTENCE = re.compile(r"(?:\S+ ){7}.*\.$")  # "NOTE: 1998 cost of sales includes a charge of $410."
_OPEN_COUNT = re.compile(r"\(\d\d")
_DAY = re.compile(r"(?:[12]?\d|3[01]),?")
_ENDS_IN_MONTH = re.compile(rf"\b{MONTH_NAME.pattern}$", ANY_CASE)


def words_of(row: GridRow) -> str:
    """The words of a row without numbers: its label, else its headings."""
    return row.label.text if row.label else " ".join(cell.text for cell in row.cells)


def label_of(row: GridRow) -> str:
    return row.label.text if row.label else ""


def heads_rows(words: str, rows: Iterable[GridRow]) -> bool:
    """Whether words stand among rows of a grid as a heading does, below those that head its columns."""
    return any(label_of(row) == words and not row.cells for row in dropwhile(lambda row: not row.cells, rows))


def amounts_of(row: GridRow) -> list[Decimal]:
    """The numbers of a row, as printed."""
    return [number.value for cell in row.cells if (number := read_number(cell.text)) is not None]


def has_numbers(row: GridRow) -> bool:
    """Whether a row prints a number (or a dash, or "n/m") in a column of numbers."""
    return any(read_number(cell.text) is not None or is_not_meaningful(cell.text) for cell in row.cells)


def is_column_heading(row: GridRow, *, started: bool) -> bool:
    """Whether a row heads columns: years alone, dates, "Three Months Ended"; no amounts. `started`: below rows."""
    if not row.cells:
        return False
    label = label_of(row)
    # "(1)" below a date, also beside "(unaudited)", is a footnote's; so is that of "US$ (1)".
    marks = not started and (not label or "unaudited" in label.lower() or is_scale_words(label))
    if any(
        read_number(cell.text) is not None
        and not (is_year(cell.text) or (marks and (NOTE_MARK.fullmatch(cell.text) or is_currency(cell.text))))
        for cell in row.cells
    ):
        return False
    if all(is_year(cell.text) for cell in row.cells):
        return not label or names_period(label) or is_scale_words(label) or not started
    words = " ".join(cell.text for cell in row.cells)
    if started and (not names_period(words) or _SENTENCE.match(words)):
        return False
    return not all(is_not_meaningful(cell.text) for cell in row.cells)


def heads_rows_of_period(row: GridRow) -> bool:
    """Whether a row's only words name the period of the rows below, in the columns of the rows above."""
    return not row.cells and row.label is not None and is_period(row.label.text)


def are_days(row: GridRow, above: GridRow) -> bool:
    """Whether the numbers of a row are the days of months that end the heading above, perhaps beside other words; or
    the weeks of a period, in brackets that the row below closes: "(13" above "weeks)"."""
    if row.cells and all(_OPEN_COUNT.fullmatch(cell.text) or OF_CHANGE.match(cell.text) for cell in row.cells):
        return True
    if row.label is not None:
        return False
    days = {cell.first for cell in row.cells if read_number(cell.text) is not None}
    ends = [cell for cell in above.cells if _ENDS_IN_MONTH.search(cell.text)]
    months = {column for cell in ends for column in range(cell.first, cell.last + 1)}
    told = [cell.text for cell in row.cells if cell.first in days]
    return bool(days) and days <= months and all(map(_DAY.fullmatch, told))
