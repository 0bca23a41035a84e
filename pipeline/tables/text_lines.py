"""Lines of fixed-width text: what stands where on each, and what kind of line it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Mark
from pipeline.tables.values import is_year
from pipeline.tables.words import DAY, MONTH, PERIOD_WORDS, split_periods

HEADING_FROM = 16  # no heading of a column stands further left


# What a line is, seen alone. Tags are <TABLE>, <S>, <C> and <PAGE>; furniture, page numbers and the like; headings,
# names of columns: years, dates, "Three Months Ended". (Members of an `Enum` are slow to look up, and lines are many.)
Kind = Literal["blank", "rule", "tag", "furniture", "numbers", "heading", "text"]


@dataclass(slots=True, eq=False)
class Piece:
    """Printed characters of a line, `left` to `right` in columns of the page."""

    left: int
    right: int
    text: str
    mark: Mark | None = None  # where its digits stand, if it is a number

    @property
    def is_number(self) -> bool:
        """Whether digits (or a dash) were found in it."""
        return self.mark is not None


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


_CURRENCY = r"(?:(?:(?<![\w/])(?:US|U\.S\.|C|A|HK|NT|R|S))?\$|[€£¥]|\b(?:RMB|NIS|CHF|EUR|USD|CAD)\b)"
_DASHES = "-\u2010-\u2015\u2212\u0096\u0097"
_GLUED = r"\(?\d{1,3},\d{3}"  # the number that follows without a blank: "59,375,61860,321,028"
_NO_NUMBER = r"(?!000(?:[\s)]|$)|\d\d?\.\d\d?\.\d\d)"  # a scale, or a day: "30.09.98"
_DIGITS = rf"(?:{_NO_NUMBER}\d+(?:,\s?\d{{3}})*(?:[.,](?!\d{{3}}{_GLUED})\d+)*\.?|\.\s?\d+)"
# A dash sticks to its number or its sign; "— $ 4,642" is a zero and a number.
_MINUS = r"(?:[-\u2010-\u2013\u2212\u0096][ ]?(?=[\d.])|[\u2014\u2015\u0097](?=[\d.])|[-\u2010-\u2015\u2212](?=[$€£¥]))"
_NUMBER = rf"""
    (?:{_CURRENCY}[ ]*)? (?:[(<][ ]{{0,8}})? (?:{_CURRENCY}[ ]*)? {_MINUS}? (?:{_CURRENCY}[ ]*)?
    (?P<digits>{_DIGITS}) (?:-(?!\S))?
    (?:[ ]?%)? (?:[ ]{{0,8}}[)>])? (?:[ ]{{0,2}}%)? (?:\([a-z0-9]{{1,2}}\)|\*{{1,3}}|[†‡])?
    (?:[ ]?(?:million|billion|thousand|bps|x|cents|pence|ppts?|pts|[cp])\b)?
"""
_BEGINS = frozenset("0123456789$(<€£¥.*nNUCAHRSE-\u2212\x96\x97") | set(map(chr, range(0x2010, 0x2016)))  # a token
_TOKEN = re.compile(
    rf"""(?P<plain>(?!000(?:\s|$))\d+(?:,\d{{3}})*(?:\.\d+)?)(?=[ ]{{4}}|[ ]{{2,3}}[^ )%]|$)  # most of all
    | (?:
    (?P<zero>-[ ]?0[ ]?-)
    | (?:{_NUMBER} (?:(?:[ ]?[{_DASHES}][ ]|[{_DASHES}]|[ ]to[ ])\$?[ ]?{_DIGITS}[ ]?%?(?:[ ](?:million|billion))?)?)
    | (?:{_CURRENCY}[ ]*)?\(?[ ]?(?P<dash>[{_DASHES}]{{1,4}}|nil)[ ]?\)?[ ]?%?
    | (?P<none>\(?(?:n[./]?[ma]\.?|nmf?)\)?[ ]?%?|\*{{1,3}})
    )(?:(?!\S)|(?<=\))(?=[$(])|(?<=\d)(?=\$)|(?<=,\d{{3}})(?={_GLUED}))""",  # "(906)$  421": a bracket ends one number
    re.VERBOSE | ANY_CASE,
)
_MARKS_OF_NOTES = re.compile(r"(?:\([1-9a-z]\))+")
_RULE_CHARS = "-=_\u2013\u2014\u2015\u2500\u2550"
_RULE = re.compile(rf"[ ]*(?:[{_RULE_CHARS}]{{3,}}(?![{_RULE_CHARS}])[ $|+]*|-[ ](?=-{{3}}))+")
_RULE_LENGTH = 5  # characters of a rule that stands beside words
_RULE_PART = re.compile(rf"[{_RULE_CHARS}]{{2,}}")
_TAG = re.compile(r"\s*(?:</?(?:TABLE|CAPTION|S|C|PAGE|FN|F\d+)>\s*)+(?:\d+\s*)?$", ANY_CASE)
_TAGS = re.compile(r"</?(?:TABLE|CAPTION|S|C|PAGE|FN)>", ANY_CASE)
_FURNITURE = re.compile(
    r"-\s*\d{1,3}\s*-|page\s+\d+(?:\s+of\s+\d+)?|table of contents|-+\s*more\s*-+|\(more\)|#\s?#\s?#(?:\s?#)*",
    ANY_CASE,
)
_PAGE_NUMBER = re.compile(r"\s*\d{1,3}")
_ENDS_IN_PAGE = re.compile(r".{4,}\bpage\s+\d{1,3}", ANY_CASE)
_LEADERS = re.compile(r"\.{2,}(?:[ ]\.+(?!\d))*|(?:\.[ ]){2,}(?:\.(?!\d))?|_{3,}|[-=]{5,}")  # not the point of " .50"
_CHUNK = re.compile(r"\S+(?: \S+)*")
# The same, but that signs and brackets may stand off from their number.
_CHUNK_OF_NUMBERS = re.compile(
    r"\S+(?:(?:[ ]|(?<=[$€£¥(])[ ]+|(?<=RMB|NIS|CHF|EUR|USD|CAD)[ ]+|[ ]{2,8}(?=\)(?:[ %*†‡]|$))|[ ]{2}(?=%))\S+)*"
)
# All that prints as a blank, and lines drawn between columns; but no form feeds: they part pages.
_SPACES = "\r\v|\u00a0\u2002\u2003\u2009"


def read_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]`, each read."""
    lines: list[Line] = []
    place = start
    broken = False
    printed = text[start:end]
    for space in _SPACES:  # far faster than a pattern
        printed = printed.replace(space, " ")
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
    if first.isalpha() and left < HEADING_FROM and "  " not in printed and not _has_leaders(printed):
        kind: Kind = "furniture" if _is_furniture(text, printed) else "text"  # running text, most lines of a release
        return Line(no, start, text, kind, () if kind == "furniture" else (Piece(left, len(text), printed),))
    if first == "<" and _TAG.fullmatch(text):
        return Line(no, start, text, "tag", ())
    if first in _RULE_CHARS and _RULE.fullmatch(text):
        return Line(no, start, text, "rule", [Piece(*m.span(), m[0]) for m in _RULE_PART.finditer(text)])
    if _is_furniture(text, printed):
        return Line(no, start, text, "furniture", ())
    pieces = _with_notes(_pieces(text)) if "(" in text else _pieces(text)
    numbers = [piece for piece in pieces if piece.mark is not None]
    if _is_item(pieces):
        return Line(no, start, text, "text", (Piece(left, len(text), printed),))
    return Line(no, start, text, _kind(pieces, numbers), pieces, numbers)


def rules_of(line: Line) -> Sequence[Piece]:
    """The rules that a line draws, also beside words: "--------   Fiscal"."""
    if line.kind == "rule":
        return line.pieces
    if line.kind not in ("text", "heading") or not _has_leaders(line.text):
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


def _has_leaders(text: str) -> bool:
    return ".." in text or ". ." in text or "__" in text or "-----" in text or "=====" in text


def _with_blanks(raw: str) -> str:
    """A line with blanks for tags among its words and for a form feed."""
    if "<" in raw:
        raw = _TAGS.sub(lambda match: match[0] if _TAG.fullmatch(raw) else " " * len(match[0]), raw)
    return raw.replace("\f", " ")


def _pieces(text: str) -> list[Piece]:
    """Numbers, parted from words by two blanks while they may stand one blank apart, and the words between them."""
    if _has_leaders(text):
        text = _LEADERS.sub(lambda match: " " * len(match[0]), text)
    pieces: list[Piece] = []
    place = 0
    for chunk in _CHUNK_OF_NUMBERS.finditer(text):
        start, end = chunk.span()
        tokens = _tokens(text, start, end)
        if not tokens and (sign := text.rfind(" $  ", start, end)) >= 0:  # one blank behind a label
            start = sign + 1
            tokens = _tokens(text, start, end)
        if tokens:
            _add_words(pieces, text, place, start)
            pieces += map(_number, tokens)
            place = end
    _add_words(pieces, text, place, len(text))
    return pieces


def number_at(text: str, start: int, end: int) -> Piece | None:
    """The number that a stretch of a line is; null where it holds anything else, or more than one."""
    tokens = _tokens(text, start, end)
    return _number(tokens[0]) if len(tokens) == 1 else None


def _number(token: re.Match[str]) -> Piece:
    return Piece(*token.span(), token[0], _mark(token))


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


def _tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The numbers of a chunk; none where it holds anything else."""
    if text[start] not in _BEGINS or text[start : start + 4].isalpha():
        return []
    tokens: list[re.Match[str]] = []
    while start < end:
        token = _TOKEN.match(text, start, end)
        if token is None:
            return []
        tokens.append(token)
        start = token.end()
        while start < end and text[start] == " ":
            start += 1
    return tokens


def _mark(token: re.Match[str]) -> Mark:
    group = token.lastgroup  # plain, digits, zero, dash or none
    assert group is not None
    left, right = token.span(group)
    if group == "plain":
        return Mark(left, right)
    if group != "digits":
        return Mark(left, right, soft=True)
    start, end = token.span()
    if end > right:
        right = max(right, start + len(token[0].rstrip(" )>%*†‡abcdefghijklmnopqrstuvwxyz")))
    if start < left and "(" in (before := token[0][: left - start]):
        left = max(start + before.index("("), left - 2)
    return Mark(left, right)


def _add_words(pieces: list[Piece], text: str, start: int, stop: int) -> None:
    """Add the pieces of text that stand from `start` to `stop`."""
    if start == stop or text[start:stop].isspace():
        return
    for left, right, words in _parts(text[start:stop].rstrip()):
        pieces.append(Piece(start + left, start + right, words))


@lru_cache(maxsize=1 << 13)  # companies share most of their labels and headings
def _parts(text: str) -> tuple[tuple[int, int, str], ...]:
    """The pieces of a stretch of words: parted by two blanks or more, periods that stand side by side apart."""
    chunks = [chunk.span() for chunk in _CHUNK.finditer(text)]
    for n in range(len(chunks) - 1, 0, -1):  # "September     30, 2003": blanks within a date are no gap
        if MONTH.fullmatch(text, *chunks[n - 1]) and DAY.match(text, *chunks[n]):
            chunks[n - 1 : n + 1] = [(chunks[n - 1][0], chunks[n][1])]
    return tuple(
        (begin + left, begin + right, text[begin + left : begin + right])
        for begin, end in chunks
        for left, right in split_periods(text[begin:end])
    )


def _kind(pieces: Sequence[Piece], numbers: Sequence[Piece]) -> Kind:
    words = [piece for piece in pieces if piece.mark is None]
    if numbers:
        years = all(is_year(piece.text) for piece in numbers)
        of_periods = sum(_is_of_period(piece.text) for piece in words)
        named = years and (len(numbers) > 1 or not words or 2 * of_periods > len(words))  # one is "Total", perhaps
        return "heading" if named else "numbers"
    apart = words[0].left >= HEADING_FROM or len(words) > 1
    if apart and any(_is_of_period(piece.text) for piece in words if piece.left >= HEADING_FROM):
        return "heading"
    return "text"


def _is_of_period(words: str) -> bool:
    """Whether words name a period, or are the day of one whose month stands above."""
    return PERIOD_WORDS.search(words) is not None or DAY.fullmatch(words) is not None
