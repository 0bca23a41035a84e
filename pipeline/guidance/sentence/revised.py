"""What guidance is changed to, where a sentence says from what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.guidance.sentence.pair_words import GUIDES, INSTEAD
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.comparing_words import ANEW

_AND_ANOTHER = re.compile(  # metric: "from $95 million to $98 million, EBITDA from"; not ", an increase from"
    r"[^.;$%]{0,20}?(?:,|\sand)\s(?:(?!(?:an?|up|down|which|or|compared|versus|(?:in|de)creas\w*|rais\w*|reduc\w*"
    r"|lower\w*)\b)[\w-]+\s){1,8}",
    ANY_CASE,
)
_REVISED = re.compile(
    rf"\bfrom\s+(?:an?\s+|the\s+)?(?:expected\s+|previous\s+|between\s+|range\s+of\s+|{NEARLY}\s+"
    r"|at\s+least\s+|up\s+to\s+)*$",
    ANY_CASE,
)
_GUIDANCE_OF = re.compile(  # "narrows its 2011 guidance range of $2.60 to $2.90", in front of what it is now
    r"\b(?:rais|increas|lift|boost|lower|reduc|cut|narrow|tighten|widen|revis|updat|adjust|chang|mov)\w*\s[^.;$%]{3,80}"
    rf"\b(?:guidance|outlook|forecast|range|estimate|expectation|target)s?\sof\s(?:between\s|{NEARLY}\s)?$",
    ANY_CASE,
)
_OF_AN_END = re.compile(  # "raised the low end of its 2011 guidance to", of which the other end is not told
    r"\b(?:rais|increas|lift|boost|lower|reduc|cut)\w*\s(?:the|its|our)\s(?:(?P<low>low|lower|bottom)|high|upper|top)"
    rf"(?:\s|-)end\sof\s[^.;$%]{{3,80}}\sto\s(?:{NEARLY}\s)?$",
    ANY_CASE,
)
_JOINT = re.compile(r"\s(?:to|[-–—])\s*", ANY_CASE)
_REVISES = Rare(
    r"\b(?:rais|increas|accelerat|lower|reduc|revis|boost|cut|decreas|updat|upward|downward"
    r"|adjust(?!ed (?!its|our|the))|narrow|chang(?:es|ed|ing) (?:its|our|the)\b)\w*"
)


def revised(text: str, amount: Amount, earlier: Sequence[Amount], later: Sequence[Amount]) -> Amount | None:
    """Guidance raised "from 100% to 150%" is 150%; null for what it was ("to 8% from a range of 5% to 6%")."""
    above = text[: amount.start]
    leads = later and INSTEAD.fullmatch(text[amount.end : later[0].start]) is not None
    if leads and later[0].kind == amount.kind and _GUIDANCE_OF.search(above):
        return None
    if amount.form in ("point", "approximate") and (end := _OF_AN_END.search(above)):
        return replace(amount, high=None, form="at_least") if end["low"] else replace(amount, low=None, form="at_most")
    former = _REVISED.search(above)
    if former is None:
        return amount
    if above.endswith("range ", 0, former.start()) and not leads:
        return amount  # "to a range from $1.10 to $1.20"; not "our guidance range from $1.10 to $1.20"
    verb = list(_REVISES.finditer(above))
    if not verb or ANEW.search(above[verb[-1].end() : former.start()]):
        return amount
    moved = [a for a in earlier if verb[-1].end() <= a.start]
    if moved and _AND_ANOTHER.fullmatch(text, moved[-1].end, former.start()) is None:
        return None
    if moved and not (GUIDES.search(above, moved[-1].end) or any(_REVISED.search(text[: a.start]) for a in moved)):
        return None  # "revenue guidance to $110 million, and gross margin from 40% to 42%" may be a range
    if leads:
        return None
    joint = list(_JOINT.finditer(text, amount.start, amount.end))
    if amount.form != "range" or not joint or amount.low is None or amount.high is None:
        return amount
    lowered = bool(re.match(r"lower|reduc|cut|decreas|down", verb[-1][0], ANY_CASE))
    value = amount.low if lowered else amount.high
    return replace(amount, low=value, high=value, form="point", start=joint[-1].end())
