"""Scale in words: "(in thousands, except per share data)", "$ millions", "(000's omitted)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import SHARES

_POWERS = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT = {"k": "thousand", "m": "million", "mm": "million", "mn": "million", "bn": "billion"}
_IN_SOME_SCALE = (  # one of these is in all words of a scale, in small letters
    "thousand",
    "million",
    "billion",
    "000",
    "(pound",
    *(f"{sign}{short}" for sign in ("$", "$ ", "£", "€", "¥", "(in ", "$ in ") for short in "kmb"),
)
_AMOUNTS = re.compile(
    r"\b(?:in|of|us|usd|\$|stated in|expressed in|dollars?|amounts?)?[\s(]*(?P<power>thousand|million|billion)s?\b"
    r"|(?:(?<=[$£€¥])|(?<=\$ )|(?<=\(pound\))|(?<=\(pounds\))|(?:(?<=\(in )|(?<=\$ in ))(?=\w+[),]))"  # "$ MM"
    r"(?P<short>k|mm?|mn|bn)\b"
    r"|(?P<zeros>\$?\s?(?<!\d,)\b0{3}(?:,0{3})?[’'`]?s?\b)",  # those of "$200,000" are of an amount
    ANY_CASE,
)
_ABOUT_SCALE = re.compile(
    r"\W*(?:s\s+)?(?:unaudited|dollars?|amounts?|in|\$|u\.?s|usd|rmb|euros?|all|figures|except|stated|expressed|rounded"
    r"|thousands|millions)\b|\W*000",  # "$'s in thousands"
    ANY_CASE,
)
_AFTER_NUMBER = re.compile(r"\d[\d.,]*\s*$")  # "$10.0 million" is an amount of the prose
_SHARES_APART = re.compile(
    r"\b(?:except|other than|excluding)\b[^)]*?\b(?:shares?\b(?!\s*price)|(?<!per )(?<!per-)(?<!business )units?\b)",
    ANY_CASE,
)
_ONLY_PER_SHARE = re.compile(
    r"\b(?:except|other than|excluding)\b(?:\s+(?:for|earnings|income|loss|net|the|amounts?|dollars?))*\s*,?\s*"
    r"(?:per[\s-]+(?:common )?(?:share|unit)|eps)",
    ANY_CASE,
)
_SHARE_WORDS = re.compile(r"\bshares?\b[^.,;)]*?\bin\s+(?P<power>thousand|million)s", ANY_CASE)
_BEFORE_SHARES = re.compile(r"(?:[\s(),;:\d-]|unaudited|weighted|average|common|numbers? of)*", ANY_CASE)
_OF_ROW = re.compile(r"\((?:in |\$ ?)*(?:0{3}['’]?s?|thousands|millions)(?: of dollars)?\)", ANY_CASE)
_OF_OTHERS = re.compile(r"\d,\d{3}\b|\d (?:shares|units)\b|\$ ?\d", ANY_CASE)  # "issued 45,210 (in thousands)"
_OF_HEADING = re.compile(
    r"\((?:[^()]*,\s*)?(?:(?:\$ ?)?in (?:thousands|millions|billions)(?: of dollars)?|\$ ?0{3}['’]?s?)\)\W*$",
    ANY_CASE,
)
_NAMES_MONEY = re.compile(  # not what is counted, under which amounts may stand: "Passengers (in thousands)"
    r"\b(?:condition|position|balances?|assets|liabilities|equity|capitalization|income|earnings|operations|revenues?"
    r"|results|expenses|cash flows?)\b|\$|\bdollars\b",
    ANY_CASE,
)
_BELOW = re.compile(  # a table: "(1) In thousands, except per share data", "Amounts in thousands"
    r"(?P<mark>\([\da-z]\)|\*+|notes?:)?\W*"
    r"(?:(?:all|amounts?|are|dollars?|expressed|figures|is|presented|reported|shown|stated|unaudited|u\.?s\.?)[ :;,]+)*"
    r"(?:in (?:thousands|millions)|\(?\$? ?0{3}['’]?s?(?: omitted)?)\b(?: of (?:u\.?s\.? )?dollars\b)?"
    r"(?:\W*|\W*(?:except|excluding|other than|unless|unaudited)\b.{0,80})",
    ANY_CASE,
)
_LINES_BELOW = 12
_SEE = ("See ", "SEE ")
_AND = re.compile(r"\band\b|&", ANY_CASE)
_MONEY = re.compile(r"\$|\b(?:dollars?|amounts?)\b", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Scale:
    """What printed amounts, and printed counts of shares, are multiplied by."""

    amounts: int
    shares: int
    found_in: str  # column, caption, table, document, none


UNSCALED = Scale(1, 1, "none")


def read_scale(text: str, found_in: str) -> Scale | None:
    """The scale that words give, or null; "except share data" leaves the share counts as they are."""
    lower = text.lower()
    if not any(words in lower for words in _IN_SOME_SCALE):
        return None
    match = next(
        (m for m in _AMOUNTS.finditer(text) if not _AFTER_NUMBER.search(text[: max(m.start("power"), 0)])), None
    )
    if match is None:
        return None
    power = match["power"] or (match["short"] and _SHORT[match["short"].lower()])
    amounts = _POWERS[power.lower()] if power else _zeros(match["zeros"])
    shares = amounts
    if _SHARES_APART.search(text) and not _ONLY_PER_SHARE.search(text):
        shares = 1
    if own := _SHARE_WORDS.search(text):
        shares = _POWERS[own["power"].lower()]
    return Scale(amounts, shares, found_in)


def scale_of_row(label: str) -> int | None:
    """What the label of a row says of its own amounts: "Net sales (000's)"; not of shares or an amount in the label."""
    own = _OF_ROW.search(label)
    found = read_scale(own[0], "row") if own and not _OF_OTHERS.search(label, 0, own.start()) else None
    return found.amounts if found else None


def scale_of_heading(words: str) -> int | None:
    """What a heading of rows says of their amounts: "Financial Condition (at quarter end, in billions)"."""
    own = _OF_HEADING.search(words)
    found = read_scale(own[0], "row") if own and _NAMES_MONEY.search(words) and not SHARES.search(words) else None
    return found.amounts if found else None


def read_scale_below(text: str, labels: Iterable[str], *, ends_at_table: bool) -> Scale | None:
    """The scale that the lines below a table tell: the first one, but for "See accompanying notes", or one marked as a
    note, not of a line of the table; what stands right above another table is its caption."""
    lines = [" ".join(line.split()) for line in text.splitlines() if any(map(str.isalnum, line))]
    lines = [line for line in lines if not line.startswith(_SEE)]
    for n, line in enumerate(lines[:_LINES_BELOW]):
        told = _BELOW.fullmatch(line)
        if told is None:
            continue
        if mark := told["mark"]:
            is_own = not any(label.endswith(mark) for label in labels)
        else:
            is_own = n == 0 and not (ends_at_table and len(lines) == 1)
        if is_own:
            return read_scale(line, "table")
    return None


def is_of_shares_alone(text: str) -> bool:
    """Whether a line tells the scale of the share counts and of nothing else: "(shares in thousands)"."""
    own = _SHARE_WORDS.search(text)
    if own is None or _AND.search(own[0]) or not _BEFORE_SHARES.fullmatch(text, 0, own.start()):
        return False
    behind = text[own.end() :]
    return _AMOUNTS.search(behind) is None and _MONEY.search(behind) is None


def _zeros(text: str) -> int:
    return 1_000_000 if text.count("000") > 1 else 1_000


@lru_cache(maxsize=1 << 13)  # asked of every label
def is_scale_words(text: str) -> bool:
    """Whether a line is about scale and so no line of the statement: "(in thousands)"."""
    return len(text) < 160 and bool(_ABOUT_SCALE.match(text)) and (_AMOUNTS.search(text) is not None)
