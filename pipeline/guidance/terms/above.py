"""What stands above a sentence or table, and what it says of how guidance moves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.basis import actions_in
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.period_words import REST
from pipeline.guidance.terms.periods import Guided, guided_periods

_OF_THE_WHOLE = frozenset(["revenue", "eps", "net_income", "ebitda", "operating_income", "ffo"])

_GUIDANCE = re.compile(
    r"\s(?:(?!and\b)\w+\s)?(?:guidance|outlook|forecasts?|estimates?|targets?|range|budget|expectations?)\b", ANY_CASE
)
_AND = re.compile(r"(?<!oil)(?:,|\s(?:and|&))\s(?:\w+\s)?$", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a sentence: the texts of lead-in and heading, nearest first, the period in force, and what is
    said in front of the lead-in of how guidance moves."""

    texts: tuple[str, ...] = ()
    period: Guided | None = None
    moved: str = ""

    def action(self, period: Guided, clock: Clock, opening: str = "", metric: str | None = None) -> str:
        """The action that is said of guidance for a period, also by what opens the sentence itself: "We are raising our
        full-year outlook" says nothing of a quarter, "our production guidance" nothing of costs."""
        for action, words in (said for text in (opening, self.moved, *self.texts) for said in actions_in(text)):
            if metric is not None and _is_of_others(words, metric):
                continue
            named = guided_periods(words, clock)
            if not named or any(_is_said_of(own, period) for own in named):
                return action
        return "initiates"


def _is_of_others(words: str, metric: str) -> bool:
    """Whether words name what alone is guided ("production guidance"; "production and cost guidance" may be of more),
    and neither a metric nor sales and earnings, which stand for all guidance."""
    found = metrics(words)
    if {other.name for other in found} & {metric, *_OF_THE_WHOLE}:
        return False
    return any(_GUIDANCE.match(words, other.end) and not _AND.search(words, 0, other.start) for other in found)


def _is_said_of(own: Guided, period: Guided) -> bool:
    """Whether guidance for one period is that for another: a span without dates, a quarter of "the second half", the
    year of "the remainder of the year"."""
    if own.end is None or period.is_same(own) or (not own.is_year and own.covers(period)):
        return True
    return own.end == period.end and REST.match(own.words) is not None
