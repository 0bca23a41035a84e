"""Which way words move what they tell, and by how much: a loss, growth, a decline, a cost that eases."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, not_behind
from pipeline.filing.rare import Rare
from pipeline.guidance.terms.amount_words import NEARLY

LOSS = re.compile(
    rf"{not_behind('loan ', 'credit ', 'gains and ', 'gains or ', 'gain or ', 'gains/', 'gain/')}\bloss(?:es)?\b"
    r"(?!\s*\))(?! or gains?\b)(?! (?:ratio|reserve|provision|on extinguish))|\blose\b",
    ANY_CASE,
)
GROWS = Rare(
    r"\b(?:grow(?:s|th|ing)?|cagr|ahead of|advance|climb|increas(?:es?|ing)|up|rise|rose|grew|rising|higher|improv\w+"
    r"|gain|expan\w+|greater|better|over|above|top-line|organic|comp|comparable|same[- ]store|year-over-year"
    r"|sequential\w*|compared)\b"
)
SHRINKS = Rare(
    r"\b(?:declin(?:es?|ing|ed)|decreas(?:es?|ing|ed)|down|(?<!or )minus"
    r"|(?:below|less than|lower than)(?= (?:in )?(?:(?:the|its|our|that|those)(?: of (?:the|its|our))? (?:$|\$)"
    r"|(?:(?:the|its|our|that|those)(?: of (?:the|its|our))? )?(?:\w+ )?(?:quarter|year|level|same|prior|last|\d{4})))"
    r"|fall|fell|falling|drop|lower|reduc(?:e[sd]?|ing|tion)|shrink\w*|contract(?:ion|ing)?|negative|decelerat\w+"
    r"|weaker|cut(?:s|ting)?"
    r"|narrow(?=s?(?: (?:by|a|further|additional|another|about|approximately|roughly))* ?(?:\d|$))"
    r"|compress(?:es|ion|ing)?|ero(?:d(?:es?|ing)|sion))\b"
)
BY = re.compile(
    rf"\bby (?:an? )?(?:additional |another |slightly )?(?:{NEARLY} |up to |at least |more than |between "
    r"|an estimated )?$",
    ANY_CASE,
)
MOVE = re.compile(  # by so much
    r"\s(?:(?:year[- ]over[- ]year|sequential)\s)?(?:(?:in|de)crease|reduction)\b", ANY_CASE
)
