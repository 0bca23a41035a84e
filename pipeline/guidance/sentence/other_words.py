"""The words around expected amounts of what no metric names."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair_words import UP_TO_RANGE, VERB
from pipeline.guidance.terms.amount_words import NEARLY

_UP_TO_NUMBER = rf"(?:(?:an?|additional|{NEARLY}|between|from|up|to|at|least|less|more|than|another|average\sof)\s)*$"
ACTIVE = re.compile(
    rf"\b(?:{VERB})(?: that)? (?:to (?:receive|incur|record|recognize|realize|pay|spend|invest|generate|contribute|save"
    r"|have|achieve|take|make|report|deliver) )?"
    r"(?P<what>(?!at\s)(?:(?!to\b|that\b|will\b)[^\s,;.$]+\s){1,10}?)"
    r"(?:of|to be|will be|to range from|to range between|to total|in the range of|between|at|at between|to approximate"
    r"|totaling|will total|will approximate|should be)\s" + UP_TO_RANGE,
    ANY_CASE,
)
AND_FOR_BETWEEN = re.compile(  # ", and for the full year between", without the year
    rf",?\sand\s(?:(?:between|{NEARLY}|at|of|from)\s)*", ANY_CASE
)
_MOVE = r"(?:increase|grow|rise|improve|expand|decline|decrease|fall|drop|be (?:up|down|higher|lower))"
_BY_RATE = (
    rf"\s(?:(?:by|an?|{NEARLY}|at least|up to|between|from|in|the|range|of|another"
    r"|year[- ]over[- ]year|sequentially)\s)*$"
)
MOVES = re.compile(  # "expects freight costs to rise 4%"
    rf"\b(?:{VERB})(?: that)? (?P<what>(?:(?!to\b|that\b|will\b)[^\s,;.$]+\s){{1,8}}?)(?:to|will) {_MOVE}{_BY_RATE}",
    ANY_CASE,
)
GROWS = re.compile(  # "expects equivalent admission growth of 1 to 2 percent"
    rf"\b(?:{VERB}|including:) (?P<what>(?:(?!to\b|that\b|will\b)[^\s,;.:$]+\s){{1,5}}?)"
    rf"growth of (?:between |{NEARLY} |at least )?$",
    ANY_CASE,
)
IS_TO_MOVE = re.compile(  # "freight costs are expected to rise 4%"
    rf"(?:^|[,;.]\s|\b(?:and|while)\s)(?P<what>(?:(?!to\b|that\b|will\b|which\b|should\b)[^\s,;.$]+\s){{1,8}}?)"
    rf"(?:(?:is|are) (?:now |currently |also )?(?:{VERB}) to|will|should) {_MOVE}{_BY_RATE}",
    ANY_CASE,
)
GROWTH_BEHIND = re.compile(  # "expect 1% to 2% discharge growth", not "growth" alone
    r"\s(?P<what>(?!(?:annual|sequential|year|total|earnings|organic|compound)\b)(?:[a-z][\w-]*\s){1,3}?)growth\b"
)
HIGHER = re.compile(r"\s(?:higher|lower)\b", ANY_CASE)
OF_OTHERS = re.compile(  # what moves is not the company's
    r"\b(?:industry|markets?|demand|econom\w+|gdp|customers?|consumers?|competitors?|world|global|home prices"
    r"|infrastructure spending|(?:interest|mortgage|exchange|unemployment) rates?|weeks?|days?|employment)\b",
    ANY_CASE,
)
OF_THE_WORLD = re.compile(  # an amount of the world around the company
    r"\b(?:industry|markets?|demand|economy|gdp|(?<!our )(?<!its )infrastructure spending)\s?$",
    ANY_CASE,
)
_PAST = r"(?:(?:incurr|record|report|receiv|recogniz|complet|repurchas|generat)ed|paid|spent|took|made|sold|had)\b"
HOLDS_OVER = re.compile(  # up to what an expectation goes on with: "and pricing to increase", ", and to incur"
    rf"^(?:[^;$]*,\s(?:and\s)?|[^,;$]*?\sand\s)(?!{_PAST}|\w+(?:ed|ing)\s(?:by|to|from|with|through)\b"
    r"|(?:includ|exclud|reflect|represent|driv|assum|result|consist|offset|compar)\w*"
    r"|(?:which|that|with|versus|or|up|down|net|from|based|plus|an? (?:in|de)crease|in|for|during|at|as|by|on|of|due"
    r"|while|but|after|before|each|both)\b)"
    r"(?!.*\b(?:is|are|was|were|will|should|has|have|had|expects?|anticipates?)\b)",
    ANY_CASE,
)
ROW = re.compile(  # "Exploration: $20 million", "Development funding $25MM"
    r"\W*(?!(?:this|these|those|the)\s|plus\sor\sminus\b)(?P<what>(?:(?!(?:is|are|was|were|be|will|should|has|have|expects?|expected"
    r"|plans?|assum\w+|we|it|that|which|above|below"
    r"|over|than|includ\w+|exclud\w+|representing|due|compared|by)\b)[A-Za-z&/’'()-][^\s:;,.$%\d]*+\s?){1,8}?)"
    r"(?:\s?[:–—-]\s|\s(?:of|at|between|in the range of|to be|to range from)\s|(?<=\s))\s?"
    rf"(?:(?:a|an|the|in|range|of|{NEARLY}|between|from|up|to|at|least|estimated|net|loss|income|gain)\s)*\(?",
    ANY_CASE,
)
AHEAD = re.compile(  # "expects to incur $9 million of integration costs", "anticipate spending $5 million on tools"
    rf"\b(?:{VERB})(?: (?:it|we) will)?(?: (?:to )?(?:incur|spend|invest|record|receive|contribute|realize|recognize"
    r"|pay|(?:spend|invest|incurr|record|receiv|contribut|pay)ing))?\s" + _UP_TO_NUMBER,
    ANY_CASE,
)
CHARGED = re.compile(  # "estimates that it will incur a charge of $12 million"
    r"\b(?:will|we['’]ll|to) (?:incur|record|recognize|take"
    r"|result in(?= an? (?:[\w-]+ ){0,3}charge))\s(?P<what>(?:[^\s,;.$]+\s){1,8}?)(?:of|totaling|between"
    r"|in the range of)\s" + UP_TO_RANGE,
    ANY_CASE,
)
_TIME = r"(?:(?:the|its|our|\w+(?:st|nd|rd|th)|full|fiscal|next|this|six|nine)\s)*(?:quarter|half|year|months)\b"
BEHIND = re.compile(
    rf"\s(?:of|in|for|on|from|to(?=\s(?:our|its|the)\s))\s(?P<what>(?!cash\b|{_TIME})(?:[a-z][\w&/'’-]*+\s?){{1,7}}?)"
    r"(?=[,;.]|\s?$|\d|\sand\s|\s(?=[$\d])|(?:in|for|during)\s(?:the|fiscal)\b)",
    ANY_CASE,
)
USES = re.compile(rf"\b(?:{VERB}) to (?:use|consume|burn)\s{_UP_TO_NUMBER}", ANY_CASE)
OF_CASH_TO_OPERATE = re.compile(
    r"\s(?:of|in)\s(?:(?:net|its|our)\s)?cash\s(?:in|for|to\s(?:fund|support))\s(?:(?:its|our|the)\s)?(?:ongoing\s)?"
    r"operat(?:ions|ing\sactivities)\b",
    ANY_CASE,
)
_NO_CLAUSE = r"(?!(?<! it)(?<! we)(?<!company) will\b| is\b| are\b)"  # of something else
COUNTS = re.compile(  # "to produce 120,000 ounces", "to add 50,000 subscribers"
    rf"\b(?:{VERB}|plans call for|on track)\b(?:{_NO_CLAUSE}[^.;,]){{0,60}}?\b(?:(?P<volume>produc|process"
    r"|ship|sell|deliver|mine|clos)|consum|add|drill|build|construct|install|take delivery of"
    r"|hir|(?:end|finish)\s(?:the\s(?:fiscal\s)?year|(?:fiscal\s)?20\d\d)\swith)(?:e|ing|ping|ling)?\s" + _UP_TO_NUMBER,
    ANY_CASE,
)
VOLUME = re.compile(r"[MB]{0,2}(?:boe|bbls?|cfe?)(?:/d|pd|\sper\sday)?", ANY_CASE)
COUNTED = re.compile(
    r"\s(?:gross\s\(\d[\d.]*\snet\)\s)?(?:(?:million|net|new|gross|additional|DSL|broadband|wireless|commercial|sales"
    r"|single-family)\s)*(?:(?-i:[A-Z])[\w’'-]*\s){0,2}(?:(?:(?!\w+s\b|(?:and|to|of|on|in|for)\b)[a-z-]+\s){1,3}(?=wells\b))?(?P<unit>ounces|gallons"
    rf"|{VOLUME.pattern}|GEOs|(?:gold|silver)[\s-]equivalent\sounces|barrels(?:\sof\soil\sequivalent)?(?:\sper\sday)?"
    r"|tons|tonnes|units|vehicles|systems|homes|pounds|MW|megawatts|subscribers|customers|members|wells"
    r"|aircraft|rigs|employees|people|square feet|(?!(?:days|weeks|months|years|quarters|points|cents|basis|shares"
    r"|times|stores|restaurants|locations|dollars|hours|this|less|gross|plus|across|versus|always"
    r"|unless|sales)\b)[a-z]{3,}s)\b(?:\sof\s(?:jet\s)?(?:fuel|ore|gold|silver|copper|lead|zinc|oil|coal|steel)\b)?",
    ANY_CASE,
)
COUNTED_ALSO = re.compile(  # "to produce 5 million pounds of lead, 2 million pounds of zinc"
    rf"[^.;]{{0,60}}?(?:,\s(?:and\s)?|\sand\s|\bto (?:produce|add|hire|sell|ship)\s)(?:(?:between|{NEARLY})\s)*$",
    ANY_CASE,
)
OF_REVENUE = re.compile(
    r"\sof\s(?:(?:our|its|the|total|net|consolidated|overall|annual|full[- ]year|(?:fiscal\s)?(?:19|20)\d\d)\s)*"
    r"(?:revenues?|sales)\b(?! (?:growth|increase))",
    ANY_CASE,
)
MAKES = re.compile(  # "Subscription revenue is expected to be 40%" of revenue
    r"(?:^|[,;:]\s|\b(?:and|that|expects?|anticipates?)\s)(?:we\s(?:expect|anticipate)\s)?"
    r"(?P<what>(?:(?!(?:that|which|we|it|this)\s)[\w&/’'-]+\s){1,5}?(?:revenues?|sales)\s)"
    rf"(?:(?:(?:is|are)\s)?(?:now\s|currently\s)?(?:{VERB})\sto|will|should|to)\s"
    rf"(?:be|represent|account\sfor|comprise|contribute|make\sup)\s(?:(?:{NEARLY}|between)\s)*$",
    ANY_CASE,
)
WHEN = re.compile(
    r"\s(?:(?:in|during|for|over|by|through)\s|(?:this|next)\s(?:fiscal\s)?(?:year|quarter)\b|from\s*$).*$", ANY_CASE
)
DEAL = re.compile(  # what changes hands in one, and no cost of it
    r"\b(?:purchase price|^(?:net |gross )*proceeds|issuances?|offering|notes|acqui\w+|merger|transaction|sale of"
    r"|shares of|common stock|goodwill|escrow|warrants?|lease)\b(?!.*\b(?:costs?|expenses?|charges?)\b)",
    ANY_CASE,
)
OF_A_UNIT = re.compile(  # no price of the world
    r"\b(?:differentials?|discounts?|premiums?|costs?|expenses?|margins?)\b", ANY_CASE
)
TO_BUY_BACK = re.compile(  # what a board allows at most: "a share repurchase program of up to $30 million"
    r"\b(?:repurchases?|buy-?backs?) (?:program(?:me)?s?|authori[sz]ations?|plans?)$", ANY_CASE
)
ARTICLE = re.compile(rf"^(?:an?|the|its|our|to|pre-?tax|{NEARLY}|additional|total)\s", ANY_CASE)
