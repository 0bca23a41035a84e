"""An amount with the metric that it is one of."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount with its metric and unit; `clause` begins where the amount before it ends; `is_loss` turns the sign."""

    metric: Metric
    amount: Amount
    unit: str
    clause: int
    is_loss: bool
    part: str | None = None  # of the metric that the amount is: "including $50 million for new stores"
    is_restated: bool = False  # "net income of $5 million, or $0.10 per share": basis and period are those before it
