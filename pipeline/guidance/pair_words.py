"""What stands between a metric and its amount, and what tells an expected amount from one told in passing."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE

POINT = re.compile(r"[:;]\s*(?:and\s+)?(?=\(\w{1,3}\)\s)|(?<=\s)\(1\)\s")
THEN = re.compile(
    r"\s*(?:(?:of|in|for|the|per|diluted|share|revenues?|sales|growth|capital|expenditures|\w+ quarter|year|fiscal|\d{4})\s+){0,6}(?:(?:is|are|will be|should be|as|has been|have been)\s+)?(?:now\s+|currently\s+|also\s+|still\s+|(?:the company.s|our|its)\s+)?",
    ANY_CASE,
)
# "EPS of $0.26 associated with tax benefits", "$12 million of sales shifted from our second quarter"
CAUSED = re.compile(
    r"(?:\s(?:in|of)\s(?:(?!and\b)[\w-]+\s){1,5}(?P<moved>(?:shift|slipp|mov)ed)\b"
    r"|\s(?:per (?:\w+ ){0,2}share )?(?:associated with|relat(?:ed|ing) to|resulting from|arising from)\b)",
    ANY_CASE,
)
NOTED = re.compile(  # "excludes charges related to acquisitions of $0.01 per share"
    r"\b(?:ex|in)cludes?\s(?:[^.;,$]*\s)?(?:charges?|benefits?|impacts?|costs?|gains?|expenses?|amortization)\b(?:(?!\b(?:and|is|are|be|will|assumes?)\b)[^.;,$])*\$?$"
    r"|\bexcluding\s[^.;$%]{5,90}\sestimated at\s(?:approximately |about )?\$?$",
    ANY_CASE,
)
BEFORE_CHARGES = re.compile(  # "earnings per share before extraordinary charges of" so much a share
    r"\sbefore\s(?:[\w-]+\s){0,3}(?:charges|items)\sof\s(?:between\s|approximately\s|about\s)?", ANY_CASE
)
TO_MONEY = re.compile(
    r"\s*,?\s*(?:year[- ]over[- ]year\s+)?(?:at the mid-?point\s+)?to\s+(?:\w+\s){0,4}(?:\$|\d[\d.,]*(?:\s(?!percent)|[-–]))"
)
HELD = re.compile(  # "toward the high end of the previous range of"
    r"\b(?:high|low|upper|lower|top|bottom|higher)[- ](?:end|half|part) of(?:,[^,.;$%]{3,40},)? (?:the|our|its) (?:company.s )?"
    r"(?:prior|previous(?:ly)?|original(?:ly)?|earlier|initial)\b",
    ANY_CASE,
)
GROWTH_TO = re.compile(
    r"\s(?:growth|increase|decline|decrease)\sin\s(?:[\w-]+\s){1,5}?to\s(?:(?:between|a|an|the|range|of|approximately|about)\s)*\$",
    ANY_CASE,
)
TO_REPORT = re.compile(r"\bexpects? to (?:report|announce) that\b", ANY_CASE)  # what is not told yet
BASIS_AND = re.compile(r"\bbasis,?\s(?:and|but)\s(?:(?:an?|in|the|of|by|approximately|about)\s)*$", ANY_CASE)
MOVED_TO = re.compile(r"\s(?:at the mid-?point\s)?to\s(?:an?\s|new\s|range\s|of\s|between\s)*[-$(\d]")
ADDS = re.compile(  # how much of an amount something makes
    r"\b(?:add|contribute|reduce|lower|impact|dilute|benefit|cost)s?\s(?:(?:the|its|our|\w+ quarter|fiscal|\d{4}|full|year|results|net|income|diluted|earnings|eps)\s)*"
    r"(?:(?:by|up to|an?|additional|another|approximately|about|between|estimated)\s)*$",
    ANY_CASE,
)
EFFECT = re.compile(  # "exchange rates are expected to reduce sales growth by", "the extra week will increase total sales by"
    r"(?:(?:is|are) (?:now |currently |still )?(?:expected|anticipated|estimated|projected|forecast(?:ed)?|likely) to|(?<!we )(?<!company )(?:will|should|could|may|would))\s"
    r"(?:\w+ly )?(?:impact|affect|increase|reduce|decrease|lower|raise|improve|boost|lift|benefit|hurt|dilute|depress)\s(?P<what>[^.;$%]+)\s(?:by\b[^.;$%]*|(?:approximately\s|about\s|between\s)?)$",
    ANY_CASE,
)
AN_IMPACT = re.compile(  # "the impact, which we estimate will be approximately"
    r"\b(?:estimate|expect|anticipate|project)s? (?:this|the|that|any|an?) (?:[\w-]+ ){0,3}(?:impact|effect|headwind)s? (?:to|on) [^.;$%]*$"
    r"|\b(?:impact|effect|benefit|charge)s?,? (?:that|which) (?:we|it|the company|management) (?:now |currently )?(?:estimate|expect|anticipate|project)s?\b[^.;$%]*$",
    ANY_CASE,
)
FROM_A_BASE = re.compile(  # "to increase above 2010 levels in the high single digits"
    r"\b(?:increase|grow|rise|decline|decrease|up|down)\s(?:[a-z]+\s){0,3}?(?:over|above|below|from)\s(?:the\s)?"
    r"(?:prior[- ]year|last year|(?:fiscal )?(?:19|20)\d\d)(?:\slevels?)?\s(?:in(?: the)?|by)\s(?:(?:range of|approximately|about)\s)*$",
    ANY_CASE,
)
EXCHANGED = re.compile(r"\bexchange rates? of\s(?:approximately\s|about\s)?$", ANY_CASE)
OF_IMPACT = re.compile(  # "a 1% impact from acquisitions"
    r"\s(?:(?:net|negative|positive|favorable|unfavorable|adverse|currency|estimated) )*(?:impact|headwind|tailwind)s?\b",
    ANY_CASE,
)
OF_A_YEAR = re.compile(r"\((?:19|20)\d\d:\s(?:[A-Z]{3}\s)?$")  # "(2009: 28.0%)", what it was
WAS_EXPECTED = re.compile(  # "the range of $118 million to $121 million which the company projected last month"
    r"\s(?:per (?:\w+ ){0,2}share )?(?:that |which )?(?:we|it|the company|management) (?:had )?(?:previously |originally |initially )?(?:projected|expected|estimated|forecast(?:ed)?|anticipated|guided|provided|gave|issued|announced)\b",
    ANY_CASE,
)
UP_BY = re.compile(
    r"\b(?:up|down|higher|lower|(?:in|de)creas(?:e|ing)|growing|improving|rising)\s(?:(?:an|by|approximately|about|roughly|nearly|between|additional)\s)*$",
    ANY_CASE,
)
THAN_BEFORE = re.compile(
    r"\s(?:year[- ]over[- ]year|sequentially|(?:from|compared|versus|over|than)\b"
    r"|(?:in|for|during)\s(?:the\s)?(?:(?:fiscal|full|first|second|third|fourth)\s)?(?:year|quarter|half|\d{4})\b)|\s*(?:[,;)]|\.?$|\.\s)",
    ANY_CASE,
)
TO_A_RATE = re.compile(  # "up 50 basis points to 42%"
    r",?\s(?:year[- ]over[- ]year\s)?to\s(?:an?\s|the\s|range\s|of\s|between\s|approximately\s|about\s|around\s)*"
    r"\(?[\d.]+(?:(?:\s?[-–—]\s?|\sto\s|%\sand\s)[\d.]+)?\s?(?:%|percent)",
    ANY_CASE,
)
USING = re.compile(
    r",\s(?:using|based on|at)\s(?:an?|the)\s[^.;,$%]{0,40}$", ANY_CASE
)  # before the verb: "income, using"
THEN_EXPECTED = re.compile(r"[^.;$%]{0,80},\s(?:is|are|will|should)\b", ANY_CASE)
ELSE_OR = re.compile(  # "8% over last year, or 10% on a comparable basis"
    r",\sor\s(?:(?:approximately|about|up|down|an?|increase|decrease|of)\s)*$", ANY_CASE
)
AND_ANOTHER = re.compile(r"\s(?:[^.;,$%]+\s)?and\s(?:approximately\s|about\s)?\$?", ANY_CASE)
# "5 to 6 percent in North America, 4 percent outside North America"
IN_ONE_PLACE = re.compile(
    r"\s(?:in|for|outside(?: of)?)\s(?:the\s)?(?:[A-Z][\w.&-]*\s?){1,4},?\s?(?:and\s)?(?:approximately\s|about\s)?"
)
IN_ANOTHER = re.compile(r"\s(?:(?:in|for|outside(?: of)?)\s(?:the\s)?[A-Z]|(?:worldwide|globally|internationally)\b)")
PER_ON_A_BASIS = re.compile(
    r"(?:\s(?:per|a|of)\s[\w-]+)*\son an?\s(?:[\w-]+\s)?[\w-]+\sbasis\b", ANY_CASE
)  # "$500 an ounce on a co-product basis"
ON_A_BASIS = re.compile(r"\s(?:on an?|excluding|in|at)\s", ANY_CASE)
WITH = re.compile(
    r",\swith\s(?:(?:approximately|about|roughly|at least|up to)\s)*$", ANY_CASE
)  # $5 million of something else
PREMISE = re.compile(r"\b(?:guidance|outlook|forecast|expectations?) $", ANY_CASE)  # "is based on revenue growth of"
AND_FOR = re.compile(r"(?:\sper\s(?:\w+\s){0,2}share)?,?\sand\s(?:for|in)\s", ANY_CASE)
AND_TO = re.compile(r"\s(?:and|but) to (?:exceed|reach|be|total|range|come)\b[^.;$%]{0,40}$", ANY_CASE)
ASSUMES = re.compile(
    r"\b(?:assum\w+|based on|using|on)\b(?![^.;]{0,120}\b(?:repurchas|issu|s[eo]ld?|offer)\w*)(?:[^.;]|\.(?=\d)){0,120}$",
    ANY_CASE,
)
EARNS = re.compile(r"\b(?:earn|report|post|profit|loss|income|results?)\w*", ANY_CASE)
GUIDES = re.compile(r"\b(?:guidance|outlook|forecast|consensus|estimates?|expectations?)\b", ANY_CASE)
INCOME = re.compile(r"income|earnings|profit|eps", ANY_CASE)
LINKED = re.compile(
    r"[\s:;,()–—-]*(?:(?:is|are|be|being|was|to|of|in|the|a|an|range|ranging|ranges|between|from|at|for|approximately|about|around|roughly|nearly"
    r"|expects?|expected|anticipated?|projected|estimated?|forecast(?:ed)?|targeted|targeting|planned|assumed|guidance|outlook|it|we|company|that|its|our"
    r"|will|should|now|currently|also|still|total|approximate|least|up|down|more|less|than|greater|over|exceed|not|remain|come|fall|within|both|either"
    r"|increase|increased|increasing|decrease|decline|grow|growth|rise|improve|reduced?|quarter|year|full|fiscal|first|second|third|fourth|diluted|share|per|basis|on|growing|each|annual"
    r"|positive|negative|loss|low|high|mid|broad|wide|narrow|reach|average|equal|excess|minimum|maximum|and)\b[\s:,()–—-]*)*",
    ANY_CASE,
)
IN_FRONT = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?:(?:in|of|for|from|worth of)\s+)?(?:(?!(?:and|or|on|to|with|versus|while|expects?|compared|from|is|are|will|due|for|including|excluding|over|per|as|the)\b(?!-))[\w’'&/-]+\s+){0,5}"
    r"(?:(?:in|of)\s+(?:(?:the|our|its|total|net|GAAP|non-GAAP|adjusted|annual|consolidated|its|reported)\s+)*)?",
    ANY_CASE,
)
ALSO = re.compile(
    r"[\s,]*\(?\s*(?:or|which (?:is|equates to|represents)|equivalent to|representing)\s+(?:approximately\s+|about\s+|between\s+|an?\s+)*(?:net\s+)?(?:loss\s+of\s+)?\(?\$?$|\s*\(\s*\$?$",
    ANY_CASE,
)
FROM_FORMER = re.compile(  # guidance "to $0.65 from the prior guidance of $0.60 in earnings per share"
    r"\sfrom\s[^.;$%]{0,60}\$?[\d.]+(?:(?:\s?[-–—]\s?|\sto\s)\$?[\d.]+)?\s(?:million\s|billion\s)?in\s(?:(?:fully|diluted|adjusted|net|total)\s)*",
    ANY_CASE,
)
LEAVES_OUT = re.compile(  # "before the contribution from residential" sales
    r"\s(?:before|excluding|without)\s(?:the\s|any\s)?(?:(?:contribution|impact|effect)s?\s(?:from|of)\s)?(?:[\w-]+\s){0,2}$",
    ANY_CASE,
)
OF_A_CHANGE = re.compile(  # "impact on diluted EPS of $0.02", "an increase in sales of $8 million"
    r"\b(?:impact|effect|dilution|accretion|(?:in|de)crease|decline|reduction|improvement|loss)s? (?:on|to|in) (?:(?:the|our|its|net|total|diluted|adjusted|reported)\s)*(?:[a-z][\w-]*\s)?$",
    ANY_CASE,
)
OF_AN_IMPACT = re.compile(  # "the impact of weather to first quarter earnings per share to be $0.10"
    r"\b(?:impact|effect)s? of (?:[\w-]+ ){1,4}(?:on|to) (?:(?:the|our|its|net|total|diluted|adjusted|reported|\w+ quarter|full year|fiscal|\d{4})\s)*$",
    ANY_CASE,
)
RANGES_ON = re.compile(  # "is estimated to increase 8% and range between $20 million and"
    r",?\s(?:and|to)\s(?:to\s)?(?:range|total|reach|be)\s(?:(?:in|the|a|range|of|from|between|approximately|about)\s)*",
    ANY_CASE,
)
BY_WHICH = re.compile(
    r",\s(?:or|for)\s(?:about|approximately|roughly)?\s?$", ANY_CASE
)  # "$600 a ton, or 5% lower than"
LESS_OR_MORE = re.compile(
    r"\s(?:(?:revenue|sales|earnings|eps|organic|annual|sequential|total)\s)*(?:growth|lower|higher|above|below|more|less|over|up|down|better)\b",
    ANY_CASE,
)
GROWTH = re.compile(  # "$20 million in the third quarter, representing growth of 5%"
    r"^[^.;$%]{0,60}?(?:[\s,(](?:(?:which|or|and)\s)?(?:would\s)?(?:represent|reflect|mark|impl(?:y|ie)|equat|result)(?:s|es|ing)?\s(?:in\s)?|,\s(?=an?\s|up\s|down\s))"
    r"(?:(?:to|an?|about|approximately|sequential|year[- ]over[- ]year|annual|organic|increase|decrease|decline|growth|rate|up|down|between|range|at least|of)\s)*$",
    ANY_CASE,
)
RECOGNIZED = re.compile(  # "to recognize 62% as revenue"
    r"\bto (?:be )?(?:recogniz|convert|ship|deliver)(?:e|ed|ped|ing)?\s(?:approximately |about |roughly |nearly )?$",
    ANY_CASE,
)
SHARE_AS = re.compile(r"\s(?:of|as)\b", ANY_CASE)
REVISED = re.compile(
    r"\bfrom\s+(?:an?\s+|the\s+)?(?:expected\s+|previous\s+|range\s+of\s+|approximately\s+|around\s+|about\s+|at\s+least\s+|up\s+to\s+)*$",
    ANY_CASE,
)
INSTEAD = re.compile(
    r"\s*(?:per\s(?:\w+\s){0,2}share\b\s?)?(?:growth\s)?(?:year[- ]over[- ]year\s)?"
    r"(?:(?:that\s|which\s)?(?:we|it|the\scompany|management)\s(?:had\s)?(?:previously\s)?"
    r"(?:announced|provided|gave|given|issued|expected|projected|guided)(?:\s(?:previously|earlier|(?:in|on)\s\w+(?:\s\d+)?))?)?"
    r"(?:,?\s*(?:at\sthe\smid-?point\s)?to|,?\s*(?:resulting\sin|bringing\s(?:the\s|our\s|its\s)(?:[\w-]+\s){0,3}to)|,?\sfor\sa\s(?:new\s)?total\sof|;\s(?:the\s|our\s)?(?:new|revised|updated)\srange\sis(?:\snow)?|at\sthe\smid-?point\sof)\s+(?:(?:our|the|its)\s(?:[\w-]+\s){0,3}|an?\s|new\s|revised\s|range\sof\s|between\s|expectations\sof\s|approximately\s|about\s|around\s)*",
    ANY_CASE,
)  # "from 5% to 6%" of two amounts
SET_ANEW = re.compile(
    r"\b(?:guidance|outlook|forecasts?|range|estimates?|targets?|expectations?)\b[^.;$%]{0,40}\b(?:was|were|has been|have been) (?:now |also )?"
    r"(?:increased|raised|lifted|boosted|lowered|reduced|cut|trimmed|revised|narrowed|updated|tightened)\b"
    r"|\b(?:was|were) (?:changed|increased|raised|lowered|reduced|revised|narrowed|updated) to an? (?:new )?range\b",
    ANY_CASE,
)
ANEW = re.compile(r"\b(?:expects?|anticipates?|will|should|(?<=to )range|ranges|ranging|projects?)\b", ANY_CASE)
ON = re.compile(r",\s(?:(?:and|with|while)\s)?(?:(?!(?:from|of|in|had)\b)[\w-]+\s){0,4}$", ANY_CASE)
AT_MIDPOINT = re.compile(r",?\s*at the mid-?point of (?:our|the|its|an?) (?:[\w-]+ ){0,3}range of\b", ANY_CASE)
PERIOD_AND = re.compile(r"\b(?:quarter|year|period)\s+and\s+(?:an?\s+)?$", ANY_CASE)
FOLLOWS = re.compile(r"\s+(?:to\s+(?!the\b|an?\b|our\b|\$|\d)|(?:is|are|will|should)\s)", ANY_CASE)
MIDPOINT = re.compile(
    r"\bmid-?point (?:(?!to\b|is\b|at\b|a\b|of\b)[\w-]+ ){1,3}of\s(?:about\s|approximately\s)?$|\bmid-?point\b(?:[^.;,]|\.(?=\d)){0,90}\b(?:by|to)\s+(?:about\s|approximately\s)?$",
    ANY_CASE,
)
JOINED = re.compile(
    r"\s*(?:per\s(?:\w+\s){0,2}share\s*)?(?:and|,?\s?or)\s+(?:(?:approximately|about|negative|positive|up|down)\s)*",
    ANY_CASE,
)
ALSO_HELD = re.compile(  # "including $1 million of depreciation and" as much of something else
    r"\s(?P<of>of|in|for)\s(?:(?!(?:is|are|will|should|to|expects?)\b)[\w-]+,?\s){1,6}(?:and\s)?(?:approximately\s|about\s)?",
    ANY_CASE,
)
BY_SO_MUCH = re.compile(r",?\s(?:up|down|an? (?:in|de)crease of)\s(?:by\s)?(?:approximately\s|about\s)?", ANY_CASE)
ALSO_OF = re.compile(  # "$95 million and earnings per share of $0.10"
    r"\s*(?:(?:per\s(?:\w+\s){0,2}share|(?:of|in)\s(?:\w+\s){0,2}\w+|on\san?\s[\w-]+\sbasis)\s*)?and\s+(?:[\w-]+\s+){1,6}of\s+(?:approximately\s|about\s)?",
    ANY_CASE,
)
ON_SHARES = re.compile(
    r"\s(?:per (?:\w+ ){0,2}share )?(?:based )?on\s(?:approximately\s|about\s)?", ANY_CASE
)  # "$1.44 to $1.48 on 74 million shares"
JOINT = re.compile(r"\s(?:to|[-–—])\s*", ANY_CASE)
VERB = r"(?:expect|anticipat|estimat|project|plan|intend|forecast|target|budget)(?:es|ed|e|s|ing)?"
# What may stand between the words of an expectation and its amount.
UP_TO_RANGE = r"(?:(?:a|an|the|in|range|of|approximately|about|between|from|up|to|at|least|less|more|than)\s)*$"
OF_ITS_OWN = re.compile(  # "debt maturities of $17 million": no second amount of what was named before
    r"\b(?<!before )(?!(?:ranges?|totals?|increase|decrease|growth|decline|loss|profit|income|earnings|quarter|half|year|rate|sum|targets?|level|excess|least|most|minimum|maximum|upwards?"
    r"|guidance|outlook|estimate|forecast|mid-?point|basis|end|average|record|share|area|neighborhood|vicinity|order|result|results|figure|amount|value|expectations?|projections?|\d+)\b)"
    r"[a-z-]+\sof\s(?:(?:approximately|about|between|at least|up to|more than|an?|around|roughly|nearly)\s)*$",
    ANY_CASE,
)
AND_ANOTHER_MOVES = re.compile(  # "and expenses to increase": of something else
    r"\band (?P<what>(?:(?!is |are |expects? )[a-z-]+ ){1,4})to (?:increase|grow|rise|improve|decline|decrease|fall|be)\b[^.;$%]*$",
    ANY_CASE,
)
TO_DO = re.compile(  # "and to reduce debt to": of something else, where it is not the same done again
    r"\band to (?P<do>reduce|lower|repay|pay|retire|invest|repurchase|open|close|complete|build|acquire)\s[^.;$%]*$",
    ANY_CASE,
)
ALSO_LISTED = re.compile(
    r"\)?(?:,\s(?:and\s)?|\sand\s)(?:(?!(?:is|are|will|should|to|expects?)\b)[\w-]+\s){1,8}\(?$", ANY_CASE
)
ALSO_COUNTED = re.compile(  # "silver ounces and" another volume
    r"\s(?:(?!(?:and|versus|from|than|to)\b)[\w/-]++\s?){1,5}(?:,\s|,?\s?and\s)(?:(?:between|approximately|about|of)\s)*",
    ANY_CASE,
)
SAME = re.compile(  # a subject that stands for what was named before
    r"\b(?:it|this|that|these|they|which|quarter|half|year|fiscal|range|figures?|amount|full|result|total|guidance|outlook|growth|increase|decrease|decline|rate|balance|remainder)\b",
    ANY_CASE,
)
PASSIVE = re.compile(
    rf"(?:^|[,;.]\s|\b(?:and|while)\s)(?P<what>(?:(?!to\b|that\b|will\b|which\b|should\b)[^\s,;.$]+\s){{1,12}}?)(?:(?:is|are) (?:now |currently )?(?:{VERB})(?:ed)? (?:to (?:be|total|range|approximate|reach)|at)|(?:will|should|could|may) (?:now |also )?(?:be|total|range|approximate|reach))\s"
    + UP_TO_RANGE,
    ANY_CASE,
)
TO_BE = re.compile(
    r"\b(?:(?:is|are) (?:now |currently )?(?:expect|anticipat|project|estimat|forecast)(?:ed)? to (?:be|range)|(?:will|should) be)\b[^.;,$]{0,30}\$?$",
    ANY_CASE,
)
PARTS = re.compile(
    r"[\s,(]*(?:per (?:\w+ ){0,2}share[\s,]*)?(?:(?:which |and )?(?:includ|exclud)(?:es?|ing)|net of|reflecting|adjusted (?:for|to exclude))\b",
    ANY_CASE,
)
SAME_PART = re.compile(r"[\d.]+(?: [mb]illion)? (?:of|for|in) (?:[\w-]+ ){0,4}$", ANY_CASE)
HOLDS = re.compile(  # "our plans for the year include 30 new stores"
    r"\b(?:plans?|guidance|outlook|targets?|goals?)\b[^.;,$%]{0,50}\binclud(?:es?|ing)\s+(?:(?:an?|approximately|about|up|to)\s+)*$",
    ANY_CASE,
)
INSERTED = re.compile(  # "total expenses, including $3 million of severance, to be between", "margin (which excludes ...)"
    r"\((?:(?:which|and) )?(?:includ|exclud)(?:es?|ing)\b[^()]{3,160}\)"
    # "free cash flow (cash from operations less capital spending) in the range of"
    r"|(?<=\w )\([a-z][^()$%\d]{15,160}\)(?=\s(?:in the range|of|to|is|are|will|should|between|at)\b)|,\s(?:including|excluding|adjusted to exclude|net of|which (?:in|ex)cludes?)\b[^;]{3,350}?,\s(?=(?:to|is|are|will|should|between|of)\b)",
    ANY_CASE,
)
PART_METRICS = (
    "depreciation_amortization",
    "stock_based_compensation",
    "operating_expenses",
    "other",
    "interest_expense",
)
THEN_TOLD = re.compile(
    r"\s*(?:per (?:\w+ ){0,2}share\s*)?(?:reported |recorded )?(?:in|for|during|at|as of)\s+(?:the\s+)?(?:[\w-]+,?\s+){0,4}(?:19|20)\d\d\b",
    ANY_CASE,
)
SHARE_OF = re.compile(r"(?:%|\bpercent) of (?:its|our|the|their)\s$", ANY_CASE)  # of units in backlog
OF_A_NAME = re.compile(r"(?<!year)(?<!quarter)(?<!month)[’']s $", ANY_CASE)  # "four Harry's 33 restaurants"
SO_FAR = re.compile(  # "$20 million in annual revenues signed to date"
    r"\s[^.;,$%]{0,70}\b(?:signed|closed|acquired|completed|received|awarded|repurchased|spent|incurred|raised|sold)\b[^.;,$%]{0,30}\bto date\b",
    ANY_CASE,
)
