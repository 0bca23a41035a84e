"""Statements of a filing, worked out from the figures of single quarters: columns, rows, and the facts they print.

Amounts and shares are in thousands. A flow to date is the sum of its quarters, shares to date are their mean, and
earnings a share are net income over shares, rounded to the cent.
"""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from tests.samples.catalogue import HERE, Line, SampleFiling, lines, misprints, quarter_ends

STATEMENTS = ("income", "balance", "cash_flow")
PER_SHARE = {"eps_basic": "shares_basic", "eps_diluted": "shares_diluted"}
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Column:
    """A period (its quarters) or, where `months` is null, a day."""

    months: int | None
    end: date
    quarters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line and its values by column: thousands, dollars a share, null where nothing is printed."""

    line: Line
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as a filing prints it."""

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A printed number as a reader takes it: in whole units, with its period."""

    statement: str
    label: str
    months: int | None
    period_end: date
    value: Decimal
    unit: str


class Figures:
    """The figures of one registrant, by statement, line and quarter."""

    def __init__(self, registrant: str) -> None:
        with (HERE / "figures" / f"{registrant}.csv").open(newline="", encoding="utf-8") as file:
            self.of_line = {(row["statement"], row["line"]): row for row in csv.DictReader(file)}
        self.ends = quarter_ends(registrant)

    def quarter(self, statement: str, line: str, quarter: str) -> Decimal | None:
        """The figure of one quarter, or at its end; null where it has none."""
        printed = self.of_line[statement, line][quarter]
        return Decimal(printed) if printed else None

    def over(self, statement: str, line: str, quarters: tuple[str, ...]) -> Decimal | None:
        """The figure of one quarter or of several in a row."""
        if len(quarters) > 1 and line in PER_SHARE:
            income = self.over(statement, "net_income", quarters)
            shares = self.over(statement, PER_SHARE[line], quarters)
            assert income is not None
            assert shares
            return (income / shares).quantize(CENT, ROUND_HALF_UP)
        values = [value for q in quarters if (value := self.quarter(statement, line, q)) is not None]
        if not values:
            return None
        if line.startswith("shares_"):
            return (sum(values, Decimal()) / len(values)).quantize(Decimal(1), ROUND_HALF_UP)
        return sum(values, Decimal())

    def value(self, statement: str, line: str, column: Column) -> Decimal | None:
        """The figure that a column prints."""
        if line == "cash_before":
            return self.quarter("balance", "cash", last_year_end(column.quarters[0]))
        if line == "cash_after":
            return self.quarter("balance", "cash", column.quarters[-1])
        return self.over(statement, line, column.quarters)


@cache
def figures(registrant: str) -> Figures:
    """A registrant's figures, read once."""
    return Figures(registrant)


def year_before(quarter: str) -> str:
    """'2002Q3' of '2003Q3'."""
    return f"{int(quarter[:4]) - 1}{quarter[4:]}"


def last_year_end(quarter: str) -> str:
    """The fourth quarter of the fiscal year before."""
    return f"{int(quarter[:4]) - 1}Q4"


def to_date(quarter: str) -> tuple[str, ...]:
    """The quarters of a fiscal year up to this one."""
    return tuple(f"{quarter[:4]}Q{number}" for number in range(1, int(quarter[-1]) + 1))


def columns(filing: SampleFiling, kind: str) -> tuple[Column, ...]:
    """The columns of a statement: each period or day beside the one it is compared with."""
    ends = quarter_ends(filing.registrant.key)
    now, before = filing.quarter, year_before(filing.quarter)
    if kind == "balance":
        return tuple(Column(None, ends[quarter], (quarter,)) for quarter in (now, last_year_end(now)))
    spans = [(now,), (before,)] if kind == "income" else []
    if kind == "cash_flow" or not now.endswith("Q1"):
        spans += [to_date(now), to_date(before)]
    return tuple(Column(3 * len(span), ends[span[-1]], span) for span in spans)


def statement(filing: SampleFiling, kind: str) -> Statement:
    """A statement as a filing prints it, misprints among it; a line without a figure in any column is left out."""
    known = figures(filing.registrant.key)
    wrong = {(m.line, m.ends_on, m.months): m.printed for m in misprints(filing) if m.statement == kind}
    over = columns(filing, kind)
    printed: list[Row] = []
    for line in lines(filing.registrant.key, kind):
        values = tuple(
            wrong.get((line.key, column.end, column.months or 0), known.value(kind, line.key, column))
            for column in (over if line.key else ())
        )
        if not line.key or any(values):
            printed.append(Row(line, values))
    return Statement(kind, over, tuple(printed))


def facts(filing: SampleFiling) -> list[Fact]:
    """Every number of a filing's statements, in printed order; none where it is no release."""
    if filing.kind == "other":
        return []
    return [
        Fact(
            kind, row.line.label, column.months, column.end, value * (1 if row.line.unit == "USD/share" else 1000),
            row.line.unit,
        )
        for kind in STATEMENTS
        for shown in [statement(filing, kind)]
        for row in shown.rows
        for column, value in zip(shown.columns, row.values, strict=bool(row.line.key))
        if value is not None
    ]  # fmt: skip
