"""Is a filing an earnings release: items, kinds of exhibits and content weighed together.

A release announces the company's own results for a period and prints a statement of income in the text, or a table of
highlights that stands in for it. What only names Item 2.02, previews sales, corrects earlier statements or hands in
the statements of a business acquired is none.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass

from pipeline.filing.facts import Facts
from pipeline.filing.opened import OpenedDocument
from pipeline.filing.release_words import AGAINST, ANNOUNCEMENT, LINE_GROUPS, PERIODS, PRO_FORMA

RESULT_ITEMS = frozenset({"12", "2.02"})
CORRECTION_ITEMS = frozenset({"4.02"})
HEAD = 6_000  # characters in which a release says what it announces
ABOVE = 1_500  # characters above a statement in which its periods and title stand
STATEMENT = 5  # groups of lines that make a statement of income
HIGHLIGHTS = 3  # groups that make a table of highlights: revenue, result, per share
GAP = 14  # lines without a figure that end a table
SPAN = 90  # lines of figures that a statement may have

_EXHIBIT = re.compile(r"EX-(?:99|20|28)")
_FIGURE_LINE = re.compile(
    r"^[ \t•*·]*(?P<label>[A-Za-z(][^\t\n]{2,90}?)(?:[ .]{2,}|\t|[ ]?\$[ ]*|:[ ]+)[^\n]*?\d", re.MULTILINE
)
_NUMBERS = re.compile(r"\d[\d,]*(?:\.\d+)?|(?<![\w.])\.\d+")
_STARTS = sorted(
    ((start, group) for group, starts in LINE_GROUPS.items() for start in starts), key=lambda pair: -len(pair[0])
)
_GROUP = re.compile("|".join(re.escape(start) for start, _ in _STARTS))
_GROUP_OF = dict(_STARTS)


@dataclass(frozen=True, slots=True)
class Statement:
    """A run of lines with figures that reads as a statement of income, or as highlights of one."""

    groups: frozenset[str]
    start: int


def is_release(facts: Facts, documents: tuple[OpenedDocument, ...]) -> tuple[bool, tuple[str, ...]]:
    """Whether the filing is an earnings release, and the evidence for and against, in words."""
    reasons = [_item_reason(facts)] if facts.items else []
    candidates = [document for document in documents if _may_hold(document)]
    announced = any(_announces(document, facts) for document in candidates)
    reasons.append("announces results of a period" if announced else "announces no results of a period")
    for document in candidates:
        name = _name(document)
        statement = find_statement(document.text)
        if statement is None:
            reasons.append(f"{name} prints no statement of income")
            continue
        kind = "a statement of income" if len(statement.groups) >= STATEMENT else "highlights of income"
        found = f"{name} prints {kind} ({', '.join(sorted(statement.groups))})"
        if against := _against(document.text, statement):
            reasons.append(f"{found}, but is {against}")
        else:
            reasons.append(found)
            if announced:
                return True, tuple(reasons)
    return False, tuple(reasons)


def _item_reason(facts: Facts) -> str:
    numbers = [item.number or item.title for item in facts.items]
    return f"items {', '.join(numbers)}"


def _name(document: OpenedDocument) -> str:
    return document.record.type or f"document {document.record.document_no}"


def _may_hold(document: OpenedDocument) -> bool:
    kind = (document.record.type or "").upper()
    return not kind or _EXHIBIT.match(kind) is not None or kind.startswith(("8-K", "6-K"))


def _announces(document: OpenedDocument, facts: Facts) -> bool:
    if RESULT_ITEMS.intersection(item.number for item in facts.items if item.number):
        return True
    return any(
        PERIODS.search(document.text, max(0, found.start() - 300), found.end() + 300)
        for found in ANNOUNCEMENT.finditer(document.text, 0, 4 * HEAD)
    )


def _against(text: str, statement: Statement) -> str | None:
    title = text[max(0, statement.start - ABOVE) : statement.start + ABOVE // 2]
    if PRO_FORMA.search(title):
        return "pro forma"
    if not PERIODS.search(title):
        return "of no period"
    return next((kind for kind, pattern in AGAINST.items() if pattern.search(text)), None)


def find_statement(text: str) -> Statement | None:
    """The run of lines that shows most groups of an income statement, null where too few for highlights."""
    best: Statement | None = None
    for lines in _tables(text):
        groups = frozenset(group for _, group in lines)
        if not {"result", "per share"} & groups or not ({"revenue", "costs"} & groups):
            continue
        if len(groups) >= HIGHLIGHTS and (best is None or len(groups) > len(best.groups)):
            best = Statement(groups, lines[0][0])
    return best


def _tables(text: str) -> list[list[tuple[int, str]]]:
    """Runs of lines with figures whose labels belong to an income statement, by place and group."""
    ends = [match.start() for match in re.finditer("\n", text)]
    tables: list[list[tuple[int, str]]] = []
    last = -GAP
    for found in _FIGURE_LINE.finditer(text):
        start = _GROUP.match(found["label"].lower())
        if start is None or len(found[0]) > 400:
            continue
        line = bisect(ends, found.start())
        if line - last >= GAP or len(tables[-1]) >= SPAN:
            tables.append([])
        tables[-1].append((found.start(), _GROUP_OF[start[0]]))
        last = line
    return tables
