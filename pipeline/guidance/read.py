"""A filing's expectations as records, from its prose and its tables of outlook, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.filing.dates import find_dates
from pipeline.filing.infer_calendar import calendar_of
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.general_basis import basis_by, general_bases
from pipeline.guidance.outlook.read import table_items
from pipeline.guidance.own_dollars import in_own_dollars
from pipeline.guidance.own_name import without_own_name
from pipeline.guidance.passages.find import Passage, TablePassage, passages
from pipeline.guidance.passages.prose import Prose
from pipeline.guidance.passages.withdrawals import withdrawn
from pipeline.guidance.same import each_once
from pipeline.guidance.sentence.statement import Item, stated
from pipeline.guidance.sentence.told_next import moved_by_next
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.units import in_small_letters
from pipeline.records import Expectation, Issue
from pipeline.tables.grid import Grid

_ENDED = re.compile(r"\bended\s+(?=\w)", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Guidance:
    """What was read from a filing."""

    expectations: tuple[Expectation, ...]
    issues: tuple[Issue, ...]


def read_guidance(filing: OpenedFiling, prose: Mapping[int, Prose]) -> Guidance:
    """Read what the filing expects; a filing that expects nothing gives no expectations."""
    found: list[Expectation] = []
    tables: list[Grid | None] = []  # that each was read from
    for document in filing.documents:
        read = list(_expectations(filing, document, prose[document.record.document_no], _clock(filing, document)))
        found.extend(in_own_dollars(_with_general_basis([item for item, _ in read], document.text), document.text))
        tables.extend(grid for _, grid in read)
    kept = each_once(found, tables)
    return Guidance(tuple(replace(item, item_no=n) for n, item in enumerate(kept, 1)), ())


def _clock(filing: OpenedFiling, document: OpenedDocument) -> Clock:
    facts = filing.filing
    today = facts.reported_on or facts.filed_on or _day_after_results(document.text)
    return Clock(calendar_of(filing), today, facts.is_earnings_release)


def _day_after_results(text: str) -> date | None:
    """A day soon after the latest period that a text reports, where the filing's facts give no day."""
    ends = [
        days[0].value for match in _ENDED.finditer(text) if (days := find_dates(text[match.end() : match.end() + 20]))
    ]
    return max(ends) + timedelta(days=20) if ends else None


def _expectations(
    filing: OpenedFiling, document: OpenedDocument, prose: Prose, clock: Clock
) -> Iterator[tuple[Expectation, Grid | None]]:
    """The expectations of a document, each with the table that it stands in."""
    text = document.text
    found: list[tuple[Item, int, int, Grid | None]] = []
    before: Grid | None = None  # the last table that guides
    for passage in passages(prose, clock):
        grid = passage.grid if isinstance(passage, TablePassage) else None
        for item, start, end in _placed(text, passage, clock, before):
            before = grid or before
            found.append((item, start, end, grid))
    items = [item for item, *_ in found]
    for item, start, end, grid in found:
        sentence = " ".join(text[start:end].split())
        unit = in_small_letters(item.unit)
        expectation = Expectation(
            filing.filing.filing_id, 0, document.record.document_no, item.metric, item.words,
            without_own_name(item.scope, filing.filing.company), _basis_of(item, items), unit,
            item.low, item.high, item.form, item.period.start, item.period.end, item.period.words or None,
            item.action, sentence, start, end,
        )  # fmt: skip
        yield expectation, grid


def _basis_of(item: Item, items: Sequence[Item]) -> str:
    """The basis of an item: by its own words, else by what stands above, unless another item of the document is told
    to be the one on that basis: below "Raises Adjusted EPS Guidance", "EPS of $1.00 and adjusted EPS of $1.20"."""
    if item.basis != "unstated" or item.basis_above == "unstated":
        return item.basis
    is_another = any(
        other.basis == item.basis_above
        and (other.metric, other.scope, other.unit) == (item.metric, item.scope, item.unit)
        and other.period.is_same(item.period)
        and _are_apart(other, item)
        for other in items
    )
    return "unstated" if is_another else item.basis_above


def _are_apart(one: Item, other: Item) -> bool:
    """Whether two amounts have nothing in common: a middle told elsewhere is of the range."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.high < other.low or other.high < one.low


def _with_general_basis(items: list[Expectation], text: str) -> list[Expectation]:
    """The items, those whose own words give no basis with what the document says of their metric."""
    if all(item.basis != "unstated" for item in items):
        return items
    bases = general_bases(text)
    return [
        replace(item, basis=basis_by(bases, item.metric, item.metric_words)) if item.basis == "unstated" else item
        for item in items
    ]


def _placed(
    text: str, passage: Passage | TablePassage, clock: Clock, before: Grid | None
) -> Iterator[tuple[Item, int, int]]:
    """The items of a passage with the place of the words that hold them."""
    if isinstance(passage, TablePassage):
        for read in table_items(text, passage.grid, passage.above, clock, before):
            yield read.item, read.start, read.end
        return
    sentence = passage.sentence
    if passage.withdraws:
        items = list(withdrawn(sentence.text, passage.above, clock))
    else:
        items = list(stated(sentence.text, passage.above, clock, led=passage.led, since=passage.since))
        items = moved_by_next(items, passage.behind, clock) if passage.behind else items
    for item in items:
        yield item, sentence.start, sentence.end
