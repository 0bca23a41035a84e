"""The sentences of a document that can hold an expectation, each with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.guidance.leads import Leads
from pipeline.guidance.periods import Clock
from pipeline.guidance.sentences import Sentence, sentences
from pipeline.guidance.statement import Above
from pipeline.guidance.withdrawals import withdraws
from pipeline.guidance.words import ANEW, DECLARED, EXPECTS, MET, NOT_GUIDANCE
from pipeline.tables.grid import Grid

# First letters outside of (?i:) let the search run by them.
_MAY_GUIDE = re.compile(
    r"\d|:$|[Qq](?i:uarter)|[Hh](?i:alf)|[Yy](?i:ear)|[Dd](?i:igits)|[FfEe](?i:lat|ven)\b|[Pp](?i:ositive)|[Ff](?i:ollowing)"
)
_NUMBER = re.compile(r"\d|digit|\bflat\b|even\b|positive|teens", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that may hold expectations; `led`: a lead-in or a heading holds the verb."""

    sentence: Sentence
    above: Above
    led: bool
    withdraws: bool


@dataclass(frozen=True, slots=True)
class TablePassage:
    """A table with what stands above it."""

    grid: Grid
    above: Above


def passages(text: str, grids: Sequence[Grid], form: str, clock: Clock) -> Iterator[Passage | TablePassage]:
    """The sentences and tables of a document of `form` text or html, in printed order."""
    leads = Leads(clock)
    place = 0
    for grid in sorted(grids, key=lambda grid: grid.start):
        if grid.start >= place:
            yield from _of_prose(text, place, grid.start, form, leads)
            if not leads.is_boilerplate:
                yield TablePassage(grid, leads.above(" ".join(grid.above)))
        place = max(place, grid.end)
    yield from _of_prose(text, place, len(text), form, leads)


def _of_prose(text: str, start: int, end: int, form: str, leads: Leads) -> Iterator[Passage]:
    for sentence in sentences(text, start, end, form):
        leads.pass_to(sentence, text)
        expects = _expects(sentence.text)
        led = leads.leads(sentence)
        if withdraws(sentence.text):
            yield Passage(sentence, leads.above(sentence.text), led, withdraws=True)
        elif (expects or led) and _can_guide(sentence.text) and not leads.is_boilerplate:
            yield Passage(sentence, leads.above(sentence.text), led, withdraws=False)
        leads.leave(sentence, expects=expects)


@lru_cache(maxsize=1 << 12)  # a company prints many sentences again the next quarter
def _expects(text: str) -> bool:
    """Whether a sentence words an expectation that may be of an amount."""
    return EXPECTS.search(text) is not None and _MAY_GUIDE.search(text) is not None


def _can_guide(text: str) -> bool:
    if not _NUMBER.search(text) or NOT_GUIDANCE.search(text) or DECLARED.search(text):
        return False
    met = MET.search(text)
    return met is None or ANEW.search(text[: met.start()]) is not None
