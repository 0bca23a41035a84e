"""Amounts that a sentence expects: ranges, points, bounds, in dollars, percent or dollars a share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_POWERS = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_ONE = (
    r"(?P<{0}sign>\$)?\s?(?P<{0}>\(?-?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)?(?:\.\d+)?\)?)(?<=[\d)])"
    r"\s?(?P<{0}power>thousand|million|billion)?\s?(?P<{0}percent>%|percent\b)?"
)
_BOUND = (
    r"at least|more than|greater than|in excess of|exceeding|over|above|not less than"
    r"|up to|less than|no more than|not to exceed|below|under"
)
_AMOUNT = re.compile(
    rf"(?P<bound>\b(?:{_BOUND})\s+)?(?P<about>\b(?:approximately|about|around|roughly|nearly)\s+)?"
    rf"(?<![\w.,$]){_ONE.format('low')}(?:\s*(?:to|and|[-–—])\s*(?:approximately\s+)?{_ONE.format('high')})?(?![\w%])",
    re.IGNORECASE,
)
_AT_LEAST = ("at least", "more than", "greater than", "in excess of", "exceeding", "over", "above", "not less than")


@dataclass(frozen=True, slots=True)
class Amount:
    """An expected amount in whole units (dollars, percent as printed); `kind` is money or percent."""

    low: Decimal | None
    high: Decimal | None
    form: str  # range, point, approximate, at_least, at_most
    kind: str
    whole: bool  # a power ("million") or thousands were printed, so it is no amount a share
    start: int
    end: int


def amounts(text: str) -> Iterator[Amount]:
    """Amounts with a dollar sign or a percent sign, in printed order; years and counts are none."""
    if "$" not in text and "%" not in text and "percent" not in text.lower():
        return
    for match in _AMOUNT.finditer(text):
        money = bool(match["lowsign"] or match["highsign"])
        percent = bool(match["lowpercent"] or match["highpercent"])
        if money == percent:
            continue
        low = _value(match["low"])
        high = _value(match["high"]) if match["high"] else None
        power = _POWERS.get((match["highpower"] or match["lowpower"] or "").lower(), 1)
        low *= _POWERS.get((match["lowpower"] or "").lower(), power)
        high = high * power if high is not None else None
        if high is not None and high < low:
            continue
        yield Amount(
            *_bounds(match, low, high),
            "money" if money else "percent",
            power > 1 or low >= 1000,
            match.start(),
            match.end(),
        )


def _bounds(match: re.Match[str], low: Decimal, high: Decimal | None) -> tuple[Decimal | None, Decimal | None, str]:
    if high is not None:
        return low, high, "range"
    bound = (match["bound"] or "").strip().lower()
    if bound:
        return (low, None, "at_least") if bound in _AT_LEAST else (None, low, "at_most")
    return low, low, "approximate" if match["about"] else "point"


def _value(printed: str) -> Decimal:
    value = Decimal(re.sub(r"[^\d.]", "", printed))
    return -value if printed[0] in "(-" else value
