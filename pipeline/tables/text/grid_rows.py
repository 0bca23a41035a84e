"""A block of fixed-width lines read as the rows of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.tables.columns import TEXT, Column, Mark, place
from pipeline.tables.grid import Grid, GridCell, GridRow
from pipeline.tables.labels import awaits_figures, join_wrapped
from pipeline.tables.spans import spread
from pipeline.tables.text.blocks import Block
from pipeline.tables.text.heading_rules import of_headings, over_rule, rule_below
from pipeline.tables.text.headings import Seen, heads_columns, seen_from, with_numbers_below
from pipeline.tables.text.hung import goes_around, hung, label_width
from pipeline.tables.text.lines import Line
from pipeline.tables.text.page_parts import columns_of_pages
from pipeline.tables.text.pieces import Piece
from pipeline.tables.text.titles import titles

_INDENT_STEP = 2  # blanks
_FEW = 6  # lines that tell nothing of the spacing
_CLOSE = 0.1  # share of the lines that may stand close together in double spacing
_UNREAD = ("blank", "tag", "furniture", "rule")  # lines that are no rows


def read_grid(block: Block) -> Grid:
    """The grid of a block of lines that is one table."""
    return _Reader(block).grid()


@dataclass(slots=True)
class _Gap:
    """What stands between a row and the one above it."""

    ruled: bool = False
    broken: bool = False  # by the end of a page
    is_apart: bool = False  # by more than the table's rows stand apart
    blanks: int = 0

    def widen(self, line: Line, columns: Sequence[Column], closest: int) -> None:
        """Take in a further line; one that is a row ends the gap. `closest`: blank lines between rows as such."""
        self.broken = self.broken or line.page_break
        if line.kind == "rule":
            self.ruled = self.ruled or any(part.right > columns[0].left for part in line.pieces)
        if line.kind in _UNREAD:
            self.blanks += line.kind == "blank"
            self.is_apart = self.is_apart or not (self.broken or (line.kind == "blank" and self.blanks <= closest))


class _Reader:
    """Goes down the lines of one table."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._parts = columns_of_pages(block.lines)
        self._placed = [
            (line, seen, columns)
            for lines, columns in self._parts
            for line, seen in zip(lines, seen_from(lines, columns), strict=True)
        ]
        lefts = [line.pieces[0].left for line, _, columns in self._placed if _has_label(line, columns)]
        self._margin = min(lefts, default=0)
        self._label_width = label_width(block.lines)
        self._closest = _closest(block.lines)
        self._rows: list[GridRow] = []
        self._apart: list[bool] = []  # by row: whether it is apart from the one above
        self._lefts: list[int] = []  # by row: where it begins
        self._rests: set[int] = set()  # rows that are the rest of a label around its figures
        self._gap = _Gap()

    def grid(self) -> Grid:
        for n, (line, seen, columns) in enumerate(self._placed):
            self._gap.widen(line, columns, self._closest)
            if line.pieces and line.kind != "rule":
                self._read(n, line, seen, columns)
                self._gap = _Gap()
        is_rest = [is_hung or n in self._rests for n, is_hung in enumerate(hung(self._rows, self._lefts))]
        rows = join_wrapped(self._rows, self._apart, is_rest)
        first, last = self._block.lines[0], self._block.lines[-1]
        end = last.start + len(last.text)
        return Grid(first.start, end, titles(self._block), tuple(rows), len(self._parts[0][1]))

    def _read(self, n: int, line: Line, seen: Seen, columns: Sequence[Column]) -> None:
        """Read a line as a row, or as the figures of the label above it."""
        gap, rows = self._gap, self._rows
        rule = () if line.kind == "numbers" else rule_below(self._block.lines, n)
        row = _row(line, columns, seen, rule, self._margin, ruled=gap.ruled, broken=gap.broken)
        is_close = bool(rows) and line.kind == "numbers" and not gap.ruled and gap.blanks < 2
        words = _label_alone(rows[-1], row) if is_close else ""
        rest = _label_below(self._block.lines, n) if words and not gap.blanks else ""
        is_around = bool(rest) and goes_around(words, self._lefts[-1], rest, self._label_width)
        if is_around or (words and awaits_figures(words)):
            rows[-1] = replace(rows[-1], cells=row.cells)
            if is_around:
                self._rests.add(len(rows))  # the row of the words below
        else:
            rows.append(row)
            self._apart.append(gap.is_apart and not gap.broken)
            self._lefts.append(line.pieces[0].left)


def _label_alone(above: GridRow, row: GridRow) -> str:
    """The label of a row without numbers, above numbers without a label; else no words."""
    return above.label.text if above.label and not above.cells and row.label is None else ""


def _label_below(lines: Sequence[Line], n: int) -> str:
    """The words without numbers directly below a line, or none."""
    below = lines[n + 1] if n + 1 < len(lines) else None
    return below.pieces[0].text if below and below.kind == "text" and len(below.pieces) == 1 else ""


def _closest(lines: Sequence[Line]) -> int:
    """Blank lines that stand between lines next to each other: one in a table printed in double spacing, else none."""
    printed = [n for n, line in enumerate(lines) if line.kind != "blank"]
    close = sum(below - above == 1 for above, below in pairwise(printed))
    return int(len(printed) > _FEW and close < _CLOSE * len(printed))


def _has_label(line: Line, columns: Sequence[Column]) -> bool:
    if not line.pieces or line.kind == "rule":
        return False
    return line.pieces[0].mark is None and line.pieces[0].right <= columns[0].right


def _row(
    line: Line,
    columns: Sequence[Column],
    seen: Seen,
    rule: Sequence[Piece],
    margin: int,
    *,
    ruled: bool,
    broken: bool,
) -> GridRow:
    """A line as a row: its label, set in from the margin, and its cells; `rule` is drawn below its headings."""
    pieces = line.pieces
    count = _label_pieces(line, columns)
    label = _cell(line, pieces[:count], 0, 0) if count else None
    rest = pieces[count:]
    cells = (
        _number_cells(line, rest, columns)
        if line.kind == "numbers"
        else _heading_cells(line, with_numbers_below(rest, columns), seen, rule)
    )
    indent = max(0, (pieces[0].left - margin) // _INDENT_STEP) if label else 0
    return GridRow(label, tuple(cells), indent, ruled, broken)


def _label_pieces(line: Line, columns: Sequence[Column]) -> int:
    """How many pieces at the left are the label."""
    pieces = line.pieces
    if line.kind == "numbers":
        extra = len(line.numbers) - len(columns)
        count = 0
        while count < len(pieces) and (pieces[count].mark is None or extra > 0):
            extra -= pieces[count].mark is not None
            count += 1
        return _without_text_cells(pieces, count, columns)
    count = 0
    while count < len(pieces) and not heads_columns(pieces[count], line, columns):
        count += 1
    return count


def _without_text_cells(pieces: Sequence[Piece], count: int, columns: Sequence[Column]) -> int:
    """Words in a column before the first number ("see note") are cells; the first piece is a label in any case."""
    while count > 1 and pieces[count - 1].mark is None and pieces[count - 1].left >= columns[0].left - 2:
        count -= 1
    return count


def _number_cells(line: Line, pieces: Sequence[Piece], columns: Sequence[Column]) -> list[GridCell]:
    marks: list[Mark] = [piece.mark for piece in pieces if piece.mark is not None]
    places = place(marks, columns, TEXT)
    if len(marks) == len(pieces):
        return [_cell(line, [piece], n + 1, n + 1) for piece, n in zip(pieces, places, strict=True)]
    numbers = [piece for piece in pieces if piece.mark is not None]
    placed = dict(zip((id(piece) for piece in numbers), places, strict=True))
    words = [piece for piece in pieces if piece.mark is None]
    taken = set(placed.values())
    for piece, (first, _) in zip(words, spread([(p.left, p.right) for p in words], columns), strict=True):
        if first not in taken:
            placed[id(piece)] = first
            taken.add(first)
    kept = [piece for piece in pieces if id(piece) in placed]
    return sorted(
        (_cell(line, [piece], placed[id(piece)] + 1, placed[id(piece)] + 1) for piece in kept),
        key=lambda cell: cell.first,
    )


def _heading_cells(line: Line, pieces: Sequence[Piece], seen: Seen, rule: Sequence[Piece]) -> list[GridCell]:
    own = of_headings(rule, pieces)
    placed = seen.place([over_rule(piece, own) for piece in pieces], [piece.text for piece in pieces])
    return [_cell(line, [piece], first + 1, last + 1) for piece, (first, last) in zip(pieces, placed, strict=True)]


def _cell(line: Line, pieces: Sequence[Piece], first: int, last: int) -> GridCell:
    text = " ".join([word for piece in pieces for word in piece.text.split()])
    return GridCell(text, line.start + pieces[0].left, line.start + pieces[-1].right, first, last)
