"""Tables whose columns hold other figures than a statement: averages, corrections, steps to what is not GAAP."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.primary.candidate import Candidate

_EARNED = re.compile(r"\b(?:interest|yields?|rates?)\b", ANY_CASE)
_NON_GAAP = re.compile(r"\bnon-?\s?gaap\b", ANY_CASE)
_FORMER = re.compile(r"\b(?:previously|originally)\b", ANY_CASE)
_CORRECTED = re.compile(
    r"\b(?:adjust(?:ed|ments?)|corrected|corrections?|reclassif\w+|restate\w+|revised|revisions?)\b", ANY_CASE
)
_CHANGES = re.compile(r"\b(?:adjustments?|corrections?|effects?|impacts?|reclassifications?|restatement)\b", ANY_CASE)
_AS_REPORTED = re.compile(r"\b(?:as|historically) reported\b", ANY_CASE)
_AVERAGE = re.compile(r"\W*average(?: (?:daily )?balances?)?\W*", ANY_CASE)  # heads a column, "Balance" maybe below


def prints_averages(candidate: Candidate) -> bool:
    """Whether all columns hold averages, or some of them what these earned; not one beside the days of others."""
    heads = candidate.headings()
    averages = sum(_AVERAGE.fullmatch(head) is not None for head in heads)
    return averages > 0 and (averages >= candidate.panel.grid.columns or any(map(_EARNED.search, heads)))


def is_bridge(candidate: Candidate) -> bool:
    """Whether a table without a title leads, column by column, to figures that are no measure of accounting rules, or
    from figures to what they were corrected to."""
    heads = candidate.headings()
    corrects = all(any(map(words.search, heads)) for words in (_FORMER, _CORRECTED))
    return not candidate.class_.titled and (corrects or any(map(_NON_GAAP.search, heads)))


def corrects(candidate: Candidate) -> bool:
    """Whether each column is of former figures, of what changed them or of what they were corrected to: "As Reported",
    "Impact of Adoption", "As Adjusted"."""
    heads = candidate.stacks()
    former = [head for head in heads if _FORMER.search(head)]
    changes = [head for head in heads if _CHANGES.search(head) and head not in former]
    reported = former or (changes and [head for head in heads if _AS_REPORTED.search(head)])
    return bool(reported) and all(
        head in reported or head in changes or _CORRECTED.search(head) is not None for head in heads
    )
