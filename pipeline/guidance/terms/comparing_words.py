"""What a sentence compares with, and what it names in passing: former guidance, the year before, an effect."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH
from pipeline.filing.patterns import ANY_CASE, words
from pipeline.guidance.terms.amount_words import NEARLY

_SO_MUCH = r"(?:approximately )?\$?[\d.,]+(?:%| percent| [mb]illion| cents?)?"
_EXPECTED = r"(?:expected|anticipated|projected|estimated|forecast(?:ed)?|guided|predicted|targeted)"
_ONCE = (  # "Previously, the company projected ...", "On April 25, the company provided guidance ..."
    r"(?:(?:the company|we|it|management|which|who) (?=(?:had )?(?:previously|originally|initially|earlier) "
    rf"|had {_EXPECTED}\b)(?:had )?"
    r"|(?:previously|originally|initially|earlier|last (?:month|quarter|year)),? "
    rf"|in {MONTH}(?: (?:of )?\d{{4}})?,? "
    r"|(?:[\w&.,’'-]+ ){1,6}?(?:had )?(?<!, )(?<!the )(?<!our )(?<!its )(?:previously|originally"
    rf"|initially) (?={_EXPECTED}\b)"
    r"|(?:the|our|its) (?:guidance|outlook) (?:provided|issued|given) (?=[^.;$%]{0,90}\b(?:comprised|called for)\b)"
    r"|on (?P<day>[a-z]+\.? \d{1,2}(?:, \d{4})?),? )"
    rf"(?:(?!\bnow\b)[^.;$%]){{0,90}}?(?:{_EXPECTED}|comprised|said|indicated|called for"
    r"|(?:provided|issued|gave|announced) (?:[\w-]+ ){0,3}(?:guidance|outlook|forecasts?|estimates))\b"
)
_IS_COMPARED = (  # "This compares to the outlook of", "That is below the previous guidance"
    r"(?:this|that|these|those|it) (?:compares? (?:to|with)"
    r"|(?:(?:is|are) (?:up|down|(?:[\w-]+ )?(?:lower|higher|above|below|better|worse))|"
    rf"(?:is|are|represents?|reflects?|marks?) an? (?:{_SO_MUCH} )?(?:increase|decrease|reduction"
    rf"|change)(?: of {_SO_MUCH})?)"
    r"[^.;$%]{0,40}? (?:prior|previous(?:ly)?|earlier|original|initial|former)\b)"
)
_PRIOR_WAS = (  # "Prior estimates, announced in May, reflected ..."
    r"(?:(?:the|our|its) )?(?:prior|previous|earlier|original|initial) (?:[\w-]+ ){0,2}(?:guidance|outlook|forecasts?"
    r"|estimates?|expectations|projections|range|budget|plan|target)\b"
    r"(?:(?!\b(?:now|remains?|unchanged)\b)[^;$%]){0,90}?\b(?:reflected|was|were|had been|called for|ranged"
    r"|included)\b"
)
_GAVE_ON = (  # "The company provided guidance on April 29 for revenue of"
    r"(?:the company|we|it|management) (?:had )?(?:provided|issued|gave|announced) (?:[\w-]+ ){0,3}"
    r"(?:guidance|outlook|forecasts?|estimates) on (?P<given>[a-z]+\.? \d{1,2}(?:, \d{4})?)"
)
BEGINS_FORMER = re.compile(  # but for what is put in front
    r"(?:(?!includ|exclud)(?:[^$%;\d]|(?:19|20)\d\d){3,90},\s)?(?!as )"
    rf"(?:{_ONCE}|{_IS_COMPARED}|{_PRIOR_WAS}|{_GAVE_ON})",
    ANY_CASE,
)
ANEW = re.compile(
    r"\b(?:expects?|anticipates?|will|should|(?<=to )range|ranges|ranging|projects?|now|to be|expected to"
    r"|on track|tracking|likely|(?:is|are) (?:forecast|projected|estimated|planned))\b",
    ANY_CASE,
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
    + r")[^.:;$%]{0,70}$"
    # with the period and all that names an amount of then, and no clause of its own
    r"|\bcompar(?:ed|es) (?:to|with) (?:(?!\b(?:expect|anticipat|project|estimat|forecast|lead|result|reflect|driv|guid"
    r"|(?:and|with|as|while|because|due|will|should|is|are|be|between|range)\b)|, for\b)[^.;$%]){68,107}"
    rf"\bof (?:{NEARLY} )?$",
    ANY_CASE,
)
HAD_EXPECTED = re.compile(  # up to what is expected now
    rf"\bhad (?:\w+ )?(?:{_EXPECTED}|planned)\b(?:(?!\b(?:now|expects?|anticipates?|projects?|estimates?|forecasts?"
    r"|sees?|guid(?:es?|ing|ance)|will|should)\b)[^.;$%]){0,90}$",
    ANY_CASE,
)
ASIDE = re.compile(
    r"\b(?:includ(?:es?|ing)|inclusive of|consist(?:s|ing) of|exclud(?:es?|ing|ed)|of which"
    r"|(?:(?<=, )|(?<=\())net of(?: [a-z-]+){0,4}?|net of|reflect(?:s"
    r"|ing)|offset by|due to|related to|relating to|resulting from|impact of|effects? of|charges?(?: of)?"
    r"|credit of|benefits? of|gains? of|contribution of|attributable to|associated with|dilution of|headwinds? of"
    r"|tailwinds? of|accretion of|tranche|valued at|consecutive (?:years?|quarters?) of|purchase price"
    r"|consideration of|amortization of acquired|cycling against|lapping|after)"
    rf"(?:\s+(?:an?|the|of|{NEARLY}|estimated|additional|non-cash|one-time|pre-?tax|after-?tax|aggregate|unfavorable"
    r"|favorable|negative|positive|up to|any|expected|anticipated|impact|charge|charges|benefit|from|currency))*\s*$",
    ANY_CASE,
)
