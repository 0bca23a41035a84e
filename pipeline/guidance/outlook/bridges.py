"""Bridges in tables of outlook, from one measure to another (net income to adjusted EBITDA): only their ends guide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.rows import Values, values_of
from pipeline.guidance.outlook.words import ADDED, DASHES, FORMER_ROW, PAST_YEAR
from pipeline.guidance.terms.basis_words import GAAP, NON_GAAP
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import guided_period
from pipeline.tables.grid import Grid, GridRow

_ADJUSTMENTS = re.compile(r"\W*adjustments?\b|(?!.*\b(?:after|before|excluding)\b).*\badjustments?$", re.IGNORECASE)
_MOST = 15  # rows of a bridge
_FEWEST = 4  # from one year to the next, with both ends
_OF_EARNINGS = re.compile(r"\b(?:net income|earnings|eps)\b", ANY_CASE)
_EARNINGS = frozenset(
    ["net_income", "eps", "ebitda", "operating_income", "ffo", "free_cash_flow", "operating_cash_flow"]
)
_ENDS = _EARNINGS | {
    "ebitda_margin", "operating_margin", "gross_margin", "gross_profit", "operating_expenses", "effective_tax_rate",
    "revenue", "comparable_sales", "shares_outstanding", "unit_cost",
}  # fmt: skip
_BEFORE = re.compile(
    r"\W*(?:income|earnings|profit|loss)\b[^$]{0,40}?\bbefore (?!(?:provision for )?(?:income )?taxes$)", ANY_CASE
)
_ENDS_BY_NAME = re.compile(  # that are no metric of their own
    r"\bdistributable cash flow|\b(?:funds|cash) available for distribution|\b(?:dcf|[fc]ad)\b"
    r"|(?<!non-same-store )(?<!non-same store )\b(?:net operating income|noi)\b",
    ANY_CASE,
)
_NET_OF_TAX = re.compile(r"\bamortization\b|\b(?:net of|after)[- ](?:income )?tax(?:es)?$", ANY_CASE)


def between_ends(grid: Grid) -> set[int]:
    """The rows that lead from a measure to the same one adjusted, by their numbers."""
    named = [_first_metric(row.label.text) if row.label and row.cells else None for row in grid.rows]
    found: set[int] = set()
    first: dict[str, int] = {}
    is_gaap = False  # the last of them says so, and what leads on from it needs no name
    for n, name in enumerate(named):
        label = grid.rows[n].label
        if name not in _ENDS or label is None or FORMER_ROW.search(label.text):
            continue
        if not NON_GAAP.search(label.text):
            first[name], is_gaap = n, GAAP.search(label.text) is not None
        elif name in first:
            between = range(first[name] + 1, n)
            if all(_is_added(grid.rows[m]) or (is_gaap and named[m] is None) for m in between):
                found.update(between)
    return found


def from_last_year(grid: Grid, clock: Clock) -> set[int]:
    """The rows of a table of one column that lead from the earnings of a year that is over to those of one to come, by
    their numbers: "2008 net income", "Higher retail sales", "Estimated 2009 earnings"."""
    rows = {n: row.label.text for n, row in enumerate(grid.rows) if row.label and row.cells}
    values = [max(map(abs, values_of(grid.rows[n]).values()), default=Decimal("Infinity")) for n in rows]
    if grid.columns > 1 or len(rows) < _FEWEST or not values[0].is_finite():
        return set()
    first, *_, last = rows.values()
    is_past = PAST_YEAR.match(first) is not None and guided_period(first, clock) is None
    leads = is_past and guided_period(last, clock) is not None and all(map(_OF_EARNINGS.search, (first, last)))
    if not leads or any(value > 2 * values[0] for value in values):
        return set()  # no parts of them
    return {n for n, label in rows.items() if guided_period(label, clock) is None}


def added_up(grid: Grid) -> set[int]:
    """The rows that lead from one measure to another of which one is no measure of GAAP, since they add up to what is
    between them: "EBITDA", "Interest", "Taxes", "Net income"."""
    named = [_first_metric(row.label.text) if row.label and row.cells else None for row in grid.rows]
    ends = [n for n, name in enumerate(named) if name in _ENDS or _is_before(grid.rows[n])]
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
            if _lead(values[first], steps, values[last]):
                found.update(between)
    return found


def _may_lead(first: GridRow, last: GridRow, *, is_same: bool) -> bool:
    """Whether one row is of earnings by GAAP and the other of some before or without more than interest and taxes; or
    both of one measure, adjusted in the end. Sales and profits less what they cost are no bridge."""
    adjusted = _is_adjusted(first), _is_adjusted(last)
    if is_same:
        return adjusted[0] != adjusted[1] or all(adjusted)
    names = {_metric_of(first), _metric_of(last)}
    is_of_earnings = names <= _EARNINGS or any(map(_is_before, (first, last)))
    return adjusted[0] != adjusted[1] and is_of_earnings and names != {"operating_income", "net_income"}


def _metric_of(row: GridRow) -> str | None:
    return _first_metric(row.label.text) if row.label else None


def _is_before(row: GridRow) -> bool:
    """Whether a row is of income before more than its taxes."""
    return row.label is not None and bool(row.cells) and _BEFORE.match(row.label.text) is not None


def _is_adjusted(row: GridRow) -> bool:
    return _is_before(row) or (row.label is not None and NON_GAAP.search(row.label.text) is not None)


def _is_empty(row: GridRow) -> bool:
    """Whether a row of a bridge adds nothing: a label alone ("Deduct:"), or dashes."""
    return all(DASHES.fullmatch(cell.text) for cell in row.cells)


def _lead(first: Values, between: Sequence[Values], last: Values) -> bool:
    """Whether what stands between two rows adds up to their difference, or is taken off, in each column it fills; to
    one of its last place, where several may round."""
    places = {place for values in between for place in values}
    if not places or not places <= first.keys() & last.keys() or not all(between):
        return False
    told = {place: sum(values.get(place, Decimal()) for values in between) for place in places}
    moved = {place: last[place] - first[place] for place in places}
    off = {place: _last_place(last[place]) if len(between) > 1 else 0 for place in places}
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
    return bool(ADDED.search(label) or (_NET_OF_TAX.search(label) and _first_metric(label) not in _ENDS))


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
    if metric.name not in _ENDS:
        return metric.name == "other" and _ENDS_BY_NAME.search(label) is not None
    return (
        bool(NON_GAAP.search(label) and not _ADJUSTMENTS.match(label))
        or bool(GAAP.match(label))
        or not ADDED.search(label)
    )
