"""The headings that stand open over a line of a statement, and what they leave it to count."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.lines.measures import (
    BARE,
    BELOW_MONEY,
    BELOW_SHARES,
    INCOME_OF,
    MEASURE_WORDS,
    OF_A_COUNT,
    CellNumbers,
    are_money,
    are_small,
    measure_of,
    measure_of_words,
)

_NONE_ISSUED = re.compile(  # such a line heads none
    r"\b(?:none|no shares)\W+(?:(?:were|are|have been) )?(?:issued|outstanding)\b", ANY_CASE
)
_NET_INCOME = re.compile(r"net (?:\(?(?:income|loss|earnings)\)?\s*)+", ANY_CASE)
_RESULT = re.compile(  # what a heading's own result adds to its words: "Financial services pretax income"
    r" (?:(?:gross|operating|pre-?tax)\b.*|(?:profits?|\(?loss\)?|[/ ])+)", ANY_CASE
)
_DILUTES = re.compile(  # between the counts of basic and of diluted shares; not "Dilutive", what a share earns
    r"(?!.*\b(?:per|income|loss|earnings|interest|expenses?)\b)"
    r"(?:plus|add)?\W*(?:(?:net )?(?:dilutive|incremental)\b(?=\W*\w)|(?:net )?effects? of (?:\w+ )?dilut\w+"
    r"|(?:assumed )?(?:conversions?|exercise) of\b|common (?:stock |share )?equivalents\b)",
    ANY_CASE,
)
_DILUTED = re.compile(r"(?:[-–—•]\s*)?(?:fully )?(?:diluted|assuming dilution)\b", ANY_CASE)
_OF_RATES = re.compile(  # "% Return:", "As a percentage of sales"
    r"[^\w%]*(?:as an? )?(?:%|percent(?:age)?s?\b) ?(?:of|to|returns?|change|increase|growth)\b[^.;]{0,40}$", ANY_CASE
)
_OF_MONEY = re.compile(r"\b(?:sales?|revenues?|costs?|expenses?|expenditures)\b", ANY_CASE)


class _Heading(NamedTuple):
    depth: int
    words: str
    has_deeper: bool = False  # a row that is set in below it was met

    @property
    def name(self) -> str:
        return self.words.lower().rstrip(": ")


class Sections:
    """The headings that the next line of a panel of class `statement` stands under, the nearest last."""

    def __init__(self, statement: str) -> None:
        self._statement = statement
        self._open: list[_Heading] = []
        self._measure = "money"  # of a line whose words do not say what it counts
        self._last = "money"  # what the line above counts

    @property
    def nearest(self) -> str | None:
        return self._open[-1].words.rstrip(":") if self._open else None

    def open(self, words: str, depth: int) -> None:
        """Begin a section with the heading of these words."""
        if _NONE_ISSUED.search(words):
            return
        self._open = [heading for heading in self._open if heading.depth < depth]
        self._measure = measure_of_words(words) or self._measure_above(words)
        self._open.append(_Heading(depth, words))

    def measure(self, label: str, depth: int, numbers: CellNumbers) -> str:
        """What a line counts; headings that it no longer stands under are closed before."""
        measure = measure_of(label, self._measure, numbers, self._statement)
        if self._last == "shares" and _DILUTES.match(label) and not are_money(numbers):
            measure = "shares"
        if label and not self._is_result_a_share(label, measure):  # a bare total is not set in
            self._close_at(depth)
        if measure == "shares" and self._is_of_money(label) and not OF_A_COUNT.search(label):
            measure = "money"  # "Net income attributable to noncontrolling interests:" "Common units"
        if measure == "money" and self._counts_things(label, numbers):
            measure = "number"  # "Number of stores:" "Opened"
        if measure == "money" and self._are_rates(depth, numbers):
            measure = "percent"  # "% of sales:" "Net earnings"
        return measure

    def leave(self, label: str, measure: str) -> None:
        """What a line leaves to those below it: a total closes its section."""
        self._last = measure
        if not BARE.match(label) and measure in MEASURE_WORDS and label.endswith(":"):
            self._measure = measure
        if self._measure == "shares" and (measure == "percent" or (measure == "shares" and _DILUTED.match(label))):
            self._measure = BELOW_SHARES
        self._close_by_total(label, measure)

    def _measure_above(self, words: str) -> str:
        """What the headings above one leave to it: "Basic:" below "Earnings per share"."""
        if BARE.match(words):
            return BELOW_MONEY if self._measure == "money" else self._measure
        return next(filter(None, (measure_of_words(heading.words) for heading in reversed(self._open))), "money")

    def _is_of_money(self, label: str) -> bool:
        """Whether a line stands under parts of the net income that others own, or is named as shares are ("Basic")
        under a net income or parts of revenues, and not under what each share earns."""
        if not self._open:
            return False
        heading = self._open[-1].words
        is_of_income = INCOME_OF.match(heading) is not None
        is_of_others = "interest" in heading.lower() and is_of_income
        is_of_money = BARE.match(label) is not None and (is_of_income or _OF_MONEY.match(heading) is not None)
        return (is_of_others or is_of_money) and measure_of_words(heading) is None

    def _is_result_a_share(self, label: str, measure: str) -> bool:
        """Whether a line sums up the heading that it is level with: "Basic earnings per share:" ... "Net income"."""
        is_of_heading = bool(self._open) and measure_of_words(self._open[-1].words) == measure == "per_share"
        return is_of_heading and _NET_INCOME.fullmatch(label) is not None

    def _counts_things(self, label: str, numbers: CellNumbers) -> bool:
        """Whether what stands under a heading are counts of other things than shares."""
        if not self._open or measure_of_words(self._open[-1].words) != "number" or _OF_MONEY.search(label):
            return False
        return not are_money(numbers)

    def _are_rates(self, depth: int, numbers: CellNumbers) -> bool:
        """Whether what is set in under a heading are percentages, as it says; amounts may follow, level with it."""
        if not self._open or depth <= self._open[-1].depth or _OF_RATES.match(self._open[-1].words) is None:
            return False
        return are_small(numbers) and not are_money(numbers)

    def _close_at(self, depth: int) -> None:
        """Close the headings that had deeper rows and are met by a row at their own depth."""
        self._open = [
            _Heading(at, words, deeper or depth > at) for at, words, deeper in self._open if not deeper or depth > at
        ]

    def _close_by_total(self, label: str, measure: str) -> None:
        """Close the headings that a line ends: a total ends its own; in a statement of income also one named as it is,
        and the result of what is named."""
        words = label.lower()
        if words.startswith("total"):
            self._open = [heading for heading in self._open if heading.name not in words]
        elif self._statement == "income" and _NET_INCOME.fullmatch(label):
            # Below "Basic:" the shares may be set in, too.
            is_a_share = measure == "per_share"
            self._open = [h for h in self._open if is_a_share and h.has_deeper and BARE.match(h.words)]
        elif self._statement == "income":
            self._open = [heading for heading in self._open if not _is_result(words, heading.name)]


def _is_result(words: str, heading: str) -> bool:
    return words.startswith(heading) and (words == heading or _RESULT.fullmatch(words, len(heading)) is not None)
