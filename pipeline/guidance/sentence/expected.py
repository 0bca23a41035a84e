"""Which amounts of a sentence are expected: not told as past, quoted for comparison, or named as a part of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.asides import is_aside
from pipeline.guidance.sentence.compared import is_compared
from pipeline.guidance.sentence.pair_words import ELSE_OR, FINITE, INSERTED, INSTEAD, JOINED, ON_A_BASIS
from pipeline.guidance.sentence.parts import is_part
from pipeline.guidance.sentence.revised import revised
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.comparing_words import HAD_EXPECTED
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.words import EXPECTS

_POINT = re.compile(r"[:;]\s*(?:and\s+)?(?=\(\w{1,3}\)\s)|(?<=\s)\(1\)\s")
_NO_AMOUNT = r"(?:[^,;()$%\d]|\b(?:19|20)\d\d\b)"
_TELLS = (  # whose an amount is, or of when
    r"(?:according to|(?:(?!which\b)[\w-]+\s)?(?:analysts?|consensus|wall street|economists)|which had"
    r"|(?:our\s)?(?:prior|previous|previously|former|original|initial)(?! (?:year|period|quarter)))\b"
)
_PUT_IN = re.compile(  # words that tell nothing of an amount: "Backlog, which analysts follow, is expected"
    rf"\((?!{_TELLS})(?:{_NO_AMOUNT}|,){{3,160}}\)"
    rf"|,\s(?!{_TELLS}){_NO_AMOUNT}{{3,120}},"
    r"(?=\s(?:is|are|will|should|would|to|in|expects?|anticipates?|projects?)\b)",
    ANY_CASE,
)
_THEN = re.compile(
    r"\s*(?:or (?:more|less|better|higher|lower)\s+)?"
    r"(?:(?:of|in|for|the|per|diluted|share|revenues?|sales|growth"
    r"|capital|expenditures|(?:(?:net |gross )?(?:new|additional) )?(?:company-owned |franchised? )?(?:stores"
    r"|restaurants|shops|clubs|locations|units|openings)|\w+ quarter|year|fiscal|\d{4})\s+){0,6}(?:(?:is|are|will be"
    r"|should be|as|has been|have been)\s+)?(?:now\s+|currently\s+|also\s+|still\s+|(?:the company.s|our|its)\s+)?",
    ANY_CASE,
)
_EXCLUDING = re.compile(  # "Excluding a loss of $0.10 per share on the divestiture, we expect"
    r"^(?:\w+,\s)?excluding\s(?:[^;,]|,(?=\d))*,\s", ANY_CASE
)
_ALSO_HELD = re.compile(  # "including $1 million of depreciation and" as much of something else
    rf"\s(?P<of>of|in|for)\s(?:(?!{FINITE})[\w-]+,?\s){{1,6}}(?:and\s)?(?:{NEARLY}\s)?",
    ANY_CASE,
)
_BY_SO_MUCH = re.compile(rf",?\s(?:up|down|an? (?:in|de)crease of)\s(?:by\s)?(?:{NEARLY}\s)?", ANY_CASE)
_ALSO_OF = re.compile(  # "$95 million and earnings per share of $0.10"
    rf"\s*(?:(?:per\s(?:\w+\s){{0,2}}share|(?:of|in)\s(?:\w+\s){{0,2}}\w+"
    rf"|on\san?\s[\w-]+\sbasis)\s*)?and\s+(?:(?!(?:now|expects?)\b)[\w-]+\s+){{1,6}}of\s+(?:{NEARLY}\s)?",
    ANY_CASE,
)
_ON_A_BASIS_AND = re.compile(  # "compared to $4.63 on a GAAP basis and $2.52 on a non-GAAP basis"
    rf"\s(?:per\s(?:\w+\s){{0,2}}share\s)?on\san?\s[\w-]+\sbasis,?\sand\s(?:{NEARLY}\s)?", ANY_CASE
)
_ON_SHARES = re.compile(  # "$1.44 to $1.48 on 74 million shares", "on revenues of $300 million"
    rf"\s(?:per (?:\w+ ){{0,2}}share )?(?:based )?on\s(?:(?:\w+\s)?(?:revenues?|sales)\s(?:of\s)?)?(?:between\s)?"
    rf"(?:{NEARLY}\s)?",
    ANY_CASE,
)
_SO_FAR = re.compile(  # "$20 million in annual revenues signed to date"
    r"\s[^.;,$%]{0,70}\b(?:signed|closed|acquired|completed|received|awarded|repurchased|spent|incurred|raised"
    r"|sold)\b[^.;,$%]{0,30}\bto date\b",
    ANY_CASE,
)
_ALSO_OPENED = re.compile(  # "including five new stores in San Diego, CA and" three stores elsewhere
    r"\s(?:[a-z]+\s){0,2}(?:stores|restaurants|locations|units|clubs|centers)\sin\s(?:[A-Z][\w.]*,?\s){1,6}and\s"
)
_THEN_TOLD = re.compile(
    r"\s*(?:(?:(?:diluted |net |adjusted )*(?:earnings|income|revenues?|sales|eps)\s)?(?:per (?:\w+ ){0,2}share\s*)?)"
    r"(?:reported |recorded |earned |achieved |generated )?(?:in|for|during|at"
    r"|as of)\s+(?:the\s+)?(?:(?:[\w-]+,?\s+){0,4}(?:19|20)\d\d|(?:[1-4]Q|Q[1-4]\s?['’]?|FY\s?['’]?)\d\d)\b",
    ANY_CASE,
)
_LEFT_OUT = re.compile(  # begins what is inserted; not "Excluding special charges the Company expects"
    r"[(,\s]*(?:(?:and|which|adjusted to) )?exclud"
    r"(?:(?!\b(?:expects?|anticipates?|(?:we|it|company|management) (?:\w+ly )?(?:project|estimate|forecast|see)s?"
    r"|(?<!that )(?<!which )(?:is|are) (?:\w+ly )?(?:expected|anticipated|projected|estimated|forecast))"
    r"\b(?! (?:at|to (?:incur|record|recognize|take))\b))[^,])*",
    ANY_CASE,
)


class Meant(NamedTuple):
    """What an amount of a sentence is: `amount` is what is expected, null where it is told or compared; `is_part` of
    another, so that it is none of a metric named before."""

    amount: Amount | None
    is_part: bool

    @property
    def whole(self) -> Amount | None:
        """What is expected, if it is no part of another."""
        return None if self.is_part else self.amount


def expected(
    text: str, found: Sequence[Amount], named: Sequence[Metric], periods: Sequence[Guided], *, led: bool, since: int
) -> list[Meant]:
    """What each amount of a sentence is. `led`: a lead-in holds the verb; `since`: where it comes to what is expected
    now, if an amount is, behind what was expected before."""
    is_anew = any(amount.start >= since for amount in found)
    verbs = [match.start() for match in EXPECTS.finditer(text)]
    text = _PUT_IN.sub(lambda aside: " " * len(aside[0]), text)
    leaving_out = (INSERTED, _EXCLUDING) if "xclud" in text else ()
    inserted = [match.span() for words in leaving_out for match in words.finditer(text)]
    meant: list[Meant] = []
    clause = 0
    is_left_out = is_quoted = in_part = False
    for n, amount in enumerate(found):
        start, clause = clause, amount.end
        between = text[found[n - 1].end : amount.start] if n else ""
        is_new = INSTEAD.fullmatch(between) is not None  # "from the $5 million it gave in May to $6 million"
        is_former = (
            (is_anew and amount.start < since) if since else HAD_EXPECTED.search(text, 0, amount.start) is not None
        )
        is_quoted = (
            is_former
            or (not is_new and is_compared(text, amount, named, found[:n]))
            or (is_quoted and any(words.fullmatch(between) for words in (_ALSO_OF, _ON_SHARES, _ON_A_BASIS_AND)))
        )
        is_joined = (is_left_out or in_part) and _is_joined(text, found[n - 1], amount)
        in_part = (in_part and is_joined) or is_part(text, start, amount, named)
        is_left_out = (
            is_quoted
            or any(_is_excluded(text, amount, *span) for span in inserted)
            or (is_left_out and is_joined)
            or not (led or _is_expected(text, amount, found[n + 1 :], verbs))
            or _is_told(text, amount, periods)
            or is_aside(text, amount, text[start : amount.start], named)
        )
        meant.append(Meant(None if is_left_out else revised(text, amount, found[:n], found[n + 1 :]), in_part))
    return meant


def _is_joined(text: str, last: Amount, amount: Amount) -> bool:
    """Whether an amount is told or named in passing with the one before it; not the rate that points lead to."""
    between = text[last.end : amount.start]
    if last.kind == "points" and amount.kind == "percent":
        return False
    if ELSE_OR.search(between) and ON_A_BASIS.match(text, amount.end):
        return False  # "level with last year, or up 3% excluding currency"
    if any(words.fullmatch(between) for words in (JOINED, _BY_SO_MUCH, _ALSO_OPENED)):
        return True
    held = _ALSO_HELD.fullmatch(between)
    return held is not None and text.startswith(f" {held['of']} ", amount.end)


def _is_expected(text: str, amount: Amount, later: Sequence[Amount], verbs: Sequence[int]) -> bool:
    """Whether a verb of expectation stands before the amount in its point of a list, or behind it or the
    amount joined to it: "revenue of $10 million and EPS of $0.10 are expected"."""
    ends = [amount.end]
    if later and _ALSO_OF.fullmatch(text, amount.end, later[0].start):
        ends.append(later[0].end)
    own = max((match.start() for match in _POINT.finditer(text, 0, amount.start)), default=0)
    for start in verbs:
        if own <= start < amount.start:
            return True
        if any(end <= start and _THEN.fullmatch(text, end, start) for end in ends):
            return True
    return False


def _is_excluded(text: str, amount: Amount, start: int, end: int) -> bool:
    """Whether an amount is the first that inserted words leave out; one further on may be of another metric."""
    return start < amount.start < end and _LEFT_OUT.fullmatch(text, start, amount.start) is not None


def _is_told(text: str, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether the period right behind an amount is over: "$6.19 in fiscal 2023"."""
    if amount.kind in ("money", "count") and _SO_FAR.match(text, amount.end):
        return True
    told = _THEN_TOLD.match(text, amount.end)
    return told is not None and not any(amount.end <= period.at < told.end() for period in periods)
