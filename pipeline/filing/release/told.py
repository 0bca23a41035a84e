"""Results told in running text: the release of a company that prints no statement."""

from __future__ import annotations

import re

from pipeline.filing.rare import Rare
from pipeline.filing.release.words import DEAL, MOVED, PERIODS

HEAD = 1_500  # characters in which news says what it announces
LEAD = 200  # and at least those below in which it says whether they are final
TOLD = 8_000  # characters in which its results are told

_OF_RESULTS = r"(?:results(?!\s+of\s+(?!operations))|earnings|income|loss|profits?|e\.?p\.?s)\b"
_SPAN = r"(?:quarter(?:ly)?|months|half|annual|year(?:-end)?|(?:19|20)\d\d|q[1-4])"
# "Oak reported record net income", "Announces 2009 Results", "Second Quarter Earnings", "Results for the Year"
_ANNOUNCED = Rare(
    r"\b(?:report|announc|releas|post|issu|disclos|deliver|achiev)(?:s|es|ed|e)?\s+"
    r"(?:(?!(?:against|by|from|in|of|on|to|with)\b)[\w'’-]+\s+){0,8}?"
    + _OF_RESULTS
    + rf"|\b{_SPAN}\s+(?:[\w-]+\s+){{0,3}}?{_OF_RESULTS}"
    rf"|\bresults\s+(?:of\s+operations\s+)?for\s+(?:the\s+)?(?:\w+\s+){{0,2}}?{_SPAN}"
    rf"|\b(?:earnings|net\s+income|profits?)\s+(?:{MOVED})"
)
_TITLED = re.compile(r"(?:[A-Z\d]\S*|\S{1,3})(?:\s+(?:[A-Z\d]\S*|\S{1,3}))*")  # as a headline is
_RESULT = Rare(  # and an amount, not in a table: "net income for the quarter was $8.6 million"
    r"\b(?:net\s+(?:income|loss|earnings|profit)|(?:income|loss|earnings)\s+(?:for|of|was|were|totaled|from\s+continuing)"
    r")\b(?:(?!\.\s|[ ]{3})[^$\t]){0,160}\$\s?\d"
)
_A_SHARE = re.compile(  # "$.53 per diluted share", "($0.46/share)"
    r"\$\s?\(?\d*\.\d\d\b\)?,?\s?(?:/\s?share|(?:per|a)\s)|\bper\s+(?:\w+\s+){0,3}(?:share|unit)\b[^.$]{0,40}\$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:compared|versus|vs|from|against|prior|last\s+year|same)\b", re.IGNORECASE)
_OTHER_NEWS = Rare(  # a word of it, or a sentence: "Oak, which last week reported record results, today named"
    r"\b(?:dividends?|annual\s+(?:meeting|report)|appoint|elect(?:s|ed)|declare|which|when)\b"
    r"|(?-i:\b(?:[a-z]+[,;]?\s+){5}[^.]{0,200}[a-z]\.\s)"
)
_OTHER_KIND = Rare(
    r"\b(?:(?:transcript|presentation|slides?|remarks|good\s+(?:morning|afternoon)|call\s+script|profile|fact\s?sheet"
    r"|questions\s+and\s+answers)\b|operator\s*:)"
)
_NO_RESULTS = re.compile(  # what is announced are none, but an outlook, a few of them, or when they come out
    r"\b(?:expectations?|shortfall|forecasts?|guidance|outlook|updates?|(?:re)?(?:affirm|confirm)\w*|pre-?announc\w*|certain"
    r"|select(?:ed)?|postpon\w+|schedul\w+|delay(?:s|ed))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(  # of what is not reported yet, or no more
    r"\b(?:expects|estimate[sd]|anticipate[sd]|preliminary|(?:is|are)\s+(?:now\s+)?expected|will|should|likely|sees|lowers"
    r"|warns|plans?\s+to|to\s+(?:report|announce|release|exceed|be)|restat\w+|revis(?:es|ion)|adjusts"
    r"|adjusted\s+(?:the|its))\b",
    re.IGNORECASE,
)
_NOT_REPORTED = re.compile(
    r"\b(?:expect(?:s|ed)?|estimate[sd]?|anticipate[sd]?|preliminary|project(?:s|ed)|forecast|guidance|outlook|range"
    r"|will|would|should|could|pro\s?forma|between|approximately)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"\.\s|\n\s*\n")
_CLAUSE_ENDS = re.compile(rf"{_SENTENCE_ENDS.pattern}|[,;]|\band\b", re.IGNORECASE)


def tells_results(text: str, *, is_of_results: bool) -> bool:
    """Whether a text is first of all on results of a period, and tells what they came to.

    Unless its item is of results, its headline must say so: other news may begin with results of before.
    """
    announced = _ANNOUNCED.search(text[:HEAD])
    if announced is None or _OTHER_KIND.search(text[:HEAD]):
        return False
    start, end = _sentence(text, announced)
    is_headline = text[end : end + 1] != "." or _TITLED.fullmatch(announced[0])
    if not (is_of_results or is_headline):
        return False
    before = text[: max(start, announced.start())]
    if any(words.search(before) for words in (_OTHER_NEWS, DEAL)):
        return False
    clause = _CLAUSE_ENDS.search(text, announced.end())
    if _NO_RESULTS.search(text[: clause.start() if clause else end]):
        return False
    goes_on = _SENTENCE_ENDS.search(text, end + LEAD)
    if _AHEAD.search(text[: goes_on.start() if goes_on else end]):
        return False
    sentences = (text[slice(*_sentence(text, told))] for told in _RESULT.finditer(text[:TOLD]))
    return any(map(_is_reported, sentences))


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
