"""The heading of the section that is read, and the period in force below it."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.words import HEADLINE
from pipeline.guidance.passages.headings import AMOUNT, HEADS, RESULTS, is_boilerplate, names_period
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.periods import Guided, guided_period, guided_periods
from pipeline.guidance.terms.words import EXPECTS, IS

_PRELIMINARY = re.compile(  # of a period that is over, where it is not reported yet
    r"\bpreliminary\b[^.;:]{0,80}?\b(?:results|highlights|figures|information|estimates|sales|revenues?)\b", ANY_CASE
)
_OF_RESULTS = re.compile(
    r"^(?!.*\b(?:announc|report|provid|releas|updat)).*\b(?:results|highlights|summary)\b", ANY_CASE
)
_KIND_ONLY = re.compile(
    r"\W*(?:(?:us )?gaap|non-gaap(?: adjusted)?|adjusted|(?:un)?audited|(?:\w+al|business) metrics?:)\W*", ANY_CASE
)
_OF_A_RANGE = re.compile(  # "Adjusted EPS of $2.75 to $2.80 reflects a tax rate of"
    rf"[A-Z][^.;$%\d]{{2,60}}\sof\s(?:{NEARLY}\s)?\$?\d[\d.,]*(?:\s[mb]illion)?\s?(?:to|-|–)\s?\$?\d[\d.,]*[^.;]{{0,20}}?\s(?:reflect|assum|includ)"
)


class Section:
    """The heading in force, if it is one of outlook, and the period that it or a lead-in below it names."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.heading: str | None = None
        self.period: Guided | None = None  # of heading and lead-in
        self._bare: Guided | None = None  # of a heading that names nothing but a period to come
        self.is_preliminary = False  # what is told of the period just over are no results yet
        self.is_boilerplate = False

    @property
    def named(self) -> Guided | None:
        """The period of heading and lead-in, else of a heading that names nothing else."""
        return self.period or self._bare

    def pass_over(self) -> None:
        """Take note that a heading may have been among what was passed over."""
        self._bare = None

    def begin(self, words: str) -> bool:
        """Take note of a heading; false where what stands above it stays in force."""
        if self.heading is not None and _KIND_ONLY.fullmatch(words):
            return False
        self.is_boilerplate = is_boilerplate(words)
        if AMOUNT.search(words) and (metrics(words) or (self.heading is not None and not RESULTS.search(words))):
            return False  # an item that stands alone
        period = guided_period(words, self._clock)
        is_of_results_to_come = self.is_preliminary and period is not None and _OF_RESULTS.search(words)
        if is_of_results_to_come or (HEADS.search(words) and not self.is_boilerplate):
            self.heading, self.period = words, period
        elif self.heading is not None and not RESULTS.search(words) and (period or metrics(words)):
            self.period = period or self.period
        elif EXPECTS.search(words):
            return False
        else:
            self.heading, self.period = None, None
            self._bare = period if names_period(words) else None
        return True

    def take_note(self, words: str) -> None:
        """Take note of an expectation, which may be of preliminary figures."""
        if not self._clock.is_release and _PRELIMINARY.search(words):
            self.is_preliminary = True

    def leads(self, sentence: Sentence) -> bool:
        """Whether the heading makes an expectation of a sentence: a point, or one that tells of nothing that is."""
        if self.heading is not None:
            if HEADLINE.match(self.heading) and not guided_periods(sentence.text, self._clock):
                return False  # its first points are of results
            if not sentence.is_bullet and not HEADS.search(self.heading):
                return False  # what is preliminary stands in points
        return sentence.is_bullet or not IS.search(sentence.text) or _OF_A_RANGE.match(sentence.text) is not None
