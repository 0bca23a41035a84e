"""Labels of fixed-width text that wrap where their column ends: they go on set in by a few characters, or below their
figures, which stand in the middle of their lines."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from pipeline.tables.grid import GridRow
from pipeline.tables.labels import has_no_amounts
from pipeline.tables.text.lines import Line
from pipeline.tables.words import STANDALONE, goes_on

_DASHES = (" -", "--", "\u2013", "\u2014")
_LEADING_DASH = re.compile(r"[-\u2013\u2014]\s?\w+")
_UNFINISHED = re.compile(r"\b(and other|deferred|long-term|noncurrent)$", re.IGNORECASE)
_SECTION = re.compile(r".+ (?:ACTIVITIES|ASSETS|DATA|EQUITY|LIABILITIES)|LIABILITIES\b.*")  # of a statement in capitals
_MOST = 6  # lines of a label
_DEEPEST = 6  # characters by which the rest is set in


def hung(rows: Sequence[GridRow], lefts: Sequence[int]) -> list[bool]:
    """For each row, whether its label is the rest of the label above; `lefts` are the columns where labels begin.

    The line above has no numbers, and no room for the first word of the rest, or a dash before it; what comes after the
    rest is not set in, as the lines below a heading are. Numbers may also stand in the first line of a label.
    """
    ends = [_right(row, left) for row, left in zip(rows, lefts, strict=True)]
    width = max((end for row, end in zip(rows, ends, strict=True) if row.cells and row.label), default=0)
    found = [False] * len(rows)
    for n in range(len(rows) - 1):
        if found[n] or not _is_cut(rows[n], rows[n + 1], ends[n], width):
            continue
        if rows[n].cells:
            found[n + 1] = _is_below(rows, lefts, n)
            continue
        last = next((m for m in range(n + 1, min(n + _MOST, len(rows))) if rows[m].cells), None)
        if last is None or len({*lefts[n + 1 : last + 1]}) > 1 or not 0 < lefts[last] - lefts[n] <= _DEEPEST:
            continue
        between = zip(range(n + 1, last), range(n + 2, last + 1), strict=True)
        if all(_is_cut(rows[m], rows[below], ends[m], width) for m, below in between) and (
            last + 1 == len(rows)
            or rows[last + 1].label is None
            or lefts[last + 1] <= lefts[n]
            or _is_last(rows[n], rows[last + 1])
        ):
            found[n + 1 : last + 1] = [True] * (last - n)
    return found


def _is_last(row: GridRow, after: GridRow) -> bool:
    """Whether a label that ends as no heading does has its rest above a total."""
    if row.label is None or after.label is None:
        return False
    return _UNFINISHED.search(row.label.text) is not None and after.label.text.lower().startswith("total ")


def _is_below(rows: Sequence[GridRow], lefts: Sequence[int], n: int) -> bool:
    """Whether a line in capitals, set in below a row of numbers in capitals, ends its label: it heads no section,
    and the row after it is not set in, as those below a heading are."""
    are_capitals = all(row.label is not None and row.label.text.isupper() for row in rows[n : n + 2])
    if not are_capitals or n + 2 >= len(rows) or not 0 < lefts[n + 1] - lefts[n] <= _DEEPEST:
        return False
    rest = rows[n + 1].label
    is_section = rest is not None and _SECTION.fullmatch(rest.text) is not None
    return not is_section and rows[n + 2].label is not None and lefts[n + 2] <= lefts[n]


def label_width(lines: Sequence[Line]) -> int:
    """Where the widest label beside numbers ends; nowhere, where most labels stand above their numbers."""
    firsts = [line.pieces[0] for line in lines if line.kind == "numbers"]
    labels = [first.right for first in firsts if not first.is_number]
    return max(labels) if 2 * len(labels) > len(firsts) else sys.maxsize


def goes_around(words: str, left: int, rest: str, width: int) -> bool:
    """Whether a label that begins at `left` has its figures a line below, and its `rest` below these."""
    is_cut = left + len(words) + 1 + len(rest.split()[0]) > width and words.isupper() == rest.isupper()
    is_heading = words.endswith(":") or rest.endswith(":") or has_no_amounts(words)
    return goes_on(words, rest) or (is_cut and not is_heading)


def _right(row: GridRow, left: int) -> int:
    return left + len(row.label.text) if row.label is not None else 0


def _is_cut(row: GridRow, below: GridRow, end: int, width: int) -> bool:
    """Whether a label without numbers ends in a dash, or has no room for the first word of the label below, where one
    of them has numbers at most."""
    if row.label is None or below.label is None or (row.cells and below.cells):
        return False
    upper, lower = row.label.text, below.label.text
    if upper.endswith(_DASHES):
        return True
    dash = _LEADING_DASH.match(lower)  # no line ends with it: "Weighted average shares outstanding" above "- basic"
    standalone = dash is None and STANDALONE.match(lower) is not None
    first = lower.split()[0]
    if upper.endswith(":") or standalone or (upper.isupper() and not (lower.isupper() or first.isupper())):
        return False
    return end + 1 + len(dash[0] if dash else first) > width
