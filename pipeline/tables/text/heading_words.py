"""Headings of one word that stand one blank apart, over a column each: "March December", "Other Consolidated"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.filing.dates import YEAR
from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Column
from pipeline.tables.spans import nearest
from pipeline.tables.text.lines import Line
from pipeline.tables.text.pieces import Piece
from pipeline.tables.words import DAY, MONTH_NAME, OF_CHANGE, PERIOD_WORDS, names_period

_WORD = re.compile(r"\S+")
_WEEKS = re.compile(r"\d\d-weeks?", ANY_CASE)
_OF_PERIOD = re.compile(rf"{PERIOD_WORDS.pattern}|{MONTH_NAME.pattern}|\d", ANY_CASE)
_NAME = re.compile(r"(?:[A-Z]|[a-z]{4}).+")
_NAMES = re.compile(r"[A-Z][A-Za-z-]{4,}(?: [A-Z][A-Za-z-]{4,})+")
_DATE = re.compile(rf"{MONTH_NAME.pattern}\.? \d\d?,?(?: {YEAR})?", ANY_CASE)
_HAS_MONTH = re.compile(rf"\b{MONTH_NAME.pattern}(?![a-z])", ANY_CASE)
_ENDS_DATE = re.compile(rf"(?:[\d,]|\b{MONTH_NAME.pattern})$", ANY_CASE)
_JOINED = re.compile(r"(?:\b(?:and|to|through|or|vs?\.?)|[-\u2013&])$", ANY_CASE)
_REPEATED = re.compile(
    r"three|six|nine|twelve|months?|weeks|ended|quarter|year|for|as|at|fiscal|\(unaudited\)", ANY_CASE
)
_BEFORE, _BEHIND = 1, 2  # how far from the end of its column's digits a heading that is set right ends


def part_words(lines: Sequence[Line], columns: Sequence[Column]) -> None:
    """Part headings where the words of a line are as many as the columns and each of one, or names set right over
    theirs."""
    for n, line in enumerate(lines):
        if line.kind not in ("heading", "text") or not line.pieces or line.pieces[-1].right <= columns[0].right:
            continue
        count = sum(piece.text.count(" ") + 1 for piece in line.pieces)
        if len(line.pieces) == count:
            continue
        if len(line.pieces) < len(columns) <= count and (parts := _by_rule(line.pieces, lines[n + 1 : n + 4], columns)):
            line.pieces = parts
            continue
        words = [word for piece in line.pieces for word in _words(piece)] if count == len(columns) else []
        if words and _head_one_each(words, line.pieces, columns):
            line.pieces = words
        else:
            line.pieces = [
                part
                for piece in line.pieces
                for words in _parted(piece, columns)
                for part in _by_column(words, columns)
            ]


def _by_rule(pieces: Sequence[Piece], below: Sequence[Line], columns: Sequence[Column]) -> list[Piece]:
    """The last headings above the rows, parted where the rule below them is, one part of it under each column: "Amount
    to Sales" over "------ --------". None where no blank of theirs stands over a gap of the rule, or a date does."""
    if not below or below[0].kind != "rule" or len(below[0].pieces) != len(columns):
        return []
    if any(line.kind == "heading" for line in below):
        return []
    parts: list[Piece] = []
    for piece in pieces:
        start = 0
        for before, after in pairwise(below[0].pieces):
            if not (piece.left < before.right and after.left < piece.right):
                continue
            blank = piece.text.find(" ", before.right - piece.left, after.left - piece.left)
            if blank < 0 or _DATE.fullmatch(piece.text):
                return []
            parts.append(Piece(piece.left + start, piece.left + blank, piece.text[start:blank]))
            start = blank + 1
        parts.append(Piece(piece.left + start, piece.right, piece.text[start:], piece.mark))
    return parts


def _words(piece: Piece) -> list[Piece]:
    words = _WORD.finditer(piece.text)
    return [Piece(piece.left + word.start(), piece.left + word.end(), word[0], piece.mark) for word in words]


def _head_one_each(words: Sequence[Piece], pieces: Sequence[Piece], columns: Sequence[Column]) -> bool:
    """Whether words are months, or counts of weeks, or each stand over a column that they name, none a period.

    Pieces of as many words each stand over an even share: "Spot Balances   Average Balances".
    """
    if any(all(kind.fullmatch(word.text) for word in words) for kind in (MONTH_NAME, _WEEKS)):
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
    if not _NAMES.fullmatch(piece.text) or names_period(piece.text):
        return [piece]
    words = _words(piece)
    first = next((n for n, column in enumerate(columns) if _ends_with(words[0], column)), None)
    if first is None or len(words) > len(columns) - first:
        return [piece]
    return words if all(map(_ends_with, words, columns[first:])) else [piece]


def _by_column(piece: Piece, columns: Sequence[Column]) -> list[Piece]:
    """A piece, or its parts where the next heading begins within it, each nearest to a column of its own:
    "September June 30,", "Ended June Ended March", "December 31, Change"."""
    starts = _starts(piece.text)
    if len(starts) == 1:
        return [piece]
    parts: list[Piece] = []
    for start, end in pairwise([*starts, len(piece.text)]):
        text = piece.text[start:end].rstrip()
        parts.append(Piece(piece.left + start, piece.left + start + len(text), text))
    over = nearest([(part.left, part.right) for part in parts], columns)
    return parts if all(before < after for before, after in pairwise(over)) else [piece]


@lru_cache(maxsize=1 << 10)  # companies share most of their headings
def _starts(text: str) -> tuple[int, ...]:
    """Where the headings begin that stand one blank apart in a text."""
    words = _WORD.finditer(text)
    starts = [next(words).start()]
    for word in words:
        before = text[starts[-1] : word.start()].rstrip()
        if _begins_next(before, word[0]):
            starts.append(word.start())
    return tuple(starts)


def _begins_next(before: str, word: str) -> bool:
    """Whether a word begins another heading than the words before it: they are of a date, and it of a change, or the
    day of the next date; or it says again what they began with, or names a month as they do."""
    if OF_CHANGE.match(word):
        return _ENDS_DATE.search(before) is not None
    if DAY.fullmatch(word):
        return before[-1] == "," or before[-1].isdigit()
    if MONTH_NAME.fullmatch(word):
        return _HAS_MONTH.search(before) is not None and _JOINED.search(before) is None
    return _REPEATED.fullmatch(word) is not None and before.split(" ", 1)[0].lower() == word.lower()


def _ends_with(word: Piece, column: Column) -> bool:
    return -_BEFORE <= word.right - column.right <= _BEHIND
