"""Bridges in tables of outlook, from one measure to another (net income to adjusted EBITDA): only their ends guide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.guidance.outlook.rows import Values, values_of
from pipeline.guidance.outlook.words import (
    ADDED,
    BEFORE,
    DASHES,
    ENDS,
    ENDS_BY_NAME,
    FORMER_ROW,
    NET_OF_TAX,
    OF_EARNINGS,
    PAST_YEAR,
    TAX,
)
from pipeline.guidance.terms.basis import scope_of
from pipeline.guidance.terms.basis_words import GAAP, NON_GAAP
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import guided_period
from pipeline.tables.grid import Grid, GridRow

_NON = re.compile(r"^non-(?=gaap\b)", re.IGNORECASE)
_ADJUSTMENTS = re.compile(r"\W*adjustments?\b|(?!.*\b(?:after|before|excluding)\b).*\badjustments?$", re.IGNORECASE)
_STEPS = frozenset([None, "other", "depreciation_amortization", "stock_based_compensation"])  # by their metrics
_MOST = 15  # rows of a bridge
_FEWEST = 3  # rows with both ends
_EARNINGS = frozenset(
    ["net_income", "eps", "ebitda", "operating_income", "ffo", "free_cash_flow", "operating_cash_flow"]
)


def adds_up(grid: Grid) -> bool:
    """Whether rows lead from net income over interest and depreciation to EBITDA, or from EBITDA over depreciation and
    taxes down to net income: a bridge, whatever its heading."""
    labels = [row.label.text for row in grid.rows if row.label and row.cells]
    named = [_first_metric(label) for label in labels]
    if "net_income" not in named or "ebitda" not in named:
        return False
    first, last = named.index("net_income"), named.index("ebitda")
    if first < last:
        return {"interest_expense", "depreciation_amortization"} <= set(named[first + 1 : last])
    between = slice(last + 1, first)
    return "depreciation_amortization" in named[between] and any(map(TAX.match, labels[between]))


def between_ends(grid: Grid) -> set[int]:
    """The rows that lead from a measure to the same one adjusted, by their numbers."""
    named = [_first_metric(row.label.text) if row.label and row.cells else None for row in grid.rows]
    found: set[int] = set()
    first: dict[str, int] = {}
    for n, name in enumerate(named):
        label = grid.rows[n].label
        if name not in ENDS or label is None or FORMER_ROW.search(label.text):
            continue
        if not NON_GAAP.search(label.text):
            first[name] = n
        elif name in first:
            between = range(first[name] + 1, n)
            is_same = _is_adjusted_to(grid.rows[first[name]], label.text)
            if all(_is_added(grid.rows[m]) or (is_same and named[m] in _STEPS) for m in between):
                found.update(between)
    return found


def _is_adjusted_to(row: GridRow, label: str) -> bool:
    """Whether a label is that of a row but for its basis: "Non-GAAP gross profit" below "GAAP gross profit"."""
    return row.label is not None and GAAP.match(row.label.text) is not None and _NON.sub("", label) == row.label.text


def added_up(grid: Grid) -> set[int]:
    """The rows that lead from one measure to another of which one is no measure of GAAP, since they add up to what is
    between them: "EBITDA", "Interest", "Taxes", "Net income"."""
    named = [_first_metric(row.label.text) if row.label and row.cells else None for row in grid.rows]
    ends = [n for n, name in enumerate(named) if name in ENDS or _is_before(grid.rows[n])]
    values = [values_of(row, "percent") for row in grid.rows]
    found: set[int] = set()
    for first in ends:
        for last in ends:
            between = range(first + 1, last)
            is_same = named[first] == named[last]
            inside = named[first + 1 : last]
            is_step = is_same or len(between) > 1 or inside == ["depreciation_amortization"]
            if not 0 < len(between) <= _MOST or not is_step:
                continue
            if is_same and named[first] in inside:
                continue  # parts of a total
            if "capital_expenditures" in inside and "free_cash_flow" not in (named[first], named[last]):
                continue
            if not _may_lead(grid.rows[first], grid.rows[last], is_same=is_same):
                continue
            steps = [values[n] for n in between if not _is_empty(grid.rows[n])]
            if _lead(values[first], steps, values[last], may_round=True):
                found.update(between)
    return found


def from_last_year(grid: Grid, clock: Clock) -> set[int]:
    """The rows of a table of one column that lead from the earnings of a year that is over to those of one to come, by
    their numbers: "2008 net income", "Higher retail sales", "Estimated 2009 earnings"."""
    rows = [n for n, row in enumerate(grid.rows) if row.label and row.cells]
    if len(rows) <= _FEWEST or any(len(grid.rows[n].cells) > 1 for n in rows):
        return set()
    labels = {n: row.label.text for n in rows if (row := grid.rows[n]).label is not None}
    first, last = labels[rows[0]], labels[rows[-1]]
    is_past = PAST_YEAR.match(first) is not None and guided_period(first, clock) is None
    if not (is_past and guided_period(last, clock) and all(map(OF_EARNINGS.search, (first, last)))):
        return set()
    earnings, *steps = ([abs(value) for value in values_of(grid.rows[n]).values()] for n in rows)
    if not (earnings and all(steps)) or any(max(step) > 2 * max(earnings) for step in steps):
        return set()  # no parts of them
    return {n for n, label in labels.items() if guided_period(label, clock) is None}


def _may_lead(first: GridRow, last: GridRow, *, is_same: bool) -> bool:
    """Whether one row is of earnings by GAAP and the other of some before or without more than interest and taxes; or
    both of one measure, adjusted in the end. Sales and profits less what they cost are no bridge."""
    adjusted = _is_adjusted(first), _is_adjusted(last)
    if is_same:
        return adjusted[0] != adjusted[1] or (all(adjusted) and _is_whole(first))
    names = {_metric_of(first), _metric_of(last)}
    is_of_earnings = names <= _EARNINGS or any(map(_is_before, (first, last)))
    return adjusted[0] != adjusted[1] and is_of_earnings and names != {"operating_income", "net_income"}


def _is_whole(row: GridRow) -> bool:
    """Whether a row is of the whole company: "Retail EBITDA" is a part of it."""
    label = row.label.text if row.label else ""
    return all(scope_of(metric, label) is None for metric in metrics(label)[:1])


def _metric_of(row: GridRow) -> str | None:
    return _first_metric(row.label.text) if row.label else None


def _is_before(row: GridRow) -> bool:
    """Whether a row is of income before more than its taxes."""
    return row.label is not None and bool(row.cells) and BEFORE.match(row.label.text) is not None


def _is_adjusted(row: GridRow) -> bool:
    return _is_before(row) or (row.label is not None and NON_GAAP.search(row.label.text) is not None)


def _is_empty(row: GridRow) -> bool:
    """Whether a row of a bridge adds nothing: a label alone ("Deduct:"), or dashes."""
    return all(DASHES.fullmatch(cell.text) for cell in row.cells)


def _lead(first: Values, between: Sequence[Values], last: Values, *, may_round: bool = False) -> bool:
    """Whether what stands between two rows adds up to their difference, or is taken off, in each column it fills; to
    one of its last place, where it may round."""
    places = {place for values in between for place in values}
    if not places or not places <= first.keys() & last.keys() or not all(between):
        return False
    told = {place: sum(values.get(place, Decimal()) for values in between) for place in places}
    moved = {place: last[place] - first[place] for place in places}
    off = {place: _last_place(last[place]) if may_round and len(between) > 1 else 0 for place in places}
    return any(all(abs(moved[place] - sign * told[place]) <= off[place] for place in places) for sign in (1, -1))


def _last_place(value: Decimal) -> Decimal:
    """One of the last place that a value is printed with."""
    return Decimal((0, (1,), int(value.as_tuple().exponent)))


def _first_metric(label: str) -> str | None:
    return next((metric.name for metric in metrics(label)), None)


def _is_added(row: GridRow) -> bool:
    if row.label is None:
        return False
    label = row.label.text
    return bool(ADDED.search(label) or (NET_OF_TAX.search(label) and _first_metric(label) not in ENDS))


def last_end(grid: Grid) -> int:
    """The last row of a bridge that is one of its ends, by its number, or leads to one that no vocabulary names; what
    stands below guides by itself. The last of all where there are not two."""
    ends = [
        n
        for n, row in enumerate(grid.rows)
        if row.label and row.cells and any(is_end(row.label.text, metric) for metric in metrics(row.label.text)[:1])
    ]
    if len(ends) < 2:
        return len(grid.rows)
    values = [values_of(row) for row in grid.rows[ends[-1] :]]
    sums = (n for n in range(2, min(len(values), _MOST)) if _lead(values[0], values[1:n], values[n]))
    return ends[-1] + next(sums, 1) - 1


def is_end(label: str, metric: Metric) -> bool:
    """Whether a line of a bridge is one of its ends, and no adjustment."""
    if metric.name not in ENDS:
        return metric.name == "other" and ENDS_BY_NAME.search(label) is not None
    return (
        bool(NON_GAAP.search(label) and not _ADJUSTMENTS.match(label))
        or bool(GAAP.match(label))
        or not ADDED.search(label)
    )
