"""What stands around an amount of a sentence, and whether it makes a loss or a change of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair_words import INCOME, INSERTED
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.moving_words import LOSS, MOVE
from pipeline.guidance.terms.units import unit_of

_BEHIND = 40  # characters behind an amount that may say how it moves
_OF_CATASTROPHES = re.compile(r"catastrophe|\bfrom\b", ANY_CASE)  # losses that are borne
_EXCLUDED = re.compile(  # up to the verb: "excluding losses on securities is expected to be"
    r"\b(?:excluding|exclusive of)\b[^;$%]*?(?=\s(?:is|are|will|should|to be|to range|of between)\b)", ANY_CASE
)
_MOVES_BY = re.compile(  # a ratio: "margins to be down roughly 1%"
    r"\b(?:up|down|(?:in|de)crease|decline|improve|expand|contract|rise|fall|drop"
    r"|(?:(?:in|de)crease|decline|improvement|expansion|reduction|contraction) of)\s"
    rf"(?:(?:by|an?|additional|{NEARLY})\s)*$",
    ANY_CASE,
)
_IS_MOVED = re.compile(r"\s(?:accretion|dilution)\b", ANY_CASE)  # by so much: "EPS accretion of $0.40"
_OF_INCOME = re.compile(rf"\b(?:profit|income|earnings)\sof\s(?:{NEARLY}\s)?$", ANY_CASE)  # "a loss ... to a profit of"
_OUTWARD = re.compile(r"\b(?:used?|burn|usage|utili[sz]ation|outflows?)\b", ANY_CASE)  # of cash
_OF_A_CHANGE = re.compile(  # "impact on diluted EPS of $0.02", "an increase in sales of $8 million"
    r"\b(?:impact|effect|dilution|accretion|(?:in|de)crease|decline|reduction|improvement|loss)s? (?:on|to"
    r"|in) (?:(?:the|our|its|net|total|diluted|adjusted|reported)\s)*(?:[a-z][\w-]*\s)?$",
    ANY_CASE,
)
_OF_AN_IMPACT = re.compile(  # "the impact of weather to first quarter earnings per share to be $0.10"
    r"\b(?:impact|effect)s? of (?:[\w-]+ ){1,4}(?:on|to) (?:(?:the|our|its|net|total|diluted|adjusted|reported"
    r"|\w+ quarter|full year|fiscal|\d{4})\s)*$",
    ANY_CASE,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands before and after an amount, up to its neighbours; `start` is where the words before it begin."""

    text: str
    start: int
    before: str
    after: str

    def clause(self, amount: Amount, metric: Metric) -> str:
        """The words that say how a metric moves: those from the metric on, and those around the amount."""
        begun = self.text[metric.start : self.start] if metric.start < self.start else ""
        behind = max(_BEHIND, metric.end + len(" growth") - amount.end)  # "20% compound annual earnings growth"
        return begun + self.before + self.text[amount.start : amount.end] + self.after[:behind]

    def unit(self, amount: Amount, metric: Metric) -> str | None:
        """The unit of an amount if it can be one of a metric; a change where a ratio moves by so many percent."""
        unit = unit_of(metric, amount, self.clause(amount, metric), self.after)
        is_ratio = amount.kind == unit == "percent" and "change" not in metric.units
        return "percent_change" if is_ratio and _MOVES_BY.search(self.before) else unit


def is_loss(gap: Gap, metric: Metric, amount: Amount, unit: str) -> bool:
    """Whether the words make a loss of an amount printed without a sign."""
    is_named = LOSS.search(metric.words) is not None and not INCOME.search(metric.words)
    if unit == "percent" and not amount.signed:
        return is_named  # "an operating loss of 6% of sales"
    if amount.signed or amount.kind not in ("money", "share"):
        return False
    if metric.name == "other" and _OF_CATASTROPHES.search(metric.words):
        return False
    if metric.name in ("operating_cash_flow", "free_cash_flow") and _OUTWARD.search(metric.words):
        return True
    if metric.name == "operating_cash_flow":
        return False
    if metric.start == amount.start:  # "a loss of $.10 per share"
        return _is_last_a_loss(INSERTED.sub(" ", gap.before))
    if _OF_INCOME.search(gap.before):
        return False
    if LOSS.search(_EXCLUDED.sub(" ", INSERTED.sub(" ", gap.text[metric.end : amount.start]))):
        return True
    return is_named


def is_change(text: str, metric: Metric, amount: Amount) -> bool:
    """Whether an amount says by how much a metric moves."""
    above = text[max(0, metric.start - 60) : metric.start]
    if metric.start >= amount.end and MOVE.match(text, metric.end):
        return True  # "$12 million operating expense reduction"
    if _OF_AN_IMPACT.search(above) or _IS_MOVED.match(text, metric.end):
        return True
    return _OF_A_CHANGE.search(above) is not None and not re.search(r"\bto\b", text[metric.end : amount.start])


def _is_last_a_loss(before: str) -> bool:
    """Whether the last result named in front of an amount is a loss."""
    losses = [match.start() for match in LOSS.finditer(before)]
    return bool(losses) and not INCOME.search(before, losses[-1])
