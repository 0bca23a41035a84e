"""Basis, scope and action: what the words around an amount say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.action_words import ACTIONS
from pipeline.guidance.terms.basis_words import GAAP, NON_GAAP
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.qualifying_words import BY_NATURE, NO_SCOPE, OPENING, QUALIFIED, TRAILING, WORD

_QUALIFIED = re.compile(  # a label: "SaaS adjusted EBITDA"
    r"(?P<of>[A-Z][A-Za-z&’']*(?:\s(?:and|[A-Z&][A-Za-z&’']*)){0,3})\s(?:[Aa]djusted|(?:[Nn]on-)?GAAP)\s"
)
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
_OF_PARTS = frozenset({"revenue", "ebitda", "ebitda_margin", "operating_income", "operating_margin", "gross_margin"})


def basis_of(metric: Metric, clause: str, after: str, opening: str, *above: str) -> str:
    """`gaap`, `non_gaap` or `unstated`, by the nearest words that say so.

    `clause` runs from the amount before to the amount, `after` from the amount to the next metric or amount,
    `opening` is what the sentence begins with; `above` are lead-in and heading, nearest first.
    """
    if metric.name in BY_NATURE:
        return "non_gaap"
    if trailing := TRAILING.match(after):
        return named_basis(after[: trailing.end() + 10]) or "non_gaap"
    named = named_basis(clause)
    if named is None and metric.name != "shares_outstanding" and (stated := OPENING.search(opening)):
        named = named_basis(stated[0])
    return named or first_basis(above)


def first_basis(texts: Iterable[str]) -> str:
    """The basis that the first of some texts names that names one."""
    return next((basis for text in texts if (basis := named_basis(text))), "unstated")


def named_basis(text: str) -> str | None:
    """The basis that a text names last; null where it names none, or both at once."""
    others = [match.start() for match in NON_GAAP.finditer(text)]
    gaap = [match.start() for match in GAAP.finditer(text)]
    if not others and not gaap:
        return None
    return "non_gaap" if max(others, default=-1) > max(gaap, default=-1) else "gaap"


def without_others(text: str, metric: Metric) -> str:
    """A lead-in without the other metrics that it names, and what they are adjusted for: "our revenue outlook and
    Adjusted EBITDA outlook" says nothing of revenue."""
    if named_basis(text) is None:
        return text
    for other in reversed(metrics(text)):
        if other.name != metric.name:
            qualified = QUALIFIED.search(text, 0, other.start)
            text = text[: qualified.start() if qualified else other.start] + text[other.end :]
    return text


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


def scope_in(name: str, metric: Metric, told: str | None) -> str | None:
    """The scope of an amount that its unit makes one of the metric `name`: of a cost by the unit the words of what it
    is a cost of ("DD&A of $2.50 per Mcfe"), else what is told."""
    return metric.words if name == "unit_cost" != metric.name else told


def scope_of(metric: Metric, text: str) -> str | None:
    """The words in front of a metric that name a part of the company: "subscription" of "subscription revenue"."""
    if metric.name == "other":
        return metric.words
    if (qualified := _QUALIFIED.fullmatch(text, 0, metric.start)) is not None and metric.name in _OF_PARTS:
        named = WORD.findall(qualified["of"])
        return None if any(map(NO_SCOPE.fullmatch, named)) else " ".join(named)
    words: list[str] = []
    for word in reversed(WORD.findall(text[max(0, metric.start - 60) : metric.start])):
        if NO_SCOPE.fullmatch(word.strip(".")) or not word[0].isalpha() or len(words) == 3:
            break
        words.insert(0, word)
    if not text[: metric.start].rstrip(" ").endswith(tuple(words[-1:]) or ("\0",)):
        words = []
    return " ".join(words) or None
