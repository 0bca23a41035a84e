"""Statements of the same periods that say otherwise: which is the company's own, as reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.column_words import PRO_FORMA
from pipeline.statements.primary.candidate import Candidate, naming_periods
from pipeline.statements.primary.classify import FEW, NET_INCOME, kinds_of_lines
from pipeline.statements.primary.key_figures import Figure, figures_by_label, key_figures, key_line, meet
from pipeline.statements.primary.titles import (
    SPAN,
    are_of_others,
    are_strangers,
    differ_in_length,
    is_of_a_part,
    is_qualified,
    spans_named,
    untimed_title,
    without_prose,
)
from pipeline.statements.title_words import WHOLE
from pipeline.tables.words import names_period

_ADJUSTED = re.compile(  # in a title: the figures are not those reported, or not all of them
    r"\b(?:adjusted|exclud\w+|before (?:non-?recurring|special|one-time|unusual|amortization)"
    r"|(?:managed|comparable|(?:tax|taxable)[ -]equivalent|(?<!modified )cash|core)[ -]+"
    r"(?:basis|income|earnings|operating results)"
    r"|managed consolidated|discontinued operations|guarantors?|illustrative|acquired"
    r"|operating (?:income|earnings) statements?)\b",
    ANY_CASE,
)
_ON_A_BASIS = re.compile(r"\b(?:managed|(?:tax|taxable)[ -]equivalent|(?<!modified )cash|core)[ -]basis\b", ANY_CASE)
_MONTH = re.compile(r"^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$")


def without_rivals(statement: str, candidates: Sequence[Candidate], kept: Sequence[int]) -> list[int]:
    """Statements but for those that say otherwise than another of its very periods, with what goes on from them and
    what is titled as they are."""
    pairs = [(n, m) for n, m in permutations(kept, 2) if _yields(statement, candidates[n], candidates[m], m < n)]
    rivals = {n for n, _ in pairs}
    own = {untimed_title(candidates[m]) for _, m in pairs if m not in rivals}
    others = {untimed_title(candidates[n]) for n in rivals if candidates[n].class_.titled} - own
    rivals |= {n for n in kept if untimed_title(candidates[n]) in others}
    if rivals == set(kept):
        return list(kept)
    return [n for n in kept if n not in rivals and (n - 1 not in rivals or candidates[n].class_.titled)]


@dataclass(frozen=True, slots=True)
class _Rivals:
    """Two statements of which the first may yield: what their headings say of periods, and what they come to."""

    statement: str
    one: Candidate
    other: Candidate
    is_below: bool  # the first below the other
    heads: set[str]
    other_heads: set[str]
    figures: Sequence[Figure]
    other_figures: Sequence[Figure]

    def meet(self) -> bool:
        """Whether they have a column in common."""
        return meet(self.figures, self.other_figures)


def _yields(statement: str, one: Candidate, other: Candidate, is_below: bool) -> bool:
    """Whether the first of two is not the company's own statement as reported, where the other is."""
    heads, other_heads = (_period_words(candidate.headings()) for candidate in (one, other))
    shows_parts, adjusts = _shows(WHOLE, one), _shows(PRO_FORMA, one)
    may_yield = heads or shows_parts or adjusts
    figures, other_figures = key_figures(statement, one.panel, other.panel) if may_yield else ([], [])
    rivals = _Rivals(statement, one, other, is_below, heads, other_heads, figures, other_figures)
    if not other_figures:
        return _ends_before(rivals)
    if adjusts and not _shows(PRO_FORMA, other) and rivals.meet():
        return True
    is_adjusted, is_other_adjusted = (any(map(_ADJUSTED.search, without_prose(c.panel.title))) for c in (one, other))
    if shows_parts != _shows(WHOLE, other):
        has_whole = shows_parts and bool(other_heads) and rivals.meet()
        return has_whole and not is_other_adjusted and not is_of_a_part(other, one)
    if is_adjusted or is_other_adjusted:
        return not is_other_adjusted and _adjusts(rivals)
    return _is_of_others(rivals) or _says_more(rivals)


def _ends_before(rivals: _Rivals) -> bool:
    """Whether the first ends before the net income that only the other comes to, called consolidated or by fewer words:
    "Housing Operations, Statements of Income" """
    one, other = rivals.one, rivals.other
    is_like = bool(rivals.heads) and rivals.heads <= rivals.other_heads and _name_the_same_spans(one, other)
    if not rivals.is_below or rivals.statement != "income" or not is_like:
        return False
    lines, other_lines = (figures_by_label(candidate.panel) for candidate in (one, other))
    ends_before = not any(map(NET_INCOME.match, lines)) and key_line("income", other_lines) is not None
    is_part = one.class_.titled and (is_of_a_part(one, other) or is_qualified("income", one, other))
    return ends_before and is_part and kinds_of_lines(one.panel)["income"] > FEW


def _adjusts(rivals: _Rivals) -> bool:
    """Whether the first, adjusted by its title, says otherwise of the same periods, or is on a basis of its own."""
    is_as_long = rivals.heads == rivals.other_heads and len(rivals.figures) == len(rivals.other_figures)
    is_like = rivals.other_heads < rivals.heads or is_as_long
    differs = is_like and rivals.figures != rivals.other_figures and _name_the_same_spans(rivals.one, rivals.other)
    return differs or any(map(_ON_A_BASIS.search, rivals.one.panel.title))


def _is_of_others(rivals: _Rivals) -> bool:
    """Whether the first, below one called consolidated, is of another company."""
    one, other = rivals.one, rivals.other
    is_of_strangers = are_strangers(one, other) and not differ_in_length(one, other)
    return rivals.is_below and is_of_strangers and is_of_a_part(one, other) and not rivals.meet()


def _says_more(rivals: _Rivals) -> bool:
    """Whether the first says otherwise of the same periods and is of a part, of another company, or titled by more."""
    one, other = rivals.one, rivals.other
    if not rivals.heads <= rivals.other_heads or set(rivals.figures) <= set(rivals.other_figures):
        return False
    if not _name_the_same_spans(one, other):
        return False
    is_part = is_of_a_part(one, other)
    if is_part or is_of_a_part(other, one):
        return is_part and not rivals.meet()
    return rivals.is_below if are_of_others(one, other) else is_qualified(rivals.statement, one, other)


def _name_the_same_spans(one: Candidate, other: Candidate) -> bool:
    """Whether the titles say the same of the periods, or one says nothing and the same headings name the lengths."""
    if differ_in_length(one, other):
        return False
    spans, other_spans = map(spans_named, (one, other))
    heads = _period_words(one.headings())
    in_heads = heads == _period_words(other.headings()) and any(map(SPAN.search, heads))
    return spans == other_spans or (in_heads and not (spans and other_spans))


def _period_words(headings: Sequence[str]) -> set[str]:
    """The words of headings that name periods, "Sept." as "September", whichever lines these stand in."""
    return {_MONTH.sub(r"\1", word) for heading in naming_periods(headings) for word in heading.lower().split()}


def _shows(columns: re.Pattern[str], candidate: Candidate) -> bool:
    """Whether columns of such a kind stand beside others: of the whole company beside its parts, of adjustments."""
    rows = [[cell.text for cell in row.cells] for row in candidate.heads]
    for heads in (*rows, candidate.stacks()):
        texts = [text for text in heads if not names_period(text)]
        if 0 < sum(columns.search(text) is not None for text in texts) < len(texts):
            return True
    return False
