"""What sentences before have told of guidance and of its period."""

from __future__ import annotations

from pipeline.guidance.passages.headings import HEADS, PERIOD, period_told
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.passages.withdrawals import withdraws
from pipeline.guidance.terms.action_words import GIVES
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import Guided, guided_period

_GIVEN_LENGTH = 200
_REMEMBERED = 6  # sentences


class Told:
    """Holds the last sentences that name a period for those behind them, and the last that guidance was told in."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.sentences: list[str] = []  # of this paragraph, or of all below what is in force
        self.given: str | None = None  # the last sentence, if it says that guidance is given: points below are of it
        self.announced: Guided | None = None  # of a sentence that only says for when guidance is given
        self._guidance: str | None = None  # the last sentence that speaks of guidance and of a period

    def period_of_guidance(self, words: str) -> Guided | None:
        """The period that guidance was last said to be for, for a sentence that speaks of guidance itself; else that of
        a sentence that only announced it ("The company reaffirmed its outlook for 2012.")."""
        if self._guidance is not None and HEADS.search(words):
            return guided_period(self._guidance, self._clock) or self.announced
        return self.announced

    def remember(self, words: str) -> None:
        """Keep a sentence that may name the period of the next."""
        self.sentences = [*self.sentences[-_REMEMBERED:], words]

    def take_given(self, sentence: Sentence, *, expects: bool, has_amounts: bool) -> None:
        """Take note of a sentence, if it says no more than that guidance is given."""
        words = sentence.text
        is_given = expects and not (has_amounts or sentence.is_bullet or len(words) > _GIVEN_LENGTH)
        self.given = words if is_given and PERIOD.search(words) and GIVES.search(words) else None

    def take_guidance(self, words: str, *, has_amounts: bool) -> None:
        """Take note of an expectation, if it speaks of guidance and of a period."""
        if PERIOD.search(words) and HEADS.search(words):
            self._guidance = words
            if not has_amounts:
                self.announced = None if withdraws(words) else period_told(words, self._clock)
