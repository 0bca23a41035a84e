"""What stands above a table of fixed-width text: its titles, and the headings of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.text.blocks import MARGIN, Block, is_prose, is_strong
from pipeline.tables.text.heading_rules import rule_below
from pipeline.tables.text.lines import Line, rules_of
from pipeline.tables.text.pieces import Piece
from pipeline.tables.words import DAY, MONTH_NAME, SEVERAL_YEARS, goes_on

ABOVE = 8  # lines kept above a table
_SET_IN = 5  # a line that begins further left is none set in the middle
_REACH = 30  # lines above the first number that may hold headings
_NOTE = re.compile(r"\s*(?:\([a-z0-9]{1,2}\)|\*+|[a-z0-9]{1,2}\)|see (?:accompanying )?notes?|note:)", ANY_CASE)
_MARKS = re.compile(r"\s*(?:\([1-9a-z]\)\s*)+")  # of notes, raised above the words they belong to
_MONTH_LAST = re.compile(rf".*\b{MONTH_NAME.pattern}", ANY_CASE)


def split_headings(block: Block) -> None:
    """Move the headings among the lines above a table into it."""
    lines = block.above
    begin = below = len(lines)
    for n in range(len(lines) - 1, max(-1, len(lines) - _REACH), -1):
        line = lines[n]
        if line.kind == "numbers" and _MARKS.fullmatch(line.text):
            line.kind, line.pieces, line.numbers = "furniture", (), ()
        if line.kind in ("blank", "rule", "tag", "furniture"):
            continue
        is_over = _stands_over(line, block) or _is_ruled_off(lines, n, block) or _ends_in_day(lines, n)
        is_over = is_over and not _is_among_titles(lines, n)
        if line.kind == "numbers" or (is_prose(line) and not is_over and not _begins_label(line, block.lines[0])):
            break
        is_near = begin in (below, len(lines))
        if is_over and (line.kind == "heading" or (is_near and _is_of_columns(lines, n, begin, block))):
            begin = n
        below = n
    if begin == len(lines):
        begin = _first_section(lines)
    block.lines = [*lines[begin:], *block.lines]
    block.above = lines[:begin]


def _begins_label(line: Line, row: Line) -> bool:
    """Whether a line is the first part of the label of the row directly below."""
    first = row.pieces[0]
    return line.no + 1 == row.no and (first.is_number or goes_on(line.text, first.text))


def _is_of_columns(lines: Sequence[Line], n: int, begin: int, block: Block) -> bool:
    """Whether a line without words of periods names columns: several pieces, or one close above a heading, no title."""
    if len(lines[n].pieces) > 1:
        return True
    # "U.S. dollars" over one part of a rule
    is_ruled = any(below.kind == "rule" and len(below.pieces) > 1 for below in lines[n + 1 : n + 2])
    is_of_last = block.before_last < lines[n].pieces[0].left < block.right
    is_title = n > 0 and _shares_middle(lines[n], lines[n - 1]) and not is_of_last
    return n + 1 + is_ruled == begin < len(lines) and not is_title


def _shares_middle(line: Line, other: Line) -> bool:
    if not line.pieces or len(other.pieces) != 1 or other.kind not in ("text", "heading"):
        return False
    one, two = line.pieces[0], other.pieces[0]
    return abs(one.left + one.right - two.left - two.right) <= 4


def _is_among_titles(lines: Sequence[Line], n: int) -> bool:
    """Whether a line stands between a title and words in brackets, all three set around one middle of a wide page."""
    printed = ("text", "heading")
    above = next((line for line in reversed(lines[:n]) if line.kind in printed), None)
    below = next((line for line in lines[n + 1 :] if line.kind in printed), None)
    if above is None or below is None or not below.text.lstrip().startswith("("):
        return False
    return len(lines[n].pieces) == 1 and _shares_middle(below, lines[n]) and _are_centred(lines[n], above)


def _are_centred(line: Line, above: Line) -> bool:
    """Whether two lines are set one below the other around one middle, as no lines of a paragraph are."""
    if not _shares_middle(line, above):
        return False
    one, two = line.pieces[0], above.pieces[0]
    return min(one.left, two.left) >= _SET_IN and (one.left - two.left) * (one.right - two.right) < 0


def _first_section(lines: Sequence[Line]) -> int:
    """Without headings: the labels that stand directly above the first number."""
    begin = len(lines)
    for n in range(len(lines) - 1, -1, -1):
        if lines[n].kind != "text" or lines[n].pieces[0].left > MARGIN or is_prose(lines[n]):
            break
        begin = n
    return begin


def _stands_over(line: Line, block: Block) -> bool:
    """Whether words of the line stand over the columns, and the line is no title: set in the middle of the page, or
    naming several years."""
    if line.kind == "heading" and len(line.pieces) > 1:
        return any((piece.left + piece.right) / 2 >= block.begins - 2 for piece in line.pieces)
    over = [piece for piece in line.pieces if (piece.left + piece.right) / 2 >= block.begins - 2]
    is_title = len(line.pieces) == 1 and over and (_is_centred(over[0], block) or SEVERAL_YEARS.search(over[0].text))
    return bool(over) and (not is_title or bool(rules_of(line)))  # "First Quarter   ----------"


def _is_ruled_off(lines: Sequence[Line], n: int, block: Block) -> bool:
    """Whether the one heading of a line stands over a rule of its own that reaches from column to column."""
    if len(lines[n].pieces) != 1:
        return False
    heading = lines[n].pieces[0]
    return any(
        block.left - 4 <= part.left < heading.left and heading.right < part.right for part in rule_below(lines, n)
    )


def _ends_in_day(lines: Sequence[Line], n: int) -> bool:
    """Whether a date goes on in the day alone on the next line: "Three Months Ended March" above "31,"."""
    below = [piece.text for line in lines[n + 1 : n + 2] for piece in line.pieces]
    return len(below) == 1 and DAY.fullmatch(below[0]) is not None and _MONTH_LAST.fullmatch(lines[n].text) is not None


def _is_centred(piece: Piece, block: Block) -> bool:
    """Set in the middle of the page, and not of the columns."""
    middle = (piece.left + piece.right) / 2
    of_page, of_columns = block.right / 2, (block.left + block.right) / 2
    if piece.left < block.begins - 4:
        return True
    return abs(middle - of_page) <= 4 and abs(middle - of_columns) > 6


def _is_rest(lines: Sequence[Line], n: int) -> bool:
    """Whether a line goes on from the line of prose above, or ends it: "million to $430 million."."""
    line = lines[n]
    above = next((lines[m] for m in range(n - 1, -1, -1) if lines[m].kind != "blank"), None)
    if line.of_capitals:
        return True
    begins = line.text.lstrip()[:1]
    if is_prose(line):
        return not begins.isupper() and not (above and _are_centred(line, above))
    if above is None or not is_prose(above) or not begins.islower() or not line.text.endswith("."):
        return False
    return above is lines[n - 1] or not above.text.endswith(".")  # in double spacing, of a sentence left open


def titles(block: Block) -> tuple[str, ...]:
    """The last few lines above, blanks left out, back to a paragraph or a table."""
    kept: list[str] = []
    for n in range(len(block.above) - 1, -1, -1):
        line = block.above[n]
        if line.kind in ("blank", "rule", "tag"):
            continue
        if (line.kind == "numbers" and is_strong(line)) or len(kept) == ABOVE:
            break
        if (_NOTE.match(line.text) and kept) or _is_rest(block.above, n):
            break
        kept.append(" ".join(line.text.split()))
        if is_prose(line) and line.text.endswith("."):
            break
    return tuple(reversed(kept))
