"""What a statement of income came to a share, where a table of its own below it says so ("Per Share Data")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import ADJUSTED, PER_SHARE, SHARES
from pipeline.statements.panels.panel import Panel
from pipeline.statements.primary.candidate import Candidate

_EARNED = re.compile(
    r"(?!.*\b(?:effects?|impacts?)\b)(?:.*\b(?:earnings|income|loss|eps)\b|\W*(?:basic|diluted)\b)", ANY_CASE
)


def is_per_share(panel: Panel) -> bool:
    """Whether a panel prints what the statement came to a share, and the shares."""
    labels = [line.row.label.text for line in panel.lines if line.row.label is not None]
    return any(PER_SHARE.search(label) for label in labels) and any(SHARES.search(label) for label in labels)


def shares_below(statement: str, candidates: Sequence[Candidate], kept: Sequence[int]) -> list[int]:
    """The table right below a statement of income, or what stands in for it, that adds what only it says a share."""
    if statement != "income" or not kept or any(is_per_share(candidates[n].panel) for n in kept):
        return []
    return [n for n in (kept[-1] + 1,) if n < len(candidates) and _adds_shares(candidates, kept[-1], n)]


def _adds_shares(candidates: Sequence[Candidate], last: int, n: int) -> bool:
    """Whether a table right below, of as many columns, prints what was earned a share, and does not begin to work it
    out from a line of the statement or from a figure of another measure."""
    above, below = candidates[last].panel, candidates[n].panel
    same = candidates[n].document_no == candidates[last].document_no and above.grid.columns == below.grid.columns
    adds = same and candidates[n].class_.name in ("other", "highlights") and is_per_share(below)
    first, earned = below.labels()[:1], any(map(_is_earned, below.labels()))
    return adds and earned and not set(first) & set(above.labels()) and not any(map(ADJUSTED.match, first))


def _is_earned(label: str) -> bool:
    return _EARNED.match(label) is not None and not (SHARES.search(label) or ADJUSTED.match(label))
