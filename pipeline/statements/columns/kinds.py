"""Which kind of thing a column holds: amounts, percentages, changes, marks of notes, or amounts not as reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.column_words import (
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
from pipeline.statements.panels.panel import Panel
from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.numbers import read_number
from pipeline.tables.words import MONTH_NAME, names_period

_CHANGE_FROM = re.compile(r"\bchange from\b|%\s*change|percent(?:age)? change", ANY_CASE)
_COMPARED = re.compile(r"\bvs\b|versus|%\s*(?:change|chg)|change|\bover\W+under\b", ANY_CASE)
_AGAINST = re.compile(r"\b(?:vs|versus)\b(?P<ends>\W*$)?", ANY_CASE)
_NAMED = re.compile(r"\d|\b(?:this|current|actual|last|prior|previous|ago)\b", ANY_CASE)  # of the periods set against
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


def kind_of(
    rows: Sequence[GridRow], of_some: Sequence[GridCell], column: int, percents: Mapping[int, Sequence[bool]]
) -> str:
    """amount, percent, change, note or pro_forma: by the headings over a column, `of_some` those that are not over all
    columns, then by the numbers in it."""
    covering = [cell for row in rows for cell in row.cells if cell.first <= column <= cell.last]
    own = " ".join(cell.text for cell in covering if cell.first == cell.last)
    if kind := _by_own_words(own):
        return kind
    spanning = [cell.text for cell in of_some if cell.first <= column <= cell.last]
    own_percents = percents.get(column, ())
    if kind := _by_words_over_some(own, spanning, own_percents):
        return kind
    said = [cell.text for cell in covering]
    if _COMPARED.search(own) or any(map(_CHANGE_FROM.search, said)) or _is_against(own, spanning):
        return "change"
    if any(map(NOT_ACTUAL.search, (own, *spanning))) or _are_not_as_reported(own, said, rows):
        return "pro_forma"
    return "percent" if _are_percentages(own, own_percents, percents.get(column - 1, ())) else "amount"


def _by_own_words(own: str) -> str | None:
    """What a heading of one column says of it; one that names a day says nothing else."""
    if any(map(str.isdigit, own)):
        return None
    if CHANGE.search(own):
        return "change"
    if SHARE_OF.search(own):
        return "percent"
    return "note" if NOTE.fullmatch(own.strip("() ")) else None


def _by_words_over_some(own: str, spanning: Sequence[str], own_percents: Sequence[bool]) -> str | None:
    """What headings over some columns say of them, beside the period."""
    of_no_period = [text for text in spanning if not (names_period(text) or MONTH_NAME.fullmatch(text))]
    if any(map(CHANGE.search, of_no_period)):
        return "change"
    shares = [text for text in of_no_period if SHARE_OF.match(text)]
    if not shares:
        return None
    is_dated = any(map(str.isdigit, own))
    is_of_percents = own_percents[:1] == [True] or (not is_dated and any(map(_PERCENT.search, shares)))
    return "percent" if is_of_percents else None  # also over "12" and ".5" of "12.5"


def _is_against(own: str, spanning: Sequence[str]) -> bool:
    """Whether a heading over some columns sets a period against others: "Q2 vs." over "Q1", or "2Q16 vs. 2Q15" over
    columns that name none of the two themselves, as "This Year" and "Last Year" do."""
    found = [against for text in spanning if (against := _AGAINST.search(text))]
    return any(against["ends"] is not None for against in found) or (bool(found) and not _NAMED.search(own))


def _are_not_as_reported(own: str, said: Sequence[str], rows: Sequence[GridRow]) -> bool:
    """Whether the headings over a column make its amounts pro forma, or leave special items out."""
    if any(_is_pro_forma(words, rows) for words in (_HYPHEN.sub("", own), *said)):
        return True
    together = " ".join(said)
    return SPECIAL.search(together) is not None and not WITH_SPECIAL.search(together)


def _are_percentages(own: str, percents: Sequence[bool], before: Sequence[bool]) -> bool:
    """Whether the numbers of a column are percentages, by their signs; `before` are those of the column before it."""
    if not own and percents and percents[0] and before and not before[0]:  # only the first bears its sign
        return True
    few = 0 if not own else 1  # a column that no heading has to itself is one of percentages by its first
    return len(percents) > few and sum(percents) > _MOST * len(percents)


def over_some(rows: Iterable[GridRow], columns: int) -> list[GridCell]:
    """The headings of rows that are not over all columns; what stands alone from the first one on is a title, however
    far it reaches: "Guidance Software, Inc."."""
    named = (row for row in rows if not (len(row.cells) == 1 and row.cells[0].first == 1 < row.cells[0].last))
    return [cell for row in named for cell in row.cells if cell.last - cell.first + 1 < columns]


def _is_pro_forma(words: str, rows: Sequence[GridRow]) -> bool:
    """Whether a heading's words say that its amounts are not as reported.

    "As adjusted" says so beside what is as reported; alone it says that a later rule of accounting holds for both.
    """
    if not PRO_FORMA.search(words):
        return False
    if any(AS_REPORTED.search(cell.text) for row in rows for cell in row.cells):
        return True
    return PRO_FORMA.search(AS_ADJUSTED.sub("", words)) is not None
