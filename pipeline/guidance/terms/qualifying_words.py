"""Words that qualify an amount in its sentence: basis, scope, the period behind it."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY, SPELLED
from pipeline.guidance.terms.basis_words import CHARGES
from pipeline.tables.numbers import RATED

BY_NATURE = ("ebitda", "ebitda_margin", "ffo", "free_cash_flow")
TRAILING = re.compile(
    r"[\s,]*\(?(?:(?:per|a)\s(?:\w+\s){0,2}share[\s,]*)?(?:(?:fully )?diluted[\s,]+)?"
    r"(?:shares\sfor\s(?=(?:non-?)?gaap))?(?:or (?:more|less|lower|higher|better)[\s,]*)?"
    r"(?:(?:growth )?(?:on an?|in|at|using) (?:constant[- ](?:currenc|dollar)|organic constant"
    r"|currency[- ]neutral|organic)|on an? (?:adjusted|ongoing|non-?gaap|gaap|pro forma)"
    r"|for (?:non-?)?gaap\b(?! (?:[\w-]+ ){1,4}of (?:[a-z]+ )?(?:\$|[\d.]+%))|constant[- ]currency(?=[.;,)])"
    r"|(?:non-?gaap|gaap|as adjusted|adjusted|pro forma)(?=[.;,)]|\sand\s|$|\s\()|exclud\w+|exclusive of"
    rf"|before (?:{CHARGES})"
    r"|which excludes|\((?:excluding|non-gaap))",
    ANY_CASE,
)
LONG_TERM = re.compile(
    r"\b(?:long(?:er)?[- ](?:term|standing|range)|(?:medium|mid|intermediate)[- ]term)\b", ANY_CASE
)  # of no period but one named for it
LONG_TERM_OPENS = re.compile(  # "Beyond 2016, ...", "The company said that its long-term model calls for"
    r"\W*(?:(?:over the )?long(?:er)?[- ]term|beyond (?:fiscal )?(?:19|20)\d\d|looking (?:further )?beyond),"
    r"|[^$%]*?\blong-term (?:\w+ ){0,3}(?:model|algorithm|targets?|goals?)\b"
    r"(?!,|[^$%]*\b(?:expects?|anticipates?|projects?|forecasts?)\b)",
    ANY_CASE,
)
ASIDE_BEHIND = re.compile(  # why it is expected: a period there is that of the cause
    r",\s(?:with|consistent|reflecting|driven|due|including|primarily|largely|mainly|which|as)\b|\bbecause\b"
    r"|\bdue to\b",
    ANY_CASE,
)
BOTH_BASES = re.compile(
    r"\b(?:(?:adjusted|pro forma|non-?gaap)(?P<first>(?: [a-z-]+){0,7}?) and gaap"
    r"|gaap(?P<second>(?: [a-z-]+){0,7}?) and (?:adjusted|pro forma|non-?gaap))"
    r"\s(?:fully |diluted |net )*$",
    ANY_CASE,
)
BOTH_ON = re.compile(  # "a tax rate of 28%, both on a non-GAAP basis"
    r"\b(?:both|all) on an? (?:non-?gaap|gaap|adjusted|pro forma) basis", ANY_CASE
)
ON_BOTH = re.compile(  # "20% to 21% on both a GAAP and non-GAAP basis"
    r"(?: per (?:\w+ ){0,2}share)?,? (?:on|for) (?:both )?(?:an? )?(?:gaap and (?:an? )?(?:non-?gaap|pro forma)"
    r"|(?:non-?gaap|pro forma) and (?:an? )?gaap) (?:bas[ei]s|purposes)",
    ANY_CASE,
)
FULL_YEAR = re.compile(r"(?:the )?(?:full[- ](?:fiscal[- ])?|fiscal )year|(?:for|in) the year", ANY_CASE)
THE_QUARTER = re.compile(r"(?:for|in|during) the quarter", ANY_CASE)
OF_A_PART = re.compile(r"\b(?:which|that) (?:in|ex)cludes?\b(?:[^.;,]|\.(?=\d))*$", ANY_CASE)
SAVED = re.compile(r"\b(?:savings|synergies)$", ANY_CASE)  # without a period of their own they are none
THEREAFTER = re.compile(
    r"\s(?:thereafter|(?:annually|per year|a year)(?! (?:in|for|during|by)\b)"
    r"|when (?:fully )?(?:completed?|implemented))\b",
    ANY_CASE,
)
SAME_STORE = re.compile(r"\W*on an? (?:same|comparable)[- ](?:store|club|restaurant)s?[- ]basis", ANY_CASE)
OPENING = re.compile(
    r"\bon an? (?:adjusted|(?:non-?)?gaap|pro forma)\b|\busing (?:the )?non-?gaap\b|\bexclud\w+"
    r"|\bbefore (?:special|one-time|unusual|restructuring)\b",
    ANY_CASE,
)
QUALIFIED = re.compile(
    r"(?:\b(?:adjusted|(?:non-?)?gaap|pro forma|core|normalized|diluted|net)\s)+$", ANY_CASE
)  # a metric behind
WORD = re.compile(r"[\w&/’'.-]+")
_SAYS = (  # in any form: "expects", "projected", "delivering"
    r"(?:expect|anticipat|project|estimat|target|forecast|plan|intend|assum|approximat|reflect|includ|exclud|represent"
    r"|achiev|generat|report|post|deliver|driv|incur|rais|lower|increas|decreas|reiterat|reaffirm|announc|updat|revis"
    r"|provid|withdraw|suspend|rescind|maintain|relat|correspond|associat|result|combin)(?:e?s|e?d|e|ing)?"
    r"|sees?|did|pay|spend|open|continues|believes|withdrew|impl(?:ied|ies|ying)|should|would|will|is|are|be"
)
_SMALL = (
    r"the|a|an|its|our|their|that|we|it|this|another|both|for|of|in|to|and|or|with|from|on|at|by|as|plus|versus|when"
    r"|while|where|now|also|previously|close|between|range|least|more|better|whole|one"
    rf"|{NEARLY}|(?:{'|'.join(SPELLED)})|million|billion|percent|[a-z]+/d"
)
_TIME = (
    r"quarter(?:ly)?|year|fiscal|full|annual|half|full-year|(?:first|second|third|fourth)(?:-(?:quarter|half))?|current"
    r"|remainder|next|coming|calendar"
)
_OF_ALL = (  # that a company is or tells
    r"total|net|consolidated|overall|company|product's|company's|management|gaap|non-gaap|adjusted|adjusted-diluted"
    r"|adj|core|diluted|basic|forma|pro-forma|basis|revenue|sales|earnings|income|guidance|outlook|growth|assumptions"
    r"|goals|preliminary|record|higher|lower|strong|positive|negative|common|other|operating|free|additional"
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
