"""The scale of a table of outlook that neither its columns nor the lines above it tell."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.columns import is_data
from pipeline.guidance.outlook.words import PRINTED_WHOLE, SCALE_IN_BRACKETS, TOLD
from pipeline.guidance.terms.metrics import metrics
from pipeline.tables.grid import Grid

_NEXT_LINE = re.compile(r"[^\n]*\n\s*(?P<line>[^\n]*)")
_SCALE_ALONE = re.compile(  # in brackets, or a line of its own
    rf"{SCALE_IN_BRACKETS.pattern}"
    r"|^(?:\$ |u\.?s\.? dollars |dollars |amounts )?in (?:thousands|millions|billions)\b[^()\n]{0,60}$",
    ANY_CASE | re.MULTILINE,
)
_LARGE = re.compile(r"\$\s?\d{3},\d{3}\b")  # of a table in millions
_SCALE_ABOVE = re.compile(  # the last words of the text right above a table
    r"(?:^|[.:]\s+|\n)(?:(?:all|dollars?|dollar amounts|amounts|figures|\$)\s+)+(?:are\s+)?"
    r"in\s+(?:thousands|millions|billions)\b[^.:]{0,60}[.:]?\s*$",
    ANY_CASE,
)
_RIGHT_ABOVE = 160  # characters
_ABOVE = 400  # characters above the table before, in which its scale may be told
_SCALE_BELOW = re.compile(  # the note that a table ends with
    r"[\s*(]*(?:(?:all |dollars? |amounts )+|\$ )?in (?:thousands|millions"
    r"|billions)(?=[.,;)\s]*(?:except|unless|$|\n|of (?:u\.?s\.? )?dollars))",
    ANY_CASE,
)


def scale_told(text: str, grid: Grid, before: Grid | None) -> str:
    """The scale that a sentence right above a table or a note right below it tells, else that of the table of outlook
    before it; none where a table prints whole amounts."""
    if PRINTED_WHOLE.search(text, grid.start, grid.end):
        return ""
    above = _SCALE_ABOVE.search(text, max(0, grid.start - _RIGHT_ABOVE), grid.start)
    return above[0] if above else _scale_below(text, grid) or _scale_before(text, grid, before)


def _scale_below(text: str, grid: Grid) -> str:
    """The scale of a note below a table; not that of what stands above the next table's "three months ended"."""
    below = _SCALE_BELOW.match(text, grid.end)
    if below is None:
        return ""
    following = _NEXT_LINE.match(text, below.end())
    return "" if following is not None and TOLD.search(following["line"]) else below[0]


def _scale_before(text: str, grid: Grid, before: Grid | None) -> str:
    """The scale of the table of outlook before; not one that makes billions of a table's hundreds of thousands."""
    if before is None or not ("$" in text[grid.start : grid.end] or _names_money(grid)):
        return ""
    below = (row.label.start for row in before.rows if row.label is not None and is_data(row))  # its headings
    told = list(_SCALE_ALONE.finditer(text, max(0, before.start - _ABOVE), next(below, before.end)))
    if not told or ("thousands" not in told[-1][0].lower() and _LARGE.search(text, grid.start, grid.end)):
        return ""
    return told[-1][0]


def _names_money(grid: Grid) -> bool:
    """Whether a row of a table that prints no sign names what is told in money."""
    labels = (row.label.text for row in grid.rows if row.label is not None)
    return any("money" in metric.units for label in labels for metric in metrics(label))
