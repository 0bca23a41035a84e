"""The columns of a table of outlook: which hold a guided value, for which period, on which basis; low beside high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.filing.dates import find_dates
from pipeline.guidance.amounts import amounts
from pipeline.guidance.periods import Clock, Guided, guided_periods
from pipeline.guidance.table_words import CHANGE, DATED, FORMER, GIVEN_ON, HIGH, LOW, NO_GUIDANCE, NOTE_MARK, RANGE
from pipeline.guidance.words import QUALITATIVE, UNCHANGED
from pipeline.tables.grid import GridCell, GridRow

_SHORT = 50  # characters of a cell with words in the place of an amount


@dataclass(frozen=True, slots=True)
class Column:
    """Columns `first` to `last` that hold one value; `is_former`: it was guided before and stands for comparison."""

    header: str
    first: int
    last: int
    period: Guided | None
    is_former: bool
    is_range: bool  # its two columns hold low and high


def is_value(text: str) -> bool:
    """Whether a cell prints an amount, words in its place, or that nothing changed."""
    text = NOTE_MARK.sub("", text)
    return bool(
        amounts(text, bare=True) or (len(text) <= _SHORT and QUALITATIVE.search(text)) or UNCHANGED.fullmatch(text)
    )


def columns_of(headings: Sequence[GridRow], count: int, clock: Clock) -> list[Column]:
    """The columns that guide, left to right; past periods, changes and midpoints fall out."""
    headers = [_header(headings, number) for number in range(1, count + 1)]
    given = [_given_on(header) for header in headers]
    found: list[Column] = []
    first = 0
    while first < count:
        last = first
        while last + 1 < count and _is_one(headers[first], headers[last], headers[last + 1]):
            last += 1
        header = headers[first]
        periods = guided_periods(GIVEN_ON.sub("", header), clock)
        is_former = FORMER.search(header) is not None or _is_outdated(given[first], given)
        is_over = not periods and not is_former and DATED.search(GIVEN_ON.sub("", header)) is not None
        is_alone = count == 1 and not NO_GUIDANCE.search(CHANGE.sub("", header))  # the guided change itself
        if not is_over and (is_alone or not NO_GUIDANCE.search(header)):
            is_range = last > first and bool(LOW.search(header) or RANGE.search(header))
            period = next((p for p in periods[1:] if periods[0].covers(p)), periods[0]) if periods else None
            found.append(Column(header, first + 1, last + 1, period, is_former, is_range))
        first = last + 1
    return found


def _given_on(header: str) -> tuple[str, date] | None:
    """What a header prints beside the day on which its guidance was given, and that day."""
    given = GIVEN_ON.search(header)
    days = find_dates(given[0]) if given else []
    return (GIVEN_ON.sub("", header).strip(), days[0].value) if days else None


def _is_outdated(own: tuple[str, date] | None, given: Sequence[tuple[str, date] | None]) -> bool:
    """Whether another column prints the same guidance as given on a later day."""
    return own is not None and any(other is not None and other[0] == own[0] and other[1] > own[1] for other in given)


def _is_one(first: str, left: str, right: str) -> bool:
    """Whether two neighbours are the ends of one range: low and high, or two columns below one heading."""
    if LOW.search(left) and HIGH.search(right) and not HIGH.search(left):
        return _bare(left) == _bare(right)
    return first == right and not LOW.search(right) and not HIGH.search(right)


def _bare(header: str) -> str:
    return " ".join(HIGH.sub("", LOW.sub("", header)).split())


def _header(headings: Sequence[GridRow], number: int) -> str:
    return " ".join(cell.text for row in headings for cell in row.cells if _covers(cell, number))


def _covers(cell: GridCell, number: int) -> bool:
    return cell.first <= number <= cell.last
