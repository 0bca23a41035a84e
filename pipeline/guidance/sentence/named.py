"""A sentence with all that it names, and what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.guidance.sentence.dated import Dated
from pipeline.guidance.sentence.expected import Meant
from pipeline.guidance.sentence.respectively import Shares
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import Metric


@dataclass(frozen=True, slots=True)
class Named(Dated):
    """A sentence with its metrics, too, in printed order, what each of its amounts is, its lists that go together, and
    what leads to it; `led`: that holds the verb."""

    metrics: Sequence[Metric]
    meant: Sequence[Meant]
    lists: Shares
    lead: Above
    clock: Clock
    led: bool
