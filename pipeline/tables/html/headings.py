"""The columns that the headings of an HTML table stand over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.filing.dates import YEAR
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Column
from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.html.items import Item
from pipeline.tables.words import OF_CHANGE, names_period, split_periods

_NAMES_ALONE = re.compile(  # a quarter, a year, what both come to
    rf"(?:q[1-4]|[1-4]q|(?:{'|'.join(QUARTERS)})(?:\W*(?:quarter|qtr))?|{YEAR}|total|ytd|(?:year\W*)?to\W*date)\W*",
    ANY_CASE,
)
_SINCE = re.compile(r"\b(?:since|inception|cumulative)\b", ANY_CASE)  # of no period that stands above


def heading_row(items: Sequence[Item], columns: Sequence[Column]) -> list[GridCell]:
    """The cells of a row of headings: as many as the columns, each heads one, though some stand a cell beside it."""
    if len(items) > len(columns) and all(_NAMES_ALONE.fullmatch(item.text) for item in items):
        items = _without_blanks(items, columns)
    precede = any(item.last < columns[0].left for item in items)
    cells = [cell for item in items for cell in heading_cells(item, columns, precede=precede)]
    collide = len(cells) == len(columns) > len({cell.first for cell in cells})
    if collide and all(names_period(cell.text) or OF_CHANGE.match(cell.text) for cell in cells):
        return [replace(cell, first=n, last=n) for n, cell in enumerate(cells, 1)]
    return sorted(cells, key=lambda cell: cell.first)


def _without_blanks(items: Sequence[Item], columns: Sequence[Column]) -> Sequence[Item]:
    """Of headings that each name a period, those over columns that hold numbers: the quarters to come are blank."""
    over = [item for item in items if _over(item, columns)]
    return over if {n for item in over for n in _over(item, columns)} == set(range(len(columns))) else items


def _over(item: Item, columns: Sequence[Column]) -> list[int]:
    return [n for n, column in enumerate(columns) if item.first < column.right and column.left <= item.last]


def _nearest(item: Item, columns: Sequence[Column], *, precede: bool) -> int:
    """The column nearest to a heading that stands over none."""
    middle = (item.first + item.last + 1) / 2

    def distance(n: int) -> tuple[float, int]:
        return abs((columns[n].left + columns[n].right) / 2 - middle), -n if precede else n

    return min(range(len(columns)), key=distance)


def heading_cells(item: Item, columns: Sequence[Column], *, precede: bool = False) -> list[GridCell]:
    """The columns that a heading stands over, or the nearest; one each where it names a period for each of them. Of two
    columns as near it is the left one, or the right one where the headings of a row `precede` their columns."""
    over = _over(item, columns) or [_nearest(item, columns, precede=precede)]
    parts = split_periods(item.text) if len(over) > 1 else []
    if len(parts) == len(over):
        texts = [item.text[left:right] for left, right in parts]
        return [GridCell(text, item.start, item.end, n + 1, n + 1) for text, n in zip(texts, over, strict=True)]
    return [GridCell(item.text, item.start, item.end, over[0] + 1, over[-1] + 1)]


def with_runs(rows: Sequence[GridRow], are_headings: Sequence[bool], count: int) -> list[GridRow]:
    """The rows of a table of `count` columns: headings that name periods stand over all of them, however wide their
    cells are, where the headings below say so ("2004 2003 2004 2003")."""
    placed = list(rows)
    nothing = [""] * count
    below = nothing  # what the headings below say of each column
    for n in range(len(placed) - 1, -1, -1):
        if not are_headings[n]:
            below = nothing
            continue
        cells = placed[n].cells
        if len(cells) == count == len({cell.first for cell in cells}):
            below = [f"{cell.text} {text}" for cell, text in zip(cells, below, strict=True)]
        elif cells and all(map(_names_period, cells)) and (runs := _runs(cells, below, count)):
            spread = (replace(cell, first=first, last=last) for cell, (first, last) in zip(cells, runs, strict=True))
            placed[n] = replace(placed[n], cells=tuple(spread))
    return placed


def _runs(cells: Sequence[GridCell], below: list[str], count: int) -> list[tuple[int, int]]:
    """First and last of the columns that each heading stands over, if not those above which it is printed: as many
    each, where what is below repeats; up to the next, where each stands over the first of its columns alone."""
    size = count // len(cells)
    if size * len(cells) == count and _repeats(below, size):
        return [(n * size + 1, (n + 1) * size) for n in range(len(cells))]
    are_single = len(cells) > 1 and cells[0].first == 1 and all(cell.first == cell.last for cell in cells)
    if not are_single or not all(below) or any(map(_SINCE.search, below)):
        return []
    runs = [(first, after - 1) for first, after in pairwise([*(cell.first for cell in cells), count + 1])]
    return runs if all(first < last for first, last in runs) else []


def _repeats(texts: list[str], size: int) -> bool:
    """Whether so many texts, no two alike, come again and again."""
    first = texts[:size]
    return 1 < len(set(first)) == size < len(texts) and first * (len(texts) // size) == texts


def _names_period(cell: GridCell) -> bool:
    return names_period(cell.text)
