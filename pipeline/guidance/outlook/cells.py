"""Cells of a table of outlook: two that are the ends of one range, one that holds the values of both bases."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amounts import Amount, amounts
from pipeline.tables.grid import GridCell

BASIS_AHEAD = re.compile(r"(?P<non>non-)?\bgaap:\s", ANY_CASE)  # of a value in a cell
_OF_BOTH = re.compile(r"\W*gaap ?/ ?non-gaap\b", ANY_CASE)
_SIGN_BETWEEN = re.compile(r"[+±/]")
_TWO_LETTERS = re.compile(r"[a-z]{2}", ANY_CASE)


def is_to_between(text: str, low: GridCell, high: GridCell) -> bool:
    """Whether two cells of a row are the ends of one range, with "to" between them."""
    return text[low.end : high.start].strip() == "to"


def are_ends(text: str, first: GridCell, second: GridCell) -> bool:
    """Whether two cells below one heading print a single amount each and no word beside it ("37% last year"), both of
    one kind, and the lower one first, as the ends of a range are."""
    if _SIGN_BETWEEN.search(text, first.end, second.start):
        return False  # "$0.94 +/- $0.07"
    found = [amounts(cell.text, bare=True) for cell in (first, second)]
    if any(len(told) != 1 for told in found):
        return False
    (low,), (high,) = found
    if not (_is_bare_amount(first, low) and _is_bare_amount(second, high)):
        return False
    if low.kind != high.kind or low.low is None or high.low is None:
        return False
    return low.low == low.high and high.low == high.high and (low.low <= high.low or high.low < 0)


def _is_bare_amount(cell: GridCell, amount: Amount) -> bool:
    return not _TWO_LETTERS.search(f"{cell.text[: amount.start]} {cell.text[amount.end :]}")


def by_basis(label: str, printed: str) -> list[tuple[str, str]]:
    """The values of a cell by the basis in front of each ("GAAP: $1.00 Non-GAAP: $1.20") or in its label ("GAAP /
    Non-GAAP EPS", "$1.00 / $1.20"), or all as one without."""
    both = printed.split("/")
    if _OF_BOTH.match(label) and len(both) == 2:
        return [("gaap", both[0].strip()), ("non_gaap", both[1].strip())]
    marks = list(BASIS_AHEAD.finditer(printed))
    if not marks or marks[0].start() > 0:
        return [("", printed)]
    ends = [*(mark.start() for mark in marks[1:]), len(printed)]
    return [
        ("non_gaap" if mark["non"] else "gaap", printed[mark.end() : end].strip(" ;,|"))
        for mark, end in zip(marks, ends, strict=True)
    ]
