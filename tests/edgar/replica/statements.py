"""Statements of an invented quarter: figures that add up, printed in a layout drawn by the same seed."""

from calendar import monthrange
from datetime import date
from random import Random

from tests.statements.printing import Column, Layout, Row, month_before

SCALE = "(In thousands, except per share data)"


def quarter_end(day: date) -> date:
    """The end of the last calendar quarter whose figures can be out by a day."""
    end = date(day.year, day.month - (day.month - 1) % 3, 1)
    month, year = (end.month - 1, end.year) if end.month > 1 else (12, end.year - 1)
    end = date(year, month, monthrange(year, month)[1])
    return end if (day - end).days > 9 else month_before(end, 3)


def layout(random: Random) -> Layout:
    """One of some hundred ways to set a page."""
    dollars, split, unaudited, spaced = (random.random() < 0.5 for _ in range(4))
    return Layout(
        heads=random.choice(["stacked", "in_line", "own"]),
        beside="",
        width=random.randint(19, 21),
        by_weeks=False,
        dollars=dollars,
        rules=True,
        minus=False,
        split=split,
        unaudited=unaudited,
        broken=False,
        spaced=spaced,
    )


def income(random: Random, end: date) -> tuple[list[Column], list[Row]]:
    """Net sales to diluted earnings a share, for a quarter and the one a year before."""
    sales = [random.randint(10_000, 900_000) for _ in range(2)]
    cost = [_part(random, value, 0.4, 0.7) for value in sales]
    research = [_part(random, value, 0.02, 0.1) for value in sales]
    selling = [_part(random, value, 0.05, 0.2) for value in sales]
    taxes = [_part(random, value, 0.01, 0.05) for value in sales]
    shares = [random.randint(5_000, 90_000) for _ in range(2)]
    gross = _less(sales, cost)
    operating = _less(_less(gross, research), selling)
    net = _less(operating, taxes)
    cents = [round(100 * profit / number) for profit, number in zip(net, shares, strict=True)]
    lines = {
        "Net sales": sales, "Cost of sales": cost, "Gross profit": gross, "Research and development": research,
        "Selling and administrative": selling, "Income from operations": operating, "Income taxes": taxes,
        "Net income": net,
    }  # fmt: skip
    rows = [
        *(Row(label, "money", tuple(line)) for label, line in lines.items()),
        Row("Diluted net income per share", "per_share", tuple(cents)),
        Row("Diluted weighted average shares outstanding", "shares", tuple(shares)),
    ]
    return [Column(end, 3), Column(month_before(end, 12), 3)], rows


def balance(random: Random, end: date) -> tuple[list[Column], list[Row]]:
    """Assets, and liabilities and equity that come to the same, at the quarter's end and the one before."""
    cash, receivable, inventories, property_ = ([random.randint(5_000, 300_000) for _ in range(2)] for _ in range(4))
    current = _sum(_sum(cash, receivable), inventories)
    assets = _sum(current, property_)
    payable = [_part(random, value, 0.05, 0.2) for value in assets]
    accrued = [_part(random, value, 0.02, 0.1) for value in assets]
    owed = _sum(payable, accrued)
    lines = {
        "Cash and cash equivalents": cash, "Accounts receivable": receivable, "Inventories": inventories,
        "Total current assets": current, "Property and equipment, net": property_, "Total assets": assets,
        "Accounts payable": payable, "Accrued expenses": accrued, "Total current liabilities": owed,
        "Retained earnings": _less(assets, owed), "Total liabilities and stockholders' equity": assets,
    }  # fmt: skip
    columns = [Column(end, None), Column(month_before(end, 3), None)]
    return columns, [Row(label, "money", tuple(line)) for label, line in lines.items()]


def _part(random: Random, whole: int, low: float, high: float) -> int:
    return int(whole * random.uniform(low, high))


def _less(start: list[int], other: list[int]) -> list[int]:
    return [a - b for a, b in zip(start, other, strict=True)]


def _sum(start: list[int], other: list[int]) -> list[int]:
    return [a + b for a, b in zip(start, other, strict=True)]
