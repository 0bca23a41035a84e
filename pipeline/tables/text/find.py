"""Tables of fixed-width text: from blocks of lines to grids."""

from __future__ import annotations

from pipeline.tables.beside import find_cut
from pipeline.tables.grid import Grid
from pipeline.tables.text.blocks import Block, find_blocks
from pipeline.tables.text.grid_rows import read_grid
from pipeline.tables.text.label_between import labelled_from
from pipeline.tables.text.label_numbers import give_marks_to_labels, give_to_labels, take_from_labels
from pipeline.tables.text.lines import part_of, read_lines
from pipeline.tables.text.note_marks import join_marks
from pipeline.tables.text.paragraphs import mark_capitals, set_apart
from pipeline.tables.text.titles import split_headings


def find_text_grids(text: str, start: int = 0, end: int | None = None) -> list[Grid]:
    """The tables printed in `text[start:end]`."""
    lines = read_lines(text, start, end)
    set_apart(lines)
    mark_capitals(lines)
    blocks = find_blocks(lines)
    for block in blocks:
        split_headings(block)
    return [grid for block in blocks for grid in _grids(block, text)]


def _grids(block: Block, text: str) -> list[Grid]:
    """The table of a block, or the two that stand side by side in it."""
    tables = _parted(block)
    for table in tables:
        give_to_labels(table.lines)
        give_marks_to_labels(table.lines)
        join_marks(table.lines)
        take_from_labels(table.lines)
    grids = [read_grid(table) for table in tables]
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
