"""Rows of HTML whose cells hold whole columns, their lines parted by line breaks: the rows that these print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.opened import HtmlCell
from pipeline.tables.values import is_value

Placed = tuple[HtmlCell, int, int]  # a cell with its first and last physical column
_RULE = re.compile(r"\s*(?:-{4,}|_{3,}|={3,})\s*")  # drawn in characters between the numbers


def unstacked(text: str, row: Sequence[Placed]) -> list[Sequence[Placed]]:
    """The row itself, or one row for each line of its labels where all its other lines are numbers, one a label."""
    if len(row) < 2 or text.find("\n", row[0][0].start, row[-1][0].end) < 0:
        return [row]
    labels = _lines(text, row[0])
    columns = [[_unruled(text, line) for line in _lines(text, placed)] for placed in row[1:]]
    takers = _takers(text, labels, columns)
    if takers is None:
        return [row]
    of_label = dict(zip(takers, zip(*columns, strict=True), strict=True))
    rows = ([label, *of_label.get(n, ())] for n, label in enumerate(labels))
    return [[line for line in printed if line[0].start < line[0].end] for printed in rows]


def _lines(text: str, placed: Placed) -> list[Placed]:
    """Each line of a cell, blank ones too, as if it were a cell of its own."""
    cell, first, last = placed
    lines: list[Placed] = []
    start = cell.start
    for line in text[cell.start : cell.end].split("\n"):
        lines.append((cell._replace(start=start, end=start + len(line), rowspan=1), first, last))
        start += len(line) + 1
    return lines


def _unruled(text: str, line: Placed) -> Placed:
    """The line of a column; without its text where that is a rule."""
    cell, first, last = line
    return (cell._replace(end=cell.start), first, last) if _RULE.fullmatch(text, cell.start, cell.end) else line


def _takers(text: str, labels: Sequence[Placed], columns: Sequence[Sequence[Placed]]) -> list[int] | None:
    """Which of the labels have numbers, if as many are printed in each column: all, or all but headings; else null."""
    count = len(columns[0])
    if count < 2 or any(len(column) != count for column in columns):
        return None
    printed = [text[cell.start : cell.end] for column in columns for cell, _, _ in column]
    if not all(is_value(line.strip()) for line in printed if line) or is_value(_text(text, labels[0])):
        return None
    every = list(range(len(labels)))
    of_numbers = [n for n in every if (label := _text(text, labels[n])) and not label.endswith(":")]
    return next((takers for takers in (every, of_numbers) if len(takers) == count), None)


def _text(text: str, line: Placed) -> str:
    return text[line[0].start : line[0].end].strip()
