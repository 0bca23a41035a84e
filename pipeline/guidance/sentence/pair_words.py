"""What stands between a metric and its amount."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY

_AGAINST = r"(?:year[- ]over[- ]year|sequentially),?\s"  # what a change is counted from
TO_MONEY = re.compile(
    r"(?:\s(?:growth|increase|decline|decrease)\sin(?:\s[\w-]+){1,5}?|\sin\s(?:U\.?S\.?\s)?dollars)?"
    rf"\s*,?\s*(?:{_AGAINST})?(?:at the mid-?point\s+)?to\s+(?:\w+\s){{0,4}}~?(?:\$"
    r"|\d[\d.,]*(?:\s(?!percent)|[-–]))"
)
TO_A_RATE = re.compile(  # "up 50 basis points to 42%", "down 100 basis points (41 percent)"
    rf"(?:,?\s(?:{_AGAINST})?to\s|\s\((?:to\s)?)(?:an?\s|the\s|range\s|of\s|between\s|{NEARLY}\s)*"
    r"~?\(?[\d.]+(?:(?:\s?[-–—]\s?|\sto\s|%\sand\s)[\d.]+)?\s?(?:%|percent)",
    ANY_CASE,
)
ELSE_OR = re.compile(  # "8% over last year, or 10% on a comparable basis"
    rf",\sor\s(?:(?:{NEARLY}|up|down|an?|increase|decrease|of)\s)*$", ANY_CASE
)
ON_A_BASIS = re.compile(r"(?:\sper\s(?:\w+\s){0,2}share)?\s(?:on an?|excluding|before|in|at)\s", ANY_CASE)
_JOINS = r"[,;(]|\b(?:and|or|(?-i:with(?=\s[A-Z])))\b"
JOINT = re.compile(rf"(?:{_JOINS})(?!.*(?:{_JOINS}))", ANY_CASE)  # of two amounts, the last
PART = re.compile(  # of a company: "in North America", "for Western operations"
    r"\b(?:(?:in|for|at|from|outside(?: of)?)\s(?:the\s)?(?-i:[A-Z])[\w.&’'-]*(?:\s(?-i:[a-z])[a-z]+s(?=\s))?"
    r"|(?!Q[1-4]|FY|Mid|Basic\b)(?-i:[A-Z])[\w.&’'-]*(?!\s(?:expects|projects|forecasts?|estimates?)\b)|domestic|international|foreign|overseas"
    r"|organic|acquisition(?=\sgrowth)|adjusted|reported|core|including|(?:planned\s)?expenditures)(?=\s)",
    ANY_CASE,
)
TO_OPEN = re.compile(r"\b(?:to\s)?(?:re)?(?:clos|open|locat|model|furbish|acquir)(?:e|ing)?\b", ANY_CASE)  # places
THEN_ON = re.compile(  # behind an amount that goes on with another: what sets it apart, or what it is used for
    r"(?:\s(?:per|an?)\s(?!(?:\w+\s)?(?:day|week|month|quarter|year|store|restaurant|location|unit)\b)(?:[\w-]+\s){0,2}?"
    r"[\w-]+)?(?:(?P<apart>\s(?:in|for|at|from|on)\s(?:(?:the|our|its)\s)?(?:(?-i:[A-Z])|(?:[\w-]+\s){0,3}?"
    r"(?:currency|dollars|euros|basis|markets|regions|countries|segments?|business(?:es)?|channels)\b)"
    r"|\s(?:excluding|including|before|internationally|domestically|overseas|abroad|worldwide|outside|elsewhere"
    r"|sequentially)\b|,?\srespectively\b)|(?P<use>\s(?:in|for|at|from|on|over|during)\b)|\s*(?:$|[.,;:()]"
    r"|(?:and|or|by|to|compared|versus|vs|which|of\s(?:net\s|total\s)?(?:sales|revenues?))\b))",
    ANY_CASE,
)
IN_ALL = re.compile(r"\ban?\s(?:\w+\s)?(?:total|average)\b", ANY_CASE)  # of those before, or of all
OF_A_MOVE = re.compile(  # "an increase of $5 million", "a decrease of $50 per ounce"
    rf"\b(?:increase|decrease|decline|growth|rise|improvement|reduction)\sof\s(?:(?:{NEARLY}|at least|up to|between"
    r"|more than)\s)*\$?$",
    ANY_CASE,
)
FOR_ANOTHER = re.compile(  # "and $20 million in dividends", "to repay debt"
    r"\s(?:in|for|from|on|to)\s(?:(?!and\b|or\b)[\w-]+\s){0,2}?(?:debt|dividends|distributions|share repurchases"
    r"|buybacks|acquisitions|shareholders|stockholders|proceeds|working capital|severance|savings)\b",
    ANY_CASE,
)
ASSUMES = re.compile(
    r"\b(?:assum\w+|model\w*|based on|using|on)\b(?![^.;]{0,120}\b(?:repurchas|issu|s[eo]ld?|offer)\w*)(?:[^.;]"
    r"|\.(?=\d)){0,120}$",
    ANY_CASE,
)
EARNS = re.compile(  # "the first quarter should produce"; not what a deal or a well produces
    r"\b(?:earn|report|post|profit|loss|income|results?|(?:quarter|half|year)\s(?:[a-z]+\s){1,4}produce)\w*", ANY_CASE
)
GUIDES = re.compile(r"\b(?:guidance|outlook|forecast|consensus|estimates?|expectations?)\b", ANY_CASE)
INCOME = re.compile(r"income|earnings|profit|eps", ANY_CASE)
LINKED = re.compile(
    rf"[\s:;,()–—-]*(?:(?:is|are|be|being|was|to|of|in|the|a|an|range|ranging|ranges|between|from|at|for|{NEARLY}"
    r"|expects?|expected|anticipated?|projected|estimated?|forecast(?:ed)?|targeted|targeting|planned|assumed|guidance"
    r"|outlook|it|we|company|that|its|our"
    r"|have|been|will|should|now|currently|also|still|total|approximate|least|up|down|more|less|than|greater|over|exceed|not"
    r"|remain|come|fall|within|both|either"
    r"|increase|increased|increasing|decrease|decline|grow|growth|rise|climb|improve|reduced?|quarter|year|full|fiscal|first"
    r"|second|third|fourth|diluted|share|per|basis|on|growing|each|annual"
    r"|positive|negative|loss|low|high|mid|broad|wide|narrow|reach|average|equal|excess|minimum|maximum"
    r"|and)\b[\s:,()–—-]*)*",
    ANY_CASE,
)
IN_FRONT = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?:(?:in|of|for|from|worth of)\s+)?(?:(?!(?:and|or|on|to|with|by|offset|driven|versus|while"
    r"|expects?|compared|from|is|are|will|due|for|including|excluding|over|per|as|the)\b(?!-))[\w’'&/-]+\s+){0,5}"
    r"(?:(?:in|of)\s+(?:(?:the|our|its|total|net|GAAP|non-GAAP|adjusted|annual|consolidated|its|reported)\s+)*)?",
    ANY_CASE,
)
ALSO = re.compile(
    rf"[\s,]*\(?\s*\b(?:or|which (?:is|equates to|represents)|equivalent to|representing)\s+(?:{NEARLY}\s+|between\s+"
    r"|an?\s+)*(?:net\s+)?(?:loss\s+of\s+)?\(?\$?$|\s*\(\s*\$?$",
    ANY_CASE,
)
GAINS_ON = re.compile(r"\b(?:gains?|losses) (?:on|from) (?:[\w-]+ ){1,3}$", ANY_CASE)  # "used vehicle sales"
LEAVES_OUT = re.compile(  # "before the contribution from residential" sales
    r"\s(?:before|excluding|without)\s(?:the\s|any\s)?(?:(?:contribution|impact|effect)s?\s(?:from"
    r"|of)\s)?(?:[\w-]+\s){0,2}$",
    ANY_CASE,
)
INSTEAD = re.compile(
    rf"\s*(?:per\s(?:\w+\s){{0,2}}share\b\s?)?(?:growth\s)?(?:{_AGAINST})?"
    r"(?:(?:in|for|during)\s(?:(?:the|fiscal|calendar|first|second|third|fourth|quarter|half|of)\s)*(?:19|20)\d\d\s?"
    r"|(?:last|this|the\sprior)\s(?:fiscal\s)?(?:year|quarter)\s?)?"
    r"(?:(?:that\s|which\s)?(?:we|it|the\scompany|management)\s(?:had\s)?(?:previously\s)?"
    r"(?:announced|provided|gave|given|issued|expected|projected"
    r"|guided)(?:\s(?:previously|earlier|(?:in|on)\s\w+(?:\s\d+)?))?)?"
    rf"(?:,?\s*(?:at\sthe\smid-?point\s)?to|,?\s*(?:resulting\sin|bringing\s(?:the\s|our\s|its\s)(?:[\w-]+\s){{0,3}}to)"
    r"|,?\sfor\sa\s(?:new\s)?total\sof|;\s(?:the\s|our\s)?(?:new|revised|updated)\srange\sis(?:\snow)?"
    rf"|at\sthe\smid-?point\sof)\s+(?:(?:our|the|its)\s(?:[\w-]+\s){{0,3}}|an?\s|new\s|revised\s|range\sof\s|between\s"
    rf"|expectations\sof\s|{NEARLY}\s)*",
    ANY_CASE,
)  # "from 5% to 6%" of two amounts
JOINED = re.compile(
    rf"\s*(?:per\s(?:\w+\s){{0,2}}share\s*)?(?:and|,?\s?or)\s+(?:(?:{NEARLY}|negative|positive|up|down)\s)*",
    ANY_CASE,
)
VERB = r"(?:expect|anticipat|estimat|project|plan|intend|forecast|target|budget)(?:es|ed|e|s|ing)?"
FINITE = r"(?:is|are|will|should|to|(?:expect|anticipate|estimate|project|forecast)s?)\b"  # of a clause of its own
# What may stand between the words of an expectation and its amount.
UP_TO_RANGE = rf"(?:(?:a|an|the|in|range|of|{NEARLY}|between|from|up|to|at|least|less|more|than)\s)*$"
OF_ITS_OWN = re.compile(  # "debt maturities of $17 million": no second amount of what was named before
    r"\b(?<!before )(?!(?:ranges?|totals?|increase|decrease|growth|decline|loss|profit|income|earnings|quarter|half"
    r"|year|rate|sum|targets?|level|excess|least|most|minimum|maximum|upwards?"
    r"|guidance|outlook|estimate|forecast|basis|end|average|record|share"
    r"|result|results|figure|amount|value|expenditures?|expectations?|projections?|\d+)\b)"
    rf"[a-z-]+\sof\s(?:(?:{NEARLY}|between|at least|up to|more than|an?)\s)*$",
    ANY_CASE,
)
AND_ANOTHER_MOVES = re.compile(  # "and expenses to increase", "with deposits growing": of something else
    r"\b(?:and|with) (?P<what>(?:(?!is |are |expects? |then |continue |begin )[a-z-]+ ){1,4})"
    r"(?:to (?:increase|grow|rise|improve|decline"
    r"|decrease|fall|be)|growing|increasing|rising|declining|decreasing|falling)\b[^.;$%]*$",
    ANY_CASE,
)
TO_DO = re.compile(  # "and to reduce debt to", "and invest": of something else, where it is not the same done again
    r"\band (?:(?:(?:we|it|the company) )?(?:also )?(?:expects?|plans?|intends?|anticipates?) )?(?:to )?(?P<do>spend"
    r"|reduce|lower|repay|pay|retire|invest|repurchase|open|close|complete|build|acquire)\s[^.;$%]*$",
    ANY_CASE,
)
SAME = re.compile(  # a subject that stands for what was named before
    r"\b(?:it|this|that|these|they|which|quarter|half|year|fiscal|range|figures?|amount|full|result|total|guidance"
    r"|outlook|growth|increase|decrease|decline|rate|balance|remainder|basis)\b",
    ANY_CASE,
)
PASSIVE = re.compile(
    r"(?:^|[,;.]\s|\b(?:and|while)\s)(?!(?:and|but|also)\s(?:is|are)\b)(?P<what>(?:(?!to\b|that\b|will\b|which\b"
    rf"|should\b)[^\s,;.$]+\s){{1,12}}?)(?:(?:is|are) (?:now "
    rf"|currently |still |also )?(?:{VERB})(?:ed)? (?:to (?:be|total|range|approximate|reach)|at)"
    r"|(?:will|should|could|may) (?:now |also )?(?:be|total|range|approximate|reach))\s" + UP_TO_RANGE,
    ANY_CASE,
)
TO_BE = re.compile(
    r"\b(?:(?:is|are) (?:now |currently )?(?:expect|anticipat|project|estimat|forecast)(?:ed)? to (?:be|range)"
    r"|(?:will|should) be)\b[^.;,$]{0,30}\$?$",
    ANY_CASE,
)
INSERTED = (
    re.compile(  # "total expenses, including $3 million of severance, to be between", "margin (which excludes ...)"
        r"\((?:(?:which|and) )?(?:includ|exclud)(?:es?|ing)\b[^()]{3,160}\)"
        # "free cash flow (cash from operations less capital spending) in the range of"
        r"|(?<=\w )\([a-z][^()]{15,160}\)(?=\s(?:in (?:the range|excess)|of|to|is|are|will|should|between|at|above"
        r"|over)\b)|^(?:\w+,\s)?(?:assuming|relative to|compared (?:to|with))\s[^,;$%]{3,80},\s"
        r"|(?<=\w )(?:before|excluding) (?:[a-z]+ ){0,3}gains? (?:(?:and|or) (?:[a-z]+ )?losses|\(losses\))"
        r"(?=\s(?:of|to|is|are|will|should|between|in)\b)"
        r"|,\s(?:including|excluding|exclusive of|before|adjusted to exclude|net of|which)\b"
        r"[^;]{3,350}?,\s(?=(?:to|is|are|will|should|between|of|in (?:the|a) range)\b)",
        ANY_CASE,
    )
)
