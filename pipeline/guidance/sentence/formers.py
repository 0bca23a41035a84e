"""How guidance moves, where a sentence quotes what it was and no word says so: "$1.20 (previously $1.10)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.filing.dates import YEAR
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import INCOME
from pipeline.guidance.sentence.signs import goes_down
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount, turned
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.words import LOSS

_FORMER = re.compile(  # in front of what it was
    r"(?:\b(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial|former)\s(?:[\w’'-]+\s){0,4}"
    r"(?:guidance|outlook|range|forecasts?|estimates?|expectations?|projections?|plans?|targets?)"
    r"|\((?:prior(?!\s(?:fiscal\s)?(?:year|quarter|period|half))|formerly|was|changed? from)"
    r"|\bpreviously|\b(?:rather than|instead of))"
    r"(?!\s(?:announced|disclosed|reported|completed))\b[^.;$%\d]{0,40}$",
    ANY_CASE,
)
_IS_FORMER = re.compile(  # behind it: "the $420 million to $444 million range that was previously disclosed"
    r"\s(?:[\w-]+\s){0,3}?(?:(?:range|guidance|outlook)\s(?:(?:that|which)\swas\s)?(?:(?:previously|originally)\s)?"
    r"|(?:previously|originally)\s)(?:disclosed|provided|issued|announced|presented|expected|given|guided|forecast)\b"
    r"|(?:\s(?:per|a)\s(?:\w+\s){0,2}share)?\s(?:previously|originally)(?=[.,;)]|$)",
    ANY_CASE,
)
_NEXT = re.compile(r"(?:(?<!vs)\.|;)\s(?!this\b|these\b)", ANY_CASE)
_OF_PART = re.compile(r"\b(?:(?:in|ex)clud(?:es?|ing)|of which)\b[^,;]*$", ANY_CASE)
_SHARE = r"(?:\s(?:per|a)\s(?:\w+\s){0,2}share)?"
_OF_YEAR = re.compile(  # right behind an amount: "(was $45 million in 2005)"
    rf"{_SHARE},?\s(?:(?:in|for|during)\s(?:the\s)?(?:(?:full|fiscal|calendar)[\s-])*(?:year\s)?"
    rf"(?P<year>{YEAR})\b|(?:in\s)?(?:the\s)?(?:last|prior|previous)\s(?:fiscal\s)?(?:year|quarter)|a\syear\s(?:ago|earlier))",
    ANY_CASE,
)
_AGAINST = re.compile(r"\b(?:compared (?:to|with)|versus|vs\b\.?|from)\s", ANY_CASE)
_WORD_BEHIND = re.compile(r"\s\w+")
_THEN = re.compile(  # in front of what it was, up to what is expected now
    r"\b(?:previously|originally|initially|had)\s(?:expected|projected|estimated|forecast|anticipated|guided|targeted)\b[^.;$%]*$",
    ANY_CASE,
)
_NOW = re.compile(
    r"[^;]*\b(?:and|but)\s(?:[\w’'-]+\s){0,4}?now\s(?:expect|anticipat|project|estimat|forecast|target)", ANY_CASE
)
_RANGE = rf"(?:(?:an?|the|new|range|of|between|at least|{NEARLY})\s)*"
_REVISES = (
    r"\b(?:(?:revis|adjust|updat|chang|mov)(?:es?|ed|ing)\s(?:its|our|the|full|\d{4})\s[^;$%]{0,90}?\s"
    r"|(?:guidance|outlook|forecasts?|expectations?)\s(?:[\w-]+\s){0,6}?(?:revised|adjusted|updated|changed|moved)\s)"
)
_REVISED_TO = re.compile(rf"{_REVISES}to\s{_RANGE}$", ANY_CASE)  # "revises its 2006 outlook to $2.20 from $2.30"
_FROM = re.compile(rf"{_SHARE},?\sfrom\s{_RANGE}", ANY_CASE)
_REVISED_FROM = re.compile(rf"{_REVISES}from\s{_RANGE}$", ANY_CASE)  # "from $2.30 to $2.20"
_TO = re.compile(rf"{_SHARE},?\sto\s{_RANGE}", ANY_CASE)


def moved(text: str, pair: Pair, period: Guided, found: Sequence[Amount], named: Sequence[Metric]) -> str | None:
    """The action that the former amount quoted beside an amount, whose sign is that of its words, makes of it; null
    where none of its metric is."""
    return _moved_from(text, pair, found, named) or _moved_by(text, pair, period, found, named)


def _moved_from(text: str, pair: Pair, found: Sequence[Amount], named: Sequence[Metric]) -> str | None:
    """The action by the former amount in front: "previously expected $1.00 and now expects $1.10"."""
    amount = pair.amount
    if (both := next((a for a in found if a.start < amount.start < a.end), None)) is not None:
        return "raises" if _REVISED_FROM.search(text, 0, both.start) else None  # "from $1.10 to $1.20" is low to high
    former = next((a for a in reversed(found) if a.end <= amount.start and _is_alike(a, amount)), None)
    if former is None:
        return None
    above, between = text[: former.start], text[former.end : amount.start]
    words = _THEN.search(above) if _NOW.match(between) else None
    if words is None and _TO.fullmatch(between):
        words = _REVISED_FROM.search(above)
    of_former = next((m for m in reversed(named) if m.end <= former.start), pair.metric)
    beside = [m for m in named if former.end <= m.start < amount.start]
    if words is None or any(_is_another(m, pair) for m in (of_former, *beside)):
        return None
    return action_between(amount, with_sign(words[0], former, pair.unit, amount))


def _moved_by(text: str, pair: Pair, period: Guided, found: Sequence[Amount], named: Sequence[Metric]) -> str | None:
    """The action by the former amount behind: "$1.20 (previously $1.10)"."""
    amount = pair.amount
    former = next((a for a in found if a.start >= amount.end and _is_alike(a, amount)), None)
    if former is None or any(words.search(text, amount.end, former.start) for words in (_NEXT, _OF_PART)):
        return None
    if _is_of_another_year(text, former, period):
        return None
    words = _FORMER.search(text, amount.end, former.start)
    if words is None and _IS_FORMER.match(text, former.end) is None and not _is_revised(text, amount, former):
        return None
    if words is not None and any(words.start() < m.start < former.start and _is_another(m, pair) for m in named):
        return None  # "compared to our prior range, and EPS of"
    behind = _WORD_BEHIND.match(text, former.end)
    around = _AGAINST.split(text[amount.end : former.start])[-1] + (behind[0] if behind else "")
    return action_between(amount, with_sign(around, former, pair.unit, amount))


def _is_revised(text: str, amount: Amount, former: Amount) -> bool:
    """Whether guidance is revised to an amount from another: "revising our 2006 guidance to $2.20 from $2.30"."""
    is_from = _FROM.fullmatch(text, amount.end, former.start) is not None
    return is_from and _REVISED_TO.search(text, 0, amount.start) is not None


def _is_alike(former: Amount, amount: Amount) -> bool:
    """Whether two amounts may be of one metric: "$1.20 per share, versus previous guidance of $1.10"."""
    if {former.kind, amount.kind} == {"money", "share"}:
        return not (former.scaled or amount.scaled)
    return former.kind == amount.kind and former.scaled == amount.scaled


def _is_another(metric: Metric, pair: Pair) -> bool:
    """Whether a metric is none that an amount is one of: "a net loss of $0.15 per share" is earnings per share."""
    return metric.name != pair.metric.name and not (metric.name == "net_income" and pair.unit.endswith("/share"))


def with_sign(words: str, former: Amount, unit: str, now: Amount) -> Amount:
    """A former amount with the sign that the words around it give, else with that of the amount of now."""
    if former.signed:
        return former
    falls = _falls(words, unit)
    if falls is None:
        falls = all(end is None or end < 0 for end in (now.low, now.high))
    low, high = turned(former.low, former.high) if falls else (former.low, former.high)
    return replace(former, low=low, high=high)


def _falls(words: str, unit: str) -> bool | None:
    """Whether words make a decline or a loss of an amount; null where they say neither."""
    if unit in ("percent_change", "basis points"):
        return goes_down(words)
    return True if LOSS.search(words) else (False if INCOME.search(words) else None)


def _is_of_another_year(text: str, former: Amount, period: Guided) -> bool:
    """Whether the words right behind an amount make it that of another year than the period guided."""
    of = _OF_YEAR.match(text, former.end)
    if of is None:
        return False
    is_same = period.end is not None and of["year"] == str(period.end.year)
    return of["year"] is None or not (is_same or of["year"] in period.words)


def action_between(now: Amount, before: Amount) -> str | None:
    """The action that makes an amount of the one before it; null where they have not the same ends."""
    ends = [(now.low, before.low), (now.high, before.high)]
    if any((new is None) != (old is None) for new, old in ends) or "qualitative" in (now.form, before.form):
        return None
    low, high = (_sign(new, old) for new, old in ends)
    if low == high == 0:
        return "reaffirms"
    if low >= 0 and high >= 0:
        return "raises"
    if low <= 0 and high <= 0:
        return "lowers"
    return "narrows" if low > 0 else "widens"


def _sign(new: Decimal | None, old: Decimal | None) -> int:
    return 0 if new is None or old is None else (new > old) - (new < old)
