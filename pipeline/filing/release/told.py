"""Results told in running text: the release of a company that prints no statement."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.filing.rare import Rare
from pipeline.filing.release.words import DEAL, PERIODS

HEAD = 1_500  # characters in which news says what it announces
LEAD = 2  # sentences from there in which it says whether they are final
TOLD = 8_000  # characters in which its results are told

_RESULT = Rare(  # and an amount, not in a table: "net income for the quarter was $8.6 million"
    r"\b(?:net\s+(?:income|loss|earnings|profit)|(?:income|loss|earnings)\s+(?:for|of|was|were|totaled|from\s+continuing)"
    r")\b(?:(?!\.\s|[ ]{3})[^$\t]){0,160}\$\s?\d"
)
_A_SHARE = re.compile(  # "$.53 per diluted share", "($0.46/share)"
    r"\$\s?\(?\d*\.\d\d\b\)?,?\s?(?:/\s?share|(?:per|a)\s)|\bper\s+(?:\w+\s+){0,3}(?:share|unit)\b[^.$]{0,40}\$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:compared|versus|vs|from|against|prior|last\s+year|same)\b", re.IGNORECASE)
_OTHER_NEWS = Rare(r"\b(?:dividends?|annual\s+(?:meeting|report)|appoint|elect(?:s|ed)|declare)\b")
_OTHER_KIND = Rare(r"\b(?:transcript|presentation|slides?|(?:prepared|opening)\s+remarks|operator\s*:)")
_AHEAD = re.compile(  # of what is not reported yet
    r"\b(?:expects|estimates|anticipates|preliminary|(?:is|are)\s+(?:now\s+)?expected|will\s+(?:be|report)|lowers|warns)\b",
    re.IGNORECASE,
)
_NOT_REPORTED = re.compile(
    r"\b(?:expect(?:s|ed)?|estimate[sd]?|anticipate[sd]?|preliminary|project(?:s|ed)|forecast|guidance|outlook|range"
    r"|will|would|should|could|pro\s?forma|between|approximately)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"\.\s|\n\s*\n")


def tells_results(text: str, announced_at: int) -> bool:
    """Whether a text is first of all on results of a period, and tells what they came to."""
    before = text[:announced_at]
    if announced_at > HEAD or any(words.search(before) for words in (_OTHER_NEWS, DEAL)):
        return False
    ends = [end.start() for end in islice(_SENTENCE_ENDS.finditer(text, announced_at), LEAD)]
    if _OTHER_KIND.search(text[:HEAD]) or _AHEAD.search(text[: max(ends, default=HEAD)]):
        return False
    return any(_is_reported(_sentence(text, told)) for told in _RESULT.finditer(text[:TOLD]))


def _sentence(text: str, told: re.Match[str]) -> str:
    """The sentence, or the paragraph if it has no end, that tells a result."""
    start = max((end.end() for end in _SENTENCE_ENDS.finditer(text, 0, told.start())), default=0)
    end = _SENTENCE_ENDS.search(text, told.end())
    return text[start : end.start() if end else len(text)]


def _is_reported(sentence: str) -> bool:
    """Whether a result is of a period that is over: a share's, or one that another is compared with."""
    if _NOT_REPORTED.search(sentence):
        return False
    return bool(_A_SHARE.search(sentence) or (PERIODS.search(sentence) and _COMPARED.search(sentence)))
