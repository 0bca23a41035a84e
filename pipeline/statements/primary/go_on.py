"""Whether a panel goes on from those above it, says again what one says, or prints its lines for other periods."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import SHAREHOLDERS
from pipeline.statements.panels.panel import Panel
from pipeline.statements.primary.candidate import Candidate
from pipeline.statements.primary.classify import FEW, kinds_of_lines
from pipeline.statements.primary.whole import is_extract, is_whole
from pipeline.statements.scale import is_scale_words
from pipeline.statements.title_words import EXTRACT, TITLES

_ALIKE = 0.7  # share of lines that two tables of the same lines have in common
_OTHER_SIDE = re.compile(
    rf"\W*(?:(?:capitali[sz]ation|liabilities|(?:{SHAREHOLDERS}) equity|equity|and|&)\W*)+", ANY_CASE
)


def goes_on(statement: str, candidates: Sequence[Candidate], kept: Sequence[int], n: int) -> bool:
    """Whether a panel without a title continues the one before it; a balance sheet that has balanced is at its end, and
    below the heading of an outlook a statement does not go on."""
    if not kept or _above(candidates, n) != kept[-1] or is_extract(statement, candidates[n].panel):
        return False
    if any(map(TITLES["guidance"].search, candidates[n].panel.title)):
        return False
    if not is_whole(statement, [candidates[m].panel for m in kept]):
        return True
    computes = _computes(candidates[n].panel, [candidates[m].panel for m in kept])
    repeats = any(says_again(candidates[n], candidates[m]) for m in kept)
    return statement != "balance" and not computes and not repeats


def is_section(statement: str, candidates: Sequence[Candidate], kept: Sequence[int], n: int) -> bool:
    """Whether a table of few lines, directly below one of as many columns, is a section of the same statement; the
    other side of a balance sheet may be named."""
    if not kept or n - 1 != kept[-1] or is_whole(statement, [candidates[m].panel for m in kept]):
        return False
    above, below = candidates[n - 1], candidates[n]
    own = [line for line in below.panel.title if line not in above.panel.title]  # both may stand below the same titles
    heads_sides = statement == "balance" and all(map(_OTHER_SIDE.fullmatch, own))
    directly = below.panel.grid is not above.panel.grid and (not own or heads_sides)
    same = below.document_no == above.document_no and below.panel.grid.columns == above.panel.grid.columns
    return directly and same and below.class_.name == "other" and kinds_of_lines(below.panel)[statement] > 0


def beside(candidates: Sequence[Candidate], taken: Sequence[int], kinds: Sequence[str]) -> list[int]:
    """Tables of such kinds, right above or below, that print the same lines in as many columns: of other periods."""
    found: list[int] = []
    for n in taken:
        for near in (_above(candidates, n), _below(candidates, n)):
            if near in taken or not 0 <= near < len(candidates) or candidates[near].class_.name not in kinds:
                continue
            own, other = candidates[n], candidates[near]
            same = other.document_no == own.document_no and other.panel.grid.columns == own.panel.grid.columns
            if same and other.periods() != own.periods() and _are_alike(own.panel, other.panel):
                found.append(near)
    return found


def says_again(below: Candidate, above: Candidate) -> bool:
    """Whether a table prints lines of one above for the same periods: of a part, or what they come to a unit."""
    same = bool(below.periods()) and below.periods() <= above.periods()
    return same and len(set(below.panel.labels()) & set(above.panel.labels())) > FEW


def _computes(panel: Panel, above: Sequence[Panel]) -> bool:
    """Whether a panel takes up lines of those above it for something else: amounts a share, data of quarters."""
    labels, before = set(panel.labels()), {label for one in above for label in one.labels()}
    first = next(line.row.label for line in panel.lines if not line.is_heading)
    is_data = any(EXTRACT.search(line) for line in panel.title if not is_scale_words(line))
    takes_up = first is not None and first.text in before
    return takes_up and (is_data or 2 * len(labels & before) <= len(labels))


def _are_alike(panel: Panel, other: Panel) -> bool:
    """Whether most lines of two panels are the same; percentages of the first line are another thing."""
    labels, others = set(panel.labels()), set(other.labels())
    first = next(line for line in other.lines if not line.is_heading)
    is_share = all(cell.text.strip("% ") in ("100", "100.0", "100.00") for cell in first.row.cells)
    return not is_share and len(labels & others) > _ALIKE * len(labels | others)


def _above(candidates: Sequence[Candidate], n: int) -> int:
    """The position above, past what is cut off below a statement: measures between a quarter and its year to date."""
    return n - 2 if n > 1 and _is_cut_off(candidates, n - 1) else n - 1


def _below(candidates: Sequence[Candidate], n: int) -> int:
    """The position below, past what is cut off below a statement."""
    return n + 2 if n + 1 < len(candidates) and _is_cut_off(candidates, n + 1) else n + 1


def _is_cut_off(candidates: Sequence[Candidate], n: int) -> bool:
    """Whether a panel stands below another of its table and is no statement: measures, ratios."""
    return candidates[n].class_.name == "other" and candidates[n].panel.grid is candidates[n - 1].panel.grid
