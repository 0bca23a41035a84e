"""Basis by a general statement of the document: "guidance for revenue on a GAAP basis", a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.filing.rare import Rare
from pipeline.guidance.terms.basis_words import NON_GAAP
from pipeline.guidance.terms.metrics import metrics

_GIVEN = Rare(
    r"\b(?:guidance|outlook)\s+(?:regarding|for|on|of|with respect to)\s+(?P<what>[^.;]{3,120}?)\s+"
    r"(?:(?:is|are)\s+(?:provided|given|presented)\s+)?(?:in accordance with|on an?)\s+(?P<basis>(?:non-)?GAAP)\b"
)
_OF_ALL = Rare(  # "all guidance is on a non-GAAP basis"
    r"\ball\s(?:of\s)?(?:(?:our|the|financial|guidance|guided|outlook|forward-looking)\s)*"
    r"(?:figures|amounts|numbers|guidance|outlook|metrics|measures|items|estimates|projections)"
    r"(?:\s(?:are|is|in|this|release|section|table|below|above|herein|provided|presented|given|stated|shown|on|an?))*\s"
    r"(?P<basis>non-GAAP)\b(?!\s(?:and|to)\b)"
)
_WITHOUT_ADJUSTED = frozenset(  # metrics that are not adjusted
    ["revenue", "capital_expenditures", "shares_outstanding", "store_count", "production_volume", "comparable_sales",
     "bookings", "backlog", "headcount", "cash_balance", "dividends_per_share", "stock_based_compensation", "other"]
)  # fmt: skip
_FOOTNOTE = Rare(r"^\s*\(?(?P<mark>\d|\*{1,3})\)?\s+(?:\w+\s+){0,4}?non-GAAP (?:financial )?measures?", re.I | re.M)
_NO_MARK_BEHIND = frozenset("0123456789$.-/:")  # a figure of a number
_MARK_OF = r"{0}\)?(?![\d%]|[.,]\d)"
_MARKED = re.compile(r"(?P<what>[A-Za-z][A-Za-z ,&]{2,60})\)?\s?\(?\Z")
_NEAR = 64  # characters before a mark that it may be of


@dataclass(frozen=True, slots=True)
class GeneralBasis:
    """A basis that a document gives to a metric; to the one of these words only, where `words` is not null, and to all
    that may be adjusted, where `metric` is null."""

    metric: str | None
    words: str | None
    basis: str


def general_bases(text: str) -> list[GeneralBasis]:
    """What a document says of the basis of its metrics, away from their amounts."""
    if "non-gaap" not in text.lower():
        return []
    of_all = [GeneralBasis(None, None, "non_gaap")] if _OF_ALL.search(text) else []
    return [*_given(text), *_marked(text), *of_all]


def basis_by(bases: list[GeneralBasis], metric: str, words: str) -> str:
    """The basis of a metric of these words by the document's statements; `unstated` where they give none, or two."""
    said = {b.basis for b in bases if b.metric == metric and b.words in (None, words.lower())}
    if not said and metric not in _WITHOUT_ADJUSTED:
        said = {b.basis for b in bases if b.metric is None}
    return said.pop() if len(said) == 1 else "unstated"


def _given(text: str) -> Iterator[GeneralBasis]:
    for match in _GIVEN.finditer(text):
        if "gaap" not in match["what"].lower():
            for metric in metrics(match["what"]):
                yield GeneralBasis(metric.name, None, match["basis"].lower().replace("-", "_"))


def _marked(text: str) -> Iterator[GeneralBasis]:
    for mark in {match["mark"] for match in _FOOTNOTE.finditer(text)}:
        for found in re.finditer(_MARK_OF.format(re.escape(mark)), text):
            before = text[max(0, found.start() - _NEAR) : found.start()]
            if before[-1:] in _NO_MARK_BEHIND or not (match := _MARKED.search(before)):
                continue
            named = metrics(match["what"])
            own = named and NON_GAAP.search(match["what"])  # "adjusted EPS (1)" says nothing of EPS
            if named and not own and named[-1].end == len(match["what"].rstrip()):
                yield GeneralBasis(named[-1].name, named[-1].words.lower(), "non_gaap")
