"""The words of guidance: verbs of expectation, what is none, actions, and the metrics with their units."""

from __future__ import annotations

import re

EXPECTS = re.compile(
    r"\b(?:expects?|expected|anticipates?|anticipated|projects?|projected|projecting|forecasts?|estimates?|estimated|targets?|targeting"
    r"|assumed|guidance|outlook|should be|will be (?:in the range|between|approximately)|reiterat\w+|reaffirm\w+)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|grew|increased|decreased|rose|fell|declined|reported|totaled|announced)\b", re.IGNORECASE
)
NOT_GUIDANCE = re.compile(
    r"\bforward[- ]looking statements?\b|\bsafe harbor\b|\bconsensus\b|\banalysts?\b|\bmarket (?:size|opportunity)\b|\bindustry\b"
    r"|\bsavings\b|\bdividend\b|\bcontracts? (?:value|worth)\b",
    re.IGNORECASE,
)
FORMER = re.compile(
    r"(?:compared (?:to|with)|versus|\bvs\b|up from|down from|(?:in|de)crease[ds]?(?: by| from)|prior|previous(?:ly)?|former|original|earlier|last year)"
    r"[^.;$%]{0,60}$|\bby (?:approximately )?$",
    re.IGNORECASE,
)
NON_GAAP = re.compile(
    r"non-?gaap|adjusted|pro forma|exclud|before (?:special|one-time)|\bebitda|free cash flow|\bffo\b", re.IGNORECASE
)
GAAP = re.compile(r"\bgaap\b", re.IGNORECASE)
ACTIONS = [
    ("raises", re.compile(r"\b(?:rais(?:es|ed|ing)|increas(?:es|ed|ing) (?:its|our|the) (?:\w+ ){0,3}(?:guidance|outlook)|up from)\b", re.IGNORECASE)),
    ("lowers", re.compile(r"\b(?:lower(?:s|ed|ing) (?:its|our|the)|reduc(?:es|ed|ing) (?:its|our) (?:\w+ ){0,3}(?:guidance|outlook)|down from)\b", re.IGNORECASE)),
    ("reaffirms", re.compile(r"\b(?:reiterat\w+|reaffirm\w+|maintain(?:s|ed|ing)|unchanged|continues to expect)\b", re.IGNORECASE)),
    ("narrows", re.compile(r"\bnarrow(?:s|ed|ing)\b", re.IGNORECASE)),
]  # fmt: skip
LOSS = re.compile(r"^(?!.*\b(?:income|earnings)\b).*\bloss\b", re.IGNORECASE)
WITHDRAWS = re.compile(r"\b(?:withdr[ae]w\w*|suspend\w*|discontinu\w+)\b[^.]{0,80}\bguidance\b", re.IGNORECASE)

# metric, words, kind of amount it takes (money, percent), unit
METRICS = [
    ("gross_margin", r"gross (?:profit )?margins?", "percent", "percent"),
    ("gross_profit", r"gross profit", "money", "USD"),
    ("operating_margin", r"operating (?:profit )?margins?", "percent", "percent"),
    ("ebitda_margin", r"ebitda margins?", "percent", "percent"),
    ("ebitda", r"ebitda", "money", "USD"),
    ("effective_tax_rate", r"(?:effective |income |estimated )*tax rates?", "percent", "percent"),
    ("eps", r"(?:earnings|income|loss|eps)[^.;$]{0,40}? per (?:\w+ ){0,3}shares?|\beps\b|per diluted share", "share", "USD/share"),
    ("free_cash_flow", r"free cash flow", "money", "USD"),
    ("operating_cash_flow", r"(?:operating cash flow|cash (?:flow )?(?:provided by |from )?operat\w+)", "money", "USD"),
    ("capital_expenditures", r"capital (?:expenditures?|spending)|capex", "money", "USD"),
    ("comparable_sales", r"(?:comparable|same)[- ](?:store|restaurant|club)?\s?sales", "percent", "percent_change"),
    ("operating_income", r"(?:operating income|income from operations|operating profit)", "money", "USD"),
    ("net_income", r"net (?:income|loss|earnings)", "money", "USD"),
    ("research_and_development", r"research and development|r&d", "money", "USD"),
    ("selling_general_administrative", r"sg&a|selling, general,? and administrative|general and administrative", "money", "USD"),
    ("operating_expenses", r"operating expenses", "money", "USD"),
    ("revenue", r"(?:net )?(?:revenues?|sales)\b", "money", "USD"),
]  # fmt: skip
