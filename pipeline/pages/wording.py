"""How numbers, periods and names of columns are worded on a page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

TABLE_CLASSES = {
    "income": "income statement", "balance": "balance sheet", "cash_flow": "cash flow statement",
    "equity": "statement of equity", "segment": "segments", "reconciliation": "reconciliation",
    "guidance": "outlook", "highlights": "highlights", "other": "other table",
}  # fmt: skip
SUMS = {
    "balance": "as much as liabilities and equity", "per_share": "income over shares",
    "to_date": "the quarter and the year to date before it",
}  # fmt: skip
_STEPS = ((Decimal(10**12), "T"), (Decimal(10**9), "B"), (Decimal(10**6), "M"), (Decimal(10**3), "K"))
MINUS = "\u2212"


def plain(value: Decimal) -> str:
    """All digits: `12,636,000`, `0.05`, `2.80`."""
    whole, _, cents = f"{abs(value):,f}".partition(".")
    cents = cents.rstrip("0")
    text = f"{whole}.{cents:0<2}" if cents else whole
    return (MINUS if value < 0 else "") + text


def short(value: Decimal | None, unit: str | None) -> str:
    """As few digits as tell it: `12.6 M`; a share with its cents; a dash for nothing known."""
    if value is None:
        return "\u2013"
    sign = MINUS if value < 0 else ""
    if unit is not None and unit.endswith("/share"):
        return f"{sign}{abs(value):,.2f}"
    for size, letter in _STEPS:
        if abs(value) >= size:
            scaled = abs(value) / size
            return f"{sign}{scaled:,.{0 if scaled >= 1000 else 1}f} {letter}"
    return plain(value)


def percent(share: Decimal | float | None) -> str:
    """A share of one as a percentage; a dash for nothing known."""
    if share is None:
        return "\u2013"
    return f"{share * 100:.1f}".removesuffix(".0").replace("-", MINUS) + " %"


def growth(present: Decimal | None, past: Decimal | None) -> str | None:
    """By how much a figure is above (+) or below its past, in percent; null where that says nothing."""
    if present is None or past is None or past <= 0 or not 0 <= present < 10 * past:
        return None
    change = (present / past - 1) * 100
    return f"{'+' if change >= 0 else MINUS}{abs(change):,.1f} %"


def period(start: date | None, end: date | None, months: int | None) -> str | None:
    """`3 months to 2003-06-30`, `at 2003-06-30`; null where none is known."""
    if end is None:
        return None
    if months is not None:
        return f"{months} month{'s' if months != 1 else ''} to {end}"
    return f"{start} to {end}" if start is not None else f"at {end}"


def spaced(name: str) -> str:
    """`liabilities_and_equity` as words."""
    return name.replace("_", " ")
