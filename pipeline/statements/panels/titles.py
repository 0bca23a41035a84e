"""Which lines above a table, and which words between its rows, are titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import PER_SHARE
from pipeline.statements.panels.panel import Panel
from pipeline.statements.periods.read import is_period
from pipeline.statements.scale import is_scale_words
from pipeline.statements.title_words import IN_BRACKETS, TITLES

_BULLET = re.compile(r"[\u2022\u00b7\u25aa\u25cf\u25a0\u25e6]|[o\u2013-]\s")
_FOOT = re.compile(  # "See accompanying notes to consolidated financial statements", "- 5 -", "Page 5 of 12"
    r"\W*(?:see|the)\b(?: (?:the|accompanying|condensed|consolidated|unaudited))* notes?\b"
    r"(?!.*\b(?:thousand|million)s\b)"
    r"|[^\w$]*(?:page )?[1-9]\d{0,2}(?: of \d{1,3})?\W*$",
    ANY_CASE,
)
_MARKS_TITLE = re.compile(r"unaudited|\binc\b|\bcorp", ANY_CASE)
_NO_TITLE = re.compile(
    r"\b(?:data|ratios?|information|statistics|metrics)\b"
    r"|^\W*adjustments? to reconcile\b(?:"  # a heading of cash flows
    r".*\bto(?:\s+net)?(?:\s*$|\s+cash\b)|(?:net|income|loss|earnings|[\s()])+$)",
    ANY_CASE,
)
_NET_INCOME = re.compile(r"\W*(?:consolidated )?net \(?(?:income|loss|earnings)\b", ANY_CASE)
_TO_CASH = re.compile(r"\W*reconcil\w+\b.*\bto (?:net )?cash\b", ANY_CASE)
_CASH_FLOWS = re.compile(r"(?:consolidated |condensed )*statements? of (?:consolidated )?cash flows?", ANY_CASE)
_TITLE_LENGTH = 120


def titles_above(above: Sequence[str]) -> Iterator[str]:
    """The lines above a table that are titles, and of a sentence what it says of the scale in brackets.

    Neither the foot of the page above nor a list with bullets nor the line that leads to it is of the table.
    """
    for line, below in zip_longest(above, above[1:], fillvalue=""):
        if _BULLET.match(line) or (_BULLET.match(below) and line.endswith(":")):
            continue
        if len(line) <= _TITLE_LENGTH and not _FOOT.match(line):
            yield line
        else:
            yield from filter(is_scale_words, IN_BRACKETS.findall(line))


def names_statement(words: str) -> bool:
    """Whether words above new column headings name a statement, or what is taken from one: "Balance sheet data:"."""
    return len(words) <= _TITLE_LENGTH and any(
        TITLES[name].search(words) for name in ("income", "balance", "cash_flow")
    )


def is_statement_title(words: str) -> bool:
    """Whether words between rows title a statement: no data taken from one, no heading of rows."""
    if len(words) > _TITLE_LENGTH or words.endswith(":") or PER_SHARE.search(words) or _NO_TITLE.search(words):
        return False
    if _CASH_FLOWS.match(words):
        return True
    return any(TITLES[name].search(words) for name in ("income", "balance", "reconciliation"))


def heads_adjustments(words: str, panel: Panel) -> bool:
    """Whether words below net income, the one row above, head what leads from it to cash: no title of another table."""
    labels = panel.labels()
    return _TO_CASH.match(words) is not None and len(labels) == 1 and _NET_INCOME.match(labels[0]) is not None


def is_title(words: str) -> bool:
    """Whether words above the first numbers are of the table's title: a statement, its period, scale or company."""
    return (
        is_scale_words(words) or is_statement_title(words) or is_period(words) or _MARKS_TITLE.search(words) is not None
    )
