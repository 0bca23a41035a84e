"""Tabs of plain text: stops at every eighth column, or marks between cells of rows that are not aligned otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

TAB = 8
_ROWS = 5  # rows at least that tell how tabs are used
_SHARE = 0.8  # of them that print their first number after as many tabs
_GAP = 4  # blanks between cells
_YEAR = 4  # digits
_ENDS_IN_NUMBER = re.compile(r"[ .]{2}[$ (]*[\d,.]*\d\)?$")  # behind a label, after blanks
_NUMBER = re.compile(r"[ $(]*-?[.\d]|[ $]*(?:-+|\u2014|nil|n/m)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cells:
    """Where tabs part cells: the width of the labels, and of each cell after them."""

    label: int
    cell: int


def expand_tabs(text: str) -> str:
    """The text as it prints, blanks in place of its tabs; cells that tabs part stand in columns."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    cells = _cells(lines)
    if cells is None:
        return text.expandtabs(TAB)
    return "\n".join(_in_columns(line, cells) if "\t" in line else line for line in lines)


def _cells(lines: Sequence[str]) -> Cells | None:
    """How wide cells are; null where tabs are stops.

    Tabs part cells where the first number of most rows comes after as many of them, however long the label: by stops,
    labels that differ by two stops or more could not be followed by one column. Nor are they cells where blanks
    stand between most of them and their number: blanks were made tabs where they could be.
    """
    rows = [line.split("\t") for line in lines if "\t" in line]
    first = [(next((n for n, field in enumerate(row) if n and _NUMBER.match(field)), 0), row) for row in rows]
    numbered = [(n, row) for n, row in first if n]
    with_numbers = sum(_ENDS_IN_NUMBER.search(row[0]) is not None for _, row in numbered)
    set_right = sum(row[n].startswith(" ") for n, row in numbered)  # by blanks that stops left over
    if len(numbered) < _ROWS or 2 * max(with_numbers, set_right) > len(numbered):
        return None
    usual, count = Counter(n for n, _ in numbered).most_common(1)[0]
    labels = [len("\t".join(row[:n])) for n, row in numbered if n == usual]
    if count < _SHARE * len(numbered) or max(labels) - min(labels) < 2 * TAB:
        return None
    widest = max(len(field.strip()) for _, row in numbered for field in row[1:])
    return Cells(max(len(row[0]) for _, row in numbered) + _GAP, widest + _GAP)


def _in_columns(line: str, cells: Cells) -> str:
    """Numbers and headings end where their cell ends, a closing bracket beyond it; wide headings in the middle."""
    label, *rest = line.split("\t")
    fields = [field.strip() for field in rest]
    printed = label.rstrip()
    for n, (field, over) in enumerate(zip(fields, _cells_headed(fields), strict=True), 1):
        if field:
            end = cells.label + n * cells.cell + field.endswith(")")
            if over > 1:
                end += ((over - 1) * cells.cell + len(field) - _YEAR) // 2  # between the years that end its cells
            printed += " " * max(2, end - len(printed) - len(field)) + field
    return printed


def _cells_headed(fields: Sequence[str]) -> list[int]:
    """Over how many cells each field stands: headings reach up to the next, the last one as far as the one before."""
    if any(_NUMBER.match(field) for field in fields):
        return [1] * len(fields)
    heads = [n for n, field in enumerate(fields) if field]
    reach = [1] * len(fields)
    for n, following in pairwise(heads):
        reach[n] = following - n
    if len(heads) > 1:
        reach[heads[-1]] = reach[heads[-2]]
    return reach
