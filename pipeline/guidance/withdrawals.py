"""Guidance that is withdrawn or suspended: an item for each metric named, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.filing.dates import YEAR
from pipeline.filing.fiscal import FiscalCalendar
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.guidance.metrics import metrics
from pipeline.guidance.periods import Guided, guided_period
from pipeline.guidance.sentences import Sentence
from pipeline.guidance.words import NON_GAAP, WITHDRAWS
from pipeline.records import Expectation

_YEAR = re.compile(rf"\b{YEAR}\b")


def withdrawn(
    filing: OpenedFiling, document: OpenedDocument, sentence: Sentence, calendar: FiscalCalendar
) -> Iterator[Expectation]:
    """The items of a sentence that withdraws guidance; where it names no metric, one item of metric `other`."""
    match = WITHDRAWS.search(sentence.text)
    if match is None:
        return
    clause = sentence.text[match.start() :]
    period = guided_period(clause, calendar, filing.filing.reported_on) or _year(match[0], calendar)
    named = {metric.name: metric for metric in metrics(clause)}
    for name in named or ("other",):
        metric = named.get(name)
        words = metric.words if metric else match[0]
        basis = "non_gaap" if NON_GAAP.search(words) else "unstated"
        yield Expectation(
            filing.filing.filing_id, 0, document.record.document_no, name, words,
            None if metric else "financial guidance", basis, metric.unit if metric else None, None, None,
            "qualitative", period.start if period else None, period.end if period else None,
            period.words if period else None, "withdraws", sentence.text, sentence.start, sentence.end,
        )  # fmt: skip


def _year(words: str, calendar: FiscalCalendar) -> Guided | None:
    year = _YEAR.search(words)
    return Guided(*calendar.year(int(year[0])), year[0]) if year else None
