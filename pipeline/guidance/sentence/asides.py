"""Amounts that a sentence names in passing: as past, as an effect or a move."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE, not_behind
from pipeline.guidance.sentence.pair_words import TO_A_RATE, TO_MONEY
from pipeline.guidance.terms.action_words import CAPITAL_CHANGED
from pipeline.guidance.terms.amount_words import NEARLY, RAISED
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.moving_words import BY, MOVE
from pipeline.guidance.terms.words import EXPECTS

_OF_MONEY = ("money", "share")
# "EPS of $0.26 associated with tax benefits", "$12 million of sales shifted from our second quarter"
_CAUSED = re.compile(
    r"(?:\s(?:in|of)\s(?:(?!and\b)[\w-]+\s){1,5}(?P<moved>(?:shift|slipp|mov)ed)\b"
    r"|\s(?:per (?:\w+ ){0,2}share )?(?:associated with|relat(?:ed|ing) to|resulting from|arising from"
    r"|from (?:the|an?|its|our) (?:[\w-]+ )?(?:sale|disposition|divestiture|settlement))\b)",
    ANY_CASE,
)
_EFFECTS = r"(?:[^.;,$]*\s)?(?:charges?|benefits?|impacts?|costs?|gains?|expenses?|amortization)\b"
_NOTED = re.compile(  # "excludes charges related to acquisitions of $0.01 per share"
    rf"\b(?:ex|in)cludes?\s{_EFFECTS}(?:(?!\b(?:and|is|are|be|will|assumes?)\b)[^.;,$])*\$?$"
    rf"|\bincluding\s{_EFFECTS}(?:(?!\b(?:and|is|are|be|will|(?:assume|expect|anticipate|project|estimate)s?|guidance)\b)"
    r"[^.;:,$])*\$?$"
    rf"|\bexcluding\s[^.;$%]{{5,90}}\sestimated at\s(?:{NEARLY} )?\$?$",
    ANY_CASE,
)
_MOVED_TO = re.compile(r"\s(?:at the mid-?point\s)?to\s(?:an?\s|new\s|range\s|of\s|between\s)*[-~$(\d]")
_ADDS = re.compile(  # how much of an amount something makes
    r"\b(?:add|contribute|reduce|lower|impact|dilute|benefit"
    r"|cost)s?\s(?:(?:the|its|our|\w+ quarter|fiscal|\d{4}|full|year|results|net|income|diluted|earnings|eps)\s)*"
    rf"(?:(?:by|up to|an?|additional|another|{NEARLY}|between|estimated)\s)*$",
    ANY_CASE,
)
_EFFECT = re.compile(  # "exchange rates are expected to reduce sales growth by"
    r"(?:(?:is|are) (?:now |currently |still )?(?:expected|anticipated|estimated|projected|forecast(?:ed)?|likely) to"
    r"|(?<!we )(?<!company )(?:will|should|could|may|would))\s"
    r"(?:\w+ly )?(?:impact|affect|increase|reduce|decrease|lower|raise|improve|boost|lift|benefit|hurt|dilute"
    r"|depress)\s(?P<what>(?:(?!\b(?:and|but|while)\s(?:[\w-]+\s){1,4}(?:is|are|will|should)\b)[^.;$%])+)"
    rf"\s(?:by\b[^.;$%]*|(?:{NEARLY}\s|between\s)?)$",
    ANY_CASE,
)
_AN_IMPACT = re.compile(  # "the impact, which we estimate will be approximately"
    r"\b(?:estimate|expect|anticipate|project)s? (?:this|the|that|any|an?) (?:[\w-]+ ){0,3}(?:impact|effect"
    r"|headwind)s? (?:to|on) [^.;$%]*$"
    r"|\b(?:impact|effect|benefit|charge)s?,? (?:that|which) (?:we|it|the company|management) (?:now "
    r"|currently )?(?:estimate|expect|anticipate|project)s?\b[^.;$%]*$",
    ANY_CASE,
)
_EXCHANGED = re.compile(  # rates of the world
    r"\b(?:(?:exchange|prime|discount|federal funds|fed funds|mortgage|unemployment) (?:target )?rates?|libor"
    r"|sofr) (?:of|at)\s"
    rf"(?:{NEARLY}\s)?$",
    ANY_CASE,
)
_OF_IMPACT = re.compile(  # "a 1% impact from acquisitions", "$37 million of contribution from Acme"
    r"\s(?:of |in )?(?:(?:net|negative|positive|favorable|unfavorable|adverse|currency|estimated) )*(?:impact|headwind"
    r"|tailwind|drag)s?\b"
    r"|\s(?:of |in )?contributions? from\b",
    ANY_CASE,
)
_OF_THAT = re.compile(r"\sof (?:that|this|these|those) (?:amounts?|totals?|figures?)\b", ANY_CASE)  # a part of another
_CONVERTED = re.compile(r"\sconversion\s(?:of|to)\b", ANY_CASE)  # "50% conversion of adjusted EBITDA to cash"
_THAN_PLANNED = re.compile(  # "$240 million above the prior plan", "2 cents lower than non-GAAP"
    r"\s(?:per (?:\w+ ){0,2}share )?(?:(?:(?:higher|lower|more) than|less (?:than|in))\b"
    r"|(?:above|below|short of|(?:better|worse) than)\s(?:(?:the|our|its)\s)?"
    r"(?:(?:mid-?point|(?:high|low|upper|lower|top) end) of (?:(?:the|our|its)\s)?)?"
    r"(?:prior|previous\w*|last|same|comparable|year[- ]ago|original\w*|initial\w*|earlier|plan\w*|current"
    r"|(?P<others>consensus|first call|wall street|(?:\w+ )?analysts?))\b)",
    ANY_CASE,
)
_UP_BY = re.compile(
    r"\b(?:up|down|higher|lower|(?:in|de)creas(?:e|ing)|growing|improving|rising|rise"
    rf"|fall(?! between))\s(?:(?:an|by|{NEARLY}|between|additional)\s)*$",
    ANY_CASE,
)
_THAN_BEFORE = re.compile(
    r"(?:\sat the mid-?point)?\s(?:year[- ]over[- ]year|sequentially|(?:from|compared|versus|over|than)\b"
    r"|(?:in|for|during)\s(?:the\s)?(?:(?:fiscal|full|first|second|third|fourth)\s)?(?:year|quarter|half|\d{4})\b)"
    r"|\s*(?:[,;)]|\.?$|\.\s)",
    ANY_CASE,
)
_SET_ANEW = re.compile(
    rf"\b(?:(?:guidance|outlook|forecasts?|range|estimates?|targets?|expectations?|budgets?)\b[^.;$%]{{0,70}}\b(?:was"
    rf"|were|has been|have been) (?:now |also )?|{CAPITAL_CHANGED})"
    r"(?:increased|raised|lifted|boosted|lowered|reduced|cut|trimmed|revised|narrowed|updated|tightened)\b"
    r"|\b(?:was|were) (?:changed|increased|raised|lowered|reduced|revised|narrowed|updated) to an? (?:new )?range\b",
    ANY_CASE,
)
_AT_MIDPOINT = re.compile(r",?\s*at the mid-?point of (?:our|the|its|an?) (?:[\w-]+ ){0,3}range of\b", ANY_CASE)
_MIDPOINT = re.compile(
    r"\bcompared (?:to|with) the mid-?point of [^.,;$%]*\$?$"
    rf"|\bmid-?point (?:(?!to\b|is\b|at\b|a\b|of\b)[\w-]+ ){{1,3}}of\s(?:{NEARLY}\s)?$"
    rf"|\bmid-?point\b(?:[^.;,]|\.(?=\d)){{0,90}}\b(?:by|to)\s+(?:{NEARLY}\s)?$",
    ANY_CASE,
)
_TO_A_RANGE = re.compile(
    r"\s(?:per\s(?:\w+\s){0,2}share\s)?to\s(?:an?|the)\s(?:new\s|revised\s|updated\s)?range\s", ANY_CASE
)
# "four Harry's 33 restaurants", "sales at five stores", "our five newest stores"; not "to close the 15 stores"
_OF_THOSE_THERE = re.compile(
    r"(?:(?<!year)(?<!quarter)(?<!month)[’']s"
    r"|\b(?:sales|revenues?|results|earnings|income) (?:at|from)"
    r"|\b(?<!open )(?<!opening )(?<!close )(?<!closing )(?<!add )(?<!adding )(?:our|its|these|those|(?<!in )the)) $",
    ANY_CASE,
)
_MEANT = not_behind(  # to be reported, in front of "reported"
    r"\d{4} ", "its ", "our ", "the ", "projects ", "project ", "expects ", "expect ", "forecasts ", "forecast ",
    "anticipates ", "estimates ",
)  # fmt: skip
_DONE = re.compile(
    r"\b(?:was|were|had|reports (?=(?:record |strong |net |\w+[- ]quarter|full[- ]year|fiscal|\d{4}))|totaled|totalled"
    r"|(?:(?<=we )|(?<=it )|(?<=company ))(?:reported|earned)"
    rf"|{_MEANT}(?<=\w )reported(?! basis| (?:[\w-]+ ){{0,2}}(?:growth|[+~–-]))"
    r"|recorded|came in at|grew|rose|fell|declined|amounted to|accounted for(?! (?:as|by|under|using)\b)|generated"
    r"|delivered(?! price)|posted|ran"
    r"|(?:ended|closed) the (?:quarter|year|period|month)|exceed(?:ed|ing)|beat|above our"
    r"|(?<!to )(?:has|have) been(?! set)"
    r"|(?:year|quarter)[- ]to[- ]date|received|witness(?:ed)?|saw|did see|experienced|achieved"
    rf"|{not_behind('to ', 'will ', 'should ')}(?:has|have)(?! to| been set))\b[^.;]{{0,40}}$",
    ANY_CASE,
)


def is_aside(text: str, amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount, in its clause behind `before`, is none of what is expected."""
    above = text[: amount.start]
    if _is_done(amount, before) or _is_impact(text, amount, before, named):
        return True
    if _MIDPOINT.search(above) or _AT_MIDPOINT.match(text, amount.end):
        return True
    if BY.search(before) and (amount.kind in _OF_MONEY or _MOVED_TO.match(text, amount.end)):
        return True
    if amount.kind in _OF_MONEY:
        if _THAN_PLANNED.match(text, amount.end):
            return True
        return _is_part_of_move(text, amount, before)
    return _leads_elsewhere(text, amount, before)


def _is_done(amount: Amount, before: str) -> bool:
    """Whether an amount is told as past."""
    done = _DONE.search(before)
    if done is None:
        return False
    if amount.form == "range" and done[0].lower().startswith("reported "):
        return False  # "reported revenue of $90 million to $95 million" is what will be reported
    return not (EXPECTS.search(before[done.start() :]) or _SET_ANEW.search(before))


def _is_impact(text: str, amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount is what something else does to a metric, or a rate of exchange."""
    if _EXCHANGED.search(text[: amount.start]) or _AN_IMPACT.search(before) or _OF_IMPACT.match(text, amount.end):
        return True
    return _is_effect(before, amount.start, named)


def _is_part_of_move(text: str, amount: Amount, before: str) -> bool:
    """Whether money is by how much something moves."""
    if MOVE.match(text, amount.end):
        return True  # "interest expense: $20 million decrease"
    is_move = _UP_BY.search(before) is not None and _is_size_of_move(text, amount)
    if is_move or (RAISED.search(before) and _leads_to_level(text, amount)):
        return True
    if not amount.scaled and (_ADDS.search(before) or _NOTED.search(before)):
        return True  # "the extra week is expected to add $0.05"
    caused = _CAUSED.match(text, amount.end)
    return caused is not None and bool(caused["moved"] or not amount.scaled)


def _leads_to_level(text: str, amount: Amount) -> bool:
    """Whether an amount leads to the level that guidance is moved to: "raised $2.05 to the range of"."""
    return _TO_A_RANGE.match(text, amount.end) is not None or _MOVED_TO.match(text, amount.end) is not None


def _leads_elsewhere(text: str, amount: Amount, before: str) -> bool:
    """Whether a rate or count only leads to the amount behind it, or is a share or name of something else."""
    if amount.kind == "count":
        return _OF_THOSE_THERE.search(before) is not None
    if amount.kind in ("percent", "words"):  # "increased 50% to $75 million"; a share of what is contracted
        return any(words.match(text, amount.end) for words in (TO_MONEY, _CONVERTED, _OF_THAT))
    return amount.kind == "points" and TO_A_RATE.match(text, amount.end) is not None


def _is_size_of_move(text: str, amount: Amount) -> bool:
    """Whether what follows an amount makes it the size of a move: "over last year", "in 2019", "to $105 million"."""
    return _THAN_BEFORE.match(text, amount.end) is not None or _MOVED_TO.match(text, amount.end) is not None


def _is_effect(before: str, end: int, named: Sequence[Metric]) -> bool:
    """Whether an amount is by how much something else moves a metric."""
    effect = _EFFECT.search(before)
    if effect is None:
        return False
    start = end - len(before)
    return any(start + effect.start("what") <= metric.start < start + effect.end("what") for metric in named)
