"""Basis, scope and action: what the words around an amount say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.action_words import ACTIONS
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.qualifying_words import BY_NATURE, NO_SCOPE, OPENING, QUALIFIED, TRAILING, WORD
from pipeline.guidance.terms.words import GAAP, NON_GAAP

_QUALIFIED = re.compile(  # a label: "SaaS adjusted EBITDA"
    r"(?P<of>[A-Z][A-Za-z&’']*(?:\s(?:and|[A-Z&][A-Za-z&’']*)){0,3})\s(?:[Aa]djusted|(?:[Nn]on-)?GAAP)\s"
)
_NEXT_CLAUSE = re.compile(
    r";\s(?!(?:(?:this|which|that)\s(?:(?:guidance|outlook|range)\s)?[a-z]+s|these\s(?:are|compare|represent|reflect))\b)"
    r"|,\s(?:while|whereas)\s|,\sand\s(?=(?:the|our|its)\s[^.;,$%]{0,60}\b(?:is|are|was|were)\b)",
    ANY_CASE,
)
_EXPECTS_ANEW = re.compile(
    r"(?:[,;:]|\b(?:and|but|while|as|that))\s(?:for\s(?:[\w-]+\s){1,5}?)?(?:(?:we|it|the\scompany|management)\s)?(?:(?:also|now|currently)\s)*"
    r"(?:expects?|anticipates?|sees?|projects?|forecasts?|estimates?|believes?|initiat|introduc|provid)\w*\s",
    ANY_CASE,
)
_CLAUSE_BEHIND = re.compile(  # or what moves guidance; not ", and for the full year"
    r"[;,]\s(?!(?:and\s)?(?:for\s)?(?:the\s|its\s|our\s)?(?:first|second|third|fourth|full|fiscal|\d))"
    r"|\sand\s(?:(?:is|are|also)\s)*(?:initiat|introduc|provid|issu|establish|rais|increas|lower|reduc|narrow|affirm|re-?affirm|re-?iterat|maintain)\w*\s"
    r"|\s(?:(?:to|that|which)\s(?:reflect|includ|account|assum)\w*|reflecting|including|because|given|after|assuming|(?:due|owing)\sto|based\son"
    r"|following\s(?:the|its|our|an?|strong\w*)|as\sa\sresult|in\s(?:light|view)\sof)\s",
    ANY_CASE,
)
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
    return named or next((basis for text in above if (basis := named_basis(text))), None) or "unstated"


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


def actions_in(text: str) -> Iterator[tuple[str, str]]:
    """The actions that a text words, each with its words up to the next clause: "raises its 2006 outlook"."""
    for name, words in ACTIONS:
        for action in words.finditer(text):
            behind = _CLAUSE_BEHIND.search(text, action.end())
            yield name, text[action.start() : behind.start() if behind else len(text)]


def own_clause(text: str, first: int, end: int, amounts: Iterable[int]) -> str:
    """The words of a sentence that are of the amount that ends at `end`: from the clause that expects anew behind the
    first expected amount, which begins at `first` ("reaffirms $2.00 for 2005, and expects"), up to the clause behind
    that has `amounts` of its own: "EPS guidance updated to $6.20; adjusted EPS guidance increased to $9.30" """
    anew = max((match.start() for match in _EXPECTS_ANEW.finditer(text, first, end)), default=0)
    clause = _NEXT_CLAUSE.search(text, end)
    to = clause.start() if clause is not None and any(clause.end() <= place for place in amounts) else len(text)
    return text[anew:to]


def opening_of(text: str, first: int) -> str:
    """What a sentence says in front of all that it expects, whose first amount begins at `first`: "We are raising our
    guidance and now expect revenue of $10 million"; empty where that alone is moved ("We are raising it to $10")."""
    expects = _EXPECTS_ANEW.search(text, 0, first)
    return text[: expects.start()] if expects is not None else ""


def is_of_same(given: str, words: str) -> bool:
    """Whether a sentence is of what the one before said of guidance: "We are raising our revenue outlook." """
    named = {metric.name for metric in metrics(given)}
    return given not in words and any(metric.name in named for metric in metrics(words))


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
