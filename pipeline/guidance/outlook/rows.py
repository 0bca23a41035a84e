"""How the rows of a table of outlook go together: parts below what they are of, low above high."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.words import ENDS_OF_RANGE, HIGH, LOW
from pipeline.guidance.terms.amounts import amounts
from pipeline.guidance.terms.metrics import metrics
from pipeline.tables.grid import Grid, GridRow

Values = dict[tuple[int, int], Decimal]  # by column, and 0 for the low end, 1 for the high

_OF_PARTS = frozenset(["revenue", "eps", "net_income", "ebitda", "operating_income", "capital_expenditures"])
_GOES_ON = re.compile(r"(?:,|\b(?:to|of|the|and|for|in|per|at|by|with|from|ending|ended|fiscal))$", ANY_CASE)
_GOES_ON_WITH = re.compile(r"[a-z]|(?:19|20)\d\d[:.,]")
_DASH = re.compile(r"(?P<mark>[-–—•])\s*[A-Za-z]")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Lines above a table, each joined with the one in which it goes on: "for the quarter ending June 30,", "2023:"."""
    joined: list[str] = []
    for line in lines:
        if joined and (_GOES_ON.search(joined[-1]) or _GOES_ON_WITH.match(line)):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def low_rows(grid: Grid) -> set[int]:
    """The rows, by their numbers, that print the low ends of ranges whose high ends the next row prints: "Earnings per
    share - low" above "Earnings per share - high"; of "High end" above "Low end" the first one, too."""
    return {n for n, (row, after) in enumerate(zip(grid.rows, grid.rows[1:], strict=False)) if _are_ends(row, after)}


def _are_ends(row: GridRow, after: GridRow) -> bool:
    if row.label is None or after.label is None or not (row.cells and after.cells):
        return False
    low, high = row.label.text, after.label.text
    if all(map(ENDS_OF_RANGE.fullmatch, (low, high))) and LOW.match(low) is None and LOW.match(high):
        return True  # the high end above the low one
    if not (LOW.search(low) and HIGH.search(high)) or HIGH.search(low):
        return False
    return LOW.sub("", low).split() == HIGH.sub("", high).split()


def parts_of_totals(grid: Grid) -> dict[int, GridRow]:
    """Rows that name no metric and add up to the revenue or earnings above or below them, by their numbers, with the
    row of it."""
    found: dict[int, GridRow] = {}
    for n, row in enumerate(grid.rows):
        if row.label is None or not any(metric.name in _OF_PARTS for metric in metrics(row.label.text)):
            continue
        total = values_of(row)
        for step in (1, -1):
            left, place = dict(total), n + step
            while left and any(left.values()) and 0 <= place < len(grid.rows) and _is_bare(grid.rows[place]):
                values = values_of(grid.rows[place])
                if values.keys() != left.keys():
                    break
                left = {column: value - values[column] for column, value in left.items()}
                place += step
            if left and not any(left.values()) and abs(place - n) > 2:
                found.update(dict.fromkeys(range(min(n, place) + 1, max(n, place)), row))
    return {n: row for n, row in found.items() if row is not grid.rows[n]}


def _is_bare(row: GridRow) -> bool:
    return row.label is not None and bool(row.cells) and not metrics(row.label.text)


def values_of(row: GridRow, *kinds: str) -> Values:
    """The ends of what a row prints, by their columns."""
    found: Values = {}
    for cell in row.cells:
        for amount in amounts(cell.text, bare=True)[:1]:
            for end, value in enumerate((amount.low, amount.high)):
                if value is not None and amount.kind in ("money", "count", *kinds):
                    found[cell.first, end] = value
    return found


def is_part(row: GridRow, parent: GridRow) -> bool:
    """Whether a row is a part of one above it: set in from it, or behind a dash ("- Europe") where that stands behind
    none, or behind another mark."""
    assert row.label is not None
    assert parent.label is not None
    dash, other = _DASH.match(row.label.text), _DASH.match(parent.label.text)
    is_behind_dash = dash is not None and (other is None or dash["mark"] != other["mark"])
    return row is not parent and (row.indent > parent.indent or is_behind_dash)
