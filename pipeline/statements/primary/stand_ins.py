"""What stands in for a statement that a release does not print: consolidating ones, highlights, tables of few lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import LINES, MARK, SHAREHOLDERS
from pipeline.statements.primary.candidate import Candidate
from pipeline.statements.primary.classify import FEW, kinds_of_lines
from pipeline.statements.primary.per_share import is_per_share
from pipeline.statements.primary.titles import are_of_others, without_prose
from pipeline.statements.title_words import CONSOLIDATED, CONSOLIDATING, ON_A_DAY, TAKEN, TITLES

Chosen = Mapping[int, tuple[str, bool]]
_BALANCE_DATA = re.compile(
    rf"\W*{TAKEN}(?:(?P<sheet>balance sheets?)|financial (?:position|condition))"
    r"(?:\W+(?:and|other|selected|key|data|information|items|highlights))*\W*(?:\([^)]*\)\W*)?"
    rf"(?:{ON_A_DAY})?",
    ANY_CASE,
)
_ASSETS = re.compile(rf"(?:total )?assets{MARK}", ANY_CASE)
_EQUITY = re.compile(
    rf"(?:total )?(?:{SHAREHOLDERS}) (?:equity|investment)(?: \(?(?:deficit|deficiency)\)?)?{MARK}", ANY_CASE
)
_ANY_EQUITY = re.compile(rf".*\bequity{MARK}", ANY_CASE)
_NOT_REPORTED = re.compile(
    r"\b(?:adjusted|non-?\s?gaap|pro\s?-?forma|exclud\w+"
    r"|(?:ebitdax?|ffo|funds from operations|(?:cash|core) earnings)\b.*\bper)\b",
    ANY_CASE,
)
_MANY = 6  # kinds of lines from revenues down to the shares
_OF_WHOLE = re.compile(rf"{CONSOLIDATING.pattern}|{CONSOLIDATED.pattern}", ANY_CASE)
_DIFFERENCES = re.compile(r"\b(?:vs|versus)\b", ANY_CASE)
_NOT_OWN = re.compile(  # assets and equity of others, of a part, or worked out
    r"\b(?:tangible|joint venture|not consolidated|acqui\w+|discontinued|under management|segment|allocat\w+)\b",
    ANY_CASE,
)
_REVENUES = re.compile(LINES["income"][0], ANY_CASE)
_NET_INCOME = re.compile(r"\W*net \(?(?:income|loss|earnings)\b(?!.*\bper\b)", ANY_CASE)
_WORKED_OUT = re.compile(r"\b(?:ebitdax?|ffo|funds from operations|adjusted|non-?\s?gaap|pro\s?-?forma)\b", ANY_CASE)
_REPORTED = re.compile(r"\W*(?:actual|(?:as )?reported|gaap)\W*", ANY_CASE)  # heads a column


def stand_ins(statement: str, candidates: Sequence[Candidate], chosen: Chosen, of_class: Sequence[int]) -> list[int]:
    """The tables that stand in for a statement, of one document, those that say most of it first; `of_class` are
    bridges to it."""
    found = (
        _consolidating(statement, candidates)
        or _beside_adjusted(statement, candidates)
        or _highlights(statement, candidates, chosen)
        or [*of_class[:1]]
        or (_down_to_a_share(candidates)[:1] if statement == "income" else [])
        or _few_lines(statement, candidates, chosen)[:1]
    )
    return [n for n in found if candidates[n].document_no == candidates[found[0]].document_no]


def _consolidating(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Consolidating statements, one a period: the company's own figures stand in their last column. "With consolidating
    details" may stand below the title of a consolidated one."""
    return [
        n
        for n, candidate in enumerate(candidates)
        if any(map(CONSOLIDATING.search, candidate.panel.title))
        and any(TITLES[statement].search(line) and _OF_WHOLE.search(line) for line in candidate.panel.title)
        and not any(map(_DIFFERENCES.search, candidate.panel.title))
        and kinds_of_lines(candidate.panel)[statement] > FEW
    ]


def _beside_adjusted(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Statements that print each line as reported and, in columns beside it, adjusted."""
    return [
        n
        for n, candidate in enumerate(candidates)
        if candidate.class_.name == "reconciliation"
        and any(TITLES[statement].search(line) for line in candidate.panel.title)
        and any(map(_REPORTED.fullmatch, candidate.headings()))
        and kinds_of_lines(candidate.panel)[statement] > FEW
    ]


def _down_to_a_share(candidates: Sequence[Candidate]) -> list[int]:
    """Tables of segments that go on from their profit to net income and to what it comes to a share."""
    return [
        n
        for n, candidate in enumerate(candidates)
        if candidate.class_.name in ("segment", "reconciliation")
        and is_per_share(candidate.panel)
        and kinds_of_lines(candidate.panel)["income"] >= _MANY
        and not any(
            map(_NOT_REPORTED.search, (*candidate.panel.title, *candidate.headings(), *candidate.panel.labels()))
        )
    ]


def _few_lines(statement: str, candidates: Sequence[Candidate], chosen: Chosen) -> list[int]:
    """Tables of too few lines to be told a statement: titled as a balance sheet ("Balance sheet data:"), of the
    company's assets and equity, or from what it earned to net income."""
    is_data = _is_balance_data if statement == "balance" else _is_income_data
    return [
        n
        for n, candidate in enumerate(candidates)
        if n not in chosen and candidate.class_.name in ("other", "highlights") and is_data(candidate)
    ]


def _is_income_data(candidate: Candidate) -> bool:
    """Whether lines come to net income; where it leads, something else is worked out from it, as it may be where such a
    measure stands in a table that does not begin with revenues."""
    panel = candidate.panel
    labels = panel.labels()
    leads_to_measures = bool(labels) and _REVENUES.match(labels[0]) is None
    lines = (*without_prose(panel.title), *(labels if leads_to_measures else ()))
    if any(map(_NOT_OWN.search, (*panel.title, *labels))) or any(map(_WORKED_OUT.search, lines)):
        return False
    come_to_it = any(map(_NET_INCOME.match, labels)) and not _NET_INCOME.match(labels[0])
    return come_to_it and kinds_of_lines(panel)["income"] > FEW


def _is_balance_data(candidate: Candidate) -> bool:
    panel = candidate.panel
    labels = panel.labels()
    if any(_NOT_OWN.search(line) for line in (*panel.title, *labels)):
        return False
    named = [told for line in (*panel.title, *candidate.headings()) if (told := _BALANCE_DATA.fullmatch(line))]
    if any(told["sheet"] for told in named):
        return kinds_of_lines(panel)["balance"] > 0
    # Below "Financial condition" may also stand loans, or deposits, alone.
    return all(any(map(kind.fullmatch, labels)) for kind in (_ASSETS, _ANY_EQUITY if named else _EQUITY))


def _highlights(statement: str, candidates: Sequence[Candidate], chosen: Chosen) -> list[int]:
    """The highlights that print the most kinds of the statement's lines, the first of equals; those of another company
    below the company's own are out."""
    kinds = {
        n: count
        for n, candidate in enumerate(candidates)
        if n not in chosen
        and candidate.class_.name == "highlights"
        and (count := kinds_of_lines(candidate.panel)[statement]) > FEW
    }
    own = [n for n in kinds if not any(m < n and are_of_others(candidates[n], candidates[m]) for m in kinds)]
    best = max(own, key=lambda n: (kinds[n], -n), default=None)
    return [best] if best is not None else []
