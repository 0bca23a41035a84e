"""Basis and scope: what the words around an amount say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY, SPELLED
from pipeline.guidance.terms.basis_words import BY_NATURE, GAAP, NON_GAAP, OPENING, QUALIFIED, TRAILING
from pipeline.guidance.terms.metrics import Metric, metrics

_QUALIFIED = re.compile(  # a label: "SaaS adjusted EBITDA"
    r"(?P<of>[A-Z][A-Za-z&’']*(?:\s(?:and|[A-Z&][A-Za-z&’']*)){0,3})\s(?:[Aa]djusted|(?:[Nn]on-)?GAAP)\s"
)
_OF_PARTS = frozenset({"revenue", "ebitda", "ebitda_margin", "operating_income", "operating_margin", "gross_margin"})
_WORD = re.compile(r"[\w&/’'.-]+")
_SAYS = (  # in any form: "expects", "projected", "delivering"
    r"(?:expect|anticipat|project|estimat|target|forecast|plan|intend|assum|approximat|reflect|includ|exclud|represent"
    r"|achiev|reach|attain|exceed|surpass|sustain|generat|produc|report|post|deliver|driv|incur|rais|lower|increas|decreas|reiterat|reaffirm|announc|updat|revis"
    r"|provid|issu|remain|withdraw|suspend|rescind|maintain|relat|correspond|associat|result|combin)(?:e?s|e?d|e|ing)?"
    r"|stated|sees?|did|pay|spend|open|continues|believes?|planning|withdrew|impl(?:ied|ies|ying)|should|would|will|is|are|be"
)
_SMALL = (
    r"the|a|an|its|our|their|that|we|it|this|another|both|for|of|in|to|and|or|with|from|on|at|by|as|after|before|plus|versus|when"
    r"|while|where|now|also|previously|close|between|range|least|more|better|whole|one"
    rf"|{NEARLY}|(?:{'|'.join(SPELLED)})|million|billion|percent|[a-z]+/d"
)
_TIME = (
    r"quarter(?:ly)?|year|fiscal|full|annual|half|full-year|(?:first|second|third|fourth)(?:-(?:quarter|half))?|current"
    r"|remainder|next|coming|calendar"
)
_OF_ALL = (  # that a company is or tells
    r"total|net|consolidated|overall|company|(?:company|product|management|corporation|firm|partnership|group|trust|bank|bancorp|year|quarter|today)['’]s|ongoing|on-going|year-over-year|management|gaap|non-gaap|adjusted|adjusted-diluted"
    r"|adj|core|(?:fully-)?diluted|basic|forma|pro-forma|basis|revenue|sales|earnings|income|guidance|outlook|growth|assumptions"
    r"|goals|preliminary|record|higher|lower|flat|level|strong|positive|negative|break-?even|common|other|operating|free|additional"
    r"|(?:(?:low|mid|high)-)?(?:single|double|triple)-digits?"
)
_NO_SCOPE = re.compile(rf"(?:{_SAYS}|{_SMALL}|{_TIME}|{_OF_ALL})", ANY_CASE)


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


def scope_in(name: str, metric: Metric, told: str | None) -> str | None:
    """The scope of an amount that its unit makes one of the metric `name`: of a cost by the unit the words of what it
    is a cost of ("DD&A of $2.50 per Mcfe"), else what is told."""
    return metric.words if name == "unit_cost" != metric.name else told


def scope_of(metric: Metric, text: str) -> str | None:
    """The words in front of a metric that name a part of the company: "subscription" of "subscription revenue"."""
    if metric.name == "other":
        return metric.words
    if (qualified := _QUALIFIED.fullmatch(text, 0, metric.start)) is not None and metric.name in _OF_PARTS:
        named = _WORD.findall(qualified["of"])
        return None if any(map(_NO_SCOPE.fullmatch, named)) else " ".join(named)
    words: list[str] = []
    for word in reversed(_WORD.findall(text[max(0, metric.start - 60) : metric.start])):
        if _NO_SCOPE.fullmatch(word.strip(".")) or not word[0].isalpha() or len(words) == 3:
            break
        words.insert(0, word)
    if not text[: metric.start].rstrip(" ").endswith(tuple(words[-1:]) or ("\0",)):
        words = []
    return " ".join(words) or None
