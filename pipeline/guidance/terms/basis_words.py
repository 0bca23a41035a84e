"""Words of a basis, GAAP or adjusted for what is left out, and where they stand around an amount."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, not_behind
from pipeline.filing.rare import Rare

CHARGES = (
    r"(?:any )?(?:giving effect to|(?:the )?(?:effects?|impact|costs?) of|special|one-time|unusual|goodwill"
    r"|restructuring|(?:foreign )?(?:currency|exchange)\b|(?:[\w-]+ ){0,3}(?:charges?|impairments?)\b"
    r"|(?:expected|estimated|[\w-]+ clos(?:ing|ure)) (?:[\w-]+ ){0,4}costs\b)"
)  # that are left out
_OF_DEALS_TO_COME = (  # "excludes any additional acquisitions" is an assumption, no adjustment
    r"\w*\s(?:(?:the|any|effects?|impacts?|of|from)\s)*(?:additional|future|potential|further|unannounced|possible)\s"
    r"(?:\w+\s){0,2}(?:acquisition|divestiture|(?:share |stock )?repurchase|transaction)s?\b"
)
NON_GAAP = Rare(
    r"non-?\s?gaap|(?<!split-)(?<!split )\badjusted\b(?! (?:equivalent )?(?:admissions|discharges|patient days))"
    rf"|\badj\b|pro[ -]forma|exclud(?!{_OF_DEALS_TO_COME})|exclusive of"
    rf"|(?:before|prior to) (?:{CHARGES}"
    r"|(?:[\w/-]+ ){1,6}adjustments|amortization\b|(?:[a-z]+ ){0,3}gains? (?:(?:and|or) [a-z ]*losses|\(losses\)))"
    r"|\bongoing basis\b|\bcasm ?[-–]? ?ex|casm-?x\b|less special items"
    r"|\bebitdax?\b|\boibdan?\b|free cash flow|cash flow (?:positive|break-?\s?even)"
    r"|positive cash flow(?! from operat)|\ba?ffo(?:ps)?\b"
    r"|funds from operations|distributable cash flow|\bdcf\b|\bearnings from (?:operations basis|ongoing operations)\b"
    r"|\bcore diluted |\b(?:core|ongoing) (?:(?:net )?(?:earnings|income)|eps|ffo|(?:effective )?tax rate)\b"
    r"|\bcash (?:earnings|eps|loss)\b|\boperating (?:eps\b|earnings per)"
    r"|\boperating earnings\b[^.;]{0,40}\$ ?\d*\.\d\d\b(?! (?:million|billion))|\bnormalized\b"
    r"|\bcomparable (?:basis )?(?:diluted )?(?:earnings|eps|tax rate)\b|\borganic\b"
    r"|\bunderlying (?:net )?(?:sales|revenues?)\b|\bconstant[- ](?:currency|dollars?)\b|\bcurrency[- ]neutral\b"
    r"|\bex-(?:items|tac)\b"
)
GAAP = Rare(
    rf"{not_behind('non-', 'non', 'non ', 'non- ')}\b(?:us |u\.s\. )?gaap\b(?! reconciliations?\b)"
    r"|generally accepted accounting"
)
BY_NATURE = ("ebitda", "ebitda_margin", "ffo", "free_cash_flow")
TRAILING = re.compile(
    r"[\s,]*\(?(?:(?:per|a)\s(?:\w+\s){0,2}share[\s,]*)?(?:(?:fully )?diluted[\s,]+)?"
    r"(?:shares\sfor\s(?=(?:non-?)?gaap))?(?:or (?:more|less|lower|higher|better)[\s,]*)?"
    r"(?:(?:growth )?(?:on an?|in|at|using) (?:comparable )?(?:constant[- ](?:currenc|dollar)|organic constant"
    r"|currency[- ]neutral|organic)|on an? (?:adjusted|ongoing|non-?gaap|gaap|pro forma)"
    r"|for (?:non-?)?gaap\b(?! (?:[\w-]+ ){1,4}of (?:[a-z]+ )?(?:\$|[\d.]+%))|constant[- ]currency(?=[.;,)])"
    r"|(?:non-?gaap|gaap|as adjusted|adjusted|pro forma)(?=[.;,)]|\sand\s|$|\s\()|exclud\w+|exclusive of"
    rf"|adjusted (?:for|to exclude)\b|before (?:{CHARGES})"
    r"|which excludes|\((?:excluding|non-gaap))",
    ANY_CASE,
)
OPENING = re.compile(
    r"\bon an? (?:adjusted|(?:non-?)?gaap|pro forma)\b|\busing (?:the )?non-?gaap\b|\bexclud\w+"
    r"|\bbefore (?:any )?(?:special|one-time|unusual|restructuring)\b",
    ANY_CASE,
)
QUALIFIED = re.compile(
    r"(?:\b(?:adjusted|(?:non-?)?gaap|pro forma|core|normalized|diluted|net)\s)+$", ANY_CASE
)  # a metric behind
