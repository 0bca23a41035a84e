"""What must add up in a statement, written down as evidence: it holds or it fails, and no printed number is changed.

- sum: a total is its lines added, some of them taken off (income less expenses); the lines are found by trying.
- balance: total assets are total liabilities and equity.
- per_share: earnings a share are income over shares, to the cent.
- to_date: the year to date is the quarter and the year to date before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product

from pipeline.filing.patterns import ANY_CASE
from pipeline.records import Cell, Table, Tie

_TOTAL = re.compile(r"\s*total\b", ANY_CASE)
_ASSETS = re.compile(r"\s*total assets\W*$", ANY_CASE)
_CLAIMS = re.compile(r"\s*total liabilities\b.*\b(?:equity|deficit|deficiency|capital|investment)", ANY_CASE)
_INCOME = re.compile(r".*\b(?:net|continuing)\b.*(?:income|loss|earnings)|(?:income|loss|earnings)\b", ANY_CASE)
_NOT_EPS = re.compile(r"dividend|book value|adjusted|core|non-gaap|pro forma|funds from|yield|spread", ANY_CASE)
_KINDS = ("basic", "diluted")
_MOST_LINES = 40  # that a total sums
_MOST_SIGNS = 5  # lines whose signs are tried freely
_CENT = Decimal("0.0055")  # half a cent, and the rounding of income


@dataclass(slots=True, eq=False)
class _Item:
    """A line or a total still to be added: its value, and its line."""

    value: Decimal
    line_no: int
    is_total: bool


def read_ties(tables: Sequence[Table], cells: Sequence[Cell]) -> Iterator[Tie]:
    """The ties of a filing's primary statements, numbered from 1 in each table."""
    by_table: dict[tuple[int, int], list[Cell]] = defaultdict(list)
    for cell in cells:
        by_table[cell.document_no, cell.table_no].append(cell)
    primary = [(table, by_table[table.document_no, table.table_no]) for table in tables if table.is_primary]
    balance = [
        cell for table, of_table in primary if table.class_ == "balance" for cell in of_table if _is_money(table, cell)
    ]
    for table, of_table in primary:
        for number, tie in enumerate(_of_table(table, of_table, balance), 1):
            tie.tie_no = number
            yield tie


def _of_table(table: Table, cells: Sequence[Cell], balance: Sequence[Cell]) -> Iterator[Tie]:
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        columns[cell.column_no].append(cell)
    for column in columns.values():
        money = [cell for cell in column if _is_money(table, cell)]
        yield from _sums(table, money)
        if table.class_ == "balance":
            yield from _balance(table, money, balance)
        if table.class_ == "income":
            yield from _per_share(table, column)
    if table.class_ != "balance":
        yield from _to_date(table, cells)


def _is_money(table: Table, cell: Cell) -> bool:
    return cell.unit == table.currency


def _tie(table: Table, kind: str, cell: Cell, lines: Sequence[int], computed: Decimal, tolerance: Decimal | int) -> Tie:
    holds = abs(computed - cell.value) <= tolerance
    return Tie(
        table.filing_id, table.document_no, table.table_no, 0, kind, cell.column_no, cell.line_no, tuple(lines),
        cell.value, computed, holds,
    )  # fmt: skip


def _sums(table: Table, column: Sequence[Cell]) -> Iterator[Tie]:
    """Top down: a line that sums the nearest ones above takes their place; a total that does not fails."""
    open_: list[_Item] = []
    for cell in column:
        is_total = _TOTAL.match(cell.label) is not None
        parts = _parts(open_, cell, is_total=is_total)
        if parts:
            yield _tie(table, "sum", cell, [item.line_no for item in parts], cell.value, 0)
            del open_[-len(parts) :]
        elif is_total:
            since = _since_total(open_)
            if len(since) > 1:
                lines, total = [item.line_no for item in since], sum((item.value for item in since), Decimal())
                yield _tie(table, "sum", cell, lines, total, _rounding(len(since), cell.scale))
                del open_[-len(since) :]
        open_.append(_Item(cell.value, cell.line_no, is_total or bool(parts)))


def _parts(open_: Sequence[_Item], cell: Cell, *, is_total: bool) -> Sequence[_Item]:
    """The nearest items, two or more, that make the cell's value: added, the first less the others, or by any signs."""
    if not cell.value:
        return ()
    total = cell.value
    rest = Decimal()  # the sum of the items below the first
    printed = 0  # items that are not zero
    for count in range(1, min(len(open_), _MOST_LINES) + 1):
        first = open_[-count].value
        printed += bool(first)
        if printed > 1:  # a line equal to one above is no sum
            rounding, gap = _rounding(count, cell.scale), total - first
            if abs(gap - rest) <= rounding or abs(gap + rest) <= rounding:
                return open_[-count:]
            if 2 < count <= _MOST_SIGNS and not is_total:
                below = [item.value for item in open_[-count + 1 :]]
                if _any_signs(gap, below, rounding):
                    return open_[-count:]
        rest += first
    return ()


def _any_signs(total: Decimal, values: Sequence[Decimal], rounding: Decimal) -> bool:
    """Whether the values, each added or taken off, make the total."""
    if abs(total) > sum(map(abs, values)) + rounding:
        return False
    sums = [-total]
    for value in values:
        sums = [made for before in sums for made in (before + value, before - value)]
    return any(abs(made) <= rounding for made in sums)


def _since_total(open_: Sequence[_Item]) -> Sequence[_Item]:
    """The lines below the last total."""
    last = max((n for n, item in enumerate(open_) if item.is_total), default=-1)
    return open_[last + 1 :]


@lru_cache(maxsize=256)  # asked for each number of lines tried
def _rounding(count: int, scale: int) -> Decimal:
    """Each number printed in thousands may be off by half a thousand."""
    return Decimal(count * scale) / 2 if scale > 1 else Decimal(1)


def _balance(table: Table, column: Sequence[Cell], balance: Sequence[Cell]) -> Iterator[Tie]:
    """Assets may stand in one table, liabilities and equity in the next: then the same day tells what belongs."""
    assets = next((cell for cell in column if _ASSETS.match(cell.label)), None)
    day = [cell for cell in balance if column and cell.period_end == column[0].period_end]
    claims = next((cell for cell in [*column, *day] if _CLAIMS.match(cell.label)), None)
    if assets and claims:
        yield _tie(table, "balance", assets, [claims.line_no], claims.value, max(assets.scale, 1))


def _per_share(table: Table, column: Sequence[Cell]) -> Iterator[Tie]:
    """Each line of earnings a share, against the income that makes it, else against the last income printed."""
    shares = _by_kind([cell for cell in column if cell.unit == "shares" and cell.value])
    incomes = [cell for cell in column if _is_money(table, cell) and _INCOME.match(cell.label)]
    for cell in column:
        if not cell.unit.endswith("/share") or _NOT_EPS.search(f"{cell.section or ''} {cell.label}") or not incomes:
            continue
        count = shares.get(_kind(cell)) or shares.get("")
        if count is None:
            continue
        made = [(income, income.value / count.value) for income in incomes]
        income, computed = min(made, key=lambda pair: abs(pair[1] - cell.value))
        yield _tie(
            table, "per_share", cell, [income.line_no, count.line_no], round(computed, 4),
            _CENT + Decimal(income.scale) / count.value,
        )  # fmt: skip


def _by_kind(shares: Sequence[Cell]) -> Mapping[str, Cell]:
    """Share counts by basic or diluted; a lone one by '' too."""
    by_kind = {_kind(cell): cell for cell in reversed(shares)}
    return {**by_kind, "": shares[0]} if len(shares) == 1 or (shares and "" not in by_kind) else by_kind


def _kind(cell: Cell) -> str:
    words = f"{cell.label} {cell.section or ''}".lower()
    return next((kind for kind in _KINDS if kind in cell.label.lower()), next((k for k in _KINDS if k in words), ""))


def _to_date(table: Table, cells: Sequence[Cell]) -> Iterator[Tie]:
    """A line's longer period against the shorter one that ends with it and the one that comes before that."""
    lines: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        if _is_money(table, cell) and cell.period_start and cell.period_end:
            lines[cell.line_no].append(cell)
    for line in lines.values():
        for whole, last in product(line, repeat=2):
            if whole.period_end != last.period_end or whole.period_start == last.period_start:
                continue
            for first in line:
                if _splits(whole, last, first):
                    parts = [first.line_no, last.line_no]
                    yield _tie(table, "to_date", whole, parts, first.value + last.value, _rounding(3, whole.scale))


def _splits(whole: Cell, last: Cell, first: Cell) -> bool:
    """Whether the first period makes the whole one with the last, which ends with it."""
    if not (whole.months and last.months and first.months and last.period_start and first.period_end):
        return False
    return (
        whole.period_start == first.period_start
        and whole.months == last.months + first.months
        and abs((last.period_start - first.period_end).days - 1) <= 7  # 52/53-week ends
    )
