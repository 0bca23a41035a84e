"""How guidance moves, where a sentence quotes what it was and no word says so: "$1.20 (previously $1.10)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.filing.dates import MONTH, YEAR, YEAR_ALONE
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.dated import Dated
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import INCOME
from pipeline.guidance.sentence.signs import goes_down
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount, turned
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.moving_words import LOSS
from pipeline.guidance.terms.periods import Guided

_SHARE = r"(?:\s(?:per|a)\s(?:\w+\s){0,2}share)?"
NO_PERIOD = r"(?!(?:year|quarter|period)(?:['’]s)?\s(?!guidance|outlook))"  # but "the prior quarter's guidance"
AGO = r"(?:prior|previous(?:ly)?|earlier|original(?:ly)?|initial(?:ly)?|former)"
GIVEN = r"(?:guidance|outlook|range|forecasts?|estimates?|expectations?|projections?)"
_MORE_OR_LESS = r"(?:more|higher|greater|better|above|over|ahead|less|lower|fewer|below|under)"
OF_YEAR = re.compile(  # right behind an amount: "(was $45 million in 2005)"
    rf"{_SHARE},?\s(?:(?:spent|incurred|earned|achieved|reported|recorded)\s)?(?:(?:in|for|during)\s(?:the\s)?(?:(?:full|fiscal|calendar)[\s-])*(?:year\s)?"
    rf"(?P<year>{YEAR})\b|(?:in\s)?(?:the\s)?(?:last|prior|previous)\s(?:fiscal\s)?(?:year|quarter)"
    r"|a\syear\s(?:ago|earlier))",
    ANY_CASE,
)
_FORMER_GUIDANCE = re.compile(  # in front of what it was
    rf"(?:\b(?:{AGO}|(?:(?<=its\s)|(?<=our\s)|(?<=the\s)){MONTH})\s(?:(?:[\w’'-]+\s){{0,4}}{GIVEN}"
    r"|(?:(?!announced\b)[\w’'-]+\s){0,2}(?:plans?|targets?))"
    r"|\((?:prior(?!\s(?:fiscal\s)?(?:year|quarter|period|half))|formerly|was|changed? from)"
    r"|\bpreviously)"
    r"(?!\s(?:announced|disclosed|reported|completed))\b[^.;$%\d]{0,60}(?<!\sby\s)(?<!\sby\s\$)$",
    ANY_CASE,
)
_IS_FORMER = re.compile(  # behind it: "the $420 million to $444 million range that was previously disclosed"
    rf"\s(?:(?!{_MORE_OR_LESS}\b)[\w-]+\s){{0,3}}?"
    r"(?:(?:range|guidance|outlook)\s(?:(?:that|which)\swas\s)?(?:(?:previously|originally)\s)?"
    r"|(?:previously|originally)\s)"
    r"(?:disclosed|provided|issued|announced|presented|given|guided|forecast"
    r"|(?:expect|anticipat|project|estimat|plann|target)ed)\b"
    rf"|{_SHARE}\s(?:(?:previously|originally)(?=[.,;)]|$)|prior\)"
    r"|(?:that\s|which\s)?(?:we|it|the\scompany|management)\s(?:had\s)?(?:forecast|guided|(?:expect|anticipat|project"
    r"|estimat|target)ed)\b)",
    ANY_CASE,
)
_NEXT = re.compile(r"(?:(?<!vs)\.|;)\s(?!this\b|these\b)", ANY_CASE)  # sentence or clause
_OF_PART = re.compile(r"\b(?:(?:in|ex)clud(?:es?|ing)|of which)\b[^,;]*$", ANY_CASE)
_AGAINST = re.compile(r"\b(?:compared (?:to|with)|versus|vs\b\.?|from)\s", ANY_CASE)
_WORD_BEHIND = re.compile(r"\s\w+")  # "3% decline"
_NOW = r"\bnow\s(?:expect|anticipat|project|estimat|forecast|target|see|plan)"
_RANGE = rf"(?:(?:an?|the|new|range|of|between|at least|{NEARLY})\s)*"
_REVISES = (
    r"\b(?:(?:revis|adjust|updat|chang|mov)(?:es?|ed|ing)\s(?:its|our|the|full"
    r"|\d{4})\s(?:(?!\b(?:increas|decreas|grow|declin|ris))[^:;$%]){0,90}?\s"
    r"|(?:guidance|outlook|forecasts?|expectations?)\s(?:[\w-]+\s){0,6}?(?:revised|adjusted|updated|changed|moved)\s)"
)
_REVISED_TO = re.compile(rf"{_REVISES}to\s{_RANGE}$", ANY_CASE)  # "revises its 2006 outlook to $2.20 from $2.30"
_FROM = re.compile(rf"{_SHARE},?\sfrom\s{_RANGE}", ANY_CASE)
_REVISED_FROM = re.compile(rf"{_REVISES}from\s{_RANGE}$", ANY_CASE)  # "from $2.30 to $2.20"
_EXPECTS_NOW = re.compile(rf"{_NOW}[^;$%]*$", ANY_CASE)
_RATHER_THAN = re.compile(rf"{_SHARE},?\s(?:rather than|instead of)\s{_RANGE}", ANY_CASE)
_TO = re.compile(rf"{_SHARE},?\sto\s{_RANGE}", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Former:
    """What an amount was, as printed, and the words that give its sign."""

    amount: Amount
    words: str


def moved(sentence: Dated, pair: Pair, period: Guided, named: Sequence[Metric]) -> str | None:
    """The action that the former amount quoted beside an amount, whose sign is that of its words, makes of it; null
    where none of its metric and period is."""
    former = (
        _before(sentence, pair, period, named)
        or _in_front(sentence, pair, period, named)
        or _behind(sentence, pair, period, named)
    )
    return None if former is None else action_between(pair.amount, with_sign(former, pair.unit, pair.amount))


def _in_front(sentence: Dated, pair: Pair, period: Guided, named: Sequence[Metric]) -> Former | None:
    """The former amount in front: "revised from $1.00 to $1.10"."""
    text, amount, found = sentence.text, pair.amount, sentence.amounts
    if (both := next((a for a in found if a.start < amount.start < a.end), None)) is not None:
        words = _REVISED_FROM.search(text, 0, both.start)  # "from $1.10 to $1.20" is low to high
        return None if words is None else Former(replace(both, high=both.low), words[0])
    former = next((a for a in reversed(found) if a.end <= amount.start and is_alike(a, amount)), None)
    if former is None:
        return None
    above, between = text[: former.start], text[former.end : amount.start]
    words = _REVISED_FROM.search(above) if _TO.fullmatch(between) else None
    if words is None or _is_of_another_period(sentence, words.start(), amount.start, period):
        return None
    return None if _is_another(_of(former, pair, named), pair) else Former(former, words[0])


def _before(sentence: Dated, pair: Pair, period: Guided, named: Sequence[Metric]) -> Former | None:
    """The former amount in front of what is expected now: "previously, we expected $1.00; we now expect $1.10"."""
    if pair.amount.start < sentence.since or _is_of_another_period(sentence, 0, pair.amount.start, period):
        return None
    then = (a for a in reversed(sentence.amounts) if a.end <= sentence.since and is_alike(a, pair.amount))
    former = next((a for a in then if not _is_another(_of(a, pair, named), pair)), None)
    return Former(former, sentence.text[: former.start]) if former else None


def _of(former: Amount, pair: Pair, named: Sequence[Metric]) -> Metric:
    """The metric named in front of a former amount."""
    return next((m for m in reversed(named) if m.end <= former.start), pair.metric)


def _behind(sentence: Dated, pair: Pair, period: Guided, named: Sequence[Metric]) -> Former | None:
    """The former amount behind: "$1.20 (previously $1.10)", also past what was: "$1.20, versus $1.30 last year and our
    prior guidance of $1.10"."""
    text, amount = sentence.text, pair.amount
    place = amount.end  # behind what was
    for former in (a for a in sentence.amounts if a.start >= amount.end and is_alike(a, amount)):
        if any(words.search(text, amount.end, former.start) for words in (_NEXT, _OF_PART)):
            return None
        words = _FORMER_GUIDANCE.search(text, place, former.start)
        start = former.start if words is None else words.start()
        if place > amount.end and any(amount.end <= m.start < start for m in named):
            return None  # ", up from $1.30, and net income of"
        if words is not None or _IS_FORMER.match(text, former.end) or _is_revised(text, amount, former):
            return _former(sentence, pair, period, named, former, start)
        if not _AGAINST.search(text, place, former.start):
            return None
        place = former.end
    return None


def _former(
    sentence: Dated, pair: Pair, period: Guided, named: Sequence[Metric], former: Amount, start: int
) -> Former | None:
    """A former amount behind an amount, whose words begin at `start`, unless it is of another metric or period."""
    text = sentence.text
    if any(start < m.start < former.start and _is_another(m, pair) for m in named):
        return None  # "compared to our prior range, and EPS of"
    if _is_of_another_period(sentence, start, former.start, period) or _is_of_another_year(text, former, period):
        return None
    word = _WORD_BEHIND.match(text, former.end)
    around = _AGAINST.split(text[pair.amount.end : former.start])[-1] + (word[0] if word else "")
    return Former(former, around)


def _is_revised(text: str, amount: Amount, former: Amount) -> bool:
    """Whether guidance is revised to an amount from another: "revising our 2006 guidance to $2.20 from $2.30", "we now
    see growth of 2% rather than 1%"."""
    return any(
        leads.search(text, 0, amount.start) and joins.fullmatch(text, amount.end, former.start)
        for leads, joins in ((_REVISED_TO, _FROM), (_EXPECTS_NOW, _RATHER_THAN))
    )


def is_alike(former: Amount, amount: Amount) -> bool:
    """Whether two amounts may be of one metric: "$1.20 per share, versus previous guidance of $1.10"."""
    if {former.kind, amount.kind} == {"money", "share"}:
        return not (former.scaled or amount.scaled)
    return former.kind == amount.kind and former.scaled == amount.scaled


def _is_another(metric: Metric, pair: Pair) -> bool:
    """Whether a metric is none that an amount is one of: "a net loss of $0.15 per share" is earnings per share."""
    return metric.name != pair.metric.name and not (metric.name == "net_income" and pair.unit.endswith("/share"))


def with_sign(former: Former, unit: str | None, now: Amount) -> Amount:
    """A former amount with the sign that the words around it give, else with that of the amount of now."""
    amount = former.amount
    if amount.signed:
        return amount
    falls = _falls(former.words, unit)
    if falls is None:
        falls = all(end is None or end < 0 for end in (now.low, now.high))
    low, high = turned(amount.low, amount.high) if falls else (amount.low, amount.high)
    return replace(amount, low=low, high=high)


def _falls(words: str, unit: str | None) -> bool | None:
    """Whether words make a decline or a loss of an amount; null where they say neither."""
    if unit in ("percent_change", "basis points"):
        return goes_down(words)
    return True if LOSS.search(words) else (False if INCOME.search(words) else None)


def _is_of_another_period(sentence: Dated, start: int, end: int, period: Guided) -> bool:
    """Whether the words between two places name another period than the one guided, also one that is over."""
    named = [own for own in sentence.periods if start <= own.at < end]
    return not all(map(period.is_same, named)) or any(
        not any(is_year_of(year, own) for own in (period, *named))
        for year in YEAR_ALONE.findall(sentence.text, start, end)
    )


def _is_of_another_year(text: str, former: Amount, period: Guided) -> bool:
    """Whether the words right behind an amount make it that of another year than the period guided."""
    of = OF_YEAR.match(text, former.end)
    return of is not None and (of["year"] is None or not is_year_of(of["year"], period))


def is_year_of(year: str, period: Guided) -> bool:
    """Whether a year is that of a period: in its words, or that of its end."""
    return year in period.words or (period.end is not None and year == str(period.end.year))


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
