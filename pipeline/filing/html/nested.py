"""Tables in tables: those that hold others, and those that hold one amount of a row."""

from __future__ import annotations

import re
from collections.abc import Set

from selectolax.lexbor import LexborNode

CELLS = frozenset({"td", "th"})
ROWS = frozenset({"tr"})
LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_NOTE = re.compile(r"\(\w\)|\[\w\]|\*+")
_LONGEST = 120  # characters of a label; a release may stand in a table, too


def is_of_one_amount(table: LexborNode) -> bool:
    """Whether a table prints one thing of a row of several: its label, or an amount with its sign and bracket in cells
    of their own."""
    cell = _around(table, CELLS)
    row = cell.parent if cell is not None else None
    if cell is None or row is None or not (_is_beside(cell, CELLS) and _is_beside(row, ROWS)):
        return False
    if len(table.css("tr")) != 1 or len(table.text(strip=True)) > _LONGEST:
        return False
    printed = [text for part in table.css("td, th") if (text := part.text().strip()) and not _NOTE.fullmatch(text)]
    if len(printed) < 2:
        return True
    return not any(map(LETTER.search, printed)) and sum(1 for text in printed if _DIGIT.search(text)) < 2


def printed_by(table: LexborNode) -> str:
    """What the cells of a table print, in one line."""
    return " ".join(cell.text() for cell in table.css("td, th"))


def _around(node: LexborNode, tags: Set[str]) -> LexborNode | None:
    outer = node.parent
    while outer is not None and outer.tag not in tags:
        outer = outer.parent
    return outer


def _is_beside(node: LexborNode, tags: Set[str]) -> bool:
    """Whether an element stands beside others of such tags."""
    beside = node.parent.iter() if node.parent is not None else ()
    return any(other.tag in tags and other.mem_id != node.mem_id for other in beside)
