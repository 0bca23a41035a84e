"""Which of a filing's panels are the company's own statements: those that the marts take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.panels.panel import Panel
from pipeline.statements.panels.rows import amounts_of, label_of
from pipeline.statements.primary.candidate import Candidate, naming_periods
from pipeline.statements.primary.classify import NET_INCOME, UNTITLED, kinds_of_lines
from pipeline.statements.primary.go_on import beside, goes_on, is_section, says_again
from pipeline.statements.primary.other_columns import corrects, is_bridge, prints_averages
from pipeline.statements.primary.per_share import shares_below
from pipeline.statements.primary.rivals import without_rivals
from pipeline.statements.primary.stand_ins import Chosen, stand_ins
from pipeline.statements.primary.titles import companies_named
from pipeline.statements.primary.whole import is_extract, is_of_few, is_whole
from pipeline.statements.title_words import STATEMENTS, TITLES

_SUMMARISED = re.compile(
    r"\bsummary (?:(?:condensed|consolidated|interim|unaudited) )*(?:statements? of|balance sheets?)\b", ANY_CASE
)
_RESULT = re.compile(r"\W*net \(?(?:income|loss|earnings|profit)\b", ANY_CASE)  # from continuing operations, too
_STAND_INS = ("income", "balance")  # statements that a consolidating one, or a table of highlights, may stand in for


def choose(candidates: Sequence[Candidate]) -> dict[int, tuple[str, bool]]:
    """By position among the candidates: the statement that a panel belongs to, and whether it only stands in for it."""
    chosen: dict[int, tuple[str, bool]] = {}
    for statement in STATEMENTS:
        own = _own(statement, candidates)
        serves = _serve(statement, [candidates[n] for n in own])
        chosen.update(dict.fromkeys(own, (statement, serves)))
        titled = any(candidates[n].class_.titled for n in own)
        kinds = ("other",) if titled else ("other", "highlights")
        chosen.update(dict.fromkeys(beside(candidates, own, kinds), (statement, False)))
        if not own and statement in _STAND_INS:
            stand_in = stand_ins(statement, candidates, chosen, _of_class(statement, candidates))
            stand_in += beside(candidates, stand_in, ("highlights", "other", statement))
            stand_in += shares_below(statement, candidates, stand_in)
            chosen.update(dict.fromkeys(stand_in, (statement, True)))
    return _without_strangers(candidates, chosen)


def _without_strangers(candidates: Sequence[Candidate], chosen: Chosen) -> dict[int, tuple[str, bool]]:
    """Chosen panels but for those below the company's own that name a company whose other statements were not chosen:
    a subsidiary's quarter may stand beside the year to date of its parent."""
    names = {n: companies_named(candidates[n]) for n in chosen}
    own: dict[str, set[str]] = {}  # by statement, as its first panel names them
    for n in sorted(chosen):
        own.setdefault(chosen[n][0], names[n])
    left = (n for n, candidate in enumerate(candidates) if candidate.class_.name in STATEMENTS and n not in chosen)
    strangers = {name for n in left for name in companies_named(candidates[n])}.difference(*own.values())
    return {
        n: (statement, serves)
        for n, (statement, serves) in chosen.items()
        if not (names[n] and own[statement] and names[n] <= strangers)
    }


def _own(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Panels of the first document that prints the statement: those with its title, and those that go on from one."""
    positions = [n for n in _of_class(statement, candidates) if not is_bridge(candidates[n])]
    corrections = [n for n in positions if corrects(candidates[n])]
    titled = [n for n in positions if candidates[n].class_.titled and n not in corrections] or corrections
    positions = [n for n in positions if n in titled or n not in corrections]
    leading = _leading(statement, candidates, positions, titled)
    if not leading:
        return []
    document = candidates[leading[0]].document_no
    kept: list[int] = []
    for n, candidate in enumerate(candidates):
        if candidate.document_no != document:
            continue
        follows = goes_on if n in positions else is_section
        if n in leading or follows(statement, candidates, kept, n):
            kept.append(n)
    kept = without_rivals(statement, candidates, kept)
    return kept + shares_below(statement, candidates, kept)


def _leading(
    statement: str, candidates: Sequence[Candidate], positions: Sequence[int], titled: Sequence[int]
) -> Sequence[int]:
    """The panels that a statement begins with: whole ones by their titles, unless all are adjusted, else by their
    lines, but for parts without a title."""
    whole = [n for n in titled if not (is_extract(statement, candidates[n].panel) or is_of_few(candidates[n]))]
    whole = _summarised(statement, candidates, titled, whole) or whole
    if not all(any(map(TITLES["reconciliation"].search, candidates[n].panel.title)) for n in whole):
        return whole
    leading = [n for n in positions if candidates[n].class_.score >= UNTITLED] or titled
    ended = [n for n in leading if n in titled and is_whole(statement, [candidates[n].panel])]
    leading = [n for n in leading if n in titled or not _is_part(statement, candidates, n, ended)]
    return [n for n in leading if n in titled or not _is_told_in_full(statement, candidates, n, leading)]


def _is_part(statement: str, candidates: Sequence[Candidate], n: int, ended: Sequence[int]) -> bool:
    """Whether a table that comes to no result says again what one says that does: it may be of a part."""
    panel = candidates[n].panel
    ends = is_whole(statement, [panel]) or any(map(NET_INCOME.match, panel.labels()))
    return not ends and any(says_again(candidates[n], candidates[m]) for m in ended)


def _is_told_in_full(statement: str, candidates: Sequence[Candidate], n: int, leading: Sequence[int]) -> bool:
    """Whether another begins with the same figures below the same headings, comes to the same result and prints more
    kinds of lines: a table without a title was of highlights. Another result may be adjusted."""
    own = candidates[n]
    results = [amounts_of(line.row) for line in own.panel.lines if _RESULT.match(label_of(line.row))]
    return any(
        other.document_no == own.document_no
        and naming_periods(other.headings()) == naming_periods(own.headings())
        and _first_figures(other.panel) == _first_figures(own.panel)
        and kinds_of_lines(other.panel)[statement] > kinds_of_lines(own.panel)[statement]
        and any(amounts_of(line.row) in results for line in other.panel.lines)
        for other in (candidates[m] for m in leading)
    )


def _first_figures(panel: Panel) -> Sequence[Decimal]:
    return next((amounts_of(line.row) for line in panel.lines if not line.is_heading), ())


def _summarised(
    statement: str, candidates: Sequence[Candidate], titled: Sequence[int], whole: Sequence[int]
) -> list[int]:
    """A whole statement titled as a summary ("Summary Consolidated Statements of Operations") in a document above those
    of other titles, unless one of these prints more lines."""
    first = candidates[whole[0]].document_no if whole else 0
    own = [
        n
        for n in titled
        if candidates[n].document_no < first and any(map(_SUMMARISED.search, candidates[n].panel.title))
    ]
    panels = [candidates[n].panel for n in own]
    labels = {label for panel in panels for label in panel.labels()}
    prints_more = any(len(set(candidates[n].panel.labels())) > len(labels) for n in whole)
    return own if is_whole(statement, panels) and not prints_more else []


def _serve(statement: str, own: Sequence[Candidate]) -> bool:
    """Whether panels are all taken from a statement that is not printed: "Selected cash flow data"."""
    panels = [candidate.panel for candidate in own]
    are_extracts = bool(panels) and all(is_extract(statement, panel) for panel in panels)
    return are_extracts and not is_whole(statement, panels)


def _of_class(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Panels of the statement's class; a table of average balances without a title is no balance sheet."""
    of_class = [n for n, candidate in enumerate(candidates) if candidate.class_.name == statement]
    if statement != "balance":
        return of_class
    return [n for n in of_class if candidates[n].class_.titled or not prints_averages(candidates[n])]
