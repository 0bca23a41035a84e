"""A filing's expectations as records: sentences with an expectation verb, their metrics, amounts and periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.filing.fiscal import FiscalCalendar, infer_calendar
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.guidance.amounts import Amount, amounts
from pipeline.guidance.leads import Lead, lead_after, takes_lead
from pipeline.guidance.metrics import Metric, metrics, takes
from pipeline.guidance.periods import Guided, guided_period
from pipeline.guidance.sentences import Sentence, sentences
from pipeline.guidance.withdrawals import withdrawn
from pipeline.guidance.words import ACTIONS, EXPECTS, FORMER, GAAP, LOSS, NON_GAAP, NOT_GUIDANCE, WITHDRAWS
from pipeline.records import Expectation, Issue
from pipeline.tables.grid import Grid

_NEAR = 110  # characters between a metric and its amount


@dataclass(frozen=True, slots=True)
class Guidance:
    """What was read from a filing's prose."""

    expectations: tuple[Expectation, ...]
    issues: tuple[Issue, ...]


def read_guidance(filing: OpenedFiling, grids: Mapping[int, Sequence[Grid]]) -> Guidance:
    """Read what the filing expects, from its prose; tables (the grids) are passed over, their figures are no prose."""
    found: list[Expectation] = []
    year_end = next((filer.fiscal_year_end for filer in filing.filers if filer.fiscal_year_end), None)
    for document in filing.documents:
        if not (EXPECTS.search(document.text) or WITHDRAWS.search(document.text)):
            continue
        calendar = infer_calendar(document.text, year_end)
        for item in _items(filing, document, grids.get(document.record.document_no, ()), calendar):
            if not any(_same(item, other) for other in found):
                found.append(replace(item, item_no=len(found) + 1))
    return Guidance(tuple(found), ())


def _items(
    filing: OpenedFiling, document: OpenedDocument, grids: Sequence[Grid], calendar: FiscalCalendar
) -> Iterator[Expectation]:
    period_before: Guided | None = None
    lead: Lead | None = None
    place_before = 0
    for start, end in _prose(document.text, grids):
        for sentence in sentences(document.text, start, end, document.record.format):
            period = guided_period(sentence.text, calendar, filing.filing.reported_on)
            if "\n\n" in document.text[place_before : sentence.start]:
                period_before = None
            place_before = sentence.end
            above = lead if lead and takes_lead(sentence) else None
            if WITHDRAWS.search(sentence.text):
                yield from withdrawn(filing, document, sentence, calendar)
            elif (EXPECTS.search(sentence.text) or above) and not NOT_GUIDANCE.search(sentence.text):
                of_lead = above.period if above else None
                yield from _of_sentence(filing, document, sentence, period or of_lead or period_before, above)
            period_before = period or period_before
            lead = lead_after(lead, sentence, period)


def _prose(text: str, grids: Sequence[Grid]) -> Iterator[tuple[int, int]]:
    """The stretches of a document's text between its tables."""
    place = 0
    for grid in sorted(grids, key=lambda grid: grid.start):
        if grid.start > place:
            yield place, grid.start
        place = max(place, grid.end)
    yield place, len(text)


def _of_sentence(
    filing: OpenedFiling, document: OpenedDocument, sentence: Sentence, period: Guided | None, lead: Lead | None
) -> Iterator[Expectation]:
    if period is None:
        return
    named = metrics(sentence.text)
    verb = EXPECTS.search(sentence.text)
    taken: set[int] = set()
    clause = 0  # where the words of an amount begin: after the amount before it
    for amount in amounts(sentence.text):
        start, clause = clause, amount.end
        metric = _metric_of(named, amount, taken)
        if metric is None or FORMER.search(sentence.text[: amount.start]):
            continue
        if verb is not None and not _is_expected(sentence.text, amount, verb):
            continue
        taken.add(metric.start)
        basis = _basis(sentence.text[start : amount.end])
        if basis == "unstated" and lead is not None:
            basis = _basis(lead.text)
        action = _action(sentence.text) or _action(lead.text if lead else "") or "initiates"
        yield _expectation(filing, document, sentence, metric, amount, period, basis, action)


def _action(text: str) -> str | None:
    return next((name for name, words in ACTIONS if words.search(text)), None)


def _is_expected(text: str, amount: Amount, verb: re.Match[str]) -> bool:
    """Whether a verb of expectation stands before the amount, or soon after it."""
    return verb.start() < amount.start or verb.start() - amount.end < _NEAR // 4


def _metric_of(named: list[Metric], amount: Amount, taken: set[int]) -> Metric | None:
    """The nearest metric before the amount that it can be of and that has none yet."""
    before = [m for m in named if m.end <= amount.start and amount.start - m.end <= _NEAR and takes(m, amount)]
    return before[-1] if before and before[-1].start not in taken else None


def _expectation(
    filing: OpenedFiling,
    document: OpenedDocument,
    sentence: Sentence,
    metric: Metric,
    amount: Amount,
    period: Guided,
    basis: str,
    action: str,
) -> Expectation:
    low, high = amount.low, amount.high
    if LOSS.search(metric.words):  # "a net loss of $61 million to $70 million"
        low, high = (None if high is None else -high), (None if low is None else -low)
    return Expectation(
        filing.filing.filing_id, 0, document.record.document_no, metric.name, metric.words, None, basis, metric.unit,
        low, high, amount.form, period.start, period.end, period.words, action, sentence.text,
        sentence.start, sentence.end,
    )  # fmt: skip


def _basis(clause: str) -> str:
    if NON_GAAP.search(clause):
        return "non_gaap"
    return "gaap" if GAAP.search(clause) else "unstated"


def _same(item: Expectation, other: Expectation) -> bool:
    """Whether two sentences say one thing: a headline and its paragraph; a withdrawal is often said three times."""
    if item.action == other.action == "withdraws":
        return item.metric == other.metric
    return (item.metric, item.basis, item.low, item.high, item.period_start, item.period_end) == (
        other.metric, other.basis, other.low, other.high, other.period_start, other.period_end,
    )  # fmt: skip
