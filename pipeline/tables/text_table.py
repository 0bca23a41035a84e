"""Tables of fixed-width text: from blocks of lines to grids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

from pipeline.tables.beside import find_cut
from pipeline.tables.columns import TEXT, Column, Mark, place
from pipeline.tables.grid import Grid, GridCell, GridRow
from pipeline.tables.heading_rules import of_headings, over_rule, rule_below
from pipeline.tables.headings import Seen, heads_columns, seen_from, with_numbers_below
from pipeline.tables.hung import goes_around, hung, label_width
from pipeline.tables.label_between import labelled_from
from pipeline.tables.label_numbers import give_marks_to_labels, give_to_labels, take_from_labels
from pipeline.tables.labels import awaits_figures, join_wrapped
from pipeline.tables.note_marks import join_marks
from pipeline.tables.page_parts import columns_of_pages
from pipeline.tables.paragraphs import mark_capitals, set_apart
from pipeline.tables.spans import spread
from pipeline.tables.text_blocks import Block, find_blocks
from pipeline.tables.text_lines import Line, part_of, read_lines
from pipeline.tables.text_pieces import Piece
from pipeline.tables.text_titles import split_headings, titles

INDENT_STEP = 2
_FEW = 6  # lines that tell nothing of the spacing
_CLOSE = 0.1  # share of the lines that may stand close together in double spacing


def find_text_grids(text: str, start: int = 0, end: int | None = None, *, first_no: int = 1) -> list[Grid]:
    """The tables printed in `text[start:end]`, numbered from `first_no`."""
    lines = read_lines(text, start, end)
    set_apart(lines)
    mark_capitals(lines)
    blocks = find_blocks(lines)
    for block in blocks:
        split_headings(block)
    numbers = count(first_no)
    return [grid for block in blocks for grid in _grids(block, numbers, text)]


def _grids(block: Block, numbers: Iterator[int], text: str) -> list[Grid]:
    """The table of a block, or the two that stand side by side in it, numbered from the next number on."""
    tables = _parted(block)
    for table in tables:
        give_to_labels(table.lines)
        give_marks_to_labels(table.lines)
        join_marks(table.lines)
        take_from_labels(table.lines)
    grids = [_grid(table, next(numbers)) for table in tables]
    if len(grids) > 1:
        left, right = grids
        return [labelled_from(left, right, text), right]
    return grids


def _parted(block: Block) -> list[Block]:
    """A block, or the two tables that stand side by side in it, below the same titles."""
    rows = [line for line in block.lines if line.kind == "numbers"]
    cut = find_cut([line.pieces for line in rows])
    if cut is None:
        return [block]
    return [Block(block.above, [part_of(line, *bounds) for line in block.lines]) for bounds in ((0, cut), (cut, None))]


def _grid(block: Block, table_no: int) -> Grid:
    parts = columns_of_pages(block.lines)
    placed = [
        (line, seen, columns)
        for lines, columns in parts
        for line, seen in zip(lines, seen_from(lines, columns), strict=True)
    ]
    rows: list[GridRow] = []
    apart: list[bool] = []
    lefts: list[int] = []
    rests: set[int] = set()  # rows that are the rest of a label around its figures
    ruled = broken = is_apart = False
    blanks = 0
    width = label_width(block.lines)
    margin = min((line.pieces[0].left for line, _, columns in placed if _has_label(line, columns)), default=0)
    closest = _closest(block.lines)
    for n, (line, seen, columns) in enumerate(placed):
        broken = broken or line.page_break
        if line.kind == "rule":
            ruled = ruled or any(part.right > columns[0].left for part in line.pieces)
        if line.kind in ("blank", "tag", "furniture", "rule"):
            blanks += line.kind == "blank"
            is_apart = is_apart or not (broken or (line.kind == "blank" and blanks <= closest))
        if not line.pieces or line.kind == "rule":
            continue
        rule = () if line.kind == "numbers" else rule_below(block.lines, n)
        row = _row(line, columns, seen, rule, margin, ruled=ruled, broken=broken)
        is_close = bool(rows) and line.kind == "numbers" and not ruled and blanks < 2
        words = _label_alone(rows[-1], row) if is_close else ""
        rest = _label_below(block.lines, n) if words and not blanks else ""
        is_around = bool(rest) and goes_around(words, lefts[-1], rest, width)
        if is_around or (words and awaits_figures(words)):
            rows[-1] = replace(rows[-1], cells=row.cells)
            rests |= {len(rows)} if is_around else set()
        else:
            rows.append(row)
            apart.append(is_apart)
            lefts.append(line.pieces[0].left)
        ruled = broken = is_apart = False
        blanks = 0
    is_rest = [is_hung or n in rests for n, is_hung in enumerate(hung(rows, lefts))]
    rows = join_wrapped(rows, apart, is_rest)
    last = block.lines[-1]
    return Grid(
        table_no, block.lines[0].start, last.start + len(last.text), titles(block), tuple(rows), len(parts[0][1])
    )


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
    return (
        bool(line.pieces)
        and line.kind != "rule"
        and line.pieces[0].mark is None
        and (line.pieces[0].right <= columns[0].right)
    )


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
    pieces = line.pieces
    count = _label_pieces(line, columns)
    label = _cell(line, pieces[:count], 0, 0) if count else None
    rest = pieces[count:]
    cells = (
        _number_cells(line, rest, columns)
        if line.kind == "numbers"
        else _heading_cells(line, with_numbers_below(rest, columns), seen, rule)
    )
    indent = max(0, (pieces[0].left - margin) // INDENT_STEP) if label else 0
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
