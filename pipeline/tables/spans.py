"""Over which columns a heading stands: by what it overlaps, by its middle, and by the rule under it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.tables.columns import Column

_OUTSIDE = 2.0  # cost of a character of a heading that stands over a column it is not given to
_FORGOTTEN = 4.0  # cost of a column over which no heading of the line stands
_WIDER = 2.0  # by which a heading of one column may be wider than its numbers
_CENTRED = 3.0  # twice the distance of middles that are one
_UNEVEN = 4.0  # cost of a column more or less than an even share
_SET_LEFT = 1.0  # cost of a heading of an even share that begins where its columns begin, not set over their middle
_FAR = float("inf")
_MOST = 40  # columns of a table; a page that lost its line breaks has more, and each run of them would be weighed


def spread(headings: Sequence[tuple[float, float]], columns: Sequence[Column]) -> list[tuple[int, int]]:
    """For each heading (left, right), left to right: the indices of its first and last column.

    Headings take runs of columns in order, none shared. The choice has the least sum of distances between the middle of
    a heading and the middle of its run, of parts that hang over foreign columns, and of columns left bare.
    """
    if not headings or not columns:
        return []
    if len(headings) > len(columns) or len(columns) > _MOST:
        return nearest(headings, columns)
    count = len(columns)
    if len(headings) == count:  # nothing to choose
        return [(n, n) for n in range(count)]
    share = count // len(headings) if len(headings) > 1 and count % len(headings) == 0 else None
    if own := _of_one_each(headings, columns, share):
        return [(n, n) for n in own]
    best: list[tuple[float, list[tuple[int, int]]]] = [(_FORGOTTEN * used, []) for used in range(count + 1)]
    for number, heading in enumerate(headings, 1):
        following: list[tuple[float, list[tuple[int, int]]]] = [(_FAR, [])] * (count + 1)
        for used in range(number, count + 1):
            skipped = following[used - 1][0] + _FORGOTTEN, following[used - 1][1]
            runs = (
                (
                    best[first][0] + _misfit(heading, columns, first, used - 1, share),
                    [*best[first][1], (first, used - 1)],
                )
                for first in range(number - 1, used)
                if best[first][0] < _FAR
            )
            following[used] = min([skipped, *runs], key=lambda item: item[0])
        best = following
    return best[count][1]


def _of_one_each(headings: Sequence[tuple[float, float]], columns: Sequence[Column], share: int | None) -> list[int]:
    """The column of each heading, fewer than there are columns, where their places say that each is of one; else none.

    `share`: how many columns each of several is over, if all are over as many.
    """
    count = len(columns)
    if len(headings) == 1:
        return [count - 1] if _ends_last(headings[0], columns) else []
    alone = _alone(headings, columns)
    if alone and _are_of_one(alone, count, share):
        return alone
    return _set_over(headings, columns) if 3 * len(headings) > count else []


def _ends_last(heading: tuple[float, float], columns: Sequence[Column]) -> bool:
    """Whether a heading is set flush right with the last of several columns, and reaches over no other."""
    left, right = heading
    return abs(right - columns[-1].right) <= 1 and left > columns[-2].right


def nearest(headings: Sequence[tuple[float, float]], columns: Sequence[Column]) -> list[tuple[int, int]]:
    """For each heading the one column whose middle is nearest to its own, as first and last."""
    middles = [(column.left + column.right) / 2 for column in columns]
    found = (min(range(len(columns)), key=lambda n: abs(middles[n] - (left + right) / 2)) for left, right in headings)
    return [(n, n) for n in found]


def stand_alike(headings: Sequence[tuple[float, float]], columns: Sequence[Column]) -> bool:
    """Whether several headings each stand in the same place of an even share of the columns, but not over its last."""
    share, rest = divmod(len(columns), len(headings))
    places = {first % share for first, _ in nearest(headings, columns)} if len(headings) > 1 and not rest else set()
    return len(places) == 1 and places != {share - 1}


def _alone(headings: Sequence[tuple[float, float]], columns: Sequence[Column]) -> list[int]:
    """The column that each heading stands over, where none is wider than its own or reaches over another's."""
    over = [_over(heading, columns) for heading in headings]
    own = [near[0] for near in over if len(near) == 1]
    if len(set(own)) < len(headings):
        return []
    sizes = ((right - left, columns[n].right - columns[n].left) for (left, right), n in zip(headings, own, strict=True))
    return own if all(heading <= column + _WIDER for heading, column in sizes) else []


def _are_of_one(alone: Sequence[int], count: int, share: int | None) -> bool:
    """Whether headings that each stand over one of so many columns are of it alone, and not of columns beside it, too:
    those that stand alike over even shares are of these, but for those over the last of each."""
    if share is None:
        return 2 * len(alone) > count
    places = {n % share for n in alone}
    return len(places) > 1 or places == {share - 1}


def _set_over(headings: Sequence[tuple[float, float]], columns: Sequence[Column]) -> list[int]:
    """The column that each heading alone is set over: around its middle, or flush right; not flush left, as headings of
    several columns are. (That of three columns stands over the second.)"""
    own: list[int] = []
    for left, right in headings:
        over = _over((left, right), columns)
        if len(over) != 1 or over[0] in own:
            return []
        column = columns[over[0]]
        is_centred = abs(left + right - column.left - column.right) <= _CENTRED
        if abs(left - column.left) <= 1 or not (is_centred or abs(right - column.right) <= 1):
            return []
        own += over
    return own


def _over(heading: tuple[float, float], columns: Sequence[Column]) -> list[int]:
    """The columns that a heading stands over."""
    return [n for n, column in enumerate(columns) if column.is_below(*heading)]


def _misfit(heading: tuple[float, float], columns: Sequence[Column], first: int, last: int, share: int | None) -> float:
    left, right = heading
    middle = (left + right) / 2
    cost = abs(middle - (columns[first].left + columns[last].right) / 2)
    size = last - first + 1
    if first == last:  # a heading over one column may be set flush left or right as well as centred
        cost = min(cost, abs(right - columns[first].right), abs(left - columns[first].left))
    elif size == share and first % size == 0:
        cost = min(cost, abs(left - columns[first].left) + _SET_LEFT)
    for n, column in enumerate(columns):
        if column.is_below(left, right) and not first <= n <= last:
            cost += _OUTSIDE * (min(right, column.right) - max(left, column.left))
    return cost if share is None else cost + _UNEVEN * abs(size - share)
