"""The figures of the invented registrants, in thousands, quarter by quarter, and all that follows from them.

A CSV gives the opening balance in its first row, then one row a fiscal quarter; sums, cash and balances are derived,
so that what is printed agrees with itself.
"""

import csv
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).parent
INCOME = (
    ("Net sales", "revenue"),
    ("Cost of sales", "cost"),
    ("Gross profit", "gross"),
    ("Research and development", "research"),
    ("Selling, general and administrative", "selling"),
    ("Restructuring charge", "restructuring"),
    ("Total operating expenses", "expenses"),
    ("Income (loss) before income taxes", "pretax"),
    ("Provision for income taxes", "tax"),
    ("Net income (loss)", "net"),
    ("Basic earnings (loss) per share", "basic"),
    ("Diluted earnings (loss) per share", "diluted"),
    ("Basic weighted average shares outstanding", "basic_shares"),
    ("Diluted weighted average shares outstanding", "diluted_shares"),
)
BALANCE = (
    ("Cash and cash equivalents", "cash"),
    ("Accounts receivable", "receivables"),
    ("Inventories", "inventories"),
    ("Total current assets", "current"),
    ("Property, plant and equipment, net", "plant"),
    ("Total assets", "assets"),
    ("Accounts payable", "payables"),
    ("Total liabilities", "payables"),
    ("Common stock", "common"),
    ("Retained earnings", "retained"),
    ("Total stockholders' equity", "equity"),
    ("Total liabilities and stockholders' equity", "assets"),
)
CASH_FLOW = (
    ("Net income (loss)", "net"),
    ("Depreciation", "depreciation"),
    ("Accounts receivable", "d_receivables"),
    ("Inventories", "d_inventories"),
    ("Accounts payable", "d_payables"),
    ("Net cash provided by operating activities", "operating"),
    ("Purchases of property, plant and equipment", "purchases"),
    ("Net increase in cash and cash equivalents", "increase"),
    ("Cash and cash equivalents at beginning of period", "begin"),
    ("Cash and cash equivalents at end of period", "cash"),
)
FLOWS = ("revenue", "cost", "research", "selling", "restructuring", "tax", "depreciation", "capex")
Figures = dict[str, Decimal]


@dataclass(frozen=True)
class Quarters:
    """Ends of the fiscal quarters (the first is the opening), their flows and balances."""

    ends: list[str]
    flows: list[Figures]
    balances: list[Figures]

    def period(self, last: int, quarters: int) -> Figures:
        """Income and cash flow of the `quarters` quarters up to number `last`; a zero charge is a blank cell."""
        span = self.flows[last - quarters + 1 : last + 1]
        f = {key: sum((q[key] for q in span), Decimal(0)) for key in FLOWS}
        f["gross"] = f["revenue"] - f["cost"]
        f["expenses"] = f["research"] + f["selling"] + f["restructuring"]
        f["pretax"] = f["gross"] - f["expenses"]
        f["net"] = f["pretax"] - f["tax"]
        for kind in ("basic", "diluted"):
            shares = sum((q[f"{kind}_shares"] for q in span), Decimal(0)) / quarters
            f[f"{kind}_shares"] = shares.quantize(Decimal(1), ROUND_HALF_UP)
            f[kind] = (f["net"] / f[f"{kind}_shares"]).quantize(Decimal("0.01"), ROUND_HALF_UP)
        first, final = self.balances[last - quarters], self.balances[last]
        f["d_receivables"] = first["receivables"] - final["receivables"]
        f["d_inventories"] = first["inventories"] - final["inventories"]
        f["d_payables"] = final["payables"] - first["payables"]
        f["operating"] = f["net"] + f["depreciation"] + f["d_receivables"] + f["d_inventories"] + f["d_payables"]
        f["purchases"] = -f["capex"]
        f["increase"] = f["operating"] - f["capex"]
        f["begin"], f["cash"] = first["cash"], final["cash"]
        return f


def read_quarters(name: str) -> Quarters:
    """The quarters of `tests/samples/<name>.csv`, balances rolled forward from the opening."""
    with (HERE / f"{name}.csv").open() as file:
        rows = list(csv.DictReader(file))
    flows = [{k: Decimal(v or 0) for k, v in row.items() if k != "end"} for row in rows]
    balances = [_totals(flows[0])]
    for q in flows[1:]:
        p = balances[-1]
        net = q["revenue"] - q["cost"] - q["research"] - q["selling"] - q["restructuring"] - q["tax"]
        b = {key: q[key] for key in ("receivables", "inventories", "payables")}
        b["common"], b["retained"] = p["common"], p["retained"] + net
        b["plant"] = p["plant"] + q["capex"] - q["depreciation"]
        b["cash"] = b["common"] + b["retained"] + b["payables"] - b["receivables"] - b["inventories"] - b["plant"]
        balances.append(_totals(b))
    return Quarters([row["end"] for row in rows], flows, balances)


def _totals(b: Figures) -> Figures:
    current = b["cash"] + b["receivables"] + b["inventories"]
    assets = current + b["plant"]
    return {**b, "current": current, "assets": assets, "equity": b["common"] + b["retained"]}
