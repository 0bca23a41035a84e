"""Which column each number of a table belongs to, from where the numbers stand in their rows.

Positions are characters in fixed-width text and physical `<td>` columns in HTML; the same steps serve both. Columns are
first sought as clusters of right edges. Where rows drift so far that clusters run into each other, the fullest rows are
the skeleton, and sparser rows are laid along it in order, at the least total shift.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(slots=True, eq=False)
class Mark:
    """Where a number stands: from its first digit or bracket to the end of its last digit. `soft`: a dash."""

    left: float
    right: float
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The usual place of a column's numbers: the left end of a wide one, and the right edge."""

    left: float
    right: float

    def is_below(self, left: float, right: float) -> bool:
        """Whether what reaches from left to right, moved down, would be printed over it."""
        return left < self.right and self.left < right


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far edges may lie apart: `edge` within one column, `stray` for a lone number off its column."""

    edge: float
    stray: float


_NEARLY_ALL = 0.9  # of the rows
TEXT = Tolerance(edge=1, stray=6)
HTML = Tolerance(edge=0, stray=1)


class _Cluster:
    """Numbers that stand in one place, each with its row's number: `right` their usual edge, `widest` the left end."""

    __slots__ = ("members", "right", "rows", "widest")

    def __init__(self, members: list[tuple[int, Mark]]) -> None:
        self.members = members
        self.right = median([mark.right for _, mark in members])
        self.widest = min([mark.left for _, mark in members])
        self.rows = {row for row, _ in members}


def find_columns(rows: Sequence[Sequence[Mark]], tolerance: Tolerance) -> list[Column]:
    """The columns that the rows of numbers stand in, left to right."""
    clusters = _cluster(rows, tolerance)
    merged = _merge(clusters, tolerance)
    if merged is not None:
        fullest = max((len(row) for row in rows), default=0)
        if len(merged) >= fullest:
            merged = _no_more_than(fullest, merged, tolerance)
            if len(merged) == fullest or not _are_full(rows, fullest):
                return [Column(cluster.widest, cluster.right) for cluster in merged]
    return _skeleton(rows)


def place(row: Sequence[Mark], columns: Sequence[Column], tolerance: Tolerance) -> list[int]:
    """For each number of a row, the index of its column, rising. At most `len(columns)` numbers."""
    if len(row) == len(columns):
        return list(range(len(columns)))
    quick = _place_by_edge(row, columns, tolerance)
    return quick if quick is not None else _place_in_order(row, columns)


def _cluster(rows: Sequence[Sequence[Mark]], tolerance: Tolerance) -> list[_Cluster]:
    marks = sorted(
        ((number, mark) for number, row in enumerate(rows) for mark in row), key=lambda item: (item[1].right, item[0])
    )
    hard = [item for item in marks if not item[1].soft] or marks
    runs: list[list[tuple[int, Mark]]] = []
    for item in hard:
        if runs and item[1].right - runs[-1][-1][1].right <= tolerance.edge:
            runs[-1].append(item)
        else:
            runs.append([item])
    clusters = [_Cluster(run) for run in runs]
    soft = [item for item in marks if item[1].soft]
    covered = (
        [(cluster.widest - tolerance.stray, cluster.right + tolerance.stray) for cluster in clusters] if soft else []
    )
    for item in soft:
        _, dash = item
        if not any(left <= dash.right and dash.left <= right for left, right in covered):
            clusters.append(_Cluster([item]))
            covered.append((dash.left - tolerance.stray, dash.right + tolerance.stray))
    return sorted(clusters, key=lambda cluster: cluster.right)


def _merge(clusters: list[_Cluster], tolerance: Tolerance) -> list[_Cluster] | None:
    """Clusters that are one column drifting are put together; null where rows forbid it."""
    merged: list[_Cluster] = []
    for cluster in clusters:
        if len(cluster.rows) < len(cluster.members):
            return None
        previous = merged[-1] if merged else None
        if previous is not None and _same_column(previous, cluster, tolerance):
            if previous.rows & cluster.rows:
                return None
            merged[-1] = _Cluster(previous.members + cluster.members)
        else:
            merged.append(cluster)
    return merged


def _no_more_than(fullest: int, clusters: list[_Cluster], tolerance: Tolerance) -> list[_Cluster]:
    """Where no row fills all columns, those put together that never meet in a row: one set elsewhere further down."""
    clusters = list(clusters)
    while len(clusters) > fullest:
        gaps = [
            (second.right - first.right, n)
            for n, (first, second) in enumerate(pairwise(clusters))
            if not first.rows & second.rows and second.right - first.right <= 2 * tolerance.stray
        ]
        if not gaps:
            break
        _, n = min(gaps)
        clusters[n : n + 2] = [_Cluster([*clusters[n].members, *clusters[n + 1].members])]
    return clusters


def _are_full(rows: Sequence[Sequence[Mark]], fullest: int) -> bool:
    """Whether nearly all rows hold as many numbers as any: these are the columns, however far the rows are shifted."""
    full = sum(len(row) == fullest for row in rows)
    return fullest > 1 and full >= _NEARLY_ALL * len(rows)


def _same_column(first: _Cluster, second: _Cluster, tolerance: Tolerance) -> bool:
    if second.widest < first.right:
        return True
    lone = min(len(first.members), len(second.members)) == 1
    return lone and second.right - first.right <= tolerance.stray and not first.rows & second.rows


def _skeleton(rows: Sequence[Sequence[Mark]]) -> list[Column]:
    counts = Counter(len(row) for row in rows)
    often = [count for count, times in counts.items() if times > 1 and count]
    size = max(often or counts)
    full = [row for row in rows if len(row) == size]
    return [Column(min(row[n].left for row in full), median(row[n].right for row in full)) for n in range(size)]


def _place_by_edge(row: Sequence[Mark], columns: Sequence[Column], tolerance: Tolerance) -> list[int] | None:
    placed: list[int] = []
    n = 0
    for mark in row:
        while n < len(columns) and columns[n].right + tolerance.edge < mark.right:
            n += 1
        if n == len(columns) or abs(columns[n].right - mark.right) > tolerance.edge:
            return None
        placed.append(n)
        n += 1
    return placed


def _place_in_order(row: Sequence[Mark], columns: Sequence[Column]) -> list[int]:
    """The rising choice of columns with the least total shift (dynamic programming over numbers and columns)."""
    best: list[tuple[float, list[int]]] = [(0.0, [])] * (len(columns) + 1)
    for count, mark in enumerate(row, 1):
        following: list[tuple[float, list[int]]] = [(float("inf"), [])] * (len(columns) + 1)
        for n in range(count, len(columns) + 1):
            cost, chosen = best[n - 1]
            taken = (cost + _shift(mark, columns[n - 1]), [*chosen, n - 1])
            following[n] = min(following[n - 1], taken, key=lambda item: item[0])
        best = following
    return best[len(columns)][1]


def _shift(mark: Mark, column: Column) -> float:
    by_edge = abs(mark.right - column.right)
    if mark.soft:
        return min(by_edge, abs((mark.left + mark.right) / 2 - (column.left + column.right) / 2))
    return by_edge
