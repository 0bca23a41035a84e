"""Amounts expected of what the vocabulary of metrics does not name: "expects to receive tax refunds of $41 million"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.named import Named
from pipeline.guidance.sentence.other_words import (
    ACTIVE,
    AHEAD,
    AND_FOR_BETWEEN,
    ARTICLE,
    BEHIND,
    CHARGED,
    COUNTED,
    COUNTED_ALSO,
    COUNTS,
    DEAL,
    GROWS,
    GROWTH_BEHIND,
    HIGHER,
    HOLDS_OVER,
    IS_TO_MOVE,
    MAKES,
    MOVES,
    OF_A_UNIT,
    OF_CASH_TO_OPERATE,
    OF_OTHERS,
    OF_REVENUE,
    OF_THE_WORLD,
    ROW,
    TO_BUY_BACK,
    USES,
    VOLUME,
    WHEN,
)
from pipeline.guidance.sentence.pair_words import PASSIVE, SAME, TO_A_RATE, TO_MONEY
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.comparing_words import ASIDE
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.units import moves

_WORD = re.compile(r"\w+")
_WHEN = re.compile(r"(?:\b(?:for|in|during|over|to)\s)?(?:\b(?:the|its|our)\s)?$", ANY_CASE)
_WHEN_ALONE = re.compile(r"\s(?:(?:for|in|during)\s)?(?:(?:the|its|our)\s)?", ANY_CASE)
_AND = re.compile(rf"\sand\s(?:(?:{NEARLY}|another|an additional)\s)?\$?$", ANY_CASE)
_ROW_UNITS = {"money": "", "percent": "percent", "points": "basis points"}
_CAPITAL = re.compile(
    r"(?:(?:expansion|growth|maintenance|development|sustaining) )?capital(?: projects)?"
    r"|(?:exploration and development|(?:development )?drilling(?: and completions?)?)(?: activit\w+| pro\w+)?",
    ANY_CASE,
)
_SPENDS = re.compile(r"\b(?:spend|invest)(?:ing)?\b[^.;$]*$", ANY_CASE)
_OF_WHAT_COSTS = re.compile(r"(?:(?:expected|estimated|total|budgeted) )*cost", ANY_CASE)
_WAYS_TO_MOVE = (MOVES, IS_TO_MOVE, GROWS)
_STAFF = ("employees", "people")
_REVENUES = ("revenue", "recurring_revenue")
_CASH_USED = "use of cash"  # in operations


def others(sentence: Named, named: Collection[int]) -> Iterator[tuple[Amount, str, str, str, int]]:
    """Expected amounts of money in millions and rates of change with their metric, the words for what is expected,
    their unit, and where the words end; those of a deal are left out, and those that a metric `named`, by where they
    begin. Where a lead-in or a heading holds the verb, an amount behind a few words ("Exploration: $20 million") is
    expected of these."""
    text, periods = sentence.text, sentence.periods
    clause = 0
    last: str | None = None  # what the amount of money before is of
    read = -1  # the last amount that is expected of something
    for n, amount in enumerate(sentence.amounts):
        start, clause = clause, amount.end
        if amount.start in named or sentence.meant[n].amount is None:
            last = None
            read = n if amount.start in named else read
            continue
        if (part := _part_of_revenue(text, start, amount)) is not None:
            yield amount, "revenue", part, "percent", amount.end
            continue
        row = _of_row(text, amount, periods) if sentence.led and n == 0 else None
        what, unit = row or _of_sentence(sentence, n, start, last, goes_on=0 <= read == n - 1)
        if row is None and _is_sum(text, amount):
            last = what
        if not what or _is_named(what, amount) or TO_BUY_BACK.search(what):
            continue
        if _is_capital_spent(text, amount, what) or not DEAL.search(what):
            read = n
            yield amount, _metric_of(text, amount, what), what, unit, _end(text, amount, what)


def _part_of_revenue(text: str, start: int, amount: Amount) -> str | None:
    """The revenue that is expected to make so many percent of all: "Subscription revenue is to be 40% of revenue"."""
    if amount.kind != "percent" or OF_REVENUE.match(text, amount.end) is None:
        return None
    part = MAKES.search(text, start, amount.start)
    if part is None or any(metric.name not in _REVENUES for metric in metrics(part["what"])):
        return None  # "cost of sales"
    return _bare(part["what"])


def _of_row(text: str, amount: Amount, periods: Sequence[Guided]) -> tuple[str, str] | None:
    """What an amount behind a few words is of, and its unit: "Exploration: $20 million"."""
    is_of_move = amount.kind == "points" and TO_A_RATE.match(text, amount.end) is not None
    if amount.kind not in _ROW_UNITS or is_of_move or (amount.kind == "money" and not amount.scaled):
        return None
    row = ROW.fullmatch(_timeless(text, 0, amount.start, periods))
    if row is None:
        return None
    what, unit = _bare(row["what"]), _ROW_UNITS[amount.kind] or amount.currency
    return what, "percent_change" if unit == "percent" and (amount.signed or moves(what)) else unit


def _of_sentence(sentence: Named, n: int, start: int, last: str | None, *, goes_on: bool) -> tuple[str | None, str]:
    """What a sentence says its amount number `n` is of, whose words begin at `start`, and its unit; `last` is what the
    amount of money before it is of, `goes_on`: that before it is expected of something."""
    text, amount, periods = sentence.text, sentence.amounts[n], sentence.periods
    before = _timeless(text, start, amount.start, periods)
    if goes_on and sentence.meant[n - 1].whole is not None:
        before = HOLDS_OVER.sub("expects ", before, count=1)
    if _is_sum(text, amount):
        what = _what(before, text, amount, periods)
        is_of_last = what is None and last is not None and _is_for_another(text, start, amount, periods)
        return last if is_of_last else what, amount.currency
    if amount.kind == "rate":
        what = _what(before, text, amount, periods)
        return what if what and OF_A_UNIT.search(what) else None, f"{amount.currency}/{amount.per}"
    if amount.kind == "percent" and TO_MONEY.match(text, amount.end) is None:
        growth = GROWTH_BEHIND.match(text, amount.end) if AHEAD.search(before) else None
        if growth is not None:
            return None if OF_OTHERS.search(growth["what"]) else _bare(growth["what"]), "percent_change"
        return _moving(before, is_higher=HIGHER.match(text, amount.end) is not None), "percent_change"
    return None, ""


def _is_sum(text: str, amount: Amount) -> bool:
    """Whether an amount is money in millions, and not by how much something is higher."""
    return amount.kind == "money" and amount.scaled and HIGHER.match(text, amount.end) is None


def _end(text: str, amount: Amount, what: str) -> int:
    """Where an amount ends, with the words behind it for what it is of: "$75 million on redevelopment"."""
    behind = re.match(rf"\s(?:of|on)\s(?:\w+\s)?{re.escape(what)}", text[amount.end :])
    return amount.end + (behind.end() if behind else 0)


def counted(sentence: Named, named: Collection[int]) -> Iterator[tuple[Amount, str, str, int]]:
    """Expected counts (what is to be produced, sold, added or hired): metric, unit and where its words end."""
    text, found = sentence.text, sentence.amounts
    verb: re.Match[str] | None = None
    for n, amount in enumerate(found):
        if amount.kind != "count" or amount.start in named or sentence.meant[n].whole is None:
            verb = None
            continue
        unit = COUNTED.match(text, amount.end)
        begun = found[n - 1].end if n else 0
        goes_on = verb is not None and COUNTED_ALSO.fullmatch(text, begun, amount.start) is not None
        verb = (verb if goes_on else COUNTS.search(text, begun, amount.start)) if unit else None
        if unit and verb:
            what = unit["unit"] if VOLUME.fullmatch(unit["unit"]) else unit["unit"].lower()  # "MBoe/d" as printed
            metric = "production_volume" if verb["volume"] else "headcount" if what in _STAFF else "other"
            yield amount, metric, what, unit.end()


def _is_capital_spent(text: str, amount: Amount, what: str) -> bool:
    """Whether an amount is one of capital spent: not raised, or paid into a subsidiary."""
    return _CAPITAL.fullmatch(what) is not None and _SPENDS.search(text, 0, amount.start) is not None


def _metric_of(text: str, amount: Amount, what: str) -> str:
    """The metric of an amount that no words name: capital spent, cash used in operations, else `other`."""
    if what == _CASH_USED:
        return "operating_cash_flow"
    return "capital_expenditures" if _is_capital_spent(text, amount, what) else "other"


def _is_named(what: str, amount: Amount) -> bool:
    """Whether words name nothing, or a metric of such an amount: "shipments of $20 million" are no volume."""
    if _CAPITAL.fullmatch(what):
        return False
    if _OF_WHAT_COSTS.fullmatch(what):
        return True  # "with a budgeted cost of"
    return all(SAME.fullmatch(word) for word in _WORD.findall(what)) or any(
        metric.name != "production_volume" or amount.kind in metric.units for metric in metrics(what)
    )


def _what(before: str, text: str, amount: Amount, periods: Sequence[Guided]) -> str | None:
    """The words for what an amount is of; null where it is not said to be expected."""
    if USES.search(before) and OF_CASH_TO_OPERATE.match(text, amount.end):
        return _CASH_USED
    aside = ASIDE.search(before)
    if AHEAD.search(before) and aside is None and PASSIVE.search(before) is None:
        behind = BEHIND.match(text, _past_period(text, amount, periods)) or BEHIND.match(text, amount.end)
        return _bare(WHEN.sub("", behind["what"])) if behind else None
    if charged := CHARGED.search(before):
        return _bare(charged["what"])
    match = ACTIVE.search(before) or PASSIVE.search(before)
    if (
        match is None
        or OF_THE_WORLD.search(match["what"])
        or (aside is not None and not match.start("what") < aside.start() < match.end("what"))
    ):
        return None
    return _bare(match["what"])


def _past_period(text: str, amount: Amount, periods: Sequence[Guided]) -> int:
    """Where the words behind an amount go on past a period: "$650 million during 2014 on expansion capital"."""
    period = _period_behind(text, amount, periods)
    return period.to if period is not None else amount.end


def _period_behind(text: str, amount: Amount, periods: Sequence[Guided]) -> Guided | None:
    """The period right behind an amount, or null."""
    period = next((p for p in periods if p.at >= amount.end), None)
    is_right_behind = period is not None and _WHEN_ALONE.fullmatch(text, amount.end, period.at) is not None
    return period if is_right_behind else None


def _is_for_another(text: str, start: int, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether an amount is of the same for another period: "in the third quarter and $28 million for the year"."""
    if not any(start <= p.at and p.to <= amount.start for p in periods):
        return False
    if AND_FOR_BETWEEN.fullmatch(_timeless(text, start, amount.start, periods)):
        return True
    return _period_behind(text, amount, periods) is not None and _AND.search(text, start, amount.start) is not None


def _timeless(text: str, start: int, end: int, periods: Sequence[Guided]) -> str:
    """The words in front of an amount without the periods among them: they may stand between what is expected and its
    verb ("contract value for the quarter ending June 30 to be between")."""
    kept, place = "", start
    for period in periods:
        if place <= period.at and period.to <= end:
            kept += _WHEN.sub("", text[place : period.at])
            place = period.to + (text[period.to : period.to + 1] == " ")
    return kept + text[place:end]


def _moving(before: str, *, is_higher: bool) -> str | None:
    """The words for what a rate of change is of: "we expect freight costs to rise 4%"."""
    match = next((match for words in _WAYS_TO_MOVE if (match := words.search(before))), None)
    if match is None and is_higher:
        match = PASSIVE.search(before)
    return None if match is None or OF_OTHERS.search(match["what"]) else _bare(match["what"])


def _bare(what: str) -> str:
    """The words without articles in front."""
    what = what.strip()
    while ARTICLE.match(what):
        what = ARTICLE.sub("", what, count=1)
    return what
