"""One item for what a filing says twice: a headline and its paragraph, a sentence and its table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.guidance.terms.wording import QUALITATIVE
from pipeline.records import Expectation
from pipeline.tables.grid import Grid

_KINDS = re.compile(
    r"break|low|mid|high|upper|single|double|triple|teens|[a-z]+ties|\d+|flat|even|level|up|down|positive"
)


def each_once(items: Sequence[Expectation], tables: Sequence[Grid | None]) -> list[Expectation]:
    """The items in printed order, repetitions left out; of two that say the same, what only one says is kept. Rows and
    columns of one of the `tables` say it of two things: "FFO", "FFO as adjusted"; "Domestic", "Total"."""
    kept: list[Expectation] = []
    rows: list[tuple[Grid, str, str | None] | None] = []
    for item, table in zip(items, tables, strict=True):
        row = None if table is None else (table, item.metric_words, item.scope)
        place = next((n for n, other in enumerate(kept) if not _are_two(row, rows[n]) and _same(item, other)), None)
        if place is None:
            kept.append(item)
            rows.append(row)
        else:
            kept[place] = _joined(kept[place], item)
    named = [item for item in kept if item.action == "withdraws" and item.metric != "other"]
    return [item for item in kept if not (named and item.action == "withdraws" and item.metric == "other")]


def _are_two(row: tuple[Grid, str, str | None] | None, other: tuple[Grid, str, str | None] | None) -> bool:
    """Whether two items stand in one table, in rows of different words or in columns of different parts."""
    return row is not None and other is not None and row[0] is other[0] and row[1:] != other[1:]


def _same(item: Expectation, other: Expectation) -> bool:
    if item.metric != other.metric or not _agree(item.period_end, other.period_end):
        return False
    if "withdraws" in (item.action, other.action):
        return item.action == other.action
    if item.char_start == other.char_start and item.basis != other.basis:
        return False  # one sentence says it on two bases
    return (
        _may_be_one(item.scope, other.scope)
        and (item.unit, item.low, item.high) == (other.unit, other.low, other.high)
        and (item.form == "qualitative") == (other.form == "qualitative")
        and _told_alike(item, other)
        and (item.period_start, item.period_end) == (other.period_start, other.period_end)
        and (item.basis == other.basis or ("unstated" in (item.basis, other.basis) and item.form != "qualitative"))
    )


def _told_alike(item: Expectation, other: Expectation) -> bool:
    """Whether two sentences that tell no number may tell the same: "flat" is no "mid-single digits",
    and may be "flat to slightly up"."""
    if item.form != "qualitative":
        return True
    told, also = ([_kinds(match[0]) for match in QUALITATIVE.finditer(each.sentence)] for each in (item, other))
    return not told or not also or any(one <= another or another <= one for one in told for another in also)


def _kinds(wording: str) -> set[str]:
    """The words of a wording alike in all its forms: "a mid-single digit percentage" is "mid", "single"."""
    return {"flat" if kind in ("even", "level") else kind for kind in _KINDS.findall(wording.lower())}


def _may_be_one(a: str | None, b: str | None) -> bool:
    """Whether two scopes may name one part of the company: one is not told, or they have a word in common."""
    return a is None or b is None or bool(_words(a) & _words(b))


def _words(scope: str) -> set[str]:
    return set(scope.lower().split()) - {"total"}


def _agree(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def _joined(first: Expectation, second: Expectation) -> Expectation:
    """The first, with the second's basis, period, scope and action where it has none."""
    has_period = first.period_end is not None or second.period_end is None
    dated = first if has_period else second
    return replace(
        first,
        basis=second.basis if first.basis == "unstated" else first.basis,
        scope=first.scope or second.scope,
        action=second.action if first.action == "initiates" else first.action,
        period_start=dated.period_start,
        period_end=dated.period_end,
        period_words=dated.period_words,
    )
