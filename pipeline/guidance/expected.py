"""Which amounts of a sentence are expected: not told as past, quoted for comparison, or named as a part of another."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.guidance.amounts import Amount
from pipeline.guidance.basis import action_of
from pipeline.guidance.expected_words import (
    ADDS,
    ALSO_HELD,
    ALSO_OF,
    AN_IMPACT,
    AT_A_RATE,
    AT_MIDPOINT,
    BASIS_AND,
    BY_SO_MUCH,
    CAUSED,
    EFFECT,
    EXCHANGED,
    FOLLOWS,
    FROM_A_BASE,
    GROWTH_TO,
    HELD,
    MIDPOINT,
    MOVE,
    MOVED_TO,
    NOTED,
    OF_A_NAME,
    OF_A_YEAR,
    OF_IMPACT,
    OF_SHARES,
    ON,
    ON_SHARES,
    PERIOD_AND,
    POINT,
    PREMISE,
    RECOGNIZED,
    SET_ANEW,
    SHARE_AS,
    SO_FAR,
    THAN_BEFORE,
    THAN_PLANNED,
    THEN,
    THEN_EXPECTED,
    THEN_TOLD,
    TO_REPORT,
    UP_BY,
    USING,
    WAS_EXPECTED,
    YEAR_AND,
)
from pipeline.guidance.metrics import Metric
from pipeline.guidance.pair_words import (
    AND_TO,
    ELSE_OR,
    INSERTED,
    INSTEAD,
    JOINED,
    LEFT_OUT,
    ON_A_BASIS,
    SHARE_OF,
    TO_A_RATE,
    TO_MONEY,
)
from pipeline.guidance.parts import is_part
from pipeline.guidance.periods import Guided
from pipeline.guidance.revised import revised
from pipeline.guidance.words import (
    BY,
    COMFORTABLE,
    COMPARED,
    CONSENSUS,
    DONE,
    EXPECTS,
    FORMER,
    FORMERLY,
    ITS_OWN,
)


def expected(
    text: str, found: Sequence[Amount], named: Sequence[Metric], periods: Sequence[Guided], *, led: bool
) -> list[Amount | None]:
    """For each amount of a sentence, the amount that is expected, or null. `led`: a lead-in holds the verb."""
    verbs = [match.start() for match in EXPECTS.finditer(text)]
    inserted = [match.span() for match in INSERTED.finditer(text)] if "exclud" in text else []
    amounts: list[Amount | None] = []
    clause = 0
    is_left_out = is_compared = False
    for n, amount in enumerate(found):
        start, clause = clause, amount.end
        between = text[found[n - 1].end : amount.start] if n else ""
        is_new = INSTEAD.fullmatch(between) is not None  # "from the $5 million it gave in May to $6 million"
        is_compared = (not is_new and _is_compared(text, amount, named, found[:n])) or (
            is_compared and any(words.fullmatch(between) for words in (ALSO_OF, ON_SHARES))
        )
        is_left_out = (
            is_compared
            or any(_is_excluded(text, amount, *span) for span in inserted)
            or (is_left_out and _is_joined(text, found[n - 1], amount))
            or not (led or _is_expected(text, amount, found[n + 1 :], verbs))
            or _is_told(text, amount, periods)
            or _is_aside(text, amount, text[start : amount.start], named)
        )
        amounts.append(None if is_left_out else revised(text, amount, found[:n], found[n + 1 :]))
    return amounts


def _is_joined(text: str, last: Amount, amount: Amount) -> bool:
    """Whether an amount is told or named in passing with the one before it; not the rate that points lead to."""
    between = text[last.end : amount.start]
    if last.kind == "points" and amount.kind == "percent":
        return False
    if ELSE_OR.fullmatch(between) and ON_A_BASIS.match(text, amount.end):
        return False  # "level with last year, or up 3% excluding currency"
    if JOINED.fullmatch(between) or BY_SO_MUCH.fullmatch(between):
        return True
    held = ALSO_HELD.fullmatch(between)
    return held is not None and text.startswith(f" {held['of']} ", amount.end)


def _is_expected(text: str, amount: Amount, later: Sequence[Amount], verbs: Sequence[int]) -> bool:
    """Whether a verb of expectation stands before the amount in its point of a list, before the list, or behind it or
    the amount joined to it: "revenue of $10 million and EPS of $0.10 are expected"."""
    ends = [amount.end]
    if later and ALSO_OF.fullmatch(text, amount.end, later[0].start):
        ends.append(later[0].end)
    points = [match.start() for match in POINT.finditer(text)]
    own = max((point for point in points if point <= amount.start), default=0)
    first = points[0] if points else 0
    for start in verbs:
        if own <= start < amount.start or start < first <= amount.start:
            return True
        if any(end <= start and THEN.fullmatch(text, end, start) for end in ends):
            return True
    if verbs and AT_A_RATE.match(text[: amount.start]):
        return True
    return (
        bool(verbs)
        and USING.search(text, 0, amount.start) is not None
        and THEN_EXPECTED.match(text, amount.end) is not None
    )


def _is_aside(text: str, amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount is told as past, or a part of something else."""
    above = text[: amount.start]
    done = DONE.search(before)
    if done and amount.form == "range" and done[0].lower().startswith("reported "):
        done = None  # "reported revenue of $90 million to $95 million" is what will be reported
    if done and not (EXPECTS.search(before[done.start() :]) or SET_ANEW.search(before) or TO_REPORT.search(before)):
        return True
    if (
        EXCHANGED.search(above)
        or AN_IMPACT.search(before)
        or OF_IMPACT.match(text, amount.end)
        or _is_effect(before, len(above), named)
    ):
        return True
    if amount.kind in ("money", "share") and MOVE.match(text, amount.end):
        return True  # "interest expense: $20 million decrease"
    if MIDPOINT.search(above) or AT_MIDPOINT.match(text, amount.end):
        return True
    if BY.search(before) and (amount.kind in ("money", "share") or MOVED_TO.match(text, amount.end)):
        return True
    if amount.kind in ("money", "share") and THAN_PLANNED.match(text, amount.end):
        return not _is_level(amount, before, named)
    if amount.kind in ("money", "share") and UP_BY.search(before) and _is_move(text, amount):
        return True
    if amount.kind in ("money", "share") and not amount.scaled and (ADDS.search(before) or NOTED.search(before)):
        return True  # "the extra week is expected to add $0.05"
    caused = CAUSED.match(text, amount.end) if amount.kind in ("money", "share") else None
    if caused is not None and (caused["moved"] or not amount.scaled):
        return True
    if amount.kind == "words" and GROWTH_TO.match(text, amount.end):
        return True  # "double-digit growth in earnings per share to between $4.25 and $4.40"
    if amount.kind == "count" and (OF_A_NAME.search(before) or SHARE_OF.search(above)):
        return True
    if amount.kind == "percent" and RECOGNIZED.search(before) and SHARE_AS.match(text, amount.end):
        return True  # a share of what is contracted
    if amount.kind == "percent" and TO_MONEY.match(text, amount.end):
        return True  # "increased 50% to $75 million"
    if amount.kind == "points" and TO_A_RATE.match(text, amount.end):
        return True
    return is_part(text, amount.start - len(before), amount, named)


def _is_excluded(text: str, amount: Amount, start: int, end: int) -> bool:
    """Whether an amount is the first that inserted words leave out; one further on may be of another metric."""
    return start < amount.start < end and LEFT_OUT.fullmatch(text, start, amount.start) is not None


def _is_level(amount: Amount, before: str, named: Sequence[Metric]) -> bool:
    """Whether an amount beside what was planned is no difference: "revenue of $95 million below its guidance"."""
    is_named = any(amount.start - len(before) <= metric.start < amount.start for metric in named)
    return is_named and (amount.form == "range" or before.endswith(" of "))


def _is_move(text: str, amount: Amount) -> bool:
    """Whether what follows an amount makes it the size of a move: "over last year", "in 2019", "to $105 million"."""
    return THAN_BEFORE.match(text, amount.end) is not None or MOVED_TO.match(text, amount.end) is not None


def _is_effect(before: str, end: int, named: Sequence[Metric]) -> bool:
    """Whether an amount is by how much something else moves a metric."""
    effect = EFFECT.search(before)
    if effect is None:
        return False
    start = end - len(before)
    return any(start + effect.start("what") <= metric.start < start + effect.end("what") for metric in named)


def _is_compared(text: str, amount: Amount, named: Sequence[Metric], earlier: Sequence[Amount]) -> bool:
    """Whether an amount is quoted for comparison: of the past, of former guidance, or others' estimate."""
    above = text[: amount.start]
    compared, former, consensus = COMPARED.search(above), FORMER.search(above), CONSENSUS.search(above)
    if compared and any(a.form == "at_least" and compared.start() < a.start < compared.end() for a in earlier):
        compared = None  # "over $10 billion in cash flow and over $7 billion in"
    if OF_A_YEAR.search(above) or WAS_EXPECTED.match(text, amount.end) or FORMERLY.search(above):
        return True
    if amount.kind == "percent" and ELSE_OR.search(above) and ON_A_BASIS.match(text, amount.end):
        return False
    if amount.kind in ("percent", "words") and FROM_A_BASE.search(above):
        return False
    if (
        compared
        and not BASIS_AND.search(above)
        and not (" based " in compared[0] and PREMISE.search(above, 0, compared.start()))
        and not (" based " in compared[0] and OF_SHARES.match(text, amount.end))
        and not _goes_on(text, compared.start(), amount, named)
    ):
        return True
    if consensus and not COMFORTABLE.search(text) and not ITS_OWN.search(above, consensus.start()):
        return True
    held = HELD.search(above)
    if former is not None and held is not None and held.start() < former.start() < held.end():
        return False
    return former is not None and action_of(text) != "reaffirms" and not _goes_on(text, former.start(), amount, named)


def _goes_on(text: str, compared: int, amount: Amount, named: Sequence[Metric]) -> bool:
    """Whether a sentence goes from its comparison to another metric: "than last year, with gross margin of 38%"."""
    if AND_TO.search(text[: amount.start], compared):
        return True
    is_premise = PREMISE.search(text, 0, compared) is not None
    return any(
        compared < metric.start < amount.start
        and (
            is_premise
            or ON.search(text, compared, metric.start) is not None
            or (text[: metric.start].endswith(" and ") and FOLLOWS.match(text, metric.end) is not None)
            or PERIOD_AND.search(text, compared, metric.start) is not None
            or YEAR_AND.fullmatch(text, compared, metric.start) is not None
        )
        for metric in named
    )


def _is_told(text: str, amount: Amount, periods: Sequence[Guided]) -> bool:
    """Whether the period right behind an amount is over: "$6.19 in fiscal 2023"."""
    if amount.kind in ("money", "count") and SO_FAR.match(text, amount.end):
        return True
    told = THEN_TOLD.match(text, amount.end)
    return told is not None and not any(amount.end <= period.at < told.end() for period in periods)
