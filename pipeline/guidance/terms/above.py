"""What stands above a sentence or table, and what it says of how guidance moves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.action_words import CAPITAL_PLANNED
from pipeline.guidance.terms.actions import Said, actions_in
from pipeline.guidance.terms.amounts import amounts
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.period_words import REST
from pipeline.guidance.terms.periods import Guided, guided_periods

_LEADS = re.compile(r":$|\b(?:below|as follows)\W*$", ANY_CASE)  # to the list behind: "as shown in the table below."
_LEADS_ON = re.compile(r"\b(?:table|below|follow\w*)\b", ANY_CASE)
_OF_GUIDANCE = re.compile(  # that is moved, and no dividend, stake or cost base
    rf"\b(?:guidance|outlook|forecasts?|expect\w+|estimate[sd]?|project(?:ed|ions?)|ranges?|targets?|plan(?:s|ned)?"
    rf"|budgets?|anticipated)\b|{CAPITAL_PLANNED}",
    ANY_CASE,
)


def guides_itself(text: str) -> bool:
    """Whether a sentence above a table tells amounts and leads to none behind: its period is theirs alone."""
    tells = any(amount.kind != "count" or amount.form == "range" for amount in amounts(text))
    return tells and text.endswith(".") and _LEADS_ON.search(text) is None


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a sentence: the texts of lead-in and heading, nearest first, the period in force, what is said
    in front of the lead-in of how guidance moves, the last year told, and the sentence that told it."""

    texts: tuple[str, ...] = ()
    period: Guided | None = None
    moved: str = ""
    year: Guided | None = None
    of_year: str = ""

    def action(self, metric: str, period: Guided, clock: Clock, opening: str = "") -> str:
        """The action that is said of guidance of a metric for a period, also by what opens the sentence itself: "We are
        raising our full-year revenue outlook" says nothing of a quarter or of EPS, "We lowered our cost base" of none.
        """
        opens = [said for said in actions_in(opening) if _OF_GUIDANCE.search(said.words)]
        for text, of_text in ((opening, opens), *((text, actions_in(text)) for text in (self.moved, *self.texts))):
            of_metric = Said.leads_to if _LEADS.search(text) else Said.is_of
            fitting = [said for said in of_text if of_metric(said, metric) and _is_for(said, period, clock)]
            if fitting:
                return next((said for said in fitting if said.metrics), fitting[0]).action
        return "initiates"


def _is_for(said: Said, period: Guided, clock: Clock) -> bool:
    """Whether what is said names a period, or none."""
    named = guided_periods(said.words, clock)
    return not named or any(_is_said_of(own, period) for own in named)


def _is_said_of(own: Guided, period: Guided) -> bool:
    """Whether guidance for one period is that for another: a span without dates, a quarter of "the second half", the
    year of "the remainder of the year"."""
    if own.end is None or period.is_same(own) or (not own.is_year and own.covers(period)):
        return True
    return own.end == period.end and REST.match(own.words) is not None
