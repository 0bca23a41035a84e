"""Paragraphs of fixed-width text: lines of words, set to one width by blanks strewn among them, are no table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.filing.dates import YEAR
from pipeline.tables.text.lines import Line
from pipeline.tables.text.pieces import Piece
from pipeline.tables.words import OF_CHANGE, names_period

_WIDTH = 50
_SET_IN = 10  # what begins further right is set in the middle
_WORDS = 5
_WORD = re.compile(r"(?<!\S)[a-z]{2,}(?=[\s,.;:]|$)")
_COLUMN_GAP = " " * 4
_AMOUNT = rf"(?:\$\s*)?\(?(?!{YEAR}(?:\s|$))(?:\d+(?:,\d{{3}})*(?:\.\d+)?|\.\d+)\)?"
_NUMBERS_AT_END = re.compile(  # amounts may be a few blanks apart, but not "July  31  2003"
    rf"(?:\s[$(]?\d\S*){{2,}}$|(?:\s+{_AMOUNT}){{2,}}$"
)
_SAYS = re.compile(
    r"\b(?:ANNOUNCED|(?<!AS )REPORTED(?! BASIS\b)|WAS|WERE|IS|ARE|HAS|HAVE|HAD|WILL|COMPARED"
    r"|ITS(?! (?:[A-Z-]+ )*SUBSIDIAR)|THAT|WHICH|SAID|DUE TO|EXPECTS|RESULTED)\b"
)
_LAST_LINE = re.compile(r"\s*[a-z$\d][^A-Z]*\.\s*$")
_SENTENCES = re.compile(r"\s*[A-Z](?:\S| (?! )|(?<=[a-z\d)][.:;?!])  (?=[A-Z\"]))*\.\s*$")  # two blanks apart

_STREWN = re.compile(r"(?<=\S) {2,3}(?=\S)")
_GAPS = 3
_JOINING = re.compile(  # what names of columns are without, where two stand on a line
    r"\b(?:a|an|and|announced|as|by|compared|from|in|is|its|of|on|reported|that|to|today|was|were|will|with)\b"
)


def set_apart(lines: Sequence[Line]) -> None:
    """Make text of the lines of paragraphs whose strewn blanks let numbers or dates look like columns, of a line that
    is a paragraph of sentences, two blanks apart, and of a paragraph's last one, be it a number alone: "$1.40."."""
    for n, line in enumerate(lines):
        is_last = n > 0 and _is_last(line.text) and _is_prose(lines[n - 1].text)
        if line.kind not in ("numbers", "heading", "text") or (len(line.pieces) < 2 and not is_last):
            continue
        beside = (lines[near] for near in (n - 1, n + 1) if 0 <= near < len(lines))
        is_prose = _is_prose(line.text)
        in_prose = is_prose and (any(_is_prose(near.text) for near in beside) or _SENTENCES.match(line.text))
        if in_prose or is_last or _is_strewn(line):
            _make_text(line)


def mark_capitals(lines: Sequence[Line]) -> None:
    """Mark the paragraphs printed in capitals: lines of words, one below the other at the left, at least one of them
    wide, which say what no title says ("ANNOUNCED", "WERE")."""
    for in_capitals, group in groupby(lines, _is_in_capitals):
        if not in_capitals:
            continue
        run = list(group)
        is_wide = any(len(line.text.strip()) >= _WIDTH for line in run)
        is_at_left = {line.pieces[0].left for line in run[1:] or run} <= {*range(_SET_IN)}
        if is_wide and is_at_left and any(_SAYS.search(line.text) for line in run):
            for line in run:
                line.of_capitals = True


def _is_in_capitals(line: Line) -> bool:
    return line.kind == "text" and len(line.pieces) == 1 and line.text.isupper()


def _is_last(text: str) -> bool:
    return text.endswith(".") and _COLUMN_GAP not in text.strip() and _LAST_LINE.match(text) is not None


def _is_prose(text: str) -> bool:
    """Whether a line is wide, wordy, without a gap as wide as between columns, and does not end in a row of numbers."""
    printed = text.strip()
    return (
        len(printed) >= _WIDTH
        and _COLUMN_GAP not in printed
        and not _NUMBERS_AT_END.search(printed, len(printed) - _WIDTH)
        and len(_WORD.findall(text)) >= _WORDS
    )


def _is_strewn(line: Line) -> bool:
    """Whether a wide line of words has small gaps among them, as one set to the width of its paragraph has."""
    printed = line.text.strip().lower()
    return (
        len(printed) >= _WIDTH
        and not line.pieces[-1].is_number
        and _COLUMN_GAP not in printed
        and len(_STREWN.findall(printed)) >= _GAPS
        and len(set(_JOINING.findall(printed))) > 1
        and printed.count("ended") < 2
        and not _names_columns(line)
    )


def _names_columns(line: Line) -> bool:
    """Whether pieces of a line name two periods, or what changed: "As of June 30,  As of March 31,  Change in"."""
    names = [piece.text for piece in line.pieces if " " in piece.text]
    return len(list(filter(names_period, names))) > 1 or any(map(OF_CHANGE.match, names))


def _make_text(line: Line) -> None:
    left = len(line.text) - len(line.text.lstrip())
    line.kind, line.pieces, line.numbers = "text", [Piece(left, len(line.text), line.text.strip())], ()
