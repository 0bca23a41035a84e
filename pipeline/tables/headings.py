"""Headings of fixed-width text: over which columns each of their words stands, as seen through the headings below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.tables.columns import Column
from pipeline.tables.spans import nearest, spread
from pipeline.tables.text_lines import HEADING_FROM, Line, Piece, rules_of
from pipeline.tables.values import is_year
from pipeline.tables.words import MONTH, PERIOD_WORDS


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
    runs: tuple[Group, ...] = ()  # of years in the line below, "1999 1998 1997" beside "1999 1998"

    def place(self, extents: Sequence[tuple[float, float]], texts: Sequence[str]) -> list[tuple[int, int]]:
        """For each heading (left, right): its first and last column (from 0). A month without a day is of one date."""
        groups = self.runs if len(self.runs) == len(extents) else self._groups(len(extents))
        fit = nearest if all(map(MONTH.fullmatch, texts)) else spread
        runs = fit(extents, [group.place for group in groups])
        return [(groups[first].first, groups[last].last) for first, last in runs]

    def below(self, extents: Sequence[tuple[float, float]], texts: Sequence[str]) -> Seen:
        """What the line above these headings stands over: these, and the columns that none of them covers."""
        placed = self.place(extents, texts)
        own = [
            Group(Column(left, right), first, last)
            for (left, right), (first, last) in zip(extents, placed, strict=True)
        ]
        covered = {n for group in own for n in range(group.first, group.last + 1)}
        bare = [group for group in self.levels[-1] if group.first not in covered]
        level = tuple(sorted([*own, *bare], key=lambda group: group.first))
        columns = level if len(level) == len(self.levels[-1]) else self.levels[-1]
        runs = [_joined(own[first : last + 1]) for first, last in _runs_of_years(texts)]
        return Seen((level, columns), tuple(runs))

    def _groups(self, count: int) -> tuple[Group, ...]:
        return next((level for level in self.levels if len(level) >= count), self.levels[-1])


def _joined(groups: Sequence[Group]) -> Group:
    first, last = groups[0], groups[-1]
    return Group(Column(first.place.left, last.place.right), first.first, last.last)


def _runs_of_years(texts: Sequence[str]) -> list[tuple[int, int]]:
    """First and last of the years that follow one another, up or down, where all of a line are such; else none."""
    if not all(map(is_year, texts)):
        return []
    years = [int(text[:4]) for text in texts]
    steps = [after - before for before, after in pairwise(years)]
    starts = [0, *(n + 1 for n, step in enumerate(steps) if abs(step) != 1 or (n and steps[n - 1] == -step))]
    runs = list(pairwise([*starts, len(years)]))
    return [(first, after - 1) for first, after in runs] if all(after - first > 1 for first, after in runs) else []


def seen_from(lines: Sequence[Line], columns: Sequence[Column]) -> list[Seen]:
    """For each line of a table, what its headings stand over."""
    base = Seen((tuple(Group(column, n, n) for n, column in enumerate(columns)),))
    seen: list[Seen] = []
    current = base
    for n, line in reversed(list(enumerate(lines))):
        seen.append(current)
        if line.kind == "numbers":
            current = base
        elif line.kind in ("heading", "text") and len(line.pieces) > 1:
            heads = [piece for piece in line.pieces if heads_columns(piece, line, columns)]
            heads = list(with_numbers_below(heads, columns))
            if 1 < len(heads) <= len(columns):
                rule = of_headings(rule_below(lines, n), heads)
                extents = [_extent(piece, rule, columns) for piece in heads]
                current = current.below(extents, [piece.text for piece in heads])
    return seen[::-1]


def heads_columns(piece: Piece, line: Line, columns: Sequence[Column]) -> bool:
    """Whether a piece of a line without amounts stands over columns: by its place, among several, as a period."""
    if (piece.left + piece.right) / 2 >= columns[0].left - 2:
        return True
    if piece.left < HEADING_FROM:
        return False
    reaches = len(line.pieces) > 1 and piece.right > columns[0].left
    return reaches or is_year(piece.text) or PERIOD_WORDS.search(piece.text) is not None


def with_numbers_below(headings: Sequence[Piece], columns: Sequence[Column]) -> Sequence[Piece]:
    """The headings but for those of more than there are columns that stand beyond the last: "% change" of nothing."""
    if len(headings) <= len(columns):
        return headings
    return [heading for heading in headings if heading.left <= columns[-1].right] or headings


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


def _extent(piece: Piece, rule: Sequence[Piece], columns: Sequence[Column]) -> tuple[float, float]:
    """A heading's own extent, or that of the rule under it which reaches over several columns."""
    left, right = over_rule(piece, rule)
    several = sum(left < column.right and column.left < right for column in columns) > 1
    return (left, right) if several else (piece.left, piece.right)


def over_rule(piece: Piece, rule: Sequence[Piece]) -> tuple[float, float]:
    """The extent of a heading: as wide as the rule that is drawn under it alone."""
    for part in rule:
        if _is_above(piece, part):
            return min(piece.left, part.left), max(piece.right, part.right)
    return piece.left, piece.right
