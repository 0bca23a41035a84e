"""Headings of one word that stand one blank apart, over a column each: "March December", "Other Consolidated"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Column
from pipeline.tables.text_lines import Line
from pipeline.tables.text_pieces import Piece
from pipeline.tables.words import MONTH, PERIOD_WORDS

_WORD = re.compile(r"\S+")
_WEEKS = re.compile(r"\d\d-weeks?", ANY_CASE)
_OF_PERIOD = re.compile(rf"{PERIOD_WORDS.pattern}|{MONTH.pattern}|\d", ANY_CASE)
_NAME = re.compile(r"(?:[A-Z]|[a-z]{4}).+")
_NAMES = re.compile(r"[A-Z][A-Za-z-]{4,}(?: [A-Z][A-Za-z-]{4,})+")
_BEFORE, _BEHIND = 1, 2  # how far from the end of its column's digits a heading that is set right ends


def part_words(lines: Sequence[Line], columns: Sequence[Column]) -> None:
    """Part headings where the words of a line are as many as the columns and each of one, or names set right over
    theirs."""
    for line in lines:
        if line.kind not in ("heading", "text") or not line.pieces or line.pieces[-1].right <= columns[0].right:
            continue
        count = sum(piece.text.count(" ") + 1 for piece in line.pieces)
        if len(line.pieces) == count:
            continue
        words = [word for piece in line.pieces for word in _words(piece)] if count == len(columns) else []
        if words and _head_one_each(words, line.pieces, columns):
            line.pieces = words
        else:
            line.pieces = [part for piece in line.pieces for part in _parted(piece, columns)]


def _words(piece: Piece) -> list[Piece]:
    words = _WORD.finditer(piece.text)
    return [Piece(piece.left + word.start(), piece.left + word.end(), word[0], piece.mark) for word in words]


def _head_one_each(words: Sequence[Piece], pieces: Sequence[Piece], columns: Sequence[Column]) -> bool:
    """Whether words are months, or counts of weeks, or each stand over a column that they name, none a period.

    Pieces of as many words each stand over an even share: "Spot Balances   Average Balances".
    """
    if any(all(kind.fullmatch(word.text) for word in words) for kind in (MONTH, _WEEKS)):
        return _is_over(words[0], columns[0])
    is_shared = len(pieces) > 1 and len({piece.text.count(" ") for piece in pieces}) == 1
    if is_shared or len(words) < 3 or not all(map(_is_over, words, columns)):
        return False
    if not all(_NAME.fullmatch(word.text) for word in words):
        return False
    is_name = words[0].text[0].isupper() and words[-1].text[0].isupper()
    return is_name and not any(_OF_PERIOD.search(word.text) for word in words)


def _is_over(word: Piece, column: Column) -> bool:
    return column.is_below(word.left, word.right)


def _parted(piece: Piece, columns: Sequence[Column]) -> list[Piece]:
    """A piece, or its words where each is a name that is set right over its column."""
    if not _NAMES.fullmatch(piece.text) or PERIOD_WORDS.search(piece.text):
        return [piece]
    words = _words(piece)
    first = next((n for n, column in enumerate(columns) if _ends_with(words[0], column)), None)
    if first is None or len(words) > len(columns) - first:
        return [piece]
    return words if all(map(_ends_with, words, columns[first:])) else [piece]


def _ends_with(word: Piece, column: Column) -> bool:
    return -_BEFORE <= word.right - column.right <= _BEHIND
