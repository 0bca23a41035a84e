"""What stands where on a line of fixed-width text: numbers, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Mark
from pipeline.tables.numbers import CLOSES, OPENS, RATED
from pipeline.tables.words import DAY, MONTH_NAME, split_periods

_CURRENCY = r"(?:(?:(?<![\w/])(?:US|U\.S\.|C|A|HK|NT|R|S))?\$|[€£¥]|\b(?:RMB|NIS|CHF|EUR|USD|CAD)\b)"
_DASHES = "-\u2010-\u2015\u2212\u0096\u0097"
_GLUED = r"\(?\d{1,3},\d{3}"  # the number that follows without a blank: "59,375,61860,321,028"
_NO_NUMBER = r"(?!000(?:[\s)]|$)|\d\d?\.\d\d?\.\d\d)"  # a scale, or a day: "30.09.98"
_DIGITS = rf"(?:{_NO_NUMBER}\d+(?:,\s?\d{{3}})*(?:[.,](?!\d{{3}}{_GLUED})\d+)*\.?|\.\s?\d+)"
# A dash sticks to its number or its sign; "— $ 4,642" is a zero and a number.
_MINUS = r"(?:[-\u2010-\u2013\u2212\u0096][ ]?(?=[\d.])|[\u2014\u2015\u0097](?=[\d.])|[-\u2010-\u2015\u2212](?=[$€£¥]))"
_NOTE = r"[ ]?<\d>"  # its mark behind a number
_NUMBER = rf"""
    (?:{_CURRENCY}[ ]*)? (?:{OPENS}[ ]{{0,8}})? (?:{_CURRENCY}[ ]*)? {_MINUS}? (?:{_CURRENCY}[ ]*)?
    (?:\+(?=[\d.]+[ ]?%))? (?P<digits>{_DIGITS}) (?:-(?!\S))?
    (?:[ ]?[%¢])? {CLOSES} (?:[ ]{{0,2}}%)? (?:\([a-z0-9]{{1,2}}\)|[ ](?:\([a-z]\)){{1,3}}|{_NOTE}|\*{{1,3}}|[†‡])?
    (?:[ ]?(?:million|billion|thousand|mm|bn|bps|x|cents|pence|ppts?|pts|[cp])\b)?
"""
_BOUND_WORDS = r"(?:up|down|approximately|approx\.|about|at[ ]least)[ ]"
_BOUND = rf"(?:[~\u2248<>\u2264\u2265]=?[ ]?|{_BOUND_WORDS})"
_HIGH = rf"(?:\(\$?{_DIGITS}%?\)|\$?[ ]?\({_DIGITS}\)|\$?[ ]?{_DIGITS})"  # end of a range
_OF_WHAT = rf"(?:[ ]?/[ ]?(?:{RATED}|share)|[ ]of[ ](?:net[ ]|total[ ])?(?:sales|revenues?))"
_IN_WORDS = re.compile(rf"{_BOUND_WORDS}[$(.\d]", ANY_CASE)
_BEGINS = frozenset("0123456789$(<€£¥.*+nNUCAHRSE~>-\u2212\x96\x97") | set(map(chr, range(0x2010, 0x2016)))  # a token
_TOKEN = re.compile(
    rf"""(?P<plain>(?!000(?:\s|$))\d+(?:,\d{{3}})*(?:\.\d+)?)(?=[ ]{{4}}|[ ]{{2,3}}[^ )%]|$)  # most of all
    | (?:
    (?P<zero>-[ ]?0[ ]?-)
    | (?:{_BOUND}?{_NUMBER} (?:(?:[ ]?[{_DASHES}][ ]|[{_DASHES}]|[ ]to[ ]){_HIGH}[ ]?(?:[%¢]|x\b)?
        (?:\*{{1,3}}|[†‡]|\([a-z0-9]\)|[ ]\([a-z]\))?(?:[ ]?(?:million|billion|mm|bn|bps|cents)\b)?)?{_OF_WHAT}?)
    | (?:{_CURRENCY}[ ]*)?\(?[ ]?(?P<dash>(?<!\S[ ])-[ ]-(?![ ]?\S)|[{_DASHES}]{{1,4}}|nil)[ ]?\)?[ ]?%?
    | (?P<none>\(?(?:n[./]?[ma]\.?|nmf?)\)?[ ]?%?|\*{{1,3}})
    )(?:(?!\S)|(?<=\))(?=[$(])|(?<=\d)(?=\$)|(?<=,\d{{3}})(?={_GLUED}))""",  # "(906)$  421": a bracket ends one number
    re.VERBOSE | ANY_CASE,
)
# Not the point of " .50", nor dots within a sentence: "Dover, Ohio......May 2, 2001......Oak Corp. today said".
_WORDS = r"(?!(?:none|nil|nmf|RMB|NIS|CHF|EUR|USD|CAD)\b)[a-z]{3}"
_LEADERS = re.compile(
    rf"(?:\.{{9,}}|\.{{2,8}}+(?!{_WORDS}))(?:[ ]\.+(?!\d))*|(?:\.[ ]){{2,}}(?:\.(?!\d))?|_{{3,}}|[-=]{{5,}}", ANY_CASE
)
_NOTED = re.compile(rf"(?:{_NOTE}|[ ](?:\([a-z]\)){{1,3}})$", ANY_CASE)
_WITHIN_DATE = 8  # blanks at most between a month and its day
_CHUNK = re.compile(r"\S+(?: \S+)*")
# The same, but that signs and brackets may stand off from their number.
_CHUNK_OF_NUMBERS = re.compile(
    r"\S+(?:(?:[ ]|(?<=[$€£¥(])[ ]+|(?<=RMB|NIS|CHF|EUR|USD|CAD)[ ]+|[ ]{2,8}(?=\)(?:[ %*†‡]|$))|[ ]{2}(?=%))\S+)*"
)


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

    def overlaps(self, other: Piece) -> bool:
        """Whether one, moved up or down, would be printed over the other."""
        return self.left < other.right and other.left < self.right


def has_leaders(text: str) -> bool:
    """Whether dots or a rule may lead from words to their number: "Sales ...... 1,234"."""
    return ".." in text or ". ." in text or "__" in text or "-----" in text or "=====" in text


def read_pieces(text: str) -> list[Piece]:
    """Numbers, parted from words by two blanks while they may stand one blank apart, and the words between them."""
    if has_leaders(text):
        text = _LEADERS.sub(lambda match: " " * len(match[0]), text)
    pieces: list[Piece] = []
    place = 0
    for chunk in _CHUNK_OF_NUMBERS.finditer(text):
        start, end = chunk.span()
        tokens = _tokens(text, start, end)
        while not tokens and (sign := text.find(" $  ", start, end)) >= 0:  # one blank behind a label
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


def _tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The numbers of a chunk; none where it holds anything else."""
    begins = text[start] in _BEGINS and not text[start : start + 4].isalpha()
    if not begins and not (text[start] in "AaDdUu" and _IN_WORDS.match(text, start, end)):
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
        right = max(right, start + len(_NOTED.sub("", token[0]).rstrip(" )>%*†‡abcdefghijklmnopqrstuvwxyz")))
    if start < left and "(" in (before := token[0][: left - start]):
        left = max(start + before.index("("), left - 2)
    return Mark(left, right)


def _add_words(pieces: list[Piece], text: str, start: int, stop: int) -> None:
    """Add the pieces of text that stand from `start` to `stop`."""
    if start == stop or text[start:stop].isspace():
        return
    for left, right, words in _parts(text[start:stop].rstrip()):
        pieces.append(Piece(start + left, start + right, words))


def _has_lone_days(text: str, chunks: Sequence[tuple[int, int]], dates: Sequence[int]) -> bool:
    """Whether a day stands behind no month, or a month before no day: headings of columns, each at its own height."""
    days = sum(DAY.match(text, *chunk) is not None for chunk in chunks)
    months = sum(MONTH_NAME.fullmatch(text, *chunk) is not None for chunk in chunks)
    return max(days, months) > len(dates)


@lru_cache(maxsize=1 << 13)  # companies share most of their labels and headings
def _parts(text: str) -> tuple[tuple[int, int, str], ...]:
    """The pieces of a stretch of words: parted by two blanks or more, periods that stand side by side apart."""
    chunks = [chunk.span() for chunk in _CHUNK.finditer(text)]
    dates = [
        n
        for n, (before, after) in enumerate(pairwise(chunks), 1)
        if after[0] - before[1] <= _WITHIN_DATE and MONTH_NAME.fullmatch(text, *before) and DAY.match(text, *after)
    ]
    if dates and not _has_lone_days(text, chunks, dates):
        for n in reversed(dates):  # "September     30, 2003": blanks within a date are no gap
            chunks[n - 1 : n + 1] = [(chunks[n - 1][0], chunks[n][1])]
    return tuple(
        (begin + left, begin + right, text[begin + left : begin + right])
        for begin, end in chunks
        for left, right in split_periods(text[begin:end])
    )
