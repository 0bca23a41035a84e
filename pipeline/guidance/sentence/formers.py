"""How guidance moves, where a sentence quotes what it was and no word says so: "$1.20 (previously $1.10)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric

_FORMER = re.compile(  # in front of what it was
    r"(?:\b(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial|former)\s(?:[\w’'-]+\s){0,4}"
    r"(?:guidance|outlook|range|forecasts?|estimates?|expectations?|projections?)"
    r"|\((?:prior(?!\s(?:fiscal\s)?(?:year|quarter|period|half))|formerly|was|changed? from)|\bpreviously)"
    r"(?!\s(?:announced|disclosed|reported|completed))\b[^.;$%\d]{0,40}$",
    ANY_CASE,
)
_IS_FORMER = re.compile(  # behind it: "the $420 million to $444 million range that was previously disclosed"
    r"\s(?:[\w-]+\s){0,3}?(?:(?:range|guidance|outlook)\s(?:(?:that|which)\swas\s)?(?:(?:previously|originally)\s)?"
    r"|(?:previously|originally)\s)(?:disclosed|provided|issued|announced|presented|expected|given|guided|forecast)\b",
    ANY_CASE,
)
_NEXT = re.compile(r"[.;]\s")


def moved(text: str, pair: Pair, found: Sequence[Amount], named: Sequence[Metric]) -> str | None:
    """The action that the former amount quoted behind an amount makes of it; null where none of its metric is."""
    amount = pair.amount
    former = next((a for a in found if a.start >= amount.end and a.kind == amount.kind), None)
    if former is None or _NEXT.search(text, amount.end, former.start):
        return None
    words = _FORMER.search(text, amount.end, former.start)
    if words is None:
        return _action(amount, former) if _IS_FORMER.match(text, former.end) else None
    if any(words.start() < m.start < former.start and m.name != pair.metric.name for m in named):
        return None  # "compared to our prior range, and EPS of"
    return _action(amount, former)


def _action(now: Amount, before: Amount) -> str | None:
    ends = [(now.low, before.low), (now.high, before.high)]
    if any((new is None) != (old is None) for new, old in ends):
        return None
    low, high = (_sign(new, old) for new, old in ends)
    if low == high == 0:
        return "reaffirms"
    if low >= 0 and high >= 0:
        return "raises"
    if low <= 0 and high <= 0:
        return "lowers"
    return "narrows" if low > 0 else "widens"


def _sign(new: Decimal | None, old: Decimal | None) -> int:
    return 0 if new is None or old is None else (new > old) - (new < old)
