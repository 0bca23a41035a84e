"""Whose dollars "$" stands for in a document that says it reports in Canadian ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.records import Expectation

_CANADIAN = r"(?:canadian|cdn\.?)\s+(?:\$|(?:dollars|funds|currency)\b)"
_AMERICAN = r"(?:U\.?S\.?|United\s+States|American)\s*(?:\$|(?:dollars?|funds|currency)\b)"
_REPORTS = (  # before a currency: "in millions of", "all amounts are expressed in", "all figures in"
    r"\b(?:(?P<scale>(?:thousands|millions|billions)\s+of)"
    r"|(?:dollars?|amounts?|figures|numbers|results|statements?)\s+(?:[\w,()]+\s+){0,8}?(?:are|is|stated|expressed)"
    r"(?:\s+(?:stated|expressed|reported|presented|quoted))?\s+in"
    r"|all\s+(?:\w+\s+)?(?:amounts|figures|numbers|results)\s+(?:(?:(?:in|of)\s+)?(?:this|the)\s+)?"
    r"(?:(?:news|press|release|herein|contained|shown|presented|unless|otherwise|noted|indicated)\b,?\s+){0,6}in)\s+"
)
_IN_CANADIAN = Rare(_REPORTS + _CANADIAN)
_IN_AMERICAN = Rare(_REPORTS + _AMERICAN)
_AMERICAN_DOLLARS = re.compile(rf"\b(?:{_AMERICAN}|USD\b)", ANY_CASE)
_OF_A_PART = re.compile(
    r"\b(?:subsidiar\w+|segments?|divisions?|(?<!statements of )operations|business|facility|facilities)\b", ANY_CASE
)
_SCALE_ALONE = Rare(r"\bin\s+(?:thousands|millions|billions)\b(?!\s+of)")
_STATEMENT = re.compile(  # right above: no other scale is told below it
    r"\b(?:statements? of|balance sheets?)\b(?!.*\bin (?:thousands|millions|billions)\b)", ANY_CASE
)
_AHEAD = 160  # characters in which a heading tells what an amount is of


def in_own_dollars(items: Sequence[Expectation], text: str) -> Sequence[Expectation]:
    """The items, "$" read as Canadian dollars where the document reports in these alone and the item's own words name
    no others."""
    if not items or not _reports_in_canadian(text) or _IN_AMERICAN.search(text):
        return items
    return [item if _AMERICAN_DOLLARS.search(item.sentence) else _in_canadian(item) for item in items]


def _reports_in_canadian(text: str) -> bool:
    return any(_is_of_all(text, told) for told in _IN_CANADIAN.finditer(text))


def _is_of_all(text: str, told: re.Match[str]) -> bool:
    """Whether a document says so of all that it reports: not of a part of the company, nor in the scale of a table
    below others that tell no currency, unless it is a statement."""
    if told["scale"] is None:
        return _OF_A_PART.search(told[0]) is None
    heading = " ".join(text[max(0, told.start() - _AHEAD) : told.start()].split())
    if _OF_A_PART.search(heading):
        return False
    return _STATEMENT.search(heading) is not None or _SCALE_ALONE.search(text[: told.start()]) is None


def _in_canadian(item: Expectation) -> Expectation:
    return replace(item, unit=item.unit.replace("USD", "CAD", 1)) if item.unit else item
