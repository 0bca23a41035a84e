"""What opens a paragraph or a point and tells what its sentences are of: "Interest expense. We anticipate ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.wording import with_wordings
from pipeline.tables.grid import Grid

_OPENS = re.compile(r"\W*(?P<topic>[^.:;,$%—–]{2,50}?)\s*(?::\s|\s?[—–]\s?|\s--?\s|\.$)")
_IN_FRONT = re.compile(r"(?:(?!(?:we|our|is|are|was|were|has|have|had|with|in|on|the)\b)\S+\s){0,3}", ANY_CASE)
_BEHIND = re.compile(r"(?:\s(?:guidance|outlook|growth|forecasts?|estimates?|expenses?)|\s\([^()]*\))*", ANY_CASE)
_EXPECTED = re.compile(  # in front of an amount of the topic: "expects to pay", not "expects to save"
    r"\b(?:expect|anticipat|project|estimat|forecast|target)\w*\s(?:(?:to|be|pay|paying|spend|incur|record|report|up"
    r"|down|at|of|for|in|the|our|its|an?|this|about|approximately|roughly|around|between|from|within|and|range|total"
    r"|average|grow|growth|rise|increase|decrease|decline|reduction|first|second|third|fourth|full|fiscal|calendar"
    r"|quarter|half|year|(?:19|20)\d\d|more|less|than|least|most)\s)*\W*$",
    ANY_CASE,
)
_OF_ANOTHER = re.compile(  # "Lease termination fees are expected to be $0.02" below FFO
    r"\b(?:fees|charges|gains?|loss(?:es)?|savings|benefits?|impacts?|synerg\w+|acquisitions?)\b", ANY_CASE
)
_TIME = re.compile(
    r"(?:(?:first|second|third|fourth|next|full|fiscal|calendar|quarter|half|year|of|in)\b\s?)+", ANY_CASE
)
_ENDS = re.compile(  # behind an amount of the topic; not "$25 million of notes", "a 3% benefit"
    r"\)?(?:\s(?:(?:[mb]{1,2})?(?:cfe?|boe|bbls?)\S*|barrels|tons|ounces|pounds|stores|shares))?"
    r"(?:\s(?:growth|increase|decrease|decline|reduction))?"
    r"(?:\W*$|\s?[,;(]|\s(?:per (?!quarter|month)|compared|versus|excluding|including|year|and)\b"
    r"|\s(?:for|in|during|from|over)\s(?:(?:the|its|our|all of|fiscal|calendar)\s)*"
    r"(?:q?\d+|first|second|third|fourth|full|fiscal|next|this|each|year|quarter|half|rest|remainder|balance)\b)",
    ANY_CASE,
)


def opening_of(parts: Sequence[Sentence | Grid], place: int, text: str) -> str:
    """The first sentence of the paragraph or point that a sentence stands in behind it; empty where it is the first."""
    first = place
    while (before := _before(parts, first, text)) is not None:
        first -= 1
        if before.is_bullet:
            break
    opening = parts[first]
    return opening.text if first < place and isinstance(opening, Sentence) else ""


def topic_of(opening: str, sentence: str) -> str:
    """The metric, as printed, that a sentence below an opening is of; empty where the opening names none in front, or
    the sentence names its own or expects another thing."""
    opens = _OPENS.match(opening)
    if opens is None or metrics(sentence):
        return ""
    topic = opens["topic"]
    named = metrics(topic)
    if len({metric.name for metric in named}) != 1:
        return ""
    is_named = _IN_FRONT.fullmatch(topic, 0, named[0].start) and _BEHIND.fullmatch(topic, named[-1].end)
    amount = next(iter(with_wordings(sentence, named)), None)
    if not is_named or amount is None:
        return ""
    in_front = sentence[: amount.start]
    is_own = _EXPECTED.search(in_front) and not _OF_ANOTHER.search(in_front) and _ENDS.match(sentence, amount.end)
    return topic if is_own else ""


def is_time(words: str) -> bool:
    """Whether words that stand for what is expected are no more than a time: "$10 million for the first quarter of"."""
    return _TIME.fullmatch(words) is not None


def _before(parts: Sequence[Sentence | Grid], place: int, text: str) -> Sentence | None:
    """The sentence in front of another in its paragraph."""
    sentence, before = parts[place], parts[place - 1] if place else None
    if not isinstance(before, Sentence) or not isinstance(sentence, Sentence) or sentence.is_bullet:
        return None
    return before if "\n\n" not in text[before.end : sentence.start] else None
