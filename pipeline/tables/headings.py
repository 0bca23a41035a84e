"""Headings of fixed-width text: over which columns each of their words stands, as seen through the headings below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.tables.columns import Column
from pipeline.tables.spans import spread
from pipeline.tables.text_lines import HEADING_FROM, Kind, Line, Piece
from pipeline.tables.values import is_year
from pipeline.tables.words import PERIOD_WORDS


@dataclass(frozen=True, slots=True)
class Group:
    """Columns `first` to `last` (from 0) below one place of the page: its own, or that of the heading over it."""

    place: Column
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What a line of headings stands over: groups of columns, nearest below first, the columns themselves last."""

    levels: tuple[tuple[Group, ...], ...]

    def place(self, extents: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
        """For each heading (left, right): its first and last column (from 0)."""
        groups = self._groups(len(extents))
        runs = spread(extents, [group.place for group in groups])
        return [(groups[first].first, groups[last].last) for first, last in runs]

    def below(self, extents: Sequence[tuple[float, float]]) -> Seen:
        """What the line above these headings stands over: these, and the columns that none of them covers."""
        placed = self.place(extents)
        own = [
            Group(Column(left, right), first, last)
            for (left, right), (first, last) in zip(extents, placed, strict=True)
        ]
        covered = {n for group in own for n in range(group.first, group.last + 1)}
        bare = [group for group in self.levels[-1] if group.first not in covered]
        level = tuple(sorted([*own, *bare], key=lambda group: group.first))
        columns = level if len(level) == len(self.levels[-1]) else self.levels[-1]
        return Seen((level, columns))

    def _groups(self, count: int) -> tuple[Group, ...]:
        return next((level for level in self.levels if len(level) >= count), self.levels[-1])


def seen_from(lines: Sequence[Line], columns: Sequence[Column]) -> list[Seen]:
    """For each line of a table, what its headings stand over."""
    base = Seen((tuple(Group(column, n, n) for n, column in enumerate(columns)),))
    seen: list[Seen] = []
    current = base
    for line in reversed(lines):
        seen.append(current)
        if line.kind is Kind.NUMBERS:
            current = base
        elif line.kind in (Kind.HEADING, Kind.TEXT) and len(line.pieces) > 1:
            extents = [(piece.left, piece.right) for piece in line.pieces if heads_columns(piece, line, columns)]
            if 1 < len(extents) <= len(columns):
                current = current.below(extents)
    return seen[::-1]


def heads_columns(piece: Piece, line: Line, columns: Sequence[Column]) -> bool:
    """Whether a piece of a line without amounts stands over columns: by its place, among several, as a period."""
    if (piece.left + piece.right) / 2 >= columns[0].left - 2:
        return True
    if piece.left < HEADING_FROM:
        return False
    reaches = len(line.pieces) > 1 and piece.right > columns[0].left
    return reaches or is_year(piece.text) or PERIOD_WORDS.search(piece.text) is not None


def over_rule(piece: Piece, rule: Sequence[Piece]) -> tuple[float, float]:
    """The extent of a heading: as wide as the rule that is drawn under it alone."""
    middle = (piece.left + piece.right) / 2
    for part in rule:
        if part.left - 1 <= middle <= part.right + 1:
            return min(piece.left, part.left), max(piece.right, part.right)
    return piece.left, piece.right
