"""Printed numbers: what a cell's characters say, before scale."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from string import ascii_uppercase
from typing import NamedTuple

from pipeline.filing.patterns import ANY_CASE

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\uff0d\x96\x97"
CURRENCY_SIGNS = {
    "$": "USD",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u00a5": "JPY",
    "\u20b9": "INR",
    "\u20a9": "KRW",
    "\u20aa": "ILS",
}
CURRENCY_CODES = (
    "USD|US\\$|U\\.S\\.\\s?\\$|C\\$|CAD|CDN\\$|Cdn\\$|A\\$|AUD|EUR|GBP|JPY|CHF|RMB|CNY|HK\\$|HKD|NT\\$|TWD|R\\$|BRL|MXN|"
    "Ps\\.|NIS|ILS|SEK|NOK|DKK|INR|Rs\\.?|KRW|SGD|S\\$|ZAR"
)
_CODE_OF = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "C$": "CAD", "CDN$": "CAD", "Cdn$": "CAD", "A$": "AUD",
    "RMB": "CNY", "HK$": "HKD", "NT$": "TWD", "R$": "BRL", "Ps.": "MXN", "NIS": "ILS", "Rs": "INR", "Rs.": "INR",
    "S$": "SGD",
}  # fmt: skip

# What stands behind "per" or "/" where an amount is of one.
RATED = "boe|mcfe?|bbl|barrel|ton(?:ne)?|pound|lb|ounces?|oz|gal(?:lon)?|unit|mmbtu|mwh|asm"

_PLAIN = re.compile(r"(\$)?[ ]*(\()?[ ]*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?[ ]*\)?")  # most numbers: "$ (1,234.5)"
_AROUND_ZEROS = f"()$€£¥ '’s{ascii_uppercase}"
_DASH = f"[{re.escape(DASHES)}]"  # in the symbol font of word processors a long one is U+00BE
# Brackets of losses. Angles stand in pairs ("<.01" is less than a cent), and around one digit they mark a note: "<3>".
OPENS = r"(?:\(|(?P<angle><)(?!\d>))"
CLOSES = r"(?(angle)[ ]{0,8}>|(?:[ ]{0,8}\))?)"
_NUMBER = re.compile(
    rf"""
    (?P<code>{CURRENCY_CODES})?\s*
    (?P<minus1>{_DASH})?\s*
    (?P<sign1>[{re.escape("".join(CURRENCY_SIGNS))}])?\s*
    (?P<open>{OPENS})?\s*
    (?P<minus2>{_DASH})?\s*
    (?P<sign2>[{re.escape("".join(CURRENCY_SIGNS))}])?\s*
    (?:\+(?=[\d.]+\s?%))?
    (?P<digits>\d{{1,3}}(?:,\s?\d{{3}}|\s\d{{3}})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\s?\d+)
    \s*(?P<inner>%|x|bps?|cents?|¢|pence|p?pts?|[cp]\b)?\s*
    (?:(?:\([a-zA-Z\d]\)|\*{{1,3}})(?=\s*\)))?  # a note's mark within the brackets
    {CLOSES}\s*
    (?P<outer>%|x|bps?|cents?|¢|pence|p?pts?|[cp]\b)?
    (?P<minus3>{_DASH})?\s*
    (?P<note>(?:\(?[a-zA-Z\d]{{1,2}}\)|\[[a-zA-Z\d]{{1,2}}\]|<\d>|\*{{1,3}}|[†‡§¹²³⁴⁵⁶⁷⁸⁹]+|\s)*)
    """,
    re.VERBOSE,
)
_RAISED = re.compile(  # a note's mark after its number: "801.1 2", "0.35 a"
    r"(?:(?<=[.,]\d)|(?<=\.\d\d)|(?<=\d\))|(?<=\d{3}))\s[a-h\d]$"
)
_DIGIT = re.compile(r"\d")
_PARTING = re.compile(r"[,\s]")  # of thousands
_ZERO = re.compile(
    rf"(?:{CURRENCY_CODES})?\s*[{re.escape(''.join(CURRENCY_SIGNS))}]?\s*\(?\s*"
    rf"(?:{_DASH}\s?0\s?{_DASH}|{_DASH}(?:\s?{_DASH})*|\u00be+|nil|none)\s*\)?\s*%?"
    r"(?:\s*\([a-z1-9]\))?",  # a note's mark
    ANY_CASE,
)
_NOT_MEANINGFUL = re.compile(r"\(?\s*(?:n\s?[./]?\s?[mac]\.?|nmf?|not meaningful|\*+)\s*\)?\s*%?", ANY_CASE)
_SUFFIX = {"%": "percent", "x": "multiple", "bp": "basis_points", "bps": "basis_points", "pt": "points",
           "pts": "points", "ppt": "points", "ppts": "points",
           "cent": "cents", "cents": "cents", "c": "cents", "¢": "cents", "p": "cents", "pence": "cents"}  # fmt: skip
_LETTERS = ("c", "p")  # of cents and pence; behind an amount with a sign ("$0.35 c") that of a note


class Number(NamedTuple):
    """A number as printed: `value` carries the sign and no scale; a dash and "nil" are zero."""

    value: Decimal
    kind: str  # amount, percent, multiple, basis_points, points, cents
    currency: str | None  # a code, where a sign or code stands beside the digits
    is_dash: bool = False


@lru_cache(maxsize=1 << 14)  # every cell is read by the finder, then by the statements
def read_number(text: str) -> Number | None:
    """What a cell prints, or null where it prints no number ("n/m" and blanks are no number)."""
    text = text.strip()
    if not text or ("000" in text and is_thousands(text)):
        return None
    if plain := _PLAIN.fullmatch(text):
        sign, bracket, digits, cents = plain.groups("")
        value = Decimal(digits.replace(",", "") + cents)
        return Number(-value if bracket else value, "amount", "USD" if sign else None)
    if _ZERO.fullmatch(text):
        kind = "percent" if text.endswith("%") else "amount"
        return Number(Decimal(0), kind, _currency_sign(text), is_dash=True)
    if not _DIGIT.search(text):
        return None
    match = _NUMBER.fullmatch(text) or (_RAISED.search(text) and _NUMBER.fullmatch(_RAISED.sub("", text)))
    if not match:
        return None
    value = Decimal(_PARTING.sub("", match["digits"]).rstrip("."))
    negative = any(match[g] for g in ("open", "minus1", "minus2", "minus3"))
    suffix = match["inner"] or match["outer"]
    sign = match["sign1"] or match["sign2"]
    code = match["code"]
    currency = _CODE_OF.get(code, code) if code else CURRENCY_SIGNS[sign] if sign else None
    is_mark = bool(sign) and suffix in _LETTERS
    return Number(-value if negative else value, _SUFFIX[suffix] if suffix and not is_mark else "amount", currency)


def is_thousands(text: str) -> bool:
    """Whether what looks like a number says the scale: "($000)", "NT$000", "($000s)"."""
    return text.strip(_AROUND_ZEROS) == "000"


def is_not_meaningful(text: str) -> bool:
    """Whether a cell says that there is no number to print: "n/m", "NM", "*"."""
    return bool(_NOT_MEANINGFUL.fullmatch(text.strip()))


def _currency_sign(text: str) -> str | None:
    return next((code for sign, code in CURRENCY_SIGNS.items() if sign in text), None)
