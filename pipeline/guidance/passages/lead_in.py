"""A lead-in ("For the third quarter, we expect:"), and the points of the list below it."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, words
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.terms.actions import action_of
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import Guided, guided_periods

_TOLD = "summarized", "set forth", "outlined", "presented", "shown", "provided", "listed", "detailed", "contained"
_LEADS = re.compile(
    r":\W*$|"
    + words(
        *(rf"{term}\b[^.]{{0,40}}[.:]?$" for term in ("as follows", "the following")),
        *(rf"{told} (?:below|in the (?:following |accompanying )?table(?: below)?)\.?$" for told in _TOLD),
    ),
    ANY_CASE,
)
_GOES_ON = re.compile(r"[;,](?:\sand)?$", ANY_CASE)  # a point of a list, not its end


def leads_to_list(words: str) -> bool:
    """Whether the words of a sentence lead to what stands below."""
    return _LEADS.search(words) is not None


def ends_point(words: str) -> bool:
    """Whether a sentence is whole, no piece of a list that goes on behind it."""
    return _GOES_ON.search(words) is None


class LeadIn:
    """The lead-in in force, and where in the list below it the reading stands."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.words: str | None = None
        self.given: str | None = None  # said in front of it, of guidance: "We raise our guidance. We expect:"
        self.is_in_point = False
        self.said_in_point: list[str] = []  # sentences of the point that may name the period of the next
        self._first_point: str | None = None  # if it expects an amount

    def pass_to(self, sentence: Sentence, gap: str) -> bool:
        """Take note of where a sentence stands, behind the characters of a gap; true where it begins a list."""
        was_in_point = self.is_in_point
        self.is_in_point = sentence.is_bullet or (was_in_point and "\n" not in gap)
        if sentence.is_bullet or not self.is_in_point:
            self.said_in_point.clear()
        if was_in_point and not self.is_in_point:
            self.words = self._first_point = None  # its list is over
        return sentence.is_bullet and not was_in_point

    def period_of_list(self) -> Guided | None:
        """The period that the first point of the list names, in the list."""
        if not self.is_in_point or self._first_point is None:
            return None
        named = guided_periods(self._first_point, self._clock)
        return named[0] if len(named) == 1 else None

    def take_given(self, sentence: Sentence, given: str | None) -> None:
        """Take note of what was said of guidance in front of a sentence, if that is the lead-in."""
        words = sentence.text
        if self.words == words and not sentence.is_bullet:
            self.given = given or self._still_given(words) if action_of(words) == "initiates" else None
        elif not self.is_in_point:
            self.given = None  # of a lead-in right below it, and of those below its points

    def take_point(self, sentence: Sentence) -> None:
        """Take note of a sentence that expects an amount, if it is the first point."""
        if sentence.is_bullet and self._first_point is None:
            self._first_point = sentence.text

    def _still_given(self, words: str) -> str | None:
        """What was said in front of the last lead-in, where it names its period as this one does."""
        given = self.given
        return given if given and all(guided_periods(text, self._clock) for text in (given, words)) else None
