"""What opens a paragraph or a point and tells what its sentences are of: "Interest expense. We anticipate ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.terms.metrics import metrics
from pipeline.tables.grid import Grid

_OPENS = re.compile(r"\W*(?P<topic>[^.:;,$%—–]{2,50}?)\s*(?::\s|\s?[—–]\s?|\s--?\s|\.$)")


def topic_of(parts: Sequence[Sentence | Grid], place: int, text: str) -> str:
    """The metric, as printed, that opens the paragraph of a sentence behind its first one; empty without one, or where
    the sentence names a metric itself."""
    first = place
    while (before := _before(parts, first, text)) is not None:
        first -= 1
        if before.is_bullet:
            break
    opening, sentence = parts[first], parts[place]
    if first == place or not isinstance(opening, Sentence) or not isinstance(sentence, Sentence):
        return ""
    opens = _OPENS.match(opening.text)
    if opens is None or metrics(sentence.text):
        return ""
    return opens["topic"] if len({metric.name for metric in metrics(opens["topic"])}) == 1 else ""


def _before(parts: Sequence[Sentence | Grid], place: int, text: str) -> Sentence | None:
    """The sentence in front of another in its paragraph."""
    sentence, before = parts[place], parts[place - 1] if place else None
    if not isinstance(before, Sentence) or not isinstance(sentence, Sentence) or sentence.is_bullet:
        return None
    return before if "\n\n" not in text[before.end : sentence.start] else None
