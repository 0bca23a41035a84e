"""Amounts named as a part of another: "expenses of $10 million, including $2 million of severance"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.comparing_words import ASIDE
from pipeline.guidance.terms.metrics import Metric


class Part(NamedTuple):
    """What a part of a metric's amount is for: "new stores"."""

    whole: Metric
    name: str


_OF_PARTS = ("capital_expenditures", "revenue")
_HOLDS = ("includ", "of which", "consist")
SAME_PART = re.compile(  # "for new stores", "will be spent on"; not "in the first nine months", "from currency"
    r"\s(?:(?:is|are|will be|to be)\s(?:\w+ed\s|spent\s)?)?(?:of|for|from|in|on)\s"
    r"(?!(?:\w+\s)?(?:currency|exchange|hold)\b|(?:\w+\s){0,4}(?:months|weeks|quarters?|half|year)\b)"
    r"(?:(?:the|its|our|an?)\s)?(?P<name>(?!\d)[\w’'&-]+"
    r"(?:\s(?!(?:and|or|in|at|by|for|during|as|to|which|that)\b|(?:of\s)?\d)[\w’'&-]+){0,3})",
    ANY_CASE,
)
_PLANS = re.compile(  # "our plans for the year include 30 new stores"
    rf"\b(?:plans?|guidance|outlook|targets?|goals?)\b[^.;,$%]{{0,50}}\binclud(?:es?"
    rf"|ing)\s+(?:(?:an?|{NEARLY}|up|to)\s+)*$",
    ANY_CASE,
)


def is_part(text: str, start: int, amount: Amount, named: Sequence[Metric]) -> bool:
    """Whether the words in front of an amount make it a part of another; "restructuring charges of" may be a metric."""
    end = amount.start
    aside = ASIDE.search(text, start, end)
    if (
        aside is None
        or (amount.kind == "count" and _PLANS.search(text, start, end))
        or _is_no_part(text, start, amount, aside[0])
        or part_of(text, start, amount, named) is not None
    ):
        return False
    metric = next((m for m in named if m.start <= aside.start() < m.end), None)
    return metric is None or ASIDE.search(text, start, metric.start) is not None


def _is_no_part(text: str, start: int, amount: Amount, aside: str) -> bool:
    """Whether an amount can be no part of another ("sales gains of 2%", "growth of 15%, including 12 new stores"), or
    is listed with all the others: "including 15 stores in America, 14 in Europe"."""
    words = aside.lower()
    is_of_rate = text.endswith(("%", "percent"), 0, start)
    return words.startswith("gain") if amount.kind == "percent" else is_of_rate and amount.kind == "count"


def part_of(text: str, start: int, amount: Amount, named: Sequence[Metric]) -> Part | None:
    """What an amount is for, where a part of capital spent or revenue is told: "including $50 million for stores", "of
    which $3 million is from"."""
    held = ASIDE.search(text, start, amount.start) if amount.kind == "money" else None
    whole = next((m for m in reversed(named) if m.end <= held.start()), None) if held else None
    if held is None or whole is None or whole.name not in _OF_PARTS or not held[0].lower().startswith(_HOLDS):
        return None
    if text.endswith("not ", 0, held.start()):
        return None
    part = SAME_PART.match(text, amount.end)
    another = next((m for m in named if m.start >= amount.end and "money" in m.units), None)
    is_same = part is not None and (another is None or another.name == whole.name or another.start > part.end())
    return Part(whole, part["name"]) if part is not None and is_same else None
