"""How guided periods are printed: quarters, halves, years, what is left of them, and spans without dates."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY

ORDINAL = "|".join(QUARTERS)
Y = (
    rf"(?:fiscal\s+(?:year\s+)?|calendar\s+(?:year\s+)?|fy\s?|cy\s?|year\s+)*(?P<{{0}}>{YEAR}|['’]\d\d"
    r"|(?<=[fFcC][yY])\s?\d\d)"
)
_MONTHS = r"[\s-]months?(?:\s+(?:transition\s+)?period)?"
_LENGTH = (
    rf"quarter|year|q[1-4]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2]){_MONTHS}"
    r"|(?:four|five|eight|nine|twelve|sixteen|12|16|[4589])[\s-]weeks?(?:\s+(?:fiscal\s+)?(?:month|period|quarter))?"
    r"(?=\s+ending)"
    r"|(?:thirteen|twenty-six|thirty-nine|fifty-two|fifty-three|13|26|39|52|53)[\s-]weeks?"
    r"(?:\s+(?:period|fiscal\s+year))?"
)
_ENDING = (
    r"\s+(?:(?:expectations|guidance|outlook|estimates)\s*[-–—:,(]*\s*)?"
    rf"(?:period\s+)?(?:that\s+(?:will\s+)?)?end(?:ing|ed|s)?\s+(?:on\s+|in\s+)?(?:{NEARLY}\s+)?"
    rf"(?:(?P<month>{MONTH})\s*(?P<day>\d{{1,2}}(?!\d))?\s*,?\s*(?P<year>{YEAR})?"
    rf"|(?P<number>\d{{1,2}})/(?P<date>\d{{1,2}})/(?P<short>{YEAR}|\d\d)(?!\d))"
)
ENDING = re.compile(  # not "the three-year period ending"
    rf"\b(?<!ty-)(?<!two-)(?<!three-)(?<!four-)(?<!five-)(?P<length>{_LENGTH}){_ENDING}", ANY_CASE
)
ALSO_ENDING = re.compile(  # with another on one day: "the quarter and year ending", "the 13 and 52 weeks ended"
    r"\b(?P<length>quarter|three|six|nine|thirteen|twenty-six|thirty-nine|13|26|39)(?:\s+(?:months|weeks))?"
    rf"(?=\s+and\s+(?:the\s+)?(?:fiscal\s+|full\s+)*(?:{_LENGTH}){_ENDING})",
    ANY_CASE,
)
ODD_MONTHS = re.compile(  # "the 10-month period ending December 31, 2009"
    rf"\b(?:two|four|five|seven|eight|ten|eleven|[24578]|1[01]){_MONTHS}\s+end(?:ing|ed)\b"
    rf"(?:\s+(?:on\s+)?{MONTH}(?:\s*\d{{1,2}}\b)?(?:,?\s*{YEAR})?)?",
    ANY_CASE,
)
QUARTER = re.compile(
    rf"\b(?:{Y.format('before')}\s*,?\s+(?:fiscal\s+)?)?"
    rf"(?:(?:fiscal\s+)?(?P<ordinal>{ORDINAL})(?:(?:\s+|-)(?:(?:fiscal|calendar)\s+)?(?:quarter(?:s|ly)?|qtr\b\.?)"
    rf"|(?=\s+and\s+(?:the\s+)?(?:{ORDINAL})(?:\s+|-)(?:fiscal\s+)?quarter))|q(?P<number>[1-4])"
    r"|(?P<digit>[1-4])q)(?![a-z])"
    rf"(?:(?:'s|’s)?[\s,-]*\(?(?:of\s+)?(?:the\s+|its\s+|our\s+)?{Y.format('year')})?",
    ANY_CASE,
)
SHORT_QUARTER = re.compile(
    r"\b(?:q(?P<number>[1-4])\s?[-/]?\s?(?:fy?)?(?P<year>\d\d)|(?P<digit>[1-4])q\s?(?:fy?)?(?P<short>\d\d))\b(?!\d)",
    ANY_CASE,
)
MONTH_QUARTER = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<before>{YEAR})?\s*(?:fiscal\s+)?quarter(?:\s+(?:of\s+)?(?P<year>{YEAR}))?",
    ANY_CASE,
)
MONTHS = re.compile(  # "July - December, 2011", "from May to July 2007", "the November/December period"
    rf"\b(?:from\s+(?=[a-z]+\s+(?:through|to)\b))?(?P<first>{MONTH})\s*(?:[-–—/]|through|to)\s*(?P<last>{MONTH})"
    rf"(?:,?\s+(?P<year>{YEAR})\b|(?=\s+period\b))",
    ANY_CASE,
)
ONE_MONTH = re.compile(
    rf"\b(?:month\s+of\s+(?P<month>{MONTH})\b(?:,?\s+(?P<year>{YEAR}))?"
    rf"|(?P<told>{MONTH})(?=\s+(?:(?:total|net)\s+)?(?:same|comparable|comp)[- ](?:store\s+)?sales)"
    rf"|(?<=store sales for )(?P<behind>{MONTH})(?=\s+(?:to|will|should)\s))",
    ANY_CASE,
)
MONTH_OPENS = re.compile(  # "In October, the company plans to open 26 stores"
    rf"\bin\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?"
    r"(?=,\s+(?:we|the\s+company|it)\s+(?:(?:now|also)\s+)?(?:expect|plan)s?\s+to\s+open\b)",
    ANY_CASE,
)
YEARS = re.compile(
    rf"\b(?:from\s+)?(?:fiscal\s+)?(?P<first>{YEAR})\s*(?:through|[-–])\s*(?:fiscal\s+)?(?P<last>{YEAR})\b",
    ANY_CASE,
)
SPAN_OF_YEARS = re.compile(  # "the five-year period ending in 2030", "the three years ending December 31, 2004"
    rf"\b(?:the\s+)?(?P<count>two|three|four|five|six|seven|ten)[\s-]years?(?:\s+period)?\s+"
    rf"(?:ending|through)\s+(?:in\s+|with\s+|on\s+)?(?:fiscal\s+)?(?:{MONTH}\s*\d{{1,2}}\s*,?\s*)?(?P<last>{YEAR})\b",
    ANY_CASE,
)
THROUGH = re.compile(rf"\bthrough\s+(?:fiscal\s+(?:year\s+)?|at\s+least\s+)?(?P<year>{YEAR})\b", ANY_CASE)
DURING_YEARS = re.compile(
    rf"\b(?:during|over|(?P<from>from))\s+(?:fiscal\s+)?(?P<first>{YEAR})\s+to\s+(?:fiscal\s+)?(?P<last>{YEAR})\b",
    ANY_CASE,
)
HALF = re.compile(
    rf"\b(?:{Y.format('before')}\s+)?(?:(?P<half>first|second|1st|2nd|back|last|latter)[\s-]+half|h(?P<number>[12])"
    r"|(?P<digit>[12])h)(?![a-z])"
    rf"(?:\s*(?:of\s+)?(?:the\s+|its\s+|our\s+)?{Y.format('year')})?(?:\s?(?P<short>\d\d)\b)?",
    ANY_CASE,
)
REST = re.compile(
    r"\b(?:remainder|balance|rest|remaining\s+(?:\w+\s+)?(?:months|quarters))\s+of\s+(?:the\s+|its\s+|our\s+"
    rf"|this\s+)?(?:current\s+|full\s+)?(?:{Y.format('year')}|(?:fiscal\s+|calendar\s+)?year)",
    ANY_CASE,
)
YEAR_ENDS = re.compile(
    r"\b(?:at|by|as of|ending|end|through|close)\s+(?:the\s+)?(?:end\s+of\s+)?(?:(?:the\s+|our\s+|its\s+"
    r"|this\s+)?(?:current\s+)?(?:fiscal\s+|calendar\s+)?(?:year[\s-]?end|(?<=end of )year"
    rf"|(?<=end of the )(?:fiscal\s+)?year)\s*{Y.format('year')}?|(?<=end of )(?:the\s+)?{Y.format('of')})"
    rf"|\b{Y.format('before')}(?:\s+year[\s-]|-)end\b|\byear[\s-]end\s+{Y.format('after')}"
    r"|\bend(?:ing)?\s+(?:the|this|our)\s+(?:fiscal\s+)?year(?=\s+with)",
    ANY_CASE,
)
AT_DATE = re.compile(
    r"\b(?=a)(?<!information )(?<!available )(?<!provided )(?<!issued )(?:at"
    rf"|as\s+of)\s+(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})\s*,\s*(?P<year>{YEAR})\b",
    ANY_CASE,
)
END_OF_MONTH = re.compile(
    rf"\b(?:at|by)\s+(?:the\s+)?end\s+of\s+(?P<month>{MONTH})\b(?:,?\s+(?P<year>{YEAR}))?(?!\s+quarter)", ANY_CASE
)
FISCAL_YEAR = re.compile(
    r"\b(?:full[\s-]+(?:fiscal[\s-]+)?year\s+|fiscal\s+year\s+|fiscal\s+|calendar\s+(?:year\s+)?|year\s+"
    rf"|[fc]y\s?|(?-i:F)(?=20\d\d))+(?:of\s+|in\s+)?(?P<year>{YEAR}|['’]\d\d|(?<=[FC]Y)\d\d|(?<=[FC]Y )\d\d)\b"
    rf"|\b(?P<before>{YEAR})\s+(?:full[\s-]+|fiscal\s+|calendar\s+)*year\b",
    ANY_CASE,
)
YEAR_2000 = re.compile(  # of computers
    r"(?:ahead\sof|because\sof|due\sto)\s(?:the\s)?year\s2000"
    r"|year\s2000\s(?:\(|[\"“]?y2k|ready|readiness|complian|issue|problem|programs?\b"
    r"|projects?\b|remediation|effort|conversion|initiative|costs?\b(?!\sof)|date\s|transition"
    r"|related\s(?:cost|expen|issue))",
    ANY_CASE,
)
BARE_YEAR = re.compile(rf"(?<![\d$.,/-])\b(?P<year>{YEAR})E?\b(?![\d/]|,\d|\.\d|-\d)")
THIS = re.compile(
    r"\b(?P<which>this|next|coming|current|upcoming|ongoing|following)\s+(?:full\s+)?(?:fiscal\s+"
    r"|calendar\s+)?(?P<length>quarter|year)\b"
    r"|\b(?:the\s+)?(?P<full>full[\s-]+(?:fiscal[\s-]+)?year|fiscal\s+year|(?:entire|total)\s+year(?![\s-](?:over|on)[\s-])"
    r"|annual(?=\s+(?:[\w-]+\s+){0,4}?(?:guidance|outlook|forecast|adjusted)\b))\b"
    r"|\b(?:for|in|during)\s+the\s+(?P<year>year)\b(?![- ]ago)|\b(?:for|in|during)\s+the\s+(?P<quarter>quarter)\b",
    ANY_CASE,
)
FULL_YEAR = re.compile(
    r"(?:the )?(?:full[- ](?:fiscal[- ])?|fiscal |total )year(?![- ](?:over|on)[- ])|(?:for|in) the year", ANY_CASE
)
HORIZON = re.compile(
    r"\b(?:over|in|during|within|for)\s+the\s+(?:next|coming)\s+(?:\w+\s+to\s+)?(?:\w+|\d+)(?:\s+to\s+\w+)?\s+(?:years?"
    r"|months?|quarters?)\b",
    ANY_CASE,
)
ANY = re.compile(
    rf"[/-]\s?{MONTH} period|end of {MONTH}|\bin {MONTH}, (?:we|it|the company)\b|comp[- ]|"
    r"quarter|\bqtr|half\b|year|annual|months|month of|same[- ]store|comparable|weeks?|19\d\d|20\d\d|fiscal|\bfy"
    r"|\bcy\s?\d|['’]\d\d|\bq\s?[1-4]|[1-4]q|[12]h|\bh[12]|remainder|balance of",
    ANY_CASE,
)
PREVIOUS = re.compile(r"\b(?:its|our|the|their)\s+(?:prior|previous)\s+$", ANY_CASE)
GUIDANCE = re.compile(r"(?:\s[\w-]+){0,3}\s(?:guidance|outlook|forecasts?|range|estimates?|targets?)\b", ANY_CASE)
NOT_GUIDED = re.compile(  # what is compared with, and a day
    r"(?:\b(?:from|than|over|versus|vs\.?"
    r"|(?:compared|in comparison|in line|consistent|similar|comparable|flat|level|even) (?:to|with)"
    rf"|against|since|above|below|of the (?:prior|previous)|on top of|into|beyond|until|fund(?:\s+[\w-]+){{1,5}}"
    rf"|{MONTH}\s*\d{{1,2}},?|{MONTH}|act of|©|dated|prior|previous"
    r"|last|benefited)\s+)(?:the\s+(?:\$[\d.,]+\s+(?:[mb]illion\s+)?)?|its\s+|our\s+|in\s+|(?:that|those)\s+of\s+|of\s+|for\s+"
    r"|same\s+|prior\s+|comparable\s+|actual\s+|full\s+|reported\s+"
    r"|(?<!than\s)(?:expected|projected|estimated|anticipated)\s+)*$",
    ANY_CASE,
)
OF_A_BASE = re.compile(  # "compared with 31.2% in fiscal 2002", "from $1.19 in 2002"
    rf"\b(?:compar(?:ed|es|ing) (?:to|with)|versus|vs\.?|against|from(?=.*\sin\s))\s+(?:{NEARLY}\s+)?"
    r"[$€£]?\d*\.?\d[\d.,]*(?:\s?(?:%|percent|cents|[mb]illion))?(?:\s+(?:per|a)\s+(?:\w+\s+)?share)?"
    r"\s+(?:in|for|during)\s+(?:the\s+)?$",
    ANY_CASE,
)
_BECAUSE = (
    r"\b(?:given|reflecting|based on|(?<!the )following|because of|due to|as a result of|in light of"
    r"|on the (?:strength|back|heels) of)\s+"
)
_DONE = r"(?:(?:out)?performance|results|execution|momentum|trends)\b"
BECAUSE = re.compile(  # "Given our first-half performance", "reflecting the strong second quarter results"
    rf"{_BECAUSE}(?:(?:the|our|its|these|strong\w*|solid|record|better[- ]than[- ]expected)\s+)*$", ANY_CASE
)
DONE = re.compile(rf"(?:\s[\w-]+){{0,2}}?\s{_DONE}", ANY_CASE)
_THOUGHT_OF = r"(?:expectations|assumptions|outlook|views?)\s+(?:for|of|about)\s+(?:the\s+)?"
BECAUSE_OF = re.compile(  # "on the strength of our outperformance in the first half"
    rf"{_BECAUSE}(?:[\w-]+\s+){{0,4}}{_DONE}\s+(?:in|during|for|of|through)\s+(?:the\s+)?$"
    # both make a year: "based on its year-to-date results and updated assumptions for the fourth quarter"
    rf"|\bbased on\s+(?:[\w-]+\s+){{0,3}}?(?:year-to-date|first[- ]half"
    rf"|nine[- ]months?)\s+(?:[\w-]+\s+){{1,3}}?and\s+(?:[\w-]+\s+){{0,3}}?{_THOUGHT_OF}$"
    r"|\bexclud\w+\s+(?:[\w-]+\s+){1,6}?(?:incurred|recorded|recognized)\s+(?:in"
    r"|during)\s+(?:the\s+)?$",  # what is left out
    ANY_CASE,
)
PREMISE_FOR = re.compile(  # "based on our current outlook for the"; not "based on this we updated our outlook for"
    rf"\bbased on\s+(?:(?!(?:we|it|company|management|has|have|is|are)\s)[\w’'-]+\s+){{0,8}}?{_THOUGHT_OF}"
    r"(?:(?:[\w-]+\s+){1,4}?and\s+(?:for\s+)?(?:the\s+)?)?$",  # "for the third quarter and the" year
    ANY_CASE,
)
