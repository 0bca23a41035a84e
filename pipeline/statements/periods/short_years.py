"""Years of two digits in headings, written out: "June 30, 03", "YTD'10", "6M04", "FY10 Q2"."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH, YEAR
from pipeline.filing.patterns import ANY_CASE

_OF_DAY = re.compile(rf"\b({MONTH}\s*\d{{1,2}})(?:,\s*['’]?|\s+['’]?)(\d\d)(?![\d,.])", ANY_CASE)
# Not "YTD 26 weeks", "YTD 30 June 2010".
_TO_DATE = re.compile(rf"\bytd[\s-]?['’]?({YEAR}|\d\d)\b(?!/|[\s-]*(?:weeks|wks|months|mos|{MONTH})\b)", ANY_CASE)
_OF_MONTHS = re.compile(r"\b([369]|12)M['’]?(\d\d)\b")
# The year stands behind its quarter as a rule.
_ABOVE_QUARTER = re.compile(rf"\bfy\s?['’]?({YEAR}|\d\d)[\s-]*(q[1-4])\b(?!\s*\d)", ANY_CASE)


def spelled_out(text: str) -> str:
    """A heading with such years in full, behind what they are of."""
    text = _OF_DAY.sub(lambda match: f"{match[1]}, {full_year(match[2])}", text)
    text = _TO_DATE.sub(lambda match: f"YTD {full_year(match[1])}", text)
    text = _OF_MONTHS.sub(lambda match: f"{match[1]}M {full_year(match[2])}", text)
    return _ABOVE_QUARTER.sub(lambda match: f"{match[2]} {full_year(match[1])}", text)


def full_year(text: str) -> int:
    """The year that two or four digits name."""
    year = int(text)
    return year if year > 99 else year + (1900 if year >= 70 else 2000)
