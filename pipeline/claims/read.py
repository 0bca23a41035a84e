"""The claims of a filing: what its prose says of the periods that its statements report."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping

from pipeline.claims.figures import Figure
from pipeline.claims.periods import Reported, Told
from pipeline.claims.statement import Said, period_of, read_sentence
from pipeline.filing.infer_calendar import calendar_of
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.guidance.passages.prose import Prose
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.terms.basis_words import NON_GAAP
from pipeline.guidance.terms.words import EXPECTS, RESPECTIVELY
from pipeline.records import Claim
from pipeline.statements import Statements
from pipeline.statements.periods.read import period_start

_PERIODS = ("uarter", "onths", "eeks", "ear", "iscal", "half", "Q")  # whatever the first letter
_NAMES = (
    "sales", "revenue", "turnover", "income", "loss", "earnings", "profit", "margin", "eps", "cash", "research", "r&d",
    "administrative", "sg&a", "tax rate", "operations",
)  # fmt: skip
_NO_CLAIM = (NON_GAAP, EXPECTS, RESPECTIVELY)  # another measure, the future, told in another order
_PARAGRAPH = {"text": re.compile(r"\n\s*\n"), "html": re.compile(r"\n")}

CARRIED = 3  # sentences that a period is carried over


def read_claims(filing: OpenedFiling, prose: Mapping[int, Prose], statements: Statements) -> tuple[Claim, ...]:
    """Read what an earnings release claims of its own figures; without a statement of income, nothing."""
    reported = _reported(filing, statements)
    if reported is None or not filing.filing.is_earnings_release:
        return ()
    claims: list[Claim] = []
    for document in filing.documents:
        for sentence, said in _said(document, prose[document.record.document_no], reported):
            claims.append(_claim(filing, document, sentence, said, len(claims) + 1))
    return tuple(claims)


def _reported(filing: OpenedFiling, statements: Statements) -> Reported | None:
    """The latest period of the company's own statement of income, and the lengths that end with it."""
    primary = {
        (t.document_no, t.table_no) for t in statements.tables if t.is_primary and t.class_ in ("income", "highlights")
    }
    ends = [
        (column.period_end, column.months)
        for column in statements.columns
        if (column.document_no, column.table_no) in primary
        and column.kind == "amount"
        and column.period_end
        and column.months
    ]
    if not ends:
        return None
    last = max(end for end, _ in ends)
    return Reported(calendar_of(filing), last, frozenset(months for end, months in ends if end == last))


def _said(document: OpenedDocument, prose: Prose, reported: Reported) -> Iterator[tuple[Sentence, Said]]:
    before: deque[str] = deque(maxlen=CARRIED)
    place, is_of_segment = 0, False

    def carried() -> Told | None:
        told = (period_of(text, reported) for text in reversed(before) if any(word in text for word in _PERIODS))
        return next((period for period in told if period is not None), None)

    for sentence in prose.sentences:
        lower = sentence.text.lower()
        if is_of_segment and _PARAGRAPH[document.record.format].search(document.text, place, sentence.start):
            is_of_segment = False
        is_of_segment = is_of_segment or "segment" in lower or "division" in lower
        place = sentence.end
        if not is_of_segment and _may_claim(sentence.text, lower):
            for claim in read_sentence(sentence.text, reported, carried):
                yield sentence, claim
        before.append(sentence.text)


def _may_claim(text: str, lower: str) -> bool:
    if not ("$" in text or "%" in text or "percent" in lower) or not any(name in lower for name in _NAMES):
        return False
    return not any(pattern.search(text) for pattern in _NO_CLAIM)


def _claim(filing: OpenedFiling, document: OpenedDocument, sentence: Sentence, said: Said, number: int) -> Claim:
    figure, end, months = said.figure, said.period.last, said.period.months
    assert end is not None
    start, stop = _place(document.text, sentence, figure)
    return Claim(
        filing.filing.filing_id, number, document.record.document_no, figure.metric, figure.words, figure.kind,
        figure.unit, figure.value, figure.rounding, period_start(end, months) if months else None, end, months,
        said.is_stated, figure.printed, sentence.text, start, stop,
    )  # fmt: skip


def _place(text: str, sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """Where a number of the sentence stands in the document, which has other blanks, and marks of notes between."""
    before, printed = ("".join(words.split()) for words in (sentence.text[: figure.start], figure.printed))
    places: list[int] = []
    for char in before + printed:
        places.append(text.index(char, places[-1] + 1 if places else sentence.start))
    return places[len(before)], places[-1] + 1
