"""Amounts expected of what the vocabulary of metrics does not name: "expects to receive tax refunds of $41 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.guidance.amounts import Amount
from pipeline.guidance.pair_words import ACTIVE, ARTICLE, DEAL, PASSIVE
from pipeline.guidance.words import ASIDE, BY, COMPARED, CONSENSUS, DONE, FORMER


def others(text: str, found: Sequence[Amount]) -> Iterator[tuple[Amount, str]]:
    """Amounts of money in millions with the words for what is expected; those of a deal are left out."""
    if DEAL.search(text):
        return
    for amount in found:
        above = text[: amount.start]
        if amount.kind != "money" or not amount.scaled:
            continue
        if any(words.search(above) for words in (ASIDE, BY, COMPARED, CONSENSUS, DONE, FORMER)):
            continue
        if match := ACTIVE.search(above) or PASSIVE.search(above):
            what = match["what"].strip()
            while ARTICLE.match(what):
                what = ARTICLE.sub("", what, count=1)
            if what:
                yield amount, what
