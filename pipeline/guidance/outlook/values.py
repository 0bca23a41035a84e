"""What an amount in a table of outlook is: money or a share of it, a rate, a count, in which scale and unit."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.unit_words import NAMED_UNIT, UNIT
from pipeline.guidance.outlook.words import OF_REVENUE, PER_ONE, PER_SHARE, RATE, SCALE, SHARES_SCALE
from pipeline.guidance.terms.amount_words import LEAST, MOST, POWERS
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.moving_words import LOSS, SHRINKS
from pipeline.guidance.terms.units import moves, unit_of

_UNITS = "units"
_LEFT_OUT = re.compile(  # behind what it is left out of: not "Before-tax loss", "Excluding charges, net loss"
    r"(?<=\w)(?:,?\s(?:excluding|exclusive of|before|net of)\b.*|\s\((?:excluding|exclusive of|before|net of)\b[^)]*)",
    ANY_CASE,
)
_COUNTED = {  # what is money where its label does not say that it is counted: "Backlog (homes)"
    "homes": re.compile(r"\b(?:homes?|units?|lots?)\b", ANY_CASE),
    "orders": re.compile(r"\b(?:orders?|homes?|units?|lots?)\b", ANY_CASE),
}
_SHARE_OF = re.compile(r"(?:%|\bpercent(?:age)?) of\b", ANY_CASE)
_LEADING_SCALE = re.compile(  # "thousand barrels per day", "000's ounces", "koz"
    r"(?:in )?(?P<scale>thousand|million|000|k|m(?=\s?oz))(?:['’]?s)?(?: (?:of )?(?=[a-z])|(?=ozs?\b))", ANY_CASE
)
_BARE_PERCENT = re.compile(r"\(%\)|, ?%|\bpercent", ANY_CASE)
_IN_CENTS = re.compile(r"\((?:in )?cents\)|[,–-] (?:in )?cents\b", ANY_CASE)
_HOMES = re.compile(r"\bhomes?\b", ANY_CASE)
_PRICE = re.compile(
    r"\b(?:(?:total )?revpar|adr|(?:average|selling|closing|sales|realized|daily|home) (?:price|rate)s?|asp)\b",
    ANY_CASE,
)
_OF_ROOMS = re.compile(r"\b(?:revpar|adr|daily rates?)\b", ANY_CASE)  # prices that no table prints in thousands


def valued(
    amount: Amount, metric: Metric, label: str, section: str, caption: str, told: str
) -> tuple[Amount, str | None]:
    """An amount as its row's label, its section and the caption make it, with its unit; null where it can be none of
    the metric. `told`: the words that may tell of a change."""
    amount = _bounded(_of_kind(amount, metric, label, section, caption), label)
    rate = RATE.search(label)  # "Unit revenue (¢/ASM)"
    if amount.kind == "share" and ("share" not in metric.units or (rate and "rate" in metric.units)):
        return amount, f"{amount.currency}/{rate['of'] if rate else 'share'}"  # EBITDA or cash flow by the share
    one = PER_ONE.search(label)
    if one is not None and amount.kind == "money" and not amount.scaled:
        return amount, f"{amount.currency}/{one['of'].lower()}"
    scaled_by = section if SCALE.search(section) else caption
    if metric.name == "other" and amount.kind == "money" and _is_in_full(amount, label, scaled_by):
        return amount, amount.currency
    return _scaled_with_unit(amount, metric, label, told, scaled_by)


def _scaled_with_unit(amount: Amount, metric: Metric, label: str, told: str, caption: str) -> tuple[Amount, str | None]:
    """An amount in the scale of its label, else of the caption, and its unit; null where it can be none."""
    units = metric.units
    if amount.kind in ("money", "count") and not _is_by_share(amount, metric, label, caption):
        amount = _scaled(amount, metric, label, caption)
    if amount.kind == "money" and RATE.search(label) and not {"rate", "share"} & units.keys():
        return amount, None  # "interest expense per Mcfe"
    if amount.kind == "percent" and "margin" in units and not amount.signed and not moves(f"{told} {caption}"):
        return amount, units["margin"]
    if amount.kind == "percent" and "percent" not in units:
        return amount, _unit_of_rate(amount, metric, label, told)
    if amount.kind == "count" and units.get("count") == "other":
        return _in_own_unit(amount, label)
    if amount.kind == "count" and units.get("count") == "homes":
        return amount, "homes"
    return amount, unit_of(metric, amount, told)


def _unit_of_rate(amount: Amount, metric: Metric, label: str, told: str) -> str | None:
    """Whether a percentage of an amount is its share of sales or its change; null where it is a share of another."""
    if "of_sales" in metric.units and not amount.signed and (OF_REVENUE.search(label) or not moves(told)):
        return metric.units["of_sales"]
    is_part = metric.words not in label and _BARE_PERCENT.search(label)  # "Oil (%)" of a section's production
    if _SHARE_OF.search(label) or (is_part and not moves(told)):
        return None
    return metric.units.get("change")


def _in_own_unit(amount: Amount, label: str) -> tuple[Amount, str]:
    """A count in the unit that its label names, in full."""
    if unit := UNIT.search(label):
        amount, word = _counted(amount, unit["unit"] or unit["volume"])
        if word != _UNITS:
            return amount, word
    scale = SHARES_SCALE.search(label)
    if scale is not None and scale.lastgroup and not amount.has_power:
        amount = _times(amount, 10**6 if scale["millions"] else 10**3)  # "Subscribers (000s)"
    if named := NAMED_UNIT.search(label):
        return amount, named[0].lower()
    return amount, "homes" if _HOMES.search(label) else _UNITS


def _is_in_full(amount: Amount, label: str, caption: str) -> bool:
    """Whether an amount is a price of a table in millions, printed in full; one in thousands may be of homes."""
    if amount.has_power or _PRICE.search(label) is None or SCALE.search(label):
        return False
    scale = SCALE.search(caption)
    return scale is None or _scale(scale) > 10**3 or in_cents(amount) or _OF_ROOMS.search(label) is not None


def is_bare(amount: Amount, metric: Metric) -> bool:
    """Whether an amount is a number alone, of a metric that is not counted."""
    return amount.kind == "count" and not amount.has_power and "count" not in metric.units


def _counted(amount: Amount, unit: str) -> tuple[Amount, str]:
    """A count with its unit, in whole units where that bears a scale: "ASMs in millions"."""
    if leading := _LEADING_SCALE.match(unit):
        return _times(amount, POWERS[leading["scale"].lower()]), unit[leading.end() :].rstrip(".")
    told = f"({unit})"
    scale = SCALE.search(told)
    if scale is None:
        return amount, unit
    return _times(amount, _scale(scale)), told[: scale.start()].strip("( ,") or _UNITS


def _of_kind(amount: Amount, metric: Metric, label: str, section: str, caption: str) -> Amount:
    """A bare number is money, percent or a count by its metric; a label or section may say what it is for ("$/Boe")."""
    units = metric.units
    if amount.kind not in ("count", "money"):
        return amount
    if {"rate", "share"} & units.keys():
        amount = _from_cents(amount, label, section)
    if "rate" in units and not amount.has_power and (rate := RATE.search(label) or RATE.search(section)):
        return replace(amount, kind="rate", per=rate["of"])
    if amount.kind == "money":
        is_per_share = (
            PER_SHARE.search(label)
            or _is_by_share(amount, metric, label, caption)
            or (PER_SHARE.search(section) and in_cents(amount))
        )
        return replace(amount, kind="share") if is_per_share else amount
    if ("percent" in units and "money" not in units) or _BARE_PERCENT.search(label):
        return replace(amount, kind="percent")
    if {"share", "money"} <= units.keys():
        return replace(amount, kind="share" if _is_by_share(amount, metric, label, caption) else "money")
    of_money = not _is_counted(units, label) or ("$" in label and SCALE.search(label) is not None)  # "Bookings ($B)"
    kind = next((kind for kind in ("share", "money") if kind in units and of_money), "count")
    return replace(amount, kind=kind)


def _is_counted(units: dict[str, str], label: str) -> bool:
    """Whether a bare number is a count of a metric with such units; orders and backlog may be money, too."""
    counted = _COUNTED.get(units.get("count", ""))
    return "count" in units and (counted is None or counted.search(label) is not None)


def _from_cents(amount: Amount, label: str, section: str) -> Amount:
    """A rate or an amount by the share in dollars, where its label or section says that it is printed in cents."""
    if amount.kind != "count" or not (_IN_CENTS.search(label) or _IN_CENTS.search(section)):
        return amount
    low, high = (None if value is None else value / 100 for value in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def _is_by_share(amount: Amount, metric: Metric, label: str, caption: str) -> bool:
    """Whether an amount without a scale is one by the share: not where it may be money, prints no cents, and stands in
    a table of a printed scale."""
    if "share" not in metric.units or amount.scaled or SCALE.search(label):
        return False
    return "money" not in metric.units or in_cents(amount) or SCALE.search(caption) is None


def _bounded(amount: Amount, label: str) -> Amount:
    """An amount with the bound that its label ends with: "Revenue - in excess of"."""
    if amount.low is None or amount.low != amount.high:
        return amount
    if LEAST.search(label):
        return replace(amount, high=None, form="at_least")
    if MOST.search(label):
        return replace(amount, low=None, form="at_most")
    return amount


def in_cents(amount: Amount) -> bool:
    """Whether an amount is printed in dollars and cents."""
    return all(value is None or value.as_tuple().exponent == -2 for value in (amount.low, amount.high))


def _scaled(amount: Amount, metric: Metric, label: str, caption: str) -> Amount:
    of = metric.units.get("count", "") if amount.kind == "count" else "shares"
    if amount.has_power or (of != "shares" and (of in ("", "other", "homes") or not SCALE.search(label))):
        return amount
    if amount.kind == "count" and (of_shares := SHARES_SCALE.search(label)):
        is_thousands = of_shares["thousands"] or max(amount.low or 0, amount.high or 0) >= 10_000
        return _times(amount, 10**3 if is_thousands else 10**6)
    match = SCALE.search(label) or SCALE.search(caption)
    if match is None and amount.kind == "count":
        return _times(amount, _scale_of_shares(amount))
    if match is None or (_scale(match) == 10**3 and amount.kind == "money" and in_cents(amount)):
        return amount  # no cents are printed of thousands
    return _times(amount, _scale(match))


def _scale_of_shares(amount: Amount) -> int:
    """The scale of share counts that no words tell: no company has so few thousands of shares outstanding, let alone
    hundreds; a few thousand may be in either."""
    most = max(amount.low or 0, amount.high or 0)
    return 10**6 if most < 1_000 else 10**3 if 10_000 <= most < 10**6 else 1


def _scale(match: re.Match[str]) -> int:
    return POWERS[(match["scale"] or match["short"] or match["mm"] or match["brief"] or match["zeros"]).lower()]


def _times(amount: Amount, scale: int) -> Amount:
    low, high = (None if value is None else value * scale for value in (amount.low, amount.high))
    return replace(amount, low=low, high=high, scaled=True)


def is_negative(label: str, unit: str) -> bool:
    """Whether the words of a row make a loss or a decline of an amount printed without a sign."""
    if unit in ("percent_change", "basis points"):
        return SHRINKS.search(label) is not None and not re.search("increase|growth", label, ANY_CASE)
    if re.search(r"\bcash (?:flows? )?used (?:in|by|for) (?:\w+ )?operat", label, ANY_CASE):
        return True
    label = _LEFT_OUT.sub("", label)  # "FFO excluding loss from retirement of debt"
    return LOSS.search(label) is not None and not re.search(r"income|earnings|profit|eps", label, ANY_CASE)
