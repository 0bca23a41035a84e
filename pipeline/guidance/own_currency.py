"""Dollars of another country, where a document says once that all its amounts are in them."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare

_OF_ALL = Rare(  # "All figures in Canadian dollars", "Amounts are expressed in millions of Canadian dollars"
    r"\b(?:all|dollar|currency|monetary|financial|following)\s(?:dollar\s|currency\s)?(?:figures|amounts|numbers|results)\s"
    r"(?:(?:are|herein|in|this|news|press|release|contained|presented|expressed|stated|reported|shown|unless|otherwise"
    r"|noted|indicated|thousands|millions|of)\b,?\s){0,9}canadian\s(?:dollars|funds)\b"
)
_TOLD = re.compile(r"\bU\.?S\.?\s?\$|\bU\.?S\.? dollars|\bUSD\b", ANY_CASE)  # of an amount alone


def dollars_of(text: str) -> str:
    """The currency of what a document prints with a dollar sign alone."""
    return "CAD" if _OF_ALL.search(text) else "USD"


def in_own_dollars(unit: str | None, sentence: str, dollars: str) -> str | None:
    """The unit of an amount in a document's own dollars, unless its sentence tells of those of the U.S."""
    if unit is None or dollars == "USD" or not unit.startswith("USD") or _TOLD.search(sentence):
        return unit
    return f"{dollars}{unit.removeprefix('USD')}"
