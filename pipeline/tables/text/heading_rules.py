"""Rules drawn under headings of fixed-width text: how far a heading reaches."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.tables.columns import Column
from pipeline.tables.text.lines import Line, rules_of
from pipeline.tables.text.pieces import Piece

_MIDDLE = 0.5  # characters off the middle of a gap


def rule_below(lines: Sequence[Line], n: int) -> Sequence[Piece]:
    """The parts of the rule that is drawn under a line, if one is."""
    below = next((line for line in lines[n + 1 : n + 3] if line.kind != "blank"), None)
    return rules_of(below) if below is not None else ()


def of_headings(rule: Sequence[Piece], headings: Sequence[Piece]) -> Sequence[Piece]:
    """The parts of the rule under headings; one line below them all is drawn under none, but parts them from rows."""
    below_all = len(rule) == 1 < len(headings) and all(_is_above(heading, rule[0]) for heading in headings)
    return () if below_all else rule


def _is_above(heading: Piece, part: Piece) -> bool:
    return part.left - 1 <= (heading.left + heading.right) / 2 <= part.right + 1


def extent_of(piece: Piece, rule: Sequence[Piece], columns: Sequence[Column]) -> tuple[float, float]:
    """A heading's own extent, or that of the rule under it which reaches over several columns."""
    left, right = over_rule(piece, rule)
    several = sum(column.is_below(left, right) for column in columns) > 1
    return (left, right) if several else (piece.left, piece.right)


def over_rule(piece: Piece, rule: Sequence[Piece]) -> tuple[float, float]:
    """The extent of a heading: as wide as the rule that is drawn under it alone; one in the middle between two parts
    of the rule is of neither alone."""
    middle = (piece.left + piece.right) / 2
    if any(abs(middle - (before.right + after.left) / 2) <= _MIDDLE for before, after in pairwise(rule)):
        return piece.left, piece.right
    for part in rule:
        if _is_above(piece, part):
            return min(piece.left, part.left), max(piece.right, part.right)
    return piece.left, piece.right
