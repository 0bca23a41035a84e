"""Results told in running text: the release of a company that prints no statement."""

from __future__ import annotations

import re

from pipeline.filing.rare import Rare
from pipeline.filing.release.words import ANNOUNCEMENT, DEAL, PERIODS

HEAD = 1_500  # characters in which news says what it announces
LEAD = 200  # and at least those below in which it says whether they are final
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
_OTHER_NEWS = Rare(  # a word of it, or a sentence
    r"\b(?:dividends?|annual\s+(?:meeting|report)|appoint|elect(?:s|ed)|declare)\b"
    r"|(?-i:\b(?:[a-z]+[,;]?\s+){5}[^.]{0,200}[a-z]\.\s)"
)
_OF_RESULTS = re.compile(r"\b(?:results|earnings|income|loss(?:es)?|profits?|e\.?p\.?s)\b", re.IGNORECASE)
_OTHER_KIND = Rare(r"\b(?:transcript|presentation|slides?|(?:prepared|opening)\s+remarks|operator\s*:)")
_AHEAD = re.compile(  # of what is not reported yet, or no more
    r"\b(?:expects|estimates|anticipates|preliminary|(?:is|are)\s+(?:now\s+)?expected|will|lowers|warns|restat\w+)\b",
    re.IGNORECASE,
)
_NOT_REPORTED = re.compile(
    r"\b(?:expect(?:s|ed)?|estimate[sd]?|anticipate[sd]?|preliminary|project(?:s|ed)|forecast|guidance|outlook|range"
    r"|will|would|should|could|pro\s?forma|between|approximately)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"\.\s|\n\s*\n")


def tells_results(text: str) -> bool:
    """Whether a text is first of all on results of a period, and tells what they came to."""
    announced = next(filter(_is_of_results, ANNOUNCEMENT.finditer(text[:HEAD])), None)
    if announced is None or _OTHER_KIND.search(text[:HEAD]):
        return False
    start, end = _sentence(text, announced)
    before = text[: max(start, announced.start())]
    if any(words.search(before) for words in (_OTHER_NEWS, DEAL)):
        return False
    goes_on = _SENTENCE_ENDS.search(text, end + LEAD)
    if _AHEAD.search(text[: goes_on.start() if goes_on else end]):
        return False
    sentences = (text[slice(*_sentence(text, told))] for told in _RESULT.finditer(text[:TOLD]))
    return any(map(_is_reported, sentences))


def _is_of_results(announced: re.Match[str]) -> bool:
    """Whether what is announced are results, not sales alone."""
    return _OF_RESULTS.search(announced.string, *_sentence(announced.string, announced)) is not None


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where the sentence, or the paragraph that has no end, stands in which words end."""
    start = max((end.end() for end in _SENTENCE_ENDS.finditer(text, 0, found.end())), default=0)
    end = _SENTENCE_ENDS.search(text, found.end())
    return start, end.start() if end else len(text)


def _is_reported(sentence: str) -> bool:
    """Whether a result is of a period that is over: a share's, or one that another is compared with."""
    if _NOT_REPORTED.search(sentence):
        return False
    return bool(_A_SHARE.search(sentence) or (PERIODS.search(sentence) and _COMPARED.search(sentence)))
