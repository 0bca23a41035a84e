"""Sentences of running text with their places; a sentence may run over printed lines, never over a blank one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z$•])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Mr|Ms|Mrs|Dr|No|St|approx|vs|U\.S|[A-Z])|\be\.g|\bi\.e)\.$", re.IGNORECASE
)
_LONGEST = 1500  # characters; more is a table or a list of risks


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` has its blanks single; it stands at `start` to `end` of the document's text."""

    text: str
    start: int
    end: int


def sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Sentences of a stretch of text, in printed order."""
    for paragraph in _PARAGRAPH.finditer(text, start, end):
        first = paragraph.start()
        for stop in _END.finditer(text, paragraph.start(), paragraph.end()):
            if _ABBREVIATION.search(text[max(first, stop.start() - 8) : stop.start()]):
                continue
            yield from _sentence(text, first, stop.start())
            first = stop.end()
        yield from _sentence(text, first, paragraph.end())


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    printed = text[start:end]
    if 0 < len(printed) <= _LONGEST:
        stripped = printed.strip()
        start += printed.find(stripped)
        yield Sentence(" ".join(stripped.split()), start, start + len(stripped))
