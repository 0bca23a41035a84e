"""Words that qualify an amount in its sentence: the period behind it, the part of the company that it is of."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY, SPELLED
from pipeline.tables.numbers import RATED

LONG_TERM = re.compile(
    r"\b(?:long(?:er)?[- ](?:term|standing|range)|(?:medium|mid|intermediate)[- ]term)\b", ANY_CASE
)  # of no period but one named for it
LONG_TERM_OPENS = re.compile(  # "Beyond 2016, ...", "The company said that its long-term model calls for"
    r"\W*(?:(?:over the )?long(?:er)?[- ]term|beyond (?:fiscal )?(?:19|20)\d\d|looking (?:further )?beyond),"
    r"|[^$%]*?\b(?:long|medium|mid)(?:er)?-term (?:\w+ ){0,3}(?:model|algorithm|targets?|goals?)\b"
    r"(?!,|[^$%]*\b(?:expects?|anticipates?|projects?|forecasts?)\b)",
    ANY_CASE,
)
ASIDE_BEHIND = re.compile(  # why it is expected: a period there is that of the cause
    r",\s(?:with|consistent|reflecting|driven|due|including|primarily|largely|mainly|which|as)\b|\bbecause\b"
    r"|\bdue to\b",
    ANY_CASE,
)
FULL_YEAR = re.compile(
    r"(?:the )?(?:full[- ](?:fiscal[- ])?|fiscal |total )year(?![- ](?:over|on)[- ])|(?:for|in) the year", ANY_CASE
)
THE_QUARTER = re.compile(r"(?:for|in|during) the quarter", ANY_CASE)
SAVED = re.compile(r"\b(?:savings|synergies)$", ANY_CASE)  # without a period of their own they are none
THEREAFTER = re.compile(
    r"\s(?:thereafter|(?:annually|per year|a year)(?! (?:in|for|during|by)\b)"
    r"|when (?:fully )?(?:completed?|implemented))\b",
    ANY_CASE,
)
WORD = re.compile(r"[\w&/’'.-]+")
_SAYS = (  # in any form: "expects", "projected", "delivering"
    r"(?:expect|anticipat|project|estimat|target|forecast|plan|intend|assum|approximat|reflect|includ|exclud|represent"
    r"|achiev|generat|produc|report|post|deliver|driv|incur|rais|lower|increas|decreas|reiterat|reaffirm|announc|updat|revis"
    r"|provid|issu|remain|withdraw|suspend|rescind|maintain|relat|correspond|associat|result|combin)(?:e?s|e?d|e|ing)?"
    r"|stated|sees?|did|pay|spend|open|continues|believes?|planning|withdrew|impl(?:ied|ies|ying)|should|would|will|is|are|be"
)
_SMALL = (
    r"the|a|an|its|our|their|that|we|it|this|another|both|for|of|in|to|and|or|with|from|on|at|by|as|after|before|plus|versus|when"
    r"|while|where|now|also|previously|close|between|range|least|more|better|whole|one"
    rf"|{NEARLY}|(?:{'|'.join(SPELLED)})|million|billion|percent|[a-z]+/d"
)
_TIME = (
    r"quarter(?:ly)?|year|fiscal|full|annual|half|full-year|(?:first|second|third|fourth)(?:-(?:quarter|half))?|current"
    r"|remainder|next|coming|calendar"
)
_OF_ALL = (  # that a company is or tells
    r"total|net|consolidated|overall|company|(?:company|product|management|corporation|firm|partnership|group|trust|bank|bancorp|year|quarter|today)['’]s|ongoing|on-going|year-over-year|management|gaap|non-gaap|adjusted|adjusted-diluted"
    r"|adj|core|(?:fully-)?diluted|basic|forma|pro-forma|basis|revenue|sales|earnings|income|guidance|outlook|growth|assumptions"
    r"|goals|preliminary|record|higher|lower|flat|level|strong|positive|negative|common|other|operating|free|additional"
    r"|(?:(?:low|mid|high)-)?(?:single|double|triple)-digits?"
)
NO_SCOPE = re.compile(rf"(?:{_SAYS}|{_SMALL}|{_TIME}|{_OF_ALL})", ANY_CASE)
OWN = re.compile(
    r"\s*+(?:\([^)]{0,40}\)\s*+)?,?\s*+(?:annually\s+(?=through))?(?:(?:per|a|of|on|in)\s+(?:\w+\s+){0,4}?(?:shares?"
    rf"|basis|revenues?|sales|growth|expenditures|cash flow|{RATED})\s*,?\s*)?"
    r"(?:(?:growth(?:\s+rate)?|increase|decline|decrease|higher|lower|range|more|or (?:more|better|less))\s+){0,2}"
    r"(?:(?:is|are|to\s+be)\s+(?:now\s+|currently\s+)?(?:planned|expected|scheduled|anticipated|targeted|forecast|projected"
    r"|slated)\s+)?(?:(?:for|from|(?:(?:beginning|starting|effective)\s+)?in|during|over|by|through|at)\s+)(?:the\s+"
    r"|its\s+|our\s+|(?:first|second|third|fourth|current|next|following|upcoming)\s+|all\s+of\s+"
    r"|each\s+(?:quarter\s+)?of\s+|both\s+the\s+)*$",
    ANY_CASE,
)
