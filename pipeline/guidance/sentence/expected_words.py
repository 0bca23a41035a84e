"""What tells an expected amount from one that is told, compared or named in passing."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair_words import FINITE
from pipeline.guidance.terms.action_words import CAPITAL_CHANGED
from pipeline.guidance.terms.amount_words import NEARLY

POINT = re.compile(r"[:;]\s*(?:and\s+)?(?=\(\w{1,3}\)\s)|(?<=\s)\(1\)\s")
_NO_AMOUNT = r"(?:[^,;()$%\d]|\b(?:19|20)\d\d\b)"
_TELLS = (  # whose an amount is, or of when
    r"(?:according to|(?:(?!which\b)[\w-]+\s)?(?:analysts?|consensus|wall street|economists)|which had"
    r"|(?:our\s)?(?:prior|previous|previously|former|original|initial)(?! (?:year|period|quarter)))\b"
)
PUT_IN = re.compile(  # words that tell nothing of an amount: "Backlog, which analysts follow, is expected"
    rf"\((?!{_TELLS})(?:{_NO_AMOUNT}|,){{3,160}}\)"
    rf"|,\s(?!{_TELLS}){_NO_AMOUNT}{{3,120}},"
    r"(?=\s(?:is|are|will|should|would|to|in|expects?|anticipates?|projects?)\b)",
    ANY_CASE,
)
THEN = re.compile(
    r"\s*(?:or (?:more|less|better|higher|lower)\s+)?"
    r"(?:(?:of|in|for|the|per|diluted|share|revenues?|sales|growth"
    r"|capital|expenditures|(?:(?:net |gross )?(?:new|additional) )?(?:company-owned |franchised? )?(?:stores"
    r"|restaurants|shops|clubs|locations|units|openings)|\w+ quarter|year|fiscal|\d{4})\s+){0,6}(?:(?:is|are|will be"
    r"|should be|as|has been|have been)\s+)?(?:now\s+|currently\s+|also\s+|still\s+|(?:the company.s|our|its)\s+)?",
    ANY_CASE,
)
# "EPS of $0.26 associated with tax benefits", "$12 million of sales shifted from our second quarter"
CAUSED = re.compile(
    r"(?:\s(?:in|of)\s(?:(?!and\b)[\w-]+\s){1,5}(?P<moved>(?:shift|slipp|mov)ed)\b"
    r"|\s(?:per (?:\w+ ){0,2}share )?(?:associated with|relat(?:ed|ing) to|resulting from|arising from"
    r"|from (?:the|an?|its|our) (?:[\w-]+ )?(?:sale|disposition|divestiture|settlement))\b)",
    ANY_CASE,
)
_EFFECTS = r"(?:[^.;,$]*\s)?(?:charges?|benefits?|impacts?|costs?|gains?|expenses?|amortization)\b"
NOTED = re.compile(  # "excludes charges related to acquisitions of $0.01 per share"
    rf"\b(?:ex|in)cludes?\s{_EFFECTS}(?:(?!\b(?:and|is|are|be|will|assumes?)\b)[^.;,$])*\$?$"
    rf"|\bincluding\s{_EFFECTS}(?:(?!\b(?:and|is|are|be|will|(?:assume|expect|anticipate|project|estimate)s?|guidance)\b)"
    r"[^.;:,$])*\$?$"
    rf"|\bexcluding\s[^.;$%]{{5,90}}\sestimated at\s(?:{NEARLY} )?\$?$",
    ANY_CASE,
)
HELD = re.compile(  # "toward the high end of the previous range of"
    r"\b(?:high|low|upper|lower|top|bottom|higher)[- ](?:end|half|part|range|portion) of(?:,[^,.;$%]{3,40},)? (?:the"
    r"|our|its) (?:company.s )?"
    r"(?:prior|previous(?:ly)?|original(?:ly)?|earlier|initial)\b",
    ANY_CASE,
)
MOVE = re.compile(r"\s(?:(?:year[- ]over[- ]year|sequential)\s)?(?:(?:in|de)crease|reduction)\b", ANY_CASE)
MOVED_TO = re.compile(r"\s(?:at the mid-?point\s)?to\s(?:an?\s|new\s|range\s|of\s|between\s)*[-~$(\d]")
ADDS = re.compile(  # how much of an amount something makes
    r"\b(?:add|contribute|reduce|lower|impact|dilute|benefit"
    r"|cost)s?\s(?:(?:the|its|our|\w+ quarter|fiscal|\d{4}|full|year|results|net|income|diluted|earnings|eps)\s)*"
    rf"(?:(?:by|up to|an?|additional|another|{NEARLY}|between|estimated)\s)*$",
    ANY_CASE,
)
EFFECT = re.compile(  # "exchange rates are expected to reduce sales growth by", "the extra week will increase sales by"
    r"(?:(?:is|are) (?:now |currently |still )?(?:expected|anticipated|estimated|projected|forecast(?:ed)?|likely) to"
    r"|(?<!we )(?<!company )(?:will|should|could|may|would))\s"
    r"(?:\w+ly )?(?:impact|affect|increase|reduce|decrease|lower|raise|improve|boost|lift|benefit|hurt|dilute"
    r"|depress)\s(?P<what>(?:(?!\b(?:and|but|while)\s(?:[\w-]+\s){1,4}(?:is|are|will|should)\b)[^.;$%])+)"
    rf"\s(?:by\b[^.;$%]*|(?:{NEARLY}\s|between\s)?)$",
    ANY_CASE,
)
AN_IMPACT = re.compile(  # "the impact, which we estimate will be approximately"
    r"\b(?:estimate|expect|anticipate|project)s? (?:this|the|that|any|an?) (?:[\w-]+ ){0,3}(?:impact|effect"
    r"|headwind)s? (?:to|on) [^.;$%]*$"
    r"|\b(?:impact|effect|benefit|charge)s?,? (?:that|which) (?:we|it|the company|management) (?:now "
    r"|currently )?(?:estimate|expect|anticipate|project)s?\b[^.;$%]*$",
    ANY_CASE,
)
FROM_A_BASE = re.compile(  # "to increase above 2010 levels in the high single digits", "from the third quarter by 5%"
    r"\b(?:increase|grow|rise|decline|decrease|up|down)\s(?:[a-z]+\s){0,3}?"
    r"(?:over|above|below|from|versus|compared (?:to|with))\s"
    r"(?:[\w’'-]+\s){0,6}?(?:(?:19|20)\d\d|years?|quarters?|periods?|levels?)\s(?:in(?: the)?"
    rf"|by)\s(?:(?:range of|{NEARLY})\s)*$",
    ANY_CASE,
)
EXCHANGED = re.compile(  # rates of the world
    r"\b(?:(?:exchange|prime|discount|federal funds|fed funds|mortgage|unemployment) (?:target )?rates?|libor"
    r"|sofr) (?:of|at)\s"
    rf"(?:{NEARLY}\s)?$",
    ANY_CASE,
)
EXCLUDING = re.compile(  # "Excluding a loss of $0.10 per share on the divestiture, we expect"
    r"^(?:\w+,\s)?excluding\s(?:[^;,]|,(?=\d))*,\s", ANY_CASE
)
OF_IMPACT = re.compile(  # "a 1% impact from acquisitions", "$37 million of contribution from Acme"
    r"\s(?:of |in )?(?:(?:net|negative|positive|favorable|unfavorable|adverse|currency|estimated) )*(?:impact|headwind"
    r"|tailwind|drag)s?\b"
    r"|\s(?:of |in )?contributions? from\b",
    ANY_CASE,
)
OF_SHARES = re.compile(r"\s(?:[\w-]+\s){0,4}shares\b", ANY_CASE)  # what earnings by the share are based on
OF_THAT = re.compile(r"\sof (?:that|this|these|those) (?:amounts?|totals?|figures?)\b", ANY_CASE)  # a part of another
CONVERTED = re.compile(r"\sconversion\s(?:of|to)\b", ANY_CASE)  # "50% conversion of adjusted EBITDA to cash"
AND_OF = re.compile(rf"\b(?:year|quarter|period|sequentially),?\sand\s(?:(?:of|to|by|up|{NEARLY})\s)*$", ANY_CASE)
FOR_A_YEAR = re.compile(r"\s(?:for|in)\s(?:the\s)?(?:full|fiscal|entire|whole)\b", ANY_CASE)
OF_A_YEAR = re.compile(r"\((?:19|20)\d\d:\s(?:[A-Z]{3}\s)?$")  # "(2009: 28.0%)", what it was
WAS_EXPECTED = re.compile(  # "the range of $118 million to $121 million which the company projected last month"
    r"\s(?:per (?:\w+ ){0,2}share )?(?:(?:sequential )?(?:decline|increase|growth"
    r"|range) )?(?:(?:[\w-]+ ){1,6}(?:expectation|guidance|forecast|estimate)s? )?(?:that |which )?(?:we|it|the company"
    r"|management) (?:had )?(?:previously |originally |initially )?(?:talked about|discussed|projected|expected"
    r"|(?<=previously )targeted|estimated|forecast(?:ed)?|anticipated|guided|provided|gave|issued|announced)\b"
    r"|\s(?:per (?:\w+ ){0,2}share )?(?:expected|estimated|forecast|projected) by (?:wall street|(?:\w+ )?analysts"
    r"|the street|first call)\b"
    r"|\s(?:prior|previous(?:ly)?)\)",
    ANY_CASE,
)
THAN_PLANNED = re.compile(  # "$240 million above the prior plan", "2 cents lower than non-GAAP"
    r"\s(?:per (?:\w+ ){0,2}share )?(?:(?:(?:higher|lower|more) than|less (?:than|in))\b"
    r"|(?:above|below|short of|(?:better|worse) than)\s(?:(?:the|our|its)\s)?"
    r"(?:(?:mid-?point|(?:high|low|upper|lower|top) end) of (?:(?:the|our|its)\s)?)?"
    r"(?:prior|previous\w*|last|same|comparable|year[- ]ago|original\w*|initial\w*|earlier|plan\w*|current"
    r"|(?P<others>consensus|first call|wall street|(?:\w+ )?analysts?))\b)",
    ANY_CASE,
)
UP_BY = re.compile(
    r"\b(?:up|down|higher|lower|(?:in|de)creas(?:e|ing)|growing|improving|rising|rise"
    rf"|fall(?! between))\s(?:(?:an|by|{NEARLY}|between|additional)\s)*$",
    ANY_CASE,
)
THAN_BEFORE = re.compile(
    r"(?:\sat the mid-?point)?\s(?:year[- ]over[- ]year|sequentially|(?:from|compared|versus|over|than)\b"
    r"|(?:in|for|during)\s(?:the\s)?(?:(?:fiscal|full|first|second|third|fourth)\s)?(?:year|quarter|half|\d{4})\b)"
    r"|\s*(?:[,;)]|\.?$|\.\s)",
    ANY_CASE,
)
PREMISE = re.compile(
    r"\b(?:guidance|outlook|forecasts?|expectations?|projections?) $", ANY_CASE
)  # "is based on revenue growth of"
REVISED = re.compile(
    rf"\bfrom\s+(?:an?\s+|the\s+)?(?:expected\s+|previous\s+|between\s+|range\s+of\s+|{NEARLY}\s+"
    r"|at\s+least\s+|up\s+to\s+)*$",
    ANY_CASE,
)
SET_ANEW = re.compile(
    rf"\b(?:(?:guidance|outlook|forecasts?|range|estimates?|targets?|expectations?|budgets?)\b[^.;$%]{{0,70}}\b(?:was"
    rf"|were|has been|have been) (?:now |also )?|{CAPITAL_CHANGED})"
    r"(?:increased|raised|lifted|boosted|lowered|reduced|cut|trimmed|revised|narrowed|updated|tightened)\b"
    r"|\b(?:was|were) (?:changed|increased|raised|lowered|reduced|revised|narrowed|updated) to an? (?:new )?range\b",
    ANY_CASE,
)
ON = re.compile(r",\s(?:(?:and|with|while)\s)?(?:(?!(?:from|of|in|had)\b)[\w-]+\s){0,4}$", ANY_CASE)
AT_MIDPOINT = re.compile(r",?\s*at the mid-?point of (?:our|the|its|an?) (?:[\w-]+ ){0,3}range of\b", ANY_CASE)
PERIOD_AND = re.compile(r"\b(?:quarter|year|period)\s+and\s+(?:an?\s+)?$", ANY_CASE)
MIDPOINT = re.compile(
    r"\bcompared (?:to|with) the mid-?point of [^.,;$%]*\$?$"
    rf"|\bmid-?point (?:(?!to\b|is\b|at\b|a\b|of\b)[\w-]+ ){{1,3}}of\s(?:{NEARLY}\s)?$"
    rf"|\bmid-?point\b(?:[^.;,]|\.(?=\d)){{0,90}}\b(?:by|to)\s+(?:{NEARLY}\s)?$",
    ANY_CASE,
)
ALSO_HELD = re.compile(  # "including $1 million of depreciation and" as much of something else
    rf"\s(?P<of>of|in|for)\s(?:(?!{FINITE})[\w-]+,?\s){{1,6}}(?:and\s)?(?:{NEARLY}\s)?",
    ANY_CASE,
)
BY_SO_MUCH = re.compile(rf",?\s(?:up|down|an? (?:in|de)crease of)\s(?:by\s)?(?:{NEARLY}\s)?", ANY_CASE)
ALSO_OF = re.compile(  # "$95 million and earnings per share of $0.10"
    rf"\s*(?:(?:per\s(?:\w+\s){{0,2}}share|(?:of|in)\s(?:\w+\s){{0,2}}\w+"
    rf"|on\san?\s[\w-]+\sbasis)\s*)?and\s+(?:(?!(?:now|expects?)\b)[\w-]+\s+){{1,6}}of\s+(?:{NEARLY}\s)?",
    ANY_CASE,
)
ON_A_BASIS_AND = re.compile(  # "compared to $4.63 on a GAAP basis and $2.52 on a non-GAAP basis"
    rf"\s(?:per\s(?:\w+\s){{0,2}}share\s)?on\san?\s[\w-]+\sbasis,?\sand\s(?:{NEARLY}\s)?", ANY_CASE
)
ON_SHARES = re.compile(  # "$1.44 to $1.48 on 74 million shares", "on revenues of $300 million"
    rf"\s(?:per (?:\w+ ){{0,2}}share )?(?:based )?on\s(?:(?:\w+\s)?(?:revenues?|sales)\s(?:of\s)?)?(?:between\s)?"
    rf"(?:{NEARLY}\s)?",
    ANY_CASE,
)
JOINT = re.compile(r"\s(?:to|[-–—])\s*", ANY_CASE)
SAME_PART = re.compile(  # "for new stores", "will be spent on"; not "in the first nine months", "from currency"
    r"\s(?:(?:is|are|will be|to be)\s(?:\w+ed\s|spent\s)?)?(?:of|for|from|in|on)\s"
    r"(?!(?:\w+\s)?(?:currency|exchange|hold)\b|(?:\w+\s){0,4}(?:months|weeks|quarters?|half|year)\b)"
    r"(?:(?:the|its|our|an?)\s)?(?P<name>(?!\d)[\w’'&-]+"
    r"(?:\s(?!(?:and|or|in|at|by|for|during|as|to|which|that)\b|(?:of\s)?\d)[\w’'&-]+){0,3})",
    ANY_CASE,
)
TO_A_RANGE = re.compile(
    r"\s(?:per\s(?:\w+\s){0,2}share\s)?to\s(?:an?|the)\s(?:new\s|revised\s|updated\s)?range\s", ANY_CASE
)
HOLDS = re.compile(  # "our plans for the year include 30 new stores"
    rf"\b(?:plans?|guidance|outlook|targets?|goals?)\b[^.;,$%]{{0,50}}\binclud(?:es?"
    rf"|ing)\s+(?:(?:an?|{NEARLY}|up|to)\s+)*$",
    ANY_CASE,
)
THEN_TOLD = re.compile(
    r"\s*(?:(?:(?:diluted |net |adjusted )*(?:earnings|income|revenues?|sales|eps)\s)?(?:per (?:\w+ ){0,2}share\s*)?)"
    r"(?:reported |recorded |earned |achieved |generated )?(?:in|for|during|at"
    r"|as of)\s+(?:the\s+)?(?:(?:[\w-]+,?\s+){0,4}(?:19|20)\d\d|(?:[1-4]Q|Q[1-4]\s?['’]?|FY\s?['’]?)\d\d)\b",
    ANY_CASE,
)
# "four Harry's 33 restaurants", "sales at five stores", "our five newest stores"; not "to close the 15 stores"
OF_THOSE_THERE = re.compile(
    r"(?:(?<!year)(?<!quarter)(?<!month)[’']s"
    r"|\b(?:sales|revenues?|results|earnings|income) (?:at|from)"
    r"|\b(?<!open )(?<!opening )(?<!close )(?<!closing )(?<!add )(?<!adding )(?:our|its|these|those|(?<!in )the)) $",
    ANY_CASE,
)
