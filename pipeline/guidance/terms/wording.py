"""Expectations in words that bound a metric without a number: "mid-single digits", "flat", "break-even or better"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount, amounts
from pipeline.guidance.terms.metrics import Metric

_DIGITS = r"(?:very )?(?:low|mid|high|upper)(?:er)?(?:(?:[- ]|\s?[–/]\s?)(?:to[- ])?(?:mid|high|upper)(?:er)?)?"
_IN_DIGITS = (  # "mid-single digits", "the low 40s", "the high teens"
    rf"(?:a |the )?(?:{_DIGITS}[- ](?:single|double|triple)[- ]?digits?|(?:single|double|triple)[- ]digits?"
    rf"|{_DIGITS}[- ]?(?:teens|twenties|thirties|forties|fifties|sixties"
    r"|\$?(?!(?:19|20)\d\d\b)\d+(?:'?s)?(?: ?%|[ -]percent| million| billion|[- ]cents?)?(?= |\.|,|;"
    r"|$)))(?: (?:percentages?|percent))?(?: range)?(?: or (?:better|higher|more))?"
)
_FLAT = (  # "roughly flat with last year", "flat to slightly up"
    r"(?:(?:approximately|roughly|relatively|essentially|about|largely|generally|basically|nearly|virtually) (?:flat"
    r"|level)|flat|(?<=\bbe )level|(?<=\bremain )level|level(?= with\b)"
    r"|(?:about )?even(?= with (?:the (?:prior|previous|same)|last|fiscal|(?:19|20)\d\d)\b))(?: to (?:slightly "
    r"|modestly )?(?:up|down|higher|lower|negative|positive)(?: slightly| modestly)?)?(?= (?:with|to|compared|versus"
    r"|year|sequential|for|in|on|from|over|at|relative|or|and)"
    r"| (?:net |total |organic )*(?:sales|revenues?|earnings|same[- ]store|comparable (?:store|restaurant|club|sales))"
    r"|\.|,|;|$)"
)
_BREAK_EVEN = (
    r"(?:slightly (?:above|below|better than) )?break-?\s?even(?: or (?:better|slightly better|above"
    r"|a (?:slight|small) profit))?|(?:at or )?(?:slightly )?(?:above|near|around|approximately) break-?\s?even"
)
QUALITATIVE = Rare(rf"\b(?:{_IN_DIGITS}|{_FLAT}|{_BREAK_EVEN}|positive(?!ly))")
_STATE = re.compile(r"(?!.*\bflat\b).*?(?:positive|break)", ANY_CASE)  # not "flat to slightly positive"
_MONEY = re.compile(r"\bcents?\b|million|billion|\$", ANY_CASE)  # "the low 30-cent range" is no rate
_AMOUNT_OF = re.compile(rf"\s(?:[a-z-]+\s){{1,5}}?of\s(?:(?:between|{NEARLY})\s)*[$€£]", ANY_CASE)
_AT_AMOUNT = re.compile(rf"\sat\s(?:{NEARLY}\s)?[$€£]?\.?\d", ANY_CASE)
_OF_ANOTHER = re.compile(  # a noun: "positive operating leverage"
    r"\s(?!(?:in|for|by|on|and|or|at|during|this|next|to|from|but|while|as|each|every|basis|range|territory|again)\b)[a-z]+\s(?:of|leverage|momentum|growth)\b",
    ANY_CASE,
)
_ARTICLE = re.compile(r"\b(?:an?|another|one|this|these) (?:[a-z]+ly |very |more |most )?$", ANY_CASE)
_ATTRIBUTE_OF = re.compile(  # "a positive step", but "a positive rate"
    r"\s(?!(?:in|for|by|on|and|or|at|during|to|from|level|rate|range|trend|track|territory|basis|number|result)s?\b)[a-z]",
    ANY_CASE,
)
_NUMBERED = re.compile(r"\s(?:\$\d|\d[\d.]*\s?(?:%|percent))")
_NEAR = 30
_CLOSE = 60


def with_wordings(text: str, named: Sequence[Metric]) -> list[Amount]:
    """The amounts of a text, in printed order, those in words among them: kind `words` (a rate of change: "flat") or
    `state` ("positive", "break-even"), low and high null."""
    numbers = amounts(text)
    if not QUALITATIVE.search(text):
        return numbers
    words = [amount for match in QUALITATIVE.finditer(text) if (amount := _wording(match, numbers, named))]
    kept = [a for a in numbers if not any(a.start < w.end and w.start < a.end for w in words)]  # "the low 40% range"
    return sorted(kept + words, key=lambda amount: amount.start)


def _wording(match: re.Match[str], numbers: Sequence[Amount], named: Sequence[Metric]) -> Amount | None:
    if not re.search(r"\d", match[0]) and any(match.start() < a.end and a.start < match.end() for a in numbers):
        return None  # "flat to 2%" is a range
    if _AT_AMOUNT.match(match.string, match.end()):
        return None  # "to hold production flat at 3.5 Bcfe/d" is of the amount
    is_state = bool(_STATE.match(match[0]))
    if is_state and _NUMBERED.match(match.string, match.end()):
        return None  # "positive 1% to positive 3%"
    if is_state and (
        _AMOUNT_OF.match(match.string, match.end())
        or any(a.end + 1 == match.start() for a in numbers)
        or not any(_touches(match, m) for m in named)
        or (_is_of_another(match) and not any(_is_behind(match, m) for m in named))
    ):
        return None  # "a positive impact", "positive cash flow of $3 million", "$3 million positive cash flow"
    kind = "state" if is_state or _MONEY.search(match[0]) else "words"
    return Amount(None, None, "qualitative", kind, False, True, match.start(), match.end())


def _is_of_another(match: re.Match[str]) -> bool:
    """Whether a noun takes the words: "positive operating leverage", "a very positive step"."""
    if _OF_ANOTHER.match(match.string, match.end()):
        return True
    is_attribute = _ARTICLE.search(match.string, max(0, match.start() - _NEAR), match.start()) is not None
    return is_attribute and _ATTRIBUTE_OF.match(match.string, match.end()) is not None


def _is_behind(match: re.Match[str], metric: Metric) -> bool:
    return 0 <= metric.start - match.end() <= _NEAR


def _touches(match: re.Match[str], metric: Metric) -> bool:
    """Whether a metric stands right beside the words, or is their subject."""
    return _is_behind(match, metric) or 0 <= match.start() - metric.end <= _CLOSE
