"""Amounts that a sentence quotes for comparison: of the past, of former guidance, or others' estimate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE, not_behind
from pipeline.guidance.sentence.formers import OF_YEAR, is_alike
from pipeline.guidance.sentence.pair_words import ELSE_OR, ON_A_BASIS, TO_DO
from pipeline.guidance.terms.actions import action_of
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.comparing_words import COMPARED
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.words import CONSENSUS

_WITH_GUIDANCE = re.compile(  # of both its ends: "which compares to our guidance in the range of $0.03 to $0.05"
    r"\bwhich compares (?:favorably )?(?:to|with) (?:(?:the|our|its) )?(?:[\w-]+ ){0,4}?(?:guidance|outlook)\b"
    r"(?:(?!\b(?:now|expects?|anticipates?)\b)[^;])*$",
    ANY_CASE,
)
_THEN_ANOTHER = re.compile(r",\s(?:and|with|while)\s", ANY_CASE)  # behind what is compared
_FROM = re.compile(rf"[,(;]\sfrom\s(?:(?P<range>between)\s|{NEARLY}\s)?$", ANY_CASE)  # "42% in 2011, from 40%"
_HELD = re.compile(  # "toward the high end of the previous range of"
    r"\b(?:high|low|upper|lower|top|bottom|higher)[- ](?:end|half|part|range|portion) of(?:,[^,.;$%]{3,40},)? (?:the"
    r"|our|its) (?:company.s )?"
    r"(?:prior|previous(?:ly)?|original(?:ly)?|earlier|initial)\b",
    ANY_CASE,
)
_FROM_A_BASE = re.compile(  # "to increase above 2010 levels in the high single digits", "from the third quarter by 5%"
    r"\b(?:increase|grow|rise|decline|decrease|up|down)\s(?:[a-z]+\s){0,3}?"
    r"(?:over|above|below|from|versus|compared (?:to|with))\s"
    r"(?:[\w’'-]+\s){0,6}?(?:(?:19|20)\d\d|years?|quarters?|periods?|levels?)\s(?:in(?: the)?"
    rf"|by)\s(?:(?:range of|{NEARLY})\s)*$",
    ANY_CASE,
)
_OF_SHARES = re.compile(r"\s(?:[\w-]+\s){0,4}shares\b", ANY_CASE)  # what earnings by the share are based on
_AND_OF = re.compile(rf"\b(?:year|quarter|period|sequentially),?\sand\s(?:(?:of|to|by|up|{NEARLY})\s)*$", ANY_CASE)
_FOR_A_YEAR = re.compile(r"\s(?:for|in)\s(?:the\s)?(?:full|fiscal|entire|whole)\b", ANY_CASE)
_OF_A_YEAR = re.compile(r"\((?:19|20)\d\d:\s(?:[A-Z]{3}\s)?$")  # "(2009: 28.0%)", what it was
_WAS_EXPECTED = re.compile(  # "the range of $118 million to $121 million which the company projected last month"
    r"\s(?:per (?:\w+ ){0,2}share )?(?:(?:sequential )?(?:decline|increase|growth"
    r"|range) )?(?:(?:[\w-]+ ){1,6}(?:expectation|guidance|forecast|estimate)s? )?(?:that |which )?(?:we|it|the company"
    r"|management) (?:had )?(?:previously |originally |initially )?(?:talked about|discussed|projected|expected"
    r"|(?<=previously )targeted|estimated|forecast(?:ed)?|anticipated|guided|provided|gave|issued|announced)\b"
    r"|\s(?:per (?:\w+ ){0,2}share )?(?:expected|estimated|forecast|projected) by (?:wall street|(?:\w+ )?analysts"
    r"|the street|first call)\b"
    r"|\s(?:prior|previous(?:ly)?)\)",
    ANY_CASE,
)
_PREMISE = re.compile(
    r"\b(?:guidance|outlook|forecasts?|expectations?|projections?) $", ANY_CASE
)  # "is based on revenue growth of"
_ON = re.compile(r",\s(?:(?:and|with|while)\s)?(?:(?!(?:from|of|in|had)\b)[\w-]+\s){0,4}$", ANY_CASE)
_YEAR_AND = re.compile(  # "compared to the third quarter of 2025 and non-GAAP EPS": no amount is compared
    r"\w[a-z -]+\b(?:19|20)\d\d,?\s+and\s+(?:(?:an?|(?:non-)?gaap|adjusted|fully|diluted)\s+)*", ANY_CASE
)
_ON_A_YEAR = re.compile(  # as a rule the last: "which is based on 2006 revenue of"
    r"\bbased (?:up)?on (?:(?:the|our|its) )?(?:actual|last|prior|previous|(?:fiscal )?(?:19|20)\d\d)\b", ANY_CASE
)
_PERIOD_AND = re.compile(r"\b(?:quarter|year|period)\s+and\s+(?:an?\s+)?$", ANY_CASE)
_AND_EXPECTS = re.compile(  # a clause of its own: "versus last year, and the company expects to have 538 stores"
    r"(?:,?\s(?:and|but|while)\s(?:(?:we|the\scompany|it|management)\s"
    r"|(?=(?:also|now|currently|still|continues?|expects?|anticipates?|is|are)\s))"
    r"|(?<=year|rter),\s(?:we|the\scompany|it|management)\s)"  # "Although below last year, we continue to expect"
    r"(?:(?:also|now|currently|still|continues?\sto)\s){0,2}(?:(?:expect|anticipat|project|estimat|forecast"
    r"|plan)e?s?|(?:is|are)\s(?:also\s)?(?:initiat|introduc|provid|issu|establish)ing)\b[^.;$%]{0,60}$",
    ANY_CASE,
)
_ITS_OWN = re.compile(  # behind a consensus, what the company says itself
    r"\b(?:the company|we|it|management) (?:now |currently |still |also )?(?:expects?|sees?|anticipates?|projects?"
    r"|estimates?|forecasts?|believes?)\b",
    ANY_CASE,
)
_COMFORTABLE = re.compile(r"\b(?:comfortable|reasonable|attainable|achievable)\b", ANY_CASE)  # with a consensus
_FORMER_WORD = (  # not "prior year development", "the previous guidance is maintained", "providing initial guidance"
    r"(?:prior(?![- ](?:accident[- ])?(?:year|period)s? (?:\w+ )?development)"
    r"|previous(?!ly (?:announced|reported|disclosed|indicated|discussed),)"
    r"(?! (?:guidance|outlook) (?:is|was|has been) (?:maintained|reaffirmed|affirmed|confirmed|reiterated))"
    rf"(?:ly{not_behind('within the previously', 'within our previously', 'within its previously')})?"
    r"|former(?:ly)?|original(?:ly)?|earlier|last (?:year|quarter)"
    rf"|{not_behind('providing ', 'provides ', 'provided ', 'issuing ', 'introducing ', 'initiating ', ' an ')}initial"
    r"(?! (?:[\w-]+ ){0,2}(?:guidance|outlook) (?:is|are|calls)\b)|(?-i:old))\b"
)
_TO_NOW = rf"\b(?:to|now|at)\s+(?:(?:a|range|of|between|{NEARLY}|be|in|the|expected|increase)\s+)*$"
_FORMER = re.compile(rf"\b{_FORMER_WORD}(?![^.;$%]{{0,60}}{_TO_NOW})[^.;$%]{{0,60}}$", ANY_CASE)

_BESIDE = 30  # characters: " per diluted share, at the "
_BRACKET_ENDED = re.compile(r"(?<=\()(?:previous(?:ly)?|prior|formerly|originally)\b[^()]*\)", ANY_CASE)


def is_compared(text: str, amount: Amount, named: Sequence[Metric], earlier: Sequence[Amount]) -> bool:
    """Whether an amount is quoted for comparison; `earlier` are the sentence's amounts before it."""
    above = text[: amount.start]
    is_former = _WAS_EXPECTED.match(text, amount.end) is not None and action_of(text) != "reaffirms"
    year = OF_YEAR.match(text, amount.end)
    is_past = year is not None and year["year"] is None and "," not in year[0]  # "the $1.68 earned last year"
    if is_former or is_past or any(words.search(above) for words in (_OF_A_YEAR, _WITH_GUIDANCE)):
        return True
    origin = _FROM.search(above) if earlier else None
    if origin is not None and (
        earlier[-1].form == amount.form or (origin["range"] is not None) == (amount.form == "range")
    ):
        return True
    if amount.kind == "percent" and ELSE_OR.search(above) and ON_A_BASIS.match(text, amount.end):
        return False
    if amount.kind in ("percent", "words") and _FROM_A_BASE.search(above):
        return False
    if _is_for_a_year(text, amount, earlier):
        return False
    if _is_against(text, amount, named, earlier):
        return True
    consensus = CONSENSUS.search(above)
    if consensus and not _COMFORTABLE.search(text) and not _ITS_OWN.search(above, consensus.start()):
        return True
    return _is_of_former(text, amount, named, earlier)


def _is_for_a_year(text: str, amount: Amount, earlier: Sequence[Amount]) -> bool:
    """Whether a second amount is for the year, the first held against no amount: "up 5% from last year, and $2 million
    for the full year"."""
    above = text[: amount.start]
    if _AND_OF.search(above) is None or _FOR_A_YEAR.match(text, amount.end) is None:
        return False
    return not any(COMPARED.search(text[: other.start]) for other in earlier)


def _is_against(text: str, amount: Amount, named: Sequence[Metric], earlier: Sequence[Amount]) -> bool:
    """Whether words of comparison lead to an amount: "compared with", "over"."""
    above = text[: amount.start]
    compared = COMPARED.search(above)
    if compared is None:
        return False
    if any(a.form == "at_least" and compared.start() < a.start < compared.end() for a in earlier):
        return False  # "over $10 billion in cash flow and over $7 billion in"
    is_over = any(compared.start() < a.start and _THEN_ANOTHER.search(text, a.end, amount.start) for a in earlier)
    if is_over and amount.kind != "count":  # "compared to 12 opened, and 3 closed"
        return False
    is_premise = _PREMISE.search(above, 0, compared.start()) or _OF_SHARES.match(text, amount.end)
    is_behind = text.endswith(" which ", 0, compared.start()) and not _ON_A_YEAR.search(compared[0])
    if " based " in compared[0] and (is_premise or is_behind):
        return False
    return not _goes_on(text, compared.start(), amount, named)


def _is_of_former(text: str, amount: Amount, named: Sequence[Metric], earlier: Sequence[Amount]) -> bool:
    """Whether an amount is of guidance given before, and not held to, or only in what is told in front of it: "$1.90,
    at the low end of our previous range of"."""
    above = text[: amount.start]
    former = _FORMER.search(above)
    if former is None or _BRACKET_ENDED.match(above, above.rfind("(", 0, former.start()) + 1):
        return False
    held = _HELD.search(above)
    is_told = held is not None and any(0 < held.start() - a.end <= _BESIDE and is_alike(a, amount) for a in earlier)
    if held is not None and not is_told and held.start() < former.start() < held.end():
        return False
    return action_of(text) != "reaffirms" and not _goes_on(text, former.start(), amount, named)


def _goes_on(text: str, compared: int, amount: Amount, named: Sequence[Metric]) -> bool:
    """Whether a sentence goes from its comparison to another metric: "than last year, with gross margin of 38%"."""
    if any(words.search(text[: amount.start], compared) for words in (_AND_EXPECTS, TO_DO)):
        return True
    is_premise = _PREMISE.search(text, 0, compared) is not None
    return any(
        compared < metric.start < amount.start
        and (
            is_premise
            or _ON.search(text, compared, metric.start) is not None
            or _PERIOD_AND.search(text, compared, metric.start) is not None
            or _YEAR_AND.fullmatch(text, compared, metric.start) is not None
        )
        for metric in named
    )
