"""What a column holds besides its period: amounts, percentages, changes, marks of notes, or amounts not as reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.panels import Panel
from pipeline.statements.words import (
    AS_ADJUSTED,
    AS_REPORTED,
    CHANGE,
    NOT_ACTUAL,
    NOTE,
    PRO_FORMA,
    SHARE_OF,
    SPECIAL,
    WITH_SPECIAL,
)
from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.numbers import read_number
from pipeline.tables.words import MONTH, PERIOD_WORDS

_CHANGE_FROM = re.compile(r"\bchange from\b|%\s*change|percent(?:age)? change", ANY_CASE)
_COMPARED = re.compile(r"\bvs\b|versus|%\s*(?:change|chg)|change|\bover\W+under\b", ANY_CASE)
_HYPHEN = re.compile(r"(?<=[a-z])-\s+(?=[a-z])", ANY_CASE)  # "Adjust-" above "ments"
_PERCENT = re.compile(r"%|percent", ANY_CASE)
_MOST = 0.6  # of a column's numbers


def percents_of(panel: Panel) -> dict[int, list[bool]]:
    """By column: for each number printed there, whether it is a percentage."""
    percents: dict[int, list[bool]] = defaultdict(list)
    for line in panel.lines:
        for cell in line.row.cells:
            if cell.first == cell.last and (number := read_number(cell.text)) is not None:
                percents[cell.first].append(number.kind == "percent")
    return percents


def kind_of(rows: list[GridRow], panel: Panel, column: int, percents: Mapping[int, Sequence[bool]]) -> str:
    """amount, percent, change, note or pro_forma: by the headings over a column, then by the numbers in it."""
    covering = [cell for row in rows for cell in row.cells if cell.first <= column <= cell.last]
    own = " ".join(cell.text for cell in covering if cell.first == cell.last)
    own_percents = percents.get(column, [])
    is_dated = any(map(str.isdigit, own))
    if not is_dated:
        if CHANGE.search(own):
            return "change"
        if SHARE_OF.search(own):
            return "percent"
        if NOTE.fullmatch(own.strip("() ")):
            return "note"
    of_some = [cell for row in rows for cell in _of_some(row, panel.grid.columns)]
    spanning = [cell.text for cell in of_some if cell.first <= column <= cell.last]
    of_no_period = [text for text in spanning if not (PERIOD_WORDS.search(text) or MONTH.fullmatch(text))]
    if any(CHANGE.search(text) for text in of_no_period):
        return "change"
    shares = [text for text in of_no_period if SHARE_OF.match(text)]
    if shares and (own_percents[:1] == [True] or (not is_dated and any(_PERCENT.search(text) for text in shares))):
        return "percent"  # also over "12" and ".5" of "12.5"
    if _COMPARED.search(own) or any(_CHANGE_FROM.search(cell.text) for cell in covering):
        return "change"
    if any(map(NOT_ACTUAL.search, (own, *spanning))):
        return "pro_forma"
    if any(_is_pro_forma(words, rows) for words in (_HYPHEN.sub("", own), *(cell.text for cell in covering))):
        return "pro_forma"
    said = " ".join(cell.text for cell in covering)
    if SPECIAL.search(said) and not WITH_SPECIAL.search(said):
        return "pro_forma"
    beside = percents.get(column - 1, ())
    if not own and own_percents and own_percents[0] and beside and not beside[0]:  # only the first bears its sign
        return "percent"
    few = 0 if not own else 1  # a column that no heading has to itself is one of percentages by its first
    is_percent = len(own_percents) > few and sum(own_percents) > _MOST * len(own_percents)
    return "percent" if is_percent else "amount"


def _of_some(row: GridRow, columns: int) -> Sequence[GridCell]:
    """The headings of a row that are not over all columns; what stands alone from the first one on is a title, however
    far it reaches: "Guidance Software, Inc."."""
    if len(row.cells) == 1 and row.cells[0].first == 1 < row.cells[0].last:
        return ()
    return [cell for cell in row.cells if cell.last - cell.first + 1 < columns]


def _is_pro_forma(words: str, rows: list[GridRow]) -> bool:
    """Whether a heading's words say that its amounts are not as reported.

    "As adjusted" says so beside what is as reported; alone it says that a later rule of accounting holds for both.
    """
    if AS_ADJUSTED.search(words) and not any(AS_REPORTED.search(cell.text) for row in rows for cell in row.cells):
        words = AS_ADJUSTED.sub("", words)
    return PRO_FORMA.search(words) is not None
