"""The dollars of a document whose company reports in Canadian ones: its guidance is in them, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.records import Expectation

_CANADIAN = re.compile(  # of a statement, or of all: "(in millions of Canadian dollars, except per share data)"
    r"\b(?:thousands|millions|billions) of Canadian (?:dollars|\$)"
    r"|\ball (?:[a-z]+ ){0,2}(?:amounts|figures|dollars|information)\b[^.;]{0,60}?\bin Canadian"
    r" (?:dollars|funds|currency)",
    ANY_CASE,
)
_AMERICAN = re.compile(  # the same of the others', or an amount of them
    r"\b(?:thousands|millions|billions) of (?:U\.?S\.?|United States) dollars", ANY_CASE
)
_OTHER_DOLLARS = re.compile(r"\bU\.?S\.?\s?(?:\$|dollars)|\bUSD\b", ANY_CASE)


def in_own_dollars(items: Iterable[Expectation], text: str) -> Iterator[Expectation]:
    """The items, those in dollars without a name in Canadian ones where the document says that its own are such."""
    kept = list(items)
    is_canadian = any(_is_in_dollars(item) for item in kept) and _CANADIAN.search(text) and not _AMERICAN.search(text)
    for item in kept:
        own = is_canadian and _is_in_dollars(item) and not _OTHER_DOLLARS.search(item.sentence)
        yield replace(item, unit=item.unit.replace("USD", "CAD", 1)) if own and item.unit is not None else item


def _is_in_dollars(item: Expectation) -> bool:
    return item.unit is not None and item.unit.startswith("USD")
