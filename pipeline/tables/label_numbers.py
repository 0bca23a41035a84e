"""Numbers that are words of a label: "allowances of $4,100 and" above "$3,900", which begins the line below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.tables.text_lines import Line

_MOST = 0.5  # of the labels


def give_to_labels(lines: Sequence[Line]) -> None:
    """Make words of the numbers that begin a line where the labels of most lines of numbers stand."""
    rows = [line for line in lines if line.kind == "numbers"]
    ends = sorted(line.pieces[0].right for line in rows if line.pieces[0].mark is None)
    if len(ends) <= _MOST * len(rows):
        return
    reached = ends[int(len(ends) * (1 - _MOST))]  # by the labels of most lines
    for line in rows:
        if line.pieces[0].mark is not None and line.pieces[0].right <= reached:
            line.pieces = [replace(line.pieces[0], mark=None), *line.pieces[1:]]
            line.numbers = [piece for piece in line.pieces if piece.mark is not None]
            line.kind = "numbers" if line.numbers else "text"
