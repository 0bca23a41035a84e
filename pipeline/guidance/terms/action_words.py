"""How guidance moves: the words that raise it, lower it, narrow or widen it, reaffirm it, withdraw it."""

from __future__ import annotations

import re

from pipeline.filing.dates import YEAR
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY

_CAPITAL = r"(?:capital (?:expenditures?|spend(?:ing)?|budget|investments?|program|plans?|additions)|cap ?ex)"
CAPITAL_PLANNED = (  # "its 2020 capital expenditures", "our capital budget for 2006", "capital spending plans"
    rf"(?:(?:its|our|the|planned) (?:(?:[\w-]+ ){{0,2}}{YEAR} (?:[\w-]+ ){{0,3}}{_CAPITAL}"
    rf"|(?:[\w-]+ ){{0,3}}{_CAPITAL}(?: [a-z]+)? for (?:fiscal )?{YEAR})|{_CAPITAL} plans)\b"
)
CAPITAL_CHANGED = (  # "2009 capital expenditures have been", "the capital budget for 2009 has been"
    rf"(?:{YEAR} (?:[\w-]+ ){{0,3}}{_CAPITAL}(?: [a-z]+)?|{_CAPITAL}(?: [a-z]+)? for (?:fiscal )?{YEAR})"
    r" (?:has|have) (?:now )?been (?:further )?"
)
RAISES = r"(?:rais|increas)(?:es?|ed|ing)"
LOWERS = r"(?:reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?)"
_OF_ONE = (  # words for what is moved
    r"(?:(?!(?:as|with|in|within|to(?! \d)|than|versus|from(?! continuing)|below|above|ahead|because"
    r"|their|industry|market|and (?:[\w-]+ ){1,2}(?:its|our))\s)[\w-]+ )"
)
_MOVED = (  # what is raised or lowered: "our 2006 earnings projection", "full year 2017 EBITDA to $30 million"
    rf"(?:(?:(?:its|our|the|full|fiscal|annual|expected|{YEAR}) )?{_OF_ONE}{{0,6}}(?:guidance|outlook|forecasts?"
    r"|expectations?|estimates?|range)"  # not "increased demand projected", "reduced federal budget"
    rf"|(?:its|our|the|full|fiscal|annual|{YEAR}) {_OF_ONE}{{0,6}}(?:projections?|projected|plan(?:s|ned)?|budget)"
    rf"|(?:its|our|the) {_OF_ONE}{{7,12}}(?:guidance|outlook|forecast)"
    rf"|(?:(?:its|our|the|full|full-year|fiscal|year) )*{YEAR} (?:[\w-]+ ){{1,5}}?to"
    rf"(?= (?:(?:{NEARLY}|between|an?|(?:new )?range of|at least|more than) )*[$€£]?\.?\d)(?! {YEAR}))"
)
_HELD = (  # what is maintained: "its non-GAAP, full-year 2006 EPS guidance"
    r"(?:its|our|the) (?:[$\w.-]+%?(?:,(?! (?:and|targets?|plans?)\b))? ){0,8}"
    r"(?:guidance|outlook|forecasts?|expectations?|estimates?|range|targets?"
    r"|plans? (?:for|of|to (?:open|add|spend|invest|drill|produce|deliver|grow|generate|achieve|pay|repurchase)))"
)
_GUIDANCE_IS = (
    r"(?<!consensus )(?<!industry )(?<!market )(?:guidance|outlook|forecasts?|expectations?)(?: range)?"
    r"(?: for [^.;$%]{3,80})? "
    r"(?:(?:is|are|was|were|has been|have been) )?(?:(?:now|being) )?"
)
_NO_GUIDANCE = (
    r"(?!-end|(?:['’]s)? (?:[\w-]+ ){0,2}(?:guidance|outlook|forecast|estimate|expectation|range|release|report|call))"
)
_YEAR_OVER = (
    r"(?:(?:\w+ quarter (?:of )?)?(?:fiscal )?(?:19|20)\d\d\b|(?:last|prior|previous) (?:fiscal )?year\b|year[ -]ago)"
    rf"{_NO_GUIDANCE}"
)
_WHICH = "last|prior|previous|same|comparable|first|second|third|fourth"
_PERIOD_OVER = (
    rf"(?:{_YEAR_OVER}|(?:(?:(?:{_WHICH}|fiscal)[ -])*(?:{_WHICH})[ -](?:fiscal )?(?:year|quarter|period|half)\b"
    rf"|(?:year|quarter|period) just ended|[1-4]Q ?\d\d|Q[1-4]\b){_NO_GUIDANCE})"
)
_OF_RESULT = (  # a word of what was, and none of guidance
    r"(?:an? (?:estimated|expected) |(?!to\b|guid|outlook|forecast|estimat|expect|project|plan|target|rang|previous"
    r"|prior|original|initial|earlier|giv|provid|issu|because|based|reflect|follow|after|when)[$€£\w.,%-]+ )"
)
_NO_PAST = (  # "up from $1.95 billion in 2022", "up from last year" move no guidance
    rf"(?! {_OF_RESULT}{{0,12}}?(?:{_PERIOD_OVER}|(?:this (?:year|quarter)|the end of|(?:at|from) year[- ]end)"
    rf"{_NO_GUIDANCE}|a year (?:ago|earlier)|reported))"
)
_NO_DIVIDEND = (
    r"(?! (?:(?!guidance|outlook|forecast|estimate)[\w-]+ ){0,3}(?:dividends?|distributions?|prices"
    r"|funds(?! from))\b(?! (?:[\w-]+ ){0,5}(?:guidance|outlook|forecast|estimate|range)))"
)
ACTIONS = [
    (
        "raises",
        re.compile(
            rf"\b(?<!recently )(?<!previously )(?:rais(?:es?|ed|ing){_NO_DIVIDEND}"
            rf"|increas(?:es?|ed|ing) {_MOVED}"
            rf"|increas(?:es?|ed|ing) the (?:low|lower|bottom|high|upper|top) end of (?:[\w-]+ ){{1,7}}(?:guidance"
            rf"|outlook|forecast|range)|(?<!to )increases? in (?:its|our|the) (?:[\w-]+ ){{0,5}}(?:guidance|outlook"
            rf"|forecast)|(?:increase|raise) guidance|{_GUIDANCE_IS}increased (?=to\b|by\b|from\b|\$)|up from{_NO_PAST}"
            r"|upward(?:ly)?|increasing expected|boost(?:s|ed|ing)|lift(?:s|ed|ing)(?= (?:its|our|the|full|fiscal)\b)"
            rf"|{RAISES} {CAPITAL_PLANNED}|{CAPITAL_CHANGED}(?:raised|increased))\b",
            ANY_CASE,
        ),
    ),
    (
        "lowers",
        re.compile(
            rf"\b(?:lower(?:s|ed|ing) (?:its|our|the|full|fiscal|annual|guidance|outlook|\d{{4}})"
            rf"|(?:lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|decreas(?:es|ed|ing)|cut(?:s|ting)?) {_MOVED}"
            r"|cut(?:s|ting)? (?:its|our|the)"
            rf"|{_GUIDANCE_IS}(?:lowered|reduced|decreased|cut) (?=to\b|by\b|from\b|\$)|down from{_NO_PAST}"
            rf"|downward(?:ly)?|{LOWERS} {CAPITAL_PLANNED}|{CAPITAL_CHANGED}(?:lowered|reduced|cut))\b",
            ANY_CASE,
        ),
    ),
    ("narrows", re.compile(r"\b(?:narrow(?:s|ed|ing)|tighten(?:s|ed|ing))\b", ANY_CASE)),
    ("widens", re.compile(r"\bwiden(?:s|ed|ing)\b|\bbroaden(?:s|ed|ing) (?:its|our|the)\b", ANY_CASE)),
    (
        "reaffirms",
        re.compile(
            r"\b(?:reiterat\w+|repeat(?:s|ed|ing)?(?= (?:(?:its|our|the) )?(?:[\w-]+ ){0,3}(?:guidance|outlook)\b)"
            r"|re-?affirm\w*|re-?confirm\w*|(?:guidance|outlook) confirmation"
            r"|affirm(?:s|ed|ing)?(?! (?:its|our|the) commitment)"
            r"|(?-i:^Maintain(?:s|ing)\b)(?= [^,;]*\d%?(?: [mb]illion)?(?: to | ?[-–] ?)\$?\d)"
            rf"|maintain(?:s|ed|ing)?(?= (?:full|fiscal|guidance|\d{{4}}|previous|prior|{_HELD}"
            rf"|(?:(?!an?\b|stable|positive|negative|cautious){_OF_ONE}){{1,5}}(?:guidance|outlook)\b))"
            r"|(?:guidance|outlook) (?:is|was|are|remains|has been) (?:being )?(?:re-?)?(?:maintained|affirmed"
            r"|confirmed|iterated)|(?:guidance|outlook|forecasts?|expectations?|estimates?|targets?"
            rf"|budgets?) (?:(?!assum|includ|reflect)[\w-]+ ){{0,8}}remains? (?:(?:at|in|of|between|range|the|a"
            rf"|approximately) )*[$€£]?\d+|confirm(?:s|ed|ing)?(?= {_HELD})"
            rf"|(?:unchanged|no change(?! in (?!(?:its|our|the) (?:[\w-]+ ){{0,3}}(?:guidance|outlook|expectations?"
            rf"|forecasts?))))(?! from (?:the |its |our )?{_YEAR_OVER}"
            rf"|(?<=, unchanged) from (?:the )?\w+ quarter\b{_NO_GUIDANCE})"
            r"|continu(?:es?|ing) to (?:expect|anticipate|project|forecast|believe|estimate|target|model)"
            r"|still (?:expect(?:s|ed)?|anticipate[sd]?|plans?|projects?|forecasts?|targets?|sees?)"
            r"|(?:(?<=, )|(?<=to be )|(?<=remain ))(?:which is )?(?:consistent|in line) with"
            r" (?:(?:its|our|the company.s|the) (?:prior"
            r"|previous(?:ly)?|earlier|original|existing) (?:[\w-]+ ){0,3}|(?:prior|previous|earlier|original|existing)"
            r" (?:(?:full[- ]year|annual|financial|earnings|revenue|sales) )?)(?:guidance|outlook|forecasts?"
            r"|expectations|estimates?|range)"
            r"|remains? (?:comfortable|on track)|(?:is|are) comfortable with (?:its|our) (?:prior|previous))\b",
            ANY_CASE,
        ),
    ),
]
GIVES = re.compile(  # "The company is affirming its full-year guidance for 2025."
    r"\b(?:(?:re-?)?affirm|re-?iterat|confirm|maintain|rais|lower|updat|revis|narrow|increas|provid|introduc|issu"
    r"|initiat)(?:es?|s|ed|ing)"
    r"\s(?:its|our|the|full|fiscal|\d{4})\s(?:(?!results\b)[\w-]+\s){0,9}?(?:guidance|outlook"
    r"|expectations)\b(?![^.]*\b(?:above|below|ahead|line)\b)",
    ANY_CASE,
)
UNCHANGED = re.compile(
    r"\W*(?:guidance )?(?:unchanged|no change|same|reaffirmed|reiterated|maintained|affirmed"
    r"|as (?:before|previously guided))\W*",
    ANY_CASE,
)
