"""How guidance moves by what a text says, and of which metrics it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.action_words import ACTIONS
from pipeline.guidance.terms.metrics import Metric, metrics

_CLAUSE_BEHIND = re.compile(  # or what moves guidance; not ", and for the full year"
    r"[;,]\s(?!(?:and\s)?(?:for\s)?(?:the\s|its\s|our\s)?(?:first|second|third|fourth|full|fiscal|\d))"
    r"|\sand\s(?:(?:is|are|also)\s)*(?:initiat|introduc|provid|issu|establish|rais|increas|lower|reduc|narrow|affirm|re-?affirm|re-?iterat|maintain)\w*\s",
    ANY_CASE,
)
_REASON = re.compile(
    r"\s(?:(?:to|that|which)\s(?:reflect|includ|account|assum)\w*|reflecting|including|because|given|after|assuming|(?:due|owing)\sto|based\son"
    r"|following\s(?:the|its|our|an?|strong\w*)|as\sa\sresult|in\s(?:light|view)\sof)\s",
    ANY_CASE,
)
_NOW = re.compile(r"\b(?:now|(?:new|revised|updated) (?:guidance|outlook|range|forecast))\b", ANY_CASE)
_RESULTS = re.compile(r"\bresults$", ANY_CASE)  # all that is guided: "its outlook for the operating results of 2023"
_EARNINGS = ("net_income", "eps")
_EARNED = (*_EARNINGS, "operating_income", "ebitda", "ffo")  # what "earnings guidance" may be
_OF_ALL = ("revenue", *_EARNED)  # and what may be named for all that is guided


def action_of(*texts: str) -> str:
    """The action that the nearest text words; `initiates` where none does."""
    return next((name for text in texts for name, words in ACTIONS if words.search(text)), "initiates")


@dataclass(frozen=True, slots=True)
class Said:
    """An action that a text words, with its words up to the next clause ("raises its 2006 outlook"), and the metrics
    that it names up to the next action."""

    action: str
    words: str
    metrics: tuple[Metric, ...]

    def is_of(self, metric: str) -> bool:
        """Whether it is said of a metric: it names that, a kin of it, or none."""
        if not self.metrics or any(named.name == metric for named in self.metrics):
            return True
        is_earned = any(named.name in _EARNINGS for named in self.metrics)
        return is_earned and metric in _EARNED

    def leads_to(self, metric: str) -> bool:
        """Whether it is said of a metric in the list that it leads to: sales and earnings stand for all guidance."""
        return self.is_of(metric) or any(named.name in _OF_ALL for named in self.metrics)


def actions_in(text: str) -> list[Said]:
    """The actions that a text words, those of one kind together."""
    found = [(name, match) for name, words in ACTIONS for match in words.finditer(text)]
    said = []
    for name, match in found:
        start = match.end()
        behind, reason = _CLAUSE_BEHIND.search(text, start), _REASON.search(text, start)
        end = min((m.start() for m in (reason, *(m for _, m in found)) if m and m.start() >= start), default=len(text))
        words = text[match.start() : min(end, behind.start() if behind else end)]
        named = tuple(m for m in metrics(text[match.start() : end]) if not _RESULTS.search(m.words))
        said.append(Said(name, words, named))
    return said


def is_of_same(given: str, words: str) -> bool:
    """Whether a sentence is of what the one before said of guidance: "We are raising our revenue outlook.", or of all,
    and what is expected now."""
    named = {metric.name for metric in metrics(given)}
    if given in words:
        return False
    return any(metric.name in named for metric in metrics(words)) if named else _NOW.search(words) is not None
