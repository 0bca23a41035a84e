"""The quarters of one year side by side, of which the headings name the number alone: "First", "Second", "Third"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.fiscal import QUARTERS, FiscalCalendar
from pipeline.tables.grid import GridRow

WHOLE_YEAR = 0
_FEWEST = 3  # quarters that make a year of them
_QUARTER = re.compile(
    rf"(?P<named>{'|'.join(QUARTERS)})\b(?!\W*(?:half|two|three|six|nine|months?|weeks?))|q\s?(?P<number>[1-4])\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b{YEAR}\b|\b{MONTH}", re.IGNORECASE)
_WHOLE = re.compile(r"(?:total|full|fiscal|the|\s)*(?:total|year)\b", re.IGNORECASE)


def quarters_of_year(rows: Sequence[GridRow], columns: Iterable[int]) -> dict[int, int]:
    """By column: the number of the quarter that its own heading names, or `WHOLE_YEAR`; empty below other headings."""
    own = {
        column: " ".join(cell.text for row in rows for cell in row.cells if cell.first == cell.last == column)
        for column in columns
    }
    quarters = {
        column: int(match["number"] or QUARTERS[match["named"].lower()])
        for column, text in own.items()
        if (match := _QUARTER.match(text)) and not _DATED.search(text)
    }
    if len(set(quarters.values())) < _FEWEST:
        return {}
    return quarters | {column: WHOLE_YEAR for column, text in own.items() if _WHOLE.match(text)}


def length_and_end(quarter: int, year: int, calendar: FiscalCalendar) -> tuple[int, date]:
    """Months and last day of a quarter of a fiscal year, or of all of it."""
    return (12, calendar.year(year)[1]) if quarter == WHOLE_YEAR else (3, calendar.quarter(year, quarter)[1])
