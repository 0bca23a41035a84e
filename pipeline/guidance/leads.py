"""Lead-ins: "For the third quarter, the Company expects:", whose period, action and basis the lines below it take."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.guidance.amounts import amounts
from pipeline.guidance.periods import Guided
from pipeline.guidance.sentences import Sentence
from pipeline.guidance.words import EXPECTS, PAST

_HEADING_LENGTH = 90
_HEADS = re.compile(r"\b(?:guidance|outlook|expectations|targets|forecast)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands above a list of expectations."""

    text: str
    period: Guided | None


def lead_after(lead: Lead | None, sentence: Sentence, period: Guided | None) -> Lead | None:
    """The lead-in in force below a sentence that names `period`, given the one in force above it."""
    has_amounts = any(amounts(sentence.text))
    if sentence.text.endswith(":") and EXPECTS.search(sentence.text):
        return Lead(sentence.text, period or (lead.period if lead else None))
    if _is_heading(sentence) and not has_amounts:
        if _HEADS.search(sentence.text):
            return Lead(sentence.text, period)
        if lead is not None and period is not None:
            return replace(lead, period=period)
    return lead if lead is not None and (sentence.is_bullet or has_amounts) else None


def takes_lead(sentence: Sentence) -> bool:
    """Whether a sentence below a lead-in can be an expectation: it tells of nothing that was."""
    return not PAST.search(sentence.text)


def _is_heading(sentence: Sentence) -> bool:
    return len(sentence.text) < _HEADING_LENGTH and sentence.text[-1] not in ".;,"
