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
RESULT = re.compile(rf"\b(?:{_RESULT})\b", ANY_CASE)
ACTUAL = re.compile(r"(?<=\d)A\b|(?:\d|(?i:year|quarter|qtr\.?)) ?\(A\)")  # "3Q14A"; not the mark of a note
ESTIMATED = re.compile(r"(?<=[\dQ])E\b|\(E\)")  # "FY2014E", "4th Qtr. (E)"
GROWTH = re.compile(  # restates
    r"\W*(?:y/?y |yoy |year[- ]over[- ]year )?(?:percent )?(?:growth(?: rate)?"
    rf"|(?<=year )(?:change|increase|{_UP_OR_DOWN})|change from (?:the )?(?:prior|previous|last) year)\W*",
    ANY_CASE,
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
CURRENT = re.compile(r"\b(?:current(?! (?:quarter|year|fiscal))|updated?|revised|new|latest)\b", ANY_CASE)
LOW = re.compile(r"\b(?:low(?:er)?(?: end)?|minimum|from|bottom|bear|pessimistic|scenario (?:1|one|a))\b", ANY_CASE)
HIGH = re.compile(r"\b(?:high(?:er)?(?: end)?|upper|maximum|to|top|bull|optimistic|scenario (?:2|two|b))\b", ANY_CASE)
ENDS_OF_RANGE = re.compile(r"(?:low|high)(?:[ -]end)?", ANY_CASE)
MIDDLE = re.compile(r"\bmid(?:dle|-?point)?\b", ANY_CASE)
PAST_YEAR = re.compile(  # a label of one, if no period to come
    r"\W*(?:FY|fiscal |full[- ]year )?(?:19|20)\d\d\b", ANY_CASE
)
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
_AHEAD = "guidance|outlook|forecast|expect|estimate|target|project|anticipated|preliminary"
HEADLINE = re.compile(  # of a release, and no heading of a table: "Reports December Sales; Updates Its Outlook"
    rf"(?!.*[.:]$).*\b(?:reports?|announces?)\b(?:(?!{_AHEAD})[^;])*?\b"
    r"(?:results|sales|earnings|loss|revenues?|(?:record|strong|solid)(?: \w+){0,3} (?:quarter|year))\b"
    rf"(?!\W+(?:and )?(?:(?:earnings|eps|per|share|revenues?|sales|cash|flow|\d{{4}}) )*(?:{_AHEAD}))",
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
DASHES = re.compile(r"\(?\$?\s?[-–—]+\s?%?\)?")
OF_WHAT_COMES = re.compile(
    r"\bending\b|\b(?:preliminary|estimate[ds]?|expected|anticipated|guidance|outlook|forecast)\b", ANY_CASE
)
TOLD = re.compile(r"\b(?:quarters?|months|weeks|year|period)\s+ended\b", ANY_CASE)
OF_CHANGE = re.compile(
    rf"\b(?:growth|change|{_UP_OR_DOWN}|year[- ]over[- ]year|yoy|y/y)\b"
    r"|\bvs\.? (?:(?:FY\s?|[1-4]Q|Q[1-4]\s?)?['’]?(?:19|20)?\d\d\b|prior year)",
    ANY_CASE,
)
OF_REVENUE = re.compile(r"(?:%|\bpercent(?:age)?) of (?:\w+ )?(?:revenues?|sales)\b", ANY_CASE)
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
PRINTED_WHOLE = re.compile(r"\d,\d{3},\d{3}\b|\d (?:million|billion)\b", ANY_CASE)
SHARES_SCALE = re.compile(  # "(m)" of 38,200 is of thousands
    r"\((?:(?P<millions>(?:in )?000,000.?s?)|(?P<thousands>(?:in )?000.?s?)|m)\)", ANY_CASE
)
BRACKETED_ASIDE = re.compile(r"\((?:excluding|including|before|net of)\b[^()]*\)", ANY_CASE)
PER_SHARE = re.compile(r"\bper (?:\w+ ){0,3}(?:share|unit)\b", ANY_CASE)
PER_ONE = re.compile(  # "gross profit per employee per month"
    r"\bper (?!share|unit|diluted|common|basic|cent\b|(?:gold |silver )?(?:ounce|oz|boe|mcf|bbl|barrel|ton|pound|lb"
    r"|gallon|mmbtu|mwh|asm))"
    r"(?P<of>[a-z]+(?: [a-z]+)?(?: per (?:day|month|year))?)\b(?! share)",
    ANY_CASE,
)
IN_BRACKETS = re.compile(r"\([^()]*\)")
NOTE_MARK = re.compile(r"(?<=[\w%*)])\s*\(\w{1,2}\)(?!%)")
RATE = re.compile(
    rf"(?:per |/\s?)(?:\w+ )?(?P<of>{RATED}|gross add(?:ition)?)\b",
    ANY_CASE,
)
GIVEN_ON = re.compile(
    r"(?:\(?\b(?:as of|issued|provided|given|updated|revised|announced|(?:re)?affirmed|on|dated)\s+(?:on\s+)?"
    rf"|(?<=guidance )\(|(?<=outlook )\()(?:{MONTH}\s*\d{{1,2}},?\s*(?:{YEAR})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})\)?",
    ANY_CASE,
)
