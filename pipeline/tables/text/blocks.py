"""Where the tables of a fixed-width text lie: blocks of lines, from the first heading to the last number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.text.lines import Line
from pipeline.tables.words import goes_on

_SHORT_GAP = 4  # blanks before a lone number that make it a column's
_LONG_TEXT = 45
MARGIN = 8  # a line that begins further right is no label, where none of the table's does
_INDENT = 4  # of labels within a table set in as a whole
_DRIFT = 4  # of the right edges of a column
_FAR = 3  # blank lines above the number of a page
_LONG_NUMBER = 3  # figures that no page's number has
_SILENCE = 12  # lines of text without a number that end a table
_PROSE_WIDTH = 55
_WORDY = re.compile(r"[a-z]{2,}")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|would|will|follow(?:s|ing))\b")  # what no heading says
_IN_BRACKETS = re.compile(  # "(Dollars in millions, shares in thousands, except ...)"
    r"\(.*\)(?:\s*unaudited)?", ANY_CASE
)


@dataclass(slots=True)
class Block:
    """A table's lines, and the titles above it."""

    above: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    edges: dict[int, int] = field(default_factory=dict)  # right edge -> left end of the widest number there
    begins: int = 1_000_000  # where the first number or its sign begins
    labels: int = 1_000_000  # where the labels begin

    def add(self, line: Line) -> None:
        """Take in a line of numbers, and remember where they stand."""
        self.lines.append(line)
        if line.pieces[0].mark is None:
            self.labels = min(self.labels, line.pieces[0].left)
        for piece in line.numbers:
            assert piece.mark is not None
            right, left = int(piece.mark.right), int(piece.mark.left)
            self.edges[right] = min(left, self.edges.get(right, left))
            self.begins = min(self.begins, piece.left)

    def fits(self, line: Line) -> bool:
        """Whether a number of the line stands under an earlier one."""
        return any(
            left <= piece.mark.right + 1 and piece.mark.left <= right + 1
            for piece in line.numbers
            if piece.mark is not None
            for right, left in self.edges.items()
        )

    @property
    def margin(self) -> int:
        """The furthest right that a label begins."""
        return max(MARGIN, self.labels + _INDENT) if self.labels < self.begins else MARGIN

    @property
    def left(self) -> int:
        """Where the first column's numbers begin."""
        return min(self.edges.values(), default=0)

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return max(self.edges, default=0)

    @property
    def before_last(self) -> int:
        """Where the last column but one ends."""
        last = min(left for right, left in self.edges.items() if right > self.right - _DRIFT)
        return max((right for right in self.edges if right < last), default=last)


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """The tables among the lines, top down."""
    blocks: list[Block] = []
    current: Block | None = None
    pending: list[Line] = []
    for line in lines:
        if current is not None and _is_of_page(line, current, pending):
            line.kind, line.pieces, line.numbers = "furniture", (), ()
        if not _is_row(line, current, pending):
            pending.append(line)
            if current is not None and _end_in_prose(pending):
                blocks.append(current)
                current = None
            continue
        if current is not None and _begins_anew(current, pending, line):
            blocks.append(current)
            pending = _without_rest(current, pending)
            current = None
        if current is None:
            current = Block(above=pending)
        else:
            current.lines.extend(pending)
        current.add(line)
        pending = []
    if current is not None:
        _without_rest(current, pending)
        blocks.append(current)
    return [block for block in blocks if _is_table(block)]


def _is_row(line: Line, current: Block | None, pending: Sequence[Line]) -> bool:
    if line.kind != "numbers":
        return False
    if is_strong(line):
        return True
    return current is not None and current.fits(line) and not any(near.kind == "text" for near in pending[-2:])


def _is_of_page(line: Line, block: Block, pending: Sequence[Line]) -> bool:
    """Whether a line is a page's number: a short figure alone below a blank line, which ends where no column does, or
    below several, in a table of more columns."""
    if line.kind != "numbers" or len(line.pieces) > 1 or not pending or pending[-1].kind != "blank":
        return False
    figure = line.pieces[0]
    is_short = figure.text.isdigit() and len(figure.text) < _LONG_NUMBER
    is_far = len(pending) >= _FAR and all(near.kind == "blank" for near in pending[-_FAR:])
    is_of_column = any(abs(figure.right - right) <= 1 for right in block.edges)
    return is_short and (not is_of_column or (is_far and any(len(row.numbers) > 1 for row in block.lines)))


def is_strong(line: Line) -> bool:
    """Whether the line's numbers stand in columns for certain, and are no numbers in prose or of pages."""
    numbers, words = line.numbers, [piece for piece in line.pieces if piece.mark is None]
    if not words:
        return len(numbers) > 1 or len(numbers[0].text) > 3
    first = numbers[0]
    before = [piece for piece in words if piece.right <= first.left]
    if len(words) > len(before) + len(numbers):
        return False
    gap = first.left - before[-1].right if before else first.left
    if len(numbers) > 1:
        return (
            gap >= _SHORT_GAP
            or not before
            or before[-1].right - before[0].left < _LONG_TEXT
            or numbers[-1].left - first.right > 2
        )
    return gap >= _SHORT_GAP


def _end_in_prose(pending: Sequence[Line]) -> bool:
    """Whether the last of the lines since the last number makes a paragraph, or too long a silence, of them."""
    last = pending[-1]
    if last.kind != "text":
        return False
    if sum(line.kind == "text" for line in pending) > _SILENCE:
        return True
    if not is_prose(last):
        return False
    if len(last.text) > 160:
        return True
    run = 1
    while run < min(len(pending), 3) and pending[-run - 1].kind == "text" and is_prose(pending[-run - 1]):
        run += 1
    return run == 3 or (run == 2 and last.text.endswith("."))


def is_prose(line: Line) -> bool:
    """Whether a line is of running text: wide and wordy, not all in brackets, nor a heading of lines below it; or of a
    paragraph in capitals."""
    if line.of_capitals:
        return True
    text = line.text.strip()
    if len(text) < _PROSE_WIDTH or (text.endswith(":") and not text[0].islower() and not _VERB.search(text)):
        return False
    if _IN_BRACKETS.fullmatch(text):
        return False
    return len(_WORDY.findall(text)) > 6


def _begins_anew(block: Block, pending: Sequence[Line], line: Line) -> bool:
    """Whether a line of numbers, and the lines before it, begin another table."""
    if any(near.kind == "heading" and _over(near, block, line) for near in pending):
        return True
    if any(near.kind == "text" and _names_columns(near, block, line) for near in pending):
        return True
    titled = any(near.kind == "text" and near.pieces[0].left > block.margin for near in pending)
    tagged = any(near.kind == "tag" and "<table" in near.text.lower() for near in pending)
    return ((titled or tagged) and not block.fits(line)) or (titled and tagged)


def _columns_begin(block: Block, line: Line) -> int:
    """Where the numbers of a block, or of a line below it, begin; numbers that begin the line's label are left out."""
    is_labelled = line.pieces[0].mark is not None and block.fits(line)
    lefts = [number.left for number in line.numbers if not is_labelled or number.right > block.begins]
    return min([block.left, *lefts])


def _names_columns(near: Line, block: Block, line: Line) -> bool:
    """Whether a line without numbers has words over two columns or more, and none at the labels."""
    left = _columns_begin(block, line)
    return len(near.pieces) > 1 and near.pieces[0].left >= left - 2


def _over(heading: Line, block: Block, line: Line) -> bool:
    """Whether a heading's words stand over columns of numbers, and not at the labels."""
    left = _columns_begin(block, line)
    return any((piece.left + piece.right) / 2 >= left - 2 for piece in heading.pieces)


def _without_rest(block: Block, pending: list[Line]) -> list[Line]:
    """Hand the block the rest of its last label; what remains stands above the next table."""
    for count, line in enumerate(pending[:2]):
        if line.kind != "text" or len(line.pieces) > 1 or not block.lines[-1].pieces:
            return pending[count:]
        if not goes_on(block.lines[-1].pieces[0].text, line.pieces[0].text) or line.pieces[0].left > block.left:
            return pending[count:]
        block.lines.append(line)
    return pending[2:]


def _is_table(block: Block) -> bool:
    """Two rows of numbers at least, one under the other."""
    rows = [line for line in block.lines if line.kind == "numbers"]
    if not any(piece.mark and not piece.mark.soft for line in rows for piece in line.numbers):
        return False
    seen = Block()
    for line in rows:
        if seen.fits(line):
            return True
        seen.add(line)
    return False
