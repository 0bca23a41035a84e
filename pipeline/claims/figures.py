"""What an amount of a sentence is told to be of a metric: an amount, a rate, or the change of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.claims.words import A_SHARE, FALLS, MOVED_BY, MOVES, OF_SEQUENCE, RISES
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.units import unit_of

_NUMBER = re.compile(r"(?P<whole>[\d,]*)(?:\.(?P<decimals>\d+))?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as told of a metric.

    `kind`: amount (whole units of `unit`), percent (a margin or a rate, as printed), change_year or change_quarter
    (percent over the same months a year, or the quarter, before). `rounding`: half a unit of its last digit.
    `text[start:end]` of the sentence is the number.
    """

    metric: str
    words: str
    kind: str
    unit: str
    value: Decimal
    rounding: Decimal
    printed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """An amount in its sentence, with the gap before it and whether it is what another is compared with."""

    amount: Amount
    end: int
    gap: str
    compared: bool
    which: str | None  # diluted or basic, of an amount a share


def read_figure(text: str, metric: Metric, place: Place, until: int) -> Figure | None:
    """The figure at a place; null where it is none of the metric. The next begins at `until`."""
    amount = place.amount
    if amount.form not in ("point", "approximate") or amount.low is None or amount.low != amount.high:
        return None
    if amount.kind not in ("money", "share", "percent") or (amount.kind != "percent" and _is_move(text, place)):
        return None
    name, unit = metric.name, unit_of(metric, amount, text[metric.start : until])
    kind = "amount"
    if amount.kind == "percent":
        if unit == "percent" and (MOVES.match(text, place.end) or MOVED_BY.search(text[: amount.start])):
            return None
        kind = "percent" if unit == "percent" else _change(text, place, until)
        unit, value = "percent", abs(amount.low)
        if kind.startswith("change") and FALLS.search(f"{place.gap} {text[place.end : place.end + 20]}"):
            value = -value
    elif place.which is not None or A_SHARE.match(text, amount.end):
        if name not in ("net_income", "eps"):
            return None
        name, unit, value = "eps", f"{amount.currency}/share", amount.low
    else:
        value = amount.low
    if not kind or unit is None or (name == "eps") != (unit is not None and unit.endswith("/share")):
        return None
    printed = text[amount.start : amount.end]
    which = f"{place.which} " if place.which else ""
    words = f"{which}{metric.words}" if name == "eps" else metric.words
    return Figure(name, words, kind, unit, value, _rounding(printed, amount.low), printed, amount.start, amount.end)


def _is_move(text: str, place: Place) -> bool:
    """Whether an amount of money says by how much a figure moved."""
    above = text[: place.amount.start]
    moves = MOVED_BY.search(above) or re.search(r"(?:%|percent),?\s+or\s+$", above) or MOVES.match(text, place.end)
    return moves is not None


def _change(text: str, place: Place, until: int) -> str:
    """change_year or change_quarter, where words beside a percentage say that it is a change; else nothing."""
    behind = text[place.end : until]
    if not (
        RISES.search(place.gap)
        or FALLS.search(place.gap)
        or re.match(r"\s*(?:in|de)crease|\s*growth|\s*(?:higher|lower)", behind)
    ):
        return ""
    return (
        "change_quarter"
        if OF_SEQUENCE.search(behind[:60]) and not re.search(r"\byear\b|\d{4}", behind[:60])
        else "change_year"
    )


def _rounding(printed: str, value: Decimal) -> Decimal:
    """Half a unit of the last digit of "$12.6 million", in whole units; "$686,000" is told in thousands."""
    match = next(m for m in _NUMBER.finditer(printed) if m[0].strip(","))
    digits = match["whole"].replace(",", "")
    number = Decimal(f"{digits or 0}.{match['decimals'] or 0}")
    power = (abs(value) / number).quantize(Decimal("0.01")) if number else Decimal(1)
    zeros = (
        min(len(digits) - len(digits.rstrip("0")), 3) if power == 1 and not match["decimals"] and len(digits) > 3 else 0
    )
    return power * Decimal(1).scaleb(zeros - len(match["decimals"] or "")) / 2
