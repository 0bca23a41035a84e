"""The words of guidance: those that expect, those that tell what was, and what is none of the company's guidance."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, words
from pipeline.filing.rare import Rare
from pipeline.guidance.terms.action_words import CAPITAL_CHANGED, CAPITAL_PLANNED, LOWERS, RAISES
from pipeline.guidance.terms.amount_words import NEARLY

_EXPECT = (
    r"expects?|(?<!(?<!well )as )expected|expecting|expectations?|anticipat(?:es?|ed|ing)|predicts?"
    r"|(?:is|are) predicted|forecast(?:s|ed|ing)?|estimat(?:es?|ed|ing)|target(?:s|ed|ing)?|assum(?:es?|ed|ing)"
    r"|assumptions (?:are|include)|hop(?:e|es|ing) to|intends?|aims?|goal|following goals"
    r"|(?:goals|objectives?) (?=(?:for (?:[\w-]+ ){1,4})?(?:includes?|is|are|remains?)\b)"
    r"|(?:is|remains) (?:[\w’'-]+ ){1,3}objective (?:to|of)|(?:set|established) an? (?:[\w-]+ ){0,3}objective of"
    r"|believes? (?:that )?(?:it|we|the|our|its|\w+ (?:quarter|year)|\d{4}) (?:\w+ ){0,3}(?:will|can|should)"
    r"|believe we can|likely to|is comfortable|comfortable with|looking for|looks? (?:for|to be)|pacing"
)
_PROJECT = (  # a verb; projects are built, too
    r"projects?(?! )|projects(?= (?:cash|interest|depreciation|effective) )"
    r"|(?:we|it|company|management) (?:(?:now|currently|also|still) )?projects?|continues? to project"
    r"|project(?:s|ed|ing|ions?)?(?= (?:that|to|for|a|an|our|its|net|sales|revenues?|earnings|adjusted|diluted|gross"
    r"|capital|operating|total|full|fiscal|approximately|roughly|between|\$|\d|(?:non-)?gaap|eps|a?ffo|ebitda|free"
    r"|core|same|comparable|organic|reported|(?:first|second|third|fourth)[ -]quarter))"
    r"|projected|projecting|projections?"
)
_GUIDE = (
    r"guidance|outlook|guid(?:es|ing)|guided to|on track|for track|tracking to(?:ward)?|preliminary"
    r"|reiterat\w+|reaffirm\w+|reconfirm\w+|(?:is|are) confirming"
    r"|confirms(?= (?:its|our|the|full|fiscal|guidance|\d{4})\b)"
)
_RANGE = (  # that is moved
    r"(?:new|revised|updated) range"
    r"|(?:rais|lower|widen|narrow|increas|reduc|lift|updat|revis|tighten|trimm|mov)(?:ed|ing) (?:and \w+ )?(?:the|our"
    r"|its) (?:[\w-]+ ){0,4}range"
    r"|range (?:is |was )?(?:now )?(?:rais|lower|widen|narrow|increas|reduc|revis|tighten)ed to"
    r"|(?:is|are|remains?) unchanged at(?= \$?[\d.,]+(?: [mb]illion|%)?(?: to | ?[-–] ?)\$?[\d.])"
)
_DOES = (  # what results do
    r"run|range|deliver|produce|approximate|total|grow|increase|decline|decrease|result|generate|reach|exceed"
    r"|not exceed|come in|report|achieve|rise|fall|contribute|earn|average|improve|expand"
)
_SHOULD = (
    rf"should (?:still |now )?(?:be|remain|continue|hold|stay|approach|amount|drop|top|advance|{_DOES})"
    r"|(?:could|may) (?:total|approximate|come in|be (?:between|in (?:the|a) range))"
)
_WILL = (
    r"(?:will|we['’]ll) (?:(?:probably |likely |now |still )?be|open(?= (?!in\b|on\b|an?\b)[\w ]{0,30}\d)|spend"
    rf"|incur|recognize|take (?=an? )|record|post|{_DOES}"
    r"|remain (?=above|below|at |in |between|around|within|near|flat|approximately))|continu(?:e|ing) to pay"
)
_WOULD = (
    r"(?:it|we|company) would (?:report|post|incur|earn|record)|would imply|would equate to"
    rf"|would be(?= (?:between|in (?:the|a) range|(?:{NEARLY} )?(?:\$|\d+ to \d)))"
    rf"|to be (?:in (?:the|a) range|between|{NEARLY})"
)
_SEE = (
    r"(?:continues? to|we) model\b|(?:are|is) (?:\w+ )?model(?:l)?ing\b|sees|foresee[ns]?|(?:is|are) (?:now )?seen"
    r"|now see|we (?:can )?see(?= (?:[\w-]+ ){0,5}(?:revenues?|sales|margins?|growth|earnings|eps))"
)
_PLAN = (
    r"plans? (?:to|for|on|of)|plans(?= (?:(?:fiscal )?(?:19|20)\d\d|(?:net )?capital) )"
    r"|plans? (?:\w+ ){0,5}(?:includes?|calls? for)|planned|planning|spending plans?|budget(?:s|ed|ing)?"
    rf"|(?:remains?|is|are) committed to(?= (?:[\w-]+ ){{0,4}}(?:at least |{NEARLY} )?[$\d])"
)
_SPENT_SO_FAR = (
    r"[^,;]*? (?:(?:in|for|during|over) the first (?:\w+ months|half)\b|through (?:the|september|june|march)\b"
    r"|year[- ]to[- ]date\b)"
)
_CAPITAL = (  # whose plan is changed
    rf"(?:(?<!to-date )(?<!to date ){CAPITAL_CHANGED}(?:raised|increased|lowered|reduced|cut|revised)\b(?! by\b)"
    rf"|(?:{RAISES}|{LOWERS}) {CAPITAL_PLANNED})(?!{_SPENT_SO_FAR})"
)
EXPECTS = Rare(
    rf"\b(?:{_EXPECT}|{_PROJECT}|{_GUIDE}|{_RANGE}|{_SHOULD}|{_WILL}|{_WOULD}|{_SEE}|{_PLAN})\b|\b{_CAPITAL}"
)
_OF_A_RANGE = (  # "reported revenue of between $40 million and $42 million", "reported EPS $1.20 to $1.30"
    r"(?:[\w-]+ ){1,6}(?:\$[\d.,]+(?: [mb]illion)?(?:\s?[-–]\s?| to )\$|[\d.]+%?(?:\s?[-–]\s?| to )[\d.]+%"
    r"|(?<=between )\$[\d.,]+ ?(?:[mb]illion )?and \$)"
)
PAST = Rare(
    rf"\b(?:(?:was|were)(?! previously)|had|stood at|reported(?! basis| (?:[\w-]+ ){{1,3}}[+~–-]| {_OF_A_RANGE})|"
    r"totaled|totalled|(?<!recently )(?<!previously )announced|generated|repurchased|ended|completed|recorded"
    r"|delivered(?! price)|achieved|exceeded|compared favorably|witnessed|saw|experienced|(?<!be )opened"
    r"|benefited(?! the (?:first|second|third|fourth) quarter)|(?<!value )added(?= \d)"
    rf"|(?:grew|increased|decreased|rose|fell|declined|improved)(?= (?:by|to|from|\$|\d|{NEARLY}|\w+ly by|slightly|in"
    r"|over|compared|sequentially|year|more)))\b"
)
IS = re.compile(
    r"\b(?:is|are|has|have|gives?|remains?|provides?|continues?|reflects?|represents?|includes?|supports?)\b",
    ANY_CASE,
)
_WORLD = (  # around the company
    r"\bmarket (?:size|opportunity)\b|\baddressable market\b|\bmarket research\b"
    r"|\b(?:worldwide|global) (?:\w+ ){0,3}(?:spending|shipments|demand|market)\b"
    r"|\bthe (?:\w+ ){0,3}market (?:is|to|will|for|was)\b"
    r"|\bindustry (?:[\w-]+ ){0,3}(?:losses|sales|shipments|revenues?|production|growth|is|volumes?)\b"
    r"|\b(?:GDP|gross domestic product)\b|\blight vehicle\b|\bhousing starts\b"
    r"|\b(?:vehicle|automotive|auto) production (?:in (?:[a-z]+ ){1,2})?(?:is|are|will|should|was|to|levels)\b"
    r"|\bbig three (?:[\w-]+ )?production\b|\bproduction by the big three\b"
    r"|\b(?:class 8|(?:heavy|medium|light)[- ]duty|commercial|passenger|light)[- ](?:truck|vehicle|car) (?:production"
    r"|builds?|sales|registrations)\b"
)
_OUTSIDERS = (  # who forecast the world
    r"\baccording to (?!(?:the |our |its )?(?:company|management|plan|schedule|current)\b)"
    r"|\b(?:economists|industry (?:sources|analysts|observers|experts|forecasts)|research firms?)\b"
    r"|\b(?:association|council|institute|federation|gartner|idc|forrester)\b[^.;]{0,60}\b(?:estimat|expect|forecast"
    r"|project|predict)(?:e?s|ed)\b(?=[^.;$%\d]{0,60}\b(?:industry|market|retail|holiday|worldwide|global|national"
    r"|domestic|world|demand|spending|shipments|traffic|freight|tonnage|consumption|housing|home|economy|production)\b)"
    r"|\b(?:reports?|data|statistics|figures|surveys?) (?:from|by) [^.;$%\d]{3,80} (?:show|indicat|suggest)(?:e?s"
    r"|e?d)?\b|\bresearch (?:projects|forecasts|estimates|predicts)\b"
    r"|\b(?:company.s|our|its) (?:\w+ )?(?:customers?|suppliers?|competitors?)(?:,[^,]{2,40},)? (?:\w+ )?(?:is|are"
    r"|plans?|expects?|projects?|projecting|forecasts?|anticipates?|estimates?) (?:to|projecting|planning|expecting"
    r"|that|\w+ \d|an?)\b"
)
_SENSITIVITY = (  # "Each 1% change in fuel prices would"
    r"^[^$%;]*\b(?:each|every) (?:\$?[\d.]+|one)[ -]?(?:%|percent|cents?|basis|points?|dollar"
    r"|million)[^;]{0,80}?\b(?:change|equals?|worth|costs?|impacts?|affects?|would|equates?)\b"
)
_MET = (  # in what was
    r"\b(?:exceeded|met|missed|beat|surpassed|outperformed?) "
    r"(?:(?!and\b|we\b|as\b|which\b|while\b|but\b)[\w’'&-]+ ){0,8}(?:guidance|outlook|guided|forecasts?"
    r"|expectations|estimates?|goals(?![^.;]*\b(?:expect|anticipate|project)s?))\b"
)
_LAW = (  # and terms of contracts
    r"\bforward[- ]looking (?:statements?|information)\b|\bsafe harbor\b|\bcould cause\b|\bno assurance\b"
    r"|\bactual results\b(?! (?:in|for) the (?:\d{4}|first|second|third|fourth)\b| (?:so far|to date|through)\b)"
    r"|^[^$%\d]{0,40}\b(?:unable|not able) to (?:provide|present) an? (?:[\w-]+ ){0,2}reconciliation\b"
    r"|\bcontracts? (?:value|worth)\b|\bfair value of\b|\bCheck the appropriate box\b|\bmaximum aggregate\b"
    r"|\bexercise price\b|\bpar value\b|\boption pricing\b|\bwill not be recognized\b|\bfiduciary\b"
    r"|\bprofit[- ]sharing equals (?:approximately )?\d[\d.]*% of\b"
)
NOT_GUIDANCE = Rare(rf"{_WORLD}|{_OUTSIDERS}|{_SENSITIVITY}|{_MET}|{_LAW}")
CONSENSUS = re.compile(
    r"\b(?:consensus|analysts?(?! to expect)|wall street|the street|first call)\b(?:[^.;]|\.(?=\d)){0,120}$",
    ANY_CASE,
)
MET = Rare(  # results held against what was expected
    r"\b(?:above|ahead of|below|within|in line with|better than|exceeding|surpassing"
    r"|(?:at|in|near) the (?:high|low|upper|lower|top|bottom|mid)\w* (?:end|point|half|part|portion|range) of) (?:the "
    r"|its |our |previously |increased |raised |revised |updated |prior |high |low |end |top |upper |lower |midpoint "
    r"|range |of |company.s |company |\w+ quarter |issued |announced |revenue |financial )*(?:guidance|outlook|guided"
    r"|forecasts?|expectations|estimates|plan)\b"
)
DECLARED = Rare(
    r"\bdeclar\w+|\bpropos(?:es?|ed|ing) (?:an? )?(?:[\w-]+ ){0,3}dividend|\bpayable (?:on|in)\b"
    r"|\b(?:dividend|distribution)s?\b(?:[^.;]|\.(?=\d)){0,80} will be paid on (?!a\b)|\bshareholders of record\b"
    r"|\bstockholders of record\b|\bboard of directors (?:has )?\w+ly approved (?:\w+ ){0,4}dividends?\b"
    r"|\bboard of directors (?:has )?approved\b(?![^.;]{0,60}\b(?:budget"
    r"|capital (?:expenditures?|spending|program|plan))(?!(?:[^.;]|\.(?=\d))*\b(?:dividend|repurchase|buyback)))"
)
RESPECTIVELY = re.compile(words(r"respectively\b"), ANY_CASE)
