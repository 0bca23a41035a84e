"""Two tables printed side by side, as assets beside liabilities: where the page is to be cut between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

_ROWS = 3  # rows at least with a label between their numbers
_SHARE = 0.5  # of the rows that print numbers behind it
_LABEL = re.compile(r"[A-Z][A-Za-z]{2}")  # no unit behind a number: "1,200 tons"


class Printed(Protocol):
    """Characters of a row, from `left` to `right`: a number, or words."""

    @property
    def left(self) -> int: ...
    @property
    def right(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def is_number(self) -> bool: ...


def find_cut(rows: Sequence[Sequence[Printed]]) -> int | None:
    """Where the labels of a second table begin, or null where the rows are one table's.

    Most rows that print numbers there print a label in front of them, some between them and other numbers, and none of
    the numbers crosses the place.
    """
    inner = [label for row in rows if (label := _inner_label(row)) is not None]
    if len({label.text for label in inner}) < _ROWS:
        return None
    cut = min(label.left for label in inner)
    behind = [[printed for printed in row if printed.left >= cut] for row in rows]
    behind = [printed for printed in behind if any(one.is_number for one in printed)]
    if sum(not printed[0].is_number for printed in behind) < _SHARE * len(behind):
        return None
    crossed = any(printed.is_number and printed.left < cut < printed.right for row in rows for printed in row)
    return None if crossed else cut


def _inner_label(row: Sequence[Printed]) -> Printed | None:
    """The one run of words that stands between numbers."""
    numbers = [n for n, printed in enumerate(row) if printed.is_number]
    if len(numbers) < 2:
        return None
    between = [printed for printed in row[numbers[0] : numbers[-1]] if not printed.is_number]
    return between[0] if len(between) == 1 and _LABEL.search(between[0].text) else None
