"""Words of a basis: GAAP, or adjusted for what is left out."""

from __future__ import annotations

from pipeline.filing.patterns import not_behind
from pipeline.filing.rare import Rare

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
    rf"{not_behind('non-', 'non', 'non ', 'non- ')}\b(?:us |u\.s\. )?gaap\b(?! reconciliations?\b)"
    r"|generally accepted accounting"
)
