"""Words around what an amount was expected to be before: "previous guidance of", "revised from"."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY

SHARE = r"(?:\s(?:per|a)\s(?:\w+\s){0,2}share)?"
NO_PERIOD = r"(?!(?:year|quarter|period)(?:['’]s)?\s(?!guidance|outlook))"  # but "the prior quarter's guidance"
AGO = r"(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial(?:ly)?|former)"
GIVEN = r"(?:guidance|outlook|range|forecasts?|estimates?|expectations?|projections?)"
_MORE, _LESS = "more|higher|greater|better|above|over|ahead", "less|lower|fewer|below|under"
FORMER_GUIDANCE = re.compile(  # in front of what it was
    rf"(?:\b(?:{AGO}|(?:(?<=its\s)|(?<=our\s)|(?<=the\s)){MONTH})\s(?:(?:[\w’'-]+\s){{0,4}}{GIVEN}"
    r"|(?:(?!announced\b)[\w’'-]+\s){0,2}(?:plans?|targets?))"
    r"|\((?:prior(?!\s(?:fiscal\s)?(?:year|quarter|period|half))|formerly|was|changed? from)"
    r"|\bpreviously)"
    r"(?!\s(?:announced|disclosed|reported|completed))\b[^.;$%\d]{0,60}(?<!\sby\s)(?<!\sby\s\$)$",
    ANY_CASE,
)
IS_FORMER = re.compile(  # behind it: "the $420 million to $444 million range that was previously disclosed"
    rf"\s(?:(?!(?:{_MORE}|{_LESS})\b)[\w-]+\s){{0,3}}?"
    r"(?:(?:range|guidance|outlook)\s(?:(?:that|which)\swas\s)?(?:(?:previously|originally)\s)?"
    r"|(?:previously|originally)\s)"
    r"(?:disclosed|provided|issued|announced|presented|given|guided|forecast"
    r"|(?:expect|anticipat|project|estimat|plann|target)ed)\b"
    rf"|{SHARE}\s(?:(?:previously|originally)(?=[.,;)]|$)|prior\)"
    r"|(?:that\s|which\s)?(?:we|it|the\scompany|management)\s(?:had\s)?(?:forecast|guided|(?:expect|anticipat|project"
    r"|estimat|target)ed)\b)",
    ANY_CASE,
)
NEXT = re.compile(r"(?:(?<!vs)\.|;)\s(?!this\b|these\b)", ANY_CASE)  # sentence or clause
OF_PART = re.compile(r"\b(?:(?:in|ex)clud(?:es?|ing)|of which)\b[^,;]*$", ANY_CASE)
OF_YEAR = re.compile(  # right behind an amount: "(was $45 million in 2005)"
    rf"{SHARE},?\s(?:(?:spent|incurred|earned|achieved|reported|recorded)\s)?(?:(?:in|for|during)\s(?:the\s)?(?:(?:full|fiscal|calendar)[\s-])*(?:year\s)?"
    rf"(?P<year>{YEAR})\b|(?:in\s)?(?:the\s)?(?:last|prior|previous)\s(?:fiscal\s)?(?:year|quarter)"
    r"|a\syear\s(?:ago|earlier))",
    ANY_CASE,
)
AGAINST = re.compile(r"\b(?:compared (?:to|with)|versus|vs\b\.?|from)\s", ANY_CASE)
WORD_BEHIND = re.compile(r"\s\w+")  # "3% decline"
_NOW = r"\bnow\s(?:expect|anticipat|project|estimat|forecast|target|see|plan)"
_RANGE = rf"(?:(?:an?|the|new|range|of|between|at least|{NEARLY})\s)*"
_REVISES = (
    r"\b(?:(?:revis|adjust|updat|chang|mov)(?:es?|ed|ing)\s(?:its|our|the|full"
    r"|\d{4})\s(?:(?!\b(?:increas|decreas|grow|declin|ris))[^:;$%]){0,90}?\s"
    r"|(?:guidance|outlook|forecasts?|expectations?)\s(?:[\w-]+\s){0,6}?(?:revised|adjusted|updated|changed|moved)\s)"
)
REVISED_TO = re.compile(rf"{_REVISES}to\s{_RANGE}$", ANY_CASE)  # "revises its 2006 outlook to $2.20 from $2.30"
FROM = re.compile(rf"{SHARE},?\sfrom\s{_RANGE}", ANY_CASE)
REVISED_FROM = re.compile(rf"{_REVISES}from\s{_RANGE}$", ANY_CASE)  # "from $2.30 to $2.20"
EXPECTS_NOW = re.compile(rf"{_NOW}[^;$%]*$", ANY_CASE)
RATHER_THAN = re.compile(rf"{SHARE},?\s(?:rather than|instead of)\s{_RANGE}", ANY_CASE)
TO = re.compile(rf"{SHARE},?\sto\s{_RANGE}", ANY_CASE)
