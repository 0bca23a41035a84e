"""The words that open a paragraph and head it: "Q4 2024 outlook: Revenue of ..."."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.passages.headings import HEADING_LENGTH, HEADS, is_boilerplate
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import guided_period

_RUN_IN = re.compile(  # "Q4 2024 outlook: Revenue of ...", "For fiscal 2025: sales growth of ..."
    rf"(?P<label>(?:(?:[^\s:.;$%]+\s+){{0,8}}{HEADS.pattern}[^:.;$%]{{0,50}}|for\s+[^:.;$%]{{4,50}})):\s+(?=[\w$~])",
    ANY_CASE,
)
_LABEL = re.compile(  # "Second quarter guidance."
    rf"(?P<label>(?:(?!is\b|are\b|has\b|will\b|our\b|the\b)[^\s.;$%]+\s+){{0,6}}{HEADS.pattern}"
    r"(?:\s+(?:for\s+[^.;$%]{4,40}|\([^.;$%]{4,40}\)))?)\.",
    ANY_CASE,
)


def run_in(words: str, clock: Clock) -> str | None:
    """What opens a sentence up to a colon, or the whole of a short one, if it names guidance or its period."""
    if ":" in words[:HEADING_LENGTH]:
        match = _RUN_IN.match(words)
    elif len(words) < HEADING_LENGTH and words[-1] == "." and HEADS.search(words):
        match = _LABEL.fullmatch(words)
    else:
        return None
    if match is None or is_boilerplate(match["label"]):
        return None
    label: str = match["label"]
    return label if HEADS.search(label) or guided_period(label, clock) else None
