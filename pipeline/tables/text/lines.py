"""Lines of fixed-width text: what kind of line each is, seen alone, with its pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.tables.text.pieces import Piece, has_leaders, read_pieces
from pipeline.tables.values import is_year
from pipeline.tables.words import DAY, MONTH_NAME, OF_CHANGE, names_period

HEADING_FROM = 16  # no heading of a column stands further left

# What a line is, seen alone. Tags are <TABLE>, <S>, <C> and <PAGE>; furniture, page numbers and the like; headings,
# names of columns: years, dates, "Three Months Ended". (Members of an `Enum` are slow to look up, and lines are many.)
Kind = Literal["blank", "rule", "tag", "furniture", "numbers", "heading", "text"]


@dataclass(slots=True)
class Line:
    """A line as printed, from `start` of the document's text."""

    no: int
    start: int
    text: str
    kind: Kind
    pieces: Sequence[Piece] = ()
    numbers: Sequence[Piece] = ()  # those of the pieces that are numbers
    page_break: bool = False
    of_capitals: bool = False  # of a paragraph printed in capitals


_MARKS_OF_NOTES = re.compile(r"(?:\([1-9a-z]\))+|\*{1,3}")
_DAY_ALONE = re.compile(r"[12]?\d|3[01]")  # below its month, beside "March 31"
# A part of a period over several lines: months above their days, "For the Nine" above "Months Ended", a day, "through"
# beside "2003".
_PART_OF_PERIOD = re.compile(
    rf"{MONTH_NAME.pattern}(?: {MONTH_NAME.pattern})*|(?:for the )?(?:three|six|nine|twelve)|{DAY.pattern}"
    r"|(?:from|through|thru|to)\W*",
    ANY_CASE,
)
_IN_BRACKETS = re.compile(r"(?:\([^()]+\) ?)+")
_NAMES_COLUMN = re.compile(r"\W*(?:actual|adjusted|(?:as )?reported|(?:as )?restated|pro[ -]?forma)\W*", ANY_CASE)
_OPEN_COUNT = re.compile(r"\((?:1[23467]|2[4678]|36|39|40|5[23])")  # "(13" above "weeks)"
_RULE_CHARS = "-=_\u2013\u2014\u2015\u2500\u2501\u2550"
_RULE = re.compile(rf"[ ]*(?:[{_RULE_CHARS}]{{3,}}(?![{_RULE_CHARS}])[ $|+]*|-[ ](?=-{{3}}))+")
_RULE_LENGTH = 5  # characters of a rule that stands beside words
_RULE_PART = re.compile(rf"[{_RULE_CHARS}]{{2,}}")
_TAG = re.compile(r"\s*(?:</?(?:TABLE|CAPTION|S|C|PAGE|FN|F\d+)>\s*)+(?:\d+\s*)?$", ANY_CASE)
_TAGS = re.compile(r"</?(?:TABLE|CAPTION|S|C|PAGE|FN|F\d+)>", ANY_CASE)
_FURNITURE = re.compile(
    r"-\s*\d{1,3}\s*-|page\s+\d+(?:\s+of\s+\d+)?|table of contents|-+\s*more\s*-+|\(more\)|#\s?#\s?#(?:\s?#)*"
    r"|[-(]+\s*(?:continued|cont['’.]?d)(?:\s+on\s+(?:the\s+)?(?:next|following)\s+page)?\s*[-)]+",
    ANY_CASE,
)
_PAGE_NUMBER = re.compile(r"\s*\d{1,3}")
_ENDS_IN_PAGE = re.compile(r".{4,}\bpage\s+\d{1,3}", ANY_CASE)
# Titles, days and years with a blank between their letters: "S T A T E M E N T S   O F   I N C O M E", "1 9 9 7".
_SPACED_DIGITS = r"\d(?:[ ]\d)*[ ],|\d(?:[ ]\d)+"
_SPACED = re.compile(
    rf"(?<!\S)(?:[A-Z](?:[ ][A-Z]){{3,}}(?:[ ]{{2,3}}(?:[A-Z](?:[ ][A-Z])*|{_SPACED_DIGITS})(?!\S))*"
    r"|(?:1[ ]9[ ][89]|2[ ]0[ ]0)[ ]\d)(?!\S)"
)
_BEGINS_SPACED = Rare(r"(?<!\S)(?:[A-Z](?:[ ][A-Z]){3}|1[ ]9[ ][89]|2[ ]0[ ]0)", 0)
_WIDE_GAP = re.compile(r"[ ]{2,}")
# All that prints as a blank, and lines drawn between columns; but no form feeds: they part pages.
_SPACES = "\r\v|\u2002\u2003\u2009"


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]`, each read."""
    lines: list[Line] = []
    place = start
    broken = False
    printed = text[start:end]
    for space in _SPACES:  # far faster than a pattern
        printed = printed.replace(space, " ")
    if _BEGINS_SPACED.search(printed):
        printed = _SPACED.sub(_closed_up, printed)
    for raw in printed.split("\n"):
        line = read_line(len(lines), place, raw)
        if broken and line.kind != "blank":
            line.page_break, broken = True, False
        if "\f" in raw or (line.kind == "tag" and "page" in raw.lower()):
            _set_page_number_apart(lines)
            if line.kind in ("blank", "tag"):
                broken = True
            else:
                line.page_break = True
        lines.append(line)
        place += len(raw) + 1
    return lines


def _set_page_number_apart(lines: Sequence[Line]) -> None:
    """Make furniture of the number that stands alone on the last line of a page."""
    last = next((line for line in reversed(lines) if line.kind != "blank"), None)
    if last is not None and last.kind == "numbers" and _PAGE_NUMBER.fullmatch(last.text):
        last.kind, last.pieces, last.numbers = "furniture", (), ()


def read_line(no: int, start: int, raw: str) -> Line:
    """One line: its kind, its pieces."""
    text = _with_blanks(raw).rstrip()
    printed = text.lstrip()
    if not printed:
        return Line(no, start, text, "blank", ())
    first = printed[0]
    left = len(text) - len(printed)
    if first.isalpha() and left < HEADING_FROM and "  " not in printed and not has_leaders(printed):
        kind: Kind = "furniture" if _is_furniture(text, printed) else "text"  # running text, most lines of a release
        return Line(no, start, text, kind, () if kind == "furniture" else (Piece(left, len(text), printed),))
    if first == "<" and _TAG.fullmatch(text):
        return Line(no, start, text, "tag", ())
    if first in _RULE_CHARS and _RULE.fullmatch(text):
        return Line(no, start, text, "rule", [Piece(*m.span(), m[0]) for m in _RULE_PART.finditer(text)])
    if _is_furniture(text, printed):
        return Line(no, start, text, "furniture", ())
    pieces = _with_notes(read_pieces(text)) if "(" in text or "*" in text else read_pieces(text)
    numbers = [piece for piece in pieces if piece.mark is not None]
    if _is_item(pieces):
        return Line(no, start, text, "text", (Piece(left, len(text), printed),))
    return Line(no, start, text, _kind(pieces, numbers), pieces, numbers)


def rules_of(line: Line) -> Sequence[Piece]:
    """The rules that a line draws, also beside words: "--------   Fiscal"."""
    if line.kind == "rule":
        return line.pieces
    if line.kind not in ("text", "heading") or not has_leaders(line.text):
        return ()
    return [Piece(*match.span(), match[0]) for match in _RULE_PART.finditer(line.text) if len(match[0]) >= _RULE_LENGTH]


def part_of(line: Line, left: int, right: int | None) -> Line:
    """A line as if only its columns `left` to `right` were printed."""
    part = read_line(line.no, line.start + left, line.text[left:right])
    part.page_break = line.page_break
    return part


def _is_item(pieces: Sequence[Piece]) -> bool:
    """Whether a line is an item of a list: dashes, and words behind them."""
    *marks, last = (piece.mark for piece in pieces)
    return last is None and bool(marks) and all(mark is not None and mark.soft for mark in marks)


def _is_furniture(text: str, printed: str) -> bool:
    if printed[0] in "-(#" and _FURNITURE.fullmatch(printed):
        return True
    lower = printed.lower()
    if "page" in lower:
        return bool(_FURNITURE.fullmatch(printed) or _ENDS_IN_PAGE.fullmatch(text))
    return "table of" in lower and bool(_FURNITURE.fullmatch(printed))


def _with_blanks(raw: str) -> str:
    """A line with blanks for tags among its words and for a form feed."""
    if "<" in raw:
        raw = _TAGS.sub(lambda match: match[0] if _TAG.fullmatch(raw) else " " * len(match[0]), raw)
    return raw.replace("\f", " ")


def _closed_up(spaced: re.Match[str]) -> str:
    """Words printed with a blank between their letters, closed up in the middle of their place."""
    words = " ".join(word.replace(" ", "") for word in _WIDE_GAP.split(spaced[0]))
    return words.center(len(spaced[0]))


def _with_notes(pieces: list[Piece]) -> list[Piece]:
    """Years joined with the marks of notes behind them ("1998 (1)"), where all numbers of the line are such."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        close = before is not None and piece.left - before.right < 2
        if before and close and is_year(before.text) and _MARKS_OF_NOTES.fullmatch(piece.text):
            joined[-1] = Piece(before.left, piece.right, f"{before.text} {piece.text}", before.mark)
        else:
            joined.append(piece)
    return joined if all(is_year(piece.text) for piece in joined if piece.mark) else pieces


def _kind(pieces: Sequence[Piece], numbers: Sequence[Piece]) -> Kind:
    first = pieces[0]
    if first.text[0] == "(" and len(pieces) > 2 and first.left < HEADING_FROM and _IN_BRACKETS.fullmatch(first.text):
        pieces = pieces[1:]  # of all columns: "(In thousands)"
    words = [piece for piece in pieces if piece.mark is None]
    if not numbers:
        return _kind_of_words(words)
    if numbers[0].text[0] == "(" and all(_OPEN_COUNT.fullmatch(piece.text) for piece in numbers):
        return "heading" if all(OF_CHANGE.match(piece.text) for piece in words) else "numbers"
    if all(is_year(piece.text) for piece in numbers):
        return "heading" if _are_headed(pieces, numbers, words) else "numbers"
    may_be_days = len(words) > 1 and pieces[0].left >= HEADING_FROM
    is_of_days = may_be_days and all(_DAY_ALONE.fullmatch(piece.text) for piece in numbers)
    return "heading" if is_of_days and all(_is_of_period(piece.text) for piece in words) else "numbers"


def _are_headed(pieces: Sequence[Piece], years: Sequence[Piece], words: Sequence[Piece]) -> bool:
    """Whether years head columns, with the words beside them: not one in a column of figures, below its label."""
    if len(years) > 1 or not words:
        return True
    # "2002   As Reported   Adjusted"; not "2001   none", figures below their label
    leads = years[0] is pieces[0] and years[0].left >= HEADING_FROM
    if leads and (len(words) > 1 or _NAMES_COLUMN.fullmatch(words[0].text)):
        return True
    of_periods = sum(_is_of_period(piece.text) for piece in words)
    if pieces[0].left < HEADING_FROM:
        return 2 * of_periods > len(words)
    # "June 30, 2005   2005   Change" below "March 31,"
    changes = sum(OF_CHANGE.match(piece.text) is not None for piece in words)
    return changes == len(words) or 2 * (of_periods + (changes if of_periods else 0)) > len(words)


def _kind_of_words(words: Sequence[Piece]) -> Kind:
    apart = words[0].left >= HEADING_FROM or len(words) > 1
    if apart and any(_is_of_period(piece.text) for piece in words if piece.left >= HEADING_FROM):
        return "heading"
    return "text"


def _is_of_period(words: str) -> bool:
    """Whether words name a period, or a part of one that stands over several lines."""
    return names_period(words) or _PART_OF_PERIOD.fullmatch(words) is not None
