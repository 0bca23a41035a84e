"""Whether panels are a whole statement or figures taken from one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import PER_SHARE
from pipeline.statements.panels.ends import balances, ends_balance
from pipeline.statements.panels.panel import Panel
from pipeline.statements.panels.rows import heads_rows
from pipeline.statements.primary.candidate import Candidate
from pipeline.statements.primary.classify import UNTITLED
from pipeline.statements.title_words import EXTRACT, RESULTS, TITLES

_BESIDE = re.compile(  # data below a whole statement: "Statements of Operations and Operating Data"
    r"(\bstatements of (?:operations|income|earnings)) (?:and|&) "
    r"(?:(?:other|selected|operating|operational|financial|statistical|supplemental) )+data\b",
    ANY_CASE,
)
_FIRST_OF_MANY = re.compile(  # a heading of rows; no title of a whole statement, where highlights are titled above it
    r"\W*(?:(?:condensed|consolidated) )*"
    r"(?:income statements?|statements? of (?:income|operations|earnings)|balance sheets?)\W*",
    ANY_CASE,
)


def is_whole(statement: str, panels: Sequence[Panel]) -> bool:
    """Whether panels reach the end of their statement: what it comes to a share, or total liabilities and equity."""
    rows = [(line.row, panel) for panel in panels for line in panel.lines]
    if statement == "balance":
        return any(ends_balance(row) or balances(row, panel) for row, panel in rows)
    return statement == "income" and any(row.label is not None and PER_SHARE.search(row.label.text) for row, _ in rows)


def is_extract(statement: str, panel: Panel) -> bool:
    """Whether the title says that figures are taken from the statement: "Selected balance sheet data", or is the first
    heading of highlights: "Results of operations" below "Key financial results", "Condensed Income Statement"."""
    named = [_BESIDE.sub(r"\1", line) for line in panel.title if TITLES[statement].search(line)]
    if any(EXTRACT.search(line) for line in named):
        return True
    return (
        bool(named)
        and any(TITLES["highlights"].search(line) for line in panel.title)
        and all(
            RESULTS.fullmatch(line) or (_FIRST_OF_MANY.fullmatch(line) and heads_rows(line, panel.grid.rows))
            for line in named
        )
    )


def is_of_few(candidate: Candidate) -> bool:
    """Whether "Results of operations" alone heads few lines, as it does among other measures."""
    title = candidate.panel.title
    return candidate.class_.score < UNTITLED and len(title) == 1 and RESULTS.fullmatch(title[0]) is not None
