"""The words of guidance: expectation, what is none, what it is compared with, basis, expectations without a number."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, words
from pipeline.filing.rare import Rare
from pipeline.guidance.terms.action_words import CAPITAL_CHANGED, CAPITAL_PLANNED, LOWERS, RAISES
from pipeline.guidance.terms.amount_words import NEARLY

EXPECTS = Rare(
    r"\b(?:expects?|(?<!(?<!well )as )expected|expecting|expectations?|anticipat(?:es?|ed|ing)|projects?(?! )"
    r"|projects(?= (?:cash|interest|depreciation|effective) )|we project|"
    r"project(?:s|ed|ing|ions?)?(?= (?:that|to|for|a|an|our|its|net|sales|revenues?|earnings|adjusted|diluted|gross"
    r"|capital|operating|total|full|fiscal|approximately|roughly|between|\$|\d|(?:non-)?gaap|eps|a?ffo|ebitda|free"
    r"|core|same|comparable|reported|(?:first|second|third|fourth)[ -]quarter))|"
    r"projected|projecting|projections?|predicts?|(?:is|are) predicted|forecast(?:s|ed|ing)?|estimat(?:es?|ed|ing)"
    r"|target(?:s|ed|ing)?|"
    r"assum(?:es?|ed|ing)|assumptions (?:are|include)|guidance|outlook|(?:new|revised|updated) range"
    r"|(?:rais|lower|widen|narrow|increas|reduc|lift|updat|revis|tighten|trimm|mov)(?:ed|ing) (?:and \w+ )?(?:the|our"
    r"|its) (?:[\w-]+ ){0,4}range|range (?:is |was )?(?:now )?(?:rais|lower|widen|narrow|increas|reduc|revis"
    r"|tighten)ed to|guid(?:es|ing)|guided to|on track|for track|tracking to(?:ward)?|"
    r"should (?:still |now )?(?:be|remain|continue|hold|stay|approach|amount|produce|deliver|achieve|contribute|report"
    r"|rise|drop|top|run|fall|range|approximate|total|advance|grow|increase|decline|result|generate|reach|exceed"
    r"|not exceed|come in|earn|average|improve|expand)|"
    r"(?:could|may) (?:total|approximate|come in|be (?:between|in (?:the|a) range))"
    r"|(?:will|we['’]ll) (?:(?:probably |likely |now |still )?be|open(?= (?!in\b|on\b|an?\b)[\w ]{0,30}\d)|spend|run"
    r"|range|incur|recognize|take (?=an? )|record|post|deliver|produce|approximate|total|grow|increase|decline|decrease"
    r"|result|generate|reach|exceed|not exceed|come in|report|achieve|rise|fall|contribute|earn|average|improve|expand"
    r"|remain (?=above|below|at |in |between|around|within|near|flat|approximately))"
    r"|(?:it|we|company) would (?:report|post|incur|earn|record)"
    rf"|would be(?= (?:between|in (?:the|a) range|(?:{NEARLY} )?(?:\$|\d+ to \d)))|(?:continues? to|we) model\b"
    r"|(?:are|is) (?:\w+ )?model(?:l)?ing\b|likely to|is comfortable|comfortable with|looking for|looks? (?:for|to be)"
    rf"|sees|foresees?|pacing|(?:is|are) (?:now )?seen|now see|we (?:can )?see(?= (?:[\w-]+ ){{0,5}}(?:revenues?|sales"
    rf"|margins?|growth|earnings|eps))|to be (?:in (?:the|a) range|between|{NEARLY})|would imply|hop(?:e|es|ing) to|"
    r"plans? (?:to|for|on|of)|plans(?= (?:(?:fiscal )?(?:19|20)\d\d|(?:net )?capital) )"
    r"|(?:is|are|remains?) unchanged at(?= \$?[\d.,]+(?: [mb]illion|%)?(?: to | ?[-–] ?)\$?[\d.])"
    r"|plans? (?:\w+ ){0,5}(?:includes?|calls? for)|planned|planning|spending plans?|budget(?:s|ed|ing)?"
    r"|would equate to|intends?|goal|following goals|goals (?=(?:for (?:[\w-]+ ){1,4})?(?:includes?|are|remain)\b)"
    r"|aims?|"
    rf"believes? (?:that )?(?:it|we|the|our|its|\w+ (?:quarter|year)|\d{{4}}) (?:\w+ ){{0,3}}(?:will|can|should)"
    rf"|(?:remains?|is|are) committed to(?= (?:[\w-]+ ){{0,4}}(?:at least |{NEARLY} )?[$\d])|"
    r"believe we can|continu(?:e|ing) to pay|reiterat\w+|reaffirm\w+|reconfirm\w+|(?:is|are) confirming"
    r"|confirms(?= (?:its|our|the|full|fiscal|guidance|\d{4})\b)|preliminary)\b"
    rf"|\b(?:(?<!to-date )(?<!to date ){CAPITAL_CHANGED}(?:raised|increased|lowered|reduced|cut|revised)\b(?! by\b)"
    rf"|(?:{RAISES}|{LOWERS}) {CAPITAL_PLANNED})(?![^,;]*? (?:(?:in|for|during|over) the first (?:\w+ months|half)\b"
    r"|through (?:the|september|june|march)\b|year[- ]to[- ]date\b))"
)
_OF_A_RANGE = (  # "reported revenue of between $40 million and $42 million", "reported EPS $1.20 to $1.30"
    r"(?:[\w-]+ ){1,6}(?:\$[\d.,]+(?: [mb]illion)?(?:\s?[-–]\s?| to )\$|[\d.]+%?(?:\s?[-–]\s?| to )[\d.]+%"
    r"|(?<=between )\$[\d.,]+ ?(?:[mb]illion )?and \$)"
)
PAST = Rare(
    rf"\b(?:(?:was|were)(?! previously)|had|stood at|reported(?! basis| (?:[\w-]+ ){{1,3}}[+~–-]| {_OF_A_RANGE})|"
    r"totaled|totalled|(?<!recently )(?<!previously )announced|generated|repurchased|ended|completed|recorded|delivered"
    r"|achieved|exceeded|compared favorably|witnessed|saw|experienced|benefited|(?<!value )added(?= \d)"
    rf"|(?:grew|increased|decreased|rose|fell|declined|improved)(?= (?:by|to|from|\$|\d|{NEARLY}|\w+ly by|slightly|in"
    r"|over|compared|sequentially|year|more)))\b"
)
IS = re.compile(
    r"\b(?:is|are|has|have|gives?|remains?|provides?|continues?|reflects?|represents?|includes?|supports?)\b",
    ANY_CASE,
)
DONE = re.compile(
    r"\b(?:was|were|had|reports (?=(?:record |strong |net |\w+[- ]quarter|full[- ]year|fiscal|\d{4}))|totaled|totalled"
    r"|(?<=we )reported|(?<=company )reported|(?<=it )reported|(?<=(?:it|we) )earned|(?<=company )earned"
    r"|(?<!\d{4} )(?<!its )(?<!our )(?<!the )(?<!projects )(?<!expects )(?<!project )(?<!expect )(?<!forecasts )"
    r"(?<!forecast )(?<!anticipates )(?<!estimates )(?<=\w )reported(?! basis| (?:[\w-]+ ){0,2}(?:growth|[+~–-]))"
    r"|recorded|came in at|grew|rose|fell|declined|amounted to|generated|delivered|posted|ran"
    r"|(?:ended|closed) the (?:quarter|year|period|month)|exceed(?:ed|ing)|beat|above our|(?:has|have) been(?! set)"
    r"|(?:year|quarter)[- ]to[- ]date|received|witness(?:ed)?|saw|did see|experienced|achieved"
    r"|(?<!to )(?<!will )(?<!should )(?:has|have)(?! to| been set))\b[^.;]{0,40}$",
    ANY_CASE,
)
NOT_GUIDANCE = Rare(
    r"\bforward[- ]looking (?:statements?|information)\b|\bsafe harbor\b|\bmarket (?:size|opportunity)\b"
    r"|\baddressable market\b"
    r"|\baccording to (?!(?:the |our |its )?(?:company|management|plan|schedule|current)\b)"
    r"|\b(?:economists|industry (?:sources|analysts|observers|experts|forecasts)|research firms?)\b"
    r"|\b(?:association|council|institute|federation|gartner|idc|forrester)\b[^.;]{0,60}\b(?:estimat|expect|forecast"
    r"|project|predict)(?:e?s|ed)\b(?=[^.;$%\d]{0,60}\b(?:industry|market|retail|holiday|worldwide|global|national"
    r"|domestic|world|demand|spending|shipments|traffic|freight|tonnage|consumption|housing|home|economy|production)\b)"
    r"|\b(?:worldwide|global) (?:\w+ ){0,3}(?:spending|shipments|demand|market)\b"
    r"|^[^$%;]*\b(?:each|every) (?:\$?[\d.]+|one)[ -]?(?:%|percent|cents?|basis|points?|dollar"
    r"|million)[^;]{0,80}?\b(?:change|equals?|worth|costs?|impacts?|affects?|would|equates?)\b"
    r"|\bindustry (?:[\w-]+ ){0,3}(?:losses|sales|shipments|revenues?|production|growth|is|volumes?)\b"
    r"|\b(?:GDP|gross domestic product)\b|\blight vehicle\b"
    r"|\b(?:vehicle|automotive|auto) production (?:in (?:[a-z]+ ){1,2})?(?:is|are|will|should|was|to|levels)\b"
    r"|\bbig three (?:[\w-]+ )?production\b|\bproduction by the big three\b|\bhousing starts\b"
    r"|\b(?:class 8|(?:heavy|medium|light)[- ]duty|commercial|passenger|light)[- ](?:truck|vehicle|car) (?:production"
    r"|builds?|sales|registrations)\b|\bthe (?:\w+ ){0,3}market (?:is|to|will|for|was)\b|\bmarket research\b"
    r"|\b(?:reports?|data|statistics|figures|surveys?) (?:from|by) [^.;$%\d]{3,80} (?:show|indicat|suggest)(?:e?s"
    r"|e?d)?\b|\bresearch (?:projects|forecasts|estimates|predicts)\b"
    r"|\bcontracts? (?:value|worth)\b|\bfair value of\b|\b(?:exceeded|met|missed|beat|surpassed"
    r"|outperformed?) (?:(?!and\b|we\b|as\b|which\b|while\b|but\b)[\w’'&-]+ ){0,8}(?:guidance|outlook|guided|forecasts?"
    r"|expectations|estimates?|goals(?![^.;]*\b(?:expect|anticipate|project)s?))\b"
    r"|\b(?:company.s|our|its) (?:\w+ )?(?:customers?|suppliers?|competitors?)(?:,[^,]{2,40},)? (?:\w+ )?(?:is|are"
    r"|plans?|expects?|projects?|projecting|forecasts?|anticipates?|estimates?) (?:to|projecting|planning|expecting"
    r"|that|\w+ \d|an?)\b|\bcould cause\b|\bno assurance\b"
    r"|\bactual results\b(?! (?:in|for) the (?:\d{4}|first|second|third|fourth)\b| (?:so far|to date|through)\b)"
    r"|\bCheck the appropriate box\b|\bmaximum aggregate\b|\bexercise price\b|\bpar value\b|\boption pricing\b"
    r"|\bwill not be recognized\b|\bfiduciary\b|\bprofit[- ]sharing equals (?:approximately )?\d[\d.]*% of\b"
)
CONSENSUS = re.compile(
    r"\b(?:consensus|analysts?(?! to expect)|wall street|the street|first call)\b(?:[^.;]|\.(?=\d)){0,120}$",
    ANY_CASE,
)
ITS_OWN = re.compile(  # behind a consensus, what the company says itself
    r"\b(?:the company|we|it|management) (?:now |currently |still |also )?(?:expects?|sees?|anticipates?|projects?"
    r"|estimates?|forecasts?|believes?)\b",
    ANY_CASE,
)
COMFORTABLE = re.compile(r"\b(?:comfortable|reasonable|attainable|achievable)\b", ANY_CASE)  # with a consensus
MET = Rare(  # results held against what was expected
    r"\b(?:above|ahead of|below|within|in line with|better than|exceeding|surpassing"
    r"|(?:at|in|near) the (?:high|low|upper|lower|top|bottom|mid)\w* (?:end|point|half|part|portion|range) of) (?:the "
    r"|its |our |previously |increased |raised |revised |updated |prior |high |low |end |top |upper |lower |midpoint "
    r"|range |of |company.s |company |\w+ quarter |issued |announced |revenue |financial )*(?:guidance|outlook|guided"
    r"|forecasts?|expectations|estimates|plan)\b"
)
_SO_MUCH = r"(?:approximately )?\$?[\d.,]+(?:%| percent| [mb]illion| cents?)?"
BEGINS_FORMER = re.compile(  # "Previously, the company projected ...", "On April 25, the company provided guidance ..."
    r"(?:(?:the company|we|it|management) (?=(?:had )?(?:previously|originally|initially|earlier) "
    r"|had (?:expected|anticipated|projected|forecast)\b)(?:had )?"
    r"|(?:previously|originally|initially|earlier|last (?:month|quarter|year)),? "
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)(?: (?:of )?\d{4})?, |(?:[\w&.,’'-]+ ){1,6}?(?:had )?(?<!, )(?:previously|originally"
    r"|initially) (?=(?:projected|expected|estimated|forecast|anticipated|guided)\b)"
    r"|(?:the|our|its) (?:guidance|outlook) (?:provided|issued|given) (?=[^.;$%]{0,90}\b(?:comprised|called for)\b)"
    r"|on (?P<day>[a-z]+\.? \d{1,2}(?:, \d{4})?),? )"
    r"(?:(?!\bnow\b)[^.;$%]){0,90}?(?:projected|expected|estimated|forecast(?:ed)?|anticipated|guided|predicted"
    r"|targeted|comprised|said|indicated|called for"
    r"|(?:provided|issued|gave|announced) (?:[\w-]+ ){0,3}(?:guidance|outlook|forecasts?|estimates))\b"
    # "This compares to the outlook of", "That is below the previous guidance"
    r"|(?:this|that|these|those|it) (?:compares? (?:to|with)"
    r"|(?:(?:is|are) (?:up|down|(?:[\w-]+ )?(?:lower|higher|above|below|better|worse))|"
    rf"(?:is|are|represents?|reflects?|marks?) an? (?:{_SO_MUCH} )?(?:increase|decrease|reduction"
    rf"|change)(?: of {_SO_MUCH})?)"
    r"[^.;$%]{0,40}? (?:prior|previous(?:ly)?|earlier|original|initial|former)\b)"
    # "Prior estimates, announced in May, reflected ..."
    r"|(?:(?:the|our|its) )?(?:prior|previous|earlier|original|initial) (?:[\w-]+ ){0,2}(?:guidance|outlook|forecasts?"
    r"|estimates?|expectations|projections|range|budget|plan|target)\b"
    r"(?:(?!\b(?:now|remains?|unchanged)\b)[^;$%]){0,90}?\b(?:reflected|was|were|had been|called for|ranged"
    r"|included)\b",
    ANY_CASE,
)
GAVE_ON = re.compile(  # "The company provided guidance on April 29 for revenue of"
    r"(?:the company|we|it|management) (?:had )?(?:provided|issued|gave|announced) (?:[\w-]+ ){0,3}"
    r"(?:guidance|outlook|forecasts?|estimates) on (?P<day>[a-z]+\.? \d{1,2}(?:, \d{4})?)",
    ANY_CASE,
)
FORMERLY = re.compile(  # up to what is expected now
    r"\b(?:the company|we|it|management) (?:had )?(?:previously|originally|initially) "
    r"(?:expected|projected|estimated|forecast|anticipated|guided"
    r"|targeted)\b(?!.*\b(?:now|currently|new|revised|updated)\b)",
    ANY_CASE,
)
ANEW = re.compile(
    r"\b(?:expects?|anticipates?|will|should|range|ranges|ranging|projects?|now|to be|expected to"
    r"|on track|tracking|likely|(?:is|are) (?:forecast|projected|estimated|planned))\b",
    ANY_CASE,
)
DECLARED = Rare(
    r"\bdeclar\w+|\bpropos(?:es?|ed|ing) (?:an? )?(?:[\w-]+ ){0,3}dividend|\bpayable (?:on|in)\b"
    r"|\b(?:dividend|distribution)s?\b(?:[^.;]|\.(?=\d)){0,80} will be paid on (?!a\b)|\bshareholders of record\b"
    r"|\bstockholders of record\b|\bboard(?: of directors)? (?:has )?(?:\w+ly )?approved\b(?![^.;]{0,60}\b(?:budget"
    r"|capital (?:expenditures?|spending|program|plan))(?!(?:[^.;]|\.(?=\d))*\b(?:dividend|repurchase|buyback)))"
)
_COMPARABLE = r"comparable|prior|previous|last|\w+[ -]quarter|fiscal|\d{4}"
COMPARED = re.compile(
    r"(?:(?:%|\bpercent) (?:from|over|above|below) (?=$)|% (?:from|over|above|below) (?:the |our |its )"
    r"|(?<=[\dn%],) (?:reduc|lower|rais|trimm|narrow)ed from\b"
    r"|\b(?:increase|growth|improvement|gain) over (?:the |our |its )?(?=$)"
    rf"|\b(?:flat|level) (?:to|with) (?:the |our |its )?(?:{_COMPARABLE})[’']s (?=$)|"
    + words(
        r"compar(?:ed|es|ing) (?:to|with|favorably)",
        r"in comparison (?:to|with)",
        *(rf"{term}\b" for term in ("versus", "instead of", "rather than", "on top of")),
        *(rf"{term}\b" for term in ("year[- ]ago", "a year ago", "actual")),
        r"vs\b\.?",
        *(rf"{way}(?: (?:slightly|(?:a couple of|several) points),?)? from\b" for way in ("up", "down")),
        *(rf"{way} from\b" for way in ("increase[ds]?", "decrease[ds]?", "changed")),
        *(rf"{what} from\b" for what in (r"an? (?:[\w.%-]+ )?change", "no change")),  # not "sales change from 1% to 3%"
        r"change(?:(?<=\(change)|(?<=[,;] change)) from\b",
        r"from (?:its |our |the )?(?:prior|previous|original|earlier|initial)\w*\b",
        r"from an? (?:[\w-]+ ){0,3}base of\b",
        r"ahead of (?:the|its|our|last year.s) (?=$)",
        *(rf"{moved} from\b" for moved in ("improved", "improvement", "expansion", "worsened")),
        *(rf"{more} than (?:the |our |its )?\w+[ -]quarter" for more in ("higher", "lower", "better", "greater")),
        r"than (?:the |our |its )?(?:\d{4}|last|prior|previous|fiscal|comparable)",
        r"percent (?:from|over|above|below) (?:the |our |its )",
        *(
            rf"{like} (?:to|with) (?:the |our |its )?(?:{_COMPARABLE})(?![^.;,]* (?:and|at|between"
            r"|in (?:the|a) range) )"
            for like in ("in line", "consistent", "similar", "comparable")
        ),
        *(
            rf"{over}(?<!year {over})(?<!year-{over}) (?:the |our "
            r"|its )?(?:company.s )?(?:(?:expect|project|estimat)ed )?"
            rf"(?:\$|{_COMPARABLE}|year)"
            for over in ("over", "from", "above", "below")
        ),
        *(rf"{be} based (?:up)?on\b" for be in ("is", "are")),
        *(rf"{be} (?:previously |originally )?expected\b" for be in ("was", "were")),
    )
    + r")[^.;$%]{0,70}$",
    ANY_CASE,
)
FORMER = re.compile(
    r"\b(?:previous|original|initial)ly (?:expected|anticipated|projected|estimated|forecast) to (?:be|total|range|grow"
    r"|increase|decrease|decline)\b(?:(?!\b(?:now|and|is|are|will|has|have)\b)[^.;$%]){0,60}$|"
    r"\bhad (?:\w+ )?(?:forecast|expected|projected|anticipated|estimated|guided)\b(?:(?!\bnow\b)[^.;$%]){0,90}$|"
    r"\b(?:prior(?![- ](?:accident[- ])?(?:year|period)s? (?:\w+ )?development)"
    r"|previous(?! (?:guidance|outlook) (?:is|was|has been) (?:maintained|reaffirmed|affirmed|confirmed"
    r"|reiterated))(?:ly(?<!within the previously)(?<!within our previously)(?<!within its previously))?|former(?:ly)?"
    r"|original(?:ly)?|earlier|last (?:year|quarter)"
    r"|(?<!providing )(?<!provides )(?<!provided )(?<!issuing )(?<!introducing )(?<!initiating )initial(?! (?:[\w-]+ "
    rf"){{0,2}}(?:guidance|outlook) (?:is|are|calls)\b)|(?-i:old))\b(?![^.;$%]{{0,60}}\b(?:to|now"
    rf"|at)\s+(?:(?:a|range|of|between|{NEARLY}|be|in|the|expected|increase)\s+)*$)[^.;$%]{{0,60}}$",
    ANY_CASE,
)
BY = re.compile(
    rf"\bby (?:an? )?(?:additional |another |slightly )?(?:{NEARLY} |up to |at least |more than |between "
    r"|an estimated )?$",
    ANY_CASE,
)
ASIDE = re.compile(
    r"\b(?:includ(?:es?|ing)|inclusive of|exclud(?:es?|ing|ed)|of which|net of|reflect(?:s|ing)|offset by|due to"
    r"|related to|relating to|resulting from|impact of|effects? of|charges?(?: of)?|credit of|benefits? of|gains? of"
    r"|contribution of|attributable to|associated with|dilution of|headwinds? of|tailwinds? of|accretion of|tranche"
    r"|valued at|consecutive (?:years?|quarters?) of|purchase price|consideration of|amortization of acquired"
    r"|cycling against|lapping|after)"
    rf"(?:\s+(?:an?|the|of|{NEARLY}|estimated|additional|non-cash|one-time|pre-?tax|after-?tax|aggregate|unfavorable"
    r"|favorable|negative|positive|up to|any|expected|anticipated|impact|charge|charges|benefit|from|currency))*\s*$",
    ANY_CASE,
)
CHARGES = (
    r"(?:giving effect to |the (?:effects?|impact) of )?(?:special|one-time|unusual|goodwill|restructuring"
    r"|(?:[\w-]+ ){0,3}(?:charges?|impairments?)\b|(?:expected|estimated"
    r"|[\w-]+ clos(?:ing|ure)) (?:[\w-]+ ){0,4}costs\b)"
)  # that are left out
_OF_DEALS_TO_COME = (  # "excludes any additional acquisitions" is an assumption, no adjustment
    r"\w*\s(?:(?:the|any|effects?|impacts?|of|from)\s)*(?:additional|future|potential|further|unannounced|possible)\s"
    r"(?:\w+\s){0,2}(?:acquisition|divestiture|(?:share |stock )?repurchase|transaction)s?\b"
)
NON_GAAP = Rare(
    r"non-?\s?gaap|(?<!split-)(?<!split )\badjusted\b(?! (?:equivalent )?(?:admissions|discharges|patient days))"
    rf"|\badj\b|pro[ -]forma|exclud(?!{_OF_DEALS_TO_COME})|exclusive of"
    rf"|(?:before|prior to) (?:{CHARGES}"
    r"|(?:[\w/-]+ ){1,6}adjustments|amortization of|(?:[a-z]+ ){0,3}gains? (?:(?:and|or) [a-z ]*losses|\(losses\)))"
    r"|\bongoing basis\b|\bcasm ?[-–]? ?ex|casm-?x\b|less special items"
    r"|\bebitdax?\b|\boibdan?\b|free cash flow|cash flow positive|positive cash flow(?! from operat)|\ba?ffo(?:ps)?\b"
    r"|funds from operations|distributable cash flow|\bearnings from (?:operations basis|ongoing operations)\b"
    r"|\bcore diluted |\b(?:core|ongoing) (?:(?:net )?(?:earnings|income)|eps|ffo|(?:effective )?tax rate)\b"
    r"|\bcash (?:earnings|eps|loss)\b|\boperating (?:eps\b|earnings per)"
    r"|\boperating earnings\b[^.;]{0,40}\$ ?\d*\.\d\d\b(?! (?:million|billion))|\bnormalized\b"
    r"|\bcomparable (?:basis )?(?:diluted )?(?:earnings|eps|tax rate)\b|\borganic\b"
    r"|\bunderlying (?:net )?(?:sales|revenues?)\b|\bconstant[- ](?:currency|dollars?)\b|\bcurrency[- ]neutral\b"
    r"|\bex-(?:items|tac)\b"
)
GAAP = Rare(
    r"(?<!non-)(?<!non)(?<!non )(?<!non- )\b(?:us |u\.s\. )?gaap\b(?! reconciliations?\b)|generally accepted accounting"
)
LOSS = re.compile(
    r"(?<!loan )(?<!credit )(?<!gains and )(?<!gains or )(?<!gain or )(?<!gains/)(?<!gain/)\bloss(?:es)?\b(?!\s*\))"
    r"(?! or gains?\b)(?! (?:ratio|reserve|provision|on extinguish))|\blose\b",
    ANY_CASE,
)
GROWS = Rare(
    r"\b(?:grow(?:s|th|ing)?|cagr|ahead of|advance|increas(?:es?|ing)|up|rise|rose|grew|rising|higher|improv\w+|gain"
    r"|expan\w+|greater|better|over|above|top-line|organic|comp|comparable|same[- ]store|year-over-year|sequential\w*"
    r"|compared)\b"
)
SHRINKS = Rare(
    r"\b(?:declin(?:es?|ing|ed)|decreas(?:es?|ing|ed)|down|(?<!or )minus"
    r"|(?:below|less than|lower than)(?= (?:in )?(?:(?:the|its|our|that|those)(?: of (?:the|its|our))? (?:$|\$)"
    r"|(?:(?:the|its|our|that|those)(?: of (?:the|its|our))? )?(?:\w+ )?(?:quarter|year|level|same|prior|last|\d{4})))"
    r"|fall|fell|falling|drop|lower|reduc(?:e[sd]?|ing|tion)|shrink\w*|contract(?:ion|ing)?|negative|decelerat\w+"
    r"|weaker|cut(?:s|ting)?)\b"
)
RESPECTIVELY = re.compile(words(r"respectively\b"), ANY_CASE)
_DIGITS = r"(?:very )?(?:low|mid|high|upper)(?:er)?(?:(?:[- ]|\s?[–/]\s?)(?:to[- ])?(?:mid|high|upper)(?:er)?)?"
QUALITATIVE = Rare(
    rf"\b(?:(?:a |the )?(?:{_DIGITS}[- ](?:single|double|triple)[- ]?digits?|(?:single|double|triple)[- ]digits?"
    rf"|{_DIGITS}[- ]?(?:teens|twenties|thirties|forties|fifties|sixties"
    r"|\$?(?!(?:19|20)\d\d\b)\d+(?:'?s)?(?: ?%| percent| million| billion|[- ]cents?)?(?= |\.|,|;"
    r"|$)))(?: (?:percentages?|percent))?(?: range)?(?: or (?:better|higher|more))?"
    r"|(?:(?:approximately|roughly|relatively|essentially|about|largely|generally|basically|nearly|virtually) (?:flat"
    r"|level)|flat|(?<=\bbe )level|(?<=\bremain )level|level(?= with\b)"
    r"|(?:about )?even(?= with (?:the (?:prior|previous|same)|last|fiscal|(?:19|20)\d\d)\b))(?: to (?:slightly "
    r"|modestly )?(?:up|down|higher|lower|negative|positive)(?: slightly| modestly)?)?(?= (?:with|to|compared|versus"
    r"|year|sequential|for|in|on|from|over|at|relative|or|and)"
    r"| (?:net |total |organic )*(?:sales|revenues?|earnings|same[- ]store|comparable (?:store|restaurant|club|sales))"
    r"|\.|,|;|$)"
    r"|(?:slightly (?:above|below|better than) )?break-?\s?even(?: or (?:better|slightly better|above"
    r"|a (?:slight|small) profit))?|(?:at or )?(?:slightly )?(?:above|near|around|approximately) break-?\s?even"
    r"|positive)"
)
