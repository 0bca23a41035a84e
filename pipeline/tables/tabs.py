"""Tabs of fixed-width text: stops at every eighth column, or marks between cells of rows that are not aligned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

TAB = 8
_ROWS = 5  # rows at least that tell how tabs are used
_SHARE = 0.8  # of them that print their first number after as many tabs
_GAP = 4  # blanks between cells
_NUMBER = re.compile(r"[ $(]*-?[.\d]|[ $]*(?:-+|\u2014|nil|n/m)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cells:
    """Where tabs part cells: the width of the labels, and of each cell after them."""

    label: int
    cell: int


def read_tabs(lines: Sequence[str]) -> Cells | None:
    """Whether the tabs of a text part cells; null where they are stops.

    They part cells where the first number of most rows comes after as many tabs, however long the label: by stops,
    labels that differ by two of them or more could not be followed by one column.
    """
    rows = [fields for line in lines if "\t" in line and len(fields := line.split("\t")) > 1]
    first = [(next((n for n, field in enumerate(row) if n and _NUMBER.match(field)), 0), row) for row in rows]
    numbered = [(n, row) for n, row in first if n]
    if len(numbered) < _ROWS:
        return None
    (usual, count) = Counter(n for n, _ in numbered).most_common(1)[0]
    labels = [len("\t".join(row[:n])) for n, row in numbered if n == usual]
    if count < _SHARE * len(numbered) or max(labels) - min(labels) < 2 * TAB:
        return None
    widest = max(len(field.strip()) for _, row in numbered for field in row[1:])
    return Cells(max(len(row[0]) for row in rows) + _GAP, widest + _GAP)


def expand(raw: str, cells: Cells | None) -> tuple[str, list[int]]:
    """A line with blanks for its tabs, and for each column of it (and its end) the offset in the line as it was."""
    return _to_stops(raw) if cells is None else _to_cells(raw, cells)


def _to_stops(raw: str) -> tuple[str, list[int]]:
    places: list[int] = []
    out: list[str] = []
    for offset, char in enumerate(raw):
        width = TAB - len(places) % TAB if char == "\t" else 1
        places.extend([offset] * width)
        out.append(" " * width if char == "\t" else char)
    return "".join(out), [*places, len(raw)]


def _to_cells(raw: str, cells: Cells) -> tuple[str, list[int]]:
    """Numbers and headings stand at the right of their cell, a closing bracket beyond it."""
    places: list[int] = []
    out: list[str] = []
    offset = 0
    for n, field in enumerate(raw.split("\t")):
        printed = field.rstrip()
        end = cells.label + n * cells.cell + printed.endswith(")")
        pad = max(0, end - len(places) - len(printed)) if n else 0
        places += [max(0, offset - 1)] * pad + list(range(offset, offset + len(printed)))
        out.append(" " * pad + printed)
        offset += len(field) + 1
    return "".join(out), [*places, len(raw)]
