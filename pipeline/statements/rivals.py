"""Statements of the same periods that say otherwise: which is the company's own, as reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.candidate import Candidate, naming_periods
from pipeline.statements.panels import Panel
from pipeline.statements.words import CONSOLIDATED, WHOLE
from pipeline.tables.numbers import read_number
from pipeline.tables.words import PERIOD_WORDS

_KEY_LINE = {
    "income": re.compile(
        r"(?:consolidated )?net \(?(?:income|loss|earnings)\)?(?: \(?(?:income|loss)\)?)?\W*", ANY_CASE
    ),
    "balance": re.compile(r"total assets\W*", ANY_CASE),
    "cash_flow": re.compile(r"cash\b.*\bend(?:ing)?\b.*", ANY_CASE),
}
_ADJUSTED = re.compile(  # in a title: the figures are not those reported, or not all of them
    r"\b(?:adjusted|exclud\w+|before (?:non-?recurring|special|one-time|unusual|amortization)"
    r"|(?:managed|comparable|(?:tax|taxable)[ -]equivalent|cash|core)[ -]+(?:basis|income|earnings|operating results)"
    r"|discontinued operations|guarantors?|illustrative|acquired|operating (?:income|earnings) statements?)\b",
    ANY_CASE,
)
_SPAN = re.compile(r"\b(?:ended|ending|months?|weeks?|to date)\b", ANY_CASE)
_NAME = re.compile(r"\b(?:inc|corp(?:oration)?|company|co|l\.?p|llc|ltd|limited|bank|plc)\b", ANY_CASE)


def without_rivals(statement: str, candidates: Sequence[Candidate], kept: Sequence[int]) -> list[int]:
    """Statements but for those that say otherwise than another of its very periods, with what goes on from them."""
    rivals = {
        n
        for n in kept
        if any(m != n and _yields(statement, candidates[n], candidates[m], is_below=m < n) for m in kept)
    }
    return [n for n in kept if n not in rivals and (n - 1 not in rivals or candidates[n].class_.titled)]


def _yields(statement: str, one: Candidate, other: Candidate, *, is_below: bool) -> bool:
    """Whether the first of two rivals is adjusted, by its title, or is not of the whole company alone."""
    figures, others = (_key_figures(statement, candidate.panel) for candidate in (one, other))
    heads, other_heads = (naming_periods(candidate.headings()) for candidate in (one, other))
    if not heads or not others:
        return False
    spans, other_spans = (set(filter(_SPAN.search, naming_periods(c.panel.title))) for c in (one, other))
    adjusted, is_other_adjusted = (any(map(_ADJUSTED.search, c.panel.title)) for c in (one, other))
    if adjusted or is_other_adjusted:  # one that comes to an operating income says otherwise too
        differs = figures != others and len(figures) in (0, len(others))
        return not is_other_adjusted and spans == other_spans and heads == other_heads and differs
    if _shows_parts(one) != _shows_parts(other):
        return _shows_parts(one)
    if not heads <= other_heads or set(figures) <= set(others):
        return False
    return (is_below and are_of_others(one, other)) or (spans == other_spans and _is_of_a_part(one, other))


def _shows_parts(candidate: Candidate) -> bool:
    """Whether a column of the whole company stands beside those of its parts."""
    for row in candidate.heads:
        texts = [cell.text for cell in row.cells if not PERIOD_WORDS.search(cell.text)]
        if 0 < sum(WHOLE.search(text) is not None for text in texts) < len(texts):
            return True
    return False


def are_of_others(one: Candidate, other: Candidate) -> bool:
    """Whether the titles of both name a company, and not the same."""
    names, other_names = ({line for line in c.panel.title if _NAME.search(line)} for c in (one, other))
    return bool(names and other_names) and not names & other_names


def _is_of_a_part(one: Candidate, other: Candidate) -> bool:
    """Whether only the other is called consolidated: the first is of the parent, of a group, of a joint venture."""
    consolidated, is_other_consolidated = (any(map(CONSOLIDATED.search, c.panel.title)) for c in (one, other))
    return is_other_consolidated and not consolidated


def _key_figures(statement: str, panel: Panel) -> list[Decimal | None]:
    """What the statement comes to: net income, total assets, cash at the end; none where it has no such line."""
    for line in panel.lines:
        if line.row.label is not None and line.row.cells and _KEY_LINE[statement].fullmatch(line.row.label.text):
            numbers = (read_number(cell.text) for cell in line.row.cells)
            return [number.value for number in numbers if number is not None]
    return []
