"""What stands above a sentence: the heading of its section, and lead-ins ("For the third quarter, we expect:")."""

from __future__ import annotations

import re

from pipeline.guidance.amounts import amounts
from pipeline.guidance.metrics import metrics
from pipeline.guidance.periods import Clock, Guided, guided_period
from pipeline.guidance.sentences import Sentence
from pipeline.guidance.statement import Above
from pipeline.guidance.words import EXPECTS, PAST

_HEADING_LENGTH = 110
_HEADS = re.compile(
    r"\b(?:guidance|outlook|expectations|targets|forecasts?|looking (?:ahead|forward)|projections|estimates"
    r"|assumptions)\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"forward[- ]looking|safe harbor|cautionary|risk factors|\babout\b|private securities litigation", re.IGNORECASE
)
_RESULTS = re.compile(r"\b(?:results|highlights|review|summary|reports?|reported|announces?)\b", re.IGNORECASE)
_LIST = re.compile(r":\W*$|\b(?:as follows|the following)\b[^.]{0,40}[.:]?$", re.IGNORECASE)


class Leads:
    """Follows a document from sentence to sentence and holds what is in force: the heading, the lead-in, the period."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._heading: str | None = None  # of a section of outlook
        self._lead: str | None = None
        self._period: Guided | None = None
        self._paragraph_period: Guided | None = None
        self._end = 0
        self.is_boilerplate = False

    def pass_to(self, sentence: Sentence, text: str) -> None:
        """Take note of where a sentence stands, and of a heading."""
        is_apart = "\n" in text[self._end : sentence.start] or self._end == 0
        if is_apart and "\n\n" in text[self._end : sentence.start]:
            self._paragraph_period = None
        if is_apart and _is_heading(sentence):
            self._pass_heading(sentence.text)
        self._end = sentence.end

    def leads(self, sentence: Sentence) -> bool:
        """Whether a heading or lead-in makes an expectation of a sentence: it tells of nothing that was."""
        return (self._lead is not None or self._heading is not None) and not PAST.search(sentence.text)

    def above(self) -> Above:
        """What is in force."""
        texts = tuple(text for text in (self._lead, self._heading) if text is not None)
        return Above(texts, self._period or self._paragraph_period)

    def leave(self, sentence: Sentence, *, expects: bool) -> None:
        """Take note of a sentence that was read: it may be a lead-in, and it may name the period of the next."""
        words = sentence.text
        has_amounts = any(a.kind != "count" for a in amounts(words))
        in_force = self._lead is not None or self._heading is not None
        period = guided_period(words, self._clock) if expects or in_force or not has_amounts else None
        if _LIST.search(words) and (expects or in_force) and not has_amounts:
            self._lead = words
            self._period = period or self._period
        elif not sentence.is_bullet and not has_amounts and not _is_heading(sentence):
            self._lead = None
        if expects and period is not None and not sentence.is_bullet:
            self._period = period
        self._paragraph_period = period or self._paragraph_period

    def _pass_heading(self, words: str) -> None:
        self.is_boilerplate = bool(_BOILERPLATE.search(words))
        if any(amounts(words)) and metrics(words):
            return  # an item that stands alone
        period = guided_period(words, self._clock)
        if _HEADS.search(words) and not self.is_boilerplate:
            self._heading, self._lead, self._period = words, None, period
        elif self._heading is not None and not _RESULTS.search(words) and (period or metrics(words)):
            self._lead, self._period = None, period or self._period
        elif not EXPECTS.search(words):
            self._heading, self._lead, self._period = None, None, None


def _is_heading(sentence: Sentence) -> bool:
    return len(sentence.text) < _HEADING_LENGTH and sentence.text[-1] not in ".;,?!" and not sentence.is_bullet
