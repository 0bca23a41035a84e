"""Headings of fixed-width text: over which columns each of their words stands, as seen through the headings below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Column
from pipeline.tables.spans import nearest, spread, stand_alike
from pipeline.tables.text.heading_rules import extent_of, of_headings, rule_below
from pipeline.tables.text.heading_words import part_words
from pipeline.tables.text.lines import HEADING_FROM, Line
from pipeline.tables.text.pieces import Piece
from pipeline.tables.text.runs import is_part_of_date, runs_of_dates, runs_of_periods
from pipeline.tables.values import is_year
from pipeline.tables.words import DAY, DAY_OF_MONTH, MONTH_NAME, OF_CHANGE, is_open, names_period

# What goes on in the line below: "Eight Months" above "Ended", "Second" above "Quarter", "ended March" above "31,".
_GOES_ON = (
    (
        re.compile(
            rf"(?!.*\bended\b).*\b(?:months?|weeks?|quarters?|years?|periods?)\W*|(?:{'|'.join(QUARTERS)})\W*", ANY_CASE
        ),
        re.compile(r"(?:end(?:ed|ing)|quarter|qtr)\b", ANY_CASE),
    ),
    (re.compile(rf".*\b{MONTH_NAME.pattern}", ANY_CASE), re.compile(r"\d{1,2},?$")),
)
_GAP = 3  # blanks at least between a label and a heading beside it
# Words of a heading over two lines or three: "Incr." above "(Decr.)", "Convenience" above "translation".
_OF_ONE = re.compile(
    r"\W*(?:incr|decr|increase|decrease|favorable|unfavorable|better|worse|pro\s?forma|convenience|translation|constant"
    r"|currency|average)\W*",
    ANY_CASE,
)
# The month of a date, the rest of one below it ("30, 2002"), or the change beside it.
_PART_OF_DATE = re.compile(
    rf"{MONTH_NAME.pattern}|\d{{1,2}},(?:\s?\d{{4}})?|\W*(?:%|percent|change|increase|decrease|variance)\W*", ANY_CASE
)
_COUNT = re.compile("three|six|nine|twelve", ANY_CASE)
_PERCENT_SIGN = re.compile(r"\W*(?:%|percent|pct)(?:\sof)?\W*", ANY_CASE)  # "% of" above "Sales"


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
    runs: tuple[Group, ...] = ()  # in the lines below: of years, "1999 1998 1997" beside "1999 1998"; see runs
    heads: tuple[tuple[Group, str], ...] = ()  # of the line below
    changes: frozenset[int] = frozenset()  # columns that a line below names a change
    dates: tuple[str, ...] = ()  # of the columns, as far as the lines below say them

    def place(self, extents: Sequence[tuple[float, float]], texts: Sequence[str]) -> list[tuple[int, int]]:
        """For each heading (left, right): its first and last column (from 0).

        A month without a day is of one date, and a day without a month; so is a day of a month unlike the next, beside
        columns of changes. A percent sign is of one column, as is half a heading of changes. What goes on in the line
        below stands over the same.
        """
        if len(extents) == len(self.levels[-1]):  # nothing to choose
            return [(group.first, group.last) for group in self.levels[-1]]
        if over := self.going_on(extents, texts) or self._around_changes(extents, texts):
            return over
        are_changes = all(map(OF_CHANGE.match, texts))
        is_of_date = not are_changes and _are_all(texts, _PART_OF_DATE)
        is_of_one = _are_all(texts, _PERCENT_SIGN, _OF_ONE)
        groups = self.levels[-1] if is_of_date else self._groups(extents, texts)
        if len(self.runs) == len(extents):
            groups = self.runs
        elif not (are_changes or is_of_one) and (dated := self._runs_of_dates(extents)):
            groups = dated
        places = [group.place for group in groups]
        are_days = is_of_date or (bool(self.changes) and _are_apart(texts) and _are_all(texts, DAY_OF_MONTH))
        of_one = len(texts) < len(groups) and (is_of_one or are_days)
        of_one = of_one and all(_is_over_one(extent, places) for extent in extents)
        of_one = of_one and (is_of_one or _are_all(texts, MONTH_NAME) or not stand_alike(extents, places))
        runs = nearest(extents, places) if of_one else _set_left(extents, texts, places) or spread(extents, places)
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
        runs = tuple(_joined(own[first : last + 1]) for first, last in runs_of_periods(texts))
        if not runs and len(own) in (len(self.runs), len(self.levels[-1])):  # "June 30, July 1," above the years
            runs = self.runs
        changes = self.changes.union(
            group.first for group, text in zip(own, texts, strict=True) if OF_CHANGE.match(text)
        )
        return Seen((level, columns), runs, tuple(zip(own, texts, strict=True)), changes, self._dates(own, texts))

    def _runs_of_dates(self, extents: Sequence[tuple[float, float]]) -> tuple[Group, ...]:
        """The runs of columns that begin where a date comes again, if as many headings stand each over one."""
        runs = [_joined(self.levels[-1][first : last + 1]) for first, last in runs_of_dates(self.dates)]
        if len(runs) != len(extents):
            return ()
        middles = [sum(extent) / 2 for extent in extents]
        are_over = all(
            run.place.left - 1 <= middle <= run.place.right + 1 for middle, run in zip(middles, runs, strict=True)
        )
        return tuple(runs) if are_over else ()

    def _dates(self, own: Sequence[Group], texts: Sequence[str]) -> tuple[str, ...]:
        """The dates of the columns, with what a line says of each."""
        dates = list(self.dates or [""] * len(self.levels[-1]))
        for group, text in zip(own, texts, strict=True):
            if group.first == group.last and is_part_of_date(text):
                dates[group.first] = f"{text} {dates[group.first]}".lower()
        return tuple(dates)

    def going_on(self, extents: Sequence[tuple[float, float]], texts: Sequence[str]) -> list[tuple[int, int]]:
        """For each heading what the one below, in which it goes on, stands over; none where one goes on in none."""
        found: list[Group] = []
        for (left, right), text in zip(extents, texts, strict=True):
            rests = [rest for begins, rest in _GOES_ON if self.heads and begins.fullmatch(text)]
            if not rests:
                return []
            below = [
                group
                for group, words in self.heads
                if group.place.is_below(left, right) and any(rest.match(words) for rest in rests)
            ]
            if len(below) != 1 or below[0] in found:
                return []
            found += below
        return [(group.first, group.last) for group in found]

    def _around_changes(self, extents: Sequence[tuple[float, float]], texts: Sequence[str]) -> list[tuple[int, int]]:
        """For each heading, of a line that names changes as the lines below do: those over theirs, the others over the
        columns between; none where one would reach over a change that the line names."""
        if not self.changes:
            return []
        named = [OF_CHANGE.match(text) is not None for text in texts]
        if not 0 < sum(named) <= len(self.changes) or all(named):
            return []
        over = [group for (left, right), is_change in zip(extents, named, strict=True) if is_change
                for group in self.levels[0] if group.place.is_below(left, right)]  # fmt: skip
        if not over or any(group.first not in self.changes for group in over):  # "Variance" above "Amount   %"
            return []
        placed: list[tuple[int, int]] = []
        for is_change in (True, False):
            columns = [group for group in self.levels[-1] if (group.first in self.changes) == is_change]
            own = [extent for extent, of_change in zip(extents, named, strict=True) if of_change == is_change]
            runs = (nearest if is_change else spread)(own, [group.place for group in columns])
            placed += [(columns[first].first, columns[last].last) for first, last in runs]
        in_order = sorted(placed)
        is_kept = [place in placed[: sum(named)] for place in in_order] == named
        return in_order if is_kept and all(before[1] < after[0] for before, after in pairwise(in_order)) else []

    def _groups(self, extents: Sequence[tuple[float, float]], texts: Sequence[str]) -> tuple[Group, ...]:
        """The nearest groups below that are as many as the headings; not where two of these stand over one group."""
        count = len(texts)
        groups = next((level for level in self.levels if len(level) >= count), self.levels[-1])
        if len(self.levels[-1]) > len(groups) == count > 1:
            over = {first for first, _ in nearest(extents, [group.place for group in self.levels[-1]])}
            if any(sum(group.first <= column <= group.last for column in over) > 1 for group in groups):
                groups = self.levels[-1]
        if count < 2 or not self.changes or len(groups) % count == 0 or any(map(OF_CHANGE.match, texts)):
            return groups
        of_periods = tuple(group for group in groups if group.first not in self.changes)
        return of_periods if of_periods and len(of_periods) % count == 0 else groups


def _set_left(
    extents: Sequence[tuple[float, float]], texts: Sequence[str], places: Sequence[Column]
) -> list[tuple[int, int]]:
    """First and last place of each of several periods that are no even share: from the one it begins with, and reaches
    beyond, the first of them with the first, to the next; none where one does not."""
    count = len(places)
    if not 1 < len(extents) < count or count % len(extents) == 0 or not all(map(names_period, texts)):
        return []
    firsts = [next((n for n, place in enumerate(places) if abs(place.left - left) <= 1), -1) for left, _ in extents]
    if firsts[0] != 0 or any(after <= before for before, after in pairwise(firsts)):
        return []
    runs = [(first, after - 1) for first, after in pairwise([*firsts, count])]
    reach = all(
        first == last or right > places[first + 1].left for (first, last), (_, right) in zip(runs, extents, strict=True)
    )
    return runs if reach else []


def _are_all(texts: Sequence[str], *kinds: re.Pattern[str]) -> bool:
    """Whether all headings of a line are of one of the kinds."""
    return any(all(map(kind.fullmatch, texts)) for kind in kinds)


def _are_apart(texts: Sequence[str]) -> bool:
    """Whether there are several headings, each other than the next."""
    return len(texts) > 1 and all(text != after for text, after in pairwise(texts))


def _is_over_one(extent: tuple[float, float], places: Sequence[Column]) -> bool:
    """Whether the middle of a heading stands over one place, or the sign behind its digits, and not between two."""
    middle = sum(extent) / 2
    return any(place.left <= middle <= place.right + 1 for place in places)


def _joined(groups: Sequence[Group]) -> Group:
    first, last = groups[0], groups[-1]
    return Group(Column(first.place.left, last.place.right), first.first, last.last)


def seen_from(lines: Sequence[Line], columns: Sequence[Column]) -> list[Seen]:
    """For each line of a table, what its headings stand over; those one blank apart are parted before."""
    places = with_signs(columns, lines)
    part_words(lines, places)
    base = Seen((tuple(Group(column, n, n) for n, column in enumerate(places)),))
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
                extents = [extent_of(piece, rule, columns) for piece in heads]
                current = current.below(extents, [piece.text for piece in heads])
        elif line.kind in ("heading", "text") and line.pieces:
            head = line.pieces[0]
            if over := current.going_on([(head.left, head.right)], [head.text]):
                current = replace(current, heads=((Group(Column(head.left, head.right), *over[0]), head.text),))
    return seen[::-1]


def with_signs(columns: Sequence[Column], lines: Sequence[Line]) -> list[Column]:
    """The columns from where the signs in front of their numbers stand: headings are set over both."""
    lefts = [column.left for column in columns]
    for line in lines:
        if len(line.numbers) == len(columns):
            lefts = [min(left, piece.left) for left, piece in zip(lefts, line.numbers, strict=True)]
    ends = (float("-inf"), *(column.right for column in columns))
    return [Column(max(left, end), column.right) for left, end, column in zip(lefts, ends, columns, strict=False)]


def heads_columns(piece: Piece, line: Line, columns: Sequence[Column]) -> bool:
    """Whether a piece of a line without amounts stands over columns: by its place, among several, as a period."""
    if (piece.left + piece.right) / 2 >= columns[0].left - 2:
        return True
    # "at June 30, 2003  and July 1, 2002": it goes on with what stands before it
    if piece.left < HEADING_FROM or any(0 < piece.left - before.right < _GAP for before in line.pieces):
        return False
    reaches = len(line.pieces) > 1 and piece.right >= columns[0].left
    is_of_period = _is_part_of_date(piece.text) or names_period(piece.text)
    return reaches or (is_of_period and not is_open(piece.text))  # "Treasury stock (cost: 1999 - 20,000"


def _is_part_of_date(text: str) -> bool:
    """Whether words are a part of a period over several lines, set left of narrow numbers: a year, a day, a month or a
    count of them."""
    return is_year(text) or any(part.fullmatch(text) for part in (DAY, MONTH_NAME, _COUNT))


def with_numbers_below(headings: Sequence[Piece], columns: Sequence[Column]) -> Sequence[Piece]:
    """The headings but for those of more than there are columns that stand beyond the last: "% change" of nothing."""
    if len(headings) <= len(columns):
        return headings
    return [heading for heading in headings if heading.left <= columns[-1].right] or headings
