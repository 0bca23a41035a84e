"""The phrases by which a document names its fiscal years and quarters, and the days on which they end."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.patterns import at_word
from pipeline.filing.rare import Rare

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
SPANS = {"six": 6, "6": 6, "nine": 9, "9": 9, "twenty-six": 6, "26": 6, "thirty-nine": 9, "39": 9}

_DAY = rf"(?:{MONTH}\s*\d{{1,2}}|\d{{1,2}}\s+{MONTH})"  # "September 30", "30 September"
_ON = rf"(?P<on>{_DAY})"
_DATE = rf"{_DAY},?\s*{YEAR}"

ENDS = [re.compile(rf"{end}(?<=[\s(]...)") for end in ("end", "End", "END")]  # fixed letters in front: sought fastest
_ORDINAL = "|".join(QUARTERS)
_UP_TO_NEXT = rf"(?:(?!{_ORDINAL})[\w\s,’'()-])"  # not the end of the quarter named after it
QUARTER_ENDED = re.compile(
    at_word("fst1-4", rf"(?P<quarter>{_ORDINAL})[\s-]+(?:fiscal\s+)?quarter(?P<named>{_UP_TO_NEXT}{{0,60}}?)")
    + rf"\bend(?:ed|ing|s)\s+(?:on\s+)?{_ON},?\s*(?P<year>{YEAR})?",
    re.IGNORECASE,
)
YEAR_TO_DATE = re.compile(
    at_word(
        "snt2369",
        r"(?P<span>(?:six|nine|6|9)(?=[\s-]+month)|(?:twenty-six|thirty-nine|26|39)(?=[\s-]+week))"
        r"[\s-]+(?:months?|weeks?)\s+(?:periods?\s+)?end(?:ed|ing)[\s:(]+",
    )
    + _ON,
    re.IGNORECASE,
)
YEAR_ENDED = re.compile(  # not the year of "first quarter of fiscal year 2006 ended August 31"
    at_word(
        "fy",
        r"(?<!quarter\sof\s)(?<!quarter\sof\sthe\s)(?<!of\sfiscal\s)"
        rf"(?:(?:fiscal\s+|full\s+)?year(?:\s+(?:{YEAR}))?\s+(?:ended|ending|ends)"
        r"|fiscal\s+year,\s+which\s+ends)\s+(?:on\s+)?",
    )
    + _ON,
    re.IGNORECASE,
)
# Sought by its "q", the rarest letter of all; which quarter it is stands before.
QUARTER_OF = Rare(rf"(?-i:[Qq])uarter\s+(?:of\s+)?(?:the\s+)?fiscal\s+(?:year\s+)?(?P<year>{YEAR})\b")
FISCAL_QUARTER = Rare(rf"\bfiscal\s+(?:year\s+)?(?P<year>{YEAR})\s+(?P<quarter>{_ORDINAL})[\s-]+quarter\b")
WHICH_QUARTER = re.compile(rf"(?<!\w)(?P<quarter>{_ORDINAL})[\s-]+(?:fiscal\s+)?$", re.IGNORECASE)
_ITS_END = rf"[\s,(]+(?:which\s+)?(?:will\s+)?end(?:ed|ing|s)?\s+(?:on\s+)?{_ON},?\s*(?P<year>{YEAR})"
NAMED_YEAR_ENDS = Rare(  # "fiscal 2012 (ending June 30, 2012)", "fiscal 2014, which ends January 31, 2015"
    rf"\bfiscal\s+(?:year\s+)?(?P<name>{YEAR}){_ITS_END}"
)
NAMED_BEFORE_YEAR = Rare(  # "the 2007 fiscal year ending February 2, 2008"; not the end of the heading in front
    rf"\b(?P<name>{YEAR})(?:[^\S\t\n]{{1,3}}|[^\S\t\n]*\n[^\S\t\n]*)fiscal\s+year{_ITS_END}"
)
YEAR_CALLED = Rare(  # "the fiscal year ending January 29, 2000 ("fiscal 1999")"
    rf"\byear\s+end(?:ed|ing|s)\s+(?:on\s+)?{_ON},?\s*(?P<year>{YEAR}),?\s*"
    rf"\((?:the\s+|or\s+)?[\"“”'’‘]*\s*fiscal\s+(?:year\s+)?(?P<name>{YEAR})\b"
)
FISCAL_YEAR = Rare(  # "fiscal 2007", "the 2007 fiscal year", "4Q 2007"
    rf"\b(?:fiscal|quarter)[\s-]+(?:of\s+)?(?:(?:the\s+)?year\s+)?(?P<year>{YEAR})\b"
    rf"|\b(?P<before>{YEAR})\s+fiscal\s+year\b|\b(?:FY|[1-4]Q|Q[1-4])\s?(?P<behind>{YEAR})\b"
)
_EXPECT = "expect|plan|anticipate|project|estimate|intend|forecast"
YEAR_EXPECTED = Rare(  # "For 2008, the Company plans"
    rf"\b(?:for|in|during)\s+(?:fiscal\s+)?(?:year\s+)?(?P<year>{YEAR}),?\s+"
    rf"(?:we\s+(?:\w+\s+)?(?:{_EXPECT})\b"  # no nouns: "our plan", "the forecast"
    r"|(?:the\s+company|management|it"
    rf"|(?-i:[A-Z])[\w.&'’-]*(?:,?\s+(?-i:[A-Z])[\w.&'’-]*){{0,3}})\s+(?:\w+\s+)?(?:{_EXPECT})s\b)"
)
_STORES = r"(?:stores|shops|restaurants|locations|units|clubs|centers|superstores|supercenters)"
STORES_PLANNED = Rare(  # "plans to open approximately 95 new stores in fiscal 2004"; not what is left of a year's
    rf"\b(?:{_EXPECT})s?\s+to\s+open\s+(?:(?!more\b|remaining\b|balance\b)[\w-]+\s+){{1,4}}?{_STORES}\s+(?:in|during)\s+"
    rf"(?:fiscal\s+)?(?:year\s+)?(?P<year>{YEAR})\b"
)
YEAR_GUIDED = Rare(  # "PROVIDES 2009 OUTLOOK"; not what was "previously issued"
    r"\b(?:provid|issu|introduc|initiat|establish)(?:es?|ing)\s+(?:\w+\s+){0,3}?(?:fiscal\s+(?:year\s+)?)?"
    rf"(?P<year>{YEAR})\s+(?:[\w-]+\s+){{0,3}}?(?:outlook|guidance)\b"
)
YEAR_HEADED = re.compile(  # a heading: "Fiscal 2010 Outlook", "Estimates for 2002"
    rf"^[^\S\n]*(?:(?:(?:initial|updated|revised|full[- ]year|fiscal|year)\s+)*(?P<year>{YEAR})\s+"
    r"(?:(?:full[- ]year|annual|financial|business|operating|earnings|sales|company)\s+){0,2}(?:outlook|guidance)"
    r"|(?:(?:initial|updated|revised|current|financial|business|earnings)\s+){0,2}(?:outlook|guidance|estimates)\s+for"
    rf"\s+(?:(?:full[- ]year|fiscal|year)\s+){{0,2}}(?P<behind>{YEAR}))[^\S\n]*:?$",
    re.IGNORECASE | re.MULTILINE,
)
ENDED_ON = re.compile(
    rf"\b(?:quarters?|years?|months|weeks)(?:\s+(?:of\s+)?(?:fiscal\s+)?(?:year\s+)?{YEAR})?,?\s+(?:which\s+)?end(?:ed"
    r"|ing|s)\s+"
    rf"(?:on\s+)?(?P<days>{_DATE}(?:\s+and\s+{_DATE})?)",
    re.IGNORECASE,
)
QUARTER_TOLD = re.compile(  # "REPORTS FIRST QUARTER EARNINGS", "2008 third quarter loss"; not what is ahead
    r"(?-i:(?=[12])|(?<!\w)(?=[arfst34ARFST]))"  # fails fast: most places of a text begin none
    r"(?P<told>\b(?:announc|report)\w*\s+(?:[\w-]+\s+){0,3}?(?:results|earnings)\s+(?:for|of)\s+(?:the\s+"
    r"|its\s+)?(?:fiscal\s+)?)?"
    rf"(?:(?P<before>{YEAR})\s+)?\b(?P<quarter>{_ORDINAL})[\s-]+(?:fiscal\s+)?quarter\b"
    rf"(?:\s+(?:and\s+(?:full[\s-]+)?)?(?:of\s+)?(?:fiscal\s+)?(?:year\s+)?(?P<year>{YEAR})\b)?(?(told)"
    rf"|(?:\s+[\w-]+){{0,3}}?"
    r"\s+(?:results|earnings|loss|income|profits?)\b"
    r"(?!\s+(?:guidance|outlook|estimates?|expectations?|forecasts?|targets?|per(?!\s+(?:\w+\s+)?share\s+of\b)"
    r"|to|is|are|will)\b))",
    re.IGNORECASE,
)
NOT_REPORTED = re.compile(  # "COMPANY EXPECTS LOWER FOURTH QUARTER EARNINGS", "compared with the first quarter loss"
    r"\b(?:(?:expect|forecast|project|warn)(?:s|ed|ing)?|(?:estimat|anticipat|rais|revis|compar)(?:es?|ed|ing)"
    r"|comparisons?|cuts?"
    r"|lower(?:s|ed|ing)|sees|versus|from|than|over)\s+(?:[\w-]+\s+){0,3}$"
    # "to open 48 in the third quarter"
    rf"|\b(?:{_EXPECT})s?\s+to\s+open\s(?:(?!\n\s*\n|\b(?:announc|report))[^.;\0]){{1,80}}$",
    re.IGNORECASE,
)
WEEKS_ENDED = re.compile(
    rf"\b(?:quarter|three\s+months|(?:thirteen|13)\s+weeks)\s+(?:period\s+)?ended\s+(?P<day>{_DATE})", re.IGNORECASE
)
OF_A_QUARTER = re.compile(r"(?:quarter|half|months?)\s+(?:of\s+)?(?:the\s+|our\s+|its\s+)?$", re.IGNORECASE)
