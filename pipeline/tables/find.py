"""All tables of a document: those marked in HTML, and those set in fixed width between them."""

from __future__ import annotations

import re

from pipeline.filing.opened import OpenedDocument
from pipeline.tables.grid import Grid
from pipeline.tables.html import find_html_grids
from pipeline.tables.text import find_text_grids

_GAP = " " * 3
_FIXED_WIDTH = re.compile(r"\S {3,}\S.*\n(?:.*\n){0,6}?.*\S {3,}\S")


def find_grids(document: OpenedDocument) -> list[Grid]:
    """The document's tables in reading order; layout tables and tables of words fall out."""
    text, tables = document.text, document.html_tables
    grids = find_html_grids(text, tables)
    place = 0
    for table in sorted(tables, key=lambda table: table.start):
        grids.extend(_between(text, place, table.start, whole=False))
        place = max(place, table.end)
    grids.extend(_between(text, place, len(text), whole=not tables))
    return sorted(grids, key=lambda grid: grid.start)


def _between(text: str, start: int, end: int, *, whole: bool) -> list[Grid]:
    """Tables in a stretch of text that no HTML table covers, if it looks as if set in fixed width."""
    if not whole and (text.find(_GAP, start, end) < 0 or not _FIXED_WIDTH.search(text, start, end)):
        return []
    return find_text_grids(text, start, end)
