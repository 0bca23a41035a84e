"""Amounts in the one spelling that the patterns of guidance know: "$12M" is "$12 million", "in the area of" "about"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.filing.patterns import ANY_CASE

_OF_AMERICA = re.compile(r"\bU\.?S\.?\s?(?=\$)")  # other dollars are told by what stands in front of theirs
_APART = re.compile(r"(?<=[$€£])\s(?=[\d.])|(?<=\d)\s(?=%)")  # "$ 12", "5 %"
_NUMBER = r"(?:\d[\d.,]*\d|\.?\d)"
_LETTERS = r"\s?(?:(?:[Mm]{1,2}|B|bn)\b(?!&)|(?i:mil|mln|bil)\b\.?)"
_TO = r"\s?(?:[-–—]|to\b)\s?"
_MONEY = re.compile(rf"[$€£]{_NUMBER}(?:{_LETTERS})?(?:{_TO}[$€£]?{_NUMBER}{_LETTERS})?")  # "$10-12M"
_COUNT = re.compile(r"\b\d[\d.,]*\d\s?MM?(?=\s[a-z]{3})")  # "40M shares"; "3M" is a name, "300mm" a length
_LETTERED = re.compile(rf"(?<=\d){_LETTERS}")
_DOLLARS = re.compile(  # "5 million dollars", "between 10 and 12 million U.S. dollars"
    rf"(?<![$€£\d.,])\b(?!(?:19|20)\d\d\b)"
    rf"(?P<amount>(?:(?<=between\s){_NUMBER}(?:\s[mb]illion)?\sand\s|{_NUMBER}(?:\s[mb]illion)?{_TO})?{_NUMBER}\s[mb]illion)"
    r"\s(?:U\.?S\.?\s)?dollars\b",
    ANY_CASE,
)
_ABOUT = re.compile(
    r"\b(?:(?:somewhere\s)?in\sthe\s(?:area|neighborhood|vicinity|ballpark)\sof|on\sthe\sorder\sof)\s(?=[$€£\d.])",
    ANY_CASE,
)

_END = rf"[$€£]?{_NUMBER}(?:\s[mb]illion|%|\s(?:percent|cents)\b)?"
_IN_RANGE = re.compile(  # "in the $10 million to $12 million range"
    rf"\bin\s(?:an?|the)\s(?P<ends>{_END}{_TO}{_END}(?:\sper\s(?:\w+\s){{0,2}}share)?)[\s-]range\b(?!\sof\s[$€£\d])",
    ANY_CASE,
)
_RANGE = re.compile(  # "to be in the range of $1.10 to $1.20", "revenue ranging from $40 million to $42 million"
    r"(?P<ahead>\b(?:be|is|are)\s|(?:^|[;:]\s)\w+\s)?"
    r"\b(?:(?:with)?in\s(?:a|the)\srange\sof|ranging\sfrom|of\sa\srange\sof|(?<=be\s)a\srange\sof)\s(?=[$€£\d.])",
    ANY_CASE,
)


def _with_words(amount: re.Match[str]) -> str:
    return _LETTERED.sub(lambda power: " million" if power[0].strip()[0] in "Mm" else " billion", amount[0])


def _of_ends(match: re.Match[str]) -> str:
    return f"{match['ahead']}in the range of " if match["ahead"] else "of "


# What a sentence must hold (most hold none, and a word is found fastest), the pattern, and the one spelling.
_SPELLINGS: Sequence[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]]] = (
    (("s$", "s $", "s.$", "s. $"), _OF_AMERICA, ""),
    (("$ ", "€ ", "£ ", " %"), _APART, ""),
    (("$", "€", "£"), _MONEY, _with_words),
    (("m ",), _COUNT, _with_words),
    ((" dollars",), _DOLLARS, r"$\g<amount>"),
    (("area of", "neighborhood of", "vicinity of", "ballpark of", "order of"), _ABOUT, "about "),
    (("range",), _IN_RANGE, r"in the range of \g<ends>"),
    (("range", "ranging"), _RANGE, _of_ends),
)


def in_one_spelling(text: str) -> str:
    """The text of a sentence, its amounts so spelled."""
    lower = text.lower()
    for words, pattern, spelled in _SPELLINGS:
        if any(word in lower for word in words):
            text = pattern.sub(spelled, text)
    return text
