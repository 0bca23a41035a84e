"""Numbers that are words of a label ("allowances of $4,100 and" above "$3,900", which begins the line below), and
numbers that a long label touches: "Weighted average number of shares 10,206,000    9,206,000"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Mark
from pipeline.tables.text.lines import Line
from pipeline.tables.text.pieces import Piece, number_at
from pipeline.tables.words import hangs

_MOST = 0.5  # of the labels
_MARK = re.compile(r"\([1-9]\)")
_SOME = 2  # numbers one below the other make a column
_TOUCHED = re.compile(  # an amount that ends a label, and is not named by it
    r"(?:(?<!\bof)(?<!\band)(?<!\bor)(?<!\bto)(?<!\bthan) |(?<=[a-z]\))|(?<=[a-z])(?=\$))"
    r"(?P<amount>[$(\d][$(\d,.]*[,.][\d)]+|(?<= )\d{1,3})$",
    ANY_CASE,
)
_MORE = 2  # digits
_DATED = re.compile(r"\b(?:19|20)\d\d:$")
_COUNTED = re.compile(  # shares, in a label; averages are the amounts of theirs
    r"(?!.*\b(?:average|diluted)\b).*\b(?:authori[sz]ed|issued|outstanding|par|shares of)\b", ANY_CASE
)


def give_to_labels(lines: Sequence[Line]) -> None:
    """Make words of the numbers that begin a line where the labels of most lines of numbers stand, totals without one
    aside, and of those behind them that end before the columns begin: "1998 - 2,050,000)"."""
    rows = [line for line in lines if line.kind == "numbers"]
    labelled = [line for line in rows if line.pieces[0].mark is None]
    first = min((line.numbers[0].left for line in labelled), default=0)
    if len(labelled) <= _MOST * sum(line.pieces[0].left < first for line in rows):
        return
    ends = sorted(line.pieces[0].right for line in labelled)
    reached = ends[int(len(ends) * (1 - _MOST))]  # by the labels of most lines
    begin = max(reached, first - 1)
    for line in rows:
        if line.pieces[0].mark is not None and line.pieces[0].right <= reached:
            while line.numbers and line.numbers[0].right <= begin:
                _make_words(line)
    _give_counts(labelled)


def _give_counts(rows: Sequence[Line]) -> None:
    """Make words of a lone number behind a day and a colon, of a label that goes on: "at June 30, 1995:  10,000"."""
    usual = Counter(len(line.numbers) for line in rows).most_common(1)[0][0]
    begin = min(line.numbers[0].left for line in rows if len(line.numbers) == usual)
    for line in rows:
        is_lone = len(line.numbers) == 1 < usual and line.numbers[0].right < begin
        if is_lone and _DATED.search(line.pieces[0].text):
            _make_words(line)


def give_marks_to_labels(lines: Sequence[Line]) -> None:
    """Make words of the marks of notes that stand between the labels and the first column."""
    rows = [line for line in lines if line.kind == "numbers"]
    first = min((line.numbers[0].left for line in rows if not _is_of_note(line)), default=0)
    for line in rows:
        if _is_of_note(line) and line.numbers[0].right < first:
            _make_words(line)


def _make_words(line: Line) -> None:
    """Make words of the first number of a line."""
    n = line.pieces.index(line.numbers[0])
    line.pieces = [*line.pieces[:n], replace(line.pieces[n], mark=None), *line.pieces[n + 1 :]]
    line.numbers = line.numbers[1:]
    line.kind = "numbers" if line.numbers else "text"


def _is_of_note(line: Line) -> bool:
    """Whether the first number of a line is the mark of a note that stands off from the label: "(2)"."""
    return len(line.numbers) > 1 and _MARK.fullmatch(line.numbers[0].text) is not None


def take_from_labels(lines: Sequence[Line]) -> None:
    """Part the labels from the amounts that they touch where others of the table stand, and none of the line does."""
    rows = [line for line in lines if line.kind == "numbers"]
    touched = [line for line in rows if _TOUCHED.search(line.pieces[0].text)]
    if not touched:
        return
    marks = [piece.mark for line in rows for piece in line.numbers if piece.mark]
    usual = Counter(len(line.numbers) for line in rows).most_common(1)[0][0]
    first = [line.numbers[0] for line in rows if len(line.numbers) == usual]
    for line in touched:
        while (amount := _last_amount(line)) is not None:
            is_missing = len(line.numbers) == usual - 1 and any(map(amount.overlaps, first))
            is_in_line = _is_in_line(amount, marks)
            is_counted = _COUNTED.match(line.pieces[0].text) is not None or amount.text.isdigit()  # perhaps a word
            if is_counted and _is_far_greater(amount, line.numbers or first):
                break
            if not (is_missing and is_in_line if is_counted else is_missing or is_in_line):
                break
            label = line.pieces[0]
            words = line.text[label.left : amount.left].rstrip()
            line.pieces = [Piece(label.left, label.left + len(words), words), amount, *line.pieces[1:]]
            line.numbers = [amount, *line.numbers]


def _last_amount(line: Line) -> Piece | None:
    """The amount that ends the label of a line and is none of its words."""
    label = line.pieces[0]
    found = _TOUCHED.search(label.text)
    if found is None or label.mark is not None:
        return None
    if found["amount"].isdigit() and hangs(label.text[: found.start()]):  # "due at 300"
        return None
    return number_at(line.text, label.left + found.start("amount"), label.right)


def _is_far_greater(amount: Piece, others: Sequence[Piece]) -> bool:
    """Whether a number has by far more digits than all that it would stand beside: a count, in a label."""
    digits = max(sum(map(str.isdigit, other.text)) for other in others)
    return sum(map(str.isdigit, amount.text)) > digits + _MORE


def _is_in_line(amount: Piece, marks: Sequence[Mark]) -> bool:
    """Whether some numbers begin, or end, where an amount does, their signs aside."""
    assert amount.mark is not None
    left, right = amount.mark.left, amount.mark.right
    begin = sum(abs(mark.left - left) <= 1 for mark in marks)
    return begin >= _SOME or sum(abs(mark.right - right) <= 1 for mark in marks) >= _SOME
