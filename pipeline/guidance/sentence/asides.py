"""Amounts that a sentence names in passing: as past, as an effect or a move."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.guidance.sentence.expected_words import (
    ADDS,
    AN_IMPACT,
    AT_MIDPOINT,
    CAUSED,
    CONVERTED,
    EFFECT,
    EXCHANGED,
    MIDPOINT,
    MOVE,
    MOVED_TO,
    NOTED,
    OF_IMPACT,
    OF_THAT,
    OF_THOSE_THERE,
    SET_ANEW,
    THAN_BEFORE,
    THAN_PLANNED,
    TO_A_RANGE,
    UP_BY,
)
from pipeline.guidance.sentence.pair_words import TO_A_RATE, TO_MONEY
from pipeline.guidance.terms.amount_words import RAISED
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.moving_words import BY
from pipeline.guidance.terms.words import DONE, EXPECTS

_OF_MONEY = ("money", "share")


def is_aside(text: str, amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount, in its clause behind `before`, is none of what is expected."""
    above = text[: amount.start]
    if _is_done(amount, before) or _is_impact(text, amount, before, named):
        return True
    if MIDPOINT.search(above) or AT_MIDPOINT.match(text, amount.end):
        return True
    if BY.search(before) and (amount.kind in _OF_MONEY or MOVED_TO.match(text, amount.end)):
        return True
    if amount.kind in _OF_MONEY:
        if THAN_PLANNED.match(text, amount.end):
            return True
        return _is_part_of_move(text, amount, before)
    return _leads_elsewhere(text, amount, before)


def _is_done(amount: Amount, before: str) -> bool:
    """Whether an amount is told as past."""
    done = DONE.search(before)
    if done is None:
        return False
    if amount.form == "range" and done[0].lower().startswith("reported "):
        return False  # "reported revenue of $90 million to $95 million" is what will be reported
    return not (EXPECTS.search(before[done.start() :]) or SET_ANEW.search(before))


def _is_impact(text: str, amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount is what something else does to a metric, or a rate of exchange."""
    if EXCHANGED.search(text[: amount.start]) or AN_IMPACT.search(before) or OF_IMPACT.match(text, amount.end):
        return True
    return _is_effect(before, amount.start, named)


def _is_part_of_move(text: str, amount: Amount, before: str) -> bool:
    """Whether money is by how much something moves."""
    if MOVE.match(text, amount.end):
        return True  # "interest expense: $20 million decrease"
    is_move = UP_BY.search(before) is not None and _is_size_of_move(text, amount)
    if is_move or (RAISED.search(before) and _leads_to_level(text, amount)):
        return True
    if not amount.scaled and (ADDS.search(before) or NOTED.search(before)):
        return True  # "the extra week is expected to add $0.05"
    caused = CAUSED.match(text, amount.end)
    return caused is not None and bool(caused["moved"] or not amount.scaled)


def _leads_to_level(text: str, amount: Amount) -> bool:
    """Whether an amount leads to the level that guidance is moved to: "raised $2.05 to the range of"."""
    return TO_A_RANGE.match(text, amount.end) is not None or MOVED_TO.match(text, amount.end) is not None


def _leads_elsewhere(text: str, amount: Amount, before: str) -> bool:
    """Whether a rate or count only leads to the amount behind it, or is a share or name of something else."""
    if amount.kind == "count":
        return OF_THOSE_THERE.search(before) is not None
    if amount.kind in ("percent", "words"):  # "increased 50% to $75 million"; a share of what is contracted
        return any(words.match(text, amount.end) for words in (TO_MONEY, CONVERTED, OF_THAT))
    return amount.kind == "points" and TO_A_RATE.match(text, amount.end) is not None


def _is_size_of_move(text: str, amount: Amount) -> bool:
    """Whether what follows an amount makes it the size of a move: "over last year", "in 2019", "to $105 million"."""
    return THAN_BEFORE.match(text, amount.end) is not None or MOVED_TO.match(text, amount.end) is not None


def _is_effect(before: str, end: int, named: Sequence[Metric]) -> bool:
    """Whether an amount is by how much something else moves a metric."""
    effect = EFFECT.search(before)
    if effect is None:
        return False
    start = end - len(before)
    return any(start + effect.start("what") <= metric.start < start + effect.end("what") for metric in named)
