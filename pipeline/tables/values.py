"""What counts as a value in a cell: a number, a range, a dash, "n/m"; and what is only a year."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.numbers import CURRENCY_CODES, RATED, is_not_meaningful, is_thousands, read_number

_YEAR = re.compile(r"(?:19[789]\d|20[0-4]\d)(?: ?\*{1,3}|(?: ?\((?:[1-9A-Za-z]|PF)\),?)+|\))?")
_CURRENCY = re.compile(rf"(?:{CURRENCY_CODES})(?:\s?\(\d\))?")
_DAY = re.compile(r"\d{1,2}([/.])\d{1,2}\1(?:\d\d){1,2}")  # no range: "9/30/2003", "30.09.2003"
_DIGIT = re.compile(r"\d")
_LONGEST = 60
_LONGEST_WORDS = 20  # "(not meaningful) %"
_SIGN = r"(?:(?:US|C|A)?\$|[€£]|(?:EUR|GBP|CAD|USD)\s)"
_ONE = (
    rf"\(?[-+]?{_SIGN}?\s?\(?[\d.,]+\)?\s?(?:%|percent\b|[¢x]|cents\b)?"
    r"(?:\s?(?:million|billion|thousand|bps|basis points|p?pts?|points|mm|bn|[MBK]))?"
)
_BOUND = r"(?:[~\u2248<>\u2264\u2265]=?\s?|(?:up|down|approximately|approx\.|about|at least|up to|between)\s)?"
_PER = rf"(?:\s?(?:/|per)\s?(?:{RATED}|share)|\sof (?:net |total )?(?:sales|revenues?))?"
_RANGE = re.compile(  # its midpoint may stand behind it: "9.5% - 10.5% / 10.0%"
    rf"{_BOUND}{_ONE}(?:\s?(?:to|and|--?|[\u2013\u2014]|/|\+\s?/\s?[-\u2013]|\u00b1)\s?{_ONE}(?:\s?/\s?{_ONE})?)?\)?\+?{_PER}\s?(?:\(\w\)|\*)?",
    ANY_CASE,
)


@lru_cache(maxsize=8192)  # dashes, signs and years come again and again
def is_value(text: str) -> bool:
    """Whether a cell prints a number, a range of numbers, a dash or "n/m"."""
    if len(text) > _LONGEST:
        return False
    if len(text) > _LONGEST_WORDS and text[0].isalpha() and not _DIGIT.search(text):
        return False
    if read_number(text) is not None:
        return True
    if not _DIGIT.search(text):
        return is_not_meaningful(text)
    return _RANGE.fullmatch(text) is not None and not (_DAY.fullmatch(text) or is_thousands(text))


def is_bracket(text: str) -> bool:
    """Whether a value is a range or a bound, as lines are named by what they hold: "< $100,000" of deposits."""
    return _DIGIT.search(text) is not None and read_number(text) is None


def is_year(text: str) -> bool:
    """Whether a cell prints a year and nothing else but the marks of notes."""
    return bool(_YEAR.fullmatch(text))


def is_currency(text: str) -> bool:
    """Whether a cell names a currency, perhaps with the mark of a note, as a small loss is written: "US$ (1)"."""
    return bool(_CURRENCY.fullmatch(text))
