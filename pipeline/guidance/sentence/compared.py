"""Amounts that a sentence quotes for comparison: of the past, of former guidance, or others' estimate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.expected_words import (
    AND_OF,
    FOR_A_YEAR,
    FROM_A_BASE,
    HELD,
    OF_A_YEAR,
    OF_SHARES,
    ON,
    PERIOD_AND,
    PREMISE,
    WAS_EXPECTED,
)
from pipeline.guidance.sentence.former_words import OF_YEAR
from pipeline.guidance.sentence.pair_words import AND_EXPECTS, AND_TO, ELSE_OR, ON_A_BASIS, TO_DO
from pipeline.guidance.terms.actions import action_of
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.comparing_words import COMPARED, FORMER
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.words import COMFORTABLE, CONSENSUS, ITS_OWN

_WITH_GUIDANCE = re.compile(  # of both its ends: "which compares to our guidance in the range of $0.03 to $0.05"
    r"\bwhich compares (?:favorably )?(?:to|with) (?:(?:the|our|its) )?(?:[\w-]+ ){0,4}?(?:guidance|outlook)\b"
    r"(?:(?!\b(?:now|expects?|anticipates?)\b)[^;])*$",
    ANY_CASE,
)
_THEN_ANOTHER = re.compile(r",\s(?:and|with|while)\s", ANY_CASE)  # behind what is compared
_FROM = re.compile(rf"[,(;]\sfrom\s(?:(?P<range>between)\s|{NEARLY}\s)?$", ANY_CASE)  # "42% in 2011, from 40%"


def is_compared(text: str, amount: Amount, named: Sequence[Metric], earlier: Sequence[Amount]) -> bool:
    """Whether an amount is quoted for comparison; `earlier` are the sentence's amounts before it."""
    above = text[: amount.start]
    is_former = WAS_EXPECTED.match(text, amount.end) is not None and action_of(text) != "reaffirms"
    year = OF_YEAR.match(text, amount.end)
    is_past = year is not None and year["year"] is None and "," not in year[0]  # "the $1.68 earned last year"
    if is_former or is_past or any(words.search(above) for words in (OF_A_YEAR, _WITH_GUIDANCE)):
        return True
    origin = _FROM.search(above) if earlier else None
    if origin is not None and (
        earlier[-1].form == amount.form or (origin["range"] is not None) == (amount.form == "range")
    ):
        return True
    if amount.kind == "percent" and ELSE_OR.search(above) and ON_A_BASIS.match(text, amount.end):
        return False
    if amount.kind in ("percent", "words") and FROM_A_BASE.search(above):
        return False
    if _is_for_a_year(text, amount, earlier):
        return False
    if _is_against(text, amount, named, earlier):
        return True
    consensus = CONSENSUS.search(above)
    if consensus and not COMFORTABLE.search(text) and not ITS_OWN.search(above, consensus.start()):
        return True
    return _is_of_former(text, amount, named)


def _is_for_a_year(text: str, amount: Amount, earlier: Sequence[Amount]) -> bool:
    """Whether a second amount is for the year, the first held against no amount: "up 5% from last year, and $2 million
    for the full year"."""
    above = text[: amount.start]
    if AND_OF.search(above) is None or FOR_A_YEAR.match(text, amount.end) is None:
        return False
    return not any(COMPARED.search(text[: other.start]) for other in earlier)


def _is_against(text: str, amount: Amount, named: Sequence[Metric], earlier: Sequence[Amount]) -> bool:
    """Whether words of comparison lead to an amount: "compared with", "over"."""
    above = text[: amount.start]
    compared = COMPARED.search(above)
    if compared is None:
        return False
    if any(a.form == "at_least" and compared.start() < a.start < compared.end() for a in earlier):
        return False  # "over $10 billion in cash flow and over $7 billion in"
    is_over = any(compared.start() < a.start and _THEN_ANOTHER.search(text, a.end, amount.start) for a in earlier)
    if is_over and amount.kind != "count":  # "compared to 12 opened, and 3 closed"
        return False
    is_premise = PREMISE.search(above, 0, compared.start()) or OF_SHARES.match(text, amount.end)
    is_behind = text.endswith(" which ", 0, compared.start())
    if " based " in compared[0] and (is_premise or is_behind):
        return False
    return not _goes_on(text, compared.start(), amount, named)


def _is_of_former(text: str, amount: Amount, named: Sequence[Metric]) -> bool:
    """Whether an amount is of guidance given before, and not held to."""
    above = text[: amount.start]
    former = FORMER.search(above)
    if former is None:
        return False
    held = HELD.search(above)
    if held is not None and held.start() < former.start() < held.end():
        return False
    return action_of(text) != "reaffirms" and not _goes_on(text, former.start(), amount, named)


def _goes_on(text: str, compared: int, amount: Amount, named: Sequence[Metric]) -> bool:
    """Whether a sentence goes from its comparison to another metric: "than last year, with gross margin of 38%"."""
    if any(words.search(text[: amount.start], compared) for words in (AND_TO, AND_EXPECTS, TO_DO)):
        return True
    is_premise = PREMISE.search(text, 0, compared) is not None
    return any(
        compared < metric.start < amount.start
        and (
            is_premise
            or ON.search(text, compared, metric.start) is not None
            or PERIOD_AND.search(text, compared, metric.start) is not None
        )
        for metric in named
    )
