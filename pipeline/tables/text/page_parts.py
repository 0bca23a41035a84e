"""Tables of fixed-width text that go on over a page, where their columns may stand further left or right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.tables.columns import TEXT, Column, find_columns
from pipeline.tables.text.lines import Line


def columns_of_pages(lines: Sequence[Line]) -> list[tuple[Sequence[Line], Sequence[Column]]]:
    """The lines of a table in parts, each with the columns that its numbers stand in.

    A part is a page where all pages have equally many columns; else the whole table is one.
    """
    pages = list(_pages(lines))
    if len(pages) > 1:
        columns = [_columns(page) for page in pages]
        if len({len(of_page) for of_page in columns}) == 1:
            return list(zip(pages, columns, strict=True))
    return [(lines, _columns(lines))]


def _pages(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of each page; headings alone at the end of a page are above those of the next."""
    start = 0
    for n, line in enumerate(lines):
        if line.page_break and any(above.numbers for above in lines[start:n]):
            yield lines[start:n]
            start = n
    yield lines[start:]


def _columns(lines: Sequence[Line]) -> Sequence[Column]:
    marks = [[piece.mark for piece in line.numbers if piece.mark] for line in lines if line.kind == "numbers"]
    return find_columns(marks, TEXT)
