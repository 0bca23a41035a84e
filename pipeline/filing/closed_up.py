"""Tables of plain text whose blanks were lost, as text taken from a PDF prints them ("Net sales $1,220 $1,110 (90)"):
their figures and headings are set in columns again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.filing.dates import MONTH, YEAR

_ROWS = 6  # rows at least that make a table
_SHARE = 0.6  # of them that print as many figures
_APART = 4  # lines between two rows of one table at most: headings, labels that go on
_ABOVE = 8  # lines above the first row that may head columns
_GAP = 4  # blanks between columns
_ENDS = frozenset("0123456789)%-–—")  # of a row
_FIGURE = r"(?:\$ ?)?\(?(?:\$ ?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+)\)?%?|(?:\$ ?)?(?:--?|[–—])"
_FIGURES = re.compile(rf"(?:^|(?<=\S) )(?:{_FIGURE})(?: (?:{_FIGURE}))+$")
_EACH = re.compile(_FIGURE)
_LETTER = re.compile(r"[A-Za-z]")
_COUNT = r"(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|\d\d?)"
_DATE = rf"{MONTH} \d\d?,?(?: {YEAR})?|\d\d?/\d\d?/(?:19|20)?\d\d"
_SPAN = (
    rf"(?:for the )?(?:{_COUNT} (?:months?|weeks)|(?:fiscal )?(?:quarters?|years?)) (?:period )?ended(?: (?:{_DATE}))?"
)
_HEADING = re.compile(
    rf"{_SPAN}|{_DATE}|{YEAR}|year[ -]to[ -]date|(?:first|second|third|fourth) quarter", re.IGNORECASE
)
_HEADINGS = re.compile(rf"(?>{_HEADING.pattern})(?: (?>{_HEADING.pattern}))*+", re.IGNORECASE)
_LONGEST = 300  # characters of a row


def set_apart(text: str) -> str:
    """The text, its tables of single blanks set in columns; text that prints columns stays as it is."""
    lines = text.split("\n")
    for rows in _tables(lines):
        _set(lines, rows)
    return "\n".join(lines)


def _tables(lines: Sequence[str]) -> Iterator[dict[int, int]]:
    """Runs of rows, by line: where their figures begin; headings of columns and lines that blanks part end a run."""
    rows: dict[int, int] = {}
    last = 0
    for n, line in enumerate(map(str.rstrip, lines)):
        is_wide = "  " in line.lstrip() or len(line) > _LONGEST
        found = None if is_wide or line[-1:] not in _ENDS else _FIGURES.search(line)
        if not (rows or found):
            continue
        is_heading = not is_wide and _HEADINGS.fullmatch(line.lstrip()) is not None
        if rows and (is_wide or is_heading or n - last > _APART):
            if len(rows) >= _ROWS:
                yield rows
            rows = {}
        if found and not is_heading and (rows or _LETTER.search(line, 0, found.start())):
            rows[n], last = found.start(), n
    if len(rows) >= _ROWS:
        yield rows


def _set(lines: list[str], rows: dict[int, int]) -> None:
    """Set the rows of a table in columns, and the headings above them."""
    figures = {n: _EACH.findall(lines[n][start:].strip()) for n, start in rows.items()}
    count, times = Counter(map(len, figures.values())).most_common(1)[0]
    if times < _SHARE * len(rows):
        return
    cells = {n: found[-count:] for n, found in figures.items()}
    labels = {n: _label(lines[n], found, count) for n, found in figures.items()}
    ends = _ends(max(map(len, labels.values())), max(len(cell) for found in cells.values() for cell in found), count)
    _set_headings(lines, min(rows), ends)
    for n, found in cells.items():
        printed = labels[n]
        for cell, end in zip(found, ends, strict=False):
            printed = printed.ljust(end + cell.endswith(")") - len(cell)) + cell
        lines[n] = printed


def _label(line: str, figures: Sequence[str], count: int) -> str:
    """What stands in front of the figures of a row: "Notes due 2005" has one of its own."""
    return line[: len(line.rstrip()) - len(" ".join(figures[-count:]))].rstrip()


def _ends(label: int, cell: int, count: int) -> list[int]:
    """Where the columns end, dates having room in each."""
    width = max(cell, len("September 30, 2003")) + _GAP
    return [label + n * width for n in range(1, count + 1)]


def _set_headings(lines: list[str], first: int, ends: Sequence[int]) -> None:
    """Set the headings above the first row over their columns, from the lowest up."""
    own = [""] * len(ends)
    width = ends[1] - ends[0] - _GAP
    for n in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        words = lines[n].strip()
        if not _HEADINGS.fullmatch(words):
            continue
        heads = [found[0] for found in _HEADING.finditer(words)]
        begins = _begins(heads, own)
        printed = ""
        for head, begin, after in zip(heads, begins, [*begins[1:], len(ends)], strict=False):
            end = ends[after - 1]
            if after - begin > 1:  # in the middle of its columns
                end -= (end - ends[begin] + width - len(head)) // 2
            printed = printed.ljust(end - len(head)) + head
        if begins:
            lines[n] = printed
            if len(heads) == len(own):
                own = [f"{head} {below}" for head, below in zip(heads, own, strict=True)]


def _begins(heads: Sequence[str], own: Sequence[str]) -> list[int]:
    """The first column of each heading: one each, or where what is named below begins again, else even shares."""
    again = [n for n, words in enumerate(own) if n == 0 or (words and words == own[0])]
    if len(heads) == len(own):
        return list(range(len(own)))
    if len(again) == len(heads):
        return again
    share, rest = divmod(len(own), len(heads))
    return [] if rest or len(heads) > len(own) else list(range(0, len(own), share))
