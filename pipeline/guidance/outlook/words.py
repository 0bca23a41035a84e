"""Words of the tables of outlook: what makes one, its columns, the lines of a bridge, its scale."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.tables.numbers import RATED

_UP_OR_DOWN = r"inc(?:r(?:eases?)?)?\W{1,4}dec(?:r(?:eases?)?)?"
_RESULT = r"actuals?|reported|(?<!preliminary )(?<!estimated )(?<!expected )(?<!projected )results?"
_WITH_OR_WITHOUT = r"\b(?<!effect of )(?<!impact of )(?:(?:ex|in)cl(?:ud(?:es|ing))?|ex|after|before|with(?:out)?)\b"
WITH_OR_WITHOUT = re.compile(_WITH_OR_WITHOUT, ANY_CASE)  # "Guidance excluding currency impact" holds no such impact
NO_GUIDANCE = re.compile(
    rf"\b(?:{_RESULT}|change|variance|mid-?point|adjust(?:ments?\d?|ing)|reconcil\w+|consensus|historical"
    r"|currency translation|price realization|ytd|to[- ]date|ltm|ttm|(?:last|trailing) (?:twelve|12) months"
    r"|year ago|prior year|baseline|required|requirements?|notes?|comments?|hedged|"
    rf"{_UP_OR_DOWN})\b|^(?!.*{_WITH_OR_WITHOUT}).*(?:exchange|currency|\bfx) impact$"
    r"|^\W*(?:\+\s?/\s?[-–−]|±)\W*$",  # alone, a variance: "2021 (G) +/-" guides
    ANY_CASE,
)
OF_WORDS = re.compile(r"\W*(?:comments?|notes?)\W*", ANY_CASE)  # heads a column of words
RESULT = re.compile(rf"\b(?:{_RESULT})\b", ANY_CASE)
AS_REPORTED = re.compile(r"\bas[ -]reported\b", ANY_CASE)
ACTUAL = re.compile(r"(?<=\d)A\b|(?:\d|(?i:year|quarter|qtr\.?)) ?\(A\)")  # "3Q14A"; not the mark of a note
ESTIMATED = re.compile(r"(?<=[\dQ])E\b|\(E\)")  # "FY2014E", "4th Qtr. (E)"
CURRENT = re.compile(r"\b(?:current(?! (?:quarter|year|fiscal))|updated?|revised|new|latest)\b", ANY_CASE)
OF_A_MONTH = re.compile(rf"\b{MONTH}\s+(?:\d{{1,2}},?\s+)?{YEAR}\b", ANY_CASE)
DAY_ALONE = re.compile(  # not "quarter ending September 2009", nor what says that it is a day of guidance
    r"(?<!ended )(?<!ending )(?<!through )(?<!of )(?<!on )"
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}},?\s+)?(?P<year>{YEAR})\b",
    ANY_CASE,
)
OF_SO_FAR = re.compile(  # "2008", "Nine Months 2008"
    rf"(?:fy\s?|fiscal )?{YEAR}|.*\b(?:three|six|nine|[369]) months\b(?!.*\bending\b).*", ANY_CASE
)
GROWTH = re.compile(  # restates
    r"\W*(?:y/?y |yoy |year[- ]over[- ]year )?(?:percent )?(?:growth(?: rate)?"
    rf"|(?<=year )(?:change|increase|{_UP_OR_DOWN}))\W*",
    ANY_CASE,
)
VERSUS = re.compile(  # "vs. 2022 baseline", of the guided change
    r"\b(?:vs\.?|versus|compared (?:to|with)|over)\s+(?:FY\s?|fiscal )?(?:19|20)\d\d(?:\s[a-z]+)?", ANY_CASE
)
CHANGE = re.compile(rf"\b(?:change|{_UP_OR_DOWN})\b", ANY_CASE)
HEADS_FORMER = re.compile(
    r"\b(?:previous(?:ly)?|prior|old|original(?:ly)?|initial|former"
    r"|last (?:\w+ )?(?:disclosed|provided|issued|given))\b",
    ANY_CASE,
)
FORMER_ROW = re.compile(  # "Total revenue - previous guidance", not "Capital expenditures (prior outlook: $12)"
    r"\b(?:previous|prior|former|old) (?:guidance|outlook|forecasts?|estimates?|ranges?)\b(?![^()\d]*\d[^()]*\))",
    ANY_CASE,
)
EXCEPT = re.compile(  # of a scale, names no metric and no rate: "in thousands, except per ton data"
    r"\b(?:except\b[^();]*|(?:other than|excluding|not including|but not)(?: for)? (?:eps"
    r"|(?:\w+ ){0,3}per[- ](?:\w+ )?(?:share|unit))\b)",
    ANY_CASE,
)
FIRST = re.compile(r"\binitial\b", ANY_CASE)  # what was guided before only beside what was guided since
LOW = re.compile(r"\b(?:low(?:er)?(?: end)?|minimum|from|bottom|bear|pessimistic|scenario (?:1|one|a))\b", ANY_CASE)
HIGH = re.compile(r"\b(?:high(?:er)?(?: end)?|upper|maximum|to|top|bull|optimistic|scenario (?:2|two|b))\b", ANY_CASE)
ENDS_OF_RANGE = re.compile(r"(?:low|high)(?:[ -]end)?", ANY_CASE)
HEADS_ENDS = re.compile(r"(?:(?:19|20)\d\d )?(?:low(?: end)? high(?: end)?|(?:\w+ )?range)", ANY_CASE)
MIDDLE = re.compile(r"\bmid(?:dle|-?point)?\b", ANY_CASE)
DATED = re.compile(r"\b(?:[fc]y)?(?:19|20)\d\d\b|\b[fc]y\s?['’]?\d\d\b|\bq[1-4]\b|\b[1-4]q|\bquarter\b", ANY_CASE)
OUTLOOK = Rare(
    r"\b(?:guidance|outlook|forward[- ]looking (?=(?:q[1-4]|(?:non-)?gaap|estimates?)\b)|forecast(?:ed|s)?"
    r"|(?:capital|\d{4}) budgets?|projected|projections?|(?:financial|fiscal|\d{4}) (?:targets?|goals?)"
    r"|\d{4} (?:key |guidance |planning )?assumptions|targets? for|(?:expected|estimated) ranges?"
    r"|ranges? of estimates|business model"
    r"|(?<!pension )(?<!benefit )(?<!retirement )(?<!incentive )(?<!option )"
    r"plans? for (?:the )?(?:fiscal|remainder|(?:first|second|third|fourth) quarter|year|(?:19|20)\d\d)"
    r"|(?:quarter|year|\d{4}|[1-4]q\d\d|fy\d\d) (?:(?:financial|operating|earnings) )?(?:estimates?|estimated)"
    r"|expectations?|(?:estimates?|estimated) (?:for|\w+ quarter|fiscal|full)|estimated|expected (?:[\w-]+ )?results"
    r"|(?:months|weeks|quarter|year) ending)\b"
    r"|\b(?:(?:19|20)\d\d|[1-4]q\d\d|q[1-4]\d\d|fy\d\d|[1-4]q)e\b|\(e\)"
)
NOT_OUTLOOK = re.compile(
    r"\bcredit loss|\b(?:selected|comparable|peer) (?:public(?:ly[ -]traded)? )?compan(?:y"
    r"|ies)(?: trading)? (?:analysis|multiples)\b|\bprecedent transactions\b|\bby (?:\w+ ){0,3}research analysts\b"
    r"|\bestimated (?:fair|useful)|\bfair value|\bmaturit|\bamortization expense\b|\bbackorder"
    r"|\bpension (?:\w+\W{1,3}){0,2}assumptions\b",
    ANY_CASE,
)
STATEMENT = re.compile(
    r"(?:^\W*|\b(?:consolidated|condensed) (?:\w+ )*)"
    r"(?:(?:statements? of (?:\w+ )*(?:operations|income|earnings|loss|cash flows?|position|condition)|balance sheets"
    r"|(?:income|earnings|cash flow) statements?(?!:| (?:items|metrics|assumptions|guidance|outlook)\b))\b)",
    ANY_CASE,
)
_AHEAD = "guidance|outlook|forecast|expect|estimate|target|project|anticipated|preliminary"
HEADLINE = re.compile(  # of a release, and no heading of a table: "Reports December Sales; Updates Its Outlook"
    rf"(?!.*[.:]$).*\b(?:reports?|announces?)\b(?:(?!{_AHEAD})[^;])*?\b"
    r"(?:results|sales|earnings|loss|revenues?|(?:record|strong|solid)(?: \w+){0,3} (?:quarter|year))\b"
    rf"(?!\W+(?:and )?(?:(?:earnings|eps|per|share|revenues?|sales|cash|flow|\d{{4}}) )*(?:{_AHEAD}))",
    ANY_CASE,
)
OF_AN_INDUSTRY = re.compile(r"\bindustry\b(?! (?:leading|segments?|groups?|solutions))|\bmarket outlook\b", ANY_CASE)
OF_THE_COMPANY = re.compile(r"\b(?:company|guidance|our)\b", ANY_CASE)
BASIS = re.compile(  # alone above rows
    r"\W*(?:non-?)?gaap(?: (?:basis|guidance|measures?|outlook))?\W*"
    r"|.*\bin accordance with (?:u\.?s\.? )?(?:gaap|generally accepted accounting principles)\b.*",
    ANY_CASE,
)
OF_GAAP = re.compile(r"\bgaap(?: (?:basis|guidance|measures?|outlook))?\W*$", ANY_CASE)  # heads a column
ADJUSTED_FOR = re.compile(  # heads a column beside it
    r"\b(?:(?:acquisition|stock|share|equity)[- ](?:related|based)(?: compensation)?(?: expenses?)?"
    r"|amortization of (?:[\w-]+ ){0,2}intangibles?(?: assets)?)\W*$",
    ANY_CASE,
)
BRIDGE = re.compile(r"reconcil|\bbridge\b|\bgaap to\b|\badjustments? (?:for|to)\b", ANY_CASE)
_ASIDE = r"\b(?:incl|excl|adjusted for\b|before\b|after\b|net of\b|without\b)"
HEDGED = re.compile(  # what is sold ahead is no outlook
    rf"(?!.*(?:{_ASIDE}|\bassum)).*?\b(?:swaps?|collars?|(?:put|call) options?"
    r"|(?<!on )(?<!from )(?<!of )(?<!with )(?:fuel|commodity|interest rate|currency) hedges"
    r"|(?:hedge[sd]?|hedging|derivatives?) (?:positions?|contracts?|information|volumes?))\b",
    ANY_CASE,
)
SENSITIVITY = re.compile(  # is what one would make of the other: "Impact of 10% change in fuel prices"
    rf"(?:(?!{_ASIDE}).)*?\b(?:impact|effect|sensitivity)\b.{{0,20}}?\$?\d[\d.,]*\s?(?:%|percent|cents?)? "
    r"(?:\w+ ){0,2}(?:change|increase|decrease|move(?:ment)?)\b|\W*(?:plus or minus|\+\s?/\s?[-–]|±)",
    ANY_CASE,
)
IN_WORDS = re.compile(  # in the place of an amount
    r"(?:(?:slightly|modestly) )?(?:lower|higher|similar|stable|comparable|consistent|in line|n/?[am]|tbd"
    r"|not (?:provided|guided))\b(?:[^$€%\d]|(?:19|20)\d\d){0,40}"
    r"|(?:see )?note \d\d?",
    ANY_CASE,
)
DASHES = re.compile(r"\(?\$?\s?[-–—]+\s?%?\)?")
PAST_YEAR = re.compile(r"\W*(?:FY|fiscal |full[- ]year )?(?:19|20)\d\d\b", ANY_CASE)
ENDED = re.compile(  # "Quarter ended January 31" of this year, "FFO per share - 2011 actual"
    r"\bended\b(?!.*\b(?:19|20)\d\d\b)"
    r"|^(?!.*\b(?:over|from|to|vs|versus|than|above|below|against|with) .*\bactual\b).*\b(?:(?:19|20)\d\d actual"
    r"|actual (?:19|20)\d\d)\b",
    ANY_CASE,
)
OF_WHAT_COMES = re.compile(
    r"\bending\b|\b(?:preliminary|estimate[ds]?|expected|anticipated|guidance|outlook|forecast)\b", ANY_CASE
)
PRELIMINARY = re.compile(r"\bpreliminary\b|\bestimate", ANY_CASE)
TOLD = re.compile(r"\b(?:quarters?|months|weeks|year|period)\s+ended\b", ANY_CASE)
OF_CHANGE = re.compile(
    rf"\b(?:growth|change|{_UP_OR_DOWN}|year[- ]over[- ]year|yoy|y/y)\b"
    r"|\bvs\.? (?:(?:FY\s?|[1-4]Q|Q[1-4]\s?)?['’]?(?:19|20)?\d\d\b|prior year)",
    ANY_CASE,
)
OF_REVENUE = re.compile(r"(?:%|\bpercent(?:age)?) of (?:\w+ )?(?:revenues?|sales)\b", ANY_CASE)
SHARE_OF = re.compile(r"(?:%|\bpercent(?:age)?) of\b", ANY_CASE)
TAX_TOLD = re.compile(  # as a rate: "Income tax expense: 8% to 9%"
    r"\W*(?:provision for |benefit from )?(?:income )?tax(?:es)?(?: (?:expense|provision))?[\W\d]*", ANY_CASE
)
TOTAL = re.compile(r"total\W*", ANY_CASE)  # of the section above, which ends
RANGE = re.compile(r"\brange\b", ANY_CASE)
ADDED = re.compile(
    r"^\W*(?:estimated\s+)?(?:add|less|plus|minus|adjust\w*|total adjust|effects?|impacts?|tax|income tax|provision"
    r"|benefit|amortization|depreciation|interest|stock|share-based|equity-based|restructuring"
    r"|(?:legal|transaction|acquisitions?|divestitures?|integration|litigation)\b(?!.*\b(?:revenues?|sales|volumes?)\b)"
    r"|severance|impairment|other\b(?! (?:revenues?|sales)\W*$)|cost|\+|\()|\badjustments?\b"
    r"|(?<!income )(?<!earnings )(?<!loss )(?<!loss\) )\battributable to (?:[\w-]+ ){0,3}unitholders"
    r"|\battributable to (?:[\w-]+ ){0,3}(?:minority|non-?controlling) (?:interests?|common units)|\bdeferred\b"
    r"|\btax (?:effect|impact)|\bper share (?:impact|effect)|\bexpenses?$",
    ANY_CASE,
)
ADDED_BY_NAME = re.compile(
    r"\W*(?:(?:add|plus|(?:numerator|denominator) for|less(?! than)|minus|deduct)\b:?\s"
    r"|(?:diluted )?(?:eps|(?:earnings )?per share) (?:impact|effect) of\b)",
    ANY_CASE,
)  # a line of a bridge, of whatever table
BEFORE = re.compile(
    r"\W*(?:income|earnings|profit|loss)\b[^$]{0,40}?\bbefore (?!(?:provision for )?(?:income )?taxes$)", ANY_CASE
)
ENDS_BY_NAME = re.compile(  # that are no metric of their own
    r"\bdistributable cash flow|\b(?:funds|cash) available for distribution|\b(?:dcf|[fc]ad)\b"
    r"|(?<!non-same-store )(?<!non-same store )\b(?:net operating income|noi)\b",
    ANY_CASE,
)
NET_OF_TAX = re.compile(r"\bamortization\b|\b(?:net of|after)[- ](?:income )?tax(?:es)?$", ANY_CASE)
ENDS = frozenset(
    [
        "net_income",
        "eps",
        "ebitda",
        "ebitda_margin",
        "operating_income",
        "operating_margin",
        "gross_margin",
        "gross_profit",
        "operating_expenses",
        "effective_tax_rate",
        "free_cash_flow",
        "operating_cash_flow",
        "revenue",
        "ffo",
        "comparable_sales",
        "shares_outstanding",
        "unit_cost",
    ]
)
SCALE = re.compile(
    r"(?:(?P<open>\()|\b)(?:in|of|\$|us\$)?\s?(?P<scale>thousand|million|billion)(?(open)s?\)"
    r"|s\b)"  # "Revenue (million)"
    r"|\(?\$\s?(?P<short>MM|M|B)\b|\b(?P<mm>MM)\b|\((?:in )?(?P<brief>bil|mil|bn)\.?\)"
    r"|\((?:in|\$)\s?(?P<zeros>000).?s\b",  # "(in 000's except per ton data)"
    ANY_CASE,
)
SCALE_IN_BRACKETS = re.compile(  # alone: "(unaudited, in millions, except per share)"
    r"\((?:unaudited\W+)?(?:[\w$,’'-]+ ){0,8}?in (?:thousands|millions|billions|000.?s)\b[^()]*\)", ANY_CASE
)
LEADING_SCALE = re.compile(  # "thousand barrels per day", "000's ounces", "koz"
    r"(?:in )?(?P<scale>thousand|million|000|k|m(?=\s?oz))(?:['’]?s)?(?: (?:of )?(?=[a-z])|(?=ozs?\b))", ANY_CASE
)
SCALE_BELOW = re.compile(  # the note that a table ends with
    r"[\s*(]*(?:(?:all |dollars? |amounts )+|\$ )?in (?:thousands|millions"
    r"|billions)(?=[.,;)\s]*(?:except|unless|$|\n|of (?:u\.?s\.? )?dollars))",
    ANY_CASE,
)
PRINTED_WHOLE = re.compile(r"\d,\d{3},\d{3}\b|\d (?:million|billion)\b", ANY_CASE)
SHARES_SCALE = re.compile(  # "(m)" of 38,200 is of thousands
    r"\((?:(?P<millions>(?:in )?000,000.?s?)|(?P<thousands>(?:in )?000.?s?)|m)\)", ANY_CASE
)
ASIDE_IN_CELL = re.compile(r";|,? (?:includ|exclud|reflect)(?:ing|es)\b", ANY_CASE)
BRACKETED_ASIDE = re.compile(r"\((?:excluding|including|before|net of)\b[^()]*\)", ANY_CASE)
BARE_PERCENT = re.compile(r"\(%\)|, ?%|\bpercent", ANY_CASE)
PER_SHARE = re.compile(r"\bper (?:\w+ ){0,3}(?:share|unit)\b", ANY_CASE)
PER_ONE = re.compile(  # "gross profit per employee per month"
    r"\bper (?!share|unit|diluted|common|basic|cent\b|(?:gold |silver )?(?:ounce|oz|boe|mcf|bbl|barrel|ton|pound|lb"
    r"|gallon|mmbtu|mwh|asm))"
    r"(?P<of>[a-z]+(?: [a-z]+)?(?: per (?:day|month|year))?)\b(?! share)",
    ANY_CASE,
)
NOTE = re.compile(r"\s*(?:\((?![mM]\))\w\)|\*+|[¹²³†‡])+$")
IN_BRACKETS = re.compile(r"\([^()]*\)")
NOTE_MARK = re.compile(r"(?<=[\w%*)])\s*\(\w{1,2}\)(?!%)")
RATE = re.compile(
    rf"(?:per |/\s?)(?:\w+ )?(?P<of>{RATED}|gross add(?:ition)?)\b",
    ANY_CASE,
)
MOVED = re.compile(r"\s(?:increase|decrease|higher|lower)\b", ANY_CASE)  # of a value that is not told
MOVES_BY = re.compile(r"(?:an )?(?:increase|decrease|growth|reduction)s? (?:of|by)\b", ANY_CASE)
GIVEN_ON = re.compile(
    r"(?:\(?\b(?:as of|issued|provided|given|updated|revised|announced|(?:re)?affirmed|on|dated)\s+(?:on\s+)?"
    rf"|(?<=guidance )\(|(?<=outlook )\()(?:{MONTH}\s*\d{{1,2}},?\s*(?:{YEAR})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})\)?",
    ANY_CASE,
)
