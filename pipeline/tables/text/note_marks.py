"""Marks of notes that stand off from the number they belong to: "1,234 (1)", "711 *", "1,963 (a)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.text.lines import Line
from pipeline.tables.text.pieces import Piece

_MARK = re.compile(r"\([1-9]\)|\*{1,3}|(?:\([a-z]\)){1,3}", ANY_CASE)
_NEAR = 2  # blanks at most between a number and its mark


def join_marks(lines: Sequence[Line]) -> None:
    """Make the marks of notes part of the numbers right before them: those below and above which no numbers stand, and
    those that make more numbers of a line than others have."""
    rows = [line for line in lines if line.kind == "numbers"]
    marked = [line for line in rows if any(map(_is_mark_of, line.pieces, line.pieces[1:]))]
    if not marked:
        return
    figures = [piece for line in rows for piece in line.numbers if not _MARK.fullmatch(piece.text)]
    usual = Counter(len(line.numbers) for line in rows).most_common(1)[0][0]
    for line in marked:
        more = len(line.numbers) - usual
        pieces = line.pieces[:1]
        for piece in line.pieces[1:]:
            is_mark = _is_mark_of(pieces[-1], piece)
            is_close = piece.left - pieces[-1].right == 1
            is_letter = piece.mark is None  # which no number is
            if is_mark and (is_letter or (more > 0 and is_close) or not any(map(piece.overlaps, figures))):
                more -= 1
                pieces = [*pieces[:-1], _joined(pieces[-1], piece, line.text)]
            else:
                pieces = [*pieces, piece]
        line.pieces = pieces
        line.numbers = [piece for piece in pieces if piece.mark is not None]


def _is_mark_of(number: Piece, piece: Piece) -> bool:
    return number.mark is not None and piece.left - number.right <= _NEAR and _MARK.fullmatch(piece.text) is not None


def _joined(number: Piece, mark: Piece, text: str) -> Piece:
    return Piece(number.left, mark.right, text[number.left : mark.right], number.mark)
